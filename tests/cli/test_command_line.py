"""What a user at a terminal meets: exit statuses, one line for each thing wrong, output fit for pipes."""

import json
import os
import resource
import subprocess
import sys
from importlib import import_module

import pytest
from reading.formats.made import report_pdf

from actqa import Answer, __version__, errors
from actqa.answering.answer import Citation, Withheld
from actqa.cli.main import run
from actqa.index.build import BuildResult

QUOTE = "The market is expected to reach USD 29,723.68 million by 2031, " + "and so on " * 30
ANSWER = Answer(
    question="q",
    answer="USD 29,723.68 million – by 2031 [1].",
    answered=True,
    citations=(
        Citation(
            id=1,
            report="act",
            section="Size",
            path=("Market", "Size"),
            revision="r",
            start=0,
            end=len(QUOTE),
            quote=QUOTE,
        ),
    ),
)


class Told:
    """An assistant that answers or fails as told."""

    failure: Exception | None = None
    answer = ANSWER
    built = BuildResult(("a", "b"), (), ("c",), ("d",), (), None, 12, 1.26)
    opened_with: object = None

    @classmethod
    def open(cls, settings):
        cls.opened_with = settings
        return cls()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def ask(self, question, report=None):
        if self.failure:
            raise self.failure
        return self.answer

    def build(self, paths=(), progress=None):
        return self.built


@pytest.fixture
def told(monkeypatch):
    for name in [n for n in os.environ if n.startswith("ACTQA_") and n != "ACTQA_CACHE"]:
        monkeypatch.delenv(name)

    class Mine(Told):
        pass

    import_module("actqa.serving.run")  # which keeps the Assistant that it finds
    monkeypatch.setattr("actqa.assistant.Assistant", Mine)
    return Mine


def test_the_answer_then_its_numbered_citations(told, capsys):
    assert run(["ask", "q"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == f"USD 29,723.68 million – by 2031 [1].\n\n[1] act: Market › Size\n    “{QUOTE.strip()}”\n"


def test_json_is_the_answer_and_nothing_else(told, capsysbinary):
    assert run(["ask", "q", "--json"]) == 0
    out, err = capsysbinary.readouterr()
    assert (out, err) == (ANSWER.model_dump_json().encode() + b"\n", b"")
    assert json.loads(out)["answer"] == "USD 29,723.68 million – by 2031 [1]."


def test_what_a_terminal_would_take_for_a_command_is_left_out(told, capsys):
    told.answer = ANSWER.model_copy(update={"answer": "red \x1b[31m\nalert \x9b2J\x07", "citations": ()})
    assert run(["ask", "q"]) == 0
    assert capsys.readouterr().out == "red [31m alert 2J\n"


def test_an_honest_no_is_no_failure(told, capsys):
    told.answer = Answer(question="q", answer="The report does not say.", answered=False)
    assert run(["ask", "q"]) == 0
    assert capsys.readouterr().out == "The report does not say.\n"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.QuestionError("Ask a question of 1 to 2,000 characters."), 2),
        (errors.ReportNotFound("There is no report x; actqa index lists them."), 1),
        (errors.IndexMissing("Nothing is indexed yet: run actqa index."), 1),
        (errors.IndexDamaged("The index\nis damaged: run actqa index."), 1),
    ],
)
def test_an_error_is_one_line_on_standard_error(told, capsys, error, status):
    told.failure = error
    assert run(["ask", "q"]) == status
    assert capsys.readouterr() == ("", str(error).replace("\n", " ") + "\n")


