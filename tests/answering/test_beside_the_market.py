"""Figures of other reports that a page offers are no answers; parts of the market in money, tons or pieces are."""

import pytest
from answering.desk import Desk

REPORT = """\
The lye market was worth EUR 20 million in 2024 and will grow at a CAGR of 5.9% during the forecast period (2025-2033).

Lye Market Report

The editors put sales at EUR 20 million in 2024. A second source gives EUR 22 million for 2024.

| Item | Value |
|---|---|
| Market Size in 2024 | EUR 20 Million |
| CAGR (2025-2033) | 6.3% |

## By Use

- Soap
- Paper

Soap accounted for 25% of the market in 2024. Market volume reached 80 million tons in 2024.

## Questions

What was the value of the market in Chile?

Ask for a sample to see the tables.

Related Reports: Brine Market | Potash Market (EUR 7 million in 2024) | Salt Market
"""


@pytest.fixture(scope="module")
def lye(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("lye"), REPORT)
    yield desk
    desk.close()


def values(answer):
    return [figure.text for figure in answer.figures]


@pytest.mark.parametrize(
    "question", ["What is the market in Chile worth in 2024?", "size of the potash market in 2024"]
)
def test_the_value_of_another_report_is_no_answer(lye, question):
    answer = lye.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


def test_a_part_asked_for_in_tons_is_worked_out_from_its_share(lye):
    answer = lye.answer("How many million tons went into soap in 2024?")
    assert values(answer)[0] == "20 million tons"
    assert answer.figures[0].origin == "computed"
    assert set(values(answer)) == {"20 million tons", "25%", "80 million tons"}


def test_a_rate_that_the_report_gives_is_not_worked_out(lye):
    answer = lye.answer("What growth rate does the report give for 2025-2033?")
    assert values(answer)[0] == "5.9%"
    assert "6.3%" in values(answer)
    assert "computed" not in {figure.origin for figure in answer.figures}


def test_rival_sizes_are_told_where_the_first_stands_under_no_title(lye):
    answer = lye.answer("How big was the market in 2024, in EUR?")
    assert {"EUR 20 million", "EUR 22 million"} <= set(values(answer))
