"""Years named from today's are those of the calendar."""

import pytest

from actqa.answering.asked import relative_years
from actqa.answering.asked.question import understand
from actqa.answering.asked.relative_years import dated


@pytest.fixture(autouse=True)
def in_2026(monkeypatch):
    monkeypatch.setattr(relative_years, "this_year", lambda: 2026)


@pytest.mark.parametrize(
    ("asked", "in_digits"),
    [
        ("What was the market worth last year?", "What was the market worth in 2025?"),
        ("growth in last year vs this year", "growth in 2025 vs 2026"),
        ("Next year's size?", "2027's size?"),
        ("Last year’s share of cans", "2025’s share of cans"),
        ("What changed over the last year?", "What changed over the last year?"),
        ("the market over the last years", "the market over the last years"),
        ("last years of the study", "last years of the study"),
    ],
)
def test_a_year_named_from_todays_is_put_in_digits(asked, in_digits):
    assert dated(asked) == in_digits


def test_last_year_is_a_year_asked_for():
    assert understand("market size last yr?").years == (2025,)


def test_a_year_the_report_does_not_give_is_refused_and_no_other_years_value_given(garden):
    answer = garden.answer("How big was the market last year?")
    assert (answer.answered, answer.figures) == (False, ())
    assert "in 2025" in answer.answer
