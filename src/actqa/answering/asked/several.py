"""Several things asked for in one question: `leading region and fastest growing region`, `size and CAGR of Asia`."""

import re

from actqa.answering.asked.kinds import leader_asked, metric_asked

_AND = re.compile(r"\s*[,;?]?\s+(?:and|plus|&|as well as)\s+(?:also\s+)?|\?\s+(?=\w)", re.IGNORECASE)
_ASKS = re.compile(r"(?:at |by |for |in )?(?:what|which|how|who|when)\b", re.IGNORECASE)
_RANKED = {
    "largest": "Which {noun} is the largest?",
    "smallest": "Which {noun} is the smallest?",
    "fastest": "Which {noun} grows fastest?",
    "slowest": "Which {noun} grows slowest?",
}
_NOUN = re.compile(
    r"\bwhich (?:of the )?(?P<asked>(?!ones?\b|is\b|are\b|has\b|grows?\b|leads?\b)(?:[\w-]+ ){0,2}?[\w-]+) "
    r"(?:is|are|was|has|have|had|leads?|led|dominates?|holds?|grows?|will)\b|"
    r"\b(?:largest|biggest|leading|top|smallest|fastest|quickest|slowest|dominant|strongest)"
    r"(?:[ -](?:growing|market))? (?P<ranked>(?!and\b|growing\b|ones?\b)[\w-]+)",
    re.IGNORECASE,
)
_OF = re.compile(r"\s(?:of|for|in)\s.+$", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"\s(?:for|in) (?:the )?(?:year )?(?:19|20)\d\d\W*$", re.IGNORECASE)
_FIGURES = {"size", "share", "growth", "price", "yoy", "contribution"}


def parts_asked(text: str) -> tuple[str, ...]:
    """Each of two things that are asked for, as a question of its own; empty where it asks for one."""
    for cut in _AND.finditer(text):
        one, other = text[: cut.start()].strip(" ,;?"), text[cut.end() :].strip(" ,;?.")
        if parts := _ranked(one, other) or _measured(one, other):
            return parts
    return ()


def _ranked(one: str, other: str) -> tuple[str, ...]:
    """Two that rank first in two ways."""
    leaders = [leader_asked(side.lower()) for side in (one, other)]
    noun = next((found["asked"] or found["ranked"] for found in _NOUN.finditer(f"{one}? {other}")), "")
    if not all(leaders) or leaders[0] == leaders[1] or not noun:
        return ()
    return tuple(_RANKED[leader].format(noun=noun) for leader in leaders)


def _measured(one: str, other: str) -> tuple[str, ...]:
    """Two measures; what the first is asked of is said behind the second, or the other way round."""
    metrics = [metric_asked(side.lower()) for side in (one, other)]
    if not set(metrics) <= _FIGURES or metrics[0] == metrics[1]:
        return ()
    if any(leader_asked(side.lower()) for side in (one, other)):
        return ()
    of_one, of_other = _OF.search(one), _OF.search(other)
    if of_other and not of_one and not _ASKS.match(other):
        one += of_other.group()
    elif of_one and not of_other and not _ASKS.match(other) and not _ONLY_YEAR.match(of_one.group()):
        other += of_one.group()
    return (one, other)