def test_a_surprise_is_one_line_that_says_how_to_learn_more(told, capsys):
    told.failure = KeyError("x")
    assert run(["ask", "q"]) == 1
    assert capsys.readouterr().err == (
        "Something went wrong that actqa did not foresee (KeyError: 'x'): actqa --debug … shows where.\n"
    )
    assert run(["--debug", "ask", "q"]) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ([], "Missing command. See actqa --help.\n"),
        (["ak"], "No such command 'ak'. Did you mean 'ask'? See actqa --help.\n"),
        (["ask"], "Missing argument 'question'. See actqa ask --help.\n"),
        (["serve", "--port", "x"], "Invalid value for '--port': Input should be a valid integer"),
        (["serve", "--port", "99999"], "The setting port (ACTQA_PORT): Input should be less than or equal to 65535.\n"),
        (
            ["serve", "--host", "0.0.0.0"],
            "Others can reach 0.0.0.0, and no key is set: make one with `actqa keys add NAME`",
        ),
        (["serve", "--host", ""], "Others can reach every address, and no key is set"),
    ],
)
def test_wrong_usage_is_status_2_and_one_line(told, capsys, arguments, line):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(line)
    assert err.count("\n") == 1


def test_a_wrong_variable_is_named(told, capsys, monkeypatch):
    monkeypatch.setenv("ACTQA_MAX_REPORT_BYTES", "many")
    assert run(["index"]) == 2
    assert capsys.readouterr().err.startswith("The setting max_report_bytes (ACTQA_MAX_REPORT_BYTES): Input should be")


def test_an_option_wins_over_its_variable(told, monkeypatch):
    monkeypatch.setenv("ACTQA_CORPUS", "from-variable")
    monkeypatch.setenv("ACTQA_INDEX", "index-variable")
    assert run(["index", "--corpus", "from-option"]) == 0
    assert str(told.opened_with.corpus) == "from-option"
    assert str(told.opened_with.index) == "index-variable"


def test_index_says_what_it_did(told, capsys):
    assert run(["index"]) == 0
    assert capsys.readouterr() == ("2 added, 0 changed, 1 dropped, 1 unchanged in 1.3 s\n", "")


def test_index_names_each_file_that_failed_and_is_status_1(told, capsys):
    failed = (("sub/a.md", "a.md is empty."), ("b.md", "It is no text."))
    told.built = BuildResult((), (), (), ("d",), failed, "the index was damaged", 12, 1)
    assert run(["index"]) == 1
    assert capsys.readouterr() == (
        "All was indexed anew: the index was damaged.\n0 added, 0 changed, 0 dropped, 1 unchanged in 1.0 s\n",
        "a.md is empty.\nb.md: It is no text.\n",
    )


def test_the_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"actqa {__version__}\n"


def test_help_is_quick():
    """Processor time, which the machine's other work touches least."""
    assert min(_cost_of_help() for _ in range(5)) < 0.3


def _cost_of_help():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "actqa", "--help"], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_help_loads_nothing_heavy():
    code = "import sys, actqa.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    heavy = {
        *("chromadb", "fastapi", "langchain_core", "numpy", "openpyxl"),
        *("pydantic", "sentence_transformers", "torch"),
    }
    assert heavy & set(done.stdout.split()) == set()


def test_help_names_the_commands(capsys):
    assert run(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[lines.index("Commands:") + 1 :] if line.startswith("  ")][:7] == [
        "index",
        "ask",
        "chat",
        "extract",
        "check",
        "evaluate",
        "serve",
    ]


