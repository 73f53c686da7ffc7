"""One generation on a server, open."""

from collections.abc import Collection
from functools import cached_property

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import manifest as manifests
from actqa.index.home import Hit, Kind, Vectors
from actqa.index.lexical import Words
from actqa.index.manifest import MEND, Entry, Manifest
from actqa.index.server.connection import Server
from actqa.index.server.copies import Copies
from actqa.index.server.markers import Marker
from actqa.index.server.parcels import Parcel, Parcels
from actqa.index.server.stored import UNITS, WORDS, Stored, parcels_of
from actqa.index.server.vectors import Units, stem

MANIFESTS = "manifests"


def load_manifest(marker: Marker, parcels: Parcels, copies: Copies) -> Manifest:
    """Raises IndexMissing where the generation is none, IndexDamaged."""
    if marker.manifest is None:
        raise IndexMissing("There is no index on the Chroma server yet: run `actqa index`.")
    try:
        stored = Stored(parcels, copies, [marker.manifest])
        return manifests.read(
            stored.read(MANIFESTS, marker.manifest.name), f"The manifest {marker.name} on the Chroma server"
        )
    except OSError as error:
        raise IndexDamaged(f"The manifest {marker.name} on the Chroma server is gone: {MEND}.") from error


class ServerGeneration:
    """Texts, facts and words come from this machine's copies, vectors from the server."""

    def __init__(self, server: Server, parcels: Parcels, copies: Copies, marker: Marker) -> None:
        """Raises IndexMissing, IndexDamaged."""
        self.manifest = load_manifest(marker, parcels, copies)
        self._copies = copies
        self._stored = Stored(parcels, copies, parcels_of(self.manifest))
        self._units = Units(server, marker.units)

    def read(self, kind: Kind, name: str) -> bytes:
        """Raises OSError where it is not there."""
        return self._stored.read(kind, name)

    def has(self, kind: Kind, name: str) -> bool:
        """Whether the manifest names it."""
        return self._stored.has(kind, name)

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None) -> list[Hit]:
        """From the server; hits that the manifest does not name are dropped."""
        return self._units.nearest(vector, count, reports, self._named)

    def vectors(self, entry: Entry) -> Vectors:
        """From the server."""
        return self._units.read(self._written(entry)).reshape(entry.units, self.manifest.dimensions)

    def words(self) -> Words:
        """Unpacked here once, then mapped into memory."""
        folder = self._copies.unpacked(WORDS, self._words.name)
        if not folder.is_dir():
            try:
                folder = self._copies.unpack(WORDS, self._words.name, self._stored.read(WORDS, self._words.name))
            except OSError as error:
                raise IndexDamaged(f"The words on the Chroma server are gone: {MEND}.") from error
        return Words.load(folder, self.manifest.units)

    def warm(self) -> None:
        """Fetches the words, which take longest."""
        self.words()

    def close(self) -> None:
        """Nothing is open."""

    @cached_property
    def _named(self) -> dict[str, str]:
        """Report by what the ids of its records begin with."""
        return {stem(self._written(entry)): entry.id for entry in self.manifest.entries if entry.units}

    @property
    def _words(self) -> Parcel:
        return next(parcel for (kind, _), parcel in self._stored.known.items() if kind == WORDS)

    def _written(self, entry: Entry) -> Parcel:
        return self._stored.known[UNITS, entry.version]
