"""What single places of a report say the market is split by, and how they come together."""

from collections.abc import Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from actqa.facts.names import OTHERS, key
from actqa.facts.segments.dimensions import is_geography
from actqa.facts.segments.nesting import Node, merge

MOST = 150
"""Segments on one level, and dimensions; what lists more is no split of a market."""

LIST, WORDS, ROW, SEEN, TOLD = 3, 2, 1, 0, -1
"""How formally a dimension is named where it is said."""


@dataclass
class Claim:
    """A dimension as one place of the report splits it."""

    dimension: str
    nodes: list[Node]
    weight: int
    within: bool = False
    """Whether it splits a segment of another dimension, and so is none by itself."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(place.start for node in self.nodes for place in node.spans)

    @cached_property
    def keys(self) -> set[str]:
        """What its segments are compared by."""
        return {key(n.name) for node in self.nodes for n in node.all() if not OTHERS.match(n.name)}


def grouped(claims: list[Claim]) -> list[list[Claim]]:
    """Claims about one dimension together: named alike, or made of the same segments."""
    groups: list[_Group] = []
    for claim in claims:
        home = next((g for g in groups if g.takes(claim)), None)
        if home is None and len(groups) < MOST:
            home = _Group()
            groups.append(home)
        if home is not None:
            home.add(claim)
    return [group.claims for group in groups]


@dataclass
class _Group:
    """Claims about one dimension, and what the next one is known by."""

    claims: list[Claim] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    sets: set[frozenset[str]] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        self.names.add(_named(claim))
        self.sets.add(frozenset(claim.keys))
        self.keys |= claim.keys

    def takes(self, claim: Claim) -> bool:
        """Whether one of its claims is named alike, or made of the same segments."""
        if _named(claim) in self.names:
            return True
        both = self.keys & claim.keys
        if len(both) > 1 and any(_overlap(claim.keys, keys) for keys in self.sets):
            return True
        return bool(both) and any(_named_within(claim, c) and _shortened(claim.nodes, c.nodes) for c in self.claims)


def _named_within(one: Claim, other: Claim) -> bool:
    """Whether one dimension is named by some of the words of the other (`Type`, `Elevator Type`)."""
    names, others = _words(_named(one)), _words(_named(other))
    return names <= others or others <= names


@lru_cache(maxsize=1_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(name.split())


def _named(claim: Claim) -> str:
    """What the claim's dimension is compared by; all that are regions are one."""
    return "region" if is_geography(claim.dimension) else key(claim.dimension)


def _overlap(a: Set[str], b: Set[str]) -> bool:
    both = len(a & b)
    return both > 1 and both * 10 >= 6 * min(len(a), len(b)) and both * 2 >= max(len(a), len(b))


def merged(group: list[Claim]) -> Claim:
    """One claim of several: named as most formally, its tree the fullest with what others add."""
    naming = max(group, key=lambda c: (c.weight, -c.start))
    first = max(group, key=lambda c: (any(n.children for n in c.nodes), c.weight == LIST, len(c.keys), -c.start))
    nodes: list[Node] = []
    merge(nodes, first.nodes)
    for claim in group:
        if claim is not first and len(nodes) <= MOST and not _shortened(nodes, claim.nodes):
            merge(nodes, claim.nodes)
    return Claim(naming.dimension, nodes, naming.weight, all(claim.within for claim in group))


def _shortened(nodes: list[Node], more: list[Node]) -> bool:
    """Whether more are the nodes again, in order, under shorter names (`Large`, `Large Distillers`)."""
    if len(nodes) != len(more):
        return False
    pairs = [(set(key(a.name).split()), set(key(b.name).split())) for a, b in zip(nodes, more, strict=True)]
    return all(b <= a or a <= b for a, b in pairs) and any(a != b for a, b in pairs)


def under_their_segments(claims: list[Claim]) -> list[Claim]:
    """The claims, those that split a segment of another one put under it: `By Service: managed, professional`."""
    out: list[Claim] = []
    for claim in claims:
        home = next(
            (n for other in claims if other is not claim for top in other.nodes for n in top.all() if _is_of(claim, n)),
            None,
        )
        if home is None:
            out += [] if claim.within else [claim]
        elif not home.children:
            home.children = claim.nodes
    return out


def _is_of(claim: Claim, node: Node) -> bool:
    """Whether the claim's dimension is the name of a segment that is none of its own."""
    named = key(claim.dimension)
    return key(node.name) == named and named not in {key(own.name) for own in claim.nodes}
