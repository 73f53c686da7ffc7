"""What a question adds, or sets against each other, in its own words."""

import pytest

from actqa.answering.asked.said_operands import said_operands

SAID = [
    ("combined share of drugs and feed?", ("drugs", "feed")),
    ("how many times bigger is Asia than Europe in 2025 revenue share?", ("Asia", "Europe")),
    ("pp gap between hospitals and home care in 2022?", ("hospitals", "home care")),
    ("Combined % of output that goes into water plus air cleaning?", ("water", "air cleaning")),
    ("sum of shares of cans, jars and pouches", ("cans", "jars", "pouches")),
    ("What do tea and coffee make up together?", ("tea", "coffee")),
    ("ratio of online to offline sales", ("online", "offline")),
    ("how far ahead of Japan is China", ("China", "Japan")),
    ("by how much does tea exceed coffee", ("tea", "coffee")),
    ("how big is the market in 2024", ()),
    ("combined share", ()),
]


@pytest.mark.parametrize(("question", "named"), SAID)
def test_what_is_added_or_compared(question: str, named: tuple[str, ...]) -> None:
    assert said_operands(question) == named
