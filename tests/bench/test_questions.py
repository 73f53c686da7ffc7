"""The benchmark of answering: its arithmetic, and one run over made-up reports."""

import json
from pathlib import Path

import pytest

from actqa.bench import stages
from actqa.bench.made_up import report
from actqa.bench.questions import percentile, questions
from actqa.bench.stages import STAGES, StageClock, watched
from actqa.retrieval import nearness


def test_a_stage_within_another_counts_for_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 1.0, 5.0, 7.0])
    monkeypatch.setattr(stages, "process_time", lambda: next(times))
    clock = StageClock()

    with clock.stage("outer"), clock.stage("inner"):
        pass

    assert clock.seconds == {"outer": 1.0 + 2.0, "inner": 4.0}


def test_what_is_watched_is_as_before_afterwards() -> None:
    plain = vars(nearness)["rank"]

    with watched(StageClock()):
        assert vars(nearness)["rank"] is not plain
    assert vars(nearness)["rank"] is plain


def test_the_percentile_is_one_of_the_values() -> None:
    assert percentile([3.0, 1.0, 2.0, 4.0], 0.5) == 3.0
    assert percentile([3.0, 1.0, 2.0, 4.0], 1.0) == 4.0


def test_every_question_is_timed_and_every_stage_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, file = tmp_path / "corpus", tmp_path / "questions.jsonl"
    corpus.mkdir()
    for name in ("widgets", "gadgets"):
        (corpus / f"{name}.md").write_text(report(2), "utf-8")
    asked = [
        {"report": "widgets", "question": "What is the market size in 2032?", "kind": "figure"},
        {"report": "gadgets", "question": "Who are the key players?", "kind": "list"},
    ]
    expected = {"expect": {"refuse": True}}
    file.write_text("".join(json.dumps(one | expected) + "\n" for one in asked), "utf-8")

    questions(corpus, file, rounds=1, write=tmp_path / "page.md")

    page = (tmp_path / "page.md").read_text("utf-8")
    assert "2 questions to 2 reports" in page
    assert all(f"| {name} |" in page for name in (*STAGES, "asked for the first time", "of all reports", "floor"))
    assert capsys.readouterr().out.strip() in page
