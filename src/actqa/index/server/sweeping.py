"""What is to be kept on a server, and what goes.

A generation is kept for some time after another has taken its place, for those who still read it. What was written
under a later lease than the sweeper's own is left alone: it belongs to a build that is under way.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index.manifest import Manifest
from actqa.index.server import markers, vectors
from actqa.index.server.connection import Server
from actqa.index.server.copies import Copies
from actqa.index.server.generation import LEXICAL, lexical_name, load_manifest
from actqa.index.server.markers import Marker
from actqa.index.server.parcels import Parcel, Parcels
from actqa.index.server.stored import UNITS, parcels_of
from actqa.index.server.vectors import Units, record_ids, stem


@dataclass(slots=True)
class Kept:
    """Everything that some generations name."""

    parcels: dict[str, Parcel] = field(default_factory=dict)
    """By path, units left aside."""
    units: defaultdict[str, dict[str, Parcel]] = field(default_factory=lambda: defaultdict(dict))
    """By collection, and there by what the ids begin with."""
    unread: bool = False
    """Whether one of the manifests cannot be read, so that this is not all."""

    def add(self, marker: Marker, manifest: Manifest) -> None:
        """Those of one more."""
        for parcel in parcels_of(manifest):
            if parcel.kind == UNITS:
                self.units[marker.units][stem(parcel)] = parcel
            else:
                self.parcels[parcel.path] = parcel
        if marker.manifest:
            self.parcels[marker.manifest.path] = marker.manifest

    def count(self, collection: str) -> int:
        """How many records the collection should have."""
        return sum(parcel.seal.size for parcel in self.units[collection].values())


def everything_of(found: Sequence[Marker], parcels: Parcels, copies: Copies) -> Kept:
    """What these generations name."""
    kept = Kept()
    for marker in found:
        try:
            kept.add(marker, load_manifest(marker, parcels, copies))
        except IndexMissing:
            continue
        except IndexDamaged:
            kept.unread = True
    return kept


def is_whole(server: Server, parcels: Parcels, marker: Marker, manifest: Manifest, kept: Kept) -> bool:
    """Whether all the records are there that this generation names; `kept` is what should be there in all.

    Where the number of units is as it should be, they are not looked at one by one.
    """
    there = parcels.ids()
    named = parcels_of(manifest)
    if not all(id in there for parcel in named if parcel.kind != UNITS for id in parcel.ids):
        return False
    units = Units(server, marker.units)
    count = units.count()
    if count == kept.count(marker.units):
        return True
    if count < manifest.units:
        return False
    held = units.ids()
    return all(id in held for parcel in named if parcel.kind == UNITS for id in record_ids(parcel))


def sweep(server: Server, parcels: Parcels, copies: Copies, token: str, seconds: float) -> None:
    """For the writer whose lease has this token, when the current generation is whole. Raises IndexFault."""
    found = markers.markers(server)
    expired = _expired(found, server.now() - seconds)
    kept = everything_of([marker for marker in found if marker not in expired], parcels, copies)
    if kept.unread:
        return
    for marker in expired:
        markers.withdraw(server, marker)
    needed = {id for parcel in kept.parcels.values() for id in parcel.ids}
    parcels.drop(id for id in parcels.ids() - needed if _token_of(id.split("/")[2:3]) < token)
    for listed in server.listed(vectors.PREFIX):
        if listed.name not in kept.units and listed.name.removeprefix(vectors.PREFIX) < token:
            server.drop(listed.name)
    for name, written in kept.units.items():
        _sweep_units(Units(server, name), kept.count(name), written, token)
    needed_here = {(parcel.kind, parcel.name) for parcel in kept.parcels.values()}
    copies.forget(needed_here | {(LEXICAL, lexical_name(marker)) for marker in found})


def _sweep_units(units: Units, count: int, written: dict[str, Parcel], token: str) -> None:
    if units.count() in (0, count):
        return
    begins = {id: id.rpartition(":")[0] for id in units.ids()}
    units.drop({id for id, begin in begins.items() if begin not in written and begin.rpartition(".")[2] < token})


def _expired(found: Sequence[Marker], before: float) -> list[Marker]:
    """Those whose place another took before that time."""
    return [marker for marker, after in pairwise(found) if after.published < before]


def _token_of(part: Iterable[str]) -> str:
    return next(iter(part), "")
