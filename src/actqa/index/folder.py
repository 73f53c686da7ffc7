"""An index in a folder of this machine, Chroma embedded."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import assembly, generations
from actqa.index import manifest as manifests
from actqa.index.disk import seal_of_bytes, write_whole
from actqa.index.encoder import Encoder
from actqa.index.generations import Places, clear, current_name, prepare, unwritable
from actqa.index.home import Hit, Kind, Stock, Tell, Vectors
from actqa.index.lexical import Words
from actqa.index.manifest import Entry, Manifest, broken_files, missing_files
from actqa.index.planning import load_vectors
from actqa.index.shelves import Shelves
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
        clear(places, lambda name: _needed(places, name))


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
    """A generation's folder, and what it shares with others."""

    def __init__(self, places: Places, name: str) -> None:
        """Raises IndexDamaged."""
        super().__init__(places)
        self._place = places.generation(name)
        self.manifest = _checked_manifest(places, name)
        shelves = [(places.shelf(shelf.name), shelf) for shelf in self.manifest.shelves]
        self._shelves = Shelves(shelves, {entry.stem: entry.id for entry in self.manifest.entries})

    def read(self, kind: Kind, name: str) -> bytes:
        """The file's content, compared byte for byte with what was written."""
        data = super().read(kind, name)
        path = self._places.path(kind, name)
        seal = self.manifest.seals.get(path)
        if seal and seal != seal_of_bytes(data):
            raise IndexDamaged(f"{self._places.root / path} is missing or damaged: {manifests.MEND}.")
        return data

    def nearest(self, vector: Vectors, count: int, reports: Collection[str] | None) -> list[Hit]:
        """From Chroma."""
        return self._shelves.nearest(vector, count, reports)

    def vectors(self, entry: Entry) -> Vectors:
        """From the report's own file."""
        return load_vectors(self, entry, self.manifest.dimensions)

    def words(self) -> Words:
        """Mapped into memory."""
        return Words.load(self._place.lexical, self.manifest.units)

    def warm(self) -> None:
        """Opens Chroma."""
        self._shelves.opened()

    def close(self) -> None:
        """Lets go of Chroma."""
        self._shelves.close()


def _checked_manifest(places: Places, name: str) -> Manifest:
    """Graphs and words are compared byte for byte, since Chroma trusts its graph blindly; what is read whole, then."""
    manifest = manifests.load(places.generation(name).manifest)
    read_whole = {path: seal for path, seal in manifest.seals.items() if path.startswith("objects/")}
    others = {path: seal for path, seal in manifest.seals.items() if path not in read_whole}
    for path in (*broken_files(places.root, others), *missing_files(places.root, read_whole)):
        raise IndexDamaged(f"{places.root / path} is missing or damaged: {manifests.MEND}.")
    return manifest


def _needed(places: Places, name: str) -> set[str] | None:
    """Names of the shared files and shelves that a generation uses; None where that cannot be told."""
    try:
        manifest = manifests.load(places.generation(name).manifest)
    except IndexDamaged:
        return None
    files = {path.rpartition("/")[2] for path in manifest.seals if path.startswith("objects/")}
    return files | {shelf.name for shelf in manifest.shelves}
