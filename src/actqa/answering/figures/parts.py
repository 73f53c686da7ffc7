"""Sums over a part and its whole: a share in money, a size as a share, what one of many costs on average."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from actqa.answering.asked.question import understand
from actqa.answering.asked.vocabulary import ASPECTS
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked
from actqa.answering.figures.finding import Match, find, in_years, is_said_of
from actqa.answering.figures.operands import WHOLE, Worked, called, capital, shares, sizes, spot
from actqa.answering.figures.operations import Computed
from actqa.answering.figures.rivals import rivals_of
from actqa.answering.seen.slots import Slots, slots_of
from actqa.figures.arithmetic import base


def part_of_total(asked: Asked) -> Worked | None:
    """A share in money: the share of the thing, times the whole in the same year."""
    if asked.slots.is_whole:
        return None
    years = asked.question.years[:1]
    for share in shares(asked, asked.slots, years):
        if share.stated.places - asked.slots.places:
            continue  # a share within another place is none of the whole
        if not (share.stated.year or share.stated.carried) and years and years[0] != asked.view.facts.report.base_year:
            continue  # a share of no year is none of that one
        if not (asked.slots.names or asked.slots.places or asked.slots.all <= stems(share.stated.subject)):
            continue  # some share that the words are said with
        year = (years or (share.stated.year,))[0]
        totals = sizes(asked, WHOLE, year) if year else []
        totals = [t for t in totals if t.stated.whole and t.stated.is_rival == share.stated.is_rival]
        if not totals or _in_conflict(totals):
            continue
        computed = Computed("part", (share.stated.figure, totals[0].stated.figure), 0, year)
        return Worked(computed, spot(share, totals[0]), f"{capital(called(asked))} comes to")
    return None


def part_of_growth(asked: Asked) -> Worked | None:
    """A contribution to growth in money: the part, times the stated increase."""
    if asked.slots.is_whole:
        return None
    parts = shares(asked, asked.slots, (), "contribution")
    question = replace(asked.question, metric="increase", places=())
    increases = find(question, WHOLE, asked.view, asked.near)
    if not parts or not increases:
        return None
    computed = Computed("part", (parts[0].stated.figure, increases[0].stated.figure), 0, None)
    return Worked(computed, spot(parts[0], increases[0]), f"{capital(called(asked))} contributes")


def _in_conflict(matches: Sequence[Match]) -> bool:
    """Whether the report itself gives several sizes for what should be one."""
    return any(not rival.stated.is_rival for rival in rivals_of(matches[0], list(matches)))


def fraction(asked: Asked) -> Worked | None:
    """A size as a part of the whole's, in the same year; of companies that are not named there is none."""
    of_nobody = asked.question.topic == "players" and not asked.slots.names
    if asked.slots.is_whole or of_nobody:
        return None
    years = asked.question.years
    year = years[-1:] if len(years) == 2 and years[1] == years[0] + 1 else years[:1]
    if parted := _PROPORTION.match(asked.question.text):
        return _proportion(asked, parted[1], parted[2])
    if not asked.slots.must and not asked.slots.places and not asked.slots.may & stems(" ".join(ASPECTS)):
        return None
    if any(name.kind == "player" for name in asked.slots.names):
        return _of_which(asked)
    bare = replace(asked.slots, may=frozenset())
    parts = sizes(asked, asked.slots, year[0] if year else None)
    for part in parts or sizes(asked, bare, year[0] if year else None):
        if part.stated.year is None or part.stated.whole or not _is_of(asked.slots, part):
            continue
        thing = base(part.stated.figure.value, part.stated.figure.unit)[1]
        totals = [t for t in sizes(asked, WHOLE, part.stated.year) if t.stated.whole]
        totals = [t for t in totals if base(t.stated.figure.value, t.stated.figure.unit)[1] == thing]
        totals.sort(key=lambda t: t.stated.unit is not part.stated.unit)
        if totals:
            computed = Computed("fraction", (part.stated.figure, totals[0].stated.figure), 0, part.stated.year)
            lead = f"{capital(called(asked) if asked.slots.names or asked.slots.places else 'That')} makes up"
            return Worked(computed, spot(part, totals[0]), lead)
    return None


_OF_WHICH = re.compile(r"\b(?:of|out of|among) (?:which|them|these|those)\b", re.IGNORECASE)


