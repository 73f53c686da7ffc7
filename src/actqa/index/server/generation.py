"""One generation on a server, open."""

from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import manifest as manifests
from actqa.index.home import Hit, Kind, Vectors
from actqa.index.lexical import Words
from actqa.index.manifest import MEND, Entry, Manifest
from actqa.index.planning import load_words
from actqa.index.server.connection import Server
from actqa.index.server.copies import Copies
from actqa.index.server.markers import Marker
from actqa.index.server.parcels import Parcel, Parcels
from actqa.index.server.stored import UNITS, Stored, parcels_of
from actqa.index.server.vectors import Units, stem

MANIFESTS = "manifests"
LEXICAL = "lexical"


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


def lexical_name(marker: Marker) -> str:
    """Of this machine's copy of the words."""
    return marker.manifest.path.replace("/", "-") if marker.manifest else ""


class ServerGeneration:
    """Texts, facts and words come from this machine's copies, vectors from the server."""

    def __init__(self, server: Server, parcels: Parcels, copies: Copies, marker: Marker) -> None:
        """Raises IndexMissing, IndexDamaged."""
        self.manifest = load_manifest(marker, parcels, copies)
        self._copies = copies
        self._stored = Stored(parcels, copies, parcels_of(self.manifest))
        self._units = Units(server, marker.units)
        self._name = lexical_name(marker)

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
        """Put together here, once for each manifest, then mapped into memory."""
        return Words.load(self._copies.folder(LEXICAL, self._name, self._write_words), self.manifest.units)

    def warm(self) -> None:
        """Puts the words together, which takes longest."""
        self.words()

    def close(self) -> None:
        """Nothing is open."""

    @cached_property
    def _named(self) -> dict[str, str]:
        """Report by what the ids of its records begin with."""
        return {stem(self._written(entry)): entry.id for entry in self.manifest.entries if entry.units}

    def _write_words(self, folder: Path) -> None:
        with suppress(FileNotFoundError):  # read one by one, what is missing is told by name
            self._stored.fetch([("words", entry.version) for entry in self.manifest.entries])
        Words.joined([load_words(self, entry) for entry in self.manifest.entries]).save(folder)

    def _written(self, entry: Entry) -> Parcel:
        return self._stored.known[UNITS, entry.version]
