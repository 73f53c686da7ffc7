"""What a question asks about by another name than the report's: the market, one of its parts, an edition, a year."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.asked.history import complete
from actqa.answering.asked.question import understand

SUNGLASSES = """\
# Sunglasses Market Size, Share and Forecast 2024-2034

## Overview

The sunglasses market was worth USD 40 billion in 2024 and should reach USD 60 billion by 2034, at a CAGR of 4.1% from 2024 to 2034. An earlier edition had expected USD 57 billion for 2034. The sunglasses market (excluding children's frames) stood at USD 33 billion in 2024.

## By Lens

- Polarized Lenses
- Photochromic Lenses

Polarized lenses brought in USD 22 billion in 2024.

## By Payment

- Digital Wallets
- Bank Cards

Digital wallets carried USD 9 billion in 2024, bank cards USD 17 billion.

## By Region

- Europe
- Asia Pacific

Europe held 38% of the sunglasses market in 2024.

## Rules

The Frame Act grants a maker a monopoly on a design, of seven years in Japan and of twelve in Europe.
"""

SHEDS = """\
# Garden Sheds and Garden Gazebos Market, 2024 - 2032

The garden sheds and garden gazebos market was worth USD 8 billion in 2024 and should reach USD 12 billion by 2032, at a CAGR of 5.2%.

## By Product

- Garden Sheds
- Garden Gazebos

Garden sheds held 71% of sales in 2024. The garden gazebos segment should grow at a CAGR of 6.4% to 2032.
"""

BEDS = """\
# Hospital Beds Market, 2024 - 2032

The hospital beds market was worth USD 900 million in 2024 and should reach USD 1,300 million by 2032.

## By Type

- Intensive care beds
- General care beds
- Bariatric beds

Intensive care beds brought in USD 310 million in 2024 and general care beds USD 450 million. An ICU has 24 places.
"""


CATTLE = """\
# Cattle Health Market, 2024 - 2032

The cattle health market was worth USD 7 billion in 2024 and should reach USD 11 billion by 2032. A single vet may have to look after 300 farms.

## By Product

- Vaccines
- Feed Additives

Vaccines brought in USD 3 billion in 2024.
"""


@pytest.fixture(scope="module")
def cattle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("cattle"), CATTLE)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def sunglasses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("sunglasses"), SUNGLASSES)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def sheds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("sheds"), SHEDS)
    yield desk
    desk.close()


@pytest.fixture(scope="module")
def beds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("beds"), BEDS)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How big was the market for shades in 2024?", "USD 40 billion"),
        ("How much of shades revenue comes from Europe?", "38%"),
        ("what does the current edition expect at the end of the forecast", "USD 60 billion"),
        ("What value does this edition give for 2024?", "USD 40 billion"),
        ("market size ten years after 2024", "USD 60 billion"),
        ("size in 2024 without children's frames?", "USD 33 billion"),
        ("market in 2024 (excl. children's frames)", "USD 33 billion"),
        ("how much went through ewallets in 2024?", "USD 9 billion"),
        ("how long does the monopoly on a design last in Europe?", "seven years"),
    ],
)
def test_another_name_finds_the_figure(sunglasses: Desk, question: str, figure: str) -> None:
    assert sunglasses.figures(question)[0] == figure


@pytest.mark.parametrize(
    "question",
    [
        "How big was the wheelchair market in 2024?",
        "How big was the contact lens market in 2024?",
        "How much of hearing aid revenue comes from Europe?",
        "size in 2024 without sports frames?",
        "How much did shades bring in in Kenya in 2024?",
        "How much did Maui Jim's shades bring in in 2024?",
        "price of shades",
        "how many shades were sold in 2024?",
        "how long does the monopoly on a design last in Brazil?",
        "how long does a lens last?",
    ],
)
def test_what_has_no_such_name_gets_no_figure(sunglasses: Desk, question: str) -> None:
    assert sunglasses.figures(question) == []


def test_a_refusal_says_what_was_to_be_left_out(sunglasses: Desk) -> None:
    said = sunglasses.answer("size in 2024 without sports frames?").answer
    assert (
        said == "The report does not say: I looked for a size or value in 2024 without “sports frames” and found none."
    )


def test_one_half_of_a_market_is_not_the_whole(sheds: Desk) -> None:
    assert sheds.figures("How fast will gazebos grow?")[0] == "6.4%"
    assert sheds.figures("What share do sheds have?")[0] == "71%"
    assert sheds.figures("How big was the gazebos market in 2024?") == []
    assert sheds.figures("market size of garden sheds in 2032") == []
    assert sheds.figures("How big was the garden sheds and gazebos market in 2024?")[0] == "USD 8 billion"
    assert sheds.figures("market size in 2032")[0] == "USD 12 billion"


def test_a_part_is_known_with_the_words_of_the_market_by_another_name(beds: Desk) -> None:
    assert beds.figures("ICU bed revenue in 2024")[0] == "USD 310 million"
    assert beds.figures("maternity bed revenue in 2024") == []


def test_what_is_counted_beside_the_goods_is_no_market(cattle: Desk) -> None:
    assert cattle.figures("vet care market size") == []
    assert cattle.figures("How many farms does a vet look after?")[0] == "300 farms"


def test_a_word_joined_with_one_of_the_market_s_is_the_market_s(cattle: Desk) -> None:
    assert cattle.figures("cattle healthcare market size in 2032")[0] == "USD 11 billion"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("worth ten years after 2023", (2033,)),
        ("share 10 years from 2025, i.e. 2035", (2035,)),
        ("size 3 years before 2024", (2021,)),
        ("What happens ten years after treatment?", ()),
    ],
)
def test_years_are_counted_from_others(text: str, years: tuple[int, ...]) -> None:
    assert understand(text).years == years


@pytest.mark.parametrize(
    ("text", "history", "out"),
    [
        ("market size without batteries", (), "batteries"),
        ("size in 2030 (excluding services)?", (), "services"),
        ("Asia ex Japan revenue", (), "Japan"),
        ("and without services?", ("size in 2030?",), "services"),
        ("and in 2031?", ("size in 2030 without services?",), "services"),
        ("and with services?", ("size in 2030 without services?",), ""),
        ("ex-factory price of tiles", (), ""),
        ("How do farms work without drones?", (), ""),
    ],
)
def test_what_is_left_out_of_a_figure_stays_with_the_question(text: str, history: tuple[str, ...], out: str) -> None:
    assert complete(text, history).left_out == out
