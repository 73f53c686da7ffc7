"""The share of what comes second, where the report says who does: `What is the share of the no. 2 supplier?`"""

import re

from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked
from actqa.answering.figures.finding import Match, in_years

ASKS_SECOND = re.compile(
    r"\b(?:(?:no|nr|number)\.? ?(?:2|two)|#\s?2|(?:second|2nd)(?:[- ](?:largest|biggest|placed?|ranked|most))?|"
    r"runner-?up|(?:one|region|country|segment|player|company) (?:right |just |directly )?(?:after|behind|below) "
    r"(?:it|that|them|this|the (?:leader|first|top one))|next one)\b"
    r"(?! half| quarter)",
    re.IGNORECASE,
)
_SAYS_SECOND = re.compile(
    r"\b(?:second|runner-?up|followed by|trailed by|ahead of|next|follows|number two|behind (?:it|them))\b",
    re.IGNORECASE,
)
_KINDS = {
    "place": re.compile(r"\b(?:region|country|market|state|geograph\w+)s?\b", re.IGNORECASE),
    "player": re.compile(
        r"\b(?:player|compan\w+|vendor|supplier|maker|manufacturer|insurer|provider|firm|brand|producer|operator|bank|"
        r"seller|retailer|carrier|airline)s?\b",
        re.IGNORECASE,
    ),
}


def _kind_before(asked: Asked) -> str:
    """The kind of what the question, or the one before it, names."""
    kinds = {name.kind for name in asked.view.names.within(stems(asked.question.text))}
    return "player" if "player" in kinds else "segment"


def second(asked: Asked) -> list[Match]:
    """The first share that the report gives to what it puts second among the kind asked for."""
    question = asked.question
    if question.metric not in {"share", "contribution"} or not ASKS_SECOND.search(question.text):
        return []
    told_by = (question.own, question.text)
    kinds = (kind for text in told_by for kind, words in _KINDS.items() if words.search(text))
    kind = next(kinds, "") or _kind_before(asked)
    says_kind = any(words.search(question.own) for words in _KINDS.values())
    listed = any(name.kind == kind for name in asked.view.names.all)
    asks_so = ASKS_SECOND.search(question.text)
    same = asks_so.group().split()[0].lower() if asks_so else ""
    told = sorted(asked.view.stated, key=lambda s: (same not in s.clause.lower(), not asked.slots.may & s.unit.stems))
    for stated in told:
        if stated.metric not in {"share", "part"} or not in_years(question, stated):
            continue
        names = asked.view.names.within(stated.said)
        fits = bool(stated.places) if kind == "place" else not stated.places
        is_kind = kind == "place" or not listed or any(n.kind == kind for n in names)
        fits = fits and (is_kind or not says_kind)
        if fits and _SAYS_SECOND.search(stated.clause):
            return [Match(stated, 1.0, 1.0)]
    return []
