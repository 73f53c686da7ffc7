"""The vectors of units: a record for each, in a collection that several generations share."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from actqa.errors import IndexDamaged
from actqa.index.disk import Seal
from actqa.index.home import Hit, Vectors
from actqa.index.manifest import MEND, Entry
from actqa.index.server.connection import RECORDS, Gone, Server
from actqa.index.server.parcels import Parcel, all_ids, delete, in_batches
from actqa.index.server.stored import UNITS

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection as ChromaCollection

PREFIX = "actqa-units-"
GRAPH = {"hnsw": {"space": "cosine", "ef_search": 200}}
"""With 200 candidates the nearest hundred are found whole, with Chroma's own 100 some are missed."""
SPARE = 1.5
"""How many more records are asked for than are wanted, since some may be of other generations."""


def record_ids(parcel: Parcel) -> list[str]:
    """Of the units that were written under it, in order."""
    return [f"{stem(parcel)}:{unit}" for unit in range(parcel.seal.size)]


def units_parcel(entry: Entry, token: str) -> Parcel:
    """What a manifest says of a report's units: which build wrote them, and how many they are."""
    return Parcel(UNITS, entry.version, token, 1, Seal(entry.units, 0))


class Units:
    """One collection of them."""

    def __init__(self, server: Server, name: str) -> None:
        self._server = server
        self.name = name
        self._held: ChromaCollection | None = None

    def prepare(self) -> None:
        """Makes the collection, where it is missing."""
        if self._server.find(self.name) is None:
            self._server.create(self.name, {"made": "by actqa"}, GRAPH)

    def add(self, written: Sequence[tuple[Parcel, str]], vectors: Vectors, tell: Callable[[int], None]) -> None:
        """Writes the records of several reports, each with its id; `tell` hears how many are written."""
        ids = [id for parcel, _ in written for id in record_ids(parcel)]
        said = [_said(parcel, report) for parcel, report in written for _ in range(parcel.seal.size)]
        for first in range(0, len(ids), RECORDS):
            part = slice(first, first + RECORDS)
            self._on("add", ids=ids[part], embeddings=vectors[part], metadatas=said[part])
            tell(min(first + RECORDS, len(ids)))

    def read(self, parcel: Parcel) -> Vectors:
        """Shape (units, dimensions). Raises IndexDamaged where one is missing."""
        rows: dict[str, Any] = {}
        for ids in in_batches(record_ids(parcel), RECORDS):
            got = self._on("get", ids=ids, include=["embeddings"])
            rows |= zip(got["ids"], got["embeddings"], strict=True)
        if len(rows) != parcel.seal.size:
            raise self._incomplete()
        return np.array([rows[id] for id in record_ids(parcel)], dtype=np.float32)

    def nearest(
        self, vector: Vectors, count: int, reports: Collection[str] | None, named: Mapping[str, str]
    ) -> list[Hit]:
        """Of the records whose ids begin with what is `named`, each with its report; those of other generations go.

        Where that leaves too few, more are asked for.
        """
        if count < 1 or (reports is not None and not reports):
            return []
        where = None if reports is None else {"report": {"$in": sorted(reports)}}
        wanted = int(count * SPARE)
        while True:
            got = self._on(
                "query", query_embeddings=vector.reshape(1, -1), n_results=wanted, where=where, include=["distances"]
            )
            ids, distances = got["ids"][0], got["distances"][0]
            hits = [_hit(id, distance, named) for id, distance in zip(ids, distances, strict=True)]
            found = [hit for hit in hits if hit]
            if len(found) >= count or len(ids) < wanted:
                return found[:count]
            wanted *= 2

    def count(self) -> int:
        """How many records there are; 0 where there is no collection."""
        return 0 if self._server.find(self.name) is None else int(self._on("count"))

    def ids(self) -> set[str]:
        """Of all records; for the writer."""
        return set(all_ids(self._server, self._collection()))

    def drop(self, ids: Collection[str]) -> None:
        """Removes these records."""
        delete(self._server, self._collection(), sorted(ids))

    def _on(self, method: str, **arguments: Any) -> Any:
        """Raises IndexDamaged where there is no such collection, IndexFault."""
        try:
            return self._server.on(getattr(self._collection(), method), **arguments)
        except Gone as error:
            self._held = None
            raise self._incomplete() from error

    def _collection(self) -> "ChromaCollection":
        if self._held is None:
            self._held = self._server.find(self.name)
        if self._held is None:
            raise self._incomplete()
        return self._held

    def _incomplete(self) -> IndexDamaged:
        return IndexDamaged(f"Vectors are missing on {self._server.address.shown}: {MEND}.")


def stem(parcel: Parcel) -> str:
    """What the ids of its records begin with."""
    return f"{parcel.name}.{parcel.token}"


def _said(parcel: Parcel, report: str) -> dict[str, str]:
    return {"report": report, "version": parcel.name}


def _hit(id: str, distance: float, named: Mapping[str, str]) -> Hit | None:
    written, _, unit = id.rpartition(":")
    return Hit(named[written], int(unit), 1.0 - distance) if written in named else None
