"""An index of many made-up reports with made-up vectors: as large as a real one, and made in minutes."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from actqa.bench.made_up import PAGE, report
from actqa.bench.speed.corpora import on_own_market
from actqa.bench.speed.setting import built
from actqa.index.encoder import Encoder

PAGES = 2.5
"""Of a report that has a hundred units or so."""
DIRECTIONS = 24
"""In which the vectors mostly differ: those of real texts lie near a surface of few dimensions too."""
NOISE = 0.3


class MadeUpEncoder:
    """Vectors drawn by each text's own hash, under the fingerprint of a real encoder, which can then ask the index."""

    def __init__(self, real: Encoder) -> None:
        self.fingerprint = real.fingerprint
        self.dimensions = real.dimensions
        self.word_ranks: Mapping[str, int] = real.word_ranks
        self._axes = np.random.default_rng(0).standard_normal((DIRECTIONS, self.dimensions)).astype(np.float32)

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> NDArray[np.float32]:
        """Shape (texts, dimensions), each row of length 1."""
        rows = [self._row(text) for text in texts]
        return np.array(rows, dtype=np.float32).reshape(len(texts), self.dimensions)

    def _row(self, text: str) -> NDArray[np.float32]:
        seed = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())
        random = np.random.default_rng(seed)
        row = random.standard_normal(DIRECTIONS, np.float32) @ self._axes
        row += NOISE * DIRECTIONS**0.5 * random.standard_normal(self.dimensions, np.float32)
        return np.asarray(row / np.linalg.norm(row), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Store:
    """A corpus and its index."""

    corpus: Path
    index: Path
    reports: int
    units: int = 0
    """Records."""


def stocked(folder: Path, reports: int, real: Encoder) -> Store:
    """So many reports in the folder, indexed; what lies there already is kept as far as it still holds."""
    corpus, index = folder / f"corpus-{reports}", folder / f"index-{reports}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(reports):
        file = corpus / f"market-{number:04}.md"
        if not file.exists():
            file.write_text(made_up(number), "utf-8")
    return Store(corpus, index, reports, built(corpus, index, MadeUpEncoder(real)).units)


def made_up(number: int) -> str:
    """A report of a hundred units or so, on a market of its own."""
    return on_own_market(report(3, seed=number)[: int(PAGES * PAGE)], number)
