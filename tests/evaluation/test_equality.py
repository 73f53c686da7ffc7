"""When a figure is the one expected, and a name is in a text."""

import pytest

from actqa.evaluation.equality import COMPUTED, names, numbers, same_figure
from actqa.evaluation.types import ExpectedFigure


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ((1380.5, "USD million"), (1.3805, "USD billion")),
        ((1380.5, "USD million"), (1380500000, "USD")),
        ((2.5, "INR crore"), (25, "INR million")),
        ((5, "percent"), (5, "%")),
        ((3, "x"), (3, "fold")),
        ((7, "years"), (7, "")),
        ((12, "million tons"), (12000, "thousand tonnes")),
        ((2031, "year"), (2031, "year")),
        ((0, "USD million"), (0, "USD")),
    ],
)
def test_the_same_in_other_words(expected, given):
    assert same_figure(ExpectedFigure(value=expected[0], unit=expected[1]), *given)


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ((1380.5, "USD million"), (1380.5, "USD billion")),
        ((1380.5, "USD million"), (1380.5, "EUR million")),
        ((1380.5, "USD million"), (1380.51, "USD million")),
        ((5, "percent"), (5, "USD")),
        ((5, "percent"), (5, "tons")),
        ((5, "USD"), (5, "units")),
        ((5, "percent"), (None, "percent")),
    ],
)
def test_not_the_same(expected, given):
    assert not same_figure(ExpectedFigure(value=expected[0], unit=expected[1]), *given)


def test_a_computed_figure_may_be_rounded():
    expected = ExpectedFigure(value=10.53, unit="percent")
    assert same_figure(expected, 10.5, "percent", COMPUTED)
    assert not same_figure(expected, 10.4, "percent", COMPUTED)


def test_numbers_are_bare_digits():
    assert numbers("USD 1,380.5 million by 2031, or ₹1,23,456 (10,5 %)") == ["1380.5", "2031", "123456", "105"]


@pytest.mark.parametrize(
    ("text", "item", "is_named"),
    [
        ("Makers: acme corp, and others", "Acme Corp.", True),
        ("Medical devices lead", "medical device", True),
        ("the U.K. grows", "U.K.", True),
        ("Nestlé leads", "Nestlé", True),
        ("Nestlé leads", "Nestor", False),
        ("Acme", "Acme Corp.", False),
    ],
)
def test_a_name_is_found_whatever_its_capitals_points_and_plurals(text, item, is_named):
    assert names(text, item) == is_named
