"""Sums over figures: what they yield, how it is written, and what they are not worked out from."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.figures.operations import OPERATIONS, Computed, written
from actqa.figures import Figure, parse


def figures(text: str) -> tuple[Figure, ...]:
    return tuple(f for f in parse(text) if f.kind not in {"year", "period"})


@pytest.mark.parametrize(
    ("operation", "operands", "count", "text", "value", "formula"),
    [
        ("increase", "USD 9 bn / USD 5,500 million", 0, "USD 3.5 billion", 3.5, "USD 9 bn − USD 5,500 million"),
        ("gap", "45% / 30.5%", 0, "14.5 percentage points", 14.5, "45% − 30.5%"),
        ("rate", "USD 9 bn / USD 5 bn", 7, "8.76%", 8.75957, "(USD 9 bn / USD 5 bn)^(1/7) − 1"),
        ("multiple", "USD 9 bn / USD 5 bn", 0, "1.8x", 1.8, "USD 9 bn / USD 5 bn"),
        ("change", "USD 9 bn / USD 7 bn", 0, "28.57%", 28.5714, "USD 9 bn / USD 7 bn − 1"),
        ("fraction", "USD 5 bn / USD 9 bn", 0, "55.56%", 55.5556, "USD 5 bn / USD 9 bn × 100"),
        ("part", "45% / USD 9 bn", 0, "USD 4.05 billion", 4.05, "45% × USD 9 bn"),
        ("value", "USD 5 bn / 10%", 2, "USD 6.05 billion", 6.05, "USD 5 bn × (1 + 10%)^2"),
        ("doubling", "7%", 0, "10.2 years", 10.2448, "ln 2 / ln(1 + 7%)"),
        (
            "sum",
            "USD 5 bn / USD 500 million / USD 1 bn",
            0,
            "USD 6.5 billion",
            6.5,
            "USD 5 bn + USD 500 million + USD 1 bn",
        ),
        ("rest", "45% / 30%", 0, "25%", 25.0, "100% − 45% − 30%"),
        ("price", "USD 9 bn / 3 million units", 0, "USD 3,000", 3000.0, "USD 9 bn / 3 million units"),
        ("price", "USD 9 bn / 3 million square metres", 0, "USD 3,000", 3000.0, "USD 9 bn / 3 million square metres"),
        ("increase", "USD 29,723.68 million / USD 14,776.33 million", 0, "USD 14,947.35 million", 14947.35, None),
    ],
)
def test_what_an_operation_yields(operation, operands, count, text, value, formula):
    computed = Computed(operation, figures(operands), count)
    assert (computed.text, float(computed.value)) == (text, value)
    assert computed.formula == (formula or operands.replace(" / ", " − "))


@pytest.mark.parametrize(
    ("operation", "operands", "unit"),
    [
        ("gap", "45% / 30.5%", "percent"),
        ("gap", "USD 9 bn / USD 7 bn", "USD billion"),
        ("multiple", "USD 9 bn / USD 5 bn", "x"),
        ("doubling", "7%", "years"),
    ],
)
def test_the_unit_of_what_is_worked_out(operation, operands, unit):
    assert Computed(operation, figures(operands)).unit == unit


@pytest.mark.parametrize(
    ("operation", "operands"),
    [
        ("increase", "USD 9 bn / EUR 5 bn"),
        ("increase", "USD 9 bn / 5 million units"),
        ("increase", "USD 9 bn / 5%"),
        ("increase", "USD 9 bn"),
        ("increase", "USD 9 bn / USD 5 bn / USD 1 bn"),
        ("multiple", "3 million units / 2 million tons"),
        ("multiple", "USD 3 bn / USD 0 bn"),
        ("rate", "USD 9 bn / USD 0 bn"),
        ("part", "USD 9 bn / 45%"),
        ("part", "45% / 30%"),
        ("value", "10% / USD 5 bn"),
        ("doubling", "0%"),
        ("doubling", "USD 5 bn"),
        ("sum", "45% / 60%"),
        ("sum", "45%"),
        ("sum", "45% / USD 5 bn"),
        ("rest", "45% / 60%"),
        ("price", "USD 9 bn / USD 5 bn"),
        ("price", "3 million units / USD 5 bn"),
    ],
)
def test_what_does_not_go_together_has_no_result(operation, operands):
    with pytest.raises((ValueError, ArithmeticError)):
        Computed(operation, figures(operands), 3).result  # noqa: B018 - raises


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("1234.567", "USD million", "USD 1,234.57 million"),
        ("1.23456", "USD million", "USD 1.235 million"),
        ("0.123456", "kilotons", "0.1235 kilotons"),
        ("0.0000123", "USD", "USD 0.000012"),
        ("0.00456", "percent", "0.0046%"),
        ("12.004", "percent", "12%"),
        ("0", "percent", "0%"),
        ("2.345", "TEU", "2.345 TEU"),
    ],
)
def test_how_a_result_is_written(value, unit, text):
    assert written(Decimal(value), unit) == text


def test_the_number_is_not_rounded_twice():
    computed = Computed("part", figures("176.2% / USD 363.3 bn"))
    assert computed.result[0] == Decimal("640.1346")
    assert (computed.value, computed.text) == (Decimal("640.134"), "USD 640.13 billion")


@given(
    st.sampled_from(sorted(OPERATIONS)),
    st.decimals("0.1", 9999, places=1),
    st.decimals("0.1", 9999, places=1),
    st.sampled_from(["USD {} million / USD {} bn", "{}% / USD {} bn", "{}% / {}%", "USD {} bn / {} million units"]),
    st.integers(1, 30),
)
def test_the_number_is_what_is_written_or_finer(operation, one, other, operands, count):
    computed = Computed(operation, figures(operands.format(one, other)), count)
    try:
        value, unit = computed.result
    except (ValueError, ArithmeticError):
        return
    assert written(computed.value, unit) == computed.text
    assert abs(computed.value - value) <= abs(value) / 10**5
    assert len(computed.value.normalize().as_tuple().digits) <= max(6, value.adjusted() + 5)


def test_years_lie_between_what_the_sum_is_of():
    end, start = figures("USD 9 bn in 2031, USD 5 bn in 2024")
    assert Computed("rate", (end, start), 7).years == (2024, 2031)
    assert Computed("value", (replace(start, year=None), figures("5%")[0]), 7, 2031).years == (None, 2031)
    assert Computed("increase", (end, start)).years is None
