"""Lines whose splits are not the report's: of another market that is on offer, or of those who were interviewed."""

import re

from actqa.facts.kept import kept
from actqa.facts.offers import offers_others
from actqa.facts.owners import plain_words
from actqa.reading import Report

_ANOTHER = re.compile(
    r"^\W*(?:(?:Global|The|World|Worldwide)\s+)*(?P<name>(?:[A-Z0-9][\w&/'’-]*\s+(?:and\s+|of\s+)?){1,7})Market\b"
)
"""A line that opens with the name of a market."""

_OF_ANY = frozenset(
    "current future historical historic past present total overall value volume revenue key absolute regional "
    "country".split()
)
"""Words before `market` that name none."""

_ASKED = re.compile(
    r"\bby (?:designation|company type|job (?:title|role)|respondents?)\b|"
    r"\b(?:primary|profile of) (?:participants|respondents|interview\w*)|\b(?:participants|respondents|"
    r"interviewees) by\b",
    re.IGNORECASE,
)
"""Tells how those who were asked are split."""

LONGEST = 300
"""Characters of a line that names another report."""
NEAR = 2
"""Lines within which that is told."""


@kept
def asks(report: Report) -> bool:
    """Whether the report says anywhere how those who were asked are split."""
    return bool(_ASKED.search(report.text))


def is_strange(report: Report, at: int, lines: list[str], own: str) -> bool:
    """Whether the line at that place, one of the report's `lines`, offers another report or is on who was asked."""
    block, line = report.blocks[at], lines[at]
    if offers_others(line[:LONGEST], report.path(block.section)[1:]):
        return True
    offered = block.kind != "row" and len(line) < LONGEST and not line.endswith(".")
    another = _ANOTHER.match(line) if offered else None
    words = plain_words(own)
    named = plain_words(another["name"]) - _OF_ANY if another else set()
    if named and words and not named & words:
        return True
    return asks(report) and any(
        _ASKED.search(near) for near in lines[max(0, at - NEAR) : at + 1] if len(near) < LONGEST
    )
