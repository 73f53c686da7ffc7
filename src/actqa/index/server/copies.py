"""What a server keeps, once more on this machine: each thing is fetched once, and checked whenever it is read."""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Callable, Collection
from pathlib import Path

from actqa.errors import IndexUnwritable
from actqa.index.disk import Seal, seal_of_bytes, write_whole

KEPT_SECONDS = 24 * 3600
"""How long what no current generation names is kept, since another process may still read it."""


class Copies:
    """A folder that may be deleted at any time. Safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, kind: str, name: str, seal: Seal) -> bytes | None:
        """None where there is none such."""
        try:
            data = (self._folder / kind / name).read_bytes()
        except OSError:
            return None
        return data if seal_of_bytes(data) == seal else None

    def has(self, kind: str, name: str) -> bool:
        """Whether there is one, whatever it holds."""
        return (self._folder / kind / name).exists()

    def write(self, kind: str, name: str, data: bytes) -> None:
        """For later. Raises IndexUnwritable."""
        try:
            (self._folder / kind).mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / kind / name, data)
        except OSError as error:
            raise self._unwritable(error) from error

    def folder(self, kind: str, name: str, fill: Callable[[Path], None]) -> Path:
        """A folder of that name; where it is missing, filled and then put in place in one step, whoever does the same.

        Raises IndexUnwritable.
        """
        target = self._folder / kind / name
        try:
            if not target.is_dir():
                target.parent.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryDirectory(dir=target.parent, prefix=".tmp-") as unfinished:
                    inner = Path(unfinished, "whole")
                    inner.mkdir()
                    fill(inner)
                    _put(inner, target)
        except OSError as error:
            raise self._unwritable(error) from error
        return target

    def forget(self, needed: Collection[tuple[str, str]]) -> None:
        """Removes what has not been needed for long; what is needed, by kind and name, stays."""
        ripe = time.time() - KEPT_SECONDS
        for place in list(self._folder.glob("*/*")):
            with contextlib.suppress(OSError):  # another process does the same
                if (place.parent.name, place.name) in needed or place.stat().st_mtime > ripe:
                    continue
                shutil.rmtree(place) if place.is_dir() else place.unlink()

    def _unwritable(self, error: OSError) -> IndexUnwritable:
        return IndexUnwritable(
            f"The folder {self._folder} cannot be written ({error.strerror or error}): mend that or set ACTQA_CACHE."
        )


def _put(inner: Path, target: Path) -> None:
    try:
        inner.rename(target)
    except OSError:
        if not target.is_dir():  # another was quicker
            raise
