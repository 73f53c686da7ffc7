"""Which files a build is about, and what became of those it knew."""

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from actqa.errors import CorpusError, ReadingError
from actqa.index.manifest import Entry, Origin
from actqa.reading import SUFFIXES, find_files, listed

FRESH_NS = 2_000_000_000
"""A file changed less than this ago may change again without its time showing it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a report."""

    key: str
    """See `Entry.key`."""
    origin: Origin
    file: Path


@dataclass(frozen=True, slots=True)
class Survey:
    """What a build has to look at."""

    candidates: tuple[Candidate, ...] = ()
    gone: frozenset[str] = frozenset()
    """Keys of known reports whose files are no more."""
    missing: tuple[tuple[str, str], ...] = ()
    """Paths that lead to no report, with what to tell the user."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes, and what tells them from other bytes."""

    data: bytes
    sha256: str
    mtime_ns: int
    """0 where the file is too fresh to tell a later change by it."""


def survey_corpus(corpus: Path, known: Iterable[Entry]) -> Survey:
    """Every report file of the corpus folder. Raises CorpusError where there is none."""
    found = [Candidate(path.as_posix(), "corpus", corpus / path) for path in find_files(corpus)]
    if not found:
        raise CorpusError(f"There is no report in {corpus}: put some in ({listed()}), or set ACTQA_CORPUS.")
    keys = {candidate.key for candidate in found}
    gone = frozenset(entry.key for entry in known if entry.origin == "corpus" and entry.key not in keys)
    return _readable_names(Survey(tuple(found), gone))


def survey_paths(paths: Sequence[Path], corpus: Path, known: Sequence[Entry]) -> Survey:
    """The files and folders that the user named; those inside the corpus folder are the corpus's own."""
    parts = [_survey_path(path, corpus, known) for path in paths]
    candidates = {candidate.key: candidate for part in parts for candidate in part.candidates}
    gone = frozenset[str]().union(*(part.gone for part in parts)) - candidates.keys()
    missing = tuple(problem for part in parts for problem in part.missing)
    return _readable_names(Survey(tuple(candidates.values()), gone, missing))


def is_changed(candidate: Candidate, entry: Entry) -> bool:
    """Whether the file's content differs from what was read; size and time settle it where they can."""
    try:
        seen = candidate.file.stat()
        if seen.st_size != entry.size:
            return True
        if entry.mtime_ns and seen.st_mtime_ns == entry.mtime_ns:
            return False
        with candidate.file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() != entry.sha256
    except OSError:
        return True


def read_content(candidate: Candidate, max_bytes: int) -> Content:
    """The file's bytes; a larger file is not read into memory. Raises ReadingError."""
    try:
        with candidate.file.open("rb") as stream:
            seen = _regular(stream.fileno(), candidate.file)
            if seen.st_size > max_bytes:
                raise _too_large(candidate.file, seen.st_size, max_bytes)
            data = stream.read(max_bytes + 1)
    except OSError as error:
        raise ReadingError(f"{candidate.file} cannot be read ({error.strerror or error}).") from error
    if len(data) > max_bytes:
        raise _too_large(candidate.file, len(data), max_bytes)
    settled = time.time_ns() - seen.st_mtime_ns >= FRESH_NS and len(data) == seen.st_size
    return Content(data, hashlib.sha256(data).hexdigest(), seen.st_mtime_ns if settled else 0)


def _survey_path(path: Path, corpus: Path, known: Sequence[Entry]) -> Survey:
    place = _absolute(path)
    if place.is_dir():
        found = [_candidate(place / file, corpus) for file in find_files(place)]
        missing = () if found else ((str(path), f"There is no report in {path}."),)
    elif place.exists():
        problem = _problem(path, place)
        found, missing = ([], ((str(path), problem),)) if problem else ([_candidate(place, corpus)], ())
    else:
        found, missing = [], ((str(path), f"There is no file or folder {path}."),)
    keys = {candidate.key for candidate in found}
    gone = frozenset(key for key in _keys_under(place, corpus, known) if key not in keys)
    return Survey(tuple(found), gone, () if gone else missing)


def _absolute(path: Path) -> Path:
    """Links stay as they are: a report is known by the name that the user sees."""
    return Path(os.path.abspath(path.expanduser()))


def _problem(path: Path, place: Path) -> str:
    if place.suffix.lower() not in SUFFIXES:
        return f"{path} is not a report: its name must end in {listed()}."
    return "" if place.is_file() else f"{path} is not a file."


def _candidate(file: Path, corpus: Path) -> Candidate:
    root = _absolute(corpus)
    if file.is_relative_to(root):
        return Candidate(file.relative_to(root).as_posix(), "corpus", file)
    return Candidate(file.as_posix(), "path", file)


def _keys_under(place: Path, corpus: Path, known: Sequence[Entry]) -> Iterator[str]:
    """Keys of the reports that were read from this file or folder and have no file any more."""
    root = _absolute(corpus)
    for entry in known:
        file = root / entry.key if entry.origin == "corpus" else Path(entry.key)
        if file.is_relative_to(place) and not file.is_file():
            yield entry.key


def _readable_names(survey: Survey) -> Survey:
    """Sets aside files whose names are not text, which happens on file systems that store names as bytes."""
    fine = tuple(candidate for candidate in survey.candidates if _is_text(candidate.key))
    bad = (candidate.key for candidate in survey.candidates if not _is_text(candidate.key))
    shown = (key.encode("utf-8", "replace").decode() for key in bad)
    problems = tuple((name, f"{name} has a name that is not UTF-8 text: rename it.") for name in shown)
    return Survey(fine, survey.gone, survey.missing + problems)


def _is_text(name: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _regular(handle: int, file: Path) -> os.stat_result:
    seen = os.fstat(handle)
    if not stat.S_ISREG(seen.st_mode):
        raise ReadingError(f"{file} is not a file.")
    return seen


def _too_large(file: Path, size: int, max_bytes: int) -> ReadingError:
    return ReadingError(
        f"{file} is too large: {size:,} bytes, at most {max_bytes:,} are read (ACTQA_MAX_REPORT_BYTES)."
    )
