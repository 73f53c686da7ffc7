"""What is kept for each report, as one manifest names it, and as a build adds to it."""

from collections.abc import Iterable

from actqa.index.home import Kind
from actqa.index.manifest import Manifest
from actqa.index.server.copies import Copies
from actqa.index.server.parcels import AT_ONCE, Parcel, Parcels, Row, packed

UNITS = "units"
"""The kind of what a manifest says of a report's records."""


class Stored:
    """Parcels by kind and name, read from this machine where they have been fetched before."""

    def __init__(self, parcels: Parcels, copies: Copies, known: Iterable[Parcel] = (), token: str = "") -> None:
        self._parcels = parcels
        self._copies = copies
        self._token = token
        self.known: dict[tuple[str, str], Parcel] = {}
        self._waiting: list[Row] = []
        self.learn(known)

    def learn(self, parcels: Iterable[Parcel]) -> None:
        """Names more."""
        self.known.update({(parcel.kind, parcel.name): parcel for parcel in parcels})

    def read(self, kind: Kind | str, name: str) -> bytes:
        """Raises OSError, IndexFault."""
        parcel = self.known.get((kind, name))
        if parcel is None:
            raise FileNotFoundError(2, "Not in the index", f"{kind}/{name}")
        data = self._copies.read(kind, name, parcel.seal)
        if data is None:
            self.flush()
            data = self._parcels.fetch(parcel)
            self._copies.write(kind, name, data)
        return data

    def fetch(self, wanted: Iterable[tuple[Kind | str, str]]) -> None:
        """Brings here what is not here yet, much of it with one request. Raises OSError, IndexFault."""
        parcels = [self.known[pair] for pair in wanted if pair in self.known]
        missing = [parcel for parcel in parcels if not self._copies.has(parcel.kind, parcel.name)]
        for parcel, data in self._parcels.fetch_all(missing):
            self._copies.write(parcel.kind, parcel.name, data)

    def has(self, kind: Kind | str, name: str) -> bool:
        """Whether it is named."""
        return (kind, name) in self.known

    def write(self, kind: Kind | str, name: str, data: bytes) -> None:
        """Sends it, together with others: what is to be there for good has to be flushed."""
        self.known[kind, name], rows = packed(kind, name, self._token, data)
        self._copies.write(kind, name, data)
        self._waiting += rows
        if len(self._waiting) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Sends what waits."""
        waiting, self._waiting = self._waiting, []
        self._parcels.add(waiting)


def parcels_of(manifest: Manifest) -> list[Parcel]:
    """All that it names, its units among them."""
    return [Parcel.of(path, seal) for path, seal in manifest.seals.items()]
