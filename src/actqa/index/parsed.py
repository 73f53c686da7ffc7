"""A report as the index keeps it: read, cut, and with the facts it states; and its two files on the disk.

The facts have a file of their own, so that they are read back without the report, and so that other code that extracts
them changes neither the units nor their records.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import TypeAdapter, ValidationError

from actqa.errors import IndexDamaged
from actqa.facts import ReportFacts
from actqa.index.units import CHUNKING, Chunk, Unit, cut, embedded_texts
from actqa.reading import NO_LIMITS, Box, Limits, Report, read_placed


@dataclass(frozen=True, slots=True)
class CutReport:
    """A report with its units and chunks."""

    report: Report
    units: tuple[Unit, ...]
    chunks: tuple[Chunk, ...]
    texts: tuple[str, ...]
    """For each unit what is embedded and matched by words."""


@dataclass(frozen=True, slots=True)
class IndexedReport(CutReport):
    """The same with the facts it states."""

    facts: ReportFacts


_FORM = TypeAdapter(CutReport)


def parse(
    data: bytes,
    *,
    id: str,
    name: str,
    limits: Limits = NO_LIMITS,
    begin: Callable[[Sequence[str]], None] | None = None,
) -> tuple[IndexedReport, Sequence[Box]]:
    """The file's bytes, read, cut and searched for facts; and where its words stand. Raises ReadingError.

    `begin` gets what is to be embedded before facts are searched for.
    """
    from actqa.facts import extract

    placed = read_placed(data, id=id, name=name, limits=limits)
    report = placed.report
    units, chunks = cut(report)
    texts = embedded_texts(report, units)
    if begin:
        begin(texts)
    return IndexedReport(report, units, chunks, texts, extract(report)), placed.boxes


def dump(indexed: IndexedReport) -> bytes:
    """All but the facts, as JSON."""
    return _FORM.dump_json(CutReport(indexed.report, indexed.units, indexed.chunks, indexed.texts))


def load(data: bytes, facts: bytes, *, id: str) -> IndexedReport:
    """What `dump` and `dump_facts` wrote, every quote compared with the report's text. Raises IndexDamaged."""
    try:
        cut = _FORM.validate_json(data)
        stated = ReportFacts.model_validate_json(facts, context={"text": cut.report.text})
    except ValidationError as error:
        raise _damaged(id) from error
    return IndexedReport(cut.report, cut.units, cut.chunks, cut.texts, stated)


def dump_facts(facts: ReportFacts) -> bytes:
    """As JSON."""
    return facts.model_dump_json().encode()


def load_facts(data: bytes, *, id: str) -> ReportFacts:
    """What `dump_facts` wrote. Raises IndexDamaged."""
    try:
        return ReportFacts.model_validate_json(data)
    except ValidationError as error:
        raise _damaged(id) from error


def _damaged(id: str) -> IndexDamaged:
    return IndexDamaged(f"The stored report {id} cannot be read: run `actqa index` to mend the index.")


def _sources(folder: Traversable) -> Iterator[bytes]:
    """Every Python file below the folder."""
    for place in folder.iterdir():
        if place.is_dir():
            yield from _sources(place)
        elif place.name.endswith(".py"):
            yield place.read_bytes()


def _code(*packages: str) -> str:
    sources = sorted(source for package in packages for source in _sources(files(package)))
    return hashlib.sha256(b"".join(sources)).hexdigest()[:16]


# At import, so that it is the code in this process, whatever is installed later while it runs.
_READING_CODE = _code("actqa.reading")
_FACTS_CODE = _code("actqa.facts", "actqa.figures")


def parsing_version() -> str:
    """Changes with the code that reads or extracts and with `CHUNKING`: reports must then be read again."""
    return f"{CHUNKING}:{_READING_CODE}:{_FACTS_CODE}"


def parsed_version(sha256: str, *, id: str, name: str) -> str:
    """Names what `parse` makes of the file with this SHA-256, under this id and name, the facts left aside."""
    return _digest(sha256, id, name, f"{CHUNKING}:{_READING_CODE}")


def facts_version(version: str) -> str:
    """Names the facts of the parsed report of this version."""
    return _digest(version, _FACTS_CODE)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
