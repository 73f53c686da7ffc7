"""Which files have been compared with their seals, and how each looked then: one that nobody touched is not read again.

Reading all the files of a thousand reports takes longer than looking each one up. What a disk changes silently is found
by who reads it: readers compare what they open with its seal, and so does a build with what it copies.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Mark = tuple[int, int, int, int]
"""Size, times of content and inode, and the inode. Nobody but a build writes these files, so that a change within the
same tick of the clock need not be feared."""
Marks = Mapping[str, Mark]
"""By path below the index folder."""


def marks_of(root: Path, paths: Iterable[str]) -> dict[str, Mark]:
    """Of those that are there."""
    found = {}
    for path in paths:
        try:
            seen = os.stat(f"{root}/{path}")
        except OSError:
            continue
        found[path] = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
    return found


def load_marks(file: Path) -> dict[str, Mark]:
    """What `save_marks` wrote; nothing where that cannot be read: then all is compared."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return {path: tuple(mark) for path, mark in found.items()} if isinstance(found, dict) else {}


def save_marks(file: Path, marks: Marks) -> None:
    """Raises OSError."""
    file.write_text(json.dumps(marks), "utf-8")
