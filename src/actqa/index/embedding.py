"""The vectors of reports that come into the index: those that are kept, and what is embedded now and then kept."""

from collections.abc import Sequence
from contextlib import suppress
from itertools import accumulate, pairwise

from actqa.errors import IndexDamaged
from actqa.index.difference import Row, embed, reusable
from actqa.index.encoder import Encoder
from actqa.index.generations import Places
from actqa.index.home import Objects, Stock, Tell
from actqa.index.manifest import Entry
from actqa.index.planning import load_report
from actqa.index.rows import Rows, dump_rows, load_rows
from actqa.index.stock import read_sealed


def vectors_of(
    places: Places, objects: Objects, stock: Stock, wanted: Sequence[Entry], encoder: Encoder, tell: Tell
) -> dict[str, Rows]:
    """Of each report's units, by their name; what is embedded now is kept under it."""
    old = {entry.vectors: entry for entry in stock.entries} if reusable(stock, encoder) else {}
    both = ((name, _kept(places, stock, old[name])) for entry in wanted if (name := entry.vectors) in old)
    found = {name: rows for name, rows in both if rows is not None}
    new = [entry for entry in wanted if entry.vectors not in found]
    texts = [load_report(objects, entry).texts for entry in new]
    known = _by_text(places, objects, stock, new) if old else {}
    rows = embed([text for part in texts for text in part], known, encoder, tell)
    for entry, (first, stop) in zip(new, pairwise(accumulate(map(len, texts), initial=0)), strict=True):
        found[entry.vectors] = rows[first:stop]
        objects.write("vectors", entry.vectors, dump_rows(rows[first:stop]))
    return found


def _kept(places: Places, stock: Stock, entry: Entry) -> Rows | None:
    """None where they are no longer what was written."""
    data = read_sealed(places, stock, places.path("vectors", entry.vectors))
    return None if data is None or stock.manifest is None else load_rows(data, entry.units, stock.manifest.dimensions)


def _by_text(places: Places, objects: Objects, stock: Stock, new: Sequence[Entry]) -> dict[str, Row]:
    """What is known of the texts of reports that have changed: most of them stay as they were."""
    again = {entry.id for entry in new}
    known: dict[str, Row] = {}
    for entry in stock.entries:
        if entry.id in again and (rows := _kept(places, stock, entry)) is not None:
            with suppress(IndexDamaged):  # then they are made again
                known |= zip(load_report(objects, entry).texts, rows, strict=True)
    return known
