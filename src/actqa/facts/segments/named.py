"""Names of a series as nodes of a split: what stands in brackets behind a name under it, articles and shares left "
"out."""

import re

from actqa.facts.names import OTHERS, could_name
from actqa.facts.segments.nesting import Node, by_place
from actqa.facts.series import Piece, pieces
from actqa.places import is_place, lies_in
from actqa.reading.markup import Shown

SHARE = re.compile(
    r"\s?\([^()]*\d\s?%[^()]*\)$|\s?[–—:-]\s?\d[\d.,]*\s?%$|"
    r"(?<!\bwith)(?<!\bat)(?<!\bof)(?<!\bby)(?<!\bfor)\s\d[\d.,]*\s?%$"
)
"""A share behind a name, mostly in brackets."""

NESTED = re.compile(
    r"\s?[({\[](?:e\.g\.,?|such as|including|i\.e\.,?|(?:(?i:by) [\w /&-]+,\s)*(?i:by) [\w /&-]+:)?\s?"
    r"([^(){}\[\]]*(?:[,;]|\band\b)[^(){}\[\]]*)[)}\]]$"
)
"""A series in brackets behind a name."""


def node_of(seen: Shown, piece: Piece) -> Node:
    """A name of a series, with the series in brackets behind it, if there is one, under it."""
    placed_under = _of_region(seen, piece) or _with_country(seen, piece)
    if placed_under:
        return placed_under
    share = SHARE.search(piece.text) or SPLIT_BY.search(piece.text)
    piece = Piece(piece.text[: share.start()], piece.start, piece.start + share.start()) if share else piece
    nested = NESTED.search(piece.text)
    inner = pieces(seen.text, piece.start + nested.start(1), piece.start + nested.end(1)) if nested else []
    inner = [p for p in inner if could_name(p.text)]
    places = all(is_place(p.text) for p in inner) and not is_place(nested[1]) if nested else False
    if nested is None or len(inner) < 2 or not (places or re.search("[,;]", nested[1])):
        return bare_node(seen, piece)
    end = piece.start + nested.start()
    node = bare_node(seen, Piece(seen.text[piece.start : end], piece.start, end))
    return Node(node.name, node.spans, [bare_node(seen, p) for p in inner])


SPLIT_BY = re.compile(r"\s?\((?i:by) [^():]*\)$")
"""What a part is split by in turn, in brackets behind its name."""

_REGION = re.compile(r"([^:()]{2,40}?)\s?:\s+(?=\S)")


def _of_region(seen: Shown, piece: Piece) -> Node | None:
    """A region with the countries behind a colon under it: `Europe: Germany, UK`."""
    told = _REGION.match(piece.text)
    if told is None or not is_place(told[1]):
        return None
    inner = pieces(seen.text, piece.start + told.end(), piece.end)
    if not inner or not all(is_place(p.text) for p in inner):
        return None
    place = seen.raw(piece.start, piece.start + len(told[1]))
    return Node(told[1], [place], [bare_node(seen, p) for p in inner])


def _with_country(seen: Shown, piece: Piece) -> Node | None:
    """A region with the one country in brackets that it is looked at for: `Europe (UK)`."""
    told = _ONE_WITHIN.fullmatch(piece.text)
    if told is None or not lies_in(told["country"], told["region"]):
        return None
    region, country = (
        Node(told[name], [seen.raw(piece.start + told.start(name), piece.start + told.end(name))])
        for name in ("region", "country")
    )
    return Node(region.name, region.spans, [country])


_ONE_WITHIN = re.compile(r"(?P<region>[^()]{2,40}?)\s?\((?P<country>[^(),;]{2,40})\)")

EXPLAINED = re.compile(
    r"(?<=[\w.])\s?\((?:[a-z]{2,}\s[^()\d]*|[a-z][a-z-]{3,}|"
    r"(?:the\s)?(?i:larger|largest|faster|fastest|leading|dominant|dominating|high(?:er|est)|major)\b[^()]*)\)$"
)
"""What explains a name in brackets behind it, in small letters or by its rank, `(Largest Category)`; `(BTE)` is part of
it, so are bounds, `(5–20 t)`."""


def bare_node(seen: Shown, piece: Piece) -> Node:
    """A name without its article and what explains it in brackets."""
    told = EXPLAINED.search(piece.text)
    piece = Piece(piece.text[: told.start()], piece.start, piece.start + told.start()) if told else piece
    lead = _LEAD.match(piece.text)
    start = piece.start + (lead.end() if lead else 0)
    return Node(seen.text[start : piece.end], [seen.raw(start, piece.end)])


_LEAD = re.compile(r"by (?:the )?(?=[A-Z])|the ")
"""What stands before a name and is none of it."""


def placed(nodes: list[Node]) -> list[Node]:
    """The nodes that are places, where most are, as a tree."""
    places = [node for node in nodes if is_place(node.name) or OTHERS.match(node.name)]
    return by_place(places if len(places) * 2 > len(nodes) else nodes)
