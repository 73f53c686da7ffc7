"""Files to reports: which are read, how their bytes become text, and what ids they get."""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from actqa.errors import CorpusError, ReadingError
from actqa.reading.decoding import decode
from actqa.reading.outline import outline
from actqa.reading.types import Report

READERS: dict[str, Callable[[bytes, str], str]] = {".md": decode, ".txt": decode}
"""By suffix: a file's bytes and name → its canonical text."""
SUFFIXES = tuple(READERS)


def find_files(root: Path) -> list[PurePosixPath]:
    """Report files under the folder, relative to it, sorted; hidden ones left out. Raises CorpusError."""
    if not root.is_dir():
        raise CorpusError(
            f"There is no corpus folder {root}: make it and put .md or .txt reports in, or set ACTQA_CORPUS."
        )
    found = (p for p in root.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    relative = (PurePosixPath(p.relative_to(root).as_posix()) for p in found)
    return sorted(p for p in relative if not any(part.startswith(".") for part in p.parts))


def slug(stem: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def assign_ids(paths: Iterable[PurePosixPath], known: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    """An id for each path: the known one, else the stem's slug, with a suffix from the path's hash where need be."""
    taken = set(known.values())
    ids: dict[PurePosixPath, str] = {}
    for path in paths:
        if path in known:
            ids[path] = known[path]
            continue
        plain = slug(path.stem)
        suffix = hashlib.sha256(path.as_posix().encode()).hexdigest()[:8]
        ids[path] = plain if plain and plain not in taken else f"{plain}-{suffix}".strip("-")
        taken.add(ids[path])
    return ids


def read_report(data: bytes, *, id: str, name: str) -> Report:
    """The file's bytes as a report; `name` is the file's name, whose suffix chooses the reader. Raises ReadingError."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in READERS:
        raise ReadingError(f"{name} is of a kind that is not read: give it as {' or '.join(SUFFIXES)}.")
    text = READERS[suffix](data, name)
    title, sections, blocks = outline(text)
    revision = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Report(id, title or PurePosixPath(name).stem, name, text, revision, None, sections, blocks)
