"""What a build reads again, and what it does not."""

import os
from pathlib import Path

import pytest
from index.fakes import HashEncoder, build_now, contents, generations, market, write

from actqa.index import manifest
from actqa.index.build import is_stale
from actqa.index.disk import Seal, seal_of
from actqa.index.folder import FolderHome
from actqa.index.marks import load_marks, marks_of


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were compared with their seals."""
    found: list[Path] = []

    def watched(file: Path) -> Seal:
        found.append(file)
        return seal_of(file)

    monkeypatch.setattr(manifest, "seal_of", watched)
    return found


def note_of(index: Path) -> Path:
    (name,) = generations(index)
    return index / "generations" / name / "marks.json"


def test_what_nobody_has_touched_is_not_read_again(index: Path, corpus: Path, read: list[Path]) -> None:
    assert build_now(index, corpus).unchanged == ("iron", "salt", "tea")
    assert not is_stale(home=FolderHome(index), corpus=corpus, encoder=HashEncoder())

    assert read == []


def test_what_was_touched_is_read_again_once(index: Path, corpus: Path, read: list[Path]) -> None:
    file = min((index / "objects" / "reports").iterdir())
    os.utime(file)

    assert build_now(index, corpus).rebuilt is None
    build_now(index, corpus)

    assert read == [file]


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"[1, 2]"])
def test_without_notes_all_is_read(garbage: bytes, index: Path, corpus: Path, read: list[Path]) -> None:
    sealed = manifest.load(note_of(index).with_name("manifest.json")).seals
    note_of(index).write_bytes(garbage)

    assert build_now(index, corpus).rebuilt is None
    assert {file.relative_to(index).as_posix() for file in read} == sealed.keys()


def test_a_build_notes_what_it_has_written(index: Path, corpus: Path, read: list[Path]) -> None:
    write(corpus, zinc=market("zinc"))
    build_now(index, corpus)
    read.clear()
    noted = load_marks(note_of(index))

    assert noted == marks_of(index, noted)
    assert noted.keys() >= manifest.load(note_of(index).with_name("manifest.json")).seals.keys()
    build_now(index, corpus)
    assert read == []


def test_a_reader_that_opened_chroma_costs_no_rebuild(index: Path, corpus: Path) -> None:
    before = contents(index)

    assert build_now(index, corpus).rebuilt is None
    assert contents(index) == before
