"""Regions that a report lists nowhere, and only tells of: `Asia took 49%. North America and Europe stood for 41%.`"""

import re
from collections.abc import Iterable, Iterator

from actqa.facts.segments.dimensions import is_regional
from actqa.facts.segments.nesting import Node, merge
from actqa.facts.segments.splits import TOLD, Claim
from actqa.places import is_region, regions_in
from actqa.reading.markup import Shown

FEWEST = 4
"""Regions that make up a split wherever they are told of."""
FEWEST_TOGETHER = 3
"""And where one sentence gives a share of each."""
LONGEST = 1500
"""Characters of a sentence."""

_MEASURED = re.compile(
    r"\d\s?%|\bper\s?cent\b|\d\s(?:million|billion|trillion|mn|bn|crore)\b|\b(?:largest|biggest|highest|fastest|"
    r"lead(?:s|ing)?|led|dominat\w+|second|third|smallest|quickest|most|majority|rest|remaining|share)\b",
    re.IGNORECASE,
)
"""What a sentence on the weight or growth of regions holds."""

_SUBJECT = re.compile(
    r"(?:^|[.;:,]\s|\s)(?:(?:in|by|during|over|for)\s(?:the\s)?(?:year\s)?[^,]{0,30}\d{4},?\s)?"
    r"(?:(?:and|while|whereas|ahead of|followed by|trailed by|in front of|behind|then|but|meanwhile|before|both|"
    r"where|as)\s)*(?:the\s)?$",
    re.IGNORECASE,
)
"""What stands before a region that something is told of, under a heading on regions."""

_OPENS = re.compile(
    r"(?:^|[.;]\s|,\s(?:while|whereas|and|but|ahead of|followed by)\s)"
    r"(?:in\s(?:the\syear\s)?\d{4},?\s)?(?:the\s)?$",
    re.IGNORECASE,
)
"""And elsewhere: where a sentence or clause begins."""

_WHERE = re.compile(
    r"\b(?:in|to|from|across|into|of|for|within|between|outside|throughout|at)\s(?:the\s|both\s)?$", re.IGNORECASE
)
"""What stands before a region that is only a place."""

_JOINT = re.compile(
    r"(?:\s\([^()]*\)|(?:\s(?:with|at|some|around|about))?\s[\d.]+\s?%)?(?:,|\sand|,\sand|\s&)\s(?:the\s)?"
)
"""Between a region that is told of and the next."""


def told_regions(sentences: Iterable[tuple[Shown, tuple[str, ...]]]) -> list[Claim]:
    """The regions that the sentences, each with the titles it stands under, tell of; none where these are few."""
    nodes: list[Node] = []
    together = False
    for seen, titles in sentences:
        if len(seen.text) > LONGEST or not _MEASURED.search(seen.text):
            continue
        found = list(_told(seen.text, on_regions=any(map(is_regional, titles[1:]))))
        together = together or len(found) >= FEWEST_TOGETHER <= seen.text.count("%")
        merge(nodes, (Node(seen.text[start:end], [seen.raw(start, end)]) for start, end in found))
    return [Claim("Region", nodes, TOLD)] if len(nodes) >= (FEWEST_TOGETHER if together else FEWEST) else []


def _told(text: str, *, on_regions: bool) -> Iterator[tuple[int, int]]:
    """Where a sentence names regions that it tells something of."""
    last = -1
    for start, end in regions_in(text):
        before = text[max(0, start - 60) : start]
        joined = last >= 0 and _JOINT.fullmatch(text, last, start)
        heads = (_SUBJECT if on_regions else _OPENS).search(before) and not _WHERE.search(before)
        if is_region(text[start:end]) and (joined or heads):
            yield start, end
            last = end
