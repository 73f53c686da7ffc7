"""Files that are put into the corpus folder, and taken out, at somebody's word."""

import re
import unicodedata
from pathlib import Path, PurePosixPath

from actqa.errors import CorpusError
from actqa.index.disk import write_whole
from actqa.reading import SUFFIXES, suffix_of

LONGEST_NAME = 120


def file_name(name: str, data: bytes) -> str:
    """The name a file gets: the last part of the one it came with, with an ending that its content calls for.

    Raises ReadingError for what is of no kind that is read.
    """
    last = PurePosixPath(unicodedata.normalize("NFC", name).replace("\\", "/")).name
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*\ud800-\udfff]', "", last).strip(". ")
    ending = suffix_of(data, plain or "report")
    given = PurePosixPath(plain).suffix
    stem = plain.removesuffix(given) if given.lower() in SUFFIXES else plain
    return f"{stem[:LONGEST_NAME].strip() or 'report'}{ending}"


def put(corpus: Path, name: str, data: bytes) -> Path:
    """Writes the file, over one of the same name. Raises CorpusError."""
    file = corpus / name
    try:
        corpus.mkdir(parents=True, exist_ok=True)
        write_whole(file, data)
    except OSError as error:
        raise _unwritable(corpus, error) from error
    return file


def take_out(file: Path) -> None:
    """Removes the file, if it is still there. Raises CorpusError."""
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(file.parent, error) from error


def _unwritable(folder: Path, error: OSError) -> CorpusError:
    reason = error.strerror or str(error)
    return CorpusError(f"The corpus folder {folder} cannot be written ({reason}): mend that or set ACTQA_CORPUS.")