def test_a_reader_that_has_had_enough_is_no_error():
    """As in `actqa --help | head -1`."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "actqa", "--help"], stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """The current folder holds a corpus of one report, and nothing in the environment says otherwise."""
    for name in [n for n in os.environ if n.startswith("ACTQA_") and n != "ACTQA_CACHE"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "good.md").write_text("# Good\n\nThe market reaches USD 5 million by 2031.\n")
    return tmp_path / "corpus"


def test_what_cannot_be_read_is_named_and_the_rest_is_answered(corpus, capsys):
    (corpus / "empty.md").write_text("")
    (corpus / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (corpus / "市场报告.md").write_text("# 市场\n\nA report with a Chinese name reaches USD 7 million by 2030.\n")
    (corpus / "sub").mkdir()
    (corpus / "sub" / "good.md").write_text("# Other\n\nAnother one reaches USD 9 million by 2032.\n")
    assert run(["index"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("3 added, 0 changed, 0 dropped, 0 unchanged in ")
    lines = err.splitlines()
    assert len(lines) == 2
    assert "empty.md" in lines[0]
    assert "picture.md" in lines[1]
    assert run(["ask", "What does the market reach by 2031?", "--report", "good"]) == 0
    assert "USD 5 million" in capsys.readouterr().out


def test_a_report_is_added_and_removed(corpus, tmp_path, capsys):
    assert run(["index"]) == 0
    (tmp_path / "Cold Storage.pdf").write_bytes(report_pdf(2))
    capsys.readouterr()
    assert run(["add", "Cold Storage.pdf"]) == 0
    assert capsys.readouterr().out == "Added cold-storage.\n"
    assert run(["ask", "What did the market in region 2 reach in 2024?", "--report", "cold-storage"]) == 0
    assert "page 2" in capsys.readouterr().out
    assert run(["remove", "cold-storage"]) == 0
    assert capsys.readouterr().out == "Removed cold-storage.\n"
    assert [file.name for file in corpus.iterdir()] == ["good.md"]
    assert run(["remove", "cold-storage"]) == 1
    assert run(["add", "nowhere.pdf"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("There is no report cold-storage")
    assert lines[1:] == ["nowhere.pdf cannot be read (No such file or directory)."]


def test_a_missing_corpus_is_one_line(corpus, capsys):
    assert run(["index", "--corpus", "nowhere"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("There is no corpus folder nowhere:")


def test_asking_before_indexing_is_one_line(corpus, capsys):
    assert run(["ask", "q"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "actqa index" in err


@pytest.mark.parametrize("arguments", [["index"], ["ask", "q"]])
def test_an_index_folder_that_is_none_is_one_line(corpus, capsys, arguments):
    corpus.joinpath("file").write_text("x")
    assert run([*arguments, "--index", "corpus/file"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)


@pytest.mark.parametrize("question", ["", "x" * 100_000])
def test_a_question_that_cannot_be_taken_is_status_2(corpus, capsys, question):
    assert run(["ask", question]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert len(err) < 200


def test_a_model_that_is_not_there_is_one_line_with_the_three_ways(corpus, capsys, monkeypatch):
    monkeypatch.setenv("HF_HOME", str(corpus.parent / "cache"))
    assert run(["index", "--embedding-model", "nobody/nothing"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "actqa[offline]" in err
    assert "ACTQA_EMBEDDING_MODEL" in err
    assert "huggingface.co" in err


def test_what_was_withheld_is_shown_on_demand_and_why_a_model_had_no_part(told, capsys):
    withheld = (Withheld(text="It is USD 7\x1b billion", reason="USD 7 billion does not stand in what it cites"),)
    told.answer = ANSWER.model_copy(update={"withheld": withheld, "note": "The model is down."})
    assert run(["ask", "q", "--withheld"]) == 0
    out, err = capsys.readouterr()
    assert out.endswith("\n\nWithheld: “It is USD 7 billion”: USD 7 billion does not stand in what it cites.\n")
    assert err == "The model is down.\n"
    assert run(["ask", "q"]) == 0
    assert "Withheld" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("gpt", "“gpt” names no chat model: ACTQA_MODEL is provider:model"),
        ("nobody:gpt", "There is no provider nobody of chat models: ACTQA_MODEL is provider:model"),
        ("openai:gpt-4o", "openai:gpt-4o needs a key: set OPENAI_API_KEY.\n"),
    ],
)
@pytest.mark.parametrize("command", [["ask", "How big is it?"], ["serve", "--port", "0"]])
def test_a_model_that_cannot_be_set_up_is_one_line(model, said, command, seed_index, monkeypatch, capsys):
    monkeypatch.setenv("ACTQA_INDEX", str(seed_index))
    monkeypatch.setenv("ACTQA_MODEL", model)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    assert run(command) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(said)
