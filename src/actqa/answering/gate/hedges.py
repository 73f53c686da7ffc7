"""The words before a figure that loosen it. A new one is a line here."""

import re

from actqa.figures import Figure
from actqa.figures.grammar import QUALIFIERS
from actqa.figures.parse import any_of

HEDGES = {word: meant for word, meant in QUALIFIERS.items() if "estimated" not in word and word != "some"} | {
    "north of": "over",
    "not less than": "over",
    "no less than": "over",
    "no fewer than": "over",
    "not under": "over",
    "not below": "over",
    "a minimum of": "over",
    "beyond": "over",
    "past": "over",
    "topping": "over",
    "exceed": "over",
    "exceeds": "over",
    "exceeded": "over",
    "surpass": "over",
    "surpasses": "over",
    "surpassed": "over",
    "to pass": "over",
    "will pass": "over",
    "could pass": "over",
    "should pass": "over",
    "to top": "over",
    "will top": "over",
    "could top": "over",
    "should top": "over",
    "topped": "over",
    "surpassing": "over",
    "shy of": "nearly",
    "short of": "nearly",
    "approaching": "nearly",
    "approach": "nearly",
    "approaches": "nearly",
    "approached": "nearly",
    "nearing": "nearly",
    "just shy of": "nearly",
    "a little under": "nearly",
    "slightly under": "nearly",
    "slightly below": "nearly",
    "slightly less than": "nearly",
    "just below": "nearly",
    "a touch under": "nearly",
    "at most": "up to",
    "as much as": "up to",
    "as many as": "up to",
    "not more than": "up to",
    "a maximum of": "up to",
    "fewer than": "up to",
    "in the region of": "about",
    "on the order of": "about",
    "in the order of": "about",
    "some": "about",
    "or so": "about",
}
"""Before a figure → over, nearly, up to, about; `estimated` says who knows it, not that it is rounded."""

_BEFORE = re.compile(
    rf"(?<![\w-])(?P<word>{any_of(HEDGES)})\s*(?:(?<!than )(?<!below )(?<!under )(?:the|a|an)\s+)?$", re.IGNORECASE
)
"""What comes before a figure; `fewer than the 3 million of 2023` compares."""
_BEHIND = re.compile(r"\s+(?P<word>or (?:more|so|less)|plus\b)|\+", re.IGNORECASE)
_MEANT_BEHIND = {"or more": "over", "plus": "over", "+": "over", "or so": "about", "or less": "up to"}
LONGEST = 40
DURATIONS = frozenset({"years", "months"})
"""Units of what `over` says how long it takes, and not that it is more."""


def hedge_of(text: str, figure: Figure) -> str:
    """How the text loosens the figure that stands in it: `over`, `nearly`, `up to`, `about`, or nothing."""
    before = _BEFORE.search(text[max(0, figure.span.start - LONGEST) : figure.span.start])
    if before and not (before["word"].lower() == "over" and figure.unit in DURATIONS):
        return HEDGES[before["word"].lower()]
    behind = _BEHIND.match(text, figure.span.end)
    return _MEANT_BEHIND[(behind["word"] or "+").lower()] if behind else ""
