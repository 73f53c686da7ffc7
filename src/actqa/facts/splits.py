"""What single places of a report say the market is split by, and how they come together."""

from dataclasses import dataclass
from functools import cached_property

from actqa.facts.dimensions import is_geography
from actqa.facts.names import OTHERS, key
from actqa.facts.nesting import Node, merge

MOST = 150
"""Segments on one level, and dimensions; what lists more is no split of a market."""

LIST, WORDS, ROW = 3, 2, 1
"""How formally a dimension is named where it is said."""


@dataclass
class Claim:
    """A dimension as one place of the report splits it."""

    dimension: str
    nodes: list[Node]
    weight: int

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
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((g for g in groups if any(_same(claim, other) for other in g)), None)
        if home is None and len(groups) < MOST:
            groups.append([claim])
        elif home is not None:
            home.append(claim)
    return groups


def _same(one: Claim, other: Claim) -> bool:
    if key(one.dimension) == key(other.dimension) or (is_geography(one.dimension) and is_geography(other.dimension)):
        return True
    a, b = one.keys, other.keys
    return (
        len(a & b) > 1 and len(a & b) * 10 >= 6 * max(1, min(len(a), len(b))) and len(a & b) * 2 >= max(len(a), len(b))
    )


def merged(group: list[Claim]) -> Claim:
    """One claim of several: named as most formally, its tree the fullest with what others add."""
    naming = max(group, key=lambda c: (c.weight, -c.start))
    first = max(group, key=lambda c: (any(n.children for n in c.nodes), c.weight == LIST, len(c.keys), -c.start))
    nodes: list[Node] = []
    merge(nodes, first.nodes)
    for claim in group:
        if claim is not first and len(nodes) <= MOST and not _shortened(nodes, claim.nodes):
            merge(nodes, claim.nodes)
    return Claim(naming.dimension, nodes, naming.weight)


def _shortened(nodes: list[Node], more: list[Node]) -> bool:
    """Whether more are the nodes again, in order, under shorter names (`Large`, `Large Distillers`)."""
    pairs = [(set(key(a.name).split()), set(key(b.name).split())) for a, b in zip(nodes, more, strict=False)]
    return len(nodes) == len(more) and all(b <= a or a <= b for a, b in pairs) and any(a != b for a, b in pairs)
