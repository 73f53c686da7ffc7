"""Who ranks first, third or last by the figures, where no sentence of the report says so."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from actqa.answering.asked.cues import ranked
from actqa.answering.asked.places import places_in
from actqa.answering.asked.question import Question
from actqa.answering.asked.wanted import wanted
from actqa.answering.asked.words import stems
from actqa.answering.lists.choosing import by_words
from actqa.answering.seen.clauses import row_names
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.facts.types import Evidence
from actqa.places import is_place, is_region

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
    place: Evidence | Stated
    alike: tuple[str, int | None]
    """Measure and year."""


@dataclass(frozen=True, slots=True)
class _Things:
    """What is ranked."""

    holds: Callable[[str], bool]
    all: frozenset[frozenset[str]] = frozenset()
    """Each of them, where the report lists them."""


def by_figures(question: Question, view: ReportView, kind: str, rank: Rank) -> tuple[int, Stated | None] | None:
    """The number of the unit with the figure of the one that has the rank among places, players or segments, and the
    figure; None where fewer have one, or others may come before."""
    things = _KINDS[kind](question, view) if kind in _KINDS else None
    if things is None:
        return None
    for told in (_growths,) if rank.fastest else (_shares, _sizes, _counts):
        rows = _comparable((row for subject, row in told(view) if things.holds(subject)), question.years)
        if not things.all and (rank.last or rank.at > 1):
            rows = _of_largest_table(rows, view) or rows
        best: dict[frozenset[str], _Valued] = {}
        for row in sorted(rows, key=lambda row: row.value if rank.last else -row.value):
            best.setdefault(row.subject, row)
        ordered = list(best.values())
        if (len(ordered) >= max(2, rank.at) or _is_most(ordered)) and _is_sure(ordered, things, rank, view):
            return _told(ordered[rank.at - 1], view)
    return None


def kind_ranked(question: Question, view: ReportView) -> str:
    """Among what a rank is asked for, by the noun; else by the dimension that the question names."""
    lower = question.text.lower()
    called = ranked(lower) or next((kind for kind, nouns in _NOUNS.items() if nouns.search(lower)), "")
    return called or ("segment" if next(_named(question, view, "dimension"), None) else "")


_NOUNS = {
    "place": re.compile(r"\b(?:region|countr(?:y|ies)|geograph\w+|state|continent|nation)s?\b"),
    "player": re.compile(r"\b(?:compan(?:y|ies)|player|vendor|firm|brand|maker|manufacturer|supplier|provider)s?\b"),
}


def _comparable(rows: Iterable[_Valued], years: tuple[int, ...]) -> list[_Valued]:
    """Those in the measure and of the year that most things have, of several such the first; of a year that is asked
    for, no others."""
    kept = [row for row in rows if not years or row.alike[1] in years]
    told = Counter(alike for _, alike in {(row.subject, row.alike) for row in kept})
    best = min(told, key=lambda alike: (-told[alike], alike[1] or LATE), default=None)
    return [row for row in kept if row.alike == best]


def _is_most(ordered: list[_Valued]) -> bool:
    """Whether the only one has more than half of the whole."""
    return len(ordered) == 1 and ordered[0].alike[0] == "percent" and ordered[0].value > WHOLE / 2


def _is_sure(ordered: list[_Valued], things: _Things, rank: Rank, view: ReportView) -> bool:
    """Whether nothing without a figure may come before: all have one, or what is left of the whole is too little for
    another to; the first of all is taken for it anyhow."""
    if rank.at == 1 and not rank.last:
        return True
    if things.all:
        if all(any(thing <= row.subject for row in ordered) for thing in things.all):
            return True
    elif _in_one_table(ordered, view):
        return True
    left = WHOLE - sum(row.value for row in ordered)
    is_share = ordered[0].alike[0] == "percent" and abs(left) < WHOLE
    return is_share and (abs(left) < ROUNDED or (not rank.last and ordered[rank.at - 1].value > left > -ROUNDED))


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


def _in_one_table(rows: list[_Valued], view: ReportView) -> bool:
    units = [_unit_at(row.place, view) for row in rows]
    told = {(u.unit.section, u.columns) if u is not None and u.unit.kind == "row" else None for u in units}
    return len(told) == 1 and None not in told


def _unit_at(place: Evidence | Stated, view: ReportView) -> UnitView | None:
    if isinstance(place, Stated):
        return place.unit
    return next((u for u in view.units if u.unit.span.start <= place.start < u.unit.span.end), None)


def _told(row: _Valued, view: ReportView) -> tuple[int, Stated | None] | None:
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
        yield share.subject, _Valued(stems(share.subject), share.percent, share.evidence[0], ("percent", share.year))


def _sizes(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    for row in view.facts.forecasts:
        told = {(row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ())}
        for year, value in told:
            if value is not None and row.market != view.facts.report.market:
                yield row.market, _Valued(stems(row.market), value, row.evidence[0], (row.unit, year))


def _counts(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    """Numbers in tables that count things."""
    for stated in view.counts:
        if stated.unit.unit.kind == "row":
            label, head = row_names(view.report, stated.unit, stated.figure.span)
            yield label, _Valued(stems(label), float(stated.figure.value), stated, (head, stated.year))


def _growths(view: ReportView) -> Iterator[tuple[str, _Valued]]:
    for row in view.facts.forecasts:
        if row.cagr_percent is not None and row.market != view.facts.report.market:
            yield row.market, _Valued(stems(row.market), row.cagr_percent, row.evidence[0], ("growth", None))


# What is ranked -------------------------------------------------------------------------------------------------------


def _segments(question: Question, view: ReportView) -> _Things | None:
    """Those of the dimension that the question names."""
    own = frozenset(_named(question, view, "dimension"))
    return _Things(lambda subject: stems(subject) - view.subject in own, own) if own else None


def _named(question: Question, view: ReportView, kind: str) -> Iterator[frozenset[str]]:
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
    own = frozenset(_named(question, view, "regions"))
    if "region" in lower and own and not any(is_place(name) for name in _region_names(view)):
        return _Things(lambda subject: stems(subject) - view.subject in own, own)

    def holds(subject: str) -> bool:
        told = frozenset(places_in(subject)) - view.places
        return bool(told) and not ("countr" in lower and any(map(is_region, told)))

    return _Things(holds)


def _region_names(view: ReportView) -> Iterator[str]:
    for listing in view.listings:
        if listing.kind == "regions" and not listing.is_inner:
            yield from (item.name for item in listing.items)


def _players(_: Question, view: ReportView) -> _Things:
    names = [player.name.lower() for player in view.facts.players]
    return _Things(lambda subject: any(name in subject.lower() for name in names))


_KINDS: dict[str, Callable[[Question, ReportView], _Things | None]] = {
    "place": _places,
    "player": _players,
    "segment": _segments,
}
