"""Statements of one report that cannot all hold."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from actqa.facts.about import CONCENTRATION_KEYS, PERIOD_KEYS, concentrations
from actqa.facts.forecasts.growth import GrowthCheck, check_growth
from actqa.facts.keyed import keyed
from actqa.facts.said import said
from actqa.facts.types import Evidence, FactConflict, Forecast, Player, ReportFacts, Share
from actqa.figures import parse
from actqa.figures.arithmetic import base, same
from actqa.figures.grammar import CURRENCIES
from actqa.reading import Report, Span

LEVELS = {
    "low": {0},
    "fragmented": {0},
    "highly fragmented": {0},
    "moderately fragmented": {0, 1},
    "medium": {1},
    "moderate": {1},
    "moderately concentrated": {1},
    "moderately consolidated": {1},
    "partially consolidated": {1},
    "concentrated": {1, 2},
    "consolidated": {1, 2},
    "highly concentrated": {2},
    "highly consolidated": {2},
    "high": {2},
}
"""How much of the market its largest companies hold, as words say it: a little, some, most. Others say nothing."""

CURRENCY_CODES = frozenset(CURRENCIES.values())
LONGEST_LIST = 1500
"""Characters from the first of a list's own names to the last, beyond which they stand apart."""

FEW_NAMES = 3
"""Names from which a list of players is one."""


def conflicts(report: Report, facts: ReportFacts) -> tuple[FactConflict, ...]:
    """All of them, sizes first; each with every place that says its part."""
    return (
        *_sizes(facts.forecasts),
        *_rates(facts.forecasts),
        *_sums(facts.forecasts),
        *_players(report, facts.players),
        *_concentration(report),
        *_study_period(report),
        *_shares(facts),
    )


def _sizes(forecasts: tuple[Forecast, ...]) -> Iterator[FactConflict]:
    """Different sizes of one market in one year."""
    stated: dict[tuple[str, int, str], list[tuple[Decimal, Forecast]]] = {}
    for forecast in forecasts:
        for year, value in _points(forecast):
            key = (forecast.market.lower(), year, base(value, forecast.unit)[1])
            known = stated.setdefault(key, [])
            if not any(same(value, forecast.unit, v, f.unit) for v, f in known):
                known.append((value, forecast))
    for (_, year, _), said_of in stated.items():
        if len(said_of) > 1:
            values = _listed(f"{_number(v)} {f.unit}" for v, f in said_of)
            summary = f"The size of {_the(said_of[0][1].market)} in {year} is given as {values}."
            yield _conflict("market size", summary, (f.evidence for _, f in said_of))


def _points(forecast: Forecast) -> list[tuple[int, Decimal]]:
    pairs = [(forecast.start_year, forecast.start_value), (forecast.end_year, forecast.end_value)]
    own = [(y, v) for y, v in pairs if y is not None and v is not None]
    return [(y, Decimal(str(v))) for y, v in dict([*own, *(forecast.points or ())]).items()]


def _rates(forecasts: tuple[Forecast, ...]) -> Iterator[FactConflict]:
    """Different growth rates of one market over what is mostly the same time."""
    by_market: dict[str, list[Forecast]] = {}
    for forecast in forecasts:
        if forecast.cagr_percent is not None and not _is_one_year(forecast):
            by_market.setdefault(forecast.market.lower(), []).append(forecast)
    for told in by_market.values():
        apart = [forecast for forecast in told if any(_clash(forecast, other) for other in told)]
        if apart:
            rates = _listed(f"{_number(Decimal(str(f.cagr_percent)))} %{_over(f)}" for f in apart)
            summary = f"The growth rate of {_the(apart[0].market)} is given as {rates}."
            yield _conflict("growth rate", summary, (f.evidence for f in apart))


def _is_one_year(forecast: Forecast) -> bool:
    return forecast.period is not None and forecast.period[1] - forecast.period[0] <= 1


def _years(forecast: Forecast) -> tuple[int, int] | None:
    """The years a rate is for: as stated, else those of its values."""
    if forecast.period is not None:
        return forecast.period
    if forecast.start_year is not None and forecast.end_year is not None:
        return forecast.start_year, forecast.end_year
    return None


def _clash(a: Forecast, b: Forecast) -> bool:
    """Whether two rates differ by more than their digits allow, and are for times that overlap by half or more."""
    first, second = Decimal(str(a.cagr_percent)), Decimal(str(b.cagr_percent))
    if same(first, "percent", second, "percent") or _kind(a) != _kind(b):
        return False
    times, others = _years(a), _years(b)
    if times is None or others is None:
        return times is others
    shared = min(times[1], others[1]) - max(times[0], others[0])
    return shared * 2 >= min(times[1] - times[0], others[1] - others[0])


def _kind(forecast: Forecast) -> str:
    """Whether a rate is of money or of what is counted; empty where it stands alone."""
    thing = base(Decimal(1), forecast.unit)[1]
    return "" if not thing else "money" if thing in CURRENCY_CODES else thing


def _over(forecast: Forecast) -> str:
    years = _years(forecast)
    return f" for {years[0]}–{years[1]}" if years else ""


def _sums(forecasts: tuple[Forecast, ...]) -> Iterator[FactConflict]:
    """Rates that their own values do not give."""
    for forecast in forecasts:
        found: GrowthCheck | None = check_growth(forecast)
        if found is not None:
            yield _conflict(found.kind, found.summary, (forecast.evidence,))


