"""Files to reports: which are read, how their bytes become text, and what ids they get."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from actqa.errors import CorpusError
from actqa.reading.decoding import decode
from actqa.reading.formats import kinds
from actqa.reading.formats.canonical import Box, Canonical, Limits
from actqa.reading.formats.child import read_apart
from actqa.reading.formats.kinds import kind_of
from actqa.reading.outline import outline
from actqa.reading.types import Report

SUFFIXES = tuple(kinds.SUFFIXES)
NO_LIMITS = Limits()
"""Those that hold where none are given."""


@dataclass(frozen=True, slots=True)
class PlacedReport:
    """A report, and where its words stand on the pages of its file."""

    report: Report
    boxes: tuple[Box, ...]


def find_files(root: Path) -> list[PurePosixPath]:
    """Report files under the folder, relative to it, sorted; hidden ones left out. Raises CorpusError."""
    if not root.is_dir():
        raise CorpusError(f"There is no corpus folder {root}: make it and put reports in, or set ACTQA_CORPUS.")
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


def read_report(data: bytes, *, id: str, name: str, limits: Limits = NO_LIMITS) -> Report:
    """The file's bytes as a report; what it is, is told by its content. Raises ReadingError."""
    return read_placed(data, id=id, name=name, limits=limits).report


def read_placed(data: bytes, *, id: str, name: str, limits: Limits = NO_LIMITS) -> PlacedReport:
    """The same with the places of its words. Raises ReadingError."""
    kind = kind_of(data, name)
    found = Canonical(decode(data, name)) if kind == "text" else read_apart(kind, data, name, limits)
    title, sections, blocks = outline(found.text)
    revision = hashlib.sha256(found.text.encode()).hexdigest()[:16]
    stem, pages = PurePosixPath(name).stem, len(found.page_starts) or None
    report = Report(id, title or stem, name, found.text, revision, pages, sections, blocks, found.page_starts)
    return PlacedReport(report, found.boxes)
