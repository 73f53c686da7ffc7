"""Who ranks first by the figures, where no sentence of the report says who leads."""

from collections import Counter
from collections.abc import Callable, Iterable

from actqa.answering.places import places_in
from actqa.answering.view import ReportView
from actqa.facts.types import Evidence

Valued = tuple[str, float, Evidence]
"""A subject, its figure, and the place of that."""


def first_by_figures(view: ReportView, kind: str, *, fastest: bool, rank: int = 1) -> int | None:
    """The number of the unit with the highest share, or growth, among places or players, or the one of that rank; None
    where fewer than two have one."""
    is_one = _KINDS.get(kind)
    if is_one is None:
        return None
    ranked = [valued for valued in (_growths(view) if fastest else _shares(view)) if is_one(view, valued[0])]
    if not ranked and not fastest:
        ranked = [valued for valued in _sizes(view) if is_one(view, valued[0])]
    best: dict[str, Valued] = {}
    for valued in sorted(ranked, key=lambda valued: -valued[1]):
        best.setdefault(valued[0], valued)
    if len(best) < max(2, rank):
        return None
    _, _, evidence = list(best.values())[rank - 1]
    spans = ((unit.unit.number, unit.unit.span) for unit in view.units)
    return next((number for number, span in spans if span.start <= evidence.start < span.end), None)


def _shares(view: ReportView) -> Iterable[Valued]:
    return ((share.subject, share.percent, share.evidence[0]) for share in view.facts.shares)


def _sizes(view: ReportView) -> Iterable[Valued]:
    """The first sizes of each, in the unit and year that most have."""
    rows = [
        row for row in view.facts.forecasts if row.start_value is not None and row.market != view.facts.report.market
    ]
    commonest = Counter((row.unit, row.start_year) for row in rows).most_common(1)
    for row in rows:
        if row.start_value is not None and (row.unit, row.start_year) == commonest[0][0]:
            yield row.market, row.start_value, row.evidence[0]


def _growths(view: ReportView) -> Iterable[Valued]:
    for forecast in view.facts.forecasts:
        if forecast.cagr_percent is not None:
            yield forecast.market, forecast.cagr_percent, forecast.evidence[0]


def _is_place(view: ReportView, subject: str) -> bool:
    return bool(frozenset(places_in(subject)) - view.places)


def _is_player(view: ReportView, subject: str) -> bool:
    return any(player.name.lower() in subject.lower() for player in view.facts.players)


_KINDS: dict[str, Callable[[ReportView, str], bool]] = {"place": _is_place, "player": _is_player}
