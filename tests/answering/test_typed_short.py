"""Questions typed as short as can be: years of two digits, words without vowels, gaps, firms called after a place."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

LADDERS = """\
# Global Ladder Market Size and Share Report

Base year: 2024

The worldwide ladder market was put at USD 200 million in 2022, stood at USD 250 million in 2024 and should reach USD 400 million by 2032, at a CAGR of 6.0% from 2024 to 2032.

Aluminum ladders hold 60% of the market, fiberglass ladders 30% and wooden ladders 10%. Fiberglass ladders grow at a CAGR of 7.5%.

U.S. was the major shareholder in the North American ladder market, accounting for 81% share in 2024. Europe is projected to reach USD 90 million by 2030.

British Step holds around 14% of the market. Step stools hold 22% of the market, led by those of three steps.

Fittings in powder coated steel had sales of USD 12 million in 2024.

About 36% of painters owned a step stool in 2024, against 47% in 2022. A survey found that 52% of American roofers had bought a ladder online in 2024. Rung drilling cost EUR 40 in 2024. Cold-drawn rungs of the veterinary kind are unknown.

Louisville Rungs agreed to buy Werkleiter GmbH for EUR 15 million in cash. Europe held 35% of revenue in 2024, Asia Pacific USD 50 million.

Germany is known for its ladder museums; France, Italy and Spain lead there.

## Segments

By Material (Aluminum, Fiberglass, Wooden)

By Type (Step Stools, Extension Ladders)

## Key players

- British Step Co.
- Werkleiter GmbH
- Louisville Rungs

## Frequently asked questions

Why is Europe the biggest market?

Because roofs there are steep and old.
"""


@pytest.fixture(scope="module")
def ladders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("ladders"), LADDERS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("ladder size 24", ["USD 250 million"]),
        ("europe by 30", ["USD 90 million"]),
        ("pwdr coated steel sales 2024", ["USD 12 million"]),
        ("British Step share", ["14%"]),
        ("british step share", ["14%"]),
        ("US share of NA", ["81%"]),
        ("gap between aluminum and fiberglass", ["30 percentage points", "60%", "30%"]),
        ("difference aluminum wooden in pp", ["50 percentage points", "60%", "10%"]),
        ("how much bigger is it in 2032 than 2022", ["USD 200 million", "USD 400 million", "USD 200 million"]),
        ("what share of painters owned a step stool in 2022?", ["47%"]),
        ("how many American roofers had bought a ladder online in 2024?", ["52%"]),
        ("price Louisville pays for Werkleiter", ["EUR 15 million"]),
        ("Europe revenue in 2024, derived from its share of the total", ["USD 87.5 million", "35%", "USD 250 million"]),
        ("work out 2024 European revenue from the stated share", ["USD 87.5 million", "35%", "USD 250 million"]),
        ("share of Asia Pacific in 2024 (calculate from the dollar values)", ["20%"]),
        ("market size in the base year 2024", ["USD 250 million"]),
        ("how far ahead of wooden is aluminum, in points?", ["50 percentage points", "60%", "10%"]),
        ("CAGR fiberglass vs total", ["7.5%", "6.0%"]),
        ("value of wooden ladders in 2024", ["USD 25 million", "10%", "USD 250 million"]),
    ],
)
def test_the_figures_are_found(ladders: Desk, question: str, figures: list[str]) -> None:
    assert ladders.figures(question)[: len(figures)] == figures


@pytest.mark.parametrize(
    "question",
    [
        "sa growth",
        "size 29",
        "what share of painters owned one in 2021?",
        "British share",
        "US share of Europe",
        "copper share in pp",
        "steel share",
    ],
)
def test_what_is_but_near_gets_no_figure(ladders: Desk, question: str) -> None:
    answer = ladders.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


@pytest.mark.parametrize("question", ["who makes them in germany?", "what changed in 2023?", "top 7 share"])
def test_nothing_else_is_said_instead(ladders: Desk, question: str) -> None:
    assert ladders.answer(question).answered is False


def test_years_of_the_forecast_are_its_period(ladders: Desk) -> None:
    answer = ladders.answer("how many yrs in forecast")
    assert "from 2024 to 2032" in answer.answer
