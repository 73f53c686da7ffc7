"""Texts to vectors: the Protocol that the rest of actqa knows, and the sentence-transformers model behind it."""

import logging
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from actqa.errors import EncoderError
from actqa.index.weights import count_dimensions, digest_weights, find_weights

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Vectors = NDArray[np.float32]

BATCH = 64
"""Texts per forward pass; also how long another thread's question waits for a build in the same process."""

FEW = 4
"""Texts up to which one thread is faster: the many small steps of a question else wait for each other's threads, which
on a busy machine takes ten times as long."""

CHATTY = ("sentence_transformers", "transformers", "huggingface_hub")


class Encoder(Protocol):
    """Texts to vectors, always in the same way."""

    @property
    def fingerprint(self) -> str:
        """Weights, back end and precision; vectors of different fingerprints must not be compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Shape (texts, dimensions), each row of length 1; `progress` is told how many texts are done."""
        ...


def load_encoder(name: str) -> Encoder:
    """The model that the setting names; its weights are loaded at the first `encode`. Raises EncoderError."""
    return TorchEncoder(find_weights(name))


class TorchEncoder:
    """A sentence-transformers model on PyTorch, in float32. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._model: SentenceTransformer | None = None
        self._lock = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """Weights, back end and precision, without importing either library."""
        return f"sha256:{digest_weights(self.folder)}/torch/float32"

    @cached_property
    def dimensions(self) -> int:
        """Length of a vector, from the model's configuration."""
        return count_dimensions(self.folder)

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Shape (texts, dimensions), each row of length 1; batches hold texts of like length."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            vectors[batch] = self._encode_batch([texts[i] for i in batch])
            if progress:
                progress(first + len(batch))
        return vectors

    def _encode_batch(self, texts: list[str]) -> Vectors:
        # One thread at a time: the tokenizer is not safe to share ("Already borrowed").
        with self._lock:
            self._model = self._model or _load(self.folder)
            with _one_thread(len(texts) <= FEW):
                rows = self._model.encode(texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        if rows.shape[1] != self.dimensions:
            raise EncoderError(
                f"The model in {self.folder} makes vectors of {rows.shape[1]} numbers where its configuration says "
                f"{self.dimensions}: fetch it again."
            )
        return np.asarray(rows, dtype=np.float32)


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
