"""An index on a Chroma server: what readers see, what stays and what goes."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from index.fakes import FORKS, HashEncoder, build_at, contents_of, market, receive, start, write
from index.server_fakes import Chroma, build_there, collections, server_at

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index.build import is_stale
from actqa.index.library import Hit, Library
from actqa.index.server.home import ServerHome
from actqa.index.server.parcels import OBJECTS, Parcels, all_ids
from actqa.index.server.vectors import Units

Elsewhere = Callable[[], ServerHome]
TEA = "The tea market reached USD 5 million in 2024."


def values(home: ServerHome) -> dict[str, str]:
    return {id: texts[-1].split()[5] for id, texts in contents_of(home).items()}


def test_no_index_is_told_until_there_is_one(home: ServerHome, elsewhere: Elsewhere, corpus: Path) -> None:
    with Library(elsewhere()) as library:
        with pytest.raises(IndexMissing, match=r"^There is no index on http://127.0.0.1:\d+ yet: run `actqa index`\.$"):
            library.snapshot().__enter__()
        assert build_at(home, corpus).added == ("iron", "salt", "tea")
        with library.snapshot() as snapshot:
            assert list(snapshot.reports) == ["iron", "salt", "tea"]


def test_another_machine_serves_everything_from_the_server(
    home: ServerHome, elsewhere: Elsewhere, corpus: Path
) -> None:
    build_at(home, corpus)
    vector = HashEncoder().encode([TEA])[0]
    with Library(elsewhere()) as library, library.snapshot() as snapshot:
        assert snapshot.nearest(vector, 1) == [Hit("tea", 1, pytest.approx(1.0, abs=1e-6))]
        assert [hit.report for hit in snapshot.nearest(vector, 9, ["salt"])] == ["salt", "salt"]
        assert {(hit.report, hit.unit) for hit in snapshot.lexical_nearest("tea", 5)} == {("tea", 0), ("tea", 1)}
        np.testing.assert_allclose(snapshot.vectors("tea")[1], vector, atol=1e-6)
        assert snapshot.report("tea").report.text == market("tea")
        assert snapshot.source("tea") == market("tea").encode()
        assert [forecast.start_value for forecast in snapshot.facts("tea").forecasts] == [5.0]
        assert len(snapshot.boxes("tea").words) == 0


def test_builds_follow_the_corpus_and_leave_only_what_is_needed(
    home: ServerHome, elsewhere: Elsewhere, corpus: Path, chroma: Chroma, database: str
) -> None:
    build_at(home, corpus)
    (corpus / "iron.md").unlink()
    write(corpus, tea=market("tea", 7), zinc=market("zinc"))
    encoder = HashEncoder()

    result = build_at(home, corpus, encoder=encoder)
    build_at(home, corpus)

    assert (result.added, result.changed, result.dropped) == (("zinc",), ("tea",), ("iron",))
    assert sorted(encoder.encoded) == [
        "Market of zinc",
        "The tea market reached USD 7 million in 2024.",
        "The zinc market reached USD 5 million in 2024.",
    ]
    assert values(elsewhere()) == {"salt": "5", "tea": "7", "zinc": "5"}
    assert kept(chroma, database) == (6, {"sources": 3, "reports": 3, "words": 3, "facts": 3, "manifests": 1})
    assert len(collections(chroma.url, database)) == 3


def kept(chroma: Chroma, database: str) -> tuple[int, dict[str, int]]:
    """How many records of units there are, and of objects by kind."""
    server = server_at(chroma.url, database)
    (units,) = collections(chroma.url, database, "actqa-units-")
    objects = server.find(OBJECTS)
    assert objects is not None
    kinds = [id.split("/")[0] for id in all_ids(server, objects)]
    return Units(server, units).count(), {kind: kinds.count(kind) for kind in kinds}


def test_an_unchanged_corpus_changes_nothing(home: ServerHome, elsewhere: Elsewhere, corpus: Path) -> None:
    build_at(home, corpus)
    mark = home.mark()
    assert not is_stale(home=elsewhere(), corpus=corpus, encoder=HashEncoder())

    assert build_at(elsewhere(), corpus).unchanged == ("iron", "salt", "tea")
    assert home.mark() == mark

    write(corpus, tea=market("tea", 6))
    assert is_stale(home=elsewhere(), corpus=corpus, encoder=HashEncoder())


def test_one_report_is_dropped_by_its_id(home: ServerHome, elsewhere: Elsewhere, corpus: Path) -> None:
    build_at(home, corpus)
    assert build_at(elsewhere(), corpus, drop=["salt"]).dropped == ("salt",)
    assert values(home) == {"iron": "5", "tea": "5"}


def test_a_former_generation_can_be_read_on(elsewhere: Elsewhere, corpus: Path) -> None:
    """Its records are still there, and are left out of what the next one finds."""
    build_at(elsewhere(), corpus)
    vector = HashEncoder().encode([TEA])[0]
    reader = Library(elsewhere())
    with reader.snapshot() as before:
        for value in (6, 7, 8):
            write(corpus, tea=market("tea", value))
            build_at(elsewhere(), corpus)
        assert [hit.report for hit in before.nearest(vector, 1)] == ["tea"]
        assert before.nearest(vector, 1)[0].score == pytest.approx(1.0, abs=1e-6)
        assert before.report("tea").report.text == market("tea", 5)
        assert len(before.vectors("tea")) == 2
    with Library(elsewhere()) as library, library.snapshot() as after:
        hits = after.nearest(vector, 6)
        assert len(hits) == 6
        assert len({(hit.report, hit.unit) for hit in hits}) == 6
        assert after.report("tea").report.text == market("tea", 8)
        assert len(after.nearest(vector, 99)) == 6


def test_a_library_follows_builds_of_other_processes(
    home: ServerHome, corpus: Path, chroma: Chroma, database: str, tmp_path: Path
) -> None:
    build_at(home, corpus)
    with Library(home) as library, library.snapshot() as before:
        write(corpus, zinc=market("zinc"))
        start(build_there, chroma.url, database, tmp_path / "other", corpus).join()
        home._pulse.forget()  # not to wait for the next look
        with library.snapshot() as after:
            assert set(after.reports) - set(before.reports) == {"zinc"}
            assert after.report("tea") is before.report("tea")


def test_another_encoder_gets_a_collection_of_its_own(
    home: ServerHome, elsewhere: Elsewhere, corpus: Path, chroma: Chroma, database: str
) -> None:
    build_at(home, corpus)
    other = HashEncoder("hash/2", dimensions=31)
    assert build_at(home, corpus, encoder=other).rebuilt == "the embedding model changed"
    assert len(collections(chroma.url, database, "actqa-units-")) == 1
    with Library(elsewhere()) as library, library.snapshot() as snapshot:
        assert snapshot.vectors("tea").shape == (2, 31)


@pytest.mark.parametrize("lost", ["units", "reports", "words", "manifests", "sources"])
def test_lost_records_are_damage_that_the_next_build_mends(
    lost: str, home: ServerHome, elsewhere: Elsewhere, corpus: Path, chroma: Chroma, database: str
) -> None:
    build_at(home, corpus)
    server = server_at(chroma.url, database)
    if lost == "units":
        (name,) = collections(chroma.url, database, "actqa-units-")
        units = Units(server, name)
        units.drop(list(units.ids())[:1])
    else:
        parcels = Parcels(server)
        parcels.drop([next(id for id in parcels.ids() if id.startswith(lost))])
    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        elsewhere().look()

    assert build_at(elsewhere(), corpus).rebuilt == "the index was damaged"
    assert values(elsewhere()) == {"iron": "5", "salt": "5", "tea": "5"}


def test_a_copy_that_is_damaged_is_fetched_again(home: ServerHome, corpus: Path, tmp_path: Path) -> None:
    build_at(home, corpus)
    for file in (tmp_path / "cache").rglob("*"):
        if file.is_file() and file.parent.name in ("reports", "facts", "manifests"):
            file.write_bytes(b"garbage")
    assert values(home) == {"iron": "5", "salt": "5", "tea": "5"}


def test_two_writers_take_turns(home: ServerHome, corpus: Path, chroma: Chroma, database: str, tmp_path: Path) -> None:
    pipes = []
    for number in range(3):
        own = write(tmp_path / f"corpus{number}", **{f"r{number}": market(f"r{number}")})
        here, there = FORKS.Pipe()
        start(build_there, chroma.url, database, tmp_path / f"cache{number}", own, there)
        pipes.append(here)
    results = []
    for here in pipes:
        while not hasattr(result := receive(here), "added"):
            assert not isinstance(result, Exception), result
        results.append(result)
    # Each follows its own corpus, so the last one's report is left, and each of the others was added and dropped.
    (left,) = values(home)
    assert sorted(id for result in results for id in result.added) == ["r0", "r1", "r2"]
    assert sorted([*(id for result in results for id in result.dropped), left]) == ["r0", "r1", "r2"]


def test_a_home_that_was_closed_opens_again(home: ServerHome, corpus: Path) -> None:
    build_at(home, corpus)
    home.close()
    write(corpus, tea=market("tea", 6))
    assert build_at(home, corpus).changed == ("tea",)
    home.close()
    assert values(home)["tea"] == "6"
