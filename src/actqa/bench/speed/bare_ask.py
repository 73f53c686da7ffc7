"""A script beside which `actqa ask` is timed: the same libraries, one question encoded, one query.

Started as `python bare_ask.py COPY CHROMA`: the folder of the model's ONNX copy, and a Chroma folder.
"""

import os
import sys
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import bm25s  # noqa: F401
import chromadb
import chromadb.config
import langchain_core.runnables  # noqa: F401
import numpy as np
import onnxruntime
import tokenizers
import typer  # noqa: F401

QUESTION = "What is the market size in 2031?"
FED = {"input_ids": "ids", "attention_mask": "attention_mask", "token_type_ids": "type_ids"}


def ask(copy: Path, chroma: Path) -> int:
    """How many records were found."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(copy / "model.onnx", options, providers=["CPUExecutionProvider"])
    encoded = tokenizers.Tokenizer.from_file(str(copy / "tokenizer.json")).encode(QUESTION)
    fed = {put.name: np.array([getattr(encoded, FED[put.name])]) for put in session.get_inputs()}
    vectors = session.run(None, fed)[0]
    client = chromadb.PersistentClient(str(chroma), chromadb.config.Settings(anonymized_telemetry=False))
    collection = client.get_collection("units", embedding_function=None)
    return len(collection.query(query_embeddings=vectors, n_results=10)["ids"][0])


if __name__ == "__main__":
    sys.exit(0 if ask(Path(sys.argv[1]), Path(sys.argv[2])) else 1)
