"""The gist, buyers, dates, what leaders have together, rivals for the first place: asked in a word or two."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

CLOCKS = """\
# Tower Clock Market Report, 2025 - 2032

Published Date: 14 March 2025

## Key takeaways

- By drive, electric clocks held 55% of revenue in 2024.
- Europe led the tower clock market with the biggest share of 40% in 2024.
- The market should reach USD 90 million by 2032.

## Overview

The tower clock market stood at USD 60 million in 2024 and is forecast to reach USD 90 million by 2032, at a CAGR of 5.2%.

Asia Pacific held 30% of revenue in 2024, North America 20%.

The electric segment dominated the tower clock market in 2024, as parishes have no time to wind anything.

Our analysts have explained the drivers that shape demand in detail. This report provides an in-depth analysis of drivers and trends.

The repair of old churches is the key driver of demand.

## Drives

Weight-driven led the market with the largest share of 48% in 2024, says the trade association.

## Competition

The top five makers hold about 62% of the market. In May 2024, Hourhand AG bought Gong & Son of Leeds. In June 2024, Hourhand AG launched a dial of glass.

## Segments

By Drive (Electric, Weight-driven)

By End User (Churches, Town Halls, Stations)

By Region (Europe, Asia Pacific, North America, Latin America)
"""

BELLS = """\
# Casting in brief

Contact us | FAQ

The bell market in Norway came to NOK 300 million in 2023. Looking ahead, the bell market in Norway should reach NOK 400 million by 2030.

The share of bronze was 70% in 2023. A bell costs more each year. Church bells had sales of NOK 180 million in 2023.
"""


@pytest.fixture(scope="module")
def clocks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("clocks"), CLOCKS)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("bells"), BELLS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("key takeaways?", "electric clocks held 55% of revenue in 2024"),
        ("who are the customers?", "End User: Churches; Town Halls; Stations."),
        ("who buys tower clocks", "End User: Churches; Town Halls; Stations."),
        ("when was the report published?", "14 March 2025"),
        ("outlook?", "USD 90 million by 2032"),
        ("M&A activity", "Hourhand AG bought Gong & Son"),
        ("what's driving demand?", "The repair of old churches is the key driver of demand."),
        ("how much do the top 5 control", "The top five makers hold about 62% of the market."),
    ],
)
def test_a_word_or_two_are_enough(clocks: Desk, question: str, said: str) -> None:
    assert said in clocks.answer(question).answer


def test_deals_of_one_sort_are_not_all_that_happened(clocks: Desk) -> None:
    assert "launched" not in clocks.answer("M&A activity").answer


@pytest.mark.parametrize(
    "question",
    ["how much do the top 3 control", "by how many percent did prices rise?", "price growth in 2024"],
)
def test_another_number_of_firms_or_prices_get_no_figure(clocks: Desk, question: str) -> None:
    answer = clocks.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


def test_two_segments_that_rank_first_are_both_given(clocks: Desk) -> None:
    answer = clocks.answer("which drive was largest in 2024, and with what share?")
    assert {figure.text for figure in answer.figures} >= {"55%", "48%"} or "ranks different segments" in answer.answer


def test_the_largest_together(clocks: Desk) -> None:
    answer = clocks.answer("combined share of the two largest regions")
    assert answer.figures[0].text == "70%"
    assert answer.figures[0].formula == "40% + 30%"


def test_a_report_without_a_date_says_so(bells: Desk) -> None:
    assert bells.answer("when was this report published?").answered is False


def test_a_market_said_to_be_in_one_place_is_that_places(bells: Desk) -> None:
    assert bells.figures("norwegian bell market 2030")[0] == "NOK 400 million"


def test_a_kind_of_the_markets_things_is_not_the_market(bells: Desk) -> None:
    assert bells.figures("market size 2023") == ["NOK 300 million"]
