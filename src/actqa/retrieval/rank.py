"""Ranks the units of one report, exactly, or of all reports, with Chroma's help."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot
from actqa.retrieval.fusion import fuse

DEPTH = 200
"""How many units each side ranks; what lies deeper adds less to a fused score than one rank at the top."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit and how well it fits the question."""

    report: str
    unit: int
    score: float
    """Fused; only its order means something."""
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
    words = snapshot.lexical_scores(question, report)
    dense = np.argsort(-similarities, kind="stable")[:DEPTH]
    lexical = [int(u) for u in np.argsort(-words, kind="stable")[:DEPTH] if words[u] > 0]
    scores = fuse([[int(u) for u in dense], lexical])
    best = sorted(scores, key=lambda u: (-scores[u], u))[:count]
    return [Ranked(report, u, scores[u], float(similarities[u])) for u in best]


def _across(snapshot: Snapshot, vector: NDArray[np.float32], question: str, count: int) -> list[Ranked]:
    dense = snapshot.nearest(vector, DEPTH)
    lexical = snapshot.lexical_nearest(question, DEPTH)
    scores = fuse([[(h.report, h.unit) for h in dense], [(h.report, h.unit) for h in lexical]])
    similarities = {(h.report, h.unit): h.score for h in dense}
    best = sorted(scores, key=lambda key: (-scores[key], key))[:count]
    return [Ranked(*key, scores[key], similarities.get(key, 0.0)) for key in best]
