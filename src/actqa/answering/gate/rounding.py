"""Whether one figure may be said for another: in another scale, rounded, and as loose as it is cited."""

from decimal import Decimal

from actqa.figures import Figure
from actqa.figures.arithmetic import base

Quantity = tuple[Decimal, str]
"""A value without its scale, and its unit."""

THINGS = {
    "kilotons": (3, "tons"),
    "tonnes": (0, "tons"),
    "mt": (6, "tons"),
    "kt": (3, "tons"),
    "kWh": (3, "Wh"),
    "MWh": (6, "Wh"),
    "GWh": (9, "Wh"),
    "TWh": (12, "Wh"),
    "kW": (3, "W"),
    "MW": (6, "W"),
    "GW": (9, "W"),
    "TW": (12, "W"),
}
"""Units that have their scale in their name → its power of ten, and the unit without."""

MONTHS = 12
"""Of a year."""

CLOSE = Decimal("0.0025")
"""How far an unhedged round number may be off."""
NEAR = Decimal("0.01")
"""The same for one of a single digit that counts."""
LOOSE = Decimal("0.06")
"""The same for a hedged one."""
FRACTION = Decimal("0.75")
"""Percentage points that a fraction in words may be off: 33% for a third."""
BEYOND = Decimal(15)
"""The same for one that is said to be more, or less: 58% are more than half."""
LOOSE_FRACTION = Decimal("2.5")
"""The same for a hedged one."""


def quantity(value: Decimal, unit: str) -> Quantity:
    """Without scale, be it a word or a part of the unit."""
    plain, thing = base(value, unit)
    if thing == "years":
        return plain * MONTHS, "months"
    power, named = THINGS.get(thing, (0, thing))
    return plain.scaleb(power), named


def alike(unit: str, other: str) -> bool:
    """Whether two units without scale may be one; `units`, or a bare number, may be of any thing that is counted."""
    if unit == other or (bool({"units", ""} & {unit, other}) and not (unit + other).isupper()):
        return True
    return bool(unit and other) and unit.islower() and other.islower() and unit.split()[-1] == other.split()[-1]


def stands_for(said: Figure, said_hedge: str, cited: Figure, cited_hedge: str) -> bool:
    """Whether `said` may be written for `cited`."""
    if _KINDS.get(said.kind, said.kind) != _KINDS.get(cited.kind, cited.kind):
        return False
    (value, unit), (there, other) = quantity(said.value, said.unit), quantity(cited.value, cited.unit)
    if not alike(unit, other) or (value < 0) != (there < 0):
        return False
    value, there = abs(value), abs(there)
    if cited_hedge and said_hedge != cited_hedge and (cited_hedge, said_hedge) != ("nearly", "about"):
        return False
    if cited_hedge == said_hedge and value == there:
        return True
    if not _in_digits(said):
        return is_fraction_of(value, there, said_hedge or cited_hedge)
    if not _in_digits(cited):
        return abs(value - there) <= FRACTION
    return (_plainly if cited_hedge else _ROUNDED[said_hedge])(said, value, there)


_KINDS = {"count": "quantity"}
"""Kinds of figures that may be said for those of another."""


def _in_digits(figure: Figure) -> bool:
    return any(c.isdigit() for c in figure.text)


def is_fraction_of(value: Decimal, there: Decimal, hedge: str) -> bool:
    """Whether a percentage may be said as a fraction in words, or the other way round."""
    off = there - value
    if hedge == "over":
        return 0 < off <= BEYOND
    if hedge == "up to":
        return 0 < -off <= BEYOND
    if hedge == "nearly":
        return 0 < -off <= 2 * LOOSE_FRACTION
    return abs(off) <= (LOOSE_FRACTION if hedge else FRACTION)


def _plainly(said: Figure, value: Decimal, there: Decimal) -> bool:
    """Without a hedge: equal in the digits given, of which two have to count."""
    off = abs(value - there)
    if _is_rounded(_step(said, said.value), value, there) and (_digits(said.value) >= 2 or off <= NEAR * there):
        return True
    return _is_rounded(_step(said, said.value.normalize()), value, there) and off <= CLOSE * there


def _about(said: Figure, value: Decimal, there: Decimal) -> bool:
    return _is_rounded(_step(said, said.value.normalize()), value, there) and abs(value - there) <= LOOSE * there


def _is_rounded(step: Decimal, value: Decimal, there: Decimal) -> bool:
    """To the nearest multiple of the step; the half is rounded up."""
    return abs(value - there) * 2 < step or (value - there) * 2 == step


def _over(said: Figure, value: Decimal, there: Decimal) -> bool:
    return 0 < there - value <= min(_step(said, said.value.normalize()), 2 * LOOSE * there)


def _under(said: Figure, value: Decimal, there: Decimal) -> bool:
    return 0 < value - there <= min(_step(said, said.value.normalize()), LOOSE * there)


_ROUNDED = {"": _plainly, "about": _about, "over": _over, "nearly": _under, "up to": _under}


def _digits(value: Decimal) -> int:
    """How many are written."""
    return len(value.as_tuple().digits)


def _step(said: Figure, value: Decimal) -> Decimal:
    """One in the last digit of the value, without scale."""
    return quantity(Decimal(1).scaleb(int(value.as_tuple().exponent)), said.unit)[0]
