"""Which of Chroma's folders a build takes over, writes anew or leaves out, and that all are asked as one."""

import json
import shutil
from pathlib import Path

import pytest
from index.fakes import HashEncoder, build_now, contents, generations, market, write

from actqa.index.folder import FolderHome
from actqa.index.home import Stock
from actqa.index.library import Library
from actqa.index.manifest import LAYOUT, Entry, Manifest, Shelf, load
from actqa.index.shelving import Shelving, shelf_after, shelving

MANY = 20
"""Reports of two units each, beside which two units are few."""


def entry(id: str, units: int = 10, version: str = "v") -> Entry:
    return Entry(id, f"{id}.md", "corpus", "", 0, 0, version, id, id, 0, None, "", units)


def stock(entries: list[Entry], *shelves: Shelf, fingerprint: str = "hash/1") -> Stock:
    manifest = Manifest(LAYOUT, fingerprint, 97, "", 0, tuple(entries), {}, shelves)
    return Stock("name", manifest)


def shelf(name: str, *entries: Entry) -> Shelf:
    return Shelf(name, {entry.stem: entry.units for entry in entries})


LARGE, TEA, SALT, IRON = entry("large", 1000), entry("tea"), entry("salt"), entry("iron", 60)
FIRST = shelf("first", LARGE)


@pytest.mark.parametrize(
    ("shelves", "entries", "expected"),
    [
        pytest.param((FIRST,), [LARGE], Shelving((FIRST,)), id="nothing new"),
        pytest.param((FIRST,), [LARGE, TEA], Shelving((FIRST,), None, (TEA,)), id="few onto a second shelf"),
        pytest.param(
            (FIRST, shelf("second", TEA)),
            [LARGE, TEA, SALT],
            Shelving((FIRST,), shelf("second", TEA), (SALT,)),
            id="few more beside them",
        ),
        pytest.param(
            (FIRST, shelf("second", TEA, SALT)),
            [LARGE, TEA, IRON],
            Shelving((), FIRST, (TEA, IRON)),
            id="as many as are worth a copy, with the second shelf's, onto the first",
        ),
        pytest.param(
            (FIRST, shelf("second", TEA)), [LARGE], Shelving((FIRST, shelf("second", TEA))), id="one that is gone"
        ),
        pytest.param(
            (FIRST, shelf("second", TEA)),
            [TEA, SALT],
            Shelving(written=(TEA, SALT)),
            id="more that is buried than alive",
        ),
        pytest.param(
            (shelf("first", TEA, SALT, IRON),), [TEA, SALT], Shelving(written=(TEA, SALT)), id="a shelf that is buried"
        ),
        pytest.param((), [TEA], Shelving(written=(TEA,)), id="no shelf yet"),
    ],
)
def test_what_stays_and_what_is_written(shelves: tuple[Shelf, ...], entries: list[Entry], expected: Shelving) -> None:
    assert shelving(stock([LARGE], *shelves), entries, HashEncoder()) == expected


def test_vectors_of_another_encoder_are_not_kept() -> None:
    found = stock([LARGE], FIRST, fingerprint="hash/2")

    assert shelving(found, [LARGE], HashEncoder()) == Shelving(written=(LARGE,))


def test_a_copy_keeps_what_is_no_longer_wanted() -> None:
    plan = Shelving((), shelf("first", LARGE, TEA), (SALT,))

    assert shelf_after("new", plan) == shelf("new", LARGE, TEA, SALT)
    assert shelf("new", LARGE, TEA, SALT).buried({LARGE.stem, SALT.stem}) == 10


def shelves_of(index: Path) -> tuple[Shelf, ...]:
    (name,) = generations(index)
    found = load(index / "generations" / name / "manifest.json").shelves
    assert sorted(folder.name for folder in (index / "shelves").iterdir()) == sorted(shelf.name for shelf in found)
    return found


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    write(folder / "corpus", **{f"m{number:02}": market(f"m{number:02}") for number in range(MANY)})
    build_now(folder / "index", folder / "corpus")
    return folder


@pytest.fixture
def large(many: Path, tmp_path: Path) -> Path:
    """A folder with `corpus` and `index`, of many reports."""
    shutil.copytree(many, tmp_path / "large")
    return tmp_path / "large"


