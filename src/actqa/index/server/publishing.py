"""Writes a generation onto a server: records, manifest, and last the collection that makes it current."""

from collections.abc import Sequence
from contextlib import suppress

from actqa.errors import IndexBusy, IndexDamaged
from actqa.index import manifest as manifests
from actqa.index.difference import Difference, Row, buried_after, difference_between, embed, reusable
from actqa.index.encoder import Encoder
from actqa.index.home import Kind, Stock, Tell
from actqa.index.manifest import LAYOUT, Entry, Manifest
from actqa.index.parsed import parsing_version
from actqa.index.planning import load_report, names_of
from actqa.index.server import markers
from actqa.index.server.connection import Server
from actqa.index.server.generation import MANIFESTS
from actqa.index.server.lease import Lease
from actqa.index.server.markers import Marker
from actqa.index.server.parcels import Parcel
from actqa.index.server.stored import UNITS, Stored
from actqa.index.server.vectors import PREFIX, Units, units_parcel


def publish(
    server: Server,
    lease: Lease,
    current: Marker | None,
    draft: Stored,
    stock: Stock,
    entries: Sequence[Entry],
    encoder: Encoder,
    tell: Tell,
) -> Marker:
    """Raises IndexBusy where somebody else has published meanwhile."""
    difference = difference_between(stock, entries, encoder)
    kept = current is not None and difference.base is not None
    units = Units(server, current.units if kept and current else PREFIX + lease.token)
    units.prepare()
    old = Units(server, current.units) if current and reusable(stock, encoder) else None
    written = _write_units(units, old, lease, draft, stock, difference, encoder, tell)
    manifest = Manifest(
        layout=LAYOUT,
        fingerprint=encoder.fingerprint,
        dimensions=encoder.dimensions,
        parsing=parsing_version(),
        buried=buried_after(stock, difference),
        entries=tuple(entries),
        seals={parcel.path: parcel.seal for parcel in _named(draft, entries, written)},
    )
    number = current.number + 1 if current else 1
    name = Marker(number, None, "", 0).name
    draft.write(MANIFESTS, name, manifests.dump(manifest))
    draft.flush()
    marker = Marker(number, draft.known[MANIFESTS, name], units.name, server.now())
    lease.check()
    if not markers.publish(server, marker):
        raise IndexBusy("Another process has changed the index meanwhile: run `actqa index` again.")
    return marker


def _write_units(
    units: Units,
    old: Units | None,
    lease: Lease,
    draft: Stored,
    stock: Stock,
    difference: Difference,
    encoder: Encoder,
    tell: Tell,
) -> dict[str, Parcel]:
    """What was written, by version."""
    reports = [(entry, load_report(draft, entry).texts) for entry in difference.written]
    known = _known_vectors(old, draft, stock, difference) if old else {}
    vectors = embed([text for _, texts in reports for text in texts], known, encoder, tell)
    written = [(units_parcel(entry, lease.token), entry.id) for entry, _ in reports]
    units.add(written, vectors, lambda done: tell("storing", done, len(vectors)))
    return {parcel.name: parcel for parcel, _ in written}


def _known_vectors(old: Units, draft: Stored, stock: Stock, difference: Difference) -> dict[str, Row]:
    """Vectors of texts that the last version of a report to be written already had."""
    again = {entry.id for entry in difference.written}
    known: dict[str, Row] = {}
    for entry in stock.entries:
        if entry.id in again and draft.has(UNITS, entry.version):
            with suppress(IndexDamaged):  # then they are made again
                texts = load_report(draft, entry).texts
                known |= zip(texts, old.read(draft.known[UNITS, entry.version]), strict=True)
    return known


def _named(draft: Stored, entries: Sequence[Entry], written: dict[str, Parcel]) -> list[Parcel]:
    """All that the manifest has to name."""
    needed: list[tuple[Kind, str]] = [pair for entry in entries for pair in names_of(entry) if draft.has(*pair)]
    units = [written.get(entry.version) or draft.known[UNITS, entry.version] for entry in entries]
    return [*(draft.known[pair] for pair in needed), *units]
