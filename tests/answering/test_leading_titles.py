"""A title that says which place leads the market, and a price told by two values."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

KITES = """\
# North America is Dominating the Kite Industry

The worldwide kite industry was worth USD 300 million in 2022 and is to reach USD 500 million by 2030.

In 2022, North America dominated the kite industry with a revenue share of around 45%. In India, new looms cut the cost of a kite by as much as 85%.

The price of a stunt kite in the US went down from USD 50 in 2010 to below USD 30 in 2022.
"""


@pytest.fixture(scope="module")
def kites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("kites"), KITES)
    yield desk
    desk.close()


@pytest.mark.parametrize("question", ["NA share?", "nam share 2022", "What share does North America hold?"])
def test_the_place_that_leads_is_not_where_all_of_the_market_is(kites: Desk, question: str) -> None:
    assert [figure.text for figure in kites.answer(question).figures] == ["45%"]


@pytest.mark.parametrize("question", ["How large was the US kite industry in 2022?", "share of India?"])
def test_neither_a_price_nor_what_costs_fell_by_is_the_markets(kites: Desk, question: str) -> None:
    answer = kites.answer(question)
    assert (answer.answered, answer.figures) == (False, ())
