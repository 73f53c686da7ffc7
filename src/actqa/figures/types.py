"""The words for numbers: Figure and what kinds there are."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actqa.reading.types import Span

FigureKind = Literal["money", "percent", "quantity", "count", "multiple", "year", "period"]
"""`count` is a number of things that are no measure of a market: 35,300 lockers, 1,200 branches."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in text, with what it means."""

    kind: FigureKind
    span: Span
    """Where it stands, currency and scale included, qualifier left out."""
    text: str
    """As read."""
    value: Decimal
    """In `unit`; for a year or the first year of a period, the year itself."""
    unit: str
    """As in an Answer: `USD million`, `percent`, `kilotons`, `million units`, `x`, `year`."""
    qualifier: str = ""
    """`over`, `nearly`, `about`, `up to`; empty: exact."""
    year: int | None = None
    """The year it belongs to."""
    until: int | None = None
    """The last year of a period."""
