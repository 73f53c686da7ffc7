"""SHA-256 of files; of large ones remembered between processes, since reading them takes as long as an answer."""

import hashlib
import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from actqa.index.disk import write_whole

LARGE = 1_000_000
"""Bytes from which a digest is remembered."""
FRESH_NS = 2_000_000_000
"""A file changed less than this ago may change again without its times showing it."""
FILE = "digests.json"

Mark = tuple[int, int, int, int]
"""What tells a file from what it was: size, the times of its content and of its inode, and the inode."""


def sha256_of(file: Path, cache: Path | None = None) -> str:
    """Of the content; as it is remembered in the folder `cache`, if nothing has touched the file since."""
    return _sha256_of(file, _mark(file), cache)


def remember(files: Iterable[Path], cache: Path) -> None:
    """Writes the digests of those that are large into the folder; a folder that cannot be written costs time later."""
    known = _known(cache)
    found = dict(known)
    for file in files:
        mark = _mark(file)
        if mark[0] >= LARGE and time.time_ns() - max(mark[1:3]) >= FRESH_NS:
            found[os.path.abspath(file)] = [list(mark), _sha256_of(file, mark, cache)]
    if found != known:
        with suppress(OSError):
            cache.mkdir(parents=True, exist_ok=True)
            write_whole(cache / FILE, json.dumps(found).encode())


def _mark(file: Path) -> Mark:
    seen = file.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


@lru_cache
def _sha256_of(file: Path, mark: Mark, cache: Path | None) -> str:
    if cache is not None and mark[0] >= LARGE:
        match _known(cache).get(os.path.abspath(file)):
            case [[*before], str(digest)] if tuple(before) == mark:
                return digest
    return _computed(file)


def _computed(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _known(cache: Path) -> dict[str, object]:
    """What is remembered; nothing where the file is missing or no longer what was written."""
    try:
        found = json.loads((cache / FILE).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
