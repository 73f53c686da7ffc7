"""What a file is, told by its content; its name only parts kinds of text from each other."""

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import Literal

from actqa.errors import ReadingError

Kind = Literal["text", "html", "csv", "pdf", "docx", "xlsx", "pptx"]

SUFFIXES: dict[str, Kind] = {
    ".md": "text",
    ".txt": "text",
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".pptx": "pptx",
}
"""Endings of names of files that are read."""

_PARTS: dict[str, Kind] = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE = re.compile(rb"^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
MOST_MEMBERS = 20_000
UNPACKED = 600
"""How many times its own size a package may be unpacked, besides `LEAST_UNPACKED`."""
LEAST_UNPACKED = 50 * 2**20
MOST_UNPACKED = 600 * 2**20


def kind_of(data: bytes, name: str) -> Kind:
    """Raises ReadingError for what is of no kind that is read."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _package(data, name)
    if data.startswith(_OLD_OFFICE):
        raise ReadingError(
            f"{name} is an Office file with a password or of an old kind: save it as .docx, .xlsx or .pptx without one."
        )
    named = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if named in {"text", "html", "csv"}:
        return named
    if named is None:
        raise ReadingError(f"{name} is of a kind that is not read: give it as {listed()}.")
    if _PAGE.match(data[:4096]):
        return "html"
    raise ReadingError(f"{name} is not what its name says, or is cut short: export or download it again.")


def suffix_of(data: bytes, name: str) -> str:
    """The ending that fits the content: the file's own, where it does. Raises ReadingError."""
    kind, own = kind_of(data, name), PurePosixPath(name).suffix.lower()
    return own if SUFFIXES.get(own) == kind else next(suffix for suffix, known in SUFFIXES.items() if known == kind)


def listed() -> str:
    """The endings, in words."""
    *first, last = SUFFIXES
    return f"{', '.join(first)} or {last}"


def _package(data: bytes, name: str) -> Kind:
    """Looks at the package's list of parts alone, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadingError(f"{name} is a damaged or cut Office file: export or download it again.") from error
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS or unpacked > min(MOST_UNPACKED, max(LEAST_UNPACKED, UNPACKED * len(data))):
        raise ReadingError(f"{name} would unpack to {unpacked // 2**20:,} MB, which no report needs: it is not read.")
    names = {member.filename for member in members}
    for part, kind in _PARTS.items():
        if part in names:
            return kind
    raise ReadingError(f"{name} is a ZIP file but no Word, Excel or PowerPoint file: unpack it, and add what is in it.")
