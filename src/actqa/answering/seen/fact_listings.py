"""The lists among a report's facts: dimensions with what they hold, players by the list that names them, dynamics."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from actqa.answering.seen.listings import Item, Listing, ListKind, places_of, standing_in, unglued
from actqa.facts import ReportFacts
from actqa.facts.types import Dynamic, Evidence, Player, Segment
from actqa.places import is_place
from actqa.reading import Report, Span, shown

DYNAMICS: dict[ListKind, str] = {
    "drivers": "Drivers",
    "restraints": "Restraints",
    "opportunities": "Opportunities",
    "challenges": "Challenges",
}

_GEOGRAPHIC = ("region", "geograph", "countr")


def fact_listings(report: Report, facts: ReportFacts) -> list[Listing]:
    """All of them, in the order of the facts."""
    found = [listing for split in facts.segmentations for listing in _dimension(split.dimension, split.segments)]
    found += _players(report, facts.players)
    for kind, title in DYNAMICS.items():
        found += _dynamics(kind, title, getattr(facts.dynamics, kind))
    return found


def _dimension(name: str, segments: tuple[Segment, ...]) -> Iterator[Listing]:
    """The dimension, and each of its segments that holds others."""
    items = tuple(_item(segment) for segment in segments)
    named = any(name.lower().startswith(word) for word in _GEOGRAPHIC)
    kind: ListKind = "regions" if named or sum(is_place(i.name) for i in items) * 2 > len(items) else "dimension"
    yield Listing(kind, name, items, places_of(inner for item in items for inner in item.all))
    for item in (inner for top in items for inner in top.all):
        if item.inner:
            places = places_of((item, *(i for inner in item.inner for i in inner.all)))
            yield Listing(kind, item.name, item.inner, places, around=name, is_inner=True)


def _item(segment: Segment) -> Item:
    return Item(segment.name, _spans(segment.evidence), tuple(_item(child) for child in segment.children))


def _spans(evidence: tuple[Evidence, ...]) -> tuple[Span, ...]:
    return tuple(Span(e.start, e.end) for e in evidence)


def _players(report: Report, players: tuple[Player, ...]) -> Iterator[Listing]:
    """One for each list of which no other holds all; the longest first, each in the order of its place."""
    lists: dict[str, list[Player]] = {}
    for player in players:
        for title in player.listed_in:
            lists.setdefault(title, []).append(player)
    kept: list[set[str]] = []
    for title, listed in sorted(lists.items(), key=lambda pair: -len(pair[1])):
        names = {player.name.split()[0].lower() for player in listed}
        if not any(names <= other for other in kept):
            kept.append(names)
            yield _named(report, title, listed)


def _named(report: Report, title: str, listed: list[Player]) -> Listing:
    bare = [Item(player.name, _spans(player.evidence)) for player in listed]
    places = places_of(bare)
    items = sorted((_led(item, places) for item in bare), key=lambda item: item.spans[0])
    others = [item.spans[0] for item in items]
    said = tuple(Item(_as_said(report, i, others), i.spans) for i in items)
    return Listing("players", unglued(title), said, places)


def _led(item: Item, places: tuple[Span, ...]) -> Item:
    """With the place first that is cited."""
    first = standing_in(item, places)
    return Item(item.name, (first, *(span for span in item.spans if span != first)))


LONGEST_NAME = 70
"""Characters that a line of a list may have beside the name of the only player in it."""
_GOES_ON = re.compile(
    r"(?:\s?\([^()\n]{1,20}\))?,?\s(?:plc|ltd|inc|llc|corp|co|limited|company|holdings?|n\.?v|s\.?a|ag)\b\.?", re.I
)
"""How a name goes on with its legal form."""


def _as_said(report: Report, item: Item, others: list[Span]) -> str:
    """As the report writes it: the whole line that names no other, else the name with what stands in brackets behind
    it and its legal form."""
    place = item.spans[0]
    line = _line(report, place)
    alone = not any(line.overlaps(other) for other in others if other != place)
    if alone and line.end - line.start <= place.end - place.start + LONGEST_NAME:
        return shown(report.text, line).strip(" ,;")
    more = _GOES_ON.match(report.text, place.end)
    said = shown(report.text, Span(place.start, more.end()) if more else place)
    return said if said.startswith(item.name) and len(said) < len(item.name) + 60 else item.name


def _line(report: Report, place: Span) -> Span:
    """The item of a list that holds the place; else the place itself."""
    at = bisect_right(report.blocks, place.start, key=lambda block: block.span.start) - 1
    block = report.blocks[max(at, 0)]
    is_item = block.kind == "item" and block.content.holds(place)
    return block.content if is_item else place


def _dynamics(kind: ListKind, title: str, listed: tuple[Dynamic, ...]) -> Iterator[Listing]:
    if listed:
        items = tuple(Item(dynamic.name, _spans(dynamic.evidence)) for dynamic in listed)
        yield Listing(kind, title, items, places_of(items))
