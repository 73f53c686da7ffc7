"""Statements of sizes and growth, for the whole market or a part of it, wherever a report makes them."""

from actqa.facts.about import base_year, outlook_period
from actqa.facts.forecasts.claims import Claim, claims
from actqa.facts.forecasts.merging import merged
from actqa.facts.forecasts.when import Setting
from actqa.facts.market_names import market_name
from actqa.facts.owners import Owners, plain_words
from actqa.facts.types import Evidence, Forecast
from actqa.figures.arithmetic import cagr, convert
from actqa.reading import Report


def forecasts(
    report: Report, parts: frozenset[str] = frozenset(), companies: frozenset[str] = frozenset()
) -> tuple[Forecast, ...]:
    """One forecast for each distinct statement; the same numbers said again add evidence.

    `parts` are names of segments, by which a statement about one is told from one about the whole; what is said of
    one of the `companies` is of no market.
    """
    whole = market_name(report)
    own = plain_words(whole)
    others = frozenset(part.lower() for part in parts if not plain_words(part) <= own)
    found = claims(report, Setting(outlook_period(report), others, Owners(companies), base_year(report)))
    return tuple(_forecast(report, claim, whole) for claim in merged(found))


def _forecast(report: Report, claim: Claim, whole: str) -> Forecast:
    points = claim.points
    start = points[0] if points and (len(points) > 1 or not claim.expected) else None
    end = points[-1] if len(points) > 1 or (points and claim.expected) else None
    series = tuple((year, float(convert(v, u, claim.unit))) for year, v, u in points if year is not None)
    return Forecast(
        market=claim.market or whole,
        unit=claim.unit,
        start_year=start[0] if start else None,
        start_value=float(convert(start[1], start[2], claim.unit)) if start else None,
        end_year=end[0] if end else None,
        end_value=float(convert(end[1], end[2], claim.unit)) if end else None,
        cagr_percent=float(claim.rate) if claim.rate is not None else None,
        period=claim.period,
        implied_cagr_percent=_implied(claim),
        points=series if len(series) > 2 else None,
        evidence=tuple(Evidence.at(report, span) for span in claim.places),
    )


def _implied(claim: Claim) -> float | None:
    """The yearly growth that first and last value give, to two decimals."""
    if len(claim.points) < 2:
        return None
    (since, start, unit), (until, end, other) = claim.points[0], claim.points[-1]
    if since is None or until is None or until <= since or start <= 0 or end <= 0:
        return None
    return round(float(cagr(start, convert(end, other, unit), until - since)), 2)
