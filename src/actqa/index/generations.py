"""The index folder: which generation is current, who reads which, who may write, and what may go.

    CURRENT          the name of the generation that readers use
    CATALOGUE.json   a second copy of its manifest
    LOCK             held by the one writer
    generations/     one folder each: manifest.json, lexical/, marks.json, readers/
    shelves/         Chroma's folders, which generations share, each under the name of the one that wrote it
    objects/         what else they share: sources/ by SHA-256; reports/, words/, boxes/, facts/, vectors/ by version

A generation is written once and never changed. Each process that reads one holds a lock on a file of its own in
`readers/`, which the operating system drops even when the process is killed. The writer looks at these locks only after
it has moved CURRENT on, and a reader looks at CURRENT again after it has its lock: so either the reader sees that it
came too late, or the writer sees the lock.
"""

import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from actqa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexUnwritable
from actqa.index.disk import UNFINISHED, settle_folder, write_whole
from actqa.index.home import KINDS, Kind

NAME = re.compile(r"\d{10}-[0-9a-f]{8}")
GONE = re.compile(rf"\.gone-{NAME.pattern}")
"""The name of a generation that is being removed."""
_JSON: tuple[Kind, ...] = ("reports", "facts")
"""Kinds whose files are named for what is in them."""
OBJECT = re.compile(r"[0-9a-f]{32,64}(\.json)?")


@dataclass(frozen=True, slots=True)
class Places:
    """What lies where in an index folder."""

    root: Path

    @property
    def current(self) -> Path:
        """The pointer."""
        return self.root / "CURRENT"

    @property
    def catalogue(self) -> Path:
        """The manifest's second copy."""
        return self.root / "CATALOGUE.json"

    @property
    def generations(self) -> Path:
        """Folder of generations."""
        return self.root / "generations"

    @property
    def objects(self) -> tuple[Path, ...]:
        """Every folder of files that generations share."""
        return tuple(self.root / "objects" / kind for kind in KINDS)

    def generation(self, name: str) -> "Place":
        """The places in one generation."""
        return Place(self.generations / name)

    @property
    def shelves(self) -> Path:
        """Folder of Chroma's folders."""
        return self.root / "shelves"

    def shelf(self, name: str) -> Path:
        """One of them, under the name of the generation that wrote it."""
        return self.shelves / name

    def file(self, kind: Kind, name: str) -> Path:
        """Where something that generations share lies."""
        return self.root / self.path(kind, name)

    def path(self, kind: Kind, name: str) -> str:
        """The same, below the root."""
        return f"objects/{kind}/{name}.json" if kind in _JSON else f"objects/{kind}/{name}"

    def relative(self, file: Path) -> str:
        """Its path below the root."""
        return file.relative_to(self.root).as_posix()


@dataclass(frozen=True, slots=True)
class Place:
    """The places in a generation's folder."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Written last: a generation without it was never finished."""
        return self.root / "manifest.json"

    @property
    def lexical(self) -> Path:
        """Folder of the word index."""
        return self.root / "lexical"

    @property
    def marks(self) -> Path:
        """How its files looked when they were last compared; may be missing."""
        return self.root / "marks.json"

    @property
    def readers(self) -> Path:
        """Folder of the readers' locks."""
        return self.root / "readers"


def current_name(places: Places) -> str:
    """The current generation. Raises IndexMissing, IndexDamaged."""
    try:
        name = places.current.read_text("ascii").strip()
    except FileNotFoundError as error:
        raise IndexMissing(f"There is no index in {places.root} yet: run `actqa index`.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{places.current} cannot be read: run `actqa index` to mend the index.") from error
    if not NAME.fullmatch(name):
        raise IndexDamaged(f"{places.current} is damaged: run `actqa index` to mend the index.")
    return name


def prepare(places: Places) -> None:
    """Makes the folders that are missing. Raises IndexUnwritable."""
    try:
        for folder in (places.generations, places.shelves, *places.objects):
            folder.mkdir(parents=True, exist_ok=True)
        if not os.access(places.root, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(places.root))
    except OSError as error:
        raise unwritable(places, error) from error


def unwritable(places: Places, error: OSError) -> IndexUnwritable:
    """The error for an index folder that cannot be written, or a disk that is full."""
    reason = error.strerror or str(error)
    return IndexUnwritable(
        f"The index folder {places.root} cannot be written ({reason}): mend that or set ACTQA_INDEX."
    )


@contextmanager
def writing(places: Places, wait_seconds: float, waiting: Callable[[], None]) -> Iterator[None]:
    """The one writer's turn; calls `waiting` once if it has to wait. Raises IndexBusy, IndexUnwritable."""
    lock = FileLock(places.root / "LOCK")
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=wait_seconds, poll_interval=0.05)
    except Timeout as error:
        raise IndexBusy(
            f"Another process has been building the index in {places.root} for {wait_seconds:g} seconds: "
            "wait for it, or raise ACTQA_BUILD_WAIT_SECONDS."
        ) from error
    except OSError as error:
        raise unwritable(places, error) from error
    try:
        yield
    finally:
        lock.release()


