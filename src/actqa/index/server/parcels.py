"""Bytes on a server that keeps records: compressed, as text, cut into metadata."""

import base64
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actqa.index.disk import Seal, seal_of_bytes
from actqa.index.server.connection import RECORDS, Gone, Server

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

OBJECTS = "actqa-objects"

CHARACTERS = 4096
"""In one value; as in `VALUES`, what Chroma Cloud takes."""
VALUES = 28
"""In one record; up to 32 would do."""
AT_ONCE = 40
"""Records in one request, whose body then has some 4.5 MB; `chroma run` takes 40 MB."""
_POINT: Any = [1.0]
"""Records need a vector."""


Row = tuple[str, dict[str, str]]
"""A record: its id and its metadata."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Bytes that were sent: what they are, which build sent them, and in how many records."""

    kind: str
    name: str
    token: str
    """Of the build; those of later builds are greater."""
    parts: int
    seal: Seal

    @property
    def path(self) -> str:
        """Its name among a manifest's seals."""
        return f"{self.kind}/{self.name}/{self.token}.{self.parts}"

    @property
    def ids(self) -> list[str]:
        """Of its records."""
        return [f"{self.kind}/{self.name}/{self.token}/{part}" for part in range(self.parts)]

    @classmethod
    def of(cls, path: str, seal: Seal) -> "Parcel":
        """What `path` gave. Raises ValueError."""
        kind, name, rest = path.split("/")
        token, parts = rest.split(".")
        return cls(kind, name, token, int(parts), seal)


class Parcels:
    """All there are."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._held: Collection | None = None

    def let_go(self) -> None:
        """The connection is about to end."""
        self._held = None

    def prepare(self) -> None:
        """Makes the collection, where it is missing."""
        if self._server.find(OBJECTS) is None:
            self._server.create(OBJECTS, {"generation": 0})

    def send(self, kind: str, name: str, token: str, data: bytes) -> Parcel:
        """Whole when this returns; what a killed build has sent of one is swept by a later build."""
        parcel, rows = packed(kind, name, token, data)
        self.add(rows)
        return parcel

    def add(self, rows: Sequence[Row]) -> None:
        """Writes the records of parcels."""
        for first in range(0, len(rows), AT_ONCE):
            ids, metadatas = zip(*rows[first : first + AT_ONCE], strict=True)
            self._on("add", ids=list(ids), embeddings=[_POINT] * len(ids), metadatas=list(metadatas))

    def fetch(self, parcel: Parcel) -> bytes:
        """What was sent. Raises FileNotFoundError where it is not there as it was."""
        return next(data for _, data in self.fetch_all([parcel]))

    def fetch_all(self, parcels: Iterable[Parcel]) -> Iterator[tuple[Parcel, bytes]]:
        """What was sent, of several parcels with one request, in order. Raises FileNotFoundError."""
        for some in _loads(parcels):
            rows: dict[str, Any] = {}
            for ids in in_batches([id for parcel in some for id in parcel.ids], AT_ONCE):
                got = self._on("get", ids=ids, include=["metadatas"])
                rows |= zip(got["ids"], got["metadatas"], strict=True)
            yield from ((parcel, _unpacked(parcel, rows)) for parcel in some)

    def ids(self) -> set[str]:
        """Of every record there is."""
        return set() if self._server.find(OBJECTS) is None else set(all_ids(self._server, self._collection()))

    def drop(self, ids: Iterable[str]) -> None:
        """Removes these records."""
        delete(self._server, self._collection(), sorted(ids))

    def number(self) -> int | None:
        """Of the generation that is current, as the last writer noted it down; None where nobody ever wrote."""
        collection = self._server.find(OBJECTS)
        return None if collection is None else int((collection.metadata or {}).get("generation", 0))

    def note(self, number: int) -> None:
        """Tells readers of a new generation."""
        self._on("modify", metadata={"generation": number})

    def _on(self, method: str, **arguments: Any) -> Any:
        """Raises FileNotFoundError where there is no such collection, IndexFault."""
        try:
            return self._server.on(getattr(self._collection(), method), **arguments)
        except Gone as error:
            self._held = None
            raise FileNotFoundError(2, "No such collection", OBJECTS) from error

    def _collection(self) -> "Collection":
        if self._held is None:
            self._held = self._server.find(OBJECTS)
        if self._held is None:
            raise FileNotFoundError(2, "No such collection", OBJECTS)
        return self._held


_KEYS = tuple(f"p{number:02}" for number in range(VALUES))


def packed(kind: str, name: str, token: str, data: bytes) -> tuple[Parcel, list[Row]]:
    """A parcel and its records."""
    text = base64.b85encode(zlib.compress(data, 6)).decode("ascii")
    pieces = [text[at : at + CHARACTERS] for at in range(0, len(text), CHARACTERS)]
    rows = [dict(zip(_KEYS, pieces[at : at + VALUES], strict=False)) for at in range(0, len(pieces), VALUES)]
    parcel = Parcel(kind, name, token, len(rows), seal_of_bytes(data))
    return parcel, list(zip(parcel.ids, rows, strict=True))


def _loads(parcels: Iterable[Parcel]) -> Iterator[list[Parcel]]:
    """As many at a time as one request can bring; a larger one alone."""
    load: list[Parcel] = []
    for parcel in parcels:
        if load and sum(it.parts for it in load) + parcel.parts > AT_ONCE:
            yield load
            load = []
        load.append(parcel)
    if load:
        yield load


def _unpacked(parcel: Parcel, rows: Mapping[str, Any]) -> bytes:
    try:
        text = "".join(rows[id][key] for id in parcel.ids for key in _KEYS if key in rows[id])
        data = zlib.decompress(base64.b85decode(text))
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise FileNotFoundError(2, "Missing or damaged", parcel.path) from error
    if seal_of_bytes(data) != parcel.seal:
        raise FileNotFoundError(2, "Damaged", parcel.path)
    return data


def all_ids(server: Server, collection: "Collection") -> Iterator[str]:
    """Ids of a collection's records; for the writer, since others might make the pages shift."""
    at = 0
    while True:
        page = server.on(collection.get, limit=RECORDS, offset=at, include=[])["ids"]
        yield from page
        at += len(page)
        if len(page) < RECORDS:
            return


def delete(server: Server, collection: "Collection", ids: Sequence[str]) -> None:
    """Removes these records."""
    for batch in in_batches(ids, RECORDS):
        server.on(collection.delete, ids=batch)


def in_batches(ids: Sequence[str], size: int) -> Iterator[list[str]]:
    """So many at a time."""
    return (list(ids[first : first + size]) for first in range(0, len(ids), size))