def _players(report: Report, players: tuple[Player, ...]) -> Iterator[FactConflict]:
    """Two lists of players of which neither holds most of the other."""
    lists: dict[str, list[Player]] = {}
    for player in players:
        for title in player.listed_in:
            lists.setdefault(title, []).append(player)
    told = {title: named for title, named in lists.items() if len(named) >= FEW_NAMES and not _adds(title)}
    for (title, named), (other, others) in combinations(_distinct(told).items(), 2):
        both = {p.name for p in named} & {p.name for p in others}
        if len(both) * 2 < min(len(named), len(others)):
            summary = (
                f"Two lists of players differ: “{title}” names {len(named)}, “{other}” names {len(others)}, "
                f"and they have {len(both)} in common."
            )
            yield _conflict("players", summary, (_list_of(report, one, both) for one in (named, others)))


def _list_of(report: Report, named: list[Player], both: set[str]) -> tuple[Evidence, ...]:
    """Where a list stands that differs from another one: from the first of the names it alone has to the last of "
    "them."""
    own = [player.evidence[0] for player in named if player.name not in both]
    start, end = min(e.start for e in own), max(e.end for e in own)
    return (Evidence.at(report, Span(start, end)),) if end - start < LONGEST_LIST else tuple(own)


def _distinct(lists: dict[str, list[Player]]) -> dict[str, list[Player]]:
    """The lists without those that only name again whom an earlier one names."""
    out: dict[str, list[Player]] = {}
    for title, named in lists.items():
        names = {p.name for p in named}
        if not any(names <= {p.name for p in known} for known in out.values()):
            out[title] = named
    return out


def _adds(title: str) -> bool:
    """Whether a list says that it goes on from another one."""
    return title.lower().lstrip().startswith("other")


def _concentration(report: Report) -> Iterator[FactConflict]:
    places = [
        (pair.value.lower(), pair.span)
        for pair in keyed(report)
        if CONCENTRATION_KEYS.search(pair.key) and pair.value.lower() in LEVELS
    ]
    places += [(words, span) for words, span in concentrations(report) if words in LEVELS]
    for (words, span), (other, other_span) in combinations(places, 2):
        if not LEVELS[words] & LEVELS[other]:
            summary = f"Concentration is said to be “{words}”, and also “{other}”."
            yield _conflict("concentration", summary, ((Evidence.at(report, s),) for s in (span, other_span)))
            return


def _study_period(report: Report) -> Iterator[FactConflict]:
    """Different years that the study is said to cover."""
    stated: dict[tuple[int, int], Evidence] = {}
    for line in said(report):
        periods = [f for f in line.figures if f.kind == "period" and f.until is not None]
        key = periods and PERIOD_KEYS.search(line.text)
        for figure in periods if key and len(periods) == 1 else []:
            stated.setdefault((int(figure.value), figure.until or 0), Evidence.at(report, line.span))
    for pair in keyed(report):
        figures = parse(pair.value) if PERIOD_KEYS.search(pair.key) else ()
        found = [f for f in figures if f.kind == "period" and f.until is not None]
        if len(found) == 1:
            stated.setdefault((int(found[0].value), found[0].until or 0), Evidence.at(report, pair.span))
    if len(stated) > 1:
        periods_said = _listed(f"{a}–{b}" for a, b in stated)
        yield _conflict(
            "study period", f"The study period is given as {periods_said}.", ((e,) for e in stated.values())
        )


def _shares(facts: ReportFacts) -> Iterator[FactConflict]:
    """Different shares of one holder in one year."""
    told: dict[tuple[str, int | None], list[int]] = {}
    for at, share in enumerate(facts.shares):
        told.setdefault((_holder(share.subject), share.year), []).append(at)
    for at, other in sorted(pair for alike in told.values() for pair in combinations(alike, 2)):
        a, b = facts.shares[at], facts.shares[other]
        apart = not same(Decimal(str(a.percent)), "percent", Decimal(str(b.percent)), "percent")
        if apart and a.evidence[0].start != b.evidence[0].start and not _of_other(a, b):
            summary = f"The share of {a.subject} is given as {_number(Decimal(str(a.percent)))} % and {b.percent:g} %."
            yield _conflict("share", summary, (a.evidence, b.evidence))


def _holder(subject: str) -> str:
    """What a holder is compared by."""
    return _AROUND.sub("", subject.lower())


_AROUND = re.compile(r"^(?:the|by [\w -]{2,30},(?: the)?)\s|\s(?:segment|sub-segment|category)$")


def _of_other(a: Share, b: Share) -> bool:
    """Whether one is a part of money and the other of what is counted."""
    whole = [bool(_COUNTED.search(share.evidence[0].quote)) for share in (a, b)]
    return whole[0] != whole[1]


_COUNTED = re.compile(
    r"\b(?:volumes?|units?|shipments?|packs|bottles|tons?|tonnes|weight|capacity|output|installations)\b", re.I
)


def _conflict(kind: str, summary: str, places: Iterable[tuple[Evidence, ...]]) -> FactConflict:
    found = {(e.start, e.end): e for group in places for e in group}
    return FactConflict(kind=kind, summary=summary, evidence=tuple(found[key] for key in sorted(found)))


def _the(market: str) -> str:
    """The name as it stands in a sentence."""
    return f"the {market}" if market.lower().endswith(("market", "industry", "fleet")) else market


def _number(value: Decimal) -> str:
    plain = value.normalize()
    return f"{plain:,f}"


def _listed(parts: Iterable[str]) -> str:
    *most, last = list(parts)
    return f"{', '.join(most)} and {last}" if most else last
