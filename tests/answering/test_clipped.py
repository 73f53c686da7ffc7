"""Clipped questions: cut words, classes by their bounds, what somebody has of a whole, lists by other words."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

KAYAKS = """\
# Kayak Market Size, Share and Forecast, 2025 - 2032

## Overview

The worldwide kayak market stood at USD 900 million in 2024 and is set to reach USD 1,500 million by 2032, rising at a CAGR of 6.6% from 2025 to 2032. Historical growth from 2019 to 2024 ran at 3.1% a year. Kayak makers built 2 million hulls in 2024, of which Paddlewerk alone built 500,000 hulls. Base year: 2024.

North America is projected to dominate the kayak market during the forecast period. Canada has long coasts.

Large enterprises account for 12% of spending, mostly for company outings.

## Rotational molding machines

The Norwegian Board of Sea Rescue approved 40 novel hulls in 2024. Close to 30% of kayaks are sold in Europe, with Asia Pacific next at 21%. The Middle East & Africa is expected to grow at a CAGR of 4.4% to 2032. Flash floods of 2021 cost paddlers some boats; insured losses from flash floods came to USD 7 million in 2021.

Inflatable kayaks leak: the weak spot is the valve, which salt eats within three seasons.

The price of resin and the length of the season hold back sales in lower-income countries.

The shutdown of resin works brought a sharp fall in the supply of hulls.

## Kayaks of 300–400 cm to be the second largest class

The class is to rise from USD 200 million in 2024 to USD 310 million in 2032.

## Electric kayaks

Electric kayaks are forecast to grow at a CAGR of 14.2% through 2032.

## Segments

By Material (Polyethylene, Fiberglass, Wood)

By Product (Touring, Whitewater, Fishing)

By Application (Rental, Races, Rescue)

By Region (North America, Europe, Asia Pacific, Middle East & Africa)

## Key players

Prominent players operating in the kayak industry include:

- Paddlewerk AS
- Rivermade Inc.
- Seal & Otter Ltd.
- Blue Fjord
- Tidehull

## Recent developments

- 2022: Paddlewerk AS opened a hull line in Bergen.
- 2023: Rivermade Inc. brought out a folding kayak.
- In May 2023, Tidehull named Ane Berg as chief executive.

## Related reports

- Related: Canoe Market to reach USD 400 million by 2030 | Kayak Paddle Market CAGR of 9.9%
"""


@pytest.fixture(scope="module")
def kayaks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("kayaks"), KAYAKS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("mkt size 2032", "USD 1,500 million"),
        ("what did the worldwide kayak market stand at in 2024", "USD 900 million"),
        ("e-kayak growth p.a.?", "14.2%"),
        ("historical CAGR of the kayak market?", "3.1%"),
        ("kayak growth before 2025?", "3.1%"),
        ("past growth rate", "3.1%"),
        ("How much of the spending comes from big companies?", "12%"),
        ("how many novel hulls were approved in 2024", "40"),
        ("Paddlewerk's slice of 2024 hulls, %", "25%"),
        ("growth in the mideast", "4.4%"),
        ("size of the 300-400 cm class in 2032", "USD 310 million"),
        ("real cagr of the 300-400 cm class 2024-32", "5.63%"),
        ("what pace would actually take it from 2024 to the 2032 size?", "6.59%"),
        ("how fast do electric kayaks grow by comparison?", "14.2%"),
    ],
)
def test_the_figure_is_found(kayaks: Desk, question: str, figure: str) -> None:
    assert kayaks.figures(question)[0] == figure


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("Roughly how many USD mn was Europe's part worth in 2024?", "USD 270 million"),
        ("what was Europe's part worth in 2024 in USD?", None),
    ],
)
def test_a_sum_from_what_is_nearly_so_only_where_roughly_is_asked(
    kayaks: Desk, question: str, figure: str | None
) -> None:
    assert kayaks.figures(question)[:1] == ([figure] if figure else [])


@pytest.mark.parametrize(
    "question",
    [
        "size of the 400-500 cm class in 2032",
        "size of the 300-400 cm class in 2028",
        "share of the 20-60 kg class",
        "growth of e-canoes?",
        "growth in the mideast in 2019",
        "Tidehull's slice of 2024 hulls, %",
        "size of the kayak paddle market in 2030",
    ],
)
def test_what_is_but_near_gets_no_figure(kayaks: Desk, question: str) -> None:
    answer = kayaks.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("resins and other substances covered", "Polyethylene; Fiberglass; Wood"),
        ("kayak types covered", "Touring; Whitewater; Fishing"),
        ("Which uses of the boats does the study look at?", "Rental; Races; Rescue"),
        ("what does the report list as prominent players", "Paddlewerk AS; Rivermade Inc.; Seal & Otter Ltd."),
        ("makers mentioned as key players", "Paddlewerk AS; Rivermade Inc.; Seal & Otter Ltd."),
        ("give me the full roster of players", "Paddlewerk AS; Rivermade Inc.; Seal & Otter Ltd."),
    ],
)
def test_the_list_is_found_by_other_words(kayaks: Desk, question: str, items: str) -> None:
    assert items in kayaks.answer(question).answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which region will lead the market over the forecast period?", "North America is projected to dominate"),
        ("what happened to the supply of hulls when resin works were shut", "brought a sharp fall"),
        ("is there a drawback to inflatable kayaks?", "the weak spot is the valve"),
        ("effect of resin prices on sales in poorer countries", "hold back sales in lower-income countries"),
        ("anything on why poorer countries buy fewer?", "hold back sales in lower-income countries"),
        ("who took over at Tidehull?", "Ane Berg"),
    ],
)
def test_the_sentence_is_found(kayaks: Desk, question: str, said: str) -> None:
    assert said in kayaks.answer(question).answer


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        ("What did Paddlewerk do in 2022?", "And Rivermade?", "brought out a folding kayak"),
        ("What did Paddlewerk do recently?", "What about Rivermade?", "brought out a folding kayak"),
        ("What share does Europe have?", "and the region after it?", "Asia Pacific next at 21%"),
    ],
)
def test_a_question_goes_on(kayaks: Desk, before: str, question: str, said: str) -> None:
    assert said in kayaks.answer(question, before).answer
