"""Questions about the report itself: where it contradicts itself, and what it says of its own years and currency."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.question import understand

LOOMS = """\
# Hand Loom Market

| Base Year | 2023 |
| --- | --- |
| Study Period | 2020 - 2032 |
| Market Size (2032) | USD 900 Million |
| Market Concentration | Low |

The hand loom market was valued at USD 500 million in 2023 and will reach USD 900 million by 2032, at a CAGR of 6.7% from 2023 to 2032.

## Outlook

Report Timeline: 2019 - 2032

A trade journal puts the hand loom market at USD 620 million in 2023, growing at a CAGR of 5.1% from 2023 to 2032.

The market is highly concentrated. It is split into four regions.

Why results of two test weavings do not match: the humidity of the room differs.

## Major Players

- Ashford
- Schacht
- Louet

## Key Players

- Ashford
- Glimakra
- Toika
- Leclerc
"""
PLAIN = "# Hand Loom Market\n\nThe hand loom market was valued at USD 500 million in 2023.\n"


@pytest.fixture(scope="module")
def looms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("looms"), LOOMS)
    yield desk
    desk.close()


def said(desk: Desk, question: str) -> list[str]:
    return [statement.text for statement in desk.answer(question).statements]


SIZE = "The size of the Hand Loom Market in 2023 is given as 500 USD million and 620 USD million."
RATE = "The growth rate of the Hand Loom Market is given as 6.7 % for 2023–2032 and 5.1 % for 2023–2032."


@pytest.mark.parametrize(
    "question",
    ["Does the report contradict itself?", "any inconsistencies?", "Do the numbers add up?", "which figures disagree"],
)
def test_every_contradiction_is_told(looms: Desk, question: str) -> None:
    told = said(looms, question)
    assert told[:2] == [SIZE, RATE]
    assert "Concentration is said to be “low”, and also “highly concentrated”." in told
    assert "Two lists of players differ." in told
    assert "The study period is given as 2020–2032 and 2019–2032." in told


def test_each_is_cited_where_it_stands_and_no_more_often_than_that(looms: Desk) -> None:
    answer = looms.answer("Do the market sizes contradict each other?")
    assert [statement.text for statement in answer.statements] == [SIZE]
    assert [figure.text for figure in answer.figures] == ["USD 500 million", "USD 620 million"]
    assert [citation.shown.split(" at ")[0] for citation in answer.citations] == [
        "The hand loom market was valued",
        "A trade journal puts the hand loom market",
    ]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Are there conflicting growth rates?", [RATE]),
        ("do the player lists match", ["Two lists of players differ."]),
    ],
)
def test_only_the_kind_that_is_asked_for_is_told(looms: Desk, question: str, told: list[str]) -> None:
    assert said(looms, question) == told


def test_results_that_do_not_match_are_another_thing(looms: Desk) -> None:
    told = said(looms, "Why do the results of two weavings not match?")
    assert told == ["Why results of two test weavings do not match: the humidity of the room differs."]


def test_a_report_without_contradictions_is_said_to_have_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    desk = Desk(tmp_path_factory.mktemp("plain"), PLAIN)
    answer = desk.answer("Does the report contradict itself?")
    desk.close()
    assert (answer.answered, answer.figures) == (False, ())
    assert answer.answer == "I compared the report’s statements and found none that contradict each other."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Base year?", ["Base Year: 2023"]),
        ("what is the base year of the report", ["Base Year: 2023"]),
        ("which currency is used", ["Market Size (2032): USD 900 Million"]),
        ("Study period and base year", ["Study Period: 2020 - 2032", "Report Timeline: 2019 - 2032", "Base Year: 2023"]),
    ],
)  # fmt: skip
def test_what_the_report_says_of_itself(looms: Desk, question: str, told: list[str]) -> None:
    assert said(looms, question) == told


def test_statements_on_the_study_period_that_differ_are_said_to(looms: Desk) -> None:
    (conflict,) = looms.answer("What is the study period?").conflicts
    assert conflict.summary == "The report’s statements on the study period differ."


@pytest.mark.parametrize(
    "question", ["How big is the market?", "what's the current market size", "market size", "hand loom market size now"]
)
def test_a_size_without_a_year_is_that_of_the_base_year(looms: Desk, question: str) -> None:
    assert looms.figures(question) == ["USD 500 million", "USD 620 million"]


def test_a_size_to_come_is_asked_for_as_such(looms: Desk) -> None:
    assert looms.figures("How big will the market get?")[0] == "USD 900 million"


def test_current_is_no_thing_but_where_it_flows() -> None:
    assert understand("What's the current market size?").terms == ()
    assert understand("How large is the direct current market?").terms == ("direct", "current")


def test_what_is_counted_must_be_what_is_asked_for(looms: Desk) -> None:
    assert not looms.answer("How many weavers are there?").answered
    assert not looms.answer("How many looms were treated?").answered


@pytest.mark.parametrize("question", ["how many tons of yarn were spun", "how many km of thread"])
def test_a_measure_of_what_the_report_never_counts_is_refused(looms: Desk, question: str) -> None:
    assert not looms.answer(question).answered


def test_a_name_that_ends_like_an_adverb_is_a_name(looms: Desk) -> None:
    assert not looms.answer("What is Grammarly's revenue?").answered
    assert looms.figures("What is the market roughly worth?")[0] == "USD 500 million"


def test_what_a_page_says_is_what_the_report_says(looms: Desk) -> None:
    assert looms.figures("How big does the page say the market will be in 2032?")[0] == "USD 900 million"


def test_a_word_of_the_markets_name_may_be_cut_short(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "# Refrigeration Pump Market\n\nThe refrigeration pump market was valued at USD 500 million in 2023.\n"
    desk = Desk(tmp_path_factory.mktemp("pumps"), text)
    assert desk.figures("refrig pump size 2023") == ["USD 500 million"]
    desk.close()
