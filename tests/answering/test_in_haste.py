"""Questions as busy people type them: initials of the market's own name, shares in money, things with a price."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

LIFTS = """\
# Norway Stair Lift Rental Market Outlook

The Norway stair lift rental market was worth USD 50 million in 2024 and should reach USD 80 million by 2032, at a CAGR
of 6.05% from 2024 to 2032. Base year: 2024. Oslo leads, since its houses are steep and old.

Curved rails held 40% of revenue in 2024. Straight rails stood at USD 21 million in the same year. Stair lifts are
rented for a month or a year.

Asia is far behind, and Japan alone is likely to reach USD 3 million by 2032.

The Asia Pacific market will be worth USD 5 million by 2032.

A technician visits twice a year; a curved rail costs about USD 9,000. A remote at USD 35 is lost often. In 2024 some
2.5 million tourists came by ship.

By 2024 the top 20 firms had 77% of rentals, and the top 100 firms 98%.

## Recent developments of firms named in the report

- In May 2024, Fjordlift raised USD 12 million from two funds.
"""


@pytest.fixture(scope="module")
def lifts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("lifts"), LIFTS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("SLR mkt 2024?", "USD 50 million"),
        ("norway slr size 2032", "USD 80 million"),
        ("stair lift rental 2032", "USD 80 million"),
        ("what were straight rails actually worth in 2024", "USD 21 million"),
        ("japan by 2032", "USD 3 million"),
        ("asia-pac revenue 2032", "USD 5 million"),
        ("What does a curved rail cost?", "USD 9,000"),
        ("how much is a remote?", "USD 35"),
        ("How much did Fjordlift raise?", "USD 12 million"),
        ("rental revenue in the base year", "USD 50 million"),
        ("share of the top 20 firms", "77%"),
        ("share of the top 100 firms", "98%"),
    ],
)
def test_the_figure_is_found(lifts: Desk, question: str, figure: str) -> None:
    assert lifts.figures(question)[0] == figure


@pytest.mark.parametrize(
    "question",
    [
        "How much of the 2024 market were curved rails, in US$?",
        "dollar value of curved rails in 2024, from their share",
        "How many dollars does the 2024 share of curved rails correspond to?",
    ],
)
def test_a_share_asked_for_in_money_is_worked_out(lifts: Desk, question: str) -> None:
    answer = lifts.answer(question)
    assert (answer.figures[0].text, answer.figures[0].formula) == ("USD 20 million", "40% × USD 50 million")


@pytest.mark.parametrize(
    "question",
    [
        "Europe market by 2032",
        "SLR market in Sweden 2024",
        "What does a straight rail cost?",
        "How many people work in stair lift rental?",
        "How many stair lifts are installed in Norway?",
        "share of the top 10 firms",
        "What share does the biggest single firm hold?",
        "How much of rentals sits with the top 4 makers?",
        "wooden segment share",
        "What share of revenue did straight rails hold in 2024?",
    ],
)
def test_a_near_miss_gets_no_figure(lifts: Desk, question: str) -> None:
    assert lifts.figures(question) == []


def test_who_leads_is_not_answered_by_a_place(lifts: Desk) -> None:
    assert not lifts.answer("who leads stair lift rental?").answered
