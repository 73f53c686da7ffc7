"""Writes a generation into a folder: what is new onto one of Chroma's shelves, the words, and last the manifest."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

import numpy as np

from actqa.index import manifest as manifests
from actqa.index.disk import Seal, seal_of, settle, write_whole
from actqa.index.embedding import vectors_of
from actqa.index.encoder import Encoder
from actqa.index.generations import Places, begin_generation, switch
from actqa.index.home import Kind, Objects, Stock, Tell
from actqa.index.lexical import FILE, GONE, Words
from actqa.index.manifest import LAYOUT, Entry, Manifest, Shelf, broken_files, record_ids
from actqa.index.marks import load_marks, marks_of, save_marks
from actqa.index.parsed import IndexedReport, parsing_version
from actqa.index.planning import load_report, load_words, names_of
from actqa.index.records import Record, Records, copy_records, graph_files
from actqa.index.rows import Rows, rows_name
from actqa.index.shelving import Shelving, shelf_after, shelving
from actqa.index.stock import checked_paths, read_sealed

MAY_MISS: tuple[Kind, ...] = ("sources", "boxes")
"""A report whose file is lost is still read; one without pages has no boxes."""


def publish(
    places: Places, objects: Objects, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell
) -> None:
    """Writes the next generation and makes it the current one; a failure leaves the old one as it is."""
    name = begin_generation(places)
    place = places.generation(name)
    try:
        entries = [replace(entry, vectors=rows_name(entry.version, encoder.fingerprint)) for entry in entries]
        plan = shelving(stock, entries, encoder)
        if plan.grows and not _is_sound(places, stock, plan.grows):
            plan = Shelving(written=tuple(entries))
        same = set(stock.entries).intersection(entries).difference(plan.written)
        new = [entry for entry in entries if entry not in same]
        vectors = vectors_of(places, objects, stock, new, encoder, tell)
        shelves = plan.stays
        if plan.written or not shelves:
            shelves = (*shelves, _write_shelf(places, objects, shelf_after(name, plan), plan, vectors, tell))
        tell("storing words", 0, 1)
        _words(places, objects, stock, entries).save(place.lexical)
        tell("storing words", 1, 1)
        known = _known_seals(places, stock, same, plan.stays)
        _seal(places, name, known, entries, shelves, encoder)
        _mark(places, name, stock, known)
        settle(place.root)
        switch(places, name)
    except BaseException:
        shutil.rmtree(place.root, ignore_errors=True)
        shutil.rmtree(places.shelf(name), ignore_errors=True)
        raise


def _is_sound(places: Places, stock: Stock, shelf: Shelf) -> bool:
    """Whether what is to be copied is as it was written: the copy will have seals of its own."""
    below = f"{places.relative(places.shelf(shelf.name))}/"
    seals = stock.manifest.seals if stock.manifest else {}
    return not any(broken_files(places.root, {path: seal for path, seal in seals.items() if path.startswith(below)}))


def _write_shelf(
    places: Places, objects: Objects, shelf: Shelf, plan: Shelving, vectors: Mapping[str, Rows], tell: Tell
) -> Shelf:
    folder, old = places.shelf(shelf.name), plan.grows
    if old:
        copy_records(places.shelf(old.name), folder)
    records = [record for entry in plan.written for record in _records(entry, load_report(objects, entry))]
    rows = [vectors[entry.vectors] for entry in plan.written]
    with Records.open(folder) if old else Records.create(folder) as opened:
        if records:
            opened.add(records, np.concatenate(rows), lambda done: tell("storing", done, len(records)))
    settle(folder)
    return shelf


def _records(entry: Entry, indexed: IndexedReport) -> Iterator[Record]:
    for id, unit in zip(record_ids(entry.stem, entry.units), indexed.units, strict=True):
        section = " › ".join(indexed.report.path(unit.section))
        yield Record(id, entry.id, section, unit.span.start, unit.span.end, unit.kind)


def _words(places: Places, objects: Objects, stock: Stock, entries: Sequence[Entry]) -> Words:
    """Those of the last generation with what has come and gone since; where they are not whole, all anew."""
    data = None
    if stock.name is not None:
        data = read_sealed(places, stock, places.relative(places.generation(stock.name).lexical / FILE))
    if data is None:
        return Words.joined([load_words(objects, entry) for entry in entries])
    before = Words.read(data, sum(entry.units for entry in stock.entries), "all reports")
    starts = dict(zip((entry.stem for entry in entries), _starts(entries), strict=True))
    known = {entry.stem for entry in stock.entries}
    places_now = (starts.get(entry.stem, GONE) for entry in stock.entries)
    moved = [
        np.full(entry.units, GONE) if at == GONE else np.arange(at, at + entry.units)
        for entry, at in zip(stock.entries, places_now, strict=True)
    ]
    new = [(starts[entry.stem], load_words(objects, entry)) for entry in entries if entry.stem not in known]
    return before.renewed(np.concatenate([np.zeros(0, np.int64), *moved]), new)


def _starts(entries: Sequence[Entry]) -> list[int]:
    """Where each one's units begin among those of all."""
    return list(accumulate((entry.units for entry in entries), initial=0))[:-1]


def _seal(
    places: Places,
    name: str,
    known: Mapping[str, Seal],
    entries: Sequence[Entry],
    shelves: tuple[Shelf, ...],
    encoder: Encoder,
) -> None:
    """Writes down what every file must look like; the generation is whole with that."""
    place = places.generation(name)
    kept = ((kind, places.path(kind, named)) for entry in entries for kind, named in names_of(entry))
    paths = {path for kind, path in kept if kind not in MAY_MISS or path in known or (places.root / path).exists()}
    paths |= {path for shelf in shelves for path in _graph(places, shelf)} | {places.relative(place.lexical / FILE)}
    wanted = {entry.stem for entry in entries}
    manifest = Manifest(
        layout=LAYOUT,
        fingerprint=encoder.fingerprint,
        dimensions=encoder.dimensions,
        parsing=parsing_version(),
        buried=sum(shelf.buried(wanted) for shelf in shelves),
        entries=tuple(entries),
        seals={path: known.get(path) or seal_of(places.root / path) for path in sorted(paths)},
        shelves=shelves,
    )
    write_whole(place.manifest, manifests.dump(manifest))


def _known_seals(places: Places, stock: Stock, same: Iterable[Entry], stays: Iterable[Shelf]) -> dict[str, Seal]:
    """Those of reports and shelves that are as they were: taking stock has just looked at their files."""
    if stock.manifest is None or stock.damaged:
        return {}
    paths = [places.path(kind, name) for entry in same for kind, name in names_of(entry)]
    paths += [path for shelf in stays for path in _graph(places, shelf)]
    return {path: seal for path in paths if (seal := stock.manifest.seals.get(path))}


def _graph(places: Places, shelf: Shelf) -> list[str]:
    return [places.relative(file) for file in graph_files(places.shelf(shelf.name))]


def _mark(places: Places, name: str, stock: Stock, known: Mapping[str, Seal]) -> None:
    """Notes what need not be compared again: what has just been sealed, and what was noted of the rest."""
    place = places.generation(name)
    noted = load_marks(places.generation(stock.name).marks) if stock.name else {}
    paths = checked_paths(places, manifests.load(place.manifest))
    old = {path: noted[path] for path in paths if path in noted and path in known}
    save_marks(place.marks, marks_of(places.root, (path for path in paths if path not in known)) | old)
