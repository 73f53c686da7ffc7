"""The index folder: which generation is current, who reads which, who may write, and what may go.

    CURRENT          the name of the generation that readers use
    CATALOGUE.json   a second copy of its manifest
    LOCK             held by the one writer
    generations/     one folder each: manifest.json, chroma/, lexical/, readers/
    objects/         files that generations share: sources/ by SHA-256, reports/, boxes/ and facts/ by their versions

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from actqa.errors import IndexBusy, IndexDamaged, IndexMissing, IndexUnwritable
from actqa.index.disk import UNFINISHED, settle_folder, write_whole

NAME = re.compile(r"\d{10}-[0-9a-f]{8}")
GONE = re.compile(rf"\.gone-{NAME.pattern}")
"""The name of a generation that is being removed."""
OBJECT = re.compile(r"[0-9a-f]{32,64}(\.json)?")


@dataclass(frozen=True, slots=True)
class Home:
    """The places in an index folder."""

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
    def sources(self) -> Path:
        """Folder of the reports' files, each named by its SHA-256."""
        return self.root / "objects" / "sources"

    @property
    def reports(self) -> Path:
        """Folder of parsed reports, each named by its version."""
        return self.root / "objects" / "reports"

    @property
    def facts(self) -> Path:
        """Folder of what the reports state, each named by its version."""
        return self.root / "objects" / "facts"

    @property
    def boxes(self) -> Path:
        """Folder of the places of reports' words, each named by its version."""
        return self.root / "objects" / "boxes"

    @property
    def objects(self) -> tuple[Path, ...]:
        """Every folder of files that generations share."""
        return self.sources, self.reports, self.boxes, self.facts

    def generation(self, name: str) -> "Place":
        """The places in one generation."""
        return Place(self.generations / name)


@dataclass(frozen=True, slots=True)
class Place:
    """The places in a generation's folder."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Written last: a generation without it was never finished."""
        return self.root / "manifest.json"

    @property
    def chroma(self) -> Path:
        """Chroma's folder."""
        return self.root / "chroma"

    @property
    def lexical(self) -> Path:
        """Folder of the word index."""
        return self.root / "lexical"

    @property
    def readers(self) -> Path:
        """Folder of the readers' locks."""
        return self.root / "readers"


