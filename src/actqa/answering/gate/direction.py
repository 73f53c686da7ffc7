"""Whether what a sentence says goes up or down goes the same way in what it cites."""

import re
from collections.abc import Sequence
from decimal import Decimal

from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.marks import Mark, marks
from actqa.answering.gate.mentions import Mention, mentions_in
from actqa.answering.gate.moving import DIRECTIONS, DOWN, UP
from actqa.answering.gate.rounding import Quantity, alike, quantity, stands_for
from actqa.answering.gate.sentence import Sentence


def misdirected(sentence: Sentence, cited: Cited) -> str:
    """Why, where the sentence lets something rise that falls there, or the reverse."""
    said = marks(sentence, DIRECTIONS)
    if not said:
        return ""
    there = [mark for read in cited.reads for mark in marks(read.sentence, DIRECTIONS)]
    near = [mark for read in cited.reads if _is_about(read, sentence) for mark in marks(read.sentence, DIRECTIONS)]
    falls = any(m.figure.value < 0 for m, _ in cited.mentions)
    denials = [m.end() for m in _NOT.finditer(sentence.text)]
    for mark in said:
        if mark.span.of(sentence.text).lower() == "cagr" or any(0 <= mark.span.start - end <= 1 for end in denials):
            continue
        if (
            _is_reversed(mark, there, near, 0 if sentence.values else 1)
            and not (mark.means == DOWN and falls)
            and not _goes(mark.means, sentence)
        ):
            return f"“{mark.span.of(sentence.text)}” is the reverse of what it cites"
        if mark.means == DOWN and sentence.values and not falls and not _goes_down(sentence, cited, there):
            return f"nothing in what it cites says “{mark.span.of(sentence.text)}”"
    return _falling(sentence)


_NOT = re.compile(r"\b(?:not|never|cannot|n[’']t|rather than)\b", re.IGNORECASE)
"""Before a word that says up or down, and then denies it, which is looked at as a denial."""

LESS = re.compile(r"\b(?:below|less than|lower than|fewer than|short of|beneath|under)\b", re.IGNORECASE)
"""What is said of a value that has come down to another."""


def _goes_down(sentence: Sentence, cited: Cited, there: Sequence[Mark]) -> bool:
    """Whether something falls in what is cited: by its words, or by its figures of an earlier and a later year."""
    if any(m.means == DOWN for m in there) or any(LESS.search(read.sentence.text) for read in cited.reads):
        return True
    ends = _ends(sentence)
    if len(ends) == 2 and _value(ends["to"]) < _value(ends["from"]):
        return True
    if (_LOWER.search(sentence.text) and _is_less(sentence, cited)) or _is_below_start(sentence, cited):
        return True
    said = {quantity(f.value, f.unit)[0] for f in sentence.values}
    mentions = [(m, quantity(m.figure.value, m.figure.unit)) for m, _ in cited.mentions if m.figure.year]
    return any(
        alike(unit, other)
        and one.places == two.places
        and one.names == two.names
        and one.metric == two.metric
        and (one.figure.year or 0) < (two.figure.year or 0)
        and later < earlier
        and (not said or said & {earlier, later})
        for one, (earlier, unit) in mentions
        for two, (later, other) in mentions
    )


def _is_below_start(sentence: Sentence, cited: Cited) -> bool:
    """Whether a figure of the sentence is less than what its line sets it against: `came to 2 million, against 3`."""
    said = {quantity(f.value, f.unit) for f in sentence.values}
    return any(
        one.role == "from" and other.role != "from" and theirs in said and own[1] == theirs[1] and theirs[0] < own[0]
        for read in cited.reads
        for one, own in _worths(read)
        for other, theirs in _worths(read)
    )


def _worths(read: Read) -> list[tuple[Mention, Quantity]]:
    return [(m, quantity(m.figure.value, m.figure.unit)) for m in read.mentions]


_LOWER = re.compile(r"\blower\b", re.IGNORECASE)


def _is_less(sentence: Sentence, cited: Cited) -> bool:
    """Whether a figure of the sentence is below another of its kind there."""
    return any(
        m.figure.kind == f.kind
        and alike(*(quantity(it.value, it.unit)[1] for it in (m.figure, f)))
        and quantity(f.value, f.unit)[0] < quantity(m.figure.value, m.figure.unit)[0]
        for f in sentence.values
        for m, _ in cited.mentions
    )


def _goes(means: str, sentence: Sentence) -> bool:
    """Whether the sentence's own figures, which are looked at elsewhere, go that way: `raised it from 5% to 70%`."""
    ends = _ends(sentence)
    return len(ends) == 2 and (_value(ends["from"]) < _value(ends["to"])) == (means == UP)


def _ends(sentence: Sentence) -> dict[str, Mention]:
    """What the sentence lets something start at and come to, where the two are of one unit."""
    mentions = mentions_in(sentence)
    found: dict[str, Mention] = {}
    for mention in mentions:
        if mention.role == "from" or (mention.role and not {"from", "to"} <= found.keys()):
            found[mention.role] = mention
    if set(found) == {"to"} and (before := _start(sentence, mentions)) is not None:
        found["from"] = before
    if len(found) < 2 or not alike(*(quantity(m.figure.value, m.figure.unit)[1] for m in found.values())):
        return {}
    return found


def _value(mention: Mention) -> Decimal:
    return quantity(mention.figure.value, mention.figure.unit)[0]


def _start(sentence: Sentence, mentions: Sequence[Mention]) -> Mention | None:
    """What a value grows from where only a comma says so: `5 million, to grow to 7 million`."""
    end = next(m for m in mentions if m.role == "to")
    before = [m for m in mentions if m.figure.kind == end.figure.kind and m.figure.span.end <= end.figure.span.start]
    between = sentence.text[before[-1].figure.span.end : end.figure.span.start] if before else ""
    return before[-1] if before and _TO_GROW.match(between) else None


_TO_GROW = re.compile(r",?\s(?:to|set to|expected to|and (?:will|is to|should)) \w+", re.IGNORECASE)


def _is_about(read: Read, sentence: Sentence) -> bool:
    """Whether a line has one of the sentence's figures, where any does: it may rise by then, and have fallen before."""
    return not sentence.values or any(
        stands_for(f, hedge_of(sentence.text, f), m.figure, m.hedge) for f in sentence.values for m in read.mentions
    )


def _is_reversed(mark: Mark, there: Sequence[Mark], near: Sequence[Mark], least: int) -> bool:
    """Whether what is said with it goes the other way near its figures, and not this way; so many words are shared."""
    same = max((_shared(mark, other) for other in there if other.means == mark.means), default=-1)
    other = max((_shared(mark, other) for other in near if other.means != mark.means), default=-1)
    return other > max(same, 0) if same >= 0 else other >= least


def _shared(mark: Mark, other: Mark) -> int:
    return len(mark.near & other.near)


def _falling(sentence: Sentence) -> str:
    """Why, where it says that something grows from a value to a lower one, or shrinks to a higher."""
    said = marks(sentence, DIRECTIONS)
    ends = _ends(sentence)
    if len(ends) < 2 or not said or any(m.figure.kind == "percent" for m in ends.values()):
        return ""
    means = said[0].means
    if _value(ends["from"]) == _value(ends["to"]) or _goes(means, sentence):
        return ""
    return f"{ends['from'].figure.text} to {ends['to'].figure.text} is not {means}"
