from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.figures.arithmetic import cagr, convert, difference, grown, ratio, same

D = Decimal
POSITIVE = st.decimals(min_value="0.01", max_value=10**9, places=2)


def test_values_are_converted_within_a_currency():
    assert convert(D("2.5"), "USD billion", "USD million") == D("2500")
    assert convert(D("135300"), "INR crore", "INR billion") == D("1353")
    assert convert(D("37"), "thousand tons", "tons") == D("37000")


@pytest.mark.parametrize(("unit", "to"), [("USD million", "EUR million"), ("USD", "tons"), ("percent", "USD")])
def test_values_are_never_converted_across_currencies_or_things(unit, to):
    with pytest.raises(ValueError, match="cannot be given in"):
        convert(D(1), unit, to)


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit", "expected"),
    [
        ("190.5", "million units", "190.54", "million units", True),
        ("190.5", "million units", "190.56", "million units", False),
        ("1.38", "USD billion", "1380", "USD million", True),
        ("1.38", "USD billion", "1386", "USD million", False),
        ("4.83", "USD million", "4.83", "EUR million", False),
        ("196.3", "million units", "196.3", "million tyres", True),
    ],
)
def test_values_are_the_same_within_the_digits_given(value, unit, other, other_unit, expected):
    assert same(D(value), unit, D(other), other_unit) is expected


def test_sums():
    assert difference(D("29723.68"), "USD million", D("14776.33"), "USD million") == D("14947.35")
    assert difference(D("1.38"), "USD billion", D("212.4"), "USD million") == D("1.1676")
    assert round(ratio(D("23.44"), "USD billion", D("4.93"), "USD billion"), 4) == D("4.7546")
    assert round(cagr(D("14776.33"), D("29723.68"), 7), 2) == D("10.50")
    assert round(cagr(D("5.6"), D("35.3"), 9), 1) == D("22.7")
    assert round(grown(D("231.2"), D("5.7"), 4), 1) == D("288.6")


@pytest.mark.parametrize(("start", "end", "years"), [(0, 1, 5), (1, 0, 5), (1, 2, 0), (-1, 2, 3)])
def test_a_growth_rate_needs_two_positive_values_and_time(start, end, years):
    with pytest.raises(ValueError, match="a growth rate needs"):
        cagr(D(start), D(end), years)


def test_there_is_no_ratio_to_nothing():
    with pytest.raises(ZeroDivisionError):
        ratio(D(1), "USD", D(0), "USD")


@given(POSITIVE, POSITIVE, st.integers(1, 30))
def test_a_value_grown_at_the_rate_between_two_values_is_the_second(start, end, years):
    assert abs(grown(start, cagr(start, end, years), years) / end - 1) < D("1e-12")


@given(
    POSITIVE,
    st.sampled_from(["thousand", "million", "billion", "lakh", "crore"]),
    st.sampled_from(["million", "crore"]),
)
def test_there_and_back_is_where_one_was(value, scale, other):
    there = convert(value, f"INR {scale}", f"INR {other}")
    assert convert(there, f"INR {other}", f"INR {scale}") == value
