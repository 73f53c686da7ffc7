"""From a survey to the list of reports that the next generation holds: what is read again, and what stays."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from actqa.errors import IndexDamaged, ReadingError
from actqa.facts import ReportFacts
from actqa.index import boxes, parsed
from actqa.index.boxes import Boxes
from actqa.index.home import Kind, Objects, Readable, Stock
from actqa.index.lexical import Words
from actqa.index.manifest import Entry, Origin
from actqa.index.parsed import IndexedReport, facts_version, parsed_version
from actqa.index.rows import Rows, load_rows
from actqa.index.survey import Candidate, Survey, is_changed, read_content
from actqa.reading import Limits, assign_ids


@dataclass(frozen=True, slots=True)
class Plan:
    """The next generation's reports."""

    entries: tuple[Entry, ...]
    """By id."""
    failed: tuple[tuple[str, str], ...]
    """Paths that gave no report, with what to tell the user."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A file's content, safe in the index."""

    key: str
    origin: Origin
    sha256: str
    size: int
    mtime_ns: int


@dataclass
class _Work:
    """What planning gathers on its way."""

    objects: Objects
    stock: Stock
    limits: Limits
    begin: Callable[[Sequence[str]], None]
    failed: list[tuple[str, str]]

    @cached_property
    def known(self) -> frozenset[str]:
        """Ids of reports that were in the index: most of what they say is embedded."""
        return frozenset(entry.id for entry in self.stock.entries)


def make_plan(
    objects: Objects,
    stock: Stock,
    found: Survey,
    *,
    reread: bool,
    max_bytes: int,
    limits: Limits,
    tell: Callable[[int, int], None],
    begin: Callable[[Sequence[str]], None],
) -> Plan:
    """Reads what is new or changed, and with `reread` parses all; `tell` hears how many files are looked at.

    `begin` gets the texts of reports that were not in the index, which will all have to be embedded.

    Nothing is lost: a report whose file cannot be read any more stays as it was.
    """
    work = _Work(objects, stock, limits, begin, list(found.missing))
    known = {entry.key: entry for entry in stock.entries if entry.key not in found.gone}
    sources = _fetch(work, found.candidates, known, max_bytes, tell)
    if reread:
        sources = {key: _stored(entry) for key, entry in known.items()} | sources
    ids = _choose_ids(sources, known, [entry for entry in stock.entries if entry.key in found.gone])
    entries = {entry.id: entry for key, entry in known.items() if key not in sources}
    for key, source in sources.items():
        if entry := _read(work, source, ids[key], known.get(key)):
            entries[entry.id] = entry
    return Plan(tuple(entries[id] for id in sorted(entries)), tuple(work.failed))


def load_report(objects: Readable, entry: Entry) -> IndexedReport:
    """The report as stored. Raises IndexFault."""
    stored = (
        _stored_bytes(objects, "reports", entry.version, entry),
        _stored_bytes(objects, "facts", entry.facts, entry),
    )
    return parsed.load(*stored, id=entry.id)


def load_facts(objects: Readable, entry: Entry) -> ReportFacts:
    """The report's facts as stored, without the report. Raises IndexFault."""
    return parsed.load_facts(_stored_bytes(objects, "facts", entry.facts, entry), id=entry.id)


def load_words(objects: Readable, entry: Entry) -> Words:
    """The stems of the report's units, as stored. Raises IndexFault."""
    return Words.read(_stored_bytes(objects, "words", entry.version, entry), entry.units, entry.id)


def load_vectors(objects: Readable, entry: Entry, dimensions: int) -> Rows:
    """Of the report's units: shape (units, dimensions). Raises IndexFault."""
    try:
        return load_rows(_stored_bytes(objects, "vectors", entry.vectors, entry), entry.units, dimensions)
    except ValueError as error:
        raise IndexDamaged(f"The vectors of {entry.id} cannot be read: run `actqa index` to mend the index.") from error


def load_source(objects: Readable, entry: Entry) -> bytes:
    """The report's file. Raises IndexFault."""
    return _stored_bytes(objects, "sources", entry.sha256, entry)


def load_boxes(objects: Readable, entry: Entry) -> Boxes:
    """Where its words stand; nowhere if nothing is known of that. Raises IndexFault."""
    known = objects.has("boxes", entry.version)
    return boxes.load(_stored_bytes(objects, "boxes", entry.version, entry) if known else b"", id=entry.id)


