"""The figures that a sum is worked out from, as stated: sizes, shares, pairs of years, things compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actqa.answering.asked.proper_names import name_groups
from actqa.answering.asked.question import understand
from actqa.answering.asked.said_operands import said_operands
from actqa.answering.asked.words import WORD, stems
from actqa.answering.draft import Asked
from actqa.answering.figures.finding import Match, find
from actqa.answering.figures.operations import Computed
from actqa.answering.seen.names import Name
from actqa.answering.seen.slots import Slots, slots_of
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.view import ReportView
from actqa.facts import ReportFacts
from actqa.facts.types import Evidence, Forecast
from actqa.figures.arithmetic import base
from actqa.reading import Span

IN_DOUBT = {"over", "up to", "nearly"}
"""Qualifiers of a figure that is not exact enough to be worked with."""
WHOLE = Slots((), frozenset(), frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class Worked:
    """A sum and what it is of."""

    computed: Computed
    places: tuple[Span, ...]
    lead: str
    """What the result is said to be, up to the result: `From 2024 to 2031 the market adds`."""


def sizes(asked: Asked, slots: Slots, year: int | None, unit: str | None = None) -> list[Match]:
    """Sizes of what the slots say, in the year."""
    wanted = asked.question.unit if unit is None else unit
    question = replace(asked.question, metric="size", years=(year,) if year else (), unit=wanted, names=())
    return [m for m in find(question, slots, asked.view, asked.near) if m.stated.metric != "price"]


def shares(asked: Asked, slots: Slots, years: tuple[int, ...], metric: str = "share") -> list[Match]:
    """Shares of it in the years, or another rate, but those in doubt."""
    question = replace(asked.question, metric=metric, years=years, unit="", names=())
    in_doubt = IN_DOUBT - {"nearly"} if _ROUGHLY.search(asked.question.text) else IN_DOUBT
    found = find(question, slots, asked.view, asked.near)
    if not found and metric == "share" and _is_only_year(asked.view, years):
        undated = find(replace(question, years=()), slots, asked.view, asked.near)
        found = [m for m in undated if m.stated.year is None and not m.stated.carried]
    return [m for m in found if m.stated.figure.qualifier not in in_doubt]


def _is_only_year(view: ReportView, years: tuple[int, ...]) -> bool:
    """Whether a share without a year is of that one: it is the base year, or the only one of which any share is."""
    dated = {stated.year for stated in view.stated if stated.metric == "share" and stated.year}
    return len(years) == 1 and (years[0] == view.facts.report.base_year or dated == {*years})


_ROUGHLY = re.compile(r"\b(?:roughly|about|around|approx(?:imately|\.)?|ballpark|more or less|some)\b", re.IGNORECASE)
"""Asks for no more than a figure that is nearly right yields."""


def pairs(asked: Asked, slots: Slots) -> Iterator[tuple[Match, Match]]:
    """Start and end sizes of one thing, the most telling pair first: said together, and by the report itself."""
    years = sorted(asked.question.years)
    if len(years) >= 2:
        starts, ends = sizes(asked, slots, years[0]), sizes(asked, slots, years[-1])
    else:
        all_sizes = [m for m in sizes(asked, slots, None) if m.stated.year]
        if years:
            before = [m for m in all_sizes if (m.stated.year or 0) < years[0]]
            starts, ends = before, [m for m in all_sizes if m.stated.year == years[0]]
            if not ends or not starts:
                starts, ends = [m for m in all_sizes if m.stated.year == years[0]], all_sizes
        else:
            starts, ends = all_sizes, all_sizes
    if not starts or not ends:
        starts, ends = (_prices(asked, slots, year) for year in (years[0], years[-1])) if len(years) > 1 else ([], [])
    found = [(a, b) for a in starts[:12] for b in ends[:12] if _can_go_together(a.stated, b.stated)]
    found = [(a, b) for a, b in found if not are_rivals(asked.view.facts, a.stated, b.stated)]
    found.sort(key=lambda pair: -_weigh(asked.view.facts, *pair))
    yield from found


def _prices(asked: Asked, slots: Slots, year: int) -> list[Match]:
    question = replace(asked.question, metric="price", operation="", years=(year,), unit="", names=())
    return find(question, slots, asked.view, asked.near)


def _can_go_together(start: Stated, end: Stated) -> bool:
    if (start.year or 0) >= (end.year or 0):
        return False
    return base(start.figure.value, start.figure.unit)[1] == base(end.figure.value, end.figure.unit)[1]


_ESTIMATES = {"market size", "growth rate"}
"""Kinds of contradictions between estimates of one market."""


def are_rivals(facts: ReportFacts, one: Stated, other: Stated) -> bool:
    """Whether the figures are of two forecasts that contradict each other, as the facts tell."""
    rows, others = _rows_of(facts, one), _rows_of(facts, other)
    if not rows or not others or any(row in others for row in rows):
        return False
    disputed = [conflict for conflict in facts.conflicts if conflict.kind in _ESTIMATES]
    return any(_is_among(rows, it.evidence) and _is_among(others, it.evidence) for it in disputed)


def _rows_of(facts: ReportFacts, stated: Stated) -> list[Forecast]:
    """The forecasts that rest on what says the figure."""
    here = stated.unit.unit.span
    return [row for row in facts.forecasts if any(here.overlaps(Span(it.start, it.end)) for it in row.evidence)]


def _is_among(rows: Sequence[Forecast], evidence: Sequence[Evidence]) -> bool:
    own = {(it.start, it.end) for row in rows for it in row.evidence}
    return any((it.start, it.end) in own for it in evidence)


SAID_TWICE = 0.3
"""What each further place counts that gives the forecast of a pair: the report's own stands in most."""
MOST_PLACES = 4


