"""The reader of each kind of file; each loads its library when it is called."""

from collections.abc import Callable

from actqa.reading.decoding import decode
from actqa.reading.formats.canonical import Canonical, Limits
from actqa.reading.formats.docx import read_docx
from actqa.reading.formats.html import read_html
from actqa.reading.formats.kinds import Kind
from actqa.reading.formats.pdf.reader import read_pdf
from actqa.reading.formats.sheets import read_csv, read_xlsx
from actqa.reading.formats.slides import read_pptx


def read_text(data: bytes, name: str, limits: Limits) -> Canonical:
    """The file's own text."""
    return Canonical(decode(data, name))


READERS: dict[Kind, Callable[[bytes, str, Limits], Canonical]] = {
    "text": read_text,
    "html": read_html,
    "csv": read_csv,
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_xlsx,
    "pptx": read_pptx,
}
"""A file's bytes and name → its canonical text. They raise ReadingError."""
