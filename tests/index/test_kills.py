"""Builds that are killed: the index stays whole, and the next build clears the rubble."""

import shutil
import signal
import time
from pathlib import Path

import pytest
from index.fakes import (
    FORKS,
    build_in_process,
    build_now,
    build_until,
    contents,
    files_below,
    generations,
    market,
    receive,
    start,
    write,
)

from actqa.index.manifest import load

MOMENTS = 24
DELAYS = 8


def old(corpus: Path) -> Path:
    return write(corpus, changes=market("tea", 1), goes=market("salt"), stays=market("zinc"))


def new(corpus: Path) -> Path:
    (corpus / "goes.md").unlink(missing_ok=True)
    return write(corpus, changes=market("tea", 2), comes=market("iron"))


OLD = {"changes": 1, "goes": 5, "stays": 5}
NEW = {"changes": 2, "comes": 5, "stays": 5}


def values(index: Path) -> dict[str, int]:
    """For each report the figure in its last sentence."""
    return {id: int(texts[-1].split()[5]) for id, texts in contents(index).items()}


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kills")
    build_now(folder / "index", old(folder / "corpus"))
    new(folder / "corpus")
    return folder


@pytest.fixture(scope="module")
def touches(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How often an undisturbed build touches the index folder."""
    index = tmp_path_factory.mktemp("whole") / "index"
    shutil.copytree(seed / "index", index)
    here, there = FORKS.Pipe()
    process = start(build_until, index, seed / "corpus", 0, there)
    total: int = receive(here)
    process.join()
    assert values(index) == NEW
    return total


def check_mended(index: Path, corpus: Path) -> None:
    """The old index or the new one answers; the next build makes it the new one and leaves nothing else behind."""
    assert values(index) in (OLD, NEW)
    build_now(index, corpus)
    assert values(index) == NEW
    (name,) = generations(index)
    manifest = load(index / "generations" / name / "manifest.json")
    assert (index / "CURRENT").read_text() == f"{name}\n"
    assert not list((index / "generations" / name / "readers").iterdir())
    assert len(files_below(index / "objects")) == 5 * len(NEW)
    assert {file.name for file in index.iterdir()} == {
        "CURRENT",
        "CATALOGUE.json",
        "LOCK",
        "generations",
        "shelves",
        "objects",
    }
    assert [folder.name for folder in (index / "shelves").iterdir()] == [shelf.name for shelf in manifest.shelves]


@pytest.mark.parametrize("part", range(MOMENTS))
def test_a_build_killed_at_any_touch_of_the_disk_leaves_a_whole_index(
    seed: Path, touches: int, part: int, tmp_path: Path
) -> None:
    shutil.copytree(seed / "index", tmp_path / "index")
    moment = 1 + round(part * (touches - 1) / (MOMENTS - 1))

    process = start(build_until, tmp_path / "index", seed / "corpus", moment)
    process.join()

    assert process.exitcode == -signal.SIGKILL
    check_mended(tmp_path / "index", seed / "corpus")


def test_a_build_killed_after_any_time_leaves_a_whole_index(seed: Path, tmp_path: Path) -> None:
    for index in (tmp_path / "warm", tmp_path / "whole"):
        shutil.copytree(seed / "index", index)
        started = time.monotonic()
        start(build_in_process, index, seed / "corpus").join()
        whole = time.monotonic() - started
    for part in range(DELAYS):
        index = tmp_path / f"index{part}"
        shutil.copytree(seed / "index", index)
        process = start(build_in_process, index, seed / "corpus")
        time.sleep(whole * part / DELAYS)
        process.kill()
        process.join()
        check_mended(index, seed / "corpus")


@pytest.mark.parametrize("part", range(6))
def test_a_first_build_that_is_killed_is_begun_again(part: int, tmp_path: Path) -> None:
    corpus = old(tmp_path / "corpus")

    process = start(build_until, tmp_path / "index", corpus, 1 + 7 * part)
    process.join()
    result = build_now(tmp_path / "index", corpus)

    assert process.exitcode == -signal.SIGKILL
    assert result.rebuilt is None
    assert values(tmp_path / "index") == OLD
    assert len(generations(tmp_path / "index")) == 1
