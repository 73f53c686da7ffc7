"""Ranks the units of one report, exactly, or of all reports, with Chroma's help."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot
from actqa.retrieval.fusion import mix

DEPTH = 200
"""How many units of all reports the vectors find and how many the words; one that a side has not found counts as 0."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit and how well it fits the question."""

    report: str
    unit: int
    score: float
    """Of both kinds, at most 1; comparable among the units of one ranking."""
    similarity: float
    """Cosine of the angle between question and unit; 0 where only the words found it."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question with its vector, to rank by as often as need be."""

    text: str
    vector: NDArray[np.float32]


def encoded(snapshot: Snapshot, encoder: Encoder, question: str) -> Query:
    """The question, encoded as the index is. Raises IndexFault where it was built with another encoder."""
    snapshot.check_encoder(encoder)
    return Query(question, encoder.encode([question])[0])


def rank(snapshot: Snapshot, query: Query, report: str | None, count: int) -> list[Ranked]:
    """The units that fit best, best first, of one report or with None of all. Raises ReportNotFound, IndexFault."""
    if report:
        return _within(snapshot, query.vector, query.text, report, count)
    return _across(snapshot, query.vector, query.text, count)


def _within(snapshot: Snapshot, vector: NDArray[np.float32], question: str, report: str, count: int) -> list[Ranked]:
    similarities = snapshot.vectors(report) @ vector
    scores = mix(similarities, snapshot.lexical_scores(question, report))
    return [Ranked(report, u, float(scores[u]), float(similarities[u])) for u in _best(scores, count)]


def _across(snapshot: Snapshot, vector: NDArray[np.float32], question: str, count: int) -> list[Ranked]:
    dense = {(hit.report, hit.unit): hit.score for hit in snapshot.nearest(vector, DEPTH)}
    lexical = {(hit.report, hit.unit): hit.score for hit in snapshot.lexical_nearest(question, DEPTH)}
    keys = sorted(dense.keys() | lexical.keys())
    scores = mix(*(np.array([side.get(key, 0) for key in keys], dtype=np.float32) for side in (dense, lexical)))
    return [Ranked(*keys[at], float(scores[at]), dense.get(keys[at], 0.0)) for at in _best(scores, count)]


def _best(scores: NDArray[np.float32], count: int) -> list[int]:
    """Positions of the highest scores, highest first; the earlier wins a tie."""
    return [int(at) for at in np.argsort(-scores, kind="stable")[:count]]
