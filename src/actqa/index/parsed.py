"""A report as the index keeps it: read, cut, and with the text of each unit; and its form on the disk."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter, ValidationError

from actqa.errors import IndexDamaged
from actqa.index.units import CHUNKING, Chunk, Unit, cut, embedded_texts
from actqa.reading import Report, read_report


@dataclass(frozen=True, slots=True)
class IndexedReport:
    """A report with its units and chunks."""

    report: Report
    units: tuple[Unit, ...]
    chunks: tuple[Chunk, ...]
    texts: tuple[str, ...]
    """For each unit what is embedded and matched by words."""


_FORM = TypeAdapter(IndexedReport)


def parse(data: bytes, *, id: str, name: str) -> IndexedReport:
    """The file's bytes, read and cut. Raises ReadingError."""
    report = read_report(data, id=id, name=name)
    units, chunks = cut(report)
    return IndexedReport(report, units, chunks, embedded_texts(report, units))


def dump(indexed: IndexedReport) -> bytes:
    """As JSON."""
    return _FORM.dump_json(indexed)


def load(data: bytes, *, id: str) -> IndexedReport:
    """What `dump` wrote. Raises IndexDamaged."""
    try:
        return _FORM.validate_json(data)
    except ValidationError as error:
        raise IndexDamaged(f"The stored report {id} cannot be read: run `actqa index` to mend the index.") from error


def parsing_version() -> str:
    """Changes with the code that reads and with `CHUNKING`; another one means that reports must be read again."""
    return f"{CHUNKING}:{_READING_CODE}"


def _sources(folder: Traversable) -> Iterator[bytes]:
    """Every Python file below the folder."""
    for place in folder.iterdir():
        if place.is_dir():
            yield from _sources(place)
        elif place.name.endswith(".py"):
            yield place.read_bytes()


# At import, so that it is the code in this process, whatever is installed later while it runs.
_READING_CODE = hashlib.sha256(b"".join(sorted(_sources(files("actqa.reading"))))).hexdigest()[:16]


def parsed_version(sha256: str, *, id: str, name: str) -> str:
    """Names what `parse` makes of the file with this SHA-256, under this id and name."""
    return hashlib.sha256("\n".join((sha256, id, name, parsing_version())).encode()).hexdigest()[:32]
