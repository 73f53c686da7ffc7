"""What is asked against what is stated: every slot has to match."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actqa.answering.figures.finding import find, in_years
from actqa.answering.figures.rivals import agree, rivals_of
from actqa.figures import parse
from actqa.reading import Span


def found(desk, question):
    asked = desk.asked(question)
    return find(asked.question, asked.slots, asked.view, asked.near)


def texts(matches):
    return [match.stated.figure.text for match in matches]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("What is the market size in 2032?", {"USD 60 billion"}),
        ("What is the market size in 2023?", {"USD 38.5 billion"}),
        ("market size in 2024", {"USD 40 billion", "USD 44 billion", "800 million units"}),
        ("market volume in 2024", {"800 million units"}),
        ("market size in dollars in 2024", {"USD 40 billion", "USD 44 billion"}),
        ("market size in euros in 2024", set()),
        ("market size in 2027", set()),
        ("What is the CAGR?", {"5.2%"}),
        ("How fast does Europe grow?", {"4.6%"}),
        ("How big is Europe in 2032?", {"20"}),
        ("What share have pruners?", {"30%"}),
        ("What share have pruners in 2030?", set()),
        ("pruners CAGR", {"6.1%"}),
        ("How much does a pruner cost?", {"USD 25"}),
        ("What is Germany's share of sales?", {"28%"}),
        ("What is Europe's share of sales?", set()),
        ("CAGR of Japan", {"3%"}),
        ("CAGR of Germany", {"4.9%"}),
        ("CAGR of Brazil", set()),
        ("What is Stihl's market share?", set()),
        ("What is Milldale's market share?", set()),
    ],
)
def test_only_figures_of_what_is_asked_are_found(garden, question, figures):
    assert set(texts(found(garden, question))) == figures


def test_money_comes_first_where_no_unit_is_asked_for(garden):
    assert texts(found(garden, "What is the market size in 2024?"))[0] == "USD 40 billion"


def test_rivals_say_another_value_for_the_same(garden):
    best, *others = found(garden, "What is the market size in 2024?")
    assert texts(rivals_of(best, [best, *others])) == ["USD 44 billion"]
    best, *others = found(garden, "What is the market size in 2032?")
    assert rivals_of(best, [best, *others]) == []


def test_what_is_denied_is_nobodys_figure(garden):
    (denied,) = [s for s in garden.view.stated if s.figure.text == "6%"]
    assert denied.is_denied
    assert "6%" not in texts(found(garden, "What share have the makers?"))


def figure(text):
    return parse(text, Span(0, len(text)))[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("USD 1.2 billion", "USD 1,200 million", True),
        ("USD 1.2 billion", "USD 1,240 million", True),
        ("USD 1.2 billion", "USD 1,260 million", False),
        ("USD 1.2 billion", "EUR 1.2 billion", False),
        ("4%", "4.4%", False),
        ("about 4%", "4.4%", True),
        ("two-fifths", "41%", True),
        ("two-fifths", "45%", False),
    ],
)
def test_figures_agree_where_they_may_be_one(one, other, same):
    assert agree(figure(one), figure(other)) == same


PLACES = ["Europe", "North America", "Asia Pacific", "Japan", "Germany", "Brazil", "Kenya"]
THINGS = ["pruners", "lawn mowers", "hand trowels", "the shovel segment", "Stihl", "Milldale", "garden furniture"]
METRICS = ["market size", "revenue", "CAGR", "share", "growth"]


@settings(max_examples=60)
@given(st.sampled_from(METRICS), st.sampled_from(PLACES), st.sampled_from([None, 2019, 2024, 2032, 2040]))
def test_no_figure_of_another_place_or_year_is_found(garden, metric, place, year):
    question = f"What is the {metric} of {place}{f' in {year}' if year else ''}?"
    asked = garden.asked(question)
    for match in find(asked.question, asked.slots, asked.view, asked.near):
        assert match.stated.places >= {place}
        assert not match.stated.whole
        assert in_years(asked.question, match.stated)
        assert year not in {2019, 2040}


@settings(max_examples=40)
@given(st.sampled_from(METRICS), st.sampled_from(THINGS))
def test_what_the_report_gives_no_figure_of_gets_none(garden, metric, thing):
    answer = garden.answer(f"What is the {metric} of {thing}?")
    figures = [figure.text for figure in answer.figures]
    if thing in {"the shovel segment", "Stihl", "Milldale", "garden furniture"}:
        assert figures == []
    elif not (figures and answer.figures[0].origin == "computed"):  # a share of the market, worked out from it
        assert not {"USD 40 billion", "USD 60 billion", "5.2%", "USD 38.5 billion"} & set(figures)
