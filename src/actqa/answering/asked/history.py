"""A conversation: what a question leaves to the ones before it, and whom an earlier answer named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actqa.answering.asked import vocabulary
from actqa.answering.asked.excepted import without_left_out
from actqa.answering.asked.kinds import is_plural
from actqa.answering.asked.question import Question, is_scoped, names_in, understand
from actqa.answering.asked.words import is_plain, words

_WHY = re.compile(
    r"(?:and |but |so )?(?:why|how so|how come|what for)(?: is (?:that|this|it)| so| that| not)?\W*$", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:it|its|that|those|they|their|there|them|this one|the same|he|she|his|her|one)\b", re.IGNORECASE
)
POINTS_AT_ENTITY = re.compile(
    r"\b(?:its|their|it|they|them|that (?:company|one|region|segment|country|player|firm)|there|his|her)\b",
    re.IGNORECASE,
)
"""Words that may stand for whom the answer before named."""


def complete(text: str, history: Sequence[str]) -> Question:
    """The question; one that goes on from the last of `history` takes from it what it leaves out."""
    asked = understand(_OPENING.sub("", text) if history else text)
    if history and _OPENING.match(text):
        asked = replace(asked, names=names_in(asked.text, opens=False))
    if not history:
        return asked
    if _HOW_MANY.match(text.strip()):
        before = complete(history[-1], history[:-1])
        if before.kind == "list":
            return replace(before, counted=True, history=tuple(history))
    left, out = without_left_out(asked.text)
    if out and not re.search(r"\w", left) and is_scoped(before := complete(history[-1], history[:-1])):
        return replace(before, text=f"{before.text} {asked.text}", own=asked.text, left_out=out, history=tuple(history))
    if is_why(text):
        before = complete(history[-1], history[:-1])
        return replace(
            before,
            text=f"Why? {before.text}",
            kind="passage",
            metric="",
            topic="",
            operation="",
            history=tuple(history),
        )
    if (one := _ONE.match(text.strip())) and (among := _AMONG.match(history[-1].strip())):
        return replace(understand(f"Which {among['what']} {one['does']}"), history=tuple(history))
    if not goes_on(text, asked):
        return asked
    return _completed(asked, complete(history[-1], history[:-1]), tuple(history))


_ONE = re.compile(
    r"(?:(?:and|but|so|ok|then),? )?(?:which|what|the) (?:other )?ones? (?:that |which )?(?P<does>\w.+)", re.IGNORECASE
)
_AMONG = re.compile(
    r"(?:and |so )?(?:which|what) (?P<what>(?:[\w-]+ ){0,2}?[\w-]+) (?:is|are|was|were|has|have|had|will|leads?|led|"
    r"dominate[sd]?|held|holds?|grows?|grew|account(?:s|ed)|took|takes|makes?|made|generate[sd]?|contribute[sd]?)\b",
    re.IGNORECASE,
)
"""`Which region had the highest share?`, to which `and the one that grows fastest?` goes back."""
_HOW_MANY = re.compile(
    r"(?:and |so )?how many (?:(?:is|are|were|was) (?:that|those|they|these|there|it)|of (?:them|those)(?: are there)?)"
    r"(?: in (?:all|total)| altogether)?\W*$",
    re.IGNORECASE,
)
"""Asks for the length of the list that the answer before gave."""


def is_why(text: str) -> bool:
    """Whether the question is but why it is so."""
    return bool(_WHY.match(text.strip()))


_OPENING = re.compile(
    r"^(?:and |so |ok |but )?(?:what|how) about (?:the )?|^(?:and|ok|so|but|then)[, ]+", re.IGNORECASE
)
"""How a question goes on, without what it then says."""


def goes_on(text: str, asked: Question) -> bool:
    """Whether the question makes sense only after the one before."""
    lower = text.lower().strip()
    marked = any(re.match(rf"{re.escape(marker)}\b", lower) for marker in vocabulary.FOLLOW_UPS)
    fragment = len(lower.split()) <= 3 and not (
        asked.says_what and (asked.kind == "list" or asked.years or asked.places)
    )
    return marked or bool(_POINTING.search(lower)) or fragment


def asks_of_entity(text: str, history: Sequence[str]) -> bool:
    """Whether a pronoun may stand for whom the answer to the question before named, or why that is so is asked."""
    return bool(history) and bool(POINTS_AT_ENTITY.search(text) or (is_why(text) and understand(history[-1]).leader))


_SHIFT = re.compile(r"\b(\d{1,2}|a|one|two|three|five|ten) years? (later|after|on|earlier|before)\b", re.IGNORECASE)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10}


def _shifted(text: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years of the question before, moved by what this one says: `and ten years later?`"""
    found = _SHIFT.search(text)
    if not found:
        return years
    by = _COUNTS.get(found[1].lower()) or int(found[1])
    return tuple(year + (by if found[2].lower() in {"later", "after", "on"} else -by) for year in years)


_AT_END = re.compile(
    r"\b(?:end|close) of (?:the |its |this )?(?:forecast|period|horizon|outlook|study)|\bfinal year\b", re.IGNORECASE
)
"""Names a year by where it stands in the forecast, and so takes none from the question before."""
_OF_THAT = re.compile(r"\bhow much of (?:it|that|this|them|those)\b", re.IGNORECASE)
"""Asks for a size again, of a part."""


def _names_one(asked: Question) -> bool:
    """Whether it names one thing with the word that asks for several: `the cans segment`, `the Asian region`."""
    is_named = bool(asked.topic and (asked.terms or asked.places))
    return is_named and asked.kind == "list" and not is_plural(asked.text.lower(), asked.topic)


def _renamed(asked: Question, before: Question) -> str:
    """The question before of another company: `What did Kemin do recently?`, `And AFB?`; empty where one names none."""
    name = " ".join(before.names)
    if not name or name not in before.text or not asked.names or asked.places or asked.years:
        return ""
    return before.text.replace(name, re.sub(r"^\W*(?:and|but|so)\b\s*|\W+$", "", asked.text, flags=re.IGNORECASE))


def _completed(asked: Question, before: Question, history: tuple[str, ...]) -> Question:
    """The question with what it leaves out: who or what it is about, what is asked of that, and for when."""
    shift = words(found.group()) if (found := _SHIFT.search(asked.text)) else []
    rank = words(f"{found.group()} place") if (found := vocabulary.SECOND.search(asked.text.lower())) else []
    named = [word for word in asked.terms if not is_plain(word) and word not in (*shift, *rank)]
    subject = asked if asked.places or named else before
    ranks_on = bool(rank) and before.kind == "figure" and not asked.metric
    asks_again = _names_one(asked) or ranks_on or (_OF_THAT.search(asked.text) and before.metric == "size")
    what = asked if asked.says_what and not asks_again else before
    keeps_thing = not asked.terms and bool(asked.places) and what is before
    terms = before.terms if keeps_thing else subject.terms
    text = _renamed(asked, before) if subject is asked and what is before else ""
    return replace(
        asked,
        text=text or (asked.text if what is asked and subject is asked else f"{before.text} {asked.text}"),
        kind=what.kind,
        metric=what.metric,
        topic=what.topic,
        operation=what.operation,
        unit=asked.unit or what.unit,
        leader=what.leader,
        counted=what.counted,
        years=asked.years or (() if _AT_END.search(asked.text) else _shifted(asked.text, before.years)),
        places=subject.places,
        names=subject.names,
        terms=terms,
        stems=before.stems if keeps_thing else subject.stems,
        left_out=asked.left_out or ("" if named else before.left_out),
        history=history,
    )
