"""What a percentage measures, by the words that it stands with: growth, or a part of a whole."""

import re

from actqa.reading import Span

METRICS = {
    "growth": r"cagr|growth|grow(?:s|n|ing)?(?!-)|grew|compound(?:ed)?|annually|a year|per year|per annum|p\.a\.|pace|"
    r"climb(?:s|ed|ing)?|rise[ns]?|rising|rose|expand(?:s|ed|ing)?|increas(?:e|es|ed|ing)|each year|yearly|faster|"
    r"advanc(?:e|es|ed|ing)",
    "share": r"shares?|account(?:s|ed|ing)?|hold(?:s|ing)?|held|captur(?:e|es|ed|ing)|represent(?:s|ed|ing)?|"
    r"made up|make up|makes up|making up|of (?:the |all |total |global |its |overall )*(?:market|revenues?|sales|"
    r"demand|total)|compris\w+|"
    r"command(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|slice|portion|proportion",
}
"""The words of each."""

_MARKS = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{said})" for name, said in METRICS.items()) + r")\b", re.IGNORECASE
)


def metrics(text: str) -> list[tuple[Span, str]]:
    """Where a text names what a percentage measures."""
    return [(Span(*m.span()), m.lastgroup or "") for m in _MARKS.finditer(text)]


_ANNUAL = r"cagr|a year|per year|per annum|p\.\s?a\.|annual\w*|each year|yearly|every year|compound\w*"
_BEFORE = re.compile(rf"\b(?:{_ANNUAL})\b[^\d;%]{{0,40}}$", re.IGNORECASE)
_BEHIND = re.compile(rf"[^\d;%]{{0,30}}\b(?:{_ANNUAL})", re.IGNORECASE)


def is_annual(text: str, at: Span) -> bool:
    """Whether a percentage is a rate of growth a year."""
    return bool(_BEHIND.match(text, at.end) or _BEFORE.search(text[: at.start]))