def _of_which(asked: Asked) -> Worked | None:
    """What somebody has of what the same sentence gives in all: `38 million were made, of which Bosch made 9`."""
    names = frozenset(s for name in asked.slots.names for s in name.stems)
    for unit in asked.view.units:
        cut = _OF_WHICH.search(unit.text)
        if cut is None or not names <= stems(unit.text[cut.end() :]):
            continue
        told = [s for s in asked.view.stated if s.unit is unit and s.figure.kind in {"money", "quantity", "count"}]
        ahead = [s for s in told if unit.text.find(s.figure.text) < cut.start()]
        behind = [s for s in told if unit.text.find(s.figure.text) > cut.end() and names & s.said]
        years = asked.question.years[:1]
        if len(ahead) == len(behind) == 1 and (not years or ahead[0].year in (None, years[0])):
            computed = Computed("fraction", (behind[0].figure, ahead[0].figure), 0, ahead[0].year)
            return Worked(computed, (unit.unit.content,), f"{capital(called(asked))} makes up")
    return None


def _is_of(slots: Slots, part: Match) -> bool:
    """Whether the size is of what is asked about: of something named, or said with all the words that tell it."""
    return bool(slots.names or slots.places) or slots.must <= part.stated.unit.stems


_PROPORTION = re.compile(
    r"(?:what (?:is|are|were|was) )?(.+?) as (?:an? )?(?:share|percentage|percent|part|%) of (.+)", re.IGNORECASE
)


def _proportion(asked: Asked, part: str, whole: str) -> Worked | None:
    """One size as a part of another in the same year, each asked for by itself: `claims as a % of premiums`."""
    years = asked.question.years[:1]
    named = " ".join(name.text for name in asked.slots.names if name.kind == "player")
    whole = _ITS.sub(f"{named} ", whole) if named else whole
    ways = [replace(understand(text), metric="size", unit="", operation="", years=years) for text in (part, whole)]
    parts, wholes = (find(question, slots_of(question, asked.view), asked.view, asked.near) for question in ways)
    for one in parts[:6]:
        for other in wholes[:6]:
            same = (
                base(one.stated.figure.value, one.stated.figure.unit)[1]
                == base(other.stated.figure.value, other.stated.figure.unit)[1]
            )
            smaller = one.stated.figure is not other.stated.figure and convert(one, other) <= other.stated.figure.value
            alike = one.stated.whole == other.stated.whole or not named
            if same and one.stated.year == other.stated.year and smaller and alike:
                computed = Computed("fraction", (one.stated.figure, other.stated.figure), 0, one.stated.year)
                return Worked(computed, spot(one, other), f"{capital(part.strip())} comes to")
    return None


_ITS = re.compile(r"^(?:its|their|the company['’]s)\s", re.IGNORECASE)


def convert(one: Match, other: Match) -> Decimal:
    """The value of one figure in the unit of another that measures alike."""
    factor = base(Decimal(1), other.stated.figure.unit)[0]
    return base(one.stated.figure.value, one.stated.figure.unit)[0] / factor


_PER = re.compile(r"\bper (?:[\w-]+ ){0,2}?(?P<thing>[\w-]+)(?=\W*$| (?:in|for|of|on|at)\b|[,;?])", re.IGNORECASE)


def _price_per_thing(asked: Asked) -> Worked | None:
    """A sum of money over how many it is spent on, where one sentence says both: `cost per patient`."""
    found = _PER.search(asked.question.text)
    thing = stems(found["thing"]) if found else frozenset()
    for unit in asked.view.units:
        told = [s for s in asked.view.stated if s.unit is unit and in_years(asked.question, s)]
        paid = [s for s in told if s.figure.kind == "money" and " " in s.figure.unit]
        count = [s for s in told if s.figure.kind in {"quantity", "count"} and thing and thing <= stems(s.figure.unit)]
        if len(paid) == len(count) == 1 and is_said_of(asked.slots, count[0]):
            computed = Computed("price", (paid[0].figure, count[0].figure), 0, None)
            return Worked(computed, (unit.unit.content,), "On average that comes to")
    return None


def average_price(asked: Asked) -> Worked | None:
    """The market's value over its volume, in one year; or what one of the things named costs."""
    if not asked.slots.is_whole:
        return _price_per_thing(asked)
    year = asked.question.years[:1]
    money = [m for m in sizes(asked, WHOLE, year[0] if year else None, "money") if m.stated.whole]
    things = [m for m in sizes(asked, WHOLE, year[0] if year else None, "volume") if m.stated.whole]
    for a in money:
        for b in things:
            if a.stated.year == b.stated.year and a.stated.year:
                computed = Computed("price", (a.stated.figure, b.stated.figure), 0, a.stated.year)
                return Worked(computed, spot(a, b), f"In {a.stated.year} the average came to")
    return None
