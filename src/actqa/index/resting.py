"""Which files of a folder that is being changed have come to rest: a file half written must not be read."""

from collections.abc import Mapping
from pathlib import Path

from actqa.reading import find_files

STILL = 2.0
"""Seconds for which a file has to stay as it is. A copy that pauses longer is read too soon, and again at its end."""
RETRY = 15.0
"""Seconds until what failed is tried again."""

Mark = tuple[int, ...] | None
"""What tells a file from what it was: size, times of content and inode, the inode itself; None where it is gone."""


class Resting:
    """The files of one folder; is told when to look, and what time it is, by a clock that never goes back."""

    def __init__(self, folder: Path, still: float = STILL) -> None:
        self._folder = folder
        self._still = still
        self._marks: dict[Path, Mark] = {}
        self._moved: dict[Path, float] = {}
        """When each file that has changed did so last."""
        self._whole_from: float | None = 0.0
        """From when on the folder as a whole is due; None where that has been done."""

    @property
    def is_waiting(self) -> bool:
        """Whether something will be due without anything happening before."""
        return bool(self._moved) or self._whole_from is not None

    def look(self, now: float) -> None:
        """Takes note of what is other than before; at first, of everything. Raises CorpusError for a lost folder."""
        marks = _marks(self._folder)
        for file in marks.keys() | self._marks.keys():
            if marks.get(file) != self._marks.get(file):
                self._moved[file] = now
        self._marks = dict(marks)

    def due(self, now: float) -> tuple[Path, ...] | None:
        """Files that changed or went and are at rest, each told once; none at all: the whole folder; None: nothing.

        A folder that has been emptied is due as a whole, which is refused: it may be a disk that is not there.
        """
        rested = tuple(sorted(file for file, moved in self._moved.items() if now - moved >= self._still))
        for file in rested:
            del self._moved[file]
        if rested and not self._marks:
            self._whole_from = now
        if self._whole_from is not None and not self._moved and now >= self._whole_from:
            self._whole_from = None
            return ()
        return rested or None

    def put_off(self, files: tuple[Path, ...], now: float) -> None:
        """What was due has failed: it will be again."""
        if not files:
            self._whole_from = now + RETRY
        self._moved |= dict.fromkeys(files, now + RETRY - self._still)


def _marks(folder: Path) -> Mapping[Path, Mark]:
    return {folder / name: _mark(folder / name) for name in find_files(folder)}


def _mark(file: Path) -> Mark:
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
