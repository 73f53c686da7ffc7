"""What the facts tell of the figures of each unit: whose they are, what they measure, and for when."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from actqa.answering.seen.units import UnitView
from actqa.facts import ReportFacts
from actqa.facts.types import Evidence, Forecast
from actqa.figures import Figure
from actqa.figures.arithmetic import same


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts tell of a figure."""

    metric: str
    subject: str
    value: Decimal
    unit: str
    year: int | None
    period: tuple[int, int] | None
    measure: str
    weight: int


def told_by_unit(facts: ReportFacts, units: Sequence[UnitView]) -> dict[int, list[Told]]:
    """For each unit, by position, what the facts tell of figures in it."""
    starts = [unit.unit.content.start for unit in units]
    out: dict[int, list[Told]] = {}

    def tell(evidence: Sequence[Evidence], told: list[Told]) -> None:
        for place in evidence:
            at = max(0, bisect_left(starts, place.start + 1) - 1)
            while at < len(units) and starts[at] < place.end:
                out.setdefault(at, []).extend(told)
                at += 1

    for forecast in facts.forecasts:
        tell(forecast.evidence, list(_of_forecast(forecast)))
    for share in facts.shares:
        said = Told(
            "share", share.subject, Decimal(str(share.percent)), "percent", share.year, None, "", len(share.evidence)
        )
        tell(share.evidence, [said])
    return out


def _of_forecast(row: Forecast) -> Iterator[Told]:
    pairs = [(row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ())]
    weight = len(row.evidence)
    for year, value in dict.fromkeys(pairs):
        if value is not None:
            yield Told("size", row.market, Decimal(str(value)), row.unit, year, None, row.unit, weight)
    if row.cagr_percent is not None:
        years = (row.start_year, row.end_year)
        period = row.period or ((years[0], years[1]) if years[0] and years[1] else None)
        yield Told("growth", row.market, Decimal(str(row.cagr_percent)), "percent", None, period, row.unit, weight)


def is_told(told: Told, figure: Figure) -> bool:
    """Whether the figure is the one that is told of: the same value, and no other year."""
    if (told.unit == "percent") != (figure.kind == "percent") or figure.kind == "multiple":
        return False
    fits = same(figure.value, figure.unit, told.value, told.unit)
    return fits and (told.year is None or figure.year in (None, told.year))
