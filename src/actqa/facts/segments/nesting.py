"""Lists as trees: by their indentation, or, where it is lost, by what lies in what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from actqa.facts.names import OTHERS, key
from actqa.places import canonical, is_place, is_region, lies_in, plain
from actqa.reading import Span


@dataclass
class Node:
    """A segment as it is put together."""

    name: str
    spans: list[Span]
    children: list["Node"] = field(default_factory=list)

    def all(self) -> Iterable["Node"]:
        """It and all below it."""
        yield self
        for child in self.children:
            yield from child.all()


def by_depth(entries: Sequence[tuple[int, str, Span]]) -> list[Node]:
    """Entries of depth, name and place, each under the last one that is shallower."""
    top: list[Node] = []
    path: list[tuple[int, Node]] = []
    for depth, name, span in entries:
        node = Node(name, [span])
        while path and path[-1][0] >= depth:
            path.pop()
        (path[-1][1].children if path else top).append(node)
        path.append((depth, node))
    return top


def by_place(nodes: list[Node]) -> list[Node]:
    """Regions and countries on one level: a region owns what follows it and lies in it."""
    if any(node.children for node in nodes):
        return nodes
    top: list[Node] = []
    path: list[Node] = []
    for node in nodes:
        while path and not _owns(path[-1], node):
            path.pop()
        (path[-1].children if path else top).append(node)
        if is_region(node.name):
            path.append(node)
    return top


def _owns(region: Node, node: Node) -> bool:
    if OTHERS.match(node.name):
        return bool(region.children)
    return plain(region.name) != plain(node.name) and lies_in(node.name, region.name)


def _same(one: str, other: str) -> bool:
    """Whether two names are one, in other spelling, or two writings of one place: `APAC`, `Asia Pacific`."""
    return key(one) == key(other) or (is_place(one) and is_place(other) and canonical(one) == canonical(other))


def merge(into: list[Node], more: Iterable[Node]) -> None:
    """Adds what is said again to what was said, and what is new behind it."""
    for node in more:
        known = next((n for n in into if _same(n.name, node.name)), None)
        if known is None and not OTHERS.match(node.name):
            known = next((n for top in into for n in top.all() if _same(n.name, node.name)), None)
        if known is None:
            into.append(node)
        else:
            known.spans += node.spans
            merge(known.children, node.children)
