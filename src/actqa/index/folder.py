"""An index in a folder of this machine, Chroma embedded."""

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from itertools import accumulate
from pathlib import Path

import numpy as np

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import assembly, generations
from actqa.index import manifest as manifests
from actqa.index.disk import seal_of_bytes, write_whole
from actqa.index.encoder import Encoder
from actqa.index.generations import Places, clear, current_name, prepare, unwritable
from actqa.index.home import Hit, Kind, Stock, Tell, Vectors
from actqa.index.lexical import Words
from actqa.index.manifest import Entry, Manifest, broken_files, missing_files, unit_of
from actqa.index.planning import names_of
from actqa.index.records import Records
from actqa.index.rows import map_rows
from actqa.index.stock import sound_manifest, take_stock

Mark = tuple[int, int, int]
"""What tells one pointer file from the next: inode, time and size."""


class FolderHome:
    """The index in this folder. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._places = Places(folder.absolute())
        self.objects = FolderObjects(self._places)

    def mark(self) -> Mark | None:
        """Of the pointer file; None where there is none."""
        try:
            seen = self._places.current.stat()
        except OSError:
            return None
        return seen.st_ino, seen.st_mtime_ns, seen.st_size

    def lease(self) -> AbstractContextManager[str]:
        """A lock of the operating system's; see `generations`."""
        return generations.lease(self._places)

    def open(self, name: str) -> "FolderGeneration":
        """Raises IndexDamaged where files are missing or not as they were written."""
        return FolderGeneration(self._places, name)

    def leave(self, name: str) -> None:
        """Removes it if it is a former one that nobody reads any more."""
        generations.remove_if_done(self._places, name)

    def close(self) -> None:
        """Nothing is open."""

    def look(self) -> Stock:
        """Every byte is looked at."""
        name = current_name(self._places)
        return Stock(name, sound_manifest(self._places, name))

    @contextmanager
    def writing(self, wait_seconds: float, waiting: Callable[[], None]) -> Iterator[None]:
        """A lock of the operating system's; what the disk refuses inside becomes IndexUnwritable."""
        prepare(self._places)
        with generations.writing(self._places, wait_seconds, waiting):
            try:
                yield
            except OSError as error:
                raise unwritable(self._places, error) from error

    def stock(self) -> Stock:
        """What lies in the folder."""
        return take_stock(self._places)

    def publish(self, stock: Stock, entries: Sequence[Entry], encoder: Encoder, tell: Tell) -> None:
        """Writes a folder of its own for the generation, then moves the pointer."""
        assembly.publish(self._places, self.objects, stock, entries, encoder, tell)

    def tidy(self) -> None:
        """Brings the catalogue in step with the current generation and clears what nobody needs."""
        places = self._places
        try:
            current = places.generation(current_name(places)).manifest.read_bytes()
        except IndexMissing:
            return
        if not places.catalogue.exists() or places.catalogue.read_bytes() != current:
            write_whole(places.catalogue, current)
        clear(places, lambda name: _objects_of(places, name))


class FolderObjects:
    """Files that generations share."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def read(self, kind: Kind, name: str) -> bytes:
        """The file's content. Raises OSError."""
        return self._places.file(kind, name).read_bytes()

    def has(self, kind: Kind, name: str) -> bool:
        """Whether there is such a file."""
        return self._places.file(kind, name).exists()

    def write(self, kind: Kind, name: str, data: bytes) -> None:
        """Over what may be there. Raises OSError."""
        write_whole(self._places.file(kind, name), data)


class FolderGeneration(FolderObjects):
    """A generation's folder, and the files it shares with others."""

    def __init__(self, places: Places, name: str) -> None:
        """Raises IndexDamaged."""
        super().__init__(places)
        self._place = places.generation(name)
        self.manifest = _checked_manifest(places, name)
        self._records: Records | None = None
        self._opening = threading.Lock()

    def read(self, kind: Kind, name: str) -> bytes:
        """The file's content; facts, with which there is no text to compare them, are compared byte for byte."""
        data = super().read(kind, name)
        file = self._places.file(kind, name)
        seal = self.manifest.seals.get(file.relative_to(self._places.root).as_posix())
        if kind == "facts" and seal and seal != seal_of_bytes(data):
            raise IndexDamaged(f"{file} is missing or damaged: {manifests.MEND}.")
        return data

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None) -> list[Hit]:
        """From Chroma."""
        return [Hit(*unit_of(id), score) for id, score in self._open_records().nearest(vector, count, reports)]

    def vectors(self, entry: Entry) -> Vectors:
        """A copy, so that a former generation's file is let go of with it."""
        start = self._starts[entry.id]
        return np.array(self._rows[start : start + entry.units])

    def words(self) -> Words:
        """Mapped into memory."""
        return Words.load(self._place.lexical, self.manifest.units)

    def warm(self) -> None:
        """Opens Chroma."""
        self._open_records()

    def close(self) -> None:
        """Lets go of Chroma."""
        with self._opening:
            if self._records is not None:
                self._records.close()
                self._records = None

    @cached_property
    def _rows(self) -> Vectors:
        return map_rows(self._place.rows, self.manifest.units, self.manifest.dimensions)

    @cached_property
    def _starts(self) -> dict[str, int]:
        """Where each report's rows begin."""
        entries = self.manifest.entries
        starts = accumulate((entry.units for entry in entries), initial=0)
        return {entry.id: start for entry, start in zip(entries, starts, strict=False)}

    def _open_records(self) -> Records:
        """Chroma, opened once, when it is first needed. Raises IndexDamaged."""
        with self._opening:
            if self._records is None:
                records = Records.open(self._place.chroma)
                if records.count() != self.manifest.units:
                    records.close()
                    raise IndexDamaged(f"Chroma's records in {self._place.chroma} are incomplete: {manifests.MEND}.")
                self._records = records
            return self._records


def _checked_manifest(places: Places, name: str) -> Manifest:
    """Its own files are compared byte for byte, since Chroma trusts its graph blindly; shared ones by size."""
    manifest = manifests.load(places.generation(name).manifest)
    own = places.generation(name).root.relative_to(places.root).as_posix() + "/"
    mine = {path: seal for path, seal in manifest.seals.items() if path.startswith(own)}
    shared = {path: seal for path, seal in manifest.seals.items() if path not in mine}
    for path in (*broken_files(places.root, mine), *missing_files(places.root, shared)):
        raise IndexDamaged(f"{places.root / path} is missing or damaged: {manifests.MEND}.")
    return manifest


def _objects_of(places: Places, name: str) -> set[str] | None:
    """Names of the shared files that a generation uses; None where that cannot be told."""
    try:
        entries = manifests.load(places.generation(name).manifest).entries
    except IndexDamaged:
        return None
    return {places.file(kind, name).name for entry in entries for kind, name in names_of(entry)}
