"""What a server keeps, once more on this machine: each thing is fetched once, and checked whenever it is read."""

import contextlib
import io
import shutil
import tempfile
import time
import zipfile
from collections.abc import Collection
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

    def write(self, kind: str, name: str, data: bytes) -> None:
        """For later. Raises IndexUnwritable."""
        try:
            (self._folder / kind).mkdir(parents=True, exist_ok=True)
            write_whole(self._folder / kind / name, data)
        except OSError as error:
            raise self._unwritable(error) from error

    def unpacked(self, kind: str, name: str) -> Path:
        """Where a packed folder of that name lies, or would."""
        return self._folder / f"{kind}-unpacked" / name

    def unpack(self, kind: str, name: str, packed: bytes) -> Path:
        """The folder that was packed; in place in one step, whoever else does the same. Raises IndexUnwritable."""
        target = self.unpacked(kind, name)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=target.parent, prefix=".tmp-") as unfinished:
                inner = Path(unfinished, "folder")
                inner.mkdir()
                with zipfile.ZipFile(io.BytesIO(packed)) as files:
                    files.extractall(inner)
                try:
                    inner.rename(target)
                except OSError:
                    if not target.is_dir():
                        raise
        except OSError as error:
            raise self._unwritable(error) from error
        return target

    def forget(self, needed: Collection[tuple[str, str]]) -> None:
        """Removes what has not been needed for long; what is needed, by kind and name, stays."""
        ripe = time.time() - KEPT_SECONDS
        for place in list(self._folder.glob("*/*")):
            with contextlib.suppress(OSError):  # another process does the same
                kind = place.parent.name.removesuffix("-unpacked")
                if (kind, place.name) in needed or place.stat().st_mtime > ripe:
                    continue
                shutil.rmtree(place) if place.is_dir() else place.unlink()

    def _unwritable(self, error: OSError) -> IndexUnwritable:
        return IndexUnwritable(
            f"The folder {self._folder} cannot be written ({error.strerror or error}): mend that or set ACTQA_CACHE."
        )


def packed(folder: Path) -> bytes:
    """The files of a folder, as one."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as files:
        for file in sorted(folder.iterdir()):
            files.writestr(zipfile.ZipInfo(file.name), file.read_bytes())
    return content.getvalue()
