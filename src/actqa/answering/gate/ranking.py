"""Whether a rank follows from figures: that of who is ranked is the highest, or the next, of those cited."""

import re
from collections.abc import Sequence

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.marks import Mark
from actqa.answering.gate.mentions import Mention, Owners, mentions_in
from actqa.answering.gate.owned import same_name
from actqa.answering.gate.rounding import alike, quantity, stands_for
from actqa.answering.gate.sentence import Sentence

_OWN = re.compile(r"\s(?:at|with|on|\()", re.IGNORECASE)
"""Behind a word of rank, before the figure of who has it: `Germany trails at 6.9%`."""
PLACES = {"largest": 0, "fastest": 0, "second": 1, "third": 2, "smallest": -1, "slowest": -1}
"""Rank → position among the figures, from above."""
_BESIDE = re.compile(r"\b(?:ahead of|followed by|behind|trail\w*|follow\w*)\b", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:behind|trail\w*|follows?)\b", re.IGNORECASE)


def is_in_order(mark: Mark, ours: tuple[Owners, Owners], sentence: Sentence, cited: Cited) -> bool:
    """Whether the figures cited bear the rank out; `ours` is who is ranked, by places and names."""
    said = mentions_in(sentence)
    if _BESIDE.search(mark.span.of(sentence.text)):
        return _is_beside(mark, sentence, said)
    if mark.means in {"fastest", "slowest"}:
        said = tuple(m for m in said if m.metric == "growth")
    own = _own(mark, ours[0] | ours[1], sentence, said)
    return own is not None and _has_place(own, PLACES[mark.means], cited)


def _own(mark: Mark, ours: Owners, sentence: Sentence, said: Sequence[Mention]) -> Mention | None:
    """The figure of who is ranked in the mark's clause: the first behind the mark, else the last before it."""
    clause = sentence.clause(mark.span.start)
    held = [m for m in said if clause.holds(m.figure.span)]
    theirs = [m for m in held if any(same_name(key, o) for key in ours for o in m.places | m.names)]
    held = theirs if ours else held
    behind = [m for m in held if m.figure.span.start >= mark.span.end]
    return next(iter(behind or held[-1:]), None)


def _has_place(own: Mention, place: int, cited: Cited) -> bool:
    """Whether it has that place among the cited figures of its kind and time."""
    thing = quantity(own.figure.value, own.figure.unit)[1]
    values = set()
    found = []
    for there, _ in cited.mentions:
        value, unit = quantity(there.figure.value, there.figure.unit)
        is_alike = there.figure.kind == own.figure.kind and alike(unit, thing)
        years = {own.figure.year, there.figure.year} - {None}
        if is_alike and len(years) < 2 and (there.metric == "growth") == (own.metric == "growth"):
            values.add(value)
            if stands_for(own.figure, own.hedge, there.figure, there.hedge):
                found.append(value)
    ordered = sorted(values, reverse=True)
    return len(ordered) > max(1, place) and ordered[place] in found


def _is_beside(mark: Mark, sentence: Sentence, said: Sequence[Mention]) -> bool:
    """Whether of the two that are set beside each other the first has more; less where it is behind."""
    before = [m for m in said if m.figure.span.end <= mark.span.start]
    behind = [m for m in said if m.figure.span.start >= mark.span.end]
    pairs = [(a, b) for a in before[-1:] for b in behind if a.figure.kind == b.figure.kind]
    if not pairs:
        return False
    (first, unit), (other, their) = (quantity(m.figure.value, m.figure.unit) for m in pairs[0])
    is_own = bool(_OWN.match(sentence.text, mark.span.end))
    is_below = (
        not is_own and bool(_BELOW.search(mark.span.of(sentence.text))) and "followed by" not in sentence.text.lower()
    )
    return alike(unit, their) and (first < other if is_below else first > other)
