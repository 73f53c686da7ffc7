"""`actqa chat`: as a process, from a pipe and on a terminal, and line by line with answers that are told."""

import os
import re
import signal
import subprocess
import time

import pytest
from cli.process import COMMAND, PATIENCE, Terminal, environment

from actqa import Answer
from actqa.answering.answer import Citation, Withheld
from actqa.cli.conversation import Conversation
from actqa.cli.main import run
from actqa.cli.paper import Paper
from actqa.errors import ReportNotFound, UsageError
from actqa.reading import read_report

REPORT = "adoptive-cell-therapy"
SIZE = "What is the market size in 2031?"
TEXT = (
    "# Tea \x1b[31mmarket\n\nBefore it. Tea is worth\x07 USD 5 million in 2024. After it.\n\nThen more.\n\nFar away.\n"
)
TEA = read_report(TEXT.encode(), id="tea", name="tea.md")
QUOTE = "Tea is worth\x07 USD 5 million in 2024."
START = TEXT.index(QUOTE)
PLACE = Citation(
    id=1,
    report="tea",
    section="Tea",
    revision=TEA.revision,
    start=START,
    end=START + len(QUOTE),
    quote=QUOTE,
)


@pytest.fixture
def chat(seed_index, tmp_path):
    """Runs `actqa chat` on lines from a pipe."""

    def chat(lines, *arguments):
        return subprocess.run(
            [*COMMAND, "chat", *arguments],
            input=lines,
            env=environment(tmp_path, seed_index),
            cwd=tmp_path,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )

    return chat


@pytest.fixture
def terminal(seed_index, tmp_path):
    """`actqa chat` on a terminal of 60 columns."""
    env = environment(tmp_path, seed_index) | {"TERM": "xterm", "COLUMNS": "60", "NO_COLOR": "1", "HOME": str(tmp_path)}
    with Terminal(["chat"], ["stdin", "stdout", "stderr"], env=env, cwd=tmp_path, start_new_session=True) as terminal:
        terminal.until("> ")
        yield terminal


def test_a_pipe_asks_a_question_a_line(chat):
    done = chat(f"{SIZE}\n\n  1  \n:report nowhere\n{'x' * 3000}\n\xff\n".encode("latin-1"), "--report", REPORT)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 1
    assert "USD 29,723.68 million" in out.splitlines()[0]
    assert re.search(rf"^\[1\] {REPORT}: .+, characters [\d,]+–[\d,]+$", out, re.M)
    assert re.search(r"^  > .*29,723\.68 million", out, re.M)
    assert err.splitlines() == [
        f"There is no report nowhere: the index holds {REPORT}.",
        "The question has 3,000 characters: ask in at most 2,000.",
    ]
    assert "\x1b" not in out


