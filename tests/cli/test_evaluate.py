"""`actqa evaluate`, as a process on the repository's report, and on answers that are told."""

import json
import os
import subprocess

import pytest
from cli.process import COMMAND, PATIENCE, Terminal, environment
from evaluation.labelled import TEXT, answer

from actqa.cli.main import run
from actqa.evaluation import Score

SIZE = {
    "id": "size",
    "report": "adoptive-cell-therapy",
    "question": "What is the market size in 2031?",
    "kind": "figure",
    "expect": {"figures": [{"value": 29.72368, "unit": "USD billion"}]},
}
MOON = {
    "id": "moon",
    "report": "adoptive-cell-therapy",
    "question": "What is the price of a latte on the Moon?",
    "kind": "unanswerable",
    "expect": {"refuse": True},
}
WRONG = {**SIZE, "id": "wrong", "expect": {"figures": [{"value": 7, "unit": "USD million"}]}}


def write(path, *questions):
    path.write_text("".join(json.dumps(it) + "\n" for it in questions))
    return str(path)


@pytest.fixture
def evaluate(seed_index, tmp_path):
    """Runs `actqa evaluate` in a process of its own."""

    def evaluate(*arguments):
        return subprocess.run(
            [*COMMAND, "evaluate", *arguments],
            env=environment(tmp_path, seed_index),
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    return evaluate


def test_a_set_is_answered_and_scored(evaluate, tmp_path):
    done = evaluate(write(tmp_path / "set.jsonl", SIZE, MOON, WRONG), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    score = json.loads(done.stdout)
    assert score["right"] == {"hits": 2, "of": 3, "share": 0.6667}
    assert score["by_kind"] == {
        "figure": {"hits": 1, "of": 2, "share": 0.5},
        "unanswerable": {"hits": 1, "of": 1, "share": 1.0},
    }
    assert score["answer_comes_first"] == {"hits": 1, "of": 2, "share": 0.5}
    assert score["offsets_exact"]["share"] == score["figures_traceable"]["share"] == 1
    (miss,) = score["misses"]
    assert (miss["question"]["id"], miss["question"]["line"], miss["lacks"]) == ("wrong", 3, ["missing: 7 USD million"])
    assert "29,723.68" in miss["answer"]["answer"]


def test_the_bar_is_for_a_terminal_alone(seed_index, tmp_path):
    options = {"env": environment(tmp_path, seed_index) | {"TERM": "xterm"}, "stdout": subprocess.DEVNULL}
    with Terminal(["evaluate", write(tmp_path / "set.jsonl", MOON)], ["stderr"], **options) as terminal:
        status, shown = terminal.end()
    assert status == 0
    assert "1/1" in shown


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "set.jsonl, line 2 is not JSON: "),
        ({**SIZE, "kind": "fact"}, "set.jsonl, line 2: kind: Input should be"),
        ({**SIZE, "report": "coffee"}, "line 2, size: There is no report coffee"),
        ({**SIZE, "question": ""}, "line 2, size: The question is empty"),
    ],
)
def test_a_bad_line_is_one_line_on_standard_error(evaluate, tmp_path, line, message):
    (tmp_path / "set.jsonl").write_text(f"{json.dumps(SIZE)}\n{line if line == '{' else json.dumps(line)}\n")
    done = evaluate("set.jsonl")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith(message)


class Told:
    """An assistant that says USD 1,380.5 million to everything."""

    @classmethod
    def open(cls, settings):
        return cls()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def check(self, question, report):
        return None

    def ask(self, question, report, history):
        return answer("USD 1,380.5\x1b[31m million [1]")

    def report(self, id):
        return type("Read", (), {"text": TEXT})


@pytest.fixture
def told(tmp_path, monkeypatch):
    for name in [n for n in os.environ if n.startswith("ACTQA_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("actqa.assistant.Assistant", Told)
    monkeypatch.setattr("actqa.evaluation.run.time.perf_counter", iter(range(100)).__next__)
    right = {**SIZE, "report": "tea", "expect": {"figures": [{"value": 1380.5, "unit": "USD million"}]}}
    names = {**SIZE, "id": "", "report": "tea", "kind": "list", "history": ["Who?"], "expect": {"items": ["A", "Zed"]}}
    place = {**SIZE, "id": "where", "report": "tea", "kind": "passage", "expect": {"quotes": ["Two-thirds", "Asian"]}}
    silent = {**MOON, "report": "tea"}
    write(tmp_path / "set.jsonl", right, names, place, silent)


def test_what_is_printed(told, capsys):
    assert run(["evaluate", "set.jsonl"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert (
        out
        == """\
4 questions on 1 report

right                                   1 of     4    25.0%
  figure                                1 of     1   100.0%
  list                                  0 of     1     0.0%
  passage                               0 of     1     0.0%
  unanswerable                          0 of     1     0.0%

right place cited                       0 of     1     0.0%
answer comes first                      1 of     1   100.0%
short enough                            3 of     3   100.0%
at most three figures not asked for     1 of     1   100.0%
citation offsets exact                  4 of     4   100.0%
figures traceable                       4 of     4   100.0%
seconds, median                     1.000
seconds, 95th percentile            1.000

1. line 2, tea, list
    after     Who?
    asked     What is the market size in 2031?
    expected  A; Zed
    came      USD 1,380.5 [31m million [1]
    wrong     not named: A; Zed

2. line 3, where, tea, passage
    asked     What is the market size in 2031?
    expected  “Two-thirds” or “Asian”
    came      USD 1,380.5 [31m million [1]
    wrong     none of the expected places is cited

3. line 4, moon, tea, unanswerable
    asked     What is the price of a latte on the Moon?
    expected  that the report does not say
    came      USD 1,380.5 [31m million [1]
    wrong     it should say that the report does not say
"""
    )


def test_misses_are_listed_as_far_as_is_wished(told, capsys):
    assert run(["evaluate", "set.jsonl", "--misses", "1"]) == 0
    out = capsys.readouterr().out
    assert "\n1. line 2, tea, list\n" in out
    assert "\n2. " not in out
    assert out.endswith("\n\n… and 2 more that are wrong.\n")
    assert run(["evaluate", "set.jsonl", "--no-misses"]) == 0
    assert capsys.readouterr().out.endswith("seconds, 95th percentile            1.000\n")
    assert run(["evaluate", "set.jsonl", "--json", "--misses", "2"]) == 0
    assert [it.question.line for it in Score.model_validate_json(capsys.readouterr().out).misses] == [2, 3]


@pytest.mark.parametrize("arguments", [["evaluate"], ["evaluate", "set.jsonl", "--misses", "-1"]])
def test_wrong_usage_is_status_2(told, capsys, arguments):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
