"""What figures of a market report may be of that is not the market itself: exports, a fleet, half a year."""

import re

from actqa.facts.stems import holds

ASPECTS = {
    "exports": re.compile(r"\bexport(?:s|ed)?\b", re.IGNORECASE),
    "imports": re.compile(r"\bimport(?:s|ed)?\b", re.IGNORECASE),
    "production": re.compile(r"\b(?:production|were built|was built|produced|manufactured)\b", re.IGNORECASE),
    "fleet": re.compile(r"\b(?:fleet|in service|installed base|in use)\b", re.IGNORECASE),
    "part of the year": re.compile(
        r"\b(?:first|second) half\b(?! of the (?:decade|forecast|period|window))|\bH[12]\b|"
        r"\b(?:first|last) quarter\b|\bQ[1-4]\b",
        re.IGNORECASE,
    ),
    "cargo": re.compile(r"\bcargo\b", re.IGNORECASE),
}
"""What is not the market itself → how reports say it."""

_ASPECT_STEMS = tuple(
    "export|import|produc|built|manufactur|fleet|in service|installed|in use|half|h1|h2|quarter|q1|q2|q3|q4|"
    "cargo".split("|")
)
"""What the words for them begin with."""


def aspect_in(clause: str) -> str:
    """What is measured of the market rather than the market: its exports, the goods in use."""
    if not holds(clause, _ASPECT_STEMS):
        return ""
    found = [(m.end(), aspect) for aspect, said_so in ASPECTS.items() for m in said_so.finditer(clause)]
    return max(found)[1] if found else ""
