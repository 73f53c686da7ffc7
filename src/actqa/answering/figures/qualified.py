"""Sizes that a report gives with something and without it: `size without services`, `what are services alone worth`."""

import re
from dataclasses import replace
from decimal import Decimal

from actqa.answering.asked.excepted import leaves_out, sets_apart, takes_in, without_taken_in
from actqa.answering.asked.question import understand
from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures.figures import told
from actqa.answering.figures.finding import find, is_told_without
from actqa.answering.figures.operands import WHOLE, Worked, capital, places_of
from actqa.answering.figures.operations import Computed
from actqa.answering.figures.sums import drafted
from actqa.answering.seen.slots import slots_of
from actqa.answering.seen.stated import Stated
from actqa.figures.arithmetic import base

_ALONE = re.compile(
    r"(?:what|how (?:much|big|large)) (?:is|are|was|were|will|did|do|does|would) (?P<what>.+?) (?:alone|"
    r"by (?:itself|themselves)|on (?:its|their) own)\b",
    re.IGNORECASE,
)


def compose_qualified(asked: Asked) -> Drafted | None:
    """The figure that is said with what is to be part of it; None where that is not asked for, or the report gives
    none so: what it gives may well be with it."""
    text, thing = without_taken_in(asked.question.text)
    if not thing or not asked.question.metric:
        return None
    bare = replace(understand(text), metric=asked.question.metric)
    found = find(bare, slots_of(bare, asked.view), asked.view, asked.near)
    fitting = [m for m in found if _is_told_with(m.stated, thing)]
    return told(asked, fitting) if fitting else None


def _is_told_with(stated: Stated, thing: str) -> bool:
    """Whether its clause says so, or its sentence and that of nothing that it is left out."""
    text = stated.unit.text
    return takes_in(stated.clause, thing) or (takes_in(text, thing) and not leaves_out(text, thing))


def compose_alone(asked: Asked) -> Drafted | None:
    """What something is worth by itself, worked out; None where that is not asked for, or the report gives it."""
    worked = _alone(asked)
    if worked is None:
        return None
    found = find(asked.question, asked.slots, asked.view, asked.near)
    return drafted(worked) if all(sets_apart(m.stated.unit.text) for m in found) else None


def _alone(asked: Asked) -> Worked | None:
    """What something is worth by itself, from the sizes with it and without it of one year."""
    found = _ALONE.match(asked.question.text)
    thing = found["what"] if found else ""
    year = asked.question.years[:1]
    question = replace(asked.question, metric="size", operation="", years=year, names=())
    sizes = [m.stated for m in find(question, WHOLE, asked.view, asked.near)] if thing else []
    whole = [it for it in sizes if _is_told_with(it, thing)]
    rest = [it for it in sizes if is_told_without(it, thing)]
    for one in whole:
        for other in rest:
            (more, unit), (less, of) = (_plain(it) for it in (one, other))
            if one.year == other.year and unit == of and more > less and found is not None:
                computed = Computed("increase", (one.figure, other.figure), 0, one.year)
                return Worked(computed, places_of([one, other]), f"{capital(found['what'])} alone come to")
    return None


def _plain(stated: Stated) -> tuple[Decimal, str]:
    return base(stated.figure.value, stated.figure.unit)
