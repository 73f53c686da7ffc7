"""Texts to vectors: the Protocol that the rest of actqa knows, and the sentence-transformers model behind it."""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from actqa.errors import EncoderError
from actqa.index.onnx_copy import is_refused, is_settled, make_copy, open_copy, place_of
from actqa.index.onnx_model import LIGHT_GRAPH, OnnxModel
from actqa.index.torch_model import FEW, TorchModel
from actqa.index.weights import count_dimensions, digest_weights, find_weights, remember_weights
from actqa.index.word_ranks import word_ranks

Vectors = NDArray[np.float32]

MANY = 256
"""Texts from which weights of 8 bits serve, where there is a copy with such: those of an index, never a question. They
take half the time, and the index finds what it finds with 32 (docs/performance.md)."""


class Encoder(Protocol):
    """Texts to vectors, always in the same way."""

    @property
    def fingerprint(self) -> str:
        """Weights and precision; vectors of different fingerprints must not be compared."""
        ...

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        ...

    @property
    def word_ranks(self) -> Mapping[str, int]:
        """Words it knows as wholes → 1 for the commonest, and so on; empty where it does not tell."""
        ...

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Shape (texts, dimensions), each row of length 1; `progress` is told how many texts are done."""
        ...


def load_encoder(name: str, cache: Path) -> "SentenceEncoder":
    """The model that the setting names; its weights are loaded at the first `encode`. Raises EncoderError."""
    try:
        cache = cache.expanduser()
        return SentenceEncoder(find_weights(name, cache), cache)
    except RuntimeError as error:
        raise EncoderError(f"There is no home folder for {cache}: set ACTQA_CACHE to another folder.") from error


class SentenceEncoder:
    """A sentence-transformers model in float32, on ONNX Runtime where `cache` holds a copy for it, else on PyTorch.

    The copy is made where more than a few texts are to be encoded, or with `prepare`: a question alone never waits for
    it. Many texts are encoded with weights of 8 bits (MANY). Safe to share between threads.
    """

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self._cache = cache
        self._torch = TorchModel(folder)
        self._copy: OnnxModel | None = None
        self._light: OnnxModel | None = None
        self._looked = False
        self._lock = threading.Lock()

    @cached_property
    def fingerprint(self) -> str:
        """Weights and precision, without loading either library.

        The back end is no part of it, since a copy serves only where its vectors are PyTorch's to 1e-5 (AGREEMENT): an
        index built on one is asked on the other. Nor is what encodes many texts, whose vectors are near enough to those
        (LIKENESS) that an index may hold both.
        """
        return f"sha256:{self._digest}/float32"

    @cached_property
    def dimensions(self) -> int:
        """Length of a vector, from the model's configuration."""
        return count_dimensions(self.folder)

    @property
    def word_ranks(self) -> Mapping[str, int]:
        """Of its tokenizer. Raises EncoderError."""
        return word_ranks(self.folder)

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Shape (texts, dimensions), each row of length 1; batches hold texts of like length. Raises EncoderError."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        model = self._model(len(texts))
        order = np.argsort(model.sizes(texts), kind="stable").tolist() if len(texts) > 1 else range(len(texts))
        places = [order[first : first + model.at_once] for first in range(0, len(order), model.at_once)]
        done = 0
        batches = [[texts[i] for i in place] for place in places]
        for place, rows in zip(places, model.encode(batches), strict=True):
            if rows.shape[1] != self.dimensions:
                raise EncoderError(
                    f"The model in {self.folder} makes vectors of {rows.shape[1]} numbers where its configuration says "
                    f"{self.dimensions}: fetch it again."
                )
            vectors[place] = rows
            done += len(place)
            if progress:
                progress(done)
        return vectors

    @property
    def copy(self) -> Path:
        """Where the ONNX copy lies, or would."""
        return self._place

    def prepare(self) -> None:
        """Makes the ONNX copy if it is not there, for which PyTorch is loaded. Raises EncoderError."""
        remember_weights(self.folder, self._cache)
        if not is_settled(self._place):
            self._settle()

    def _model(self, texts: int) -> OnnxModel | TorchModel:
        """What encodes so many texts."""
        if texts > FEW:
            self._settle()
        elif texts:
            self._look()
        return (texts >= MANY and self._light_copy()) or self._copy or self._torch

    @cached_property
    def _digest(self) -> str:
        return digest_weights(self.folder, self._cache)

    @cached_property
    def _place(self) -> Path:
        return place_of(self._cache, self._digest)

    def _look(self) -> None:
        """Opens the copy if it is there; looks once."""
        with self._lock:
            if not self._looked:
                self._copy = open_copy(self._place)
                self._looked = True

    def _light_copy(self) -> OnnxModel | None:
        """The one with weights of 8 bits, opened when it is first used."""
        with self._lock:
            if self._copy is not None and self._light is None:
                self._light = open_copy(self._place, LIGHT_GRAPH)
            return self._light

    def _settle(self) -> None:
        """The same, and makes the copy where there is none and can be one."""
        self._look()
        with self._lock:
            if self._copy is None and not is_refused(self._place):
                self._copy = make_copy(self._torch, self._place)
