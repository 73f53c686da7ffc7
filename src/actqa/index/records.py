"""Chroma in a folder: one record per unit. The one file that calls it there, and turns its errors into ours."""

import shutil
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from actqa.errors import IndexDamaged

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as ChromaCollection

T = TypeVar("T")

COLLECTION = "units"
DATABASE = "chroma.sqlite3"

GRAPH = {"space": "cosine", "ef_search": 200, "sync_threshold": 1, "batch_size": 1}
"""With 200 candidates the nearest hundred are found whole, with Chroma's own 100 some are missed. With a threshold
of 1 every write reaches the graph's files at once. With more, the last records wait in the database, and each
reader that opens the folder puts them into the graph again, and writes to the graph's files."""

_opening = threading.Lock()
"""Chroma keeps one system per path in a dictionary that it does not guard."""


class Record(NamedTuple):
    """A unit as Chroma keeps it, its vector apart. Its text is not there: nobody would look for it, and it takes Chroma
    longer to store than the vector."""

    id: str
    report: str
    section: str
    """The titles of its sections, joined."""
    start: int
    end: int
    kind: str


class Records:
    """An open Chroma folder. Closing it under a running call is the caller's mistake."""

    def __init__(self, client: "Client", collection: "ChromaCollection", folder: Path) -> None:
        self._client = client
        self._collection = collection
        self._folder = folder

    @classmethod
    def create(cls, folder: Path) -> "Records":
        """An empty one in a folder that does not exist yet."""
        folder.mkdir()
        return cls._open(folder, _new_collection)

    @classmethod
    def open(cls, folder: Path) -> "Records":
        """The one that lies there. Raises IndexDamaged."""
        if not (folder / DATABASE).is_file():  # Chroma would make an empty one
            raise _damaged(folder)
        return cls._open(folder, lambda client: client.get_collection(COLLECTION, embedding_function=None))

    @classmethod
    def _open(cls, folder: Path, choose: "Callable[[Client], ChromaCollection]") -> "Records":
        import chromadb
        from chromadb.config import Settings

        with _opening, _translated(folder):
            quiet: Any = {"anonymized_telemetry": False, "_env_file": None}  # a .env here is actqa's, not Chroma's
            client = cast("Client", chromadb.PersistentClient(str(folder.resolve()), Settings(**quiet)))
            try:
                return cls(client, choose(client), folder)
            except BaseException:
                client.close()
                raise

    def close(self) -> None:
        """Lets go of the folder."""
        with _opening:
            self._client.close()

    def __enter__(self) -> "Records":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def count(self) -> int:
        """How many records there are."""
        return self._call(self._collection.count)

    def add(
        self, records: Sequence[Record], vectors: NDArray[np.float32], progress: Callable[[int], None] | None = None
    ) -> None:
        """Writes the records with their vectors, of shape (records, dimensions)."""
        size = self._client.get_max_batch_size()
        for first in range(0, len(records), size):
            batch = records[first : first + size]
            rows: Any = vectors[first : first + size]
            self._call(
                partial(
                    self._collection.add,
                    ids=[record.id for record in batch],
                    embeddings=rows,
                    metadatas=[_metadata(record) for record in batch],
                )
            )
            if progress:
                progress(first + len(batch))

    def nearest(
        self, vector: NDArray[np.float32], count: int, reports: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Ids and cosine similarities of the nearest records, of these reports or of all, best first."""
        wanted: Any = None if reports is None else {"report": {"$in": sorted(reports)}}
        if count < 1 or (reports is not None and not reports):
            return []
        query: Any = vector.reshape(1, -1)
        found = self._call(
            lambda: self._collection.query(query_embeddings=query, n_results=count, where=wanted, include=["distances"])
        )
        distances = (found["distances"] or [[]])[0]
        return [(id, 1.0 - distance) for id, distance in zip(found["ids"][0], distances, strict=True)]

    def _call(self, call: Callable[[], T]) -> T:
        with _translated(self._folder):
            return call()


def copy_records(source: Path, target: Path) -> None:
    """Copies a closed or only read Chroma folder to a new one. Raises IndexDamaged, OSError.

    Whoever opens a folder writes a few bytes to its database, so that is copied by SQLite itself.
    """
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{DATABASE}*"))
    with _translated(source), closing(_connect(source)) as old, closing(sqlite3.connect(target / DATABASE)) as new:
        old.backup(new)


def check_database(folder: Path, units: int) -> None:
    """Reads through Chroma's database without Chroma. Raises IndexDamaged where it is broken or of another size."""
    with _translated(folder), closing(_connect(folder)) as database:
        sound = database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
        if not sound or database.execute("SELECT count(*) FROM embeddings").fetchone() != (units,):
            raise _damaged(folder)


def graph_files(folder: Path) -> list[Path]:
    """The files in a Chroma folder that readers never write."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith(DATABASE))


def _new_collection(client: "Client") -> "ChromaCollection":
    configuration: Any = {"hnsw": GRAPH}
    return client.create_collection(COLLECTION, embedding_function=None, configuration=configuration)


def _metadata(record: Record) -> dict[str, str | int | float | bool | None]:
    return {key: value for key, value in record._asdict().items() if key != "id"}


def _connect(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / DATABASE).resolve().as_uri()}?mode=ro", uri=True, timeout=30)


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except IndexDamaged:
        raise
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder) from error
    except BaseException as error:
        if type(error).__module__.split(".")[0] in ("chromadb", "pyo3_runtime"):
            raise _damaged(folder) from error
        raise


def _damaged(folder: Path) -> IndexDamaged:
    return IndexDamaged(f"Chroma's files in {folder} are damaged: run `actqa index` to mend the index.")
