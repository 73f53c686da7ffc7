"""Sizes that a report gives with something and without it: `size without services`, `what are services alone worth`."""

import re
from dataclasses import replace
from decimal import Decimal

from actqa.answering.asked.question import understand
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures.figures import told
from actqa.answering.figures.finding import find
from actqa.answering.figures.operands import WHOLE, Worked, capital, places_of
from actqa.answering.figures.operations import Computed
from actqa.answering.figures.sums import drafted
from actqa.answering.seen.slots import slots_of
from actqa.answering.seen.stated import Stated
from actqa.figures.arithmetic import base

_WITHOUT = r"without|excluding|exclusive of|excl\.?|not (?:counting|including)|leaving out"
_WITH = r"including|inclusive of|incl\.?|counting|together with"
_ASKED = re.compile(
    rf",? ?\(?\b(?:(?P<without>{_WITHOUT})|(?P<with>{_WITH}))\s(?P<what>[\w &/-]{{3,40}}?)\)?"
    r"(?=\W*$|,? (?:in|by|for) (?:19|20)\d\d)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:(?P<without>(?:but )?{_WITHOUT})|(?P<with>{_WITH}))\s(?P<what>[^,;.()]{{3,60}})", re.IGNORECASE
)
_ALONE = re.compile(
    r"(?:what|how (?:much|big|large)) (?:is|are|was|were|will|did|do|does|would) (?P<what>.+?) (?:alone|"
    r"by (?:itself|themselves)|on (?:its|their) own)\b",
    re.IGNORECASE,
)


def compose_qualified(asked: Asked) -> Drafted | None:
    """The figure that is said with it, or without it, as asked; None where the report gives none so."""
    found = _ASKED.search(asked.question.text)
    if found is None or not asked.question.metric:
        return None
    bare = understand(_ASKED.sub("", asked.question.text))
    matches = find(replace(bare, metric=asked.question.metric), slots_of(bare, asked.view), asked.view, asked.near)
    fitting = [m for m in matches if _sets(m.stated, stems(found["what"]), with_it=bool(found["with"]))]
    return told(asked, fitting) if fitting else None


def _sets(stated: Stated, thing: frozenset[str], *, with_it: bool) -> bool:
    """Whether the sentence says of its figures that they are with the thing, or without it."""
    said = (it for it in _SAID.finditer(stated.unit.text) if thing & stems(it["what"]))
    ways = {bool(it["with"]) for it in said}
    return ways == {with_it}


def compose_alone(asked: Asked) -> Drafted | None:
    """What something is worth by itself, worked out; None where that is not asked for, or the report gives it."""
    worked = _alone(asked)
    if worked is None:
        return None
    found = find(asked.question, asked.slots, asked.view, asked.near)
    return drafted(worked) if all(_SAID.search(m.stated.unit.text) for m in found) else None


def _alone(asked: Asked) -> Worked | None:
    """What something is worth by itself, from the sizes with it and without it of one year."""
    found = _ALONE.match(asked.question.text)
    thing = stems(found["what"]) if found else frozenset()
    year = asked.question.years[:1]
    question = replace(asked.question, metric="size", operation="", years=year, names=())
    sizes = [m.stated for m in find(question, WHOLE, asked.view, asked.near)] if thing else []
    whole = [it for it in sizes if _sets(it, thing, with_it=True)]
    rest = [it for it in sizes if _sets(it, thing, with_it=False)]
    for one in whole:
        for other in rest:
            (more, unit), (less, of) = (_plain(it) for it in (one, other))
            if one.year == other.year and unit == of and more > less and found is not None:
                computed = Computed("increase", (one.figure, other.figure), 0, one.year)
                return Worked(computed, places_of([one, other]), f"{capital(found['what'])} alone come to")
    return None


def _plain(stated: Stated) -> tuple[Decimal, str]:
    return base(stated.figure.value, stated.figure.unit)
