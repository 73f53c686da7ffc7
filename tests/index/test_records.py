"""Chroma's folder: what is written, what readers leave alone, and that a copy is equal."""

import hashlib
from pathlib import Path

import numpy as np
import pytest

from actqa.errors import IndexDamaged
from actqa.index.records import Record, Records, check_database, copy_records, graph_files

VECTORS = np.random.default_rng(0).normal(1, 1, size=(40, 16)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)


def record(number: int) -> Record:
    return Record(f"r{number % 2}:v:{number}", f"r{number % 2}", "Market › Size", number, number + 5, "sentence")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Records.create(tmp_path / "chroma") as records:
        records.add([record(number) for number in range(40)], VECTORS)
    return tmp_path / "chroma"


def digests(folder: Path) -> dict[str, str]:
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in graph_files(folder)}


def test_nearest_gives_cosine_similarities_best_first(folder: Path) -> None:
    with Records.open(folder) as records:
        found = records.nearest(VECTORS[7], 1000)

    assert found[0] == ("r1:v:7", pytest.approx(1.0, abs=1e-6))
    assert len(found) == 40
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    for id, score in found:
        assert score == pytest.approx(float(VECTORS[7] @ VECTORS[int(id.split(":")[2])]), abs=1e-5)


def test_nearest_can_be_asked_of_some_reports(folder: Path) -> None:
    with Records.open(folder) as records:
        assert {id.split(":")[0] for id, _ in records.nearest(VECTORS[7], 40, ["r0"])} == {"r0"}
        assert len(records.nearest(VECTORS[7], 40, ["r0", "r1"])) == 40
        assert records.nearest(VECTORS[7], 40, []) == []
        assert records.nearest(VECTORS[7], 0) == []


def test_an_empty_folder_of_records_answers(tmp_path: Path) -> None:
    with Records.create(tmp_path / "chroma") as records:
        assert records.count() == 0
        assert records.nearest(VECTORS[0], 5) == []
    check_database(tmp_path / "chroma", 0)


@pytest.mark.parametrize("size", [1, 2, 40])
def test_readers_do_not_write_the_graph(size: int, tmp_path: Path) -> None:
    folder = tmp_path / "chroma"
    with Records.create(folder) as records:
        records.add([record(number) for number in range(size)], VECTORS[:size])
    before = digests(folder)

    for _ in range(2):
        with Records.open(folder) as records:
            assert records.nearest(VECTORS[0], 1)[0][0] == "r0:v:0"

    assert len(before) == 5
    assert digests(folder) == before


def test_a_copy_equals_its_original_and_changes_alone(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    with Records.open(folder) as reader:
        before = reader.nearest(VECTORS[3], 40)
        copy_records(folder, copy)
        assert digests(copy) == digests(folder)
        with Records.open(copy) as records:
            assert (records.count(), records.nearest(VECTORS[3], 40)) == (40, before)
            records.add([record(9)._replace(id="new")], VECTORS[3:4])
            assert {id for id, _ in records.nearest(VECTORS[3], 2)} == {"r1:v:3", "new"}
        assert reader.nearest(VECTORS[3], 40) == before
    with Records.open(copy) as records:
        assert records.count() == 41
    check_database(copy, 41)


def test_opening_what_is_not_there_makes_nothing(tmp_path: Path) -> None:
    (tmp_path / "chroma").mkdir()

    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        Records.open(tmp_path / "chroma")
    assert list((tmp_path / "chroma").iterdir()) == []


@pytest.mark.parametrize("garbage", [b"", b"garbage" * 1000])
def test_a_database_of_garbage_is_damage(folder: Path, garbage: bytes) -> None:
    (folder / "chroma.sqlite3").write_bytes(garbage)

    with pytest.raises(IndexDamaged):
        check_database(folder, 40)
    with pytest.raises(IndexDamaged):
        Records.open(folder)


def test_a_database_broken_in_the_middle_is_found(folder: Path) -> None:
    with (folder / "chroma.sqlite3").open("r+b") as database:
        database.seek(8192)
        database.write(b"\xff" * 65536)

    with pytest.raises(IndexDamaged):
        check_database(folder, 40)


def test_a_database_with_other_records_is_found(folder: Path) -> None:
    with pytest.raises(IndexDamaged):
        check_database(folder, 41)
