"""What ranks first, third or last by the figures, and in what order all come."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from actqa.answering.asked.cues import ranked
from actqa.answering.asked.places import places_in
from actqa.answering.asked.question import Question
from actqa.answering.asked.rankings import Ranking
from actqa.answering.asked.wanted import wanted
from actqa.answering.asked.words import stems
from actqa.answering.lists.choosing import by_words
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.facts.types import Evidence
from actqa.figures.arithmetic import base
from actqa.places import find, is_place, is_region, lies_in

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
class _Valued:
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


@dataclass(frozen=True, slots=True)
class _Things:
    """What is ranked."""

    key: Callable[[str], frozenset[str]]
    """What tells the one that a figure's subject is; empty where it is none of them."""
    all: frozenset[frozenset[str]] = frozenset()
    """Each of them, where the report lists them."""
    places: frozenset[frozenset[str]] = frozenset()
    """The same of places, of which a table may have others."""


@dataclass(frozen=True, slots=True)
class Order:
    """Things in the order of their figures, in one measure and of one year."""

    rows: tuple["_Valued", ...]
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
    things = _KINDS[kind](question, view) if kind in _KINDS else None
    for told in _measured(question, rank) if things is not None else ():
        found = [_named_shortly(row, key) for subject, row in told(view) if (key := things.key(subject))]
        rows = _comparable(_regions(found, question, things), question.years, view)
        if not things.all and (rank.last or rank.at > 1):
            rows = _of_largest_table(rows, view) or rows
        best: dict[frozenset[str], _Valued] = {}
        for row in sorted(rows, key=lambda row: row.size if rank.last else -row.size):
            best.setdefault(row.subject, row)
        if ordered := tuple(best.values()):
            year = next((row.year for row in ordered if row.year), None)
            yield Order(ordered, ordered[0].measure, year, _is_sure(ordered, things, rank, view))


def _named_shortly(row: _Valued, key: frozenset[str]) -> _Valued:
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


_Told = Callable[[ReportView], Iterator[tuple[str, "_Valued"]]]


def _measured(question: Question, rank: Rank) -> tuple[_Told, ...]:
    """By what they may be compared, that which is asked for first."""
    if rank.fastest:
        return (_growths,)
    return (_sizes, _shares, _counts) if question.metric == "size" else (_shares, _sizes, _counts)


def kind_ranked(question: Question, view: ReportView) -> str:
    """Among what a rank is asked for, by the noun; else by the dimension that the question names."""
    lower = question.text.lower()
    called = ranked(lower) or next((kind for kind, nouns in _NOUNS.items() if nouns.search(lower)), "")
    return called or ("segment" if next(named(question, view, "dimension"), None) else "")


_NOUNS = {
    "place": re.compile(r"\b(?:region|countr(?:y|ies)|geograph\w+|state|continent|nation)s?\b"),
    "player": re.compile(r"\b(?:compan(?:y|ies)|player|vendor|firm|brand|maker|manufacturer|supplier|provider)s?\b"),
}


def _comparable(rows: Iterable[_Valued], years: tuple[int, ...], view: ReportView) -> list[_Valued]:
    """Those in the measure and of the year that most things have, of several such the first; of a year that is asked
    for, no others. Where all that have a year have the same, those without one are of it too."""
    found = list(rows)
    dated: dict[str, set[int]] = {}
    for row in found:
        dated.setdefault(row.measure, set()).update({row.year} - {None})
    found = [replace(row, year=_only(dated[row.measure])) if row.year is None else row for row in found]
    kept = [row for row in found if not years or row.year in years]
    told = Counter((measure, year) for _, measure, year in {(row.subject, row.measure, row.year) for row in kept})
    base_year = view.facts.report.base_year
    best = min(told, key=lambda alike: (-told[alike], alike[1] != base_year, alike[1] or LATE), default=None)
    return [row for row in kept if (row.measure, row.year) == best]


def _only(years: set[int]) -> int | None:
    return next(iter(years)) if len(years) == 1 else None


def _is_most(ordered: Sequence[_Valued]) -> bool:
    """Whether the only one has more than half of the whole."""
    return ordered[0].measure == "percent" and ordered[0].value > WHOLE / 2


def _is_set_off(row: _Valued, view: ReportView) -> bool:
    """Whether its sentence sets one share against one growth, as reports do of what is largest and what grows fastest:
    `By vessel, ferries held 41%, while tugs are set to grow at 9%`."""
    unit = _unit_at(row.place, view)
    told = [s.metric for s in view.stated if s.unit is unit and s.figure.kind == "percent"]
    return unit is not None and bool(_BY.match(unit.text)) and sorted(told) == ["growth", "share"]


_BY = re.compile(r"\W*(?:by|in terms of|based on|on the basis of) ", re.IGNORECASE)


def _is_sure(ordered: Sequence[_Valued], things: _Things, rank: Rank, view: ReportView) -> bool:
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


def _whole(row: _Valued, view: ReportView) -> tuple[float, float]:
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


def _of_largest_table(rows: list[_Valued], view: ReportView) -> list[_Valued]:
    """Those of the table that has most of them, where it has several."""
    tables: dict[tuple[int, tuple[str, ...]], list[_Valued]] = {}
    for row in rows:
        unit = _unit_at(row.place, view)
        if unit is not None and unit.unit.kind == "row":
            tables.setdefault((unit.unit.section, unit.columns), []).append(row)
    largest = max(tables.values(), key=len, default=[])
    return largest if len(largest) > SEVERAL else []


