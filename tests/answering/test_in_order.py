"""Several things in their order, by their figures or as sentences tell it; and what the largest have together."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.rankings import Ranking, ranking_asked, together_asked

REPORT = """# Garden Lamp Market

The garden lamp market was worth USD 40.0 billion in 2024 and is expected to reach USD 62.0 billion by 2032.

## By Application

By application, the market is segmented into paths, ponds, walls, and trees. Paths held the largest share, ahead of \
ponds and walls.

## By Light

The market is split by light into solar lamps, wired lamps, and candles. Solar lamps accounted for 51.5% of revenue in \
2024, followed by wired lamps with 40.5% and candles with 8.0%.

## By Region

North America made USD 15.0 billion in 2024. Europe held the second place with USD 12.5 billion. Asia Pacific came to \
USD 9.5 billion. In the U.S., spending on gardens came to USD 70.0 billion in 2024.

Asia Pacific is to grow at a CAGR of 7.5%. Europe is to grow at 4.5%. North America is to grow at a CAGR of 5.0%.

| Shop | Value 2024 (USD billion) | Value 2032 (USD billion) |
|---|---|---|
| Nurseries | 21.0 | 25.0 |
| Hardware stores | 13.0 | 27.0 |
| Online | 6.0 | 10.0 |

## Key Players

- Lumen Garden Ltd
- Moth & Sons
- Pondlight AG
"""


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("lamps"), REPORT)
    yield desk
    desk.close()


def test_a_list_of_no_order_is_said_to_be_of_none(lamps: Desk) -> None:
    listed = "Key Players: Lumen Garden Ltd; Moth & Sons; Pondlight AG."
    assert lamps.answer("top 2 players").statements[0].text == f"{listed} The report does not rank them."
    assert lamps.answer("key players?").statements[0].text == listed


ORDERED = [
    (
        "top 3 regions by revenue",
        "In order of size in 2024: North America (USD 15.0 billion), Europe (USD 12.5 billion), Asia Pacific (USD 9.5 "
        "billion).",
    ),
    ("two biggest regions", "In order of size in 2024: North America (USD 15.0 billion), Europe (USD 12.5 billion)."),
    (
        "regions from fastest to slowest growing",
        "In order of growth: Asia Pacific (7.5%), North America (5.0%), Europe (4.5%).",
    ),
    (
        "which are the two slowest growing regions?",
        "In order of growth: Europe (4.5%), North America (5.0%).",
    ),
    (
        "rank the lights by share",
        "In order of share in 2024: Solar lamps (51.5%), wired lamps (40.5%), candles (8.0%).",
    ),
    ("the three biggest applications", "Paths held the largest share, ahead of ponds and walls."),
    (
        "top 5 applications",
        "Paths held the largest share, ahead of ponds and walls. The report ranks no more of them.",
    ),
]


@pytest.mark.parametrize(("question", "said"), ORDERED)
def test_things_come_in_their_order(lamps: Desk, question: str, said: str) -> None:
    answer = lamps.answer(question)
    assert [statement.text for statement in answer.statements] == [said]
    assert answer.withheld == ()


def test_each_is_cited_where_its_figure_stands(lamps: Desk) -> None:
    answer = lamps.answer("top 3 regions by revenue")
    assert [(f.text, f.year) for f in answer.figures] == [
        ("USD 15.0 billion", 2024),
        ("USD 12.5 billion", None),
        ("USD 9.5 billion", None),
    ]
    assert [c.quote for c in answer.citations] == [
        "North America made USD 15.0 billion in 2024.",
        "Europe held the second place with USD 12.5 billion.",
        "Asia Pacific came to USD 9.5 billion.",
    ]


def test_of_a_year_that_has_no_figures_nothing_is_ranked(lamps: Desk) -> None:
    assert "USD" not in lamps.answer("top 3 regions by revenue in 2019").answer


TOGETHER = [
    ("What share do the two largest lights have together?", "92%", "51.5% + 40.5%"),
    ("combined revenue of the top 2 regions", "USD 27.5 billion", "USD 15.0 billion + USD 12.5 billion"),
]


@pytest.mark.parametrize(("question", "result", "formula"), TOGETHER)
def test_the_largest_are_added(lamps: Desk, question: str, result: str, formula: str) -> None:
    first = lamps.answer(question).figures[0]
    assert (first.text, first.formula) == (result, formula)


ASKED = [
    ("top 3 regions by revenue", Ranking(3, False, False, "regions")),
    ("the three biggest diseases by share", Ranking(3, False, False, "diseases")),
    ("Rank the regions by share", Ranking(0, False, False, "regions")),
    ("regions from fastest to slowest growing", Ranking(0, True, False, "regions")),
    ("What are the two slowest-growing end uses?", Ranking(2, True, True, "end uses")),
    ("list the products in ascending order of size", Ranking(0, False, True, "products")),
    ("Which region is the largest?", None),
    ("What rank does Japan have?", None),
    ("share of the top 3 regions", None),
    ("market size in 2024 from the report", None),
]


@pytest.mark.parametrize(("question", "ranking"), ASKED)
def test_what_is_asked_to_be_ranked(question: str, ranking: Ranking | None) -> None:
    assert ranking_asked(question) == ranking


def test_leading_firms_are_not_added_up() -> None:
    assert together_asked("share of the top 3 players") is None
    assert together_asked("share of the top 3 regions") == Ranking(3, False, False, "regions")
