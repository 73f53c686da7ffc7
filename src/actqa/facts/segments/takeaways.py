"""Segments that are only told of one by one: `By type, glass led with 40% in 2024; plastic is to grow fastest.`"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from actqa.facts.names import OTHERS, has_talk, key
from actqa.facts.segments.dimensions import is_geography, is_head, is_known, tidy
from actqa.facts.segments.named import SHARE, placed
from actqa.facts.segments.nesting import Node, merge
from actqa.facts.segments.splits import TOLD, Claim
from actqa.facts.series import pieces, trimmed
from actqa.places import is_place, regions_in
from actqa.reading.markup import Shown

_OPENS = re.compile(
    r"^(?:by|in terms of|based on|on the basis of|as (?:for|to|regards)|"
    r"across)\s(?:the\s)?(?P<d>[A-Za-z][\w /&-]{2,40}?)"
    r"(?:\ssegments?)?(?:,|:)\s+(?=\S)",
    re.IGNORECASE,
)
"""`By end user, …` before what is told of its segments."""

_CLAUSE = re.compile(
    r";\s+(?:and\s|while\s|whereas\s|but\s)?|,\s+(?:while|whereas|and|but|with)\s+|\s+(?:while|whereas)\s+"
)
"""Between what is told of one segment and of the next."""

_DOES = (
    r"(?:holds?|held|leads?|led|captured?s?|accounts?|accounted|commands?|commanded|dominate[sd]?|takes?|took|"
    r"contribute[sd]?|represent(?:s|ed)?|generate[sd]?|secure[sd]?|makes? up|made up|stands?|stood|retain(?:s|"
    r"ed)?|had|has|have|"
    r"is|are|was|were|will|should|would|could|may|remain(?:s|ed)?|record(?:s|ed)?|register(?:s|ed)?|posts?|posted|"
    r"gains?|gained|grows?|grew|rises?|rose|expands?|advances?|emerge[sd]?|shows?|showed|exhibits?|constitutes?|"
    r"came|comes|"
    r"occupied|occupies|earned|won|brought|brings|outpaces?|follow(?:s|ed)?|claimed|comprised|cornered|dwarfed|"
    r"tops|topped|"
    r"owned|anchored|maintain(?:s|ed)|controlled|controls|kept|keeps|delivers?|delivered|climbs?|saw|sees|experienced)"
)
_SUBJECT = re.compile(
    rf"(?:the\s|while\s|whereas\s|and\s|demand (?:for|from|in)\s)*(?P<name>[^\s,;%$][^,;%$]{{0,70}}?)"
    rf"(?:\s\([^()]*\))?(?:\s(?:segment|category|sub-segment))?(?:,\s[^,;]{{3,40}},)?\s{_DOES}\b",
)
"""What a clause tells something of."""

_HOLDER = re.compile(
    r"(?:\b(?:fell|went|goes|falls|belonged|belongs|accrued)\sto|\b(?:prospect|expected|forecast|projected|"
    r"in sight|ahead)\sfor|"
    r"\b(?:came|comes|stemmed|stems)\sfrom)\s(?:the\s)?(?P<name>[^,;%$]{2,70}?)"
    r"(?=\s(?:segment|with|in|by|at|over|through|during|between|to|until|\()|[,.;]|$)",
    re.IGNORECASE,
)
"""The same, named behind its figure."""

_SEGMENT = re.compile(
    r"\b[Tt]he\s(?P<name>(?!(?:\w+\s)?(?:largest|leading|biggest|dominant|fastest|smallest|main|same|other|first|"
    r"second|third|"
    r"entire|whole|latter|former|next|top|only|new|said|respective|major|"
    r"market)\b)[\w/&'’()-]+(?:\s[\w/&'’()-]+){0,4}?)\s"
    r"(?:segment|category|sub-segment)\b"
)
"""`the glass segment`."""

_MEASURED = re.compile(
    r"\d\s?%|\b(?:largest|biggest|highest|fastest|best|strongest|quickest|ahead|first|second|most|dominat|lead|"
    r"led|main|majority|major share|"
    r"substantial|significant|lion[’']s share)",
    re.IGNORECASE,
)
"""What a clause that tells of a segment's weight holds."""

