"""Every figure of a report with its slots: metric, year, period, place, and whose it is."""

import pytest
from answering.desk import Desk

from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import ALTERNATIVE

REPORT = """\
# Roof Paint Market in Spain, 2024 - 2030

## Size

Spain spent EUR 310 million on roof paint in 2024. They should spend EUR 420 million by 2030.

Sales were up 4% on the year before in 2024. Prices rose, and a liter was priced at EUR 9. The market is to grow by EUR
110 million between 2024 and 2030.

A peer sees the market at EUR 350 million in 2024.

## Parts

Acrylic paint and bitumen paint held 52% and 31% respectively. New coats cut heat by 12%. Regional growth is led by 5.9%
for Andalusia. Kobalt SL bought a mill for EUR 8 million. No company has more than 15%.

In 2024, acrylic paint had sales of EUR 161 million, while the Facade Paint Market stood at EUR 900 million.

| Country of origin | Share 2024 | CAGR 2024-30 |
|---|---|---|
| France | 21% | 3.1% |
| Portugal | 9% | 4.0% |

## By Type

- Acrylic paint
- Bitumen paint
"""


@pytest.fixture(scope="module")
def paint(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("paint"), REPORT)
    yield desk
    desk.close()


def stated(desk, text):
    (found,) = [s for s in desk.view.stated if s.figure.text == text]
    return found


@pytest.mark.parametrize(
    ("text", "metric", "year", "whole"),
    [
        ("EUR 310 million", "size", 2024, True),
        ("EUR 420 million", "size", 2030, True),
        ("4%", "yoy", 2024, True),
        ("EUR 9", "price", None, False),
        ("EUR 350 million", "size", 2024, True),
        ("52%", "share", None, False),
        ("31%", "share", None, False),
        ("12%", "change", None, False),
        ("EUR 8 million", "deal", None, False),
        ("EUR 161 million", "size", 2024, False),
        ("21%", "share", 2024, False),
        ("4.0%", "growth", None, False),
    ],
)
def test_metric_and_year_are_told_by_the_words_around(paint, text, metric, year, whole):
    found = stated(paint, text)
    assert (found.metric, found.year, found.whole) == (metric, year, whole)


def test_the_reports_own_country_is_no_place_of_its_figures(paint):
    assert paint.view.places == {"Spain"}
    assert stated(paint, "EUR 310 million").places == frozenset()
    assert stated(paint, "21%").places == {"France"}


def test_things_and_figures_are_told_off_against_each_other(paint):
    assert "bitumen" not in stated(paint, "52%").clause.lower()
    assert stated(paint, "31%").clause == "bitumen paint"


def test_a_rows_figure_has_its_label_head_and_period(paint):
    rate = stated(paint, "4.0%")
    assert rate.clause == "Portugal CAGR 2024-30"
    assert rate.period == (2024, 2030)
    assert row_names(paint.view.report, rate.unit, rate.figure.span) == ("Portugal", "CAGR 2024-30")


def test_what_is_denied_and_what_others_say_is_marked(paint):
    assert stated(paint, "15%").is_denied
    assert not stated(paint, "12%").is_denied
    assert stated(paint, "EUR 350 million").is_rival
    assert not stated(paint, "EUR 310 million").is_rival


def test_another_market_is_not_the_whole(paint):
    assert not stated(paint, "EUR 900 million").whole


@pytest.mark.parametrize(
    ("text", "is_others"),
    [
        ("Another consultancy expects USD 3 billion.", True),
        ("The 2022 edition put it at USD 2 billion.", True),
        ("An earlier edition put it at USD 2 billion.", True),
        ("Some analysts expect less.", True),
        ("The market stood at USD 2 billion.", False),
        ("The other segments grew.", False),
    ],
)
def test_somebody_elses_figures_are_told_by_their_words(text, is_others):
    assert bool(ALTERNATIVE.search(text)) == is_others
