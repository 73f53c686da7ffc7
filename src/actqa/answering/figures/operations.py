"""What can be worked out from figures that a report states: each operation with its sum and its formula in words.

The check runs them again on the cited figures, so nothing is given as computed that these functions do not yield.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Decimal, localcontext

from actqa.figures import Figure
from actqa.figures.arithmetic import DIGITS, base, cagr, convert, difference, grown, ratio
from actqa.figures.types import FigureKind

Operands = Sequence[Figure]

WHOLE = Decimal(100)
"""Percent."""

POINTS = "percentage points"
"""What lies between two percentages."""

DIGITS_KEPT = 6
"""Digits that count of a computed value as a number."""


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
        """Value and unit. Raises ValueError across currencies and things, and where the sum has no result."""
        operation = OPERATIONS[self.operation]
        if not operation.fits(self.operands):
            raise ValueError(f"{self.operation} is not worked out from {', '.join(f.text for f in self.operands)}")
        return operation.work(self.operands, self.count)

    @property
    def value(self) -> Decimal:
        """The result to six digits that count, and no coarser than it is written.

        Rounded so that it is written as the result is: 60.13496 is 60.13, but by way of 60.135 it would be 60.14.
        """
        value, unit = self.result
        last = Decimal(1).scaleb(-max(_places(value, unit), DIGITS_KEPT - 1 - value.adjusted()))
        kept = (value.quantize(last, rounding) for rounding in (ROUND_HALF_EVEN, ROUND_DOWN, ROUND_UP))
        return next(number for number in kept if written(number, unit) == self.text)

    @property
    def unit(self) -> str:
        """The unit that the answer names: of what is written in percentage points it is percent."""
        unit = self.result[1]
        return "percent" if unit == POINTS else unit

    @property
    def text(self) -> str:
        """The result as it is written in an answer."""
        return written(*self.result)

    @property
    def formula(self) -> str:
        """How the result comes about, with its operands as the report writes them."""
        return OPERATIONS[self.operation].formula(self.operands, self.count)

    @property
    def years(self) -> tuple[int | None, int | None] | None:
        """First and last of the years that `count` lies between, as far as known; None where it is not used."""
        return OPERATIONS[self.operation].years(self.operands, self.year)


Kinds = frozenset[FigureKind]

MONEY, THINGS, PERCENT = Kinds({"money"}), Kinds({"quantity", "count"}), Kinds({"percent"})
AMOUNT = MONEY | THINGS
ANY = AMOUNT | PERCENT | Kinds({"multiple"})


@dataclass(frozen=True, slots=True)
class Operation:
    """A sum."""

    of: tuple[Kinds, ...]
    """The kinds that each operand may have."""
    work: Callable[[Operands, int], tuple[Decimal, str]]
    formula: Callable[[Operands, int], str]
    years: Callable[[Operands, int | None], tuple[int | None, int | None] | None] = lambda of, year: None
    more: bool = False
    """Whether there may be any number of operands like the last one."""

    def fits(self, operands: Operands) -> bool:
        """Whether these are operands that the sum is worked out from."""
        kinds = self.of + self.of[-1:] * (len(operands) - len(self.of) if self.more else 0)
        return len(operands) == len(kinds) and all(f.kind in kind for f, kind in zip(operands, kinds, strict=True))


def _increase(of: Operands, _: int) -> tuple[Decimal, str]:
    end, start = of
    return difference(end.value, end.unit, start.value, start.unit), end.unit


def _gap(of: Operands, _: int) -> tuple[Decimal, str]:
    value, unit = _increase(of, 0)
    return value, POINTS if unit == "percent" else unit


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
    total = sum((convert(f.value, f.unit, unit) for f in of), Decimal(0))
    if unit == "percent" and total > WHOLE:
        raise ValueError("parts of one whole come to no more than it")
    return total, unit


def _rest(of: Operands, _: int) -> tuple[Decimal, str]:
    return WHOLE - _sum(of, 0)[0], "percent"


def _price(of: Operands, _: int) -> tuple[Decimal, str]:
    """Money over quantity, each without its scale: what one of them costs on average."""
    (paid, currency), (count, _thing) = (base(f.value, f.unit) for f in of)
    return paid / count, currency


OPERATIONS = {
    "increase": Operation((ANY, ANY), _increase, lambda of, _: f"{of[0].text} − {of[1].text}"),
    "gap": Operation((ANY, ANY), _gap, lambda of, _: f"{of[0].text} − {of[1].text}"),
    "rate": Operation(
        (ANY, ANY),
        _rate,
        lambda of, n: f"({of[0].text} / {of[1].text})^(1/{n}) − 1",
        lambda of, _: (of[1].year, of[0].year),
    ),
    "multiple": Operation((ANY, ANY), _multiple, lambda of, _: f"{of[0].text} / {of[1].text}"),
    "change": Operation((ANY, ANY), _change, lambda of, _: f"{of[0].text} / {of[1].text} − 1"),
    "fraction": Operation((AMOUNT, AMOUNT), _fraction, lambda of, _: f"{of[0].text} / {of[1].text} × 100"),
    "part": Operation((PERCENT, AMOUNT), _part, lambda of, _: f"{of[0].text} × {of[1].text}"),
    "value": Operation(
        (AMOUNT, PERCENT),
        _value,
        lambda of, n: f"{of[0].text} × (1 + {of[1].text})^{n}",
        lambda of, year: (of[0].year, year),
    ),
    "doubling": Operation((PERCENT,), _doubling, lambda of, _: f"ln 2 / ln(1 + {of[0].text})"),
    "sum": Operation((ANY, ANY), _sum, lambda of, _: " + ".join(f.text for f in of), more=True),
    "rest": Operation((PERCENT,), _rest, lambda of, _: f"100% − {' − '.join(f.text for f in of)}", more=True),
    "price": Operation((MONEY, THINGS), _price, lambda of, _: f"{of[0].text} / {of[1].text}"),
}


def written(value: Decimal, unit: str) -> str:
    """A computed value as an analyst writes it, as finely as `_places` says."""
    number = _trimmed(value, _places(value, unit))
    if unit in _SUFFIXES:
        return f"{number}{_SUFFIXES[unit]}"
    currency, _, scale = unit.partition(" ")
    is_money = len(currency) == 3 and currency.isupper() and currency != "TEU"
    return f"{currency} {number} {scale}".strip() if is_money else f"{number} {unit}".strip()


_SUFFIXES = {"percent": "%", "x": "x", "years": " years", POINTS: f" {POINTS}"}


def _places(value: Decimal, unit: str) -> int:
    """Decimals: two for percentages and multiples, one for years, for amounts two to four; what is small gets two
    digits that count at least."""
    if unit == "years":
        least = 1
    elif unit in _SUFFIXES or abs(value) >= 10:
        least = 2
    else:
        least = 3 if abs(value) >= 1 else 4
    return max(least, 1 - value.adjusted()) if value else least


def _trimmed(value: Decimal, places: int) -> str:
    """With thousands parted by commas; without zeros that say nothing."""
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
