"""The usual LangChain recipe: fixed pieces of text, the same model through PyTorch, Chroma, the four nearest."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from langchain_chroma import Chroma

PIECE, OVERLAP = 1000, 200
"""Characters; LangChain's own examples have these."""
NEAREST = 4


class Recipe:
    """One embedding model, loaded; a store for each set of files."""

    def __init__(self, weights: Path) -> None:
        from langchain_huggingface import HuggingFaceEmbeddings

        self._embeddings: HuggingFaceEmbeddings = HuggingFaceEmbeddings(model_name=str(weights))

    def index(self, files: Sequence[Path], folder: Path) -> "Chroma":
        """From files to a store that can be searched."""
        from langchain_chroma import Chroma
        from langchain_core.documents import Document
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=PIECE, chunk_overlap=OVERLAP)
        whole = [Document(file.read_text("utf-8"), metadata={"source": file.name}) for file in files]
        return Chroma.from_documents(splitter.split_documents(whole), self._embeddings, persist_directory=str(folder))


def retrieve(store: "Chroma", question: str) -> int:
    """How many pieces were found, which is all that the recipe has before a language model."""
    return len(store.similarity_search(question, k=NEAREST))