def names_of(entry: Entry) -> list[tuple[Kind, str]]:
    """All that is kept for the report; of files without pages there are no boxes."""
    names: list[tuple[Kind, str]] = [
        ("sources", entry.sha256),
        ("reports", entry.version),
        ("words", entry.version),
        ("boxes", entry.version),
        ("facts", entry.facts),
        ("vectors", entry.vectors),
    ]
    return [(kind, name) for kind, name in names if name]


def _stored_bytes(objects: Readable, kind: Kind, name: str, entry: Entry) -> bytes:
    try:
        return objects.read(kind, name)
    except OSError as error:
        raise IndexDamaged(f"The stored report {entry.id} is gone: run `actqa index` to mend the index.") from error


def _fetch(
    work: _Work,
    candidates: tuple[Candidate, ...],
    known: Mapping[str, Entry],
    max_bytes: int,
    tell: Callable[[int, int], None],
) -> dict[str, _Source]:
    """Copies new and changed files into the index; of a damaged one, all."""
    sources: dict[str, _Source] = {}
    for number, candidate in enumerate(candidates, 1):
        entry = known.get(candidate.key)
        if entry is None or work.stock.damaged or is_changed(candidate, entry):
            try:
                sources[candidate.key] = _keep(work, candidate, max_bytes)
            except ReadingError as error:
                work.failed.append((str(candidate.file), str(error)))
        tell(number, len(candidates))
    return sources


def _keep(work: _Work, candidate: Candidate, max_bytes: int) -> _Source:
    content = read_content(candidate, max_bytes)
    if work.stock.damaged or not work.objects.has("sources", content.sha256):
        work.objects.write("sources", content.sha256, content.data)
    return _Source(candidate.key, candidate.origin, content.sha256, len(content.data), content.mtime_ns)


def _stored(entry: Entry) -> _Source:
    return _Source(entry.key, entry.origin, entry.sha256, entry.size, entry.mtime_ns)


def _choose_ids(sources: Mapping[str, _Source], known: Mapping[str, Entry], gone: list[Entry]) -> dict[str, str]:
    """An id for each source. One once given stays, also with a file that has only moved."""
    given = {PurePosixPath(key): entry.id for key, entry in known.items()}
    left = {entry.sha256: entry.id for entry in gone}
    for key, source in sources.items():
        if key not in known and source.sha256 in left:
            given[PurePosixPath(key)] = left.pop(source.sha256)
    return {str(path): id for path, id in assign_ids([PurePosixPath(key) for key in sources], given).items()}


def _read(work: _Work, source: _Source, id: str, before: Entry | None) -> Entry | None:
    """The report's new entry; where it cannot be read, the old one, if that still holds."""
    name = PurePosixPath(source.key).name
    version = parsed_version(source.sha256, id=id, name=name)
    if before and (before.version, before.facts) == (version, facts_version(version)) and not work.stock.damaged:
        return replace(before, size=source.size, mtime_ns=source.mtime_ns)
    begin = work.begin if id not in work.known else None
    try:
        data = _source_bytes(work.objects, source)
        indexed, places = parsed.parse(data, id=id, name=name, limits=work.limits, begin=begin)
    except ReadingError as error:
        work.failed.append((source.key, str(error)))
        return before if before and _holds(work.objects, before) else None
    work.objects.write("reports", version, parsed.dump(indexed))
    work.objects.write("words", version, Words.of(indexed.texts).dump())
    work.objects.write("facts", facts_version(version), parsed.dump_facts(indexed.facts))
    if places:
        work.objects.write("boxes", version, boxes.dump(places))
    return _entry(source, version, indexed)


def _source_bytes(objects: Objects, source: _Source) -> bytes:
    """The stored copy. Raises ReadingError where that is lost."""
    try:
        data = objects.read("sources", source.sha256)
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != source.sha256:
        raise ReadingError(f"The stored copy of {source.key} is lost: index the file itself again.")
    return data


def _holds(objects: Objects, entry: Entry) -> bool:
    try:
        return len(load_report(objects, entry).units) == entry.units
    except IndexDamaged:
        return False


def _entry(source: _Source, version: str, indexed: IndexedReport) -> Entry:
    report = indexed.report
    return Entry(
        id=report.id,
        key=source.key,
        origin=source.origin,
        sha256=source.sha256,
        size=source.size,
        mtime_ns=source.mtime_ns,
        version=version,
        facts=facts_version(version),
        title=report.title,
        source=report.source,
        characters=len(report.text),
        pages=report.pages,
        revision=report.revision,
        units=len(indexed.units),
    )
