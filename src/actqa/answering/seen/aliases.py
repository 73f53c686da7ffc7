"""Other names for a segment that the report itself gives: `the indirect, or French, process`, `CHO (hamster) cells`."""

import re

from actqa.answering.asked.kindred import kin
from actqa.answering.asked.words import WORD, stems
from actqa.answering.seen.names import Name
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.places import find

NEAR = 12
"""Words between a segment's name and what it is said to be besides."""
_EQUATES = re.compile(
    r"\(|\)|\bor\b|\bfrom\b|\balso\b|\b(?:so-)?called\b|\bknown as\b|\bthat is\b|\bi\.e\.|\bnamely\b|"
    r"\bsuch as\b|\bincluding\b|\blike\b"
    r"|\b(?:made|derived|obtained|pressed|produced|drawn|taken) (?:of|from|out of)\b|\bmeans?\b|"
    r"\brefers? to\b|\bconsists?\b"
    r"|\b(?:is|are|was|were) (?:the |an? |all )|\bwhich\b|\bwithout\b|\bneeds? no\b|\bin other words\b|[:–—]",
    re.IGNORECASE,
)
"""What says that two things are one, or that one is what the other is made of."""
_FIGURE = re.compile(r"\d\s?%|[$€£]\s?\d")


def alias(asked: frozenset[str], view: ReportView) -> Name | None:
    """The one segment that a sentence of the report equates with all the words that these stems are of."""
    if not asked:
        return None
    found: dict[frozenset[str], Name] = {}
    for unit in view.units:
        if _says(asked, unit) and not unit.is_head:
            for name in view.names.all:
                if _may_be_called(name) and not name.stems & asked and _says(name.stems, unit):
                    found |= {name.stems: name} if _are_one(asked, name, unit) else {}
    longest = [name for name in found.values() if not any(name.stems < other for other in found)]
    return longest[0] if len(longest) == 1 else None


def _may_be_called(name: Name) -> bool:
    """Whether it is of a thing: a place has no other names here."""
    return name.kind in {"segment", "subject"} and not find(name.text, cased=False)


def _says(asked: frozenset[str], unit: UnitView) -> bool:
    """Whether the unit says all of them, or other words for them."""
    return all(s in unit.said or kin(s) & unit.said for s in asked)


def _are_one(asked: frozenset[str], name: Name, unit: UnitView) -> bool:
    """Whether name and words stand close together, with words between that equate them and no figure."""
    words = [(found.start(), found.end(), stems(found.group())) for found in WORD.finditer(unit.text)]
    named = [i for i, (_, _, said) in enumerate(words) if said & name.stems]
    meant = [i for i, (_, _, said) in enumerate(words) if said & asked or any(kin(s) & said for s in asked)]
    for at in named:
        for other in meant:
            first, last = sorted((at, other))
            if last - first > NEAR:
                continue
            between = unit.text[words[first][1] : words[last][0]]
            if _EQUATES.search(between) and not _FIGURE.search(between):
                return True
    return False
