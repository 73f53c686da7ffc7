"""Chroma's folders of one generation, asked as one."""

import threading
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from pathlib import Path

from actqa.errors import IndexDamaged
from actqa.index.home import Hit, Vectors
from actqa.index.manifest import MEND, Shelf
from actqa.index.records import Records

SPARE = 1.5
"""How many more records are asked for than are wanted, where some are no longer wanted."""


class Shelves:
    """Opened when they are first needed. Safe to share between threads."""

    def __init__(self, shelves: Sequence[tuple[Path, Shelf]], reports: Mapping[str, str]) -> None:
        """`reports` has the id of each report by the stem of its records; all others are left out."""
        self._shelves = shelves
        self._reports = reports
        self._opening = threading.Lock()
        self._open: list[Records] | None = None

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None) -> list[Hit]:
        """The units nearest to the vector, of these reports or of all, best first. Raises IndexDamaged."""
        opened = zip(self.opened(), self._shelves, strict=True)
        found = [self._nearest(records, shelf, vector, count, reports) for records, (_, shelf) in opened]
        return list(islice(merge(*found, key=lambda hit: -hit.score), max(count, 0)))

    def opened(self) -> list[Records]:
        """Each of them, open. Raises IndexDamaged."""
        with self._opening:
            if self._open is None:
                with ExitStack() as undo:
                    self._open = [undo.enter_context(_open(folder, shelf)) for folder, shelf in self._shelves]
                    undo.pop_all()
            return self._open

    def close(self) -> None:
        """Lets go of them; they may be used again."""
        with self._opening:
            for records in self._open or ():
                records.close()
            self._open = None

    def _nearest(
        self, records: Records, shelf: Shelf, vector: Vectors, count: int, reports: Collection[str] | None
    ) -> list[Hit]:
        """Where what is no longer wanted leaves too few, more are asked for."""
        asked = count if self._reports.keys() >= shelf.held.keys() else int(count * SPARE)
        while True:
            found = records.nearest(vector, asked, reports)
            parted = ((id.rpartition(":"), score) for id, score in found)
            hits = [Hit(self._reports[at[0]], int(at[2]), score) for at, score in parted if at[0] in self._reports]
            if len(hits) >= count or len(found) < asked:
                return hits[:count]
            asked *= 2


def _open(folder: Path, shelf: Shelf) -> Records:
    records = Records.open(folder)
    if records.count() != shelf.units:
        records.close()
        raise IndexDamaged(f"Chroma's records in {folder} are incomplete: {MEND}.")
    return records