def test_a_pipe_that_says_nothing_is_no_failure(chat):
    done = chat(b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_unknown_report_is_told_before_the_first_question(chat):
    done = chat(b"", "--report", "nowhere")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"There is no report nowhere: the index holds {REPORT}.\n"


def test_a_conversation_on_a_terminal(terminal):
    terminal.type(f":report {REPORT}\r")
    terminal.until(f"Asking {REPORT}.")
    terminal.until(f"{REPORT}> ")
    terminal.type(f"{SIZE}\r")
    shown = terminal.until(f"[1] {REPORT}")
    assert "USD 29,723.68 million" in shown
    shown += terminal.until(f"{REPORT}> ")
    assert max(map(len, re.sub(r"\x1b\[[\d;?]*\w", "", shown).replace("\r", "\n").split("\n")[2:])) <= 60
    terminal.type("1\r")
    assert "29,723.68" in terminal.until(f"{REPORT}> ").partition("  > ")[2]
    terminal.type(":nonsense\r")
    terminal.until("There is no command :nonsense: :help lists them.")
    terminal.until(f"{REPORT}> ")
    terminal.type("\x1b[A\x1b[A\x1b[A\r")
    terminal.until("[1] ")
    terminal.until(f"{REPORT}> ")
    terminal.type(":qu\t\r")
    status, shown = terminal.end()
    assert status == 0
    assert "Traceback" not in terminal.shown
    assert not re.search(r"\x1b\[[\d;]*m", terminal.shown)


def test_the_end_of_input_ends_it(terminal):
    terminal.type("\x04")
    assert terminal.end()[0] == 0
    assert "Traceback" not in terminal.shown


def test_an_interrupt_ends_it(terminal):
    time.sleep(0.5)  # Python's readline misses one that comes between its prompt and its waiting
    os.kill(terminal.process.pid, signal.SIGINT)
    assert terminal.end()[0] == 0
    assert "Traceback" not in terminal.shown


class Told:
    """An assistant that knows tea."""

    failure = None
    changed = False

    def __init__(self):
        self.asked = []

    @classmethod
    def open(cls, settings):
        return cls()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def reports(self):
        return [TEA]

    def report(self, id):
        if self.changed:
            raise ReportNotFound("There is no report tea.")
        return TEA

    def ask(self, question, report, history):
        if self.failure:
            raise self.failure
        self.asked.append((question, report, history))
        return Answer(question=question, answer="USD 5\x1b[31m million [1]", answered=True, citations=(PLACE,))


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def talk(told):
    return Conversation(told, None, Paper())


def test_a_question_comes_with_the_ten_before_it(talk, told):
    for number in range(12):
        talk.take(f"question {number}")
    assert told.asked[0] == ("question 0", None, ())
    assert told.asked[11] == ("question 11", None, tuple(f"question {n}" for n in range(1, 11)))


def test_new_forgets_what_was_asked(talk, told):
    talk.take("first")
    talk.take(":new")
    with pytest.raises(UsageError, match="There is no citation to open"):
        talk.take("1")
    talk.take("second")
    assert told.asked[1] == ("second", None, ())


def test_what_was_withheld_and_why_a_model_had_no_part_is_said(talk, told, monkeypatch, capsys):
    talk.take(":withheld")
    assert capsys.readouterr().out == "Nothing of the last answer was withheld.\n\n"
    answer = Answer(
        question="q",
        answer="It is so.",
        answered=True,
        withheld=(Withheld(text="It is 7", reason="7 does not stand in what it cites"),),
        note="The model is down.",
    )
    monkeypatch.setattr(told, "ask", lambda *_: answer)
    talk.take("q")
    talk.take(":withheld")
    assert capsys.readouterr().out == (
        "It is so.\nThe model is down.\n\n“It is 7”: 7 does not stand in what it cites.\n\n"
    )


def test_a_question_that_failed_is_not_remembered(talk, told):
    told.failure = UsageError("No.")
    with pytest.raises(UsageError):
        talk.take("first")
    told.failure = None
    talk.take("second")
    assert told.asked == [("second", None, ())]


@pytest.mark.parametrize("line", ["1", ":1", ":open 1", ":open"])
def test_a_citation_opens_amid_its_surroundings_without_control_characters(talk, capsys, line):
    talk.take("q")
    assert capsys.readouterr().out == "USD 5 [31m million [1]\n[1] tea: Tea\n\n"
    talk.take(line)
    assert (
        capsys.readouterr().out
        == f"""\
[1] tea: Tea, characters {START}–{START + len(QUOTE)}
    Tea [31mmarket
    Before it.
  > Tea is worth USD 5 million in 2024.
    After it.
    Then more.

"""
    )


def test_a_report_that_has_changed_shows_what_it_said(talk, told, capsys):
    talk.take("q")
    told.changed = True
    capsys.readouterr()
    talk.take("1")
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  > Tea is worth USD 5 million in 2024.",
        "    The report has changed since; this is what it said.",
        "",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2", "There is no citation 2: the last answer has 1."),
        (":open x", "There is no citation x: the last answer has 1."),
        (":foo bar", "There is no command :foo: :help lists them."),
        (":", "There is no command :: :help lists them."),
        (":report coffee", "There is no report coffee: the index holds tea."),
    ],
)
def test_what_cannot_be_done_is_said(talk, line, message):
    talk.take("q")
    with pytest.raises((UsageError, ReportNotFound)) as raised:
        talk.take(line)
    assert str(raised.value) == message


def test_reports_are_listed_and_chosen(talk, told, capsys):
    talk.take(":reports")
    talk.take(":report tea")
    talk.take(":reports")
    talk.take("q")
    talk.take(":report")
    talk.take("q")
    out = capsys.readouterr().out.splitlines()
    assert out[:3] == ["  tea: Tea [31mmarket", "Asking tea.", "* tea: Tea [31mmarket"]
    assert "Asking all reports." in out
    assert [report for _, report, _ in told.asked] == ["tea", None]


def test_help_lists_the_commands(talk, capsys):
    talk.take(":help")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:-1]] == [
        ":open",
        ":withheld",
        ":report",
        ":reports",
        ":new",
        ":help",
        ":quit",
    ]
    assert lines[4] == ":new        forget what was asked before"


def test_a_surprise_is_one_line_and_the_rest_goes_on(monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("actqa.assistant.Assistant", Told)
    monkeypatch.setattr(Told, "failure", KeyError("x"))
    with open(tmp_path / "lines", "w+") as lines:
        lines.write("q\n:reports\n:quit\n:help\n")
        lines.seek(0)
        monkeypatch.setattr("sys.stdin", lines)
        assert run(["chat"]) == 1
    assert capsys.readouterr() == (
        "  tea: Tea [31mmarket\n",
        "Something went wrong that actqa did not foresee (KeyError: 'x'): actqa --debug … shows where.\n",
    )
