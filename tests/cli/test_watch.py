"""`actqa watch`: a real folder that is written to, and what goes wrong meanwhile."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli.process import COMMAND, PATIENCE, environment

from actqa.cli.watch import Follower
from actqa.errors import IndexBusy
from actqa.index.folder import FolderHome
from actqa.index.library import Library
from actqa.index.resting import Resting

PIECES = [f"Iron {year} was valued at USD {year} million.\n" for year in range(2020, 2030)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "tea.md").write_text("# Tea Market\n\nTea grows.\n")
    return folder


@pytest.fixture
def watching(corpus: Path, tmp_path: Path, seed_index: Path) -> Iterator["subprocess.Popen[str]"]:
    """`actqa watch` of the corpus; what it writes comes line by line."""
    given = {**environment(tmp_path, tmp_path / "index"), "ACTQA_CORPUS": str(corpus)}
    with subprocess.Popen(
        [*COMMAND, "watch"], env=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        killer = threading.Timer(2 * PATIENCE, process.kill)
        killer.start()
        yield process
        killer.cancel()
        process.kill()


def until(process: "subprocess.Popen[str]", wanted: str) -> list[str]:
    """Lines up to the one that holds this."""
    lines = []
    for line in process.stdout or ():
        lines.append(line.strip())
        if wanted in line:
            return lines
    raise AssertionError(f"{wanted} did not come: {lines}")


def test_the_index_follows_the_folder(watching: "subprocess.Popen[str]", corpus: Path, tmp_path: Path) -> None:
    assert until(watching, "added")[-1].startswith("1 added, 0 changed, 0 dropped, 0 unchanged")

    (corpus / "broken.pdf").write_bytes(b"%PDF-1.7\nno more\n")
    with (corpus / "iron.md").open("w") as file:
        for piece in PIECES:
            file.write(piece)
            file.flush()
            time.sleep(0.4)
    lines = until(watching, "1 added")
    assert any("broken.pdf" in line for line in lines)
    with Library(FolderHome(tmp_path / "index")) as library, library.snapshot() as snapshot:
        assert snapshot.report("iron").report.text == "".join(PIECES)

    (corpus / "tea.md").unlink()
    assert until(watching, "dropped")[-1].startswith("0 added, 0 changed, 1 dropped")
    with Library(FolderHome(tmp_path / "index")) as library, library.snapshot() as snapshot:
        assert list(snapshot.reports) == ["iron"]

    os.kill(watching.pid, signal.SIGINT)
    assert watching.wait(PATIENCE) == 0
    assert "Traceback" not in (watching.stdout.read() if watching.stdout else "")


def result(**done: object) -> SimpleNamespace:
    nothing = dict.fromkeys(("added", "changed", "dropped", "unchanged", "failed"), ())
    return SimpleNamespace(**{**nothing, "rebuilt": None, "seconds": 0.1, **done})


def test_trouble_is_told_once_and_tried_again(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Busy(Resting):
        """Always due."""

        def due(self, now: float) -> tuple[Path, ...]:
            return ()

    outcomes = iter(
        [IndexBusy("Another one builds."), IndexBusy("Another one builds."), result(), result(added=("tea",))]
    )

    def build(files: tuple[Path, ...]) -> SimpleNamespace:
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    follower = Follower(Busy(corpus), build)  # type: ignore[arg-type]
    for _ in range(4):
        follower.step(looking=True)

    shown = capsys.readouterr()
    assert shown.err.splitlines() == ["Another one builds."]
    assert shown.out.splitlines() == ["1 added, 0 changed, 0 dropped, 0 unchanged in 0.1 s"]


def test_without_a_folder_it_says_so(tmp_path: Path) -> None:
    given = {**environment(tmp_path, tmp_path / "index"), "ACTQA_CORPUS": str(tmp_path / "none")}

    done = subprocess.run([*COMMAND, "watch"], env=given, capture_output=True, text=True)

    assert done.returncode == 1
    assert done.stderr.startswith(f"There is no corpus folder {tmp_path / 'none'}")
