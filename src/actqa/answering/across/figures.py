"""The same figure from several reports: side by side, and in rank where they compare."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from actqa.answering.across.briefs import Brief, is_money
from actqa.answering.across.joined import Note, Part, labelled, listed
from actqa.answering.across.words import RANKS
from actqa.answering.draft import Asked, Draft
from actqa.answering.figures.figures import wording
from actqa.answering.figures.finding import Match, find
from actqa.answering.figures.rivals import rivals_of
from actqa.answering.seen.stated import Stated
from actqa.figures.arithmetic import base
from actqa.reading import shown

SHOWN = {"money", "percent", "quantity", "multiple"}
MOST_UNRANKED = 3
"""Figures that do not compare and are given all the same."""
PERIODS_DIFFER = "The rates are for different periods, so they compare only roughly."
YEARS_DIFFER = "They are of different years, so they are not ranked."


@dataclass(frozen=True)
class Found:
    """What one report gives."""

    brief: Brief
    asked: Asked
    matches: list[Match]
    """Best first."""

    @property
    def best(self) -> Match:
        """The report's main figure."""
        return self.matches[0]

    @property
    def value(self) -> Decimal:
        """Without scale."""
        return base(self.best.stated.figure.value, self.best.stated.figure.unit)[0]

    @property
    def thing(self) -> str:
        """The currency, or what is counted; `percent` of rates and shares."""
        return _thing(self.best.stated)

    def like(self, thing: str, year: int | None) -> "Found | None":
        """The same with only the figures of a year and a measure."""
        fits = [m for m in self.matches if _thing(m.stated) == thing and year in (None, m.stated.year)]
        return Found(self.brief, self.asked, fits) if fits else None


def found_in(brief: Brief, asked: Asked) -> Found | None:
    """What the report states on the question, if anything."""
    matches = find(asked.question, asked.slots, asked.view, asked.near)
    return Found(brief, asked, matches) if matches else None


def _thing(stated: Stated) -> str:
    return base(stated.figure.value, stated.figure.unit)[1]


@dataclass(frozen=True)
class Table:
    """Figures that compare, and those that do not."""

    ranked: list[Found]
    others: list[Found]
    """Measured in something else, or of other years."""


def table(found: Sequence[Found], *, by_year: bool) -> Table:
    """The figures sorted out by what most of them are measured in, and, where it matters, by their year."""
    if not found:
        return Table([], [])
    thing = _commonest(found)
    alike = [it for f in found if (it := f.like(thing, None))]
    apart = [f for f in found if f.like(thing, None) is None]
    if not by_year or len(alike) < 2:
        return Table(alike, apart)
    year = _common_year(alike)
    dated = [it for f in alike if (it := f.like(thing, year))]
    if len(dated) < 2:
        return Table([], [*alike, *apart])
    return Table(dated, [*(f for f in alike if f.like(thing, year) is None), *apart])


def _commonest(found: Sequence[Found]) -> str:
    """What most are measured in; money rather than what is counted."""
    counts = Counter(thing for f in found for thing in {_thing(m.stated) for m in f.matches})
    own = Counter(f.thing for f in found)
    return max(counts, key=lambda thing: (is_money(thing) and counts[thing] > 1, counts[thing], own[thing]))


def _common_year(found: Sequence[Found]) -> int | None:
    """The year that most reports state a figure of, among those they give first."""
    firsts = Counter(year for f in found if (year := f.best.stated.year))
    stated = Counter(year for f in found for year in {m.stated.year for m in f.matches} if year and year in firsts)
    return max(stated, key=lambda year: (stated[year], firsts[year], year), default=None)


# Statements ----------------------------------------------------------------------------------------------------------


def side_by_side(found: Iterable[Found], what: str = "") -> list[Part]:
    """A statement for each report, as they come; `what` is said of each."""
    return [_part(it, "", what) for it in found]


