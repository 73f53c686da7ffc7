"""An encoder that remembers the texts it was given last: names, lists and questions come again and again."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder

Vectors = NDArray[np.float32]

TEXTS = 8_192
"""Kept at most: 12 MB of vectors of 384 numbers."""


class RecallingEncoder:
    """Another encoder, asked only for texts that are not remembered. Safe to share between threads."""

    def __init__(self, encoder: Encoder, texts: int = TEXTS) -> None:
        self._encoder = encoder
        self._texts = texts
        self._kept: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def fingerprint(self) -> str:
        """Of the other encoder."""
        return self._encoder.fingerprint

    @property
    def dimensions(self) -> int:
        """Of the other encoder."""
        return self._encoder.dimensions

    @property
    def word_ranks(self) -> Mapping[str, int]:
        """Of the other encoder."""
        return self._encoder.word_ranks

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Shape (texts, dimensions), each row of length 1."""
        found = self._recalled(texts)
        fresh = [text for text in dict.fromkeys(texts) if text not in found]
        if fresh:
            made = dict(zip(fresh, map(np.copy, self._encoder.encode(fresh)), strict=True))
            self._keep(made)
            found |= made
        if progress:
            progress(len(texts))
        return np.array([found[text] for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)

    def _recalled(self, texts: Sequence[str]) -> dict[str, Vectors]:
        with self._lock:
            found = {text: self._kept[text] for text in texts if text in self._kept}
            for text in found:
                self._kept.move_to_end(text)
        return found

    def _keep(self, made: dict[str, Vectors]) -> None:
        with self._lock:
            self._kept |= made
            while len(self._kept) > self._texts:
                self._kept.popitem(last=False)
