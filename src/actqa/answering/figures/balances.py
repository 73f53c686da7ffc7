"""What is left of a whole for the thing that the report gives the rest to: `92.3%; the pediatric group the balance`."""

import re

from actqa.answering.asked.places import places_in
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked
from actqa.answering.figures.operands import IN_DOUBT, Worked, called, capital
from actqa.answering.figures.operations import Computed
from actqa.answering.seen.stated import Stated
from actqa.answering.seen.units import UnitView

_LEFT = re.compile(
    r"(?<!\bof )\b(?:the (?:rest|balance|remainder|other part)|what (?:is|was) left|all (?:of )?the rest)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.;]\s|$")
_PERCENT = 100
ENOUGH = 0.6
"""The part of the words asked for that must stand where the rest is given away."""


def balance(asked: Asked) -> Worked | None:
    """The rest, worked out from the shares that the paragraph gives before."""
    if asked.slots.is_whole:
        return None
    for unit in asked.view.units:
        left = _LEFT.search(unit.text)
        if left is None or not _is_for(asked, unit, left):
            continue
        before = _shares_before(asked, unit, left)
        total = sum(s.figure.value for s in before)
        if before and total < _PERCENT and not any(s.figure.qualifier in IN_DOUBT for s in before):
            computed = Computed("rest", tuple(s.figure for s in before), 0, None)
            spots = tuple(dict.fromkeys((*(s.unit.unit.content for s in before), unit.unit.content)))
            return Worked(computed, spots, f"{capital(called(asked))} has the rest,")
    return None


def _is_for(asked: Asked, unit: UnitView, left: re.Match[str]) -> bool:
    """Whether what is asked for is named between the last figure before the words and the end of their clause."""
    ends = [unit.text.find(f.text) + len(f.text) for f in unit.figures if unit.text.find(f.text) < left.start()]
    end = _END.search(unit.text, left.end())
    words = unit.text[max(ends, default=0) : end.start() if end else None]
    said = stems(words)
    names = asked.slots.all & said
    return (
        len(names) >= ENOUGH * len(asked.slots.all)
        and asked.slots.must <= said
        and asked.slots.places <= frozenset(places_in(words))
    )


def _shares_before(asked: Asked, unit: UnitView, left: re.Match[str]) -> list[Stated]:
    """The shares of the paragraph up to these words."""
    return [
        s
        for s in asked.view.stated
        if s.unit.unit.block == unit.unit.block
        and s.metric in {"share", "part"}
        and (s.unit.unit.number < unit.unit.number or (s.unit is unit and unit.text.find(s.figure.text) < left.start()))
    ]
