"""Series whose dimension is named behind them: `into A and B by type, and into C and D by end user`."""

import re

from actqa.facts.names import has_talk
from actqa.facts.segments.dimensions import is_known, tidy
from actqa.facts.series import NAME, Series

_LISTED = re.compile(
    r"(?:\b(?:into|between|among|includes?|including|are(?!\s\w+ed\s(?:as|into)\b)|comprises?|covers?|:|"
    r"(?<=ed )as)\s+|;\s+(?:and\s+)?|,\s+and\s+)"
    r"(?:between\s|into\s|among\s|as\s)?(?P<list>(?!(?:the|it|this)\b)[^.;:]{5,160}?)\s"
    rf"(?:based on|on the basis of|in terms of|according to|by)\s(?:the\s)?(?P<d>{NAME})(?=\s?[,.;]|$|"
    rf"\sand\s(?:into|between|among)\b)",
    re.IGNORECASE,
)
"""A series and, behind it, the dimension whose segments it names."""


def named_behind(text: str) -> list[Series]:
    """The series of a sentence that names two dimensions or more, each behind its segments."""
    if text.count(" by ") + text.count(" based on ") + text.count(" of ") < 2:
        return []
    found = [(tidy(m["d"]), m) for m in _LISTED.finditer(text)]
    out = [
        Series(dimension, *m.span("list")) for dimension, m in found if is_known(dimension) and _is_series(m["list"])
    ]
    return out if len(out) > 1 else []


def _is_series(listed: str) -> bool:
    return bool(re.search(r",|\sand\s", listed)) and not has_talk(listed) and not re.search(r"\sby\s|\binto\b", listed)
