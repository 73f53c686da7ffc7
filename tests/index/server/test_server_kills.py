"""Writers that are killed or fall asleep: readers see the old index or the new, and the next build mends and sweeps."""

import os
import signal
import time
from pathlib import Path

import pytest
from index.fakes import FORKS, build_at, contents_of, market, receive, start, write
from index.server_fakes import Chroma, build_there, build_until, collections, home_at, server_at

from actqa.errors import IndexBusy
from actqa.index.build import BuildStep
from actqa.index.server.home import ServerHome
from actqa.index.server.lease import FORMER, LEASE
from actqa.index.server.parcels import Parcels
from actqa.index.server.vectors import Units

MOMENTS = 10

STATES = (
    {"changes": market("tea", 1), "goes": market("salt"), "stays": market("zinc")},
    {"changes": market("tea", 2), "comes": market("iron"), "stays": market("zinc")},
)
VALUES = ({"changes": 1, "goes": 5, "stays": 5}, {"changes": 2, "comes": 5, "stays": 5})


def put(corpus: Path, state: int) -> Path:
    for file in corpus.glob("*.md"):
        if file.stem not in STATES[state]:
            file.unlink()
    return write(corpus, **STATES[state])


def values(home: ServerHome) -> dict[str, int]:
    """For each report the figure in its last sentence."""
    return {id: int(texts[-1].split()[5]) for id, texts in contents_of(home).items()}


def check_swept(url: str, database: str) -> None:
    """Nothing is there that the current generation does not name."""
    server = server_at(url, database)
    (generation,) = collections(url, database, "actqa-generation-")
    (units,) = collections(url, database, "actqa-units-")
    assert collections(url, database) == [generation, "actqa-objects", units]
    assert Units(server, units).count() == 6
    kinds = sorted(id.split("/")[0] for id in Parcels(server).ids())
    assert kinds == ["facts"] * 3 + ["manifests"] + ["reports"] * 3 + ["sources"] * 3 + ["words"] * 3


def test_a_build_killed_at_any_request_leaves_a_whole_index(chroma: Chroma, database: str, tmp_path: Path) -> None:
    """The same index goes to and fro between two states, and each time the build is killed a little later."""
    corpus = put(tmp_path / "corpus", 0)
    home = home_at(chroma.url, database, tmp_path / "cache", read_seconds=0.0, stale_seconds=0.0)
    build_at(home, corpus)
    put(corpus, 1)
    here, there = FORKS.Pipe()
    start(build_until, chroma.url, database, tmp_path / "writer", corpus, 0, True, there)
    total: int = receive(here)
    assert values(home) == VALUES[1]

    seen, killed = [], 0
    for part in range(MOMENTS):
        before, after = 1 - part % 2, part % 2
        put(corpus, after)
        moment = 2 + round(part * (total - 2) / MOMENTS)
        process = start(build_until, chroma.url, database, tmp_path / "writer", corpus, moment, part % 3 == 0)
        process.join()
        killed += process.exitcode == -signal.SIGKILL  # it may need fewer requests than the first
        found = values(home_at(chroma.url, database, tmp_path / f"reader{part}"))
        assert found in (VALUES[before], VALUES[after])
        seen.append(found == VALUES[after])
        build_at(home, corpus)
        assert values(home) == VALUES[after]
        check_swept(chroma.url, database)
    assert killed >= MOMENTS - 2
    assert seen == sorted(seen)
    assert set(seen) == {False, True}


@pytest.mark.parametrize("part", range(3))
def test_a_first_build_that_is_killed_is_begun_again(part: int, chroma: Chroma, database: str, tmp_path: Path) -> None:
    corpus = put(tmp_path / "corpus", 0)
    process = start(build_until, chroma.url, database, tmp_path / "writer", corpus, 6 + 9 * part, False)
    process.join()
    assert process.exitcode == -signal.SIGKILL

    home = home_at(chroma.url, database, tmp_path / "cache", read_seconds=0.0, stale_seconds=0.0)
    assert build_at(home, corpus).rebuilt is None
    assert values(home) == VALUES[0]


def test_who_fell_asleep_finds_its_lease_taken_and_changes_nothing(
    chroma: Chroma, database: str, tmp_path: Path
) -> None:
    """It is stopped while it embeds, another takes over and builds, and it is woken again."""
    corpus = put(tmp_path / "corpus", 0)
    late = write(tmp_path / "late", **{f"late{number}": market(f"late{number}") for number in range(3)})
    home = home_at(chroma.url, database, tmp_path / "cache", stale_seconds=0.5)
    build_at(home, corpus)
    here, there = FORKS.Pipe()
    sleeper = start(build_there, chroma.url, database, tmp_path / "sleeper", late, there, {"beat_seconds": 0.1})
    while receive(here) != BuildStep("embedding", 0, 6):
        pass
    os.kill(sleeper.pid or 0, signal.SIGSTOP)
    time.sleep(0.6)

    put(corpus, 1)
    build_at(home, corpus)
    os.kill(sleeper.pid or 0, signal.SIGCONT)
    while isinstance(result := receive(here), BuildStep):
        pass
    sleeper.join()

    assert isinstance(result, IndexBusy)
    assert values(home) == VALUES[1]
    build_at(home_at(chroma.url, database, tmp_path / "other", read_seconds=0.0), corpus)
    check_swept(chroma.url, database)


def test_who_fell_asleep_cannot_publish_even_after_a_build_that_changed_nothing(
    chroma: Chroma, database: str, tmp_path: Path
) -> None:
    """Whoever takes a lease over takes the number that its former owner would have used."""
    corpus = put(tmp_path / "corpus", 0)
    home = home_at(chroma.url, database, tmp_path / "cache", read_seconds=0.0, stale_seconds=0.0)
    build_at(home, corpus)
    number = home.mark()
    server_at(chroma.url, database).create(LEASE, {"owner": "asleep", "beat": 0.0})

    assert build_at(home, corpus).unchanged == ("changes", "goes", "stays")

    assert home.mark() == (number or 0) + 1
    assert collections(chroma.url, database, FORMER) == []
    assert collections(chroma.url, database, LEASE) == []
    assert values(home) == VALUES[0]


def test_a_lease_that_is_kept_alive_is_waited_for(chroma: Chroma, database: str, tmp_path: Path) -> None:
    corpus = put(tmp_path / "corpus", 0)
    home = home_at(chroma.url, database, tmp_path / "cache", beat_seconds=0.1, stale_seconds=1.0)
    other = home_at(chroma.url, database, tmp_path / "other", stale_seconds=1.0)
    with home.writing(0, lambda: None):
        time.sleep(1.2)
        waited: list[BuildStep] = []
        with pytest.raises(IndexBusy, match=r"has been building the index on http.* for 0\.3 seconds: wait for it"):
            build_at(other, corpus, wait_seconds=0.3, progress=waited.append)
    assert waited == [BuildStep("waiting", 0, 0)]
    assert build_at(other, corpus).added == ("changes", "goes", "stays")
