"""An encoder that is told beforehand what it will be asked for: what is cut is embedded while facts are searched for.

Reading is Python on one processor; encoding runs beside it, outside of Python's lock.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

import numpy as np

from actqa.index.encoder import MANY, Encoder, Vectors

AT_ONCE = 4 * MANY
"""Texts that are begun together at most: a build that fails ends when they are done."""


class EncoderAhead:
    """The encoder that it wraps, for one build, as a context: what is not done at its end is given up."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._pool = ThreadPoolExecutor(1, "embedding ahead")
        self._seen: set[str] = set()
        self._waiting: list[str] = []
        self._begun: list[tuple[list[str], Future[Vectors]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    @property
    def fingerprint(self) -> str:
        """As the encoder's."""
        return self._encoder.fingerprint

    @property
    def dimensions(self) -> int:
        """As the encoder's."""
        return self._encoder.dimensions

    @property
    def word_ranks(self) -> Mapping[str, int]:
        """As the encoder's."""
        return self._encoder.word_ranks

    def begin(self, texts: Iterable[str]) -> None:
        """Embeds them in the background, each once, as soon as they are MANY; `encode` raises what goes wrong."""
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        self._seen.update(new)
        self._waiting += new
        while len(self._waiting) >= MANY:
            part, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            self._begun.append((part, self._pool.submit(self._encoder.encode, part)))

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """As the encoder's; of texts that were begun, the vectors made then, which are forgotten with that."""
        made: dict[str, Vectors] = {}
        wanted = set(texts)
        for part, rows in self._begun:
            made |= {text: row for text, row in zip(part, rows.result(), strict=True) if text in wanted}
            if progress:
                progress(len(made))
        self._begun.clear()
        rest = [text for text in dict.fromkeys(texts) if text not in made]
        done = len(made)
        if rest:
            rows_of_rest = self._encoder.encode(rest, progress and (lambda more: progress(done + more)))
            made |= zip(rest, rows_of_rest, strict=True)
        return np.array([made[text] for text in texts], np.float32).reshape(len(texts), self.dimensions)
