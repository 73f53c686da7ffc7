"""What one generation of the index holds, written down as JSON."""

import os
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from actqa.errors import IndexDamaged
from actqa.index.disk import Seal, seal_of

LAYOUT = 4
"""Raise it when older code could not read what newer code writes, or the other way round."""

Origin = Literal["corpus", "path"]

MEND = "run `actqa index` to mend the index"


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of a generation."""

    id: str
    key: str
    """Its file: relative to the corpus, or, where the user named it, absolute; with forward slashes."""
    origin: Origin
    """`corpus`: kept in step with the corpus folder; `path`: stays until its path is given again and is gone."""
    sha256: str
    """Of the file."""
    size: int
    """Of the file, in bytes."""
    mtime_ns: int
    """Of the file when it was read; 0 where it was too fresh to tell a later change by it."""
    version: str
    """Names the parsed report, see `parsed_version`."""
    title: str
    source: str
    characters: int
    pages: int | None
    revision: str
    units: int
    facts: str = ""
    """Names its facts, see `facts_version`; empty in an index from before there were any."""
    vectors: str = ""
    """Names the vectors of its units, see `rows`; empty where Chroma alone has them, on a server."""

    @property
    def stem(self) -> str:
        """What the ids of its records begin with; no other text's ever do."""
        return f"{self.id}:{self.version}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of Chroma's, which generations share: what is on it stays, and is left out where it is not wanted."""

    name: str
    held: dict[str, int]
    """By the stem of their ids how many records of a report there are."""

    @property
    def units(self) -> int:
        """Records in Chroma."""
        return sum(self.held.values())

    def buried(self, wanted: Container[str]) -> int:
        """Records on it that nobody wants."""
        return sum(units for stem, units in self.held.items() if stem not in wanted)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation: with what it was made, which reports are in it, and the seals of its files."""

    layout: int
    fingerprint: str
    """Of the encoder."""
    dimensions: int
    parsing: str
    """See `parsing_version`."""
    buried: int
    """Records that Chroma's graphs hold, or its server, and that are of no entry."""
    entries: tuple[Entry, ...]
    """By id; the word index has their units in this order."""
    seals: dict[str, Seal]
    """By path below the index folder: every file that nobody writes again, Chroma's databases excepted."""
    shelves: tuple[Shelf, ...] = ()
    """In which its records are: the first has most, a second what came lately. None on a server."""

    @property
    def units(self) -> int:
        """Of all entries."""
        return sum(entry.units for entry in self.entries)


_FORM = TypeAdapter(Manifest)


def record_ids(stem: str, units: int) -> list[str]:
    """Chroma's ids of a report's units, in order."""
    return [f"{stem}:{unit}" for unit in range(units)]


def dump(manifest: Manifest) -> bytes:
    """As JSON."""
    return _FORM.dump_json(manifest)


def load(file: Path, *, any_layout: bool = False) -> Manifest:
    """Raises IndexDamaged, also for a manifest of another layout, but where `any_layout` that can be read will do."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise IndexDamaged(f"{file} is missing or cannot be read: {MEND}.") from error
    return read(data, str(file), any_layout=any_layout)


def read(data: bytes, place: str, *, any_layout: bool = False) -> Manifest:
    """What `dump` gave, and where it lay. Raises IndexDamaged."""
    try:
        manifest = _FORM.validate_json(data)
    except ValidationError as error:
        raise IndexDamaged(f"{place} is missing or cannot be read: {MEND}.") from error
    if manifest.layout != LAYOUT and not any_layout:
        raise IndexDamaged(f"{place} was written by another version of actqa: {MEND}.")
    return manifest


def broken_files(root: Path, seals: Mapping[str, Seal]) -> Iterator[str]:
    """Paths of the files that are missing or not what was written."""
    for path, seal in seals.items():
        try:
            if seal_of(root / path) != seal:
                yield path
        except OSError:
            yield path


def missing_files(root: Path, seals: Mapping[str, Seal]) -> Iterator[str]:
    """Paths of the files that are missing or of another size; quicker than `broken_files`."""
    for path, seal in seals.items():
        try:
            if os.stat(f"{root}/{path}").st_size != seal.size:
                yield path
        except OSError:
            yield path
