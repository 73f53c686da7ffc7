"""Whether a question asks for several things in their order: `top 3 regions`, `rank the segments by share`."""

import re
from dataclasses import dataclass

from actqa.figures.grammar import NUMBER_WORDS

_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|10)"
_MOST = (
    r"(?:top|largest|biggest|leading|main|highest|first|most important|smallest|lowest|last|bottom|"
    r"(?:fastest|quickest|slowest)(?:[ -](?:growing|expanding))?)"
)
_TOP = re.compile(
    rf"\b(?:(?P<before>{_COUNT})[ -](?:\w+ )?(?P<most>{_MOST})|(?P<first>{_MOST})[ -](?P<after>{_COUNT}))\b"
    r"(?! (?:of|to|and|percent|%|years?|months?|times)\b)"
)
"""`The three largest`, `top 3`."""
_ORDERED = re.compile(
    r"\b(?:rank|ranking of) (?:all |the |its |of |these )*(?!(?:first|second|third|is|does|as|in|by)\b)[\w&/-]{3,}|"
    r"\branked (?:by|from|in)\b|\b(?:order|sort|arrange) (?:all )?(?:the |its )?[\w&/ -]{3,40} (?:by|from|in)\b|"
    rf"\bfrom (?:the )?(?P<from>{_MOST}|most|least)(?: \w+)? to (?:the )?(?:{_MOST}|most|least)\b|"
    r"\bin (?:the )?(?P<way>descending|ascending|decreasing|increasing|falling|rising) order\b|"
    r"\bin order of (?:size|share|growth|revenue|sales|value|cagr|importance|pace)\b"
)
"""`Rank the regions by share`, `regions from fastest to slowest`."""
_GROWTH = re.compile(r"\b(?:fastest|quickest|slowest|growth|growing|cagrs?|pace|expanding)\b")
_LEAST = re.compile(r"\b(?:smallest|slowest|lowest|least|last|bottom|ascending|increasing|rising)\b")
_ALTOGETHER = re.compile(
    r"\b(?:combined|together|sum|total|altogether|jointly|add(?:ed)? up|plus|how much|how many|what (?:share|part|"
    r"percentage|percent|portion|%)|(?:share|part|percentage|portion|revenue|sales|size|cagr|value) of (?:the )?"
    rf"(?:{_MOST}|{_COUNT})|(?:account|hold|make up|control|represent)s?)\b"
)
"""Asks for a figure of theirs."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What is asked to be ranked."""

    count: int
    """How many; 0 for all."""
    fastest: bool
    """Whether by growth, rather than by size."""
    last: bool
    """Whether from the smallest."""
    what: str
    """The words for what is ranked, in lower case: `regions`."""


_PLAYERS = re.compile(
    r"(?:players|compan|firms|vendors|suppliers|makers|manufacturers|brands|producers|names|competitors)"
)


def together_asked(text: str) -> Ranking | None:
    """The largest few, where what they have together is asked for: `share of the top 3 regions`."""
    top = _TOP.search(text.lower())
    found = _ranking(text.lower()) if top and _ALTOGETHER.search(text.lower()) else None
    return found if found is not None and found.count and not _PLAYERS.match(found.what) else None


def ranking_asked(text: str) -> Ranking | None:
    """The order that the question asks for; None where it asks for none."""
    return None if _ALTOGETHER.search(text.lower()) else _ranking(text.lower())


def _ranking(lower: str) -> Ranking | None:
    top, ordered = _TOP.search(lower), _ORDERED.search(lower)
    if not (top or ordered):
        return None
    said = (top["before"] or top["after"]) if top else "0"
    first = (top["most"] or top["first"]) if top else (ordered["from"] or ordered["way"] or "") if ordered else ""
    count, last = int(NUMBER_WORDS.get(said, said)), bool(_LEAST.search(first))
    return Ranking(count, bool(_GROWTH.search(lower)), last, _what(lower, top))


_ASKING = re.compile(
    r"^(?:(?:and|so|please|can|could|you|give|show|list|name|tell|me|us|what|which|how|are|is|do|does|rank|ranking|"
    r"order|sort|arrange|all|the|of|its|these|growing|expanding|market|important|by)\b[ ,]*)+"
)
_END = re.compile(
    r"\s(?:by|in|from|of|for|with|according|together|combined|ranked|rank|have|has|hold|account|are|were|is|on|that|and)\b|[?.,:(]|\s(?:19|20)\d\d\b"
)


def _what(lower: str, top: re.Match[str] | None) -> str:
    """What stands behind the count, or opens the question."""
    rest = lower[top.end() :].strip() if top else lower
    rest = _ASKING.sub("", rest)
    end = _END.search(rest)
    return rest[: end.start()].strip() if end else rest.strip(" ?!.")
