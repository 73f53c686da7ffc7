"""When one figure may be written for another."""

import pytest

from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.rounding import stands_for
from actqa.figures import parse


def may_be_said(said: str, cited: str) -> bool:
    one, other = parse(said)[0], parse(cited)[0]
    return stands_for(one, hedge_of(said, one), other, hedge_of(cited, other))


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("about USD 14.8 billion", "USD 14,776.33 million"),
        ("USD 14.8 billion", "USD 14,776.33 million"),
        ("USD 29,700 million", "USD 29,723.68 million"),
        ("nearly USD 15 billion", "USD 14,776.33 million"),
        ("more than USD 14 billion", "USD 14,776.33 million"),
        ("less than USD 15 billion", "USD 14,776.33 million"),
        ("two-thirds", "66.7%"),
        ("nearly half", "48%"),
        ("over 45%", "over 45%"),
        ("at least 45%", "more than 45%"),
        ("around 60%", "nearly 60%"),
        ("12,000 tonnes", "12 kilotons"),
        ("0.5 GW", "500 MW"),
        ("11%", "10.5%"),
    ],
)
def test_another_scale_and_honest_rounding(said, cited):
    assert may_be_said(said, cited)


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        ("USD 14.9 billion", "USD 14,776.33 million"),
        ("USD 12,000 million", "USD 12,100 million"),
        ("10%", "10.5%"),
        ("5%", "5.4%"),
        ("45%", "over 45%"),
        ("over 45%", "45%"),
        ("up to 45%", "over 45%"),
        ("nearly 45%", "over 45%"),
        ("nearly 60%", "55%"),
        ("EUR 14.8 billion", "USD 14.8 billion"),
        ("14.8 million", "14.8 billion"),
        ("half", "44%"),
        ("-5.5%", "5.5%"),
        ("12 kilotons", "12 tonnes"),
    ],
)
def test_another_value_unit_or_hedge(said, cited):
    assert not may_be_said(said, cited)
