"""Who reads which generation, who may write, and when an old one goes: between threads and between processes."""

import threading
import time
from pathlib import Path

import pytest
from index.fakes import FORKS, build_in_process, build_now, generations, market, read_in_process, receive, start, write

from actqa.errors import IndexBusy, IndexDamaged, IndexMissing
from actqa.index.build import BuildResult, BuildStep
from actqa.index.disk import write_whole
from actqa.index.generations import Places, current_name, has_readers, lease, remove_if_done, writing


def test_a_generation_goes_when_its_last_reader_in_another_process_is_done(index: Path, corpus: Path) -> None:
    (old,) = generations(index)
    here, there = FORKS.Pipe()
    reader = start(read_in_process, index, there)
    assert receive(here) == old
    write(corpus, zinc=market("zinc"))

    start(build_in_process, index, corpus).join()
    new = current_name(Places(index))
    assert generations(index) == sorted([old, new])
    assert build_now(index, corpus).unchanged == ("iron", "salt", "tea", "zinc")
    assert generations(index) == sorted([old, new])
    here.send(True)
    assert receive(here) == ["iron", "iron", "salt", "salt", "tea", "tea"]
    here.send(False)
    assert receive(here) == "done"
    reader.join()

    assert reader.exitcode == 0
    assert generations(index) == [new]


def test_the_next_build_removes_what_a_killed_reader_held(index: Path, corpus: Path) -> None:
    (old,) = generations(index)
    here, there = FORKS.Pipe()
    reader = start(read_in_process, index, there)
    receive(here)
    write(corpus, zinc=market("zinc"))
    build_now(index, corpus)
    assert old in generations(index)

    reader.kill()
    reader.join()
    build_now(index, corpus)

    assert generations(index) == [current_name(Places(index))]


def test_objects_of_a_generation_that_is_read_stay(index: Path, corpus: Path) -> None:
    here, there = FORKS.Pipe()
    reader = start(read_in_process, index, there)
    receive(here)
    write(corpus, tea=market("tea", 9))
    build_now(index, corpus)
    assert len(list((index / "objects" / "reports").iterdir())) == 4

    here.send(False)
    reader.join()
    build_now(index, corpus)
    assert len(list((index / "objects" / "reports").iterdir())) == 3


def test_a_lease_counts_in_this_process_and_ends_with_its_block(index: Path) -> None:
    home = Places(index)
    with lease(home) as name, lease(home) as again:
        assert name == again
        assert has_readers(home.generation(name))
        assert not remove_if_done(home, name)
        write_whole(home.current, b"0000000000-00000000\n")
        assert not remove_if_done(home, name)
    assert not has_readers(home.generation(name))
    assert remove_if_done(home, name)
    assert generations(index) == []
    assert remove_if_done(home, name)


def test_the_current_generation_is_never_removed(index: Path) -> None:
    assert not remove_if_done(Places(index), current_name(Places(index)))
    assert len(generations(index)) == 1


def test_a_pointer_to_a_removed_generation_is_damage(index: Path) -> None:
    write_whole(index / "CURRENT", b"0000000000-00000000\n")

    with pytest.raises(IndexDamaged, match="run `actqa index`"), lease(Places(index)):
        pass


def test_no_pointer_is_a_missing_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match=r"There is no index in .*: run `actqa index`\."), lease(Places(tmp_path)):
        pass


def test_a_second_writer_says_so_and_waits(index: Path, corpus: Path) -> None:
    write(corpus, zinc=market("zinc"))
    here, there = FORKS.Pipe()
    with writing(Places(index), 0, pytest.fail):
        second = start(build_in_process, index, corpus, there)
        assert receive(here) == BuildStep("waiting", 0, 0)
        time.sleep(0.2)
        assert not here.poll()
    steps = [receive(here)]
    while isinstance(steps[-1], BuildStep):
        steps.append(receive(here))
    second.join()

    assert isinstance(steps[-1], BuildResult)
    assert steps[-1].added == ("zinc",)


def test_a_writer_that_has_waited_long_enough_gives_up(index: Path, corpus: Path) -> None:
    waits: list[BuildStep] = []
    failed: list[Exception] = []

    def second() -> None:
        try:
            build_now(index, corpus, wait_seconds=0.2, progress=waits.append)
        except IndexBusy as error:
            failed.append(error)

    with writing(Places(index), 0, pytest.fail):
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()

    assert waits == [BuildStep("waiting", 0, 0)]
    assert str(failed[0]) == (
        f"Another process has been building the index in {index} for 0.2 seconds: "
        "wait for it, or raise ACTQA_BUILD_WAIT_SECONDS."
    )


def test_a_writers_turn_ends_with_its_process(index: Path, corpus: Path) -> None:
    write(corpus, zinc=market("zinc"))
    here, there = FORKS.Pipe()
    first = start(build_in_process, index, corpus, there)
    receive(here)
    first.kill()
    first.join()

    assert "zinc" in (result := build_now(index, corpus, wait_seconds=0)).added + result.unchanged
