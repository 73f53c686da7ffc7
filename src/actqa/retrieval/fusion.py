"""Several rankings into one."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Key = TypeVar("Key")  # Python 3.11 knows no `def fuse[Key]`

SMOOTHING = 60
"""The constant of Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank
Learning Methods", SIGIR 2009."""


def fuse(rankings: Iterable[Sequence[Key]]) -> dict[Key, float]:
    """For each key the sum, over the rankings that hold it, of 1 / (60 + rank); ranks count from 1."""
    scores: dict[Key, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1.0 / (SMOOTHING + rank)
    return scores
