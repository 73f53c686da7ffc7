"""What this edition says, and what an older one said; sizes with something and without it."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.editions import of_editions, without_edition

REPORT = """# Field Kitchen Market

According to the new study "Field Kitchen Market by Fuel (Gas, Diesel, Wood), Buyer (Armies, Camps) - Forecast to \
2031", published by Ladle House, the global field kitchen market (including trailers) is set to reach USD 9.0 billion \
by 2031 from USD 6.0 billion in 2024, at a CAGR of 6.0%. The global field kitchen market (excluding trailers) is set \
to reach USD 5.0 billion by 2031 from USD 3.5 billion in 2024, at a CAGR of 5.2% from 2024 to 2031.

## By Region

North America held 41.5% of revenue in 2024. Europe contributed 30.0%.

## A look back

Bulletin (edition 6, May 2023): The world market was put at USD 5.1 billion in 2022 and was to reach USD 8.1 billion \
by 2030, a CAGR of 5.9%.
"""


@pytest.fixture(scope="module")
def kitchens(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("kitchens"), REPORT)
    yield desk
    desk.close()


SET_SIDE_BY_SIDE = [
    ("How did the growth forecast change from edition 6 to 7?", ["6.0%", "5.9%"]),
    ("Compare the new and the old forecast", ["USD 9.0 billion", "USD 8.1 billion"]),
]


@pytest.mark.parametrize(("question", "figures"), SET_SIDE_BY_SIDE)
def test_two_editions_are_set_side_by_side(kitchens: Desk, question: str, figures: list[str]) -> None:
    answer = kitchens.answer(question)
    assert [f.text for f in answer.figures] == figures
    assert answer.conflicts[0].summary == f"The two editions differ: {figures[0]} here, {figures[1]} there."
    assert len(answer.citations) == 2


def test_what_is_without_something_is_told_from_what_is_with_it(kitchens: Desk) -> None:
    answer = kitchens.answer("size in 2031 without trailers?")
    assert answer.figures[0].text == "USD 5.0 billion"
    assert answer.conflicts == ()
    assert kitchens.answer("size in 2031 including trailers?").figures[0].text == "USD 9.0 billion"


def test_both_sizes_are_given_where_nothing_is_said_of_it(kitchens: Desk) -> None:
    answer = kitchens.answer("How large was the market in 2024?")
    assert [f.text for f in answer.figures] == ["USD 6.0 billion", "USD 3.5 billion"]
    assert answer.statements[0].text.startswith("the global field kitchen market (including trailers)")


def test_what_it_is_worth_alone_is_worked_out(kitchens: Desk) -> None:
    first = kitchens.answer("what were trailers alone worth in 2024").figures[0]
    assert (first.text, first.formula) == ("USD 2.5 billion", "USD 6.0 billion − USD 3.5 billion")


def test_a_share_of_no_year_is_of_the_one_year_that_shares_have(kitchens: Desk) -> None:
    first = kitchens.answer("How many percentage points is North America ahead of Europe in 2024?").figures[0]
    assert (first.text, first.unit) == ("11.5 percentage points", "percent")


ASKED = [
    ("cashless forecast, this edition vs the older one", True),
    ("overall CAGR - current edition vs the 2023 one", True),
    ("how did the growth forecast change from edition to edition", True),
    ("CAGR in current edition", False),
    ("what did the previous edition expect", False),
    ("current value versus the 2031 forecast", False),
]


@pytest.mark.parametrize(("question", "of_two"), ASKED)
def test_whether_two_editions_are_asked_for(question: str, of_two: bool) -> None:
    assert of_editions(question) is of_two


THIS_ONE = [
    ("CAGR in current edition", "CAGR"),
    ("size in the new report", "size"),
    ("What does this edition expect for 2030?", "What does the report expect for 2030?"),
    ("this edition's CAGR and the older one", "this edition's CAGR and the older one"),
    ("CAGR of the current edition vs the 2023 one", "CAGR of the current edition vs the 2023 one"),
    ("What is the latest version of the software?", "What is the latest version of the software?"),
    ("Are there new studies on wax?", "Are there new studies on wax?"),
]


@pytest.mark.parametrize(("text", "bare"), THIS_ONE)
def test_this_edition_is_the_report(text: str, bare: str) -> None:
    assert without_edition(text) == bare