def in_rank(sorted_out: Table, metric: str, what: str, *, largest: bool, most: int) -> tuple[list[Part], list[Note]]:
    """The first in rank, then those behind it; then what does not compare, and why."""
    ranked = sorted(sorted_out.ranked, key=lambda it: -it.value if largest else it.value)
    first, last = RANKS.get((metric, len(ranked) == 2), RANKS["", len(ranked) == 2])
    if len(ranked) < 2:
        alone = [*ranked, *sorted_out.others]
        return side_by_side(alone), [Note(_why_not(sorted_out, alone))] if len(alone) > 1 else []
    lead = f"{first if largest else last} {what}: "
    tied = [it for it in ranked if it.value == ranked[0].value]
    parts = [_part(it, lead if it in tied else "") for it in ranked[: max(most, len(tied))]]
    notes = []
    if metric == "growth" and len({it.best.stated.period for it in ranked} - {None}) > 1:
        notes.append(Note(PERIODS_DIFFER))
    if metric != "size" and metric != "growth" and len({it.best.stated.year for it in ranked} - {None}) > 1:
        notes.append(Note("They are of different years, so they compare only roughly."))
    parts += [_part(it, f"Not ranked, {_apart(it, ranked[0])}: ") for it in sorted_out.others[:MOST_UNRANKED]]
    rest = sorted_out.others[MOST_UNRANKED:]
    if rest:
        labels = tuple(it.brief.label for it in rest)
        notes.append(
            Note(
                f"Not ranked either, being of another year or measure: {listed(labels)}.",
                named=labels,
                counted=(listed(labels),),
            )
        )
    return parts, notes


def _why_not(sorted_out: Table, found: Sequence[Found]) -> str:
    things = list(dict.fromkeys(it.thing for it in found))
    if len(things) > 1 and all(map(is_money, things)):
        return f"They are in different currencies ({listed(things)}), so they are not ranked."
    if len(things) > 1:
        return f"They are measured in different things ({listed(things)}), so they are not ranked."
    return YEARS_DIFFER


def _apart(one: Found, ranked: Found) -> str:
    """Why a figure does not compare with those ranked."""
    if one.thing == ranked.thing:
        return "as it is of another year"
    return f"as it is in {one.thing}" if is_money(one.thing) else "as it counts something else"


def _part(found: Found, lead: str, what: str = "") -> Part:
    """The report, its figure and the figure's time, so far as the cited place says that."""
    view, stated = found.asked.view, found.best.stated
    head = (stated.unit.head,) if stated.unit.head is not None else ()
    places = [stated.unit.unit.content, *head]
    said = " ".join(shown(view.report.text, span) for span in places)
    label, more = labelled(found.brief.label, view.indexed)
    differs = bool(rivals_of(found.best, found.matches))
    beside = "; not the report’s own estimate" if stated.is_rival else "; it gives others too" if differs else ""
    named = f"{label}, {what}" if what else label
    text = f"{lead}{named}{', ' if lead else ': '}{_written(stated)}{_when(stated, said)}{beside}."
    return Part(view.report, Draft(text, (*places, *more), (stated.figure,), frame=(lead, label, beside)))


def _written(stated: Stated) -> str:
    """The figure as the report writes it; a bare number of a table with its unit."""
    text, unit = stated.figure.text, stated.figure.unit
    if re.fullmatch(r"[\d.,\s]+", text):
        currency, _, scale = unit.partition(" ")
        return (
            f"{text}%"
            if unit == "percent"
            else f"{currency} {text} {scale}"
            if is_money(currency)
            else f"{text} {unit}"
        )
    return text


def _when(stated: Stated, said: str) -> str:
    if stated.metric in {"growth", "yoy"} or stated.year is None:
        period = stated.period
        both = period is not None and all(str(year) in said for year in period)
        return f" ({period[0]}–{period[1]})" if both and period else ""
    return f" ({stated.year})" if str(stated.year) in said else ""


def worded(found: Found) -> Part:
    """The report and its figure in its own words."""
    stated = found.best.stated
    label, more = labelled(found.brief.label, found.asked.view.indexed)
    text = f"{label}: {wording(found.asked, stated)}"
    beside = (f for f in stated.unit.figures if f is not stated.figure and f.kind in SHOWN and f.text in text)
    figures = (stated.figure, *beside)
    return Part(found.asked.view.report, Draft(text, (stated.unit.unit.content, *more), figures))