def begin_generation(places: Places) -> str:
    """A new, empty generation; nobody sees it until `switch`."""
    name = f"{int(time.time()):010d}-{secrets.token_hex(4)}"
    place = places.generation(name)
    place.readers.mkdir(parents=True)
    place.lexical.mkdir()
    return name


def switch(places: Places, name: str) -> None:
    """Makes the generation, which is finished, the current one, in one step."""
    settle_folder(places.generations)
    write_whole(places.current, f"{name}\n".encode("ascii"))


@contextmanager
def lease(places: Places) -> Iterator[str]:
    """The current generation's name; it stays on the disk meanwhile.

    Raises IndexMissing, IndexDamaged, IndexUnwritable.
    """
    while True:
        name = current_name(places)
        readers = places.generation(name).readers
        try:
            lock = _hold(readers / f"{os.getpid()}-{secrets.token_hex(8)}")
        except OSError as error:
            _explain_no_lease(places, name, error)
            continue
        try:
            if current_name(places) == name:
                yield name
                return
        finally:
            _drop(lock)
        remove_if_done(places, name)


def _hold(file: Path) -> FileLock:
    """A lock on a file of its own. Raises OSError, also where the folder is gone: FileLock would make it again."""
    if not file.parent.is_dir():
        raise FileNotFoundError(2, "No such folder", str(file.parent))
    lock = FileLock(file, thread_local=False)
    lock.acquire(blocking=False)
    return lock


def _explain_no_lease(places: Places, name: str, error: OSError) -> None:
    """Returns if the generation has been replaced meanwhile; else raises what is wrong."""
    if current_name(places) != name:
        return
    if isinstance(error, FileNotFoundError):
        raise IndexDamaged(f"{places.generation(name).root} is gone: run `actqa index` to mend the index.") from error
    raise unwritable(places, error) from error


def _drop(lock: FileLock) -> None:
    with suppress(OSError):  # the folder may be gone, by hand
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


def has_readers(place: Place) -> bool:
    """Whether any process, this one included, reads the generation. Only for one that is no longer current."""
    return any(_is_held(file) for file in _files(place.readers))


def _is_held(file: Path) -> bool:
    lock = FileLock(file)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return True
    except OSError:
        return file.exists()
    _drop(lock)
    return False


def _remove_folder(folder: Path) -> None:
    """In one step for those who look for it. Raises OSError."""
    doomed = folder.with_name(f".gone-{folder.name}")
    folder.rename(doomed)
    shutil.rmtree(doomed, ignore_errors=True)


def remove_if_done(places: Places, name: str) -> bool:
    """Removes a generation that is neither current nor read; whether it is gone. For readers that leave it, too."""
    place = places.generation(name)
    with suppress(IndexMissing, IndexDamaged):
        if current_name(places) == name or has_readers(place):
            return False
        try:
            _remove_folder(place.root)
        except OSError:
            return not place.root.exists()
        return True
    return False


def generation_names(places: Places) -> list[str]:
    """Every generation's folder, finished or not, oldest first."""
    return sorted(folder.name for folder in _files(places.generations) if NAME.fullmatch(folder.name))


def clear(places: Places, needed: Callable[[str], set[str] | None]) -> None:
    """Removes what killed builds and finished readers left; for the writer, when the current generation is whole.

    `needed` gives the names of the objects and shelves that a generation uses, or None where that cannot be told. Files
    that are not the index's own are left alone.
    """
    for folder in (*_files(places.generations), *_files(places.shelves)):
        if GONE.fullmatch(folder.name):
            shutil.rmtree(folder, ignore_errors=True)
    kept = [name for name in generation_names(places) if not remove_if_done(places, name)]
    for folder in (places.root, places.generations, *places.objects):
        _remove(_files(folder, UNFINISHED))
    uses = [needed(name) for name in kept]
    if None in uses:
        return
    used = set[str]().union(*(names for names in uses if names is not None))
    for folder in places.objects:
        _remove(_files(folder, OBJECT, used))
    for shelf in _files(places.shelves, NAME, used):
        with suppress(OSError):  # still open under Windows: the next build tries again
            _remove_folder(shelf)


def _files(folder: Path, called: re.Pattern[str] = re.compile(".*"), but: Container[str] = ()) -> list[Path]:
    """What lies in the folder, or what of it has such a name, but for some."""
    names = os.listdir(folder) if folder.is_dir() else []
    return [folder / name for name in names if called.fullmatch(name) and name not in but]


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):  # still open under Windows: the next build tries again
            file.unlink()
