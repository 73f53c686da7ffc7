"""Bytes to canonical text: the declared encoding, else UTF-8, never a guess."""

import codecs
import re

from actqa.errors import ReadingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# HTML's <meta charset>, XML's declaration, and the coding line of PEP 263, Emacs and Vim, looked for in the first KiB.
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset=["']?\s*([\w.:-]+)"""
    rb"""|<\?xml[^>]{0,200}encoding=["']([\w.:-]+)"""
    rb"""|^.{0,40}?(?:coding|fileencoding)[:=][ \t]*([\w.:-]+)""",
    re.IGNORECASE,
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FOREIGN = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP or Office file"), (b"{\\rtf", "an RTF file"))


def decode(data: bytes, name: str) -> str:
    """The file's text with line ends as `\\n` and nothing else changed. Raises ReadingError in one line."""
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise ReadingError(f"{name} is {kind} under another name: save it as UTF-8 text (.md or .txt).")
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadingError(f"{name} is empty: there is nothing to read in it.")
    if "\x00" in text or len(_CONTROLS.findall(text)) > len(text) // 100:
        raise ReadingError(f"{name} is not a text file: save it as UTF-8 text (.md or .txt).")
    return text


def _decoded(data: bytes, name: str) -> str:
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    at = _first_bad_byte(data)
    raise ReadingError(
        f"{name} is not UTF-8 (byte {at}) and declares no encoding that fits: save it as UTF-8 or declare its encoding."
    )


def _encodings(data: bytes) -> list[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return [encoding]
    found = _DECLARED.search(data[:1024])
    declared = [next(g for g in found.groups() if g).decode("ascii", "replace")] if found else []
    return ["utf-8", *(encoding for encoding in declared if _is_text_codec(encoding))]


def _is_text_codec(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False


def _first_bad_byte(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
