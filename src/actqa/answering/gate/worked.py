"""Whether what a sentence reckons in words follows from the figures that it cites: multiples, points, so many more. The
sums are done here; what does not come out is stopped."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.dating import coordinate
from actqa.answering.gate.marks import marks
from actqa.answering.gate.moving import DIRECTIONS
from actqa.answering.gate.operands import Operand, operands, pairs
from actqa.answering.gate.reckonings import Reckoning, reckonings
from actqa.answering.gate.rounding import stands_for
from actqa.answering.gate.sentence import Sentence
from actqa.answering.standing import blanked, numbers_in
from actqa.figures import Figure
from actqa.reading import Span


def misreckoned(sentence: Sentence, cited: Cited) -> str:
    """Why, where a multiple, points or a count of more does neither stand there nor follow."""
    for said in reckonings(sentence.text):
        if any(said.span.overlaps(f.span) for f in sentence.values) or _is_cited(said, cited):
            continue
        if not _follows(said, sentence, cited):
            return f"{said.text} does not follow from what it cites"
    return ""


SOFTER = {("", "about"), ("nearly", "about")}
"""How a reckoning is hedged there, and may be hedged as well."""


def _is_cited(said: Reckoning, cited: Cited) -> bool:
    """Whether the same is said there in words."""
    there = (it for read in cited.reads for it in reckonings(f"{read.sentence.text} | {read.around}"))
    return any(
        (it.kind, it.value) == (said.kind, said.value) and (it.hedge == said.hedge or (it.hedge, said.hedge) in SOFTER)
        for it in there
    )


def _follows(said: Reckoning, sentence: Sentence, cited: Cited) -> bool:
    own = coordinate(sentence.text, said.span)
    found = list(pairs(operands(sentence, cited, said.hedge), own, moving=is_moving(sentence, own)))
    if said.kind == "times":
        return any(is_times(said.value, said.hedge, *pair) for pair in found)
    if said.kind == "more" and _is_between_numbers(said.value, sentence):
        return True
    found = [pair for pair in found if is_towards(sentence.text, said.span, *pair)]
    unit = {"percent"} if said.kind == "points" else {"quantity", "count"}
    return any(
        comes_to(Figure("quantity", said.span, said.text, said.value, ""), said.hedge, gap(*pair), "")
        for pair in found
        if pair[0].mention.figure.kind in unit
    )


def is_moving(sentence: Sentence, near: Span) -> bool:
    """Whether something goes up or down there."""
    return any(near.holds(mark.span) for mark in marks(sentence, DIRECTIONS))


_ABOVE = re.compile(
    r"(?P<up>more|higher|above|ahead|larger|bigger|faster|quicker|dearer)|"
    r"less|fewer|lower|below|behind|short of|smaller|slower|cheaper",
    re.IGNORECASE,
)


def is_towards(text: str, at: Span, one: Operand, other: Operand) -> bool:
    """Whether of two figures that the sentence gives the first is the higher, or the lower, as the words say by which
    their difference is told: `costs 2 more than, 7 against 5`."""
    found = _ABOVE.search(text, at.start, min(len(text), at.end + BESIDE))
    if found is None or one.at is None or other.at is None or _COMPARED.search(text[: at.start]):
        return True
    first, second = sorted((one, other), key=lambda it: it.at or at)
    if first.at is not None and _COMES_FROM.search(text[: first.at.start]):
        first, second = second, first
    return (first.worth[0] > second.worth[0]) == bool(found["up"])


_COMES_FROM = re.compile(r"\bfrom\s(?:about\s|around\s|roughly\s)?$", re.IGNORECASE)
BESIDE = 25
"""Characters behind a difference in which a word says which way it goes."""
_COMPARED = re.compile(r"\b(?:compared|against|versus|than|relative to|unlike)\b", re.IGNORECASE)


def _is_between_numbers(value: Decimal, sentence: Sentence) -> bool:
    """Whether it lies between two numbers of things that no unit is known of: `18 hulls, three more than B with 15`."""
    bare = blanked(sentence.text, [f.span for f in sentence.figures])
    numbers = {found.number[1] for found in numbers_in(bare)}
    return any(abs(one - other) == value for one, other in combinations(numbers, 2))


EXACT, ABOUT = Decimal("0.06"), Decimal("0.16")
"""How far a multiple may be off, as a part of it."""


def is_times(value: Decimal, hedge: str, one: Operand, other: Operand) -> bool:
    """Whether one is so many times the other, be it told from above or from below."""
    low, high = sorted((abs(one.worth[0]), abs(other.worth[0])))
    if not low:
        return False
    ratio = high / low
    value = 1 / value if value < 1 else value
    off = ratio / value - 1
    if hedge == "over":
        return off > 0 and ratio < value + (1 if value >= 2 else Decimal("0.5"))
    if hedge in {"nearly", "up to"}:
        return -ABOUT <= off < 0
    return abs(off) <= (ABOUT if hedge else EXACT)


def gap(one: Operand, other: Operand) -> Decimal:
    """By how much they differ, without scale."""
    return abs(one.worth[0] - other.worth[0])


def comes_to(said: Figure, hedge: str, worth: Decimal, unit: str) -> bool:
    """Whether what is worked out may be said so, rounded as any figure may be."""
    value = worth.normalize()
    digits = said if any(c.isdigit() for c in said.text) else replace(said, text=str(said.value))
    if said.kind == "percent":
        digits = said
    text = f"{value:f}"
    return stands_for(digits, hedge, replace(said, text=text, value=value, unit=unit), "")