def test_one_that_is_added_leaves_the_large_shelf_as_it_is(large: Path) -> None:
    index, corpus, encoder = large / "index", large / "corpus", HashEncoder()
    (first,) = shelves_of(index)
    write(corpus, a=market("a"))
    build_now(index, corpus, encoder=encoder)
    assert [(it.name == first.name, it.units) for it in shelves_of(index)] == [(True, 2 * MANY), (False, 2)]
    write(corpus, m05=market("m05", 9))
    build_now(index, corpus, encoder=encoder)

    assert [it.units for it in shelves_of(index)] == [2 * MANY + 4]
    assert len(encoder.encoded) == 3
    assert len(contents(index)) == MANY + 1
    assert contents(index)["m05"][1] == "The m05 market reached USD 9 million in 2024."


def test_both_shelves_are_asked(large: Path) -> None:
    write(large / "corpus", zinc=market("zinc"))
    build_now(large / "index", large / "corpus")
    vector = HashEncoder().encode(["The zinc market reached USD 5 million in 2024."])[0]

    assert len(shelves_of(large / "index")) == 2
    with Library(FolderHome(large / "index")) as library, library.snapshot() as snapshot:
        hits = snapshot.nearest(vector, 100)
        assert hits[0] == ("zinc", 1, pytest.approx(1.0, abs=1e-6))
        assert len({(hit.report, hit.unit) for hit in hits}) == len(hits) == 2 * MANY + 2
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert [hit.score for hit in snapshot.nearest(vector, 3)] == pytest.approx([hit.score for hit in hits[:3]])
        assert {hit.report for hit in snapshot.nearest(vector, 9, ["zinc", "m03"])} == {"zinc", "m03"}


def test_what_is_dropped_is_not_found_and_does_not_crowd_out_the_others(large: Path) -> None:
    (before,) = shelves_of(large / "index")
    gone = [f"m{number:02}" for number in range(9)]
    for id in gone:
        (large / "corpus" / f"{id}.md").unlink()
    assert build_now(large / "index", large / "corpus").dropped == tuple(gone)

    assert shelves_of(large / "index") == (before,)
    vector = HashEncoder().encode(["The m00 market reached USD 5 million in 2024."])[0]
    with Library(FolderHome(large / "index")) as library, library.snapshot() as snapshot:
        hits = snapshot.nearest(vector, 2 * (MANY - 9))
        assert len(hits) == 2 * (MANY - 9)
        assert not {hit.report for hit in hits} & set(gone)


def test_one_that_comes_back_is_on_its_shelf_still(large: Path) -> None:
    (before,) = shelves_of(large / "index")
    (large / "corpus" / "m07.md").unlink()
    build_now(large / "index", large / "corpus")
    write(large / "corpus", m07=market("m07"))
    build_now(large / "index", large / "corpus")

    assert shelves_of(large / "index") == (before,)
    assert len(contents(large / "index")) == MANY


def test_a_graph_that_rotted_is_not_copied_but_made_anew(large: Path) -> None:
    """A disk that changes bytes silently leaves the file's times; so does this, as far as a build can see."""
    index = large / "index"
    (shelf_before,) = shelves_of(index)
    (graph,) = (index / "shelves" / shelf_before.name).glob("*/data_level0.bin")
    graph.write_bytes(bytes(255 - byte for byte in graph.read_bytes()))
    (name,) = generations(index)
    note = index / "generations" / name / "marks.json"
    seen = graph.stat()
    mark = [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]
    forge(note, graph.relative_to(index).as_posix(), mark)
    write(large / "corpus", **{id: market(id) for id in "abc"})

    assert build_now(index, large / "corpus").added == ("a", "b", "c")
    assert [it.units for it in shelves_of(index)] == [2 * MANY + 6]
    assert len(contents(index)) == MANY + 3


def forge(note: Path, path: str, mark: list[int]) -> None:
    """Notes of a file that it was compared as it looks now."""
    marks = json.loads(note.read_bytes())
    marks[path] = mark
    note.write_text(json.dumps(marks))
