"""What the leading firms hold together: `What share do the top players have?`, `How much do the top 5 control?`"""

import re

from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.refusal import refused
from actqa.answering.seen.stated import Stated
from actqa.figures.grammar import NUMBER_WORDS

_FIRMS = (
    r"(?:players?|compan(?:y|ies)|firms?|vendors?|innovators?|suppliers?|manufacturers?|producers?|brands?|makers?)"
)
_TOP = rf"\b(?:top|leading|largest|biggest|major|big|main|profiled)\b(?: [\w-]+){{0,2}}? {_FIRMS}\b"
_BARE = re.compile(
    r"(?:and |so )?(?:how much|what|which) .*?\b(?:top|big|largest|leading|biggest) "
    r"(?:\d{1,2}|two|three|four|five|six|ten)(?: (?:control|hold|have|account|make|take|own|command|share)\w*|\W*$)|"
    r".*\b(?:profiled|listed|covered) (?:players?|compan(?:y|ies)|firms?|vendors?)\b(?=.*\bshare)|"
    r".*\bshare of (?:the )?(?:profiled|listed|covered) ",
    re.IGNORECASE,
)
"""Asks for what they hold without a word for them: `How much do the top 5 control?`"""
_ASKS = re.compile(
    rf"(?=.*\b(?:shares?|percent\w*|%|portion|part|how much)(?=\W|$)).*?{_TOP}|"
    rf".*?{_TOP}(?=.*\b(?:shares?|hold|control)\b)",
    re.IGNORECASE,
)
_HELD = re.compile(_TOP, re.IGNORECASE)
_HOW_MANY = re.compile(rf"\b(?:\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)


def compose_top_firms(asked: Asked) -> Drafted | None:
    """The sentences that say so, of as many firms as asked; None where none does, or one firm or place is asked for."""
    question = asked.question
    bare = bool(_BARE.match(question.text.rpartition(", ")[2]))
    if question.places or question.years or question.names or not (bare or _ASKS.match(question.text)):
        return None
    counts = _counts(question.text)
    if bare and (asked.slots.names or asked.slots.all - stems("control five three four two ten top")):
        return None
    told = [s for s in asked.view.stated if s.figure.kind == "percent" and _is_theirs(s, counts)]
    if not told:
        return refused(asked) if bare else None
    units = {s.unit.unit.number: s for s in reversed(told)}
    drafts = (Draft(s.unit.text, (s.unit.unit.content,), (s.figure,)) for s in reversed(units.values()))
    return Drafted(tuple(drafts)[:2])


def _is_theirs(stated: Stated, counts: frozenset[str]) -> bool:
    """Whether leading firms stand beside the percentage, so many of them where a number is asked for."""
    single = sum(figure.kind == "percent" for figure in stated.unit.figures) == 1
    said = stated.unit.text.partition(stated.figure.text)[0] if single else stated.clause
    is_part = stated.metric in {"share", "part"} and _HELD.search(said) is not None
    return is_part and (not counts or counts <= _counts(said))


def _counts(text: str) -> frozenset[str]:
    """Numbers that are said, in digits."""
    return frozenset(NUMBER_WORDS.get(number.lower(), number) for number in _HOW_MANY.findall(text))
