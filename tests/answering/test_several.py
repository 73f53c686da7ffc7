"""Several things asked for in one question, each answered; and titles and letters that bring no figures."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.several import parts_asked
from actqa.figures import parse

REPORT = """# Canal Boat Market

The canal boat market was worth USD 4.0 billion in 2024 and is expected to reach USD 6.1 billion by 2032, growing at a \
CAGR of 5.4% from 2024 to 2032.

## Takeaways

By hull, steel boats held 47.5% of revenue in 2024, while aluminum boats are set to grow at a CAGR of 8.8%.

The market is segmented by hull into steel boats, aluminum boats, and wooden boats.

## By Region

North America made USD 1.5 billion in 2024. Europe made USD 1.2 billion. Asia Pacific made USD 0.9 billion in 2024 and \
is expected to register the highest CAGR. Dorn & Sons is a leading boat yard in South Asia.

## Costs

Diesel boats recover 62% of the heat.
"""


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("boats"), REPORT)
    yield desk
    desk.close()


ANSWERED = [
    ("market size in 2024 and 2032", ["USD 4.0 billion", "USD 6.1 billion"]),
    (
        "What was the market worth in 2024, and at what CAGR does it grow?",
        ["USD 4.0 billion", "USD 6.1 billion", "5.4%"],
    ),
    ("revenue of Europe and Asia Pacific in 2024", ["USD 1.2 billion", "USD 0.9 billion"]),
    ("Which hull is the largest and which one grows fastest?", ["8.8%", "47.5%"]),
]


@pytest.mark.parametrize(("question", "figures"), ANSWERED)
def test_each_is_answered(boats: Desk, question: str, figures: list[str]) -> None:
    assert boats.figures(question) == figures


def test_the_largest_by_its_figure_and_the_fastest_by_what_is_said(boats: Desk) -> None:
    answer = boats.answer("leading region and fastest growing region")
    assert [s.text for s in answer.statements] == [
        "North America made USD 1.5 billion in 2024.",
        "Asia Pacific made USD 0.9 billion in 2024 and is expected to register the highest CAGR.",
    ]


def test_what_one_of_several_lacks_gives_none_of_them(boats: Desk) -> None:
    assert boats.figures("revenue of Europe and Brazil in 2024") == []


def test_a_part_of_something_else_is_no_part_of_the_market(boats: Desk) -> None:
    assert boats.figures("what portion of the total market is diesel boats?") == []


PARTS = [
    ("size and growth of Europe in 2024", ("size of Europe in 2024", "growth of Europe in 2024")),
    ("share of cans and growth of jars", ("share of cans", "growth of jars")),
    ("biggest and fastest-growing segment", ("Which segment is the largest?", "Which segment grows fastest?")),
    ("What drives growth and what holds it back?", ()),
    ("shares of drugs and vaccines in 2018?", ()),
]


@pytest.mark.parametrize(("question", "parts"), PARTS)
def test_what_is_asked_for_by_itself(question: str, parts: tuple[str, ...]) -> None:
    assert parts_asked(question) == parts


def test_a_number_behind_letters_counts_nothing() -> None:
    assert parse("COVID-19 tests and F-35 jets") == ()
    assert [figure.text for figure in parse("some 19 tests")] == ["19 tests"]
