"""Whether what a sentence says goes up or down goes the same way in what it cites."""

import re
from collections.abc import Sequence
from decimal import Decimal

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.marks import Mark, marks, table
from actqa.answering.gate.mentions import mentions_in
from actqa.answering.gate.rounding import alike, quantity
from actqa.answering.gate.sentence import Sentence

UP, DOWN = "up", "down"

DIRECTIONS = table(
    {
        UP: r"gr[eo]w(?:s|n|ing)?|growth|add(?:s|ed|ing)? to|increas\w+|ris(?:e|es|en|ing)|rose|"
        r"expand\w*|expansion|climb\w*|"
        r"surg(?:e|es|ed|ing)|"
        r"gain(?:s|ed|ing)?|improv\w+|accelerat\w+|soar\w*|jump(?:s|ed|ing)?|strengthen\w*|widen\w*|upward|upturn|"
        r"uptick|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|escalat\w+|boom\w*|rally\w*|higher|advanc(?:e|es|ed|"
        r"ing)|swell\w*|up (?:from|by)|(?:go(?:es|ing)?|went) up|cagr(?! of [-−])",
        DOWN: r"declin\w+|fall(?:s|en|ing)?|fell|decreas\w+|shr(?:i|a|u)nk\w*|drop(?:s|ped|ping)?|contract(?:s|ed|"
        r"ing|ion)?"
        r"(?= (?:by|to|from|at|in|over|through|until))|slump\w*|slip(?:s|ped|ping)?|reduc\w+|weaken\w*|diminish\w*|"
        r"plummet\w*|dip(?:s|ped|ping)?|downward|downturn|ero(?:de|des|ded|ding|sion)|narrow(?:s|ed|ing)|lower|"
        r"wan(?:e|es|ed|ing)|los(?:e|es|ing|s|ses)|lost|"
        r"deteriorat\w+|slow(?:s|ed|ing|down)?|decelerat\w+|down (?:from|by)|(?:go(?:es|ing)?|went) down|"
        r"halv(?:e|es|ed|ing)|recede\w*|"
        r"cut(?:s|ting)?",
    }
)


def misdirected(sentence: Sentence, cited: Cited) -> str:
    """Why, where the sentence lets something rise that falls there, or the reverse."""
    said = marks(sentence, DIRECTIONS)
    if not said:
        return ""
    there = [mark for read in cited.reads for mark in marks(read.sentence, DIRECTIONS)]
    falls = any(m.figure.value < 0 for m, _ in cited.mentions)
    denials = [m.end() for m in _NOT.finditer(sentence.text)]
    for mark in said:
        if mark.span.of(sentence.text).lower() == "cagr" or any(0 <= mark.span.start - end <= 1 for end in denials):
            continue
        if _is_reversed(mark, there) and not (mark.means == DOWN and falls):
            return f"“{mark.span.of(sentence.text)}” is the reverse of what it cites"
        if mark.means == DOWN and not falls and not _goes_down(sentence, cited, there):
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
    if len(ends) == 2 and ends["to"] < ends["from"]:
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


def _ends(sentence: Sentence) -> dict[str, Decimal]:
    """What the sentence lets something start at and come to, where the two are of one unit."""
    found = {m.role: quantity(m.figure.value, m.figure.unit) for m in mentions_in(sentence) if m.role}
    if len(found) < 2 or not alike(found["from"][1], found["to"][1]):
        return {}
    return {role: value for role, (value, _) in found.items()}


def _is_reversed(mark: Mark, there: list[Mark]) -> bool:
    """Whether what is said with it goes the other way there, and not this way."""
    same = max((_shared(mark, other) for other in there if other.means == mark.means), default=-1)
    other = max((_shared(mark, other) for other in there if other.means != mark.means), default=-1)
    return other > max(same, 0) if same >= 0 else other >= 0


def _shared(mark: Mark, other: Mark) -> int:
    return len(mark.near & other.near)


def _falling(sentence: Sentence) -> str:
    """Why, where it says that something grows from a value to a lower one, or shrinks to a higher."""
    said = marks(sentence, DIRECTIONS)
    ends = {m.role: m.figure for m in mentions_in(sentence) if m.role and m.figure.kind != "percent"}
    values = _ends(sentence)
    if len(ends) < 2 or len(values) < 2 or not said:
        return ""
    means = said[0].means
    if (means == UP and values["to"] < values["from"]) or (means == DOWN and values["to"] > values["from"]):
        return f"{ends['from'].text} to {ends['to'].text} is not {means}"
    return ""
