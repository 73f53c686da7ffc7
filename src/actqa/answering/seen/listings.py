"""What a report lists, ready to be told: the lists among its facts, and those of its text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import heapify, heappop, heappush
from typing import Literal

from actqa.answering.asked.list_words import united
from actqa.answering.asked.words import stems, words
from actqa.reading import Span

LONGEST_QUOTE = 550
"""Characters of one place; a longer list is cited in several."""

ListKind = Literal[
    "dimension", "regions", "players", "drivers", "restraints", "opportunities", "challenges", "trends", "text"
]


@dataclass(frozen=True)
class Item:
    """One thing listed."""

    name: str
    spans: tuple[Span, ...]
    """Where it stands in the report, by itself."""
    inner: tuple["Item", ...] = ()

    @property
    def text(self) -> str:
        """With what it holds, in brackets."""
        return f"{self.name} ({', '.join(i.text for i in self.inner)})" if self.inner else self.name

    @property
    def all(self) -> tuple["Item", ...]:
        """It and all it holds."""
        return (self, *(i for inner in self.inner for i in inner.all))


@dataclass(frozen=True)
class Listing:
    """Names one after another."""

    kind: ListKind
    title: str
    """What they are said to be: the dimension, the heading, the words before."""
    items: tuple[Item, ...]
    evidence: tuple[Span, ...]
    """Places in which all of the items stand."""
    around: str = ""
    """Titles above."""
    sentence: str = ""
    """The report's own, where it reads better than title and items."""
    is_inner: bool = field(default=False)
    """Whether it is one item's of a longer list."""
    is_split: bool = field(default=False)
    """Of a list of the text, whether it says what the market is split by."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of the title."""
        return stems(united(self.title))

    @cached_property
    def words(self) -> tuple[frozenset[str], ...]:
        """Stems of each of its words, parts of compounds included."""
        return tuple(found for word in words(united(self.title)) if (found := stems(word)))

    @cached_property
    def wide(self) -> frozenset[str]:
        """Of the title and the titles above."""
        return self.stems | stems(united(self.around))

    @cached_property
    def keys(self) -> frozenset[str]:
        """First words of the items, to compare lists by."""
        return frozenset(item.name.split()[0].lower() for item in self.items if item.name.split())

    @property
    def lead(self) -> str:
        """The title without brackets and stops."""
        return re.sub(r"\s*\([^)]*\)", "", self.title).strip("*_ :;-–—") or "The report lists"


def unglued(title: str) -> str:
    """A title whose parts were set without a space between (`Tea MarketKey Players`), with one."""
    return re.sub(r"(?<=[Mm]arket)(?=[A-Z])", " ", title)


def places_of(items: Iterable[Item]) -> tuple[Span, ...]:
    """The fewest stretches of the text, none too long to be a quote, in which every item stands, in order.

    The stretch that holds most is taken, then the one that holds most of what is left. What a stretch holds only ever
    becomes less, so it is counted again only when what it held last puts it first.
    """
    missing = {id(item): item.spans for item in items if item.spans}
    lying = sorted((span.start, key, at) for key, spans in missing.items() for at, span in enumerate(spans))
    waiting = [(-len(_held(start, lying, missing)), start) for start in {start for start, _, _ in lying}]
    heapify(waiting)
    chosen: list[Span] = []
    while missing:
        most, start = heappop(waiting)
        best = _held(start, lying, missing)
        if len(best) < -most:
            heappush(waiting, (-len(best), start))
            continue
        chosen.append(Span(min(s.start for s in best.values()), max(s.end for s in best.values())))
        missing = {key: spans for key, spans in missing.items() if key not in best}
    return tuple(sorted(chosen, key=lambda span: span.start))


_Lying = tuple[int, int, int]
"""Where a span starts, whose it is, and which of its spans."""


def _held(start: int, lying: Sequence[_Lying], missing: Mapping[int, tuple[Span, ...]]) -> dict[int, Span]:
    """What stands in the stretch that begins at `start`, each by the first of its spans that does."""
    limit = start + LONGEST_QUOTE
    first: dict[int, int] = {}
    for begin, key, at in lying[bisect_left(lying, (start,)) : bisect_left(lying, (limit + 1,))]:
        if key in missing and at < first.get(key, at + 1) and (begin == start or missing[key][at].end <= limit):
            first[key] = at
    return {key: missing[key][at] for key, at in first.items()}


def standing_in(item: Item, places: Sequence[Span]) -> Span:
    """Where an item stands in one of the places, by its fullest name."""
    held = [span for span in item.spans if any(place.holds(span) for place in places)]
    return max(held or item.spans[:1], key=lambda span: span.end - span.start)
