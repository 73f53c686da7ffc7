"""A sentence-transformers model on PyTorch, which is imported when it is first used."""

import logging
import os
import threading
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from actqa.errors import EncoderError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

AT_ONCE = 32
"""Texts of a batch, and so how long another thread's question waits for a build in the same process."""
FEW = 4
"""Texts up to which one thread is faster: the many small steps of a question else wait for each other's threads, which
on a busy machine takes ten times as long."""

CHATTY = ("sentence_transformers", "transformers", "huggingface_hub")


class TorchModel:
    """Safe to share between threads, which take turns: the tokenizer is not ("Already borrowed")."""

    at_once = AT_ONCE

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._loaded: SentenceTransformer | None = None

    @property
    def model(self) -> "SentenceTransformer":
        """Loaded at the first use. Raises EncoderError."""
        self._loaded = self._loaded or _load(self.folder)
        return self._loaded

    def sizes(self, texts: Sequence[str]) -> list[int]:
        """Of each text its characters, near enough: its tokens are counted when it is encoded."""
        return [len(text) for text in texts]

    def encode(self, batches: Iterable[Sequence[str]]) -> Iterator[NDArray[np.float32]]:
        """For each batch its vectors, each of length 1. Raises EncoderError."""
        for texts in batches:
            with self._lock:
                model = self.model
                with _one_thread(len(texts) <= FEW):
                    rows = model.encode(
                        list(texts), batch_size=len(texts), normalize_embeddings=True, show_progress_bar=False
                    )
            yield np.asarray(rows, dtype=np.float32)


def _load(folder: Path) -> "SentenceTransformer":
    # A program that forks after the first question would else be warned on standard error, or hang.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        try:
            with _quiet():
                return SentenceTransformer(
                    str(folder), local_files_only=True, trust_remote_code=False, model_kwargs={"dtype": "float32"}
                )
        except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
            raise EncoderError(f"The embedding model in {folder} does not load: {error}".splitlines()[0]) from error


@contextmanager
def _one_thread(wanted: bool) -> Iterator[None]:
    """The work inside runs on one thread; afterwards the process has as many as before."""
    import torch

    before = torch.get_num_threads()
    if not wanted or before == 1:
        yield
        return
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _quiet() -> Iterator[None]:
    """No progress bars and no log lines while the model loads; afterwards all is as it was."""
    chatter: Any = import_module("transformers.utils.logging")  # untyped
    bars = chatter.is_progress_bar_enabled()
    levels = {name: logging.getLogger(name).level for name in CHATTY}
    chatter.disable_progress_bar()
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
        if bars:
            chatter.enable_progress_bar()
