"""The benchmark of speed: its arithmetic, its page, and what it is measured on."""

import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from actqa.bench.speed import command
from actqa.bench.speed.corpora import on_own_market, questions, write_corpus
from actqa.bench.speed.lines import Line, at_least, at_most, medians, megabytes, milliseconds, seconds, told
from actqa.bench.speed.programs import environment, run
from actqa.bench.speed.setting import Setting, in_turn
from actqa.bench.speed.store import MadeUpEncoder


class RealEncoder:
    """What a made-up one takes from a real one."""

    fingerprint = "real"
    dimensions = 8
    word_ranks: Mapping[str, int] = {"tea": 1}

    def encode(self, texts: object, progress: object = None) -> np.ndarray:
        raise AssertionError("made-up vectors ask nobody")


def test_a_line_says_whether_its_target_holds() -> None:
    lines = [
        at_most("small", 0.3, 0.3, seconds, "beside"),
        at_most("large", 0.0251, 0.015, milliseconds),
        at_least("ratio", 1.99, 2, lambda value: f"{value:.2f} ×"),
        Line("plain", megabytes(812_400_000)),
    ]

    assert told(lines).splitlines()[2:] == [
        "| small | 0.30 s | beside | at most 0.30 s | yes |",
        "| large | 25.1 ms |  | at most 15.0 ms | no |",
        "| ratio | 1.99 × |  | at least 2.00 × | no |",
        "| plain | 812 MB |  |  |  |",
    ]


def test_medians_are_of_each_column() -> None:
    assert medians([(1, 30), (3, 10), (2, 20)]) == [2, 20]


def test_works_are_measured_in_turn() -> None:
    done: list[tuple[str, int]] = []

    found = in_turn(2, lambda run: done.append(("ours", run)), lambda run: done.append(("theirs", run)))

    assert done == [("ours", 0), ("theirs", 0), ("ours", 1), ("theirs", 1)]
    assert len(found) == 2


def test_a_program_is_given_no_settings_but_those_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTQA_MODEL", "dear")
    monkeypatch.setenv("ACTQA_CACHE", "kept")

    given = {name: value for name, value in environment({"index": "there"}).items() if name.startswith("ACTQA_")}

    assert given == {"ACTQA_CACHE": "kept", "ACTQA_INDEX": "there"}


def test_a_program_takes_time_of_its_own() -> None:
    took = run([sys.executable, "-c", "sum(range(10**6))"])

    assert took.processor > 0
    assert took.wall > 0


def test_every_report_has_a_market_of_its_own(tmp_path: Path) -> None:
    files = write_corpus(tmp_path / "corpus", 3, 1)

    assert [file.name for file in files] == ["market-0000.md", "market-0001.md", "market-0002.md"]
    assert [file.read_text("utf-8").splitlines()[0] for file in files] == [
        f"# Industrial Widget {number} Market" for number in range(3)
    ]
    assert on_own_market("An industrial widget.", 7) == "An industrial widget 7."


def test_no_question_is_asked_twice() -> None:
    asked = list(islice(questions(), 600))

    assert len(set(asked)) == 600


def test_made_up_vectors_are_the_texts_own() -> None:
    encoder = MadeUpEncoder(RealEncoder())
    rows = encoder.encode(["tea", "salt", "tea"])

    assert (encoder.fingerprint, encoder.dimensions, encoder.word_ranks) == ("real", 8, {"tea": 1})
    assert rows.shape == (3, 8)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 1, 1], rel=1e-5)
    assert (rows[0] == rows[2]).all()
    assert not np.allclose(rows[0], rows[1])
    assert encoder.encode([]).shape == (0, 8)


def test_rows_are_run_by_name_and_put_in_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def row(setting: Setting) -> list[Line]:
        return [Line(f"{setting.reports} reports, {setting.runs} runs", str(setting.folder.is_dir()))]

    monkeypatch.setattr(command, "ROWS", {"one": row, "other": row})

    command.speed(["other"], runs=2, reports=5, kept=tmp_path, write=tmp_path / "page.md")

    assert capsys.readouterr().out.startswith("other\n\n")
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "## Speed" in page
    assert "the median of 2 runs" in page
    assert page.count("| 5 reports, 2 runs | True |  |  |  |") == 1


def test_an_unknown_row_is_told() -> None:
    with pytest.raises(Exception, match="There is no row warp"):
        command.speed(["warp"])
