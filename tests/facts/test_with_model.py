"""Rows that a model finds: each is located in the text or listed as rejected, and joined to the grammar's."""

import json

import pytest
from answering.desk import GARDEN

from actqa import Assistant, Settings
from actqa.cli.main import run
from actqa.errors import ModelDown, ModelUnset
from actqa.facts import extract
from actqa.facts.types import ReportFacts
from actqa.facts.with_model.locating import located
from actqa.models import calling
from actqa.models.budget import tokens
from actqa.reading import Span, read_report
from actqa.testing import Reply, ScriptedModel

HELD = "Lawn mowers held 45% of the market in 2024, pruners 30% and hand trowels 25%."
MAIN = "The main companies are Havre Garden AB, Milldale Ltd. and Northfield Tools, Inc."
NOTE = "A cheap import from Vietnam, made by Bright Fork Co, worries the trade."


@pytest.fixture(scope="module")
def model():
    with ScriptedModel() as model:
        yield model


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "garden.md"
    path.write_text(f"{GARDEN}\n## Imports\n\n{NOTE}\n", encoding="utf-8")
    return path


@pytest.fixture
def assistant(model, tmp_path, monkeypatch):
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
    model.forget()
    with Assistant.open(Settings(_env_file=None, cache=tmp_path / "cache", **model.settings)) as assistant:
        yield assistant


def stating(**rows):
    """Says these rows of the part that holds their quotes, and nothing of the others."""

    def reply(request):
        part = request["messages"][1]["content"]
        own = {kind: [row for row in listed if row["quote"].lower() in part.lower()] for kind, listed in rows.items()}
        return Reply(json.dumps({kind: own.get(kind, []) for kind in (*rows, "players")}))

    return reply


def found(assistant, model, report, **rows):
    model.reply(*[stating(**rows)] * 20)
    return assistant.facts_with_model(report)


def test_what_the_model_finds_besides_is_added_with_its_place(assistant, model, report):
    facts = found(assistant, model, report, players=[{"name": "Bright Fork Co", "quote": NOTE}])
    (player,) = (it for it in facts.players if it.name == "Bright Fork Co")
    assert player.found_by == ("model",)
    (evidence,) = player.evidence
    text = report.read_text(encoding="utf-8")
    assert text[evidence.start : evidence.end] == evidence.quote == "Bright Fork Co"
    assert evidence.start == text.index(NOTE) + NOTE.index("Bright Fork Co")
    assert facts.rejected == ()


def test_what_both_find_is_one_row(assistant, model, report):
    alone = assistant.facts(report)
    facts = found(
        assistant,
        model,
        report,
        players=[{"name": "Milldale", "quote": MAIN}],
        shares=[{"subject": "Lawn mowers", "percent": 45, "qualifier": "exact", "year": 2024, "quote": HELD}],
        forecasts=[
            {
                "market": "garden tools market",
                "unit": "USD billion",
                "year": 2032,
                "value": 60,
                "cagr_percent": None,
                "quote": "should reach USD 60 billion by 2032",
            }
        ],
    )
    assert len(facts.players) == len(alone.players)
    assert len(facts.shares) == len(alone.shares)
    assert len(facts.forecasts) == len(alone.forecasts)
    both = [*facts.players, *facts.shares, *facts.forecasts]
    assert [row.found_by for row in both].count(("grammar", "model")) == 3
    assert [row.disputed for row in both] == [False] * len(both)


def test_where_the_two_read_a_place_differently_both_stand_marked(assistant, model, report):
    wrong = {"subject": "Lawn mowers", "percent": 30, "qualifier": "exact", "year": 2024, "quote": HELD}
    facts = found(assistant, model, report, shares=[wrong])
    mowers = [(it.percent, it.found_by, it.disputed) for it in facts.shares if it.subject.lower() == "lawn mowers"]
    assert mowers == [(45, ("grammar",), True), (30, ("model",), True)]


@pytest.mark.parametrize(
    ("kind", "row", "reason"),
    [
        ("players", {"name": "Acme", "quote": MAIN}, "Acme does not stand in its quote"),
        (
            "shares",
            {"subject": "Pruners", "percent": 31, "qualifier": "exact", "year": 2024, "quote": HELD},
            "31% does not stand in its quote",
        ),
        (
            "shares",
            {"subject": "Pruners", "percent": 30, "qualifier": "exact", "year": 2031, "quote": HELD},
            "2031 does not stand in its quote",
        ),
        (
            "forecasts",
            {
                "market": "",
                "unit": "USD million",
                "year": 2032,
                "value": 60,
                "quote": "should reach USD 60 billion by 2032",
            },
            "60 USD million does not stand in its quote",
        ),
        ("players", {"name": "", "quote": MAIN}, "it is malformed"),
    ],
)
def test_what_does_not_stand_there_is_rejected(kind, row, reason, assistant, model, report):
    facts = found(assistant, model, report, **{kind: [row]})
    assert [(it.kind, it.reason) for it in facts.rejected] == [(kind, reason)]
    assert "model" not in [by for it in (*facts.players, *facts.shares, *facts.forecasts) for by in it.found_by]