_NO_NAME = re.compile(
    r"^(?:it|they|this|that|these|those|there|he|she|which|who|one|both|each|all|some|most|many|growth|demand|"
    r"sales|revenue|"
    r"first place|the latter|the former|others?|more|nearly|about|over|an?\b.*|\d.*|in\b.*|by\b.*|with\b.*|"
    r".*\b(?:market|cagr|share|"
    r"segments|industry|that|which|who|because|as|since|when|if|due|driven|supported|expected|projected|"
    r"forecast)\b.*)$",
    re.IGNORECASE,
)
"""Subjects that name no segment."""

_BARE = frozenset("product technology component material market segment service type channel source process".split())
"""What stands before `segment` where it is spoken of as a whole."""

_NO_DIMENSION = frozenset("contrast comparison value volume revenue far then now estimate comparison contrast".split())
"""What follows `by` before a comma where nothing is split."""


def opened_by(text: str) -> str:
    """The dimension that a sentence opens with, which those behind it in its paragraph go on with."""
    opened = _OPENS.match(text)
    return tidy(opened["d"]) if opened else ""


def told_of(seen: Shown, heading: str) -> Iterator[Claim]:
    """Segments that a sentence tells of, of the dimension it opens with, or else of its `heading`'s."""
    text = seen.text
    opened = _OPENS.match(text)
    dimension = tidy(opened["d"]) if opened else heading
    if not dimension or len(text) > 1500:
        return
    found = called = list(_called(text, dimension))
    if not found and _MEASURED.search(text):
        found = list(_subjects(text, opened.end())) if opened else list(_segments(text)) or list(_leading(text))
    found = [*found, *_next_ones(text, found[0][1])] if found and _MEASURED.search(text) else found
    nodes: list[Node] = []
    for start, end in found:
        name = trimmed(SHARE.sub("", text[start:end]))
        at = text.find(name, start)
        if name and _names(name, dimension):
            merge(nodes, [Node(name, [seen.raw(at, at + len(name))])])
    if nodes and (called or is_known(dimension) or (len(nodes) > 1 and key(dimension) not in _NO_DIMENSION)):
        yield Claim(dimension, nodes, TOLD)


