"""Whether what a sentence says goes up or down goes the same way in what it cites."""

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.marks import Mark, marks, table
from actqa.answering.gate.mentions import mentions_in
from actqa.answering.gate.rounding import alike, quantity
from actqa.answering.gate.sentence import Sentence

UP, DOWN = "up", "down"

DIRECTIONS = table(
    {
        UP: r"gr[eo]w(?:s|n|ing)?|growth|increas\w+|ris(?:e|es|en|ing)|rose|expand\w*|expansion|climb\w*|surg(?:e|"
        r"es|ed|ing)|"
        r"gain(?:s|ed|ing)?|improv\w+|accelerat\w+|soar\w*|jump(?:s|ed|ing)?|strengthen\w*|widen\w*|upward|upturn|"
        r"uptick|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|escalat\w+|boom\w*|rally\w*|higher|advanc(?:e|es|ed|"
        r"ing)|swell\w*|up (?:from|by)|cagr(?! of [-−])",
        DOWN: r"declin\w+|fall(?:s|en|ing)?|fell|decreas\w+|shr(?:i|a|u)nk\w*|drop(?:s|ped|ping)?|contract(?:s|ed|"
        r"ing|ion)?"
        r"(?= (?:by|to|from|at|in|over|through|until))|slump\w*|slip(?:s|ped|ping)?|reduc\w+|weaken\w*|diminish\w*|"
        r"plummet\w*|dip(?:s|ped|ping)?|downward|downturn|ero(?:de|des|ded|ding|sion)|narrow(?:s|ed|ing)|lower|"
        r"wan(?:e|es|ed|ing)|los(?:e|es|ing|s|ses)|lost|"
        r"deteriorat\w+|slow(?:s|ed|ing|down)?|decelerat\w+|down (?:from|by)|halv(?:e|es|ed|ing)|recede\w*|"
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
    for mark in said:
        if _is_reversed(mark, there) and not (mark.means == DOWN and falls):
            return f"“{mark.span.of(sentence.text)}” is the reverse of what it cites"
        if mark.means == DOWN and not falls and not any(m.means == DOWN for m in there):
            return f"nothing in what it cites says “{mark.span.of(sentence.text)}”"
    return _falling(sentence)


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
    if len(ends) < 2 or not said:
        return ""
    (since, unit), (until, other) = (quantity(ends[role].value, ends[role].unit) for role in ("from", "to"))
    means = said[0].means
    if alike(unit, other) and ((means == UP and until < since) or (means == DOWN and until > since)):
        return f"{ends['from'].text} to {ends['to'].text} is not {means}"
    return ""
