"""Writes a generation into a folder: Chroma's records, the words, and last the manifest."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path

from actqa.index import manifest as manifests
from actqa.index.difference import Difference, Row, buried_after, difference_between, embed, reusable
from actqa.index.disk import Seal, seal_of, settle, write_whole
from actqa.index.encoder import Encoder
from actqa.index.generations import Place, Places, begin_generation, switch
from actqa.index.home import Readable, Stock, Tell
from actqa.index.lexical import Words
from actqa.index.manifest import LAYOUT, Entry, Manifest
from actqa.index.parsed import IndexedReport, parsing_version
from actqa.index.planning import load_report, load_words, names_of
from actqa.index.records import Record, Records, copy_records, graph_files
from actqa.index.rows import Rows, map_rows, write_rows


def publish(
    places: Places, objects: Readable, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell
) -> None:
    """Writes the next generation and makes it the current one; a failure leaves the old one as it is."""
    name = begin_generation(places)
    place = places.generation(name)
    try:
        difference = difference_between(stock, entries, encoder)
        embedded = _write_records(places, objects, place, stock, difference, encoder, tell)
        write_rows(place.rows, _rows(places, stock, entries, difference, embedded))
        tell("storing words", 0, 1)
        Words.joined([load_words(objects, entry) for entry in entries]).save(place.lexical)
        tell("storing words", 1, 1)
        _seal(places, place, stock, buried_after(stock, difference), entries, encoder)
        settle(place.root)
        switch(places, name)
    except BaseException:
        shutil.rmtree(place.root, ignore_errors=True)
        raise


def _write_records(
    places: Places,
    objects: Readable,
    place: Place,
    stock: Stock,
    difference: Difference,
    encoder: Encoder,
    tell: Tell,
) -> Rows:
    """The vectors of what is written, in its order."""
    with ExitStack() as stack:
        if difference.base:
            copy_records(places.generation(difference.base).chroma, place.chroma)
            records = stack.enter_context(Records.open(place.chroma))
        else:
            records = stack.enter_context(Records.create(place.chroma))
        drafts = [draft for entry in difference.written for draft in _drafts(entry, load_report(objects, entry))]
        known = _known_vectors(places, stock, difference, encoder)
        vectors = embed([draft.text for draft in drafts], known, encoder, tell)
        records.delete([id for entry in difference.removed for id in entry.record_ids])
        records.add(drafts, vectors, lambda done: tell("storing", done, len(drafts)))
    return vectors


def _rows(
    places: Places, stock: Stock, entries: Sequence[Entry], difference: Difference, embedded: Rows
) -> Iterator[Rows]:
    """Each entry's, of what was embedded now or of the generation that is built upon."""
    fresh = _by_version(difference.written, embedded)
    base = stock.manifest if difference.base else None
    kept = {}
    if base and difference.base:
        rows = map_rows(places.generation(difference.base).rows, base.units, base.dimensions)
        kept = _by_version(base.entries, rows)
    for entry in entries:
        key = entry.id, entry.version
        yield fresh[key] if key in fresh else kept[key]


def _by_version(entries: Sequence[Entry], rows: Rows) -> dict[tuple[str, str], Rows]:
    """Each report's of the rows of all."""
    starts = accumulate((entry.units for entry in entries), initial=0)
    return {(entry.id, entry.version): rows[at : at + entry.units] for entry, at in zip(entries, starts, strict=False)}


def _drafts(entry: Entry, indexed: IndexedReport) -> Iterator[Record]:
    for unit, text, id in zip(indexed.units, indexed.texts, entry.record_ids, strict=True):
        section = " › ".join(indexed.report.path(unit.section))
        yield Record(id, text, entry.id, section, unit.span.start, unit.span.end, unit.kind)


def _known_vectors(places: Places, stock: Stock, difference: Difference, encoder: Encoder) -> dict[str, Row]:
    """Vectors of texts that the last version of a report to be written already had."""
    if not reusable(stock, encoder) or stock.name is None:
        return {}
    again = {entry.id for entry in difference.written}
    ids = [id for entry in stock.entries if entry.id in again for id in entry.record_ids]
    if not ids:
        return {}
    with Records.open(places.generation(stock.name).chroma) as old:
        return old.vectors_by_text(ids)


def _seal(places: Places, place: Place, stock: Stock, buried: int, entries: Sequence[Entry], encoder: Encoder) -> None:
    """Writes down what every file must look like; the generation is whole with that."""
    files = {*graph_files(place.chroma), *place.lexical.iterdir(), place.rows}
    kept = ((kind, places.file(kind, name)) for entry in entries for kind, name in names_of(entry))
    files |= {file for kind, file in kept if kind in ("reports", "words", "facts") or file.exists()}
    paths = {_path(places, file) for file in files}
    known = _known_seals(places, stock, entries)
    manifest = Manifest(
        layout=LAYOUT,
        fingerprint=encoder.fingerprint,
        dimensions=encoder.dimensions,
        parsing=parsing_version(),
        buried=buried,
        entries=tuple(entries),
        seals={path: known.get(path) or seal_of(places.root / path) for path in sorted(paths)},
    )
    write_whole(place.manifest, manifests.dump(manifest))


def _known_seals(places: Places, stock: Stock, entries: Sequence[Entry]) -> dict[str, Seal]:
    """Those of reports that are as they were: taking stock has just compared them with the files."""
    if stock.manifest is None or stock.damaged:
        return {}
    same = set(stock.entries).intersection(entries)
    paths = (_path(places, places.file(kind, name)) for entry in same for kind, name in names_of(entry))
    return {path: seal for path in paths if (seal := stock.manifest.seals.get(path))}


def _path(places: Places, file: Path) -> str:
    return file.relative_to(places.root).as_posix()
