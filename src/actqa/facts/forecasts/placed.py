"""Places that a text names, apart from those that the whole report is about."""

import re
from functools import lru_cache

from actqa.facts.said import Said
from actqa.places import Named, find


@lru_cache(maxsize=64)
def own_places(title: str) -> frozenset[str]:
    """Places that the report's title names before the word market: the whole is of them."""
    before = re.split(r"\bmarket\b", title, flags=re.IGNORECASE)[0]
    return frozenset(named.name for named in places_in(before[:80]))


def places_in(text: str) -> list[Named]:
    """The places named, without letters that mostly mean something else (`NA`)."""
    return [named for named in find(text) if named.way != "short"]


def place_in(text: str, line: Said) -> str:
    """The place named first, unless the report as a whole is about it."""
    own = own_places(line.report.title)
    found = [named for named in places_in(text) if named.name not in own]
    if len(found) > 1 and text[found[0].end : found[1].start] == ", " and _IN.search(text[: found[0].start]):
        found = found[1:]
    return text[found[0].start : found[0].end] if found else ""


_IN = re.compile(r"\b(?:in|across|within|of)\s+$", re.IGNORECASE)
"""Before a place that the next one lies in: `In Europe, Germany …`."""
