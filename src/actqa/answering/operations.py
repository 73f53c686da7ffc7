"""What can be worked out from figures that a report states: each operation with its sum and its formula in words.

The check runs them again on the cited figures, so nothing is given as computed that these functions do not yield.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from actqa.figures import Figure
from actqa.figures.arithmetic import DIGITS, cagr, convert, difference, grown, ratio

Operands = Sequence[Figure]


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure that is worked out."""

    operation: str
    """A key of `OPERATIONS`."""
    operands: tuple[Figure, ...]
    count: int = 0
    """How many years lie between, where the operation needs that."""
    year: int | None = None
    """The year that the result belongs to."""

    @property
    def result(self) -> tuple[Decimal, str]:
        """Value and unit. Raises ValueError across currencies, and where the sum has no result."""
        return OPERATIONS[self.operation].work(self.operands, self.count)

    @property
    def text(self) -> str:
        """The result as it is written in an answer."""
        return written(*self.result)

    @property
    def formula(self) -> str:
        """How the result comes about, with its operands as the report writes them."""
        return OPERATIONS[self.operation].formula(self.operands, self.count)


@dataclass(frozen=True, slots=True)
class Operation:
    """A sum."""

    work: Callable[[Operands, int], tuple[Decimal, str]]
    formula: Callable[[Operands, int], str]


def _increase(of: Operands, _: int) -> tuple[Decimal, str]:
    end, start = of
    return difference(end.value, end.unit, start.value, start.unit), end.unit


def _rate(of: Operands, count: int) -> tuple[Decimal, str]:
    end, start = of
    return cagr(convert(start.value, start.unit, end.unit), end.value, count), "percent"


def _multiple(of: Operands, _: int) -> tuple[Decimal, str]:
    return ratio(of[0].value, of[0].unit, of[1].value, of[1].unit), "x"


def _change(of: Operands, _: int) -> tuple[Decimal, str]:
    return (ratio(of[0].value, of[0].unit, of[1].value, of[1].unit) - 1) * 100, "percent"


def _fraction(of: Operands, _: int) -> tuple[Decimal, str]:
    return ratio(of[0].value, of[0].unit, of[1].value, of[1].unit) * 100, "percent"


def _part(of: Operands, _: int) -> tuple[Decimal, str]:
    share, total = of
    return share.value / 100 * total.value, total.unit


def _value(of: Operands, count: int) -> tuple[Decimal, str]:
    start, rate = of
    return grown(start.value, rate.value, count), start.unit


def _doubling(of: Operands, _: int) -> tuple[Decimal, str]:
    """ln 2 / ln (1 + rate), from (1 + rate) ^ years = 2."""
    rate = of[0].value
    if rate <= 0:
        raise ValueError("what does not grow does not double")
    with localcontext() as context:
        context.prec = DIGITS
        return Decimal(2).ln() / (1 + rate / 100).ln(), "years"


def _sum(of: Operands, _: int) -> tuple[Decimal, str]:
    unit = of[0].unit
    return sum((convert(f.value, f.unit, unit) for f in of), Decimal(0)), unit


def _rest(of: Operands, _: int) -> tuple[Decimal, str]:
    return 100 - sum((f.value for f in of), Decimal(0)), "percent"


def _price(of: Operands, _: int) -> tuple[Decimal, str]:
    """Money over quantity, each without its scale: what one of them costs on average."""
    money, things = of
    currency = money.unit.split()[0]
    thing = things.unit.split()[-1]
    return convert(money.value, money.unit, currency) / convert(things.value, things.unit, thing), currency


OPERATIONS = {
    "increase": Operation(_increase, lambda of, _: f"{of[0].text} − {of[1].text}"),
    "gap": Operation(_increase, lambda of, _: f"{of[0].text} − {of[1].text}"),
    "rate": Operation(_rate, lambda of, n: f"({of[0].text} / {of[1].text})^(1/{n}) − 1"),
    "multiple": Operation(_multiple, lambda of, _: f"{of[0].text} / {of[1].text}"),
    "change": Operation(_change, lambda of, _: f"{of[0].text} / {of[1].text} − 1"),
    "fraction": Operation(_fraction, lambda of, _: f"{of[0].text} / {of[1].text} × 100"),
    "part": Operation(_part, lambda of, _: f"{of[0].text} × {of[1].text}"),
    "value": Operation(_value, lambda of, n: f"{of[0].text} × (1 + {of[1].text})^{n}"),
    "doubling": Operation(_doubling, lambda of, _: f"ln 2 / ln(1 + {of[0].text})"),
    "sum": Operation(_sum, lambda of, _: " + ".join(f.text for f in of)),
    "rest": Operation(_rest, lambda of, _: f"100% − {' − '.join(f.text for f in of)}"),
    "price": Operation(_price, lambda of, _: f"{of[0].text} / {of[1].text}"),
}


def written(value: Decimal, unit: str) -> str:
    """A computed value as an analyst writes it: percentages and multiples to two decimals, amounts to four digits or
    as finely as two decimals."""
    if unit == "percent":
        return f"{_trimmed(value, 2)}%"
    if unit == "x":
        return f"{_trimmed(value, 2)}x"
    if unit == "years":
        return f"{_trimmed(value, 1)} years"
    places = 2 if abs(value) >= 10 else 3 if abs(value) >= 1 else 4
    number = _trimmed(value, places)
    is_money = len(unit.split()[0]) == 3 and unit.split()[0].isupper() if unit else False
    if is_money and unit != "TEU":
        currency, _, scale = unit.partition(" ")
        return f"{currency} {number} {scale}".strip()
    return f"{number} {unit}".strip()


def _trimmed(value: Decimal, places: int) -> str:
    """With thousands parted by commas; without zeros that say nothing."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
