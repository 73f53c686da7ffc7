"""SHA-256 of files; of large ones remembered between processes, since reading them takes as long as an answer."""

import hashlib
import json
import os
import time
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
    """Of the content. In the folder `cache` large files' are remembered, as long as nothing touches them."""
    seen = file.stat()
    return _sha256_of(file, (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino), cache)


@lru_cache
def _sha256_of(file: Path, mark: Mark, cache: Path | None) -> str:
    if cache is None or mark[0] < LARGE:
        return _computed(file)
    place, known = os.path.abspath(file), _known(cache)
    match known.get(place):
        case [[*before], str(digest)] if tuple(before) == mark:
            return digest
    digest = _computed(file)
    if time.time_ns() - max(mark[1:3]) >= FRESH_NS:
        with suppress(OSError):  # a cache that cannot be written costs time, no more
            cache.mkdir(parents=True, exist_ok=True)
            write_whole(cache / FILE, json.dumps(known | {place: [mark, digest]}).encode())
    return digest


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
