"""Figures of all kinds in the prose of a press release: counts, halves of a year, joint shares, second place."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

FERRIES = """\
# Electric Ferry Market in the Nordic Countries, 2024 - 2031

TURIN, Italy, May 6, 2025 -- The electric ferry market was worth EUR 640 million in 2024. From EUR 702 million in 2025 \
it is projected to cross EUR 1.32 billion by 2031, at a CAGR of 11.1% from 2025 to 2031. The market shrank by 6.5% \
in 2020, as fitters from Spain could not travel.

Nordic yards put 14,200 battery modules to sea in 2024, against 11,900 in 2023. At the end of 2024 there were \
1.6 million passes in force, of which 0.9 million in Norway.

The mean fare was EUR 4.10 in the first half of 2024 and EUR 4.60 in the second half. A berth fetched EUR 9,100 per \
metre in January 2024 but only EUR 8,300 per metre in December 2024. A ramp costs EUR 52,000.

Double-enders take 54% of sales, catamarans 21%, and monohulls make up the balance.

## Yards

Tarn Marine AS, Velling Verft and Osgood Boats Ltd together account for 71% of orders. Tarn Marine AS leads with 38%, \
trailed by Velling Verft with 19%.

- Tarn Marine AS
- Velling Verft
- Osgood Boats Ltd
- Kell Shipbuilders

## Denmark

Denmark: Sales of EUR 96 million were booked in 2024. The segment of catamarans there should post a CAGR of 9.3%.

## Costs and claims

Claims paid by insurers came to EUR 48 million in 2024, on premiums of EUR 60 million in 2024.

In June 2024, Velling Verft bought the dock of Kell Shipbuilders for EUR 31 million.
"""


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("ferries"), FERRIES)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("electric ferry mkt size 2024?", "EUR 640 million"),
        ("absolute growth of the market 2025 to 2031", "EUR 0.618 billion"),
        ("by how much did the market fall in 2020", "6.5%"),
        ("How many battery modules were put to sea in 2023?", "11,900"),
        ("battery modules put to sea in 2024, units?", "14,200 battery modules"),
        ("mean fare H2 2024", "EUR 4.60"),
        ("mean fare in the first half of 2024", "EUR 4.10"),
        ("price of a berth per metre at the end of 2024", "EUR 8,300"),
        ("price of a ramp", "EUR 52,000"),
        ("share of monohulls", "25%"),
        ("share of the top 3 yards", "71%"),
        ("share of the no. 2 yard", "19%"),
        ("By how many points does Tarn lead Velling?", "19 percentage points"),
        ("Claims paid 2024?", "EUR 48 million"),
        ("claims as a % of premiums in 2024", "80%"),
        ("Danish sales 2024", "EUR 96 million"),
        ("How much did Velling Verft pay for the Kell dock?", "EUR 31 million"),
    ],
)
def test_the_figure_asked_for_leads(ferries, question, figure):
    assert ferries.figures(question)[:1] == [figure]


@pytest.mark.parametrize(
    "question",
    [
        "How many battery modules were put to sea in 2021?",
        "mean fare in 2022",
        "price of a berth in January 2023",
        "price of an engine",
        "market share of Osgood Boats",
        "market share of Kell Shipbuilders",
        "CAGR of Denmark",
        "electric ferry market in Italy 2024",
        "electric ferry market in Spain",
        "How much did Osgood Boats pay for the Kell dock?",
        "by how much did the market fall in 2021",
        "claims as a % of premiums in 2023",
    ],
)
def test_a_near_miss_gets_no_figure(ferries, question):
    answer = ferries.answer(question)
    assert (answer.answered, answer.figures) == (False, ())
