"""The parts and lines in which a report offers other reports, whose figures are not its market's."""

import re
from collections.abc import Iterable
from functools import lru_cache

_RELATED = re.compile(
    r"^(?!.*\b(?:developments?|news|events?|deals?|launches|named in|covered (?:in|by)|of (?:the|this) report)\b)"
    r"(?:\W*(?:our|more|other|top|latest|recent|similar|related|trending|popular|further|recommended|browse|explore|"
    r"view|see|read|also|you|people|customers|readers|may|might|like|be|are|interested|in|adjacent|associated|"
    r"complementary|parent)\b)+"
    r"[^.?!]{0,30}?\b(?:reports?|studies|publications|titles|research|viewed|bought|read|like|interested in|markets)\b"
    r"[^.?!]{0,40}$",
    re.IGNORECASE,
)
"""Headings of parts that offer other reports."""

_RELATED_LINE = re.compile(
    r"(?:^\W*(?:(?:related|similar|other|trending|more) (?:reports?|studies|research|titles|markets?)|also read|"
    r"read more|"
    r"(?:you|readers|customers|others) (?:may|might|could|will|also|who)\b[^:.]{0,30}\b(?:like|interest|read|bought|"
    r"viewed)|"
    r"(?:more|also) (?:from|of interest|see)|further reading)|\bsee also)"
    r"\b[^:]{0,30}:",
    re.IGNORECASE,
)


def offers_others(line: str, titles: Iterable[str] = ()) -> bool:
    """Whether a line offers other reports, or stands under a title that does."""
    return (":" in line and bool(_RELATED_LINE.search(line))) or any(map(_heads_others, titles))


@lru_cache(maxsize=1_000)
def _heads_others(title: str) -> bool:
    return len(title.split()) < 9 and bool(_RELATED.match(title))
