"""What the largest few of a kind have together: `Combined share of the two largest regions?`"""

import re
from dataclasses import replace

from actqa.answering.asked.list_words import in_words
from actqa.answering.draft import Asked
from actqa.answering.figures.finding import Match
from actqa.answering.figures.leaders import among
from actqa.answering.figures.operands import Worked, shares, spot
from actqa.answering.figures.operations import Computed
from actqa.answering.seen.slots import Slots
from actqa.figures.grammar import NUMBER_WORDS

_TOP = r"(?:largest|biggest|leading|top|main)"
_COUNT = r"(?P<{0}>two|three|four|five|2|3|4|5)"
ASKS = re.compile(
    rf"\b(?:{_COUNT.format('before')} {_TOP}|{_TOP} {_COUNT.format('after')})\b (?!players|compan|firms|vendors|"
    r"suppliers|makers|manufacturers|brands|producers)",
    re.IGNORECASE,
)
_WHOLE = 100
ROUNDED = 1
"""Percentage points that shares of one whole may exceed it by as they are rounded."""


def top_together(asked: Asked) -> Worked | None:
    """The sum of the largest shares of a kind, where no other can be among the largest: the shares of all are given,
    or what is left for the others is less than the last of these."""
    found = ASKS.search(asked.question.text)
    if found is None:
        return None
    said = (found["before"] or found["after"]).lower()
    count = int(NUMBER_WORDS.get(said, said))
    question = replace(asked.question, leader="", operation="", topic="")
    things = among(asked)
    best = [m for thing in things if (m := _share(replace(asked, question=question), thing)) is not None]
    years = {m.stated.year for m in best} - {None}
    places = {m.stated.figure.span for m in best}
    total = sum(m.stated.figure.value for m in best)
    if len(years) > 1 or len(places) < len(best) or not count <= len(best) or total > _WHOLE + ROUNDED:
        return None
    best.sort(key=lambda m: -m.stated.figure.value)
    first, rest = best[:count], _WHOLE - total
    if len(best) < len(things) and rest >= first[-1].stated.figure.value:
        return None
    computed = Computed("sum", tuple(m.stated.figure for m in first), 0, next(iter(years), None))
    return Worked(computed, spot(*first), f"The largest {in_words(count)} together have")


def _share(asked: Asked, thing: frozenset[str]) -> Match | None:
    slots = Slots((), thing, frozenset(), frozenset(), ())
    return next(iter(shares(asked, slots, asked.question.years)), None)
