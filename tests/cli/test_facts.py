"""`actqa extract` and `actqa check`, on files and on an index, without any model."""

import csv
import io
import json
import os
from typing import get_args

import openpyxl
import pytest
from facts.stated import FACTS, TEXT
from index.fakes import build_now

from actqa.cli import facts as commands
from actqa.cli.main import run
from actqa.facts import ReportFacts, extract
from actqa.facts.export import KINDS, What
from actqa.reading import read_report


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder holds a report; nothing in the environment says otherwise, and no model can be loaded."""
    for name in [n for n in os.environ if n.startswith("ACTQA_") and n != "ACTQA_CACHE"]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("actqa.assistant.load_encoder", None)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "tea.md").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def stated(folder, monkeypatch):
    """Whatever file is read, the same is found."""
    monkeypatch.setattr("actqa.facts.extract", lambda report: FACTS)


def test_a_file_is_read_without_an_index(folder, capsys):
    assert run(["extract", "corpus/tea.md"]) == 0
    out, err = capsys.readouterr()
    report = read_report(TEXT.encode(), id="tea", name="tea.md")
    assert (ReportFacts.checked(json.loads(out), TEXT), err) == (extract(report), "")
    assert not (folder / "index").exists()


def test_an_indexed_report_is_named_by_its_id(folder, capsys):
    build_now(folder / "index", folder / "corpus")
    assert run(["extract", "tea"]) == 0
    indexed = capsys.readouterr().out
    assert run(["extract", "corpus/tea.md"]) == 0
    assert capsys.readouterr().out == indexed


def test_json_is_the_facts_or_one_part_of_them(stated, capsys):
    assert run(["extract", "corpus/tea.md", "--what", "all", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == FACTS.model_dump(mode="json")
    assert run(["extract", "corpus/tea.md", "--what", "segments"]) == 0
    assert json.loads(capsys.readouterr().out) == FACTS.model_dump(mode="json")["segmentations"]


def test_csv_goes_to_a_pipe_plain_and_to_a_file_as_excel_wants_it(stated, folder, capsys):
    assert run(["extract", "corpus/tea.md", "--what", "shares", "--format", "csv"]) == 0
    out = capsys.readouterr().out
    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["subject"], row["percent"], row["quote"]) == ("Asia", "45", "Asia holds over 45%")
    assert run(["extract", "corpus/tea.md", "--what", "shares", "-o", "shares.csv"]) == 0
    assert (folder / "shares.csv").read_bytes().startswith(b"\xef\xbb\xbfsubject,percent")
    assert (folder / "shares.csv").read_text("utf-8-sig") == out.replace("\r\n", "\n")
    assert capsys.readouterr() == ("", "")


def test_a_workbook_has_all_sheets_or_the_one(stated, folder, capsys):
    assert run(["extract", "corpus/tea.md", "--format", "xlsx", "-o", "all.xlsx"]) == 0
    assert run(["extract", "corpus/tea.md", "--what", "players", "-o", "players.xlsx"]) == 0
    assert openpyxl.load_workbook("all.xlsx").sheetnames == list(KINDS)
    assert openpyxl.load_workbook("players.xlsx").sheetnames == ["players"]


def test_every_table_can_be_chosen():
    assert get_args(commands.What) == get_args(What)


def test_links_lead_where_they_are_told_to(stated, capsys):
    command = ["extract", "corpus/tea.md", "--what", "shares", "--format", "markdown"]
    assert run(command) == 0
    assert "(<http://127.0.0.1:8765/#report=tea&start=" in capsys.readouterr().out
    assert run([*command, "--base", "https://reports.example.com"]) == 0
    assert "(<https://reports.example.com/#report=tea&start=" in capsys.readouterr().out


def test_the_schema_describes_every_table(folder, capsys):
    assert run(["extract", "--schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert set(schema["properties"]) == set(ReportFacts.model_fields)
    forecast = schema["$defs"]["Forecast"]["properties"]
    assert forecast["cagr_percent"]["description"] == "Growth rate a year, in percent, as stated."
    assert schema["$defs"]["Player"]["properties"]["evidence"]["minItems"] == 1


def test_check_says_each_finding_with_its_quotes_and_places(stated, capsys):
    assert run(["check", "corpus/tea.md"]) == 0
    assert capsys.readouterr() == (
        """\
1 finding in tea:

1. Market size: The size in 2024 is given as 5.25 and -14776.33 USD million.
    “worth USD 5.25 million in 2024, reaches USD 9 million by 2030 | CAGR 9.4%”
        Tea 🍵 market, page 3, characters 32–105
    “=SUM(A1) shrank to USD -14776.33 million”
        Tea 🍵 market, characters 137–177
""",
        "",
    )


def test_check_as_json_is_the_conflicts(stated, capsys):
    assert run(["check", "corpus/tea.md", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == FACTS.model_dump(mode="json")["conflicts"]


def test_check_says_when_there_is_nothing_to_say(folder, capsys):
    (folder / "plain.md").write_text("# Plain\n\nNothing is said here.\n")
    assert run(["check", "plain.md"]) == 0
    assert capsys.readouterr() == ("No contradictions were found in plain.\n", "")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract"], "Name a report or a file, or ask for the --schema."),
        (["extract", "corpus/tea.md", "--format", "csv"], "CSV holds one table: choose it with --what"),
        (["extract", "corpus/tea.md", "--format", "xlsx"], "A workbook cannot be printed: name a file with -o."),
        (["extract", "corpus/tea.md", "--what", "prices"], "Invalid value for '--what'"),
        (["extract", "corpus/tea.md", "--format", "pdf"], "Invalid value for '--format'"),
        (["check"], "Missing argument 'REPORT-OR-FILE'"),
    ],
)
def test_wrong_usage_is_status_2(folder, capsys, arguments, line):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(line)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["extract", "nowhere.md"], "There is no report file nowhere.md:"),
        (["check", "corpus/nowhere"], "There is no report file corpus/nowhere:"),
        (["extract", "picture.png"], "picture.png is of a kind that is not read"),
        (["extract", "coffee"], "There is no index in"),
        (["extract", "corpus/tea.md", "-o", "no/such/folder.json"], "no/such/folder.json cannot be written"),
    ],
)
def test_what_cannot_be_done_is_status_1_and_one_line(folder, capsys, arguments, line):
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert run(arguments) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert line in err


def test_an_unknown_id_is_told_with_those_there_are(folder, capsys):
    build_now(folder / "index", folder / "corpus")
    assert run(["extract", "coffee"]) == 1
    assert capsys.readouterr().err == "There is no report coffee: the index holds tea.\n"
