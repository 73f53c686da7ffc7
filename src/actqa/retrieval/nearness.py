"""What the units of one report are to a question, worked out when it is first looked at.

Encoding a question takes longer than all else, and many answers do without: lists, and figures that no sentence gives.
"""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot
from actqa.retrieval.rank import Query, Ranked, encoded, rank

DEPTH = 60
"""Ranked units that composing looks at."""


class Nearness:
    """Of one report; what is not looked at by then, has to be settled before the snapshot is given back."""

    def __init__(self, snapshot: Snapshot, encoder: Encoder, question: str, report: str) -> None:
        """Raises IndexFault where the index was built with another encoder."""
        snapshot.check_encoder(encoder)
        self._snapshot = snapshot
        self._encoder = encoder
        self._question = question
        self._report = report

    def __getitem__(self, unit: int) -> float:
        """Cosine of the question with the unit."""
        return float(self.cosines[unit])

    @cached_property
    def cosines(self) -> NDArray[np.float32]:
        """Of the question with each unit."""
        return self._snapshot.vectors(self._report) @ self._query.vector

    @cached_property
    def ranked(self) -> list[Ranked]:
        """The units that fit best, best first."""
        return rank(self._snapshot, self._query, self._report, DEPTH)

    def settle(self) -> None:
        """Works out what is still open."""
        _ = self.cosines, self.ranked

    @cached_property
    def _query(self) -> Query:
        return encoded(self._snapshot, self._encoder, self._question)