def _subjects(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the clauses from `start` on name what they tell of."""
    edges = [start, *(m.end() for m in _CLAUSE.finditer(text, start)), len(text)]
    for a, b in pairwise(edges):
        told = _SUBJECT.match(text, a, b) if _MEASURED.search(text, a, b) else None
        named = told if told and not _NO_NAME.match(told["name"]) else _HOLDER.search(text, a, b)
        if named and _MEASURED.search(text, a, b):
            yield named.span("name")


def _called(text: str, dimension: str) -> Iterator[tuple[int, int]]:
    """What a sentence opens with, called by the dimension's own word: `The tubular process`, of `By Process`."""
    told = _CALLED.match(text)
    noun = dimension.split()[-1].lower()
    if told and noun in {told["noun"], told["noun"].removesuffix("s")} and noun != "region":
        yield told.span("name")


_CALLED = re.compile(
    r"The\s(?P<name>(?!(?:largest|leading|biggest|dominant|fastest|main|same|other|first|second|whole|entire|new|most)\b)"
    r"[\w&-]+(?:\s[\w&-]+){0,2}?)\s(?P<noun>[a-z]{4,})\s(?=[a-z]+)"
)


def _next_ones(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Those told of behind the first without a verb: `pumps held 61%, valves 27%`, `ahead of valves and taps`."""
    yield from (m.span("name") for m in _NEXT.finditer(text, start) if not _DOING.search(m["name"]))
    for cue in _BEHIND_IT.finditer(text, start):
        end = _ENDS.search(text, cue.end())
        for piece in pieces(text, cue.end(), end.start() if end else len(text)):
            if has_talk(piece.text):
                continue
            rest = _WITH.search(piece.text)
            yield piece.start, piece.start + rest.start() if rest else piece.end


_NEXT = re.compile(
    r"(?:,|;|\sand)\s(?:and\s)?(?:the\s)?"
    r"(?P<name>(?!(?:or|to|from|by|with|of|in|up|down|at|for|about|over|nearly|while|and)\b)"
    r"[^\W\d][^\d,;%$€£.]{1,50}?)\s"
    r"(?:(?:at|with|for|about|around|some|nearly|over|a further|another|the other|the remaining)\s)*"
    r"(?:US\$|USD|[$€£])?\s?\d[\d.,]*\s?(?:%|per\s?cent|million|billion|mn\b|bn\b)"
)
"""A name with its figure right behind it."""
_DOING = re.compile(rf"\s(?:{_DOES}|to|should|will|would|could|can)(?:\s|$)")
"""What a name that is told of has a verb behind."""
_BEHIND_IT = re.compile(r"\b(?:followed (?:closely )?by|trailed by|ahead of|in front of)\s", re.IGNORECASE)
_ENDS = re.compile(r"[.;](?:\s|$)|$|,\s(?:while|whereas|but|which|as|owing|due|thanks|helped|driven)\b")
_WITH = re.compile(r"\s(?:with|at|on|by|in|\(|segments?\b).*|\s?\(.*")


def _segments(text: str) -> Iterator[tuple[int, int]]:
    return (m.span("name") for m in _SEGMENT.finditer(text))


def _leading(text: str) -> Iterator[tuple[int, int]]:
    """What a sentence under a dimension's heading opens with, where it tells of its weight: `Glass held 40%`."""
    told = _LEADER.match(text)
    if told and not _GROWING.match(told["name"]):
        yield told.span("name")


_LEADER = re.compile(
    r"(?:The\s)?(?P<name>[A-Z][\w/&-]*(?:\s[\w/&-]+){0,3}?)\s(?:accounts?\sfor|accounted\sfor|holds?\s|held\s|"
    r"dominate[sd]?\s|captured?s?\s|"
    r"led\s|leads?\s|commands?\s|commanded\s|represents?\s|represented\s|makes?\sup|made\sup|takes?\s|took\s|"
    r"(?:is|are)\s(?:(?:expected|projected|forecast|anticipated|likely|set|estimated|poised)\s)?to\s(?:grow|register|"
    r"expand|post|gain|rise|witness)|"
    r"will\s(?:grow|expand|register|post|gain))"
)
_GROWING = re.compile(
    r"(?:Growing|Increasing|Rising|Higher|Strong|Demand|Sales|Revenue|Growth|Adoption|Use|Usage|Companies|Makers|"
    r"Players|Consumers|Customers|"
    r"Manufacturers|Prices?|Investments?|Government|Exports?|Imports?)\b"
)
"""Opens sentences on what moves a market rather than on a part of it."""


def _names(name: str, dimension: str) -> bool:
    """Whether it can be the name of a segment of the dimension."""
    words = name.split()
    if not 0 < len(words) <= 8 or _NO_NAME.match(name) or OTHERS.match(name) or is_head(name) or key(name) in _BARE:
        return False
    return is_place(name) if is_geography(dimension) else not (is_place(name) or regions_in(name))


def led(told: Sequence[Claim], listed: Sequence[Claim]) -> list[Claim]:
    """Of what is told of segment by segment, the dimensions that are listed nowhere."""
    known = {key(claim.dimension) for claim in listed}
    words = [set(name.split()) for name in known]
    places = any(is_geography(claim.dimension) for claim in listed)
    parts = [set(name.split()) for claim in listed for name in claim.keys]
    out: dict[str, Claim] = {}
    for claim in told:
        name = "region" if is_geography(claim.dimension) else key(claim.dimension)
        own = set(name.split())
        if (name == "region" and places) or any(own <= other or other <= own for other in words):
            continue
        merge(out.setdefault(name, Claim(claim.dimension, [], TOLD)).nodes, claim.nodes)
    return [
        Claim(claim.dimension, placed(claim.nodes) if name == "region" else claim.nodes, TOLD)
        for name, claim in out.items()
        if len(claim.nodes) > 1 and not any(_is_part(node.name, parts) for node in claim.nodes)
    ]


def _is_part(name: str, parts: Sequence[set[str]]) -> bool:
    """Whether a segment that is listed is named by the words of the name or by some of them."""
    own = set(key(name).split())
    return any(part and (part <= own or own <= part) for part in parts)
