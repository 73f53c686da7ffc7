"""A damaged index: readers are told, and a build mends it without loss."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from index.fakes import HashEncoder, build_now, contents, generations, market, write

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index.build import is_stale
from actqa.index.folder import FolderHome
from actqa.index.library import Library, Snapshot
from actqa.index.manifest import LAYOUT


def current(index: Path) -> Path:
    (name,) = generations(index)
    return index / "generations" / name


def shelf(index: Path) -> Path:
    return only(index, "shelves/*")


def only(folder: Path, pattern: str) -> Path:
    return next(iter(sorted(folder.glob(pattern))))


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])


def scramble(file: Path) -> None:
    """Same size, other bytes."""
    file.write_bytes(bytes(255 - byte for byte in file.read_bytes()))


DAMAGES: dict[str, Callable[[Path], object]] = {
    "garbage in the pointer": lambda index: (index / "CURRENT").write_bytes(b"\xff\x00garbage"),
    "an empty pointer": lambda index: (index / "CURRENT").write_bytes(b""),
    "a pointer to nowhere": lambda index: (index / "CURRENT").write_text("1234567890-00000000\n"),
    "no generations": lambda index: shutil.rmtree(index / "generations"),
    "no manifest": lambda index: (current(index) / "manifest.json").unlink(),
    "a garbled manifest": lambda index: cut_short(current(index) / "manifest.json"),
    "another manifest": lambda index: (current(index) / "manifest.json").write_text('{"layout": 99}'),
    "no database": lambda index: (shelf(index) / "chroma.sqlite3").unlink(),
    "a garbled database": lambda index: scramble(shelf(index) / "chroma.sqlite3"),
    "no graph": lambda index: shutil.rmtree(only(shelf(index), "*/data_level0.bin").parent),
    "a short graph": lambda index: cut_short(only(shelf(index), "*/data_level0.bin")),
    "a garbled graph": lambda index: scramble(only(shelf(index), "*/data_level0.bin")),
    "no words": lambda index: shutil.rmtree(current(index) / "lexical"),
    "garbled words": lambda index: scramble(only(current(index), "lexical/words")),
    "no shelves": lambda index: shutil.rmtree(index / "shelves"),
    "a missing file of vectors": lambda index: only(index, "objects/vectors/*").unlink(),
    "a short file of vectors": lambda index: cut_short(only(index, "objects/vectors/*")),
    "a missing report": lambda index: only(index, "objects/reports/*").unlink(),
    "a short report": lambda index: cut_short(only(index, "objects/reports/*")),
    "no objects": lambda index: shutil.rmtree(index / "objects" / "reports"),
}


@pytest.fixture
def index(tmp_path: Path, corpus: Path) -> Path:
    """With a report from elsewhere, whose file is no more."""
    build_now(tmp_path / "index", corpus)
    other = write(tmp_path / "other", zinc=market("zinc"))
    build_now(tmp_path / "index", corpus, other)
    shutil.rmtree(other)
    return tmp_path / "index"


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_told_and_mended_from_corpus_and_copies(damage: str, index: Path, corpus: Path) -> None:
    before = contents(index)
    DAMAGES[damage](index)

    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        contents(index)
    assert is_stale(home=FolderHome(index), corpus=corpus, encoder=HashEncoder())
    result = build_now(index, corpus)

    assert result.rebuilt == "the index was damaged"
    assert (result.unchanged, result.failed) == (("iron", "salt", "tea", "zinc"), ())
    assert contents(index) == before
    assert len(generations(index)) == 1
    assert not is_stale(home=FolderHome(index), corpus=corpus, encoder=HashEncoder())


def test_an_index_of_an_older_version_is_made_again_and_loses_no_report(index: Path, corpus: Path) -> None:
    before = contents(index)
    for file in (index / "CATALOGUE.json", current(index) / "manifest.json"):
        file.write_text(file.read_text("utf-8").replace(f'"layout":{LAYOUT}', f'"layout":{LAYOUT - 1}'), "utf-8")

    assert build_now(index, corpus).rebuilt == "the index was written by another version of actqa"
    assert contents(index) == before


@pytest.mark.parametrize("damage", ["no database", "a garbled manifest", "no objects"])
def test_damage_is_mended_without_the_corpus(damage: str, index: Path, corpus: Path) -> None:
    before = contents(index)
    shutil.rmtree(corpus)
    DAMAGES[damage](index)

    assert build_now(index, corpus).rebuilt == "the index was damaged"
    assert contents(index) == before


def test_a_lost_copy_of_a_source_loses_no_report(index: Path, corpus: Path) -> None:
    before = contents(index)
    shutil.rmtree(index / "objects" / "sources")

    result = build_now(index, corpus)

    assert result.unchanged == ("iron", "salt", "tea", "zinc")
    ((path, message),) = result.failed
    assert path.endswith("zinc.md")
    assert message == f"The stored copy of {path} is lost: index the file itself again."
    assert contents(index) == before
    assert build_now(index, corpus).rebuilt is None


@pytest.mark.parametrize(
    ("kind", "read"),
    [
        ("reports", lambda snapshot: snapshot.report("tea")),
        ("facts", lambda snapshot: snapshot.facts("tea")),
        ("vectors", lambda snapshot: snapshot.vectors("tea")),
        ("words", lambda snapshot: snapshot.lexical_scores("market", "tea")),
        ("sources", lambda snapshot: snapshot.source("tea")),
    ],
)
def test_what_is_garbled_at_its_size_is_told_when_read_and_mended(
    kind: str, read: Callable[[Snapshot], object], index: Path, corpus: Path
) -> None:
    before = contents(index)
    for file in (index / "objects" / kind).iterdir():
        scramble(file)

    with Library(FolderHome(index)) as library, library.snapshot() as snapshot, pytest.raises(IndexDamaged):
        read(snapshot)
    build_now(index, corpus)
    assert contents(index) == before


def test_a_lost_pointer_is_a_missing_index_and_mended(index: Path, corpus: Path) -> None:
    before = contents(index)
    (index / "CURRENT").unlink()

    with pytest.raises(IndexMissing, match="run `actqa index`"):
        contents(index)
    build_now(index, corpus)
    assert contents(index) == before


def test_an_index_damaged_beyond_reading_is_built_from_the_corpus(index: Path, corpus: Path) -> None:
    (current(index) / "manifest.json").unlink()
    (index / "CATALOGUE.json").write_text("garbage")

    assert build_now(index, corpus).added == ("iron", "salt", "tea")
    assert set(contents(index)) == {"iron", "salt", "tea"}
