"""What ranks first, third or last by the figures, and in what order all come."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from actqa.answering.asked.question import Question
from actqa.answering.asked.rankings import Ranking
from actqa.answering.figures.ranked_things import THINGS, Things
from actqa.answering.figures.valued import (
    Valued,
    counts_told,
    growths_told,
    shares_told,
    sizes_told,
    told_of,
    unit_at,
)
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.view import ReportView
from actqa.figures.arithmetic import base
from actqa.places import find, is_region

WHOLE = 100
"""Percent."""
ROUNDED = 1.5
"""Percentage points that parts may miss the whole by as they are rounded."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order."""

    fastest: bool
    """Whether growth is what counts, rather than size."""
    at: int = 1
    last: bool = False
    """Whether it is counted from the smallest."""


@dataclass(frozen=True, slots=True)
class Order:
    """Things in the order of their figures, in one measure and of one year."""

    rows: tuple[Valued, ...]
    measure: str
    year: int | None
    is_whole: bool
    """Whether no other can come among them."""


def by_figures(question: Question, view: ReportView, kind: str, rank: Rank) -> tuple[int, Stated | None] | None:
    """The number of the unit with the figure of the one that has the rank among places, players or segments, and the
    figure; None where fewer have one, or others may come before."""
    for order in orders(question, view, kind, rank):
        is_first = len(order.rows) == 1 and (_is_most(order.rows) or _is_set_off(order.rows[0], view))
        if (len(order.rows) >= max(2, rank.at) or is_first) and order.is_whole:
            return told_of(order.rows[rank.at - 1], view)
    return None


def orders(question: Question, view: ReportView, kind: str, rank: Rank) -> Iterator[Order]:
    """The orders of places, players or segments that the report's figures give, the most fitting first; each is sure
    up to the rank."""
    things = THINGS[kind](question, view) if kind in THINGS else None
    if things is None:
        return
    for told in _measured(question, rank):
        found = [_named_shortly(row, key) for subject, row in told(view) if (key := things.key(subject))]
        rows = _comparable(_regions(found, question, things), question.years, view)
        if not things.all and (rank.last or rank.at > 1):
            rows = _of_largest_table(rows, view) or rows
        best: dict[frozenset[str], Valued] = {}
        for row in sorted(rows, key=lambda row: row.size if rank.last else -row.size):
            best.setdefault(row.subject, row)
        if ordered := tuple(best.values()):
            year = next((row.year for row in ordered if row.year), None)
            yield Order(ordered, ordered[0].measure, year, _is_sure(ordered, things, rank, view))


def _named_shortly(row: Valued, key: frozenset[str]) -> Valued:
    """With what tells it; of a place no more than its name."""
    named = next((row.name[it.start : it.end] for it in find(row.name) if it.name in key), row.name)
    return replace(row, subject=key, name=named)


FEWEST = 2
"""Things that make an order."""


def asking_for(question: Question, ranking: Ranking) -> Question:
    """The question for no more than what is ranked."""
    return replace(question, text=f"what are the {ranking.what}") if ranking.what else question


def in_their_order(question: Question, view: ReportView, kind: str, ranking: Ranking) -> Order | None:
    """The order that figures give, of as many as are asked for; None of fewer than two."""
    rank = Rank(ranking.fastest, ranking.count or len(view.stated), ranking.last)
    found = orders(question, view, kind, rank)
    best = max(found, key=lambda order: min(len(order.rows), ranking.count or len(order.rows)), default=None)
    if best is None or len(best.rows) < FEWEST:
        return None
    return replace(best, rows=best.rows[: ranking.count or None])


def stated_of(order: Order, view: ReportView) -> list[Stated]:
    """The figures of those in the order; fewer where one does not stand in the text as such."""
    found = (told_of(row, view) for row in order.rows)
    return [it[1] for it in found if it is not None and it[1] is not None]


_Told = Callable[[ReportView], Iterator[tuple[str, Valued]]]


def _measured(question: Question, rank: Rank) -> tuple[_Told, ...]:
    """By what they may be compared, that which is asked for first."""
    if rank.fastest:
        return (growths_told,)
    return (
        (sizes_told, shares_told, counts_told) if question.metric == "size" else (shares_told, sizes_told, counts_told)
    )