def test_a_quote_that_stands_nowhere_is_rejected(assistant, model, report):
    invented = json.dumps({"players": [{"name": "Acme", "quote": "Acme leads the market."}]})
    model.reply(*[lambda request: Reply(invented)] * 20)
    facts = assistant.facts_with_model(report)
    assert {it.reason for it in facts.rejected} == {"its quote does not stand in the report"}
    assert all(it.name != "Acme" for it in facts.players)


def test_quotes_may_differ_in_white_space_and_case_only():
    report = read_report(b"# Tea\n\nTea grew\nby  5% in China.\n", id="tea", name="tea.md")
    whole = Span(0, len(report.text))
    assert located(report, "tea GREW by 5%", whole).of(report.text) == "Tea grew\nby  5%"
    assert located(report, "Tea grew by 6%", whole) is None
    assert located(report, "Tea grew by 5 %", whole) is None
    assert located(report, "Tea", Span(4, 12)) == Span(7, 10)


def test_what_is_paid_for_is_kept(assistant, model, report):
    first = found(assistant, model, report, players=[{"name": "Bright Fork Co", "quote": NOTE}])
    asked = len(model.requests)
    model.forget()
    assert assistant.facts_with_model(report) == first
    assert (asked > 0, model.requests) == (True, [])


def test_progress_counts_parts_and_tokens(assistant, model, report):
    model.reply(*[stating()] * 20)
    seen = []
    assistant.facts_with_model(report, seen.append)
    assert [it.done for it in seen] == list(range(1, seen[-1].parts + 1))
    assert 0 < seen[0].tokens <= seen[-1].tokens


def test_a_model_that_fails_is_an_error(assistant, model, report):
    with pytest.raises(ModelDown):
        assistant.facts_with_model(report)


def test_without_a_model_it_says_what_to_set(report):
    with (
        Assistant.open(Settings(_env_file=None)) as assistant,
        pytest.raises(ModelUnset, match="name one in ACTQA_MODEL"),
    ):
        assistant.facts_with_model(report)


def test_the_command_prints_rows_with_their_finder_and_tells_what_was_rejected(
    model, report, tmp_path, monkeypatch, capfd
):
    model.forget()
    for name, value in {**model.settings, "cache": str(tmp_path / "cache")}.items():
        monkeypatch.setenv(f"ACTQA_{name.upper()}", value)
    players = [{"name": "Bright Fork Co", "quote": NOTE}, {"name": "Acme", "quote": MAIN}]
    model.reply(*[stating(players=players)] * 20)
    assert run(["extract", str(report), "--with-model", "--what", "players", "--format", "csv"]) == 0
    out, err = capfd.readouterr()
    header, *rows = out.splitlines()
    assert header.endswith(",link,found_by,disputed")
    assert [row.rsplit(",", 2)[1] for row in rows if row.startswith("Bright Fork Co")] == ["model"]
    assert err == "Rejected of players: Acme – Acme does not stand in its quote.\n"


def test_without_a_model_facts_are_as_they_were(report):
    facts = extract(read_report(report.read_bytes(), id="garden", name="garden.md"))
    assert {row.found_by for row in (*facts.players, *facts.shares, *facts.forecasts)} == {("grammar",)}
    assert ReportFacts.model_validate_json(facts.model_dump_json()) == facts


# Segments, rows that are one statement, and what is counted -----------------------------------------------------------

TREE = "Bypass pruners are pruners with two blades, and rose pruners are bypass pruners with a holder."
SERIES = (
    "Hedge trimmers brought in USD 3 billion in 2021, USD 4 billion in 2024 and should bring USD 6 billion by 2030."
)


@pytest.fixture
def tree(tmp_path):
    path = tmp_path / "garden.md"
    path.write_text(f"{GARDEN}\n## Words\n\n{TREE}\n\n{SERIES}\n", encoding="utf-8")
    return path


def segment(name, parent=None, dimension="Product"):
    return {"dimension": dimension, "name": name, "parent": parent, "quote": TREE}


def product(facts):
    (split,) = (it for it in facts.segmentations if it.dimension == "Product")
    return split.segments


