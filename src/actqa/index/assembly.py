"""Writes a generation: Chroma's records, the words, and last the manifest."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from actqa.index import manifest as manifests
from actqa.index.disk import seal_of, settle, write_whole
from actqa.index.encoder import Encoder
from actqa.index.generations import Home, Place, begin_generation, switch
from actqa.index.lexical import Words
from actqa.index.manifest import LAYOUT, Entry, Manifest
from actqa.index.parsed import IndexedReport, parsing_version
from actqa.index.planning import boxes_file, facts_file, load_report, report_file
from actqa.index.records import Record, Records, copy_records, graph_files
from actqa.index.stock import Stock

Row = NDArray[np.float32]
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Difference:
    """What Chroma's records of the last generation lack and what they have too much."""

    base: str | None
    """The generation whose records are copied; None: they are written from nothing."""
    removed: tuple[Entry, ...]
    written: tuple[Entry, ...]


def publish(home: Home, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell) -> None:
    """Writes the next generation and makes it the current one; a failure leaves the old one as it is."""
    name = begin_generation(home)
    place = home.generation(name)
    try:
        difference = _difference(stock, entries, encoder)
        _write_records(home, place, stock, difference, encoder, tell)
        tell("storing words", 0, 1)
        texts = [text for entry in entries for text in load_report(home, entry).texts]
        Words.of(texts).save(place.lexical)
        tell("storing words", 1, 1)
        _seal(home, place, stock, difference, entries, encoder)
        settle(place.root)
        switch(home, name)
    except BaseException:
        shutil.rmtree(place.root, ignore_errors=True)
        raise


def _difference(stock: Stock, entries: Sequence[Entry], encoder: Encoder) -> Difference:
    """A copy is changed as long as most of its graph is alive: Chroma only marks what is deleted."""
    before, after = _by_version(stock.entries), _by_version(entries)
    removed = tuple(entry for key, entry in before.items() if key not in after)
    written = tuple(entry for key, entry in after.items() if key not in before)
    buried = (stock.manifest.buried if stock.manifest else 0) + sum(entry.units for entry in removed)
    if reusable(stock, encoder) and buried <= sum(entry.units for entry in entries):
        return Difference(stock.name, removed, written)
    return Difference(None, (), tuple(entries))


def reusable(stock: Stock, encoder: Encoder) -> bool:
    """Whether the stock's vectors are whole and of this encoder."""
    return stock.name is not None and stock.manifest is not None and stock.manifest.fingerprint == encoder.fingerprint


def _by_version(entries: Sequence[Entry]) -> dict[tuple[str, str], Entry]:
    return {(entry.id, entry.version): entry for entry in entries}


def _write_records(
    home: Home, place: Place, stock: Stock, difference: Difference, encoder: Encoder, tell: Tell
) -> None:
    with ExitStack() as stack:
        if difference.base:
            copy_records(home.generation(difference.base).chroma, place.chroma)
            records = stack.enter_context(Records.open(place.chroma))
        else:
            records = stack.enter_context(Records.create(place.chroma))
        drafts = [draft for entry in difference.written for draft in _drafts(entry, load_report(home, entry))]
        known = _known_vectors(home, stock, difference, encoder)
        vectors = _embed([draft.text for draft in drafts], known, encoder, tell)
        records.delete([id for entry in difference.removed for id in entry.record_ids])
        records.add(drafts, vectors, lambda done: tell("storing", done, len(drafts)))


def _drafts(entry: Entry, indexed: IndexedReport) -> Iterator[Record]:
    for unit, text, id in zip(indexed.units, indexed.texts, entry.record_ids, strict=True):
        section = " › ".join(indexed.report.path(unit.section))
        yield Record(id, text, entry.id, section, unit.span.start, unit.span.end, unit.kind)


def _known_vectors(home: Home, stock: Stock, difference: Difference, encoder: Encoder) -> dict[str, Row]:
    """Vectors of texts that the last version of a report to be written already had."""
    if not reusable(stock, encoder) or stock.name is None:
        return {}
    again = {entry.id for entry in difference.written}
    ids = [id for entry in stock.entries if entry.id in again for id in entry.record_ids]
    if not ids:
        return {}
    with Records.open(home.generation(stock.name).chroma) as old:
        return old.vectors_by_text(ids)


def _embed(texts: Sequence[str], known: Mapping[str, Row], encoder: Encoder, tell: Tell) -> Row:
    """Shape (texts, dimensions); each text that is not known is embedded once, however often it occurs."""
    new = list(dict.fromkeys(text for text in texts if text not in known))
    tell("embedding", 0, len(new))
    rows = encoder.encode(new, lambda done: tell("embedding", done, len(new)))
    found = {**known, **dict(zip(new, rows, strict=True))}
    vectors = np.zeros((len(texts), encoder.dimensions), dtype=np.float32)
    for at, text in enumerate(texts):
        vectors[at] = found[text]
    return vectors


def _seal(
    home: Home, place: Place, stock: Stock, difference: Difference, entries: Sequence[Entry], encoder: Encoder
) -> None:
    """Writes down what every file must look like; the generation is whole with that."""
    files = {*graph_files(place.chroma), *place.lexical.iterdir()}
    files |= {file for entry in entries if (file := home.sources / entry.sha256).exists()}
    files |= {file for entry in entries if (file := boxes_file(home, entry.version)).exists()}
    files |= {report_file(home, entry.version) for entry in entries}
    files |= {facts_file(home, entry.facts) for entry in entries}
    removed = sum(entry.units for entry in difference.removed)
    buried = stock.manifest.buried + removed if difference.base and stock.manifest else 0
    manifest = Manifest(
        layout=LAYOUT,
        fingerprint=encoder.fingerprint,
        dimensions=encoder.dimensions,
        parsing=parsing_version(),
        buried=buried,
        entries=tuple(entries),
        seals={file.relative_to(home.root).as_posix(): seal_of(file) for file in sorted(files)},
    )
    write_whole(place.manifest, manifests.dump(manifest))