def _comparable(rows: Iterable[Valued], years: tuple[int, ...], view: ReportView) -> list[Valued]:
    """Those in the measure and of the year that most things have, of several such the first; of a year that is asked
    for, no others. Where all that have a year have the same, those without one are of it too."""
    found = list(rows)
    dated: dict[str, set[int]] = {}
    for row in found:
        dated.setdefault(row.measure, set()).update({row.year} if row.year else ())
    found = [replace(row, year=_only(dated[row.measure])) if row.year is None else row for row in found]
    kept = [row for row in found if not years or row.year in years]
    told = Counter((measure, year) for _, measure, year in {(row.subject, row.measure, row.year) for row in kept})
    base_year = view.facts.report.base_year
    best = min(told, key=lambda alike: (-told[alike], alike[1] != base_year, alike[1] or LATE), default=None)
    return [row for row in kept if (row.measure, row.year) == best]


def _only(years: set[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def _is_most(ordered: Sequence[Valued]) -> bool:
    """Whether the only one has more than half of the whole."""
    return ordered[0].measure == "percent" and ordered[0].value > WHOLE / 2


def _is_set_off(row: Valued, view: ReportView) -> bool:
    """Whether its sentence sets one share against one growth, as reports do of what is largest and what grows fastest:
    `By vessel, ferries held 41%, while tugs are set to grow at 9%`."""
    unit = unit_at(row.place, view)
    told = [s.metric for s in view.stated if s.unit is unit and s.figure.kind == "percent"]
    return unit is not None and bool(_BY.match(unit.text)) and sorted(told) == ["growth", "share"]


_BY = re.compile(r"\W*(?:by|in terms of|based on|on the basis of) ", re.IGNORECASE)


def _is_sure(ordered: Sequence[Valued], things: Things, rank: Rank, view: ReportView) -> bool:
    """Whether nothing without a figure may come before: all have one, or what is left of the whole is too little for
    another to; the first of all is taken for it anyhow."""
    if rank.at == 1 and not rank.last:
        return True
    listed = things.all or things.places
    if listed and all(any(thing <= row.subject for row in ordered) for thing in listed):
        return True
    if not things.all and _in_one_table(ordered, view):
        return True
    whole, rounded = _whole(ordered[0], view)
    left = whole - sum(row.size for row in ordered)
    last = ordered[min(rank.at, len(ordered)) - 1].size
    return abs(left) < whole and (abs(left) < rounded or (not rank.last and last > left > -rounded))


def _whole(row: Valued, view: ReportView) -> tuple[float, float]:
    """What all come to together in the row's measure and year, and what rounding may take from that; 0 if unknown."""
    if row.measure == "percent":
        return WHOLE, ROUNDED
    for told in view.facts.forecasts:
        values = {(told.start_year, told.start_value), (told.end_year, told.end_value), *(told.points or ())}
        scale, thing = base(Decimal(1), told.unit)
        of_year = [value for year, value in values if value is not None and year == row.year]
        if told.market == view.facts.report.market and thing == row.measure and of_year:
            whole = of_year[0] * float(scale)
            return whole, whole * ROUNDED / WHOLE
    return 0.0, 0.0


def _of_largest_table(rows: list[Valued], view: ReportView) -> list[Valued]:
    """Those of the table that has most of them, where it has several."""
    tables: dict[tuple[int, tuple[str, ...]], list[Valued]] = {}
    for row in rows:
        unit = unit_at(row.place, view)
        if unit is not None and unit.unit.kind == "row":
            tables.setdefault((unit.unit.section, unit.columns), []).append(row)
    largest = max(tables.values(), key=len, default=[])
    return largest if len(largest) > SEVERAL else []


SEVERAL = 2
LATE = 9999


def _in_one_table(rows: Sequence[Valued], view: ReportView) -> bool:
    units = [unit_at(row.place, view) for row in rows]
    told = {(u.unit.section, u.columns) if u is not None and u.unit.kind == "row" else None for u in units}
    return len(told) == 1 and None not in told


def _regions(rows: list[Valued], question: Question, things: Things) -> list[Valued]:
    """Without countries, where regions are asked for and several have figures; but those that the report lists."""
    if "region" not in question.text.lower():
        return rows
    kept = [row for row in rows if any(map(is_region, row.subject)) or row.subject in things.places]
    return kept or rows
