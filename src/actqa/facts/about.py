"""The report itself: title, study period, base year, pages, concentration, currency unit."""

import re
from collections import Counter
from collections.abc import Callable

from actqa.facts.kept import kept
from actqa.facts.keyed import Keyed, keyed
from actqa.facts.market_names import market_name
from actqa.facts.said import said
from actqa.facts.stems import holds
from actqa.facts.types import About, Evidence
from actqa.figures import Figure, parse
from actqa.reading import Report, Span

PERIOD_KEYS = re.compile(
    r"\bstudy period|\bstudy considered|\breport timeline|\byears considered|\bperiod covered|\btimeline\b",
    re.IGNORECASE,
)
FORECAST_KEYS = re.compile(
    r"\bforecast(?:ing|ed)? (?:period|years?)|\bprojection period|\bprojected (?:period|years?)|\banalysis period",
    re.IGNORECASE,
)
BASE_KEYS = re.compile(r"\bbase year|\byear of estimation", re.IGNORECASE)
PAGE_KEYS = re.compile(r"\bpages?\b|\bpage count", re.IGNORECASE)
CONCENTRATION_KEYS = re.compile(r"\bmarket concentration\b|^concentration$", re.IGNORECASE)
CONCENTRATION_WORDS = re.compile(
    r"\b(?:(?:highly|moderately|slightly|partially|partly|fairly|very|largely|quite)\s+)?(?:fragmented|concentrated|"
    r"consolidated)\b"
    r"|\bconcentration is (?:low|medium|moderate|high)\b",
    re.IGNORECASE,
)
_CONCENTRATION_STEMS = ("concentrat", "fragment", "consolidat")
_DEGREE = re.compile(r"^(?:low|medium|moderate|high|fragmented|consolidated|concentrated)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:market|industry|sector|structure|landscape|space|field|concentration)\b", re.IGNORECASE)
_PAGES_SAID = re.compile(r"\b(\d{2,4})[\s-]+pages?\b", re.IGNORECASE)


def about(report: Report) -> About:
    """What the report says of itself; the first place that says it counts."""
    pairs = keyed(report)
    found: dict[str, tuple[object, tuple[Evidence, ...]]] = {}
    readers: dict[str, Callable[[Report, list[Keyed]], tuple[object, Span] | None]] = {
        "study_period": _study_period,
        "base_year": _base_year,
        "pages": _pages,
        "concentration": _concentration,
        "currency_unit": _currency_unit,
    }
    for field, read in readers.items():
        value = read(report, pairs)
        if value is not None:
            found[field] = (value[0], (Evidence.at(report, value[1]),))
    evidence = {field: places for field, (_, places) in found.items()}
    return About.model_validate(
        {"id": report.id, "title": report.title, "market": market_name(report)}
        | {"revision": report.revision, "evidence": evidence}
        | {field: value for field, (value, _) in found.items()}
    )


def outlook_period(report: Report) -> tuple[int, int] | None:
    """The years its forecasts are for: as a key says, else the period that its rates are most often stated for."""
    pairs = keyed(report)
    named = _period_of(pairs, FORECAST_KEYS) or _period_of(pairs, PERIOD_KEYS)
    if named is not None:
        return named[0]
    said_of = Counter(
        (int(f.value), f.until)
        for line in said(report)
        for f in line.figures
        if f.kind == "period" and f.until is not None
    )
    future = [(period, times) for period, times in said_of.most_common() if period[1] - period[0] >= 3]
    return future[0][0] if future else None


def base_year(report: Report) -> int | None:
    """The year that its forecasts start from, as a key says."""
    found = _base_year(report, keyed(report))
    return found[0] if found else None


def _study_period(report: Report, pairs: list[Keyed]) -> tuple[object, Span] | None:
    return _period_of(pairs, PERIOD_KEYS) or _period_of(pairs, FORECAST_KEYS)


def _period_of(pairs: list[Keyed], keys: re.Pattern[str]) -> tuple[tuple[int, int], Span] | None:
    for pair in pairs:
        periods = [f for f in _figures(pair, keys) if f.kind == "period" and f.until is not None]
        if len(periods) == 1:
            return (int(periods[0].value), periods[0].until or 0), pair.span
    return None


def _figures(pair: Keyed, keys: re.Pattern[str]) -> tuple[Figure, ...]:
    """The figures of the value, where the key is one of those looked for."""
    return parse(pair.value) if keys.search(pair.key) else ()


def _base_year(report: Report, pairs: list[Keyed]) -> tuple[int, Span] | None:
    for pair in pairs:
        years = [f for f in _figures(pair, BASE_KEYS) if f.kind == "year"]
        if len(years) == 1:
            return int(years[0].value), pair.span
    return None


def _pages(report: Report, pairs: list[Keyed]) -> tuple[object, Span] | None:
    for pair in pairs:
        number = re.fullmatch(r"(\d{1,4})(?: pages?)?\+?", pair.value.strip(), re.IGNORECASE)
        if number and PAGE_KEYS.search(pair.key) and len(pair.key.split()) <= 4:
            return int(number[1]), pair.span
    for line in said(report):
        found = _PAGES_SAID.search(line.text) if "page" in line.text.lower() else None
        if found:
            return int(found[1]), line.raw(found.start(), found.end())
    return None


def _concentration(report: Report, pairs: list[Keyed]) -> tuple[object, Span] | None:
    for pair in pairs:
        if CONCENTRATION_KEYS.search(pair.key) and _DEGREE.match(pair.value) and len(pair.value.split()) <= 3:
            return pair.value, pair.span
    places = concentrations(report)
    return places[0] if places else None


@kept
def concentrations(report: Report) -> list[tuple[str, Span]]:
    """What its sentences say of how concentrated the market is, each with its place."""
    out = []
    for line in said(report):
        found = CONCENTRATION_WORDS.search(line.text) if holds(line.text, _CONCENTRATION_STEMS) else None
        if found and found.start() and line.kind in {"paragraph", "item"} and _SUBJECT.search(line.text):
            out.append((found.group().lower().removeprefix("concentration is "), line.span))
    return out


def _currency_unit(report: Report, pairs: list[Keyed]) -> tuple[object, Span] | None:
    figures = [f for line in said(report) for f in line.figures if f.kind == "money" and " " in f.unit]
    if not figures:
        return None
    unit = Counter(f.unit for f in figures).most_common(1)[0][0]
    first: Figure = next(f for f in figures if f.unit == unit)
    return unit, first.span