def current_name(home: Home) -> str:
    """The current generation. Raises IndexMissing, IndexDamaged."""
    try:
        name = home.current.read_text("ascii").strip()
    except FileNotFoundError as error:
        raise IndexMissing(f"There is no index in {home.root} yet: run `actqa index`.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamaged(f"{home.current} cannot be read: run `actqa index` to mend the index.") from error
    if not NAME.fullmatch(name):
        raise IndexDamaged(f"{home.current} is damaged: run `actqa index` to mend the index.")
    return name


def prepare(home: Home) -> None:
    """Makes the folders that are missing. Raises IndexUnwritable."""
    try:
        for folder in (home.generations, *home.objects):
            folder.mkdir(parents=True, exist_ok=True)
        if not os.access(home.root, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(home.root))
    except OSError as error:
        raise unwritable(home, error) from error


def unwritable(home: Home, error: OSError) -> IndexUnwritable:
    """The error for an index folder that cannot be written, or a disk that is full."""
    reason = error.strerror or str(error)
    return IndexUnwritable(f"The index folder {home.root} cannot be written ({reason}): mend that or set ACTQA_INDEX.")


@contextmanager
def writing(home: Home, wait_seconds: float, waiting: Callable[[], None]) -> Iterator[None]:
    """The one writer's turn; calls `waiting` once if it has to wait. Raises IndexBusy, IndexUnwritable."""
    lock = FileLock(home.root / "LOCK")
    try:
        try:
            lock.acquire(timeout=0)
        except Timeout:
            waiting()
            lock.acquire(timeout=wait_seconds, poll_interval=0.05)
    except Timeout as error:
        raise IndexBusy(
            f"Another process has been building the index in {home.root} for {wait_seconds:g} seconds: "
            "wait for it, or raise ACTQA_BUILD_WAIT_SECONDS."
        ) from error
    except OSError as error:
        raise unwritable(home, error) from error
    try:
        yield
    finally:
        lock.release()


def begin_generation(home: Home) -> str:
    """A new, empty generation; nobody sees it until `switch`."""
    name = f"{int(time.time()):010d}-{secrets.token_hex(4)}"
    place = home.generation(name)
    place.readers.mkdir(parents=True)
    place.lexical.mkdir()
    return name


def switch(home: Home, name: str) -> None:
    """Makes the generation, which is finished, the current one, in one step."""
    settle_folder(home.generations)
    write_whole(home.current, f"{name}\n".encode("ascii"))


@contextmanager
def lease(home: Home) -> Iterator[str]:
    """The current generation's name; it stays on the disk meanwhile.

    Raises IndexMissing, IndexDamaged, IndexUnwritable.
    """
    while True:
        name = current_name(home)
        readers = home.generation(name).readers
        try:
            lock = _hold(readers / f"{os.getpid()}-{secrets.token_hex(8)}")
        except OSError as error:
            _explain_no_lease(home, name, error)
            continue
        try:
            if current_name(home) == name:
                yield name
                return
        finally:
            _drop(lock)
        remove_if_done(home, name)


def _hold(file: Path) -> FileLock:
    """A lock on a file of its own. Raises OSError, also where the folder is gone: FileLock would make it again."""
    if not file.parent.is_dir():
        raise FileNotFoundError(2, "No such folder", str(file.parent))
    lock = FileLock(file, thread_local=False)
    lock.acquire(blocking=False)
    return lock


def _explain_no_lease(home: Home, name: str, error: OSError) -> None:
    """Returns if the generation has been replaced meanwhile; else raises what is wrong."""
    if current_name(home) != name:
        return
    if isinstance(error, FileNotFoundError):
        raise IndexDamaged(f"{home.generation(name).root} is gone: run `actqa index` to mend the index.") from error
    raise unwritable(home, error) from error


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


def remove_if_done(home: Home, name: str) -> bool:
    """Removes a generation that is neither current nor read; whether it is gone. For readers that leave it, too."""
    place = home.generation(name)
    with suppress(IndexMissing, IndexDamaged):
        if current_name(home) == name or has_readers(place):
            return False
        doomed = home.generations / f".gone-{name}"
        try:
            place.root.rename(doomed)
        except OSError:
            return not place.root.exists()
        shutil.rmtree(doomed, ignore_errors=True)
        return True
    return False


def generation_names(home: Home) -> list[str]:
    """Every generation's folder, finished or not, oldest first."""
    return sorted(folder.name for folder in _files(home.generations) if NAME.fullmatch(folder.name))


def clear(home: Home, needed: Callable[[str], set[str] | None]) -> None:
    """Removes what killed builds and finished readers left; for the writer, when the current generation is whole.

    `needed` gives the names of the objects that a generation uses, or None where that cannot be told. Files that are
    not the index's own are left alone.
    """
    for folder in _files(home.generations):
        if GONE.fullmatch(folder.name):
            shutil.rmtree(folder, ignore_errors=True)
    kept = [name for name in generation_names(home) if not remove_if_done(home, name)]
    for folder in (home.root, home.generations, *home.objects):
        _remove(file for file in _files(folder) if UNFINISHED.fullmatch(file.name))
    uses = [needed(name) for name in kept]
    if None in uses:
        return
    used = set[str]().union(*(names for names in uses if names is not None))
    for folder in home.objects:
        _remove(file for file in _files(folder) if OBJECT.fullmatch(file.name) and file.name not in used)


def _files(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _remove(files: Iterator[Path]) -> None:
    for file in files:
        with suppress(OSError):  # still open under Windows: the next build tries again
            file.unlink()
