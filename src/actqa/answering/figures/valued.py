"""Things with the figures that a report gives of them, to be compared: shares, sizes, counts, rates of growth."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from actqa.answering.asked.words import stems
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.facts.types import Evidence
from actqa.figures.arithmetic import base


@dataclass(frozen=True, slots=True)
class Valued:
    """A thing with its figure, and what that may be compared with."""

    subject: frozenset[str]
    value: float
    """As written."""
    place: Evidence | Stated
    measure: str
    year: int | None
    name: str = ""
    """As the report calls it."""
    scale: float = 1.0

    @property
    def size(self) -> float:
        """To compare it by."""
        return self.value * self.scale


def shares_told(view: ReportView) -> Iterator[tuple[str, Valued]]:
    """Whose each share is, and the share."""
    for share in view.facts.shares:
        said, place = stems(share.subject), share.evidence[0]
        yield share.subject, Valued(said, share.percent, place, "percent", share.year, share.subject)


def sizes_told(view: ReportView) -> Iterator[tuple[str, Valued]]:
    """The same of sizes, but those of the whole market."""
    for row in view.facts.forecasts:
        told = {(row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ())}
        for year, value in told:
            if value is not None and row.market != view.facts.report.market:
                scale, thing = base(Decimal(1), row.unit)
                said, place = stems(row.market), row.evidence[0]
                yield row.market, Valued(said, value, place, thing, year, row.market, float(scale))


def counts_told(view: ReportView) -> Iterator[tuple[str, Valued]]:
    """Numbers in tables that count things."""
    for stated in view.counts:
        if stated.unit.unit.kind == "row":
            label, head = row_names(view.report, stated.unit, stated.figure.span)
            yield label, Valued(stems(label), float(stated.figure.value), stated, head, stated.year, label)


def growths_told(view: ReportView) -> Iterator[tuple[str, Valued]]:
    """The same of rates of growth."""
    for row in view.facts.forecasts:
        if row.cagr_percent is not None and row.market != view.facts.report.market:
            said, place = stems(row.market), row.evidence[0]
            yield row.market, Valued(said, row.cagr_percent, place, "growth", None, row.market)


def unit_at(place: Evidence | Stated, view: ReportView) -> UnitView | None:
    """The sentence or row that the place begins in."""
    if isinstance(place, Stated):
        return place.unit
    return next((u for u in view.units if u.unit.span.start <= place.start < u.unit.span.end), None)


def told_of(row: Valued, view: ReportView) -> tuple[int, Stated | None] | None:
    """The number of the unit that gives its figure, and the figure."""
    unit = unit_at(row.place, view)
    if unit is None:
        return None
    if isinstance(row.place, Stated):
        return unit.unit.number, row.place
    figures = [s for s in view.stated if s.unit is unit and float(s.figure.value) == row.value]
    return unit.unit.number, min(figures, key=lambda s: row.name not in s.subject, default=None)