def as_tree(segments):
    return {it.name: as_tree(it.children) for it in segments}


@pytest.mark.parametrize("turned", [False, True], ids=["parent first", "child first"])
def test_a_segment_stands_under_its_parent_however_deep_and_in_whatever_order(turned, assistant, model, tree):
    rows = [segment("Bypass pruners", "Pruners"), segment("rose pruners", "bypass pruners")]
    facts = found(assistant, model, tree, segments=rows[::-1] if turned else rows)
    assert as_tree(product(facts)) == {
        "Pruners": {"Bypass pruners": {"rose pruners": {}}},
        "Lawn Mowers": {},
        "Hand Trowels": {},
    }
    pruners = product(facts)[0]
    (bypass,) = pruners.children
    assert (pruners.found_by, bypass.found_by, bypass.evidence[0].quote) == (("grammar",), ("model",), "Bypass pruners")


def test_a_segment_whose_parent_is_unknown_stands_by_itself(assistant, model, tree):
    facts = found(assistant, model, tree, segments=[segment("rose pruners", "Shears")])
    assert list(as_tree(product(facts))) == ["Pruners", "Lawn Mowers", "Hand Trowels", "rose pruners"]


def test_a_segment_that_both_find_is_one_wherever_it_stands(assistant, model, tree):
    again = {"dimension": "Product", "name": "pruners", "parent": None, "quote": "- Pruners"}
    facts = found(assistant, model, tree, segments=[again])
    assert as_tree(product(facts)) == {"Pruners": {}, "Lawn Mowers": {}, "Hand Trowels": {}}
    assert product(facts)[0].found_by == ("grammar", "model")


def forecast(**row):
    return {
        "market": "Hedge trimmers",
        "unit": "USD billion",
        "year": None,
        "value": None,
        "cagr_percent": None,
        "quote": SERIES,
        **row,
    }


def of_model(facts):
    return [row for row in facts.forecasts if row.found_by == ("model",)]


def test_values_of_one_sentence_are_one_row(tmp_path, assistant, model):
    path = tmp_path / "x.md"
    said = "The trade in hedge trimmers, thought to be USD 4 billion (2024), may end up anywhere near USD 6 billion (2030)."
    path.write_text(f"# Notes\n\n{said}\n", encoding="utf-8")
    alone = assistant.facts(path)
    rows = [forecast(year=year, value=value, quote=said) for year, value in ((2030, 6), (2024, 4))]
    facts = found(assistant, model, path, forecasts=rows)
    assert len(facts.forecasts) <= len(alone.forecasts) + 1
    (row,) = (it for it in facts.forecasts if "model" in it.found_by and it.end_value == 6)
    assert (row.start_year, row.start_value, row.end_year, row.end_value, row.points) == (2024, 4, 2030, 6, None)
    assert row.evidence[0].quote == said


def test_what_of_a_statement_the_grammar_has_is_not_told_twice(assistant, model, tree):
    alone = assistant.facts(tree)
    rows = [forecast(year=year, value=value) for year, value in ((2021, 3), (2024, 4), (2030, 6))]
    facts = found(assistant, model, tree, forecasts=rows)
    values = sorted((row.end_year, row.end_value) for row in facts.forecasts if row.market.lower() == "hedge trimmers")
    assert len(values) == len(set(values))
    assert not any(row.disputed for row in facts.forecasts)
    assert len(of_model(facts)) <= 1 + len(alone.forecasts)


def test_tokens_are_those_that_the_client_counts(assistant, model, report):
    text = json.dumps({"players": []})
    model.say(*[text] * 20)
    seen = []
    assistant.facts_with_model(report, seen.append)
    each = 2 * (len(text) // 4)  # as the scripted server counts
    assert [it.tokens for it in seen] == [each * it.done for it in seen]


def test_where_the_client_does_not_count_tokens_are_estimated(assistant, model, report):
    choices = [{"index": 0, "delta": {"content": '{"players": []}'}, "finish_reason": "stop"}]
    event = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "x", "choices": choices}
    model.reply(*[Reply(raw=f"data: {json.dumps(event)}\n\ndata: [DONE]\n\n".encode())] * 20)
    seen = []
    assistant.facts_with_model(report, seen.append)
    asked = sum(tokens(text) for text in model.asked)
    assert asked < seen[-1].tokens < asked + 20 * seen[-1].parts


def test_replies_that_are_kept_cost_nothing(assistant, model, report):
    found(assistant, model, report)
    seen = []
    assistant.facts_with_model(report, seen.append)
    assert {it.tokens for it in seen} == {0}
