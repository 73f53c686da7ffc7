"""Where a model's row stands in the report: its quote exactly or up to white space and case, its figures within."""

import re
from collections.abc import Callable
from decimal import Decimal

from actqa.facts.said import said
from actqa.facts.with_model.rows import Found, FoundDevelopment, FoundForecast, FoundShare
from actqa.figures import Figure
from actqa.figures.arithmetic import base
from actqa.reading import Report, Span, shown


def located(report: Report, quote: str, within: Span) -> Span | None:
    """The quote's place, the first where it stands more than once."""
    exact = report.text.find(quote, within.start, within.end)
    if exact >= 0:
        return Span(exact, exact + len(quote))
    words = [re.escape(word) for word in quote.split()]
    if not words:
        return None
    found = re.compile(r"\s+".join(words), re.IGNORECASE).search(report.text, within.start, within.end)
    return Span(*found.span()) if found else None


def unfounded(report: Report, row: Found, place: Span) -> str:
    """Why the row is not what stands at the place; empty where it is."""
    words = _plain(shown(report.text, place))
    for part in row.said:
        if _plain(part) not in words:
            return f"{part} does not stand in its quote"
    further = _CHECKS.get(type(row))
    return further(report, row, place) if further is not None else ""


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def _figures(report: Report, place: Span) -> list[Figure]:
    """Those within the place, of a row with unit and year of its heads."""
    return [f for line in said(report) if line.span.overlaps(place) for f in line.figures if place.holds(f.span)]


def _years(report: Report, place: Span) -> set[int]:
    """Years that the place names, or the heads and the caption over it."""
    lines = [line for line in said(report) if line.span.overlaps(place)]
    above = " ".join(text for line in lines for text in (*line.heads, line.caption))
    return {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", f"{shown(report.text, place)} {above}")}


def _forecast(report: Report, row: Found, place: Span) -> str:
    assert isinstance(row, FoundForecast)  # noqa: S101 - by the table below
    figures = _figures(report, place)
    if row.value is None and row.cagr_percent is None:
        return "it gives no value"
    if (
        row.market
        and _plain(row.market) not in _plain(f"{shown(report.text, place)} {report.title}")
        and not _is_near(report, row.market, place)
    ):
        return f"{row.market} does not stand in its quote"
    if row.cagr_percent is not None and not any(_is_percent(f, row.cagr_percent) for f in figures):
        return f"{row.cagr_percent:g}% does not stand in its quote"
    if row.value is not None:
        fits = [f for f in figures if _is(f, row.value, row.unit)]
        if not fits:
            return f"{row.value:g} {row.unit} does not stand in its quote"
        if row.year is not None and not any(f.year in (None, row.year) for f in fits):
            return f"{row.value:g} {row.unit} is not of {row.year} in its quote"
    return _undated(report, row.year, place)


def _is_near(report: Report, market: str, place: Span) -> bool:
    """Whether the titles over the place name the market."""
    titles = " ".join(t for line in said(report) if line.span.overlaps(place) for t in line.titles)
    return _plain(market) in _plain(titles)


def _share(report: Report, row: Found, place: Span) -> str:
    assert isinstance(row, FoundShare)  # noqa: S101 - by the table below
    if not any(_is_percent(f, row.percent) for f in _figures(report, place)):
        return f"{row.percent:g}% does not stand in its quote"
    return _undated(report, row.year, place)


def _development(report: Report, row: Found, place: Span) -> str:
    assert isinstance(row, FoundDevelopment)  # noqa: S101 - by the table below
    if row.event and _plain(row.event) not in _plain(shown(report.text, place)):
        return "its event is not in the report's words"
    return _undated(report, int(row.date[:4]), place)


def _undated(report: Report, year: int | None, place: Span) -> str:
    return f"{year} does not stand in its quote" if year is not None and year not in _years(report, place) else ""


_CHECKS: dict[type[Found], Callable[[Report, Found, Span], str]] = {
    FoundForecast: _forecast,
    FoundShare: _share,
    FoundDevelopment: _development,
}


def _is_percent(figure: Figure, value: float) -> bool:
    return figure.kind == "percent" and figure.value == Decimal(str(value))


def _is(figure: Figure, value: float, unit: str) -> bool:
    """Whether the figure is this amount, in whatever scale."""
    try:
        return base(figure.value, figure.unit) == base(Decimal(str(value)), unit)
    except (ArithmeticError, ValueError, LookupError):
        return False