def _weigh(facts: ReportFacts, start: Match, end: Match) -> float:
    one, other = start.stated, end.stated
    ends = _rows_of(facts, other)
    shared = [row for row in _rows_of(facts, one) if row in ends]
    together = 1.0 if one.unit is other.unit or shared else 0.0
    places = max((min(len(row.evidence), MOST_PLACES) for row in shared), default=1)
    row = 0.5 if one.subject == other.subject and one.is_known else 0.0
    span = 0.02 * ((other.year or 0) - (one.year or 0))
    return start.score + end.score + together + SAID_TWICE * (places - 1) + row + span


def entities(asked: Asked) -> list[Slots]:
    """The things that the question compares or adds, in its order: those that the report names, where they are all that
    it says; else what it says itself, each looked for by itself."""
    slots = asked.slots
    places = [
        Slots((), frozenset(), frozenset(), frozenset({p}), ()) for p in asked.question.places if p in slots.places
    ]
    named = [Slots((n,), n.stems, frozenset(), frozenset(), ()) for n in _in_order(asked)]
    found = [*places, *named]
    if len(found) > 1 and not (slots.may or slots.unknown):
        return found
    named_so = said_operands(asked.question.text)
    said = [replace(slots_of(understand(name), asked.view), said=name) for name in named_so]
    if len(said) > 1 and len(said) >= len(found) and not any(one.is_whole for one in said):
        return said
    return found if len(found) > 1 else _called(asked) or found


PAIR = 2


def _called(asked: Asked) -> list[Slots]:
    """Two things by the words that the question has for them, where the report's lists have neither."""
    groups = list(name_groups(asked.question))
    groups = groups if len(groups) == PAIR else [frozenset({s}) for s in sorted(asked.slots.all)]
    named = [Name(_in_words(asked, group), "subject", group) for group in groups]
    return [Slots((n,), n.stems, frozenset(), frozenset(), ()) for n in named] if len(named) == PAIR else []


def _in_words(asked: Asked, group: frozenset[str]) -> str:
    """The words of the question that have these stems."""
    return " ".join(word for word in WORD.findall(asked.question.text) if stems(word) & group)


def _in_order(asked: Asked) -> list[Name]:
    order = {s: at for at, w in enumerate(asked.question.terms) for s in stems(w)}
    return sorted(asked.slots.names, key=lambda n: min((order.get(s, 99) for s in n.stems), default=99))


def spot(*matches: Match) -> tuple[Span, ...]:
    """Where the operands stand."""
    return places_of([match.stated for match in matches])


def places_of(stated: Sequence[Stated]) -> tuple[Span, ...]:
    """Where the figures stand; of a row also the heads, which name the year."""
    units = [it.unit for it in stated]
    heads = (unit.head for unit in units if unit.head is not None)
    return tuple(dict.fromkeys((*(unit.unit.content for unit in units), *heads)))


def named(slots: Slots) -> str:
    """What the slots say, as it is called."""
    if slots.places:
        return " and ".join(sorted(slots.places))
    if slots.names:
        return " and ".join(n.text for n in slots.names)
    return slots.said or ("what is asked for" if slots.all else "the market")


def called(asked: Asked) -> str:
    """What the question asks about, as it is called, or in the question's own words."""
    slots = asked.slots
    if slots.places or slots.names or not slots.all:
        return named(slots)
    said = [word for word in asked.question.terms if word.isalpha() and stems(word) & slots.all]
    return " ".join(said) or named(slots)


def capital(text: str) -> str:
    """With a capital letter to begin with."""
    return text[:1].upper() + text[1:]
