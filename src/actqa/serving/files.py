"""The files of web/, kept in memory as they are sent: read, tagged and compressed once, and again where one changes.

Every file has two addresses: `/web/NAME`, which a browser asks for anew each time, and `/web/~EDITION/NAME`, which it
keeps for good. The page names the latter; an edition stands for the content of all files, so that a page never mixes
those of two. Of an edition, the style sheets and the modules that a first view needs come as one file each.
"""

import gzip
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from actqa.serving.joined import join_modules, join_sheets

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
"""What may be served; nothing else in the folder can be."""

WORTH_COMPRESSING = 500
FIRST_MODULE = "app.js"
FIRST_SHEET = "first.css"
"""Where a first view begins; what they import comes with them."""

EDITION = "~"
"""What an edition's name begins with; no file's does."""

Stamp = tuple[int, int]
"""When a file was changed, and its size."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file's content."""

    body: bytes
    compressed: bytes | None
    """With gzip; None where that is not shorter."""
    media_type: str
    tag: str


@cache
def web_folder() -> Path:
    """`actqa/web` of an installed package; `web` of the repository in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "web"
    return installed if installed.is_dir() else package.parents[1] / "web"


def find(name: str) -> Kept | None:
    """One file of the web folder, by its path in it; None where there is none that may be served."""
    path = _path_of(name)
    return None if path is None else _kept(path, _stamp(path))


class Editions:
    """Knows the edition there is; looks at the files for a page, and for a file of an edition it has not heard of."""

    def __init__(self) -> None:
        self._latest = ""

    def now(self) -> str:
        """The name of the files as they are."""
        self._latest = _edition(tuple(_own_files(str(web_folder()))))
        return self._latest

    def is_latest(self, name: str) -> bool:
        """Whether the files are of that edition."""
        return name == self._latest or name == self.now()


def split_edition(path: str) -> tuple[str | None, str]:
    """The edition that a path under /web/ names, or None, and the file's name."""
    first, slash, rest = path.partition("/")
    return (first, rest) if slash and first.startswith(EDITION) else (None, path)


def of_edition(name: str, edition: str) -> Kept | None:
    """A file as it is in the latest edition; None where there is none that may be served."""
    kept = find(name)
    joined = _joined(edition) if kept is not None else {}
    return joined.get(name, kept)


@lru_cache(2)
def _joined(edition: str) -> dict[str, Kept]:
    """What differs from the files: the joined ones, and the modules that stand in for what is in them; by name."""
    modules = join_modules(FIRST_MODULE, _text)
    texts = {name: modules.stand_in(name) for name in modules.exports} | {FIRST_MODULE: modules.text}
    sheet = join_sheets(FIRST_SHEET, _text)
    return {name: _content(text.encode(), TYPES[".js"]) for name, text in texts.items()} | {
        FIRST_SHEET: _content(sheet.encode(), TYPES[".css"])
    }


def _text(name: str) -> str:
    return (web_folder() / name).read_text("utf-8")


@lru_cache(8)
def with_edition(page: Kept, edition: str) -> Kept:
    """The page with the addresses that browsers keep."""
    return _content(page.body.replace(b'="web/', f'="web/{edition}/'.encode()), page.media_type)


def _path_of(name: str) -> Path | None:
    folder = web_folder().resolve()
    try:
        path = (folder / name).resolve()
        served = path.suffix in TYPES and path.is_relative_to(folder) and path.is_file()
    except (OSError, ValueError):  # too long for a name; a NUL in it
        return None
    return path if served else None


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def _own_files(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Those of the page and the widget; what is taken from others under vendor/ is not named by them."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir() and entry.name != "vendor":
                yield from _own_files(entry.path)
            elif os.path.splitext(entry.name)[1] in TYPES:
                status = entry.stat()
                yield entry.path, (status.st_mtime_ns, status.st_size)


@lru_cache(512)
def _kept(path: Path, stamp: Stamp) -> Kept:
    return _content(path.read_bytes(), TYPES[path.suffix])


@lru_cache(8)
def _edition(stamped: tuple[tuple[str, Stamp], ...]) -> str:
    together = sha256()
    for path, stamp in ((Path(name), stamp) for name, stamp in stamped):
        together.update(f"{path.relative_to(web_folder()).as_posix()} {_kept(path, stamp).tag}\n".encode())
    return f"{EDITION}{together.hexdigest()[:16]}"


def _content(body: bytes, media_type: str) -> Kept:
    """The tag is weak, since the body may be compressed on the way."""
    shorter = gzip.compress(body, 9, mtime=0) if len(body) > WORTH_COMPRESSING else body
    tag = f'W/"{sha256(body).hexdigest()[:32]}"'
    return Kept(body, shorter if len(shorter) < len(body) else None, media_type, tag)