SEVERAL = 2
LATE = 9999


def _in_one_table(rows: Sequence[_Valued], view: ReportView) -> bool:
    units = [_unit_at(row.place, view) for row in rows]
    told = {(u.unit.section, u.columns) if u is not None and u.unit.kind == "row" else None for u in units}
    return len(told) == 1 and None not in told


def _unit_at(place: Evidence | Stated, view: ReportView) -> UnitView | None:
    if isinstance(place, Stated):
        return place.unit
    return next((u for u in view.units if u.unit.span.start <= place.start < u.unit.span.end), None)


def told_of(row: _Valued, view: ReportView) -> tuple[int, Stated | None] | None:
    """The number of the unit that gives its figure, and the figure."""
    unit = _unit_at(row.place, view)
    if unit is None:
        return None
    if isinstance(row.place, Stated):
        return unit.unit.number, row.place
    figures = (s for s in view.stated if s.unit is unit and float(s.figure.value) == row.value)
    return unit.unit.number, next(figures, None)


# What is told ---------------------------------------------------------------------------------------------------------


def _shares(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    for share in view.facts.shares:
        said, place = stems(share.subject), share.evidence[0]
        yield share.subject, _Valued(said, share.percent, place, "percent", share.year, share.subject)


def _sizes(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    for row in view.facts.forecasts:
        told = {(row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ())}
        for year, value in told:
            if value is not None and row.market != view.facts.report.market:
                scale, thing = base(Decimal(1), row.unit)
                said, place = stems(row.market), row.evidence[0]
                yield row.market, _Valued(said, value, place, thing, year, row.market, float(scale))


def _counts(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    """Numbers in tables that count things."""
    for stated in view.counts:
        if stated.unit.unit.kind == "row":
            label, head = row_names(view.report, stated.unit, stated.figure.span)
            yield label, _Valued(stems(label), float(stated.figure.value), stated, head, stated.year, label)


def _growths(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    for row in view.facts.forecasts:
        if row.cagr_percent is not None and row.market != view.facts.report.market:
            said, place = stems(row.market), row.evidence[0]
            yield row.market, _Valued(said, row.cagr_percent, place, "growth", None, row.market)


# What is ranked -------------------------------------------------------------------------------------------------------


def _segments(question: Question, view: ReportView) -> _Things | None:
    """Those of the dimension that the question names."""
    own = frozenset(named(question, view, "dimension"))
    return _Things(lambda subject: _one_of(own, subject, view), own) if own else None


def _one_of(own: frozenset[frozenset[str]], subject: str, view: ReportView) -> frozenset[str]:
    """Which of them the subject of a figure is, be it with words that say no more than that it is ranked."""
    said = stems(subject) - view.subject
    return next((thing for thing in own if thing == said or (thing <= said and said - thing <= _BESIDE)), NONE)


NONE: frozenset[str] = frozenset()
_BESIDE = stems("segment category market ranked second third next followed follows ahead of still the largest leading")
"""Words that a figure's subject may have besides its name."""


def named(question: Question, view: ReportView, kind: str) -> Iterator[frozenset[str]]:
    """Stems of what the dimension holds that the question names, but the rest."""
    dimensions = [listing for listing in view.listings if listing.kind == kind and not listing.is_inner]
    if kind == "dimension":
        common = view.subject - frozenset(s for listing in dimensions for s in listing.stems)
        found = by_words(wanted(question, common).full, dimensions, common)
        dimensions = [found[0][1]] if found else []
    for item in dimensions[0].items if dimensions else ():
        said = stems(item.name) - view.subject
        if said and not _REST.match(item.name):
            yield said


_REST = re.compile(r"(?:all |the )?(?:others?|rest)\b", re.IGNORECASE)


def _places(question: Question, view: ReportView) -> _Things:
    """Places; regions are those that the report lists where they have no names of the map."""
    lower = question.text.lower()
    own = frozenset(named(question, view, "regions"))
    names = tuple(_region_names(view))
    if "region" in lower and own and not any(is_place(name) for name in names):
        return _Things(lambda subject: _one_of(own, subject, view), own)

    def key(subject: str) -> frozenset[str]:
        told = frozenset(places_in(subject)) - view.places
        inside = not question.places or any(lies_in(at, whole) for at in told for whole in question.places)
        regions = any(map(is_region, told))
        return NONE if ("countr" in lower and regions) or not inside else told

    return _Things(key, places=frozenset(told for name in names if (told := key(name))))


def _regions(rows: list[_Valued], question: Question, things: _Things) -> list[_Valued]:
    """Without countries, where regions are asked for and several have figures; but those that the report lists."""
    if "region" not in question.text.lower():
        return rows
    kept = [row for row in rows if any(map(is_region, row.subject)) or row.subject in things.places]
    return kept or rows


def _region_names(view: ReportView) -> Iterator[str]:
    for listing in view.listings:
        if listing.kind == "regions" and not listing.is_inner:
            yield from (item.name for item in listing.items)


def _players(_: Question, view: ReportView) -> _Things:
    names = [player.name.lower() for player in view.facts.players]
    return _Things(lambda subject: stems(next((name for name in names if name in subject.lower()), "")))


_KINDS: dict[str, Callable[[Question, ReportView], _Things | None]] = {
    "place": _places,
    "player": _players,
    "segment": _segments,
}
