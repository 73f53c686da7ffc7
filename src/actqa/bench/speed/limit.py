"""The least that indexing takes: the texts through the bare encoder, then one bare add to Chroma."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from actqa.index.encoder import Encoder


def index(texts: Sequence[str], encoder: Encoder, folder: Path) -> None:
    """The texts and their vectors, each text encoded once, in a collection with Chroma's own settings."""
    import chromadb
    from chromadb.config import Settings

    distinct = list(dict.fromkeys(texts))
    places = {text: at for at, text in enumerate(distinct)}
    rows: Any = encoder.encode(distinct)[[places[text] for text in texts]]
    client: Any = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False))
    collection = client.create_collection("texts", embedding_function=None)
    size = client.get_max_batch_size()
    for first in range(0, len(texts), size):
        part = texts[first : first + size]
        collection.add([str(first + at) for at in range(len(part))], rows[first : first + size], documents=list(part))
    client.close()
