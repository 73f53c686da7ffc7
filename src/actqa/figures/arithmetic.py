"""Exact sums on figures: conversion within a currency, equality within the digits given, growth."""

from decimal import Decimal, localcontext
from functools import lru_cache

from actqa.figures.grammar import FACTORS
from actqa.figures.types import Figure

DIGITS = 28


def base(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """The value without its scale word, and the unit that is left: (2.5, "USD billion") → (2500000000, "USD")."""
    power, rest = _parted(unit)
    return (value.scaleb(power) if power else value), rest


@lru_cache(maxsize=4096)
def _parted(unit: str) -> tuple[int, str]:
    """The power of ten that the unit's scale word stands for, and the rest of the unit."""
    words = unit.split()
    scale = next((w for w in words if w in FACTORS), "")
    return FACTORS.get(scale, 0), " ".join(w for w in words if w != scale)


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """The value in another scale of the same currency or thing. Raises ValueError across currencies and things."""
    plain, rest = base(value, unit)
    one, other = base(Decimal(1), to)
    if rest != other:
        raise ValueError(f"{unit} cannot be given in {to}")
    return plain / one


def tolerance(value: Decimal, unit: str) -> Decimal:
    """Half a unit of the last digit given, without scale: what rounding may have taken, or added."""
    return _half(int(value.as_tuple().exponent), unit)


@lru_cache(maxsize=4096)
def _half(exponent: int, unit: str) -> Decimal:
    return base(Decimal(5).scaleb(exponent - 1), unit)[0]


def same(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether two values may be one, the coarser one rounded; never across currencies; `units` may be of any thing."""
    (a, thing), (b, other_thing) = base(value, unit), base(other, other_unit)
    alike = thing == other_thing or ("units" in {thing, other_thing} and not (thing + other_thing).isupper())
    return alike and abs(a - b) <= max(tolerance(value, unit), tolerance(other, other_unit))


def same_figure(figure: Figure, other: Figure) -> bool:
    """The same for two figures."""
    return figure.kind == other.kind and same(figure.value, figure.unit, other.value, other.unit)


def difference(value: Decimal, unit: str, other: Decimal, other_unit: str) -> Decimal:
    """`value` less `other`, in `unit`. Raises ValueError across currencies and things."""
    return value - convert(other, other_unit, unit)


def ratio(value: Decimal, unit: str, other: Decimal, other_unit: str) -> Decimal:
    """`value` over `other`, a multiple. Raises ValueError across currencies and things, ZeroDivisionError."""
    below = convert(other, other_unit, unit)
    if not below:
        raise ZeroDivisionError("there is no ratio to nothing")
    return value / below


def cagr(start: Decimal, end: Decimal, years: int) -> Decimal:
    """Compound annual growth rate in percent: (end / start) ^ (1 / years) - 1, the textbook definition.

    Both values in one unit. Raises ValueError where a value is not positive or no year lies between.
    """
    if start <= 0 or end <= 0 or years <= 0:
        raise ValueError("a growth rate needs two positive values and at least a year between them")
    with localcontext() as context:
        context.prec = DIGITS
        growth = ((end / start).ln() / years).exp()
        return (growth - 1) * 100


def grown(start: Decimal, rate_percent: Decimal, years: int) -> Decimal:
    """The value after so many years at the rate: start * (1 + rate / 100) ^ years, compound interest."""
    with localcontext() as context:
        context.prec = DIGITS
        return start * (1 + rate_percent / 100) ** years
