"""Words: BM25 over the same texts that are embedded, of one report in memory or of all on the disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from actqa.errors import IndexDamaged

if TYPE_CHECKING:
    from bm25s import BM25


SATURATION, LENGTHS = 0.9, 0.4
"""BM25's k1 and b as Anserini has them: units are short, and a longer one is not for that less to the point."""


class Words:
    """BM25, Lucene's variant, over a row of texts."""

    def __init__(self, ranker: "BM25 | None", texts: int) -> None:
        self._ranker = ranker
        self._texts = texts

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Words":
        """Over these texts, with their own inverse document frequencies."""
        from bm25s import BM25

        stems = _stems(texts)
        if not any(stems):
            return cls(None, len(texts))
        ranker = BM25(method="lucene", k1=SATURATION, b=LENGTHS)
        ranker.index(stems, show_progress=False)
        return cls(ranker, len(texts))

    @classmethod
    def load(cls, folder: Path, texts: int) -> "Words":
        """What `save` wrote, mapped into memory. Raises IndexDamaged."""
        from bm25s import BM25

        if not any(folder.iterdir()):
            return cls(None, texts)
        try:
            return cls(BM25.load(folder, mmap=True, show_progress=False), texts)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexDamaged(f"The words in {folder} cannot be read: run `actqa index` to mend the index.") from error

    def save(self, folder: Path) -> None:
        """Into an empty folder, which stays empty where the texts hold no words. Raises OSError."""
        if self._ranker is not None:
            self._ranker.save(folder, show_progress=False)

    def __len__(self) -> int:
        return self._texts

    def scores(self, query: str) -> NDArray[np.float32]:
        """One score per text, 0 where it shares no word with the query."""
        known = self._ranker.get_tokens_ids(_stems([query])[0]) if self._ranker else []
        if self._ranker is None or not known:
            return np.zeros(self._texts, dtype=np.float32)
        return np.asarray(self._ranker.get_scores_from_ids(known), dtype=np.float32)

    def nearest(self, query: str, count: int, kept: NDArray[np.bool_] | None = None) -> list[tuple[int, float]]:
        """Positions and scores of the texts that share most with the query, best first; earlier ones win a tie.

        `kept` says of each text whether it may be found; all may where it is None.
        """
        scores = self.scores(query)
        found = np.flatnonzero(scores > 0 if kept is None else (scores > 0) & kept)
        best = found[np.argsort(-scores[found], kind="stable")][: max(count, 0)]
        return [(int(at), float(scores[at])) for at in best]


def _stems(texts: Sequence[str]) -> list[list[str]]:
    import bm25s
    import Stemmer

    # A stemmer of its own for each call: they are not safe to share between threads.
    stemmer = Stemmer.Stemmer("english")
    stems: list[list[str]] = bm25s.tokenize(
        list(texts), stopwords="en", stemmer=stemmer, return_ids=False, show_progress=False
    )
    return stems
