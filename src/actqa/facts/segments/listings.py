"""What headings, lead-ins and items head: a dimension's segments as a list, a series, explained names or parts."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise

from actqa.facts.kept import as_read
from actqa.facts.names import could_name, is_chapter, is_class, key, unnumbered
from actqa.facts.players.lists import opens_players
from actqa.facts.runs import run_on
from actqa.facts.segments.dimensions import (
    is_bare,
    is_geography,
    is_head,
    is_known,
    is_regional,
    is_vague,
    is_valued,
    lead,
    splits,
    tidy,
)
from actqa.facts.segments.named import EXPLAINED, NESTED, SHARE, node_of, placed
from actqa.facts.segments.nesting import Node, by_depth, merge
from actqa.facts.segments.splits import LIST, SEEN, Claim
from actqa.facts.series import Piece, pieces, span, trimmed
from actqa.places import canonical, is_place, lies_in, regions_in
from actqa.reading import Report, Span
from actqa.reading.headings import is_strong, name_of
from actqa.reading.markup import Shown

_PART = re.compile(r"\b(?:insights?|analysis|outlook|overview|trends?|landscape|dynamics)$", re.IGNORECASE)
"""How headings end that head a part of the report rather than a segment."""

_WHERE = re.compile(
    r"(?:[\dIVX]+[.)]\s)?(?:where\b.{0,30}|around the (?:world|globe)|countries|the map)$", re.IGNORECASE
)
"""A heading over a list of places."""

LEAD = 120
"""Characters of a line that opens a list."""

_ARTICLE = re.compile(r"(?:(?:In|Across|The|By)\s)?(?:the\s)?")


def _is_within(name: str, region: str) -> bool:
    """Whether a region is another one or a part of it."""
    return canonical(name) == canonical(region) or lies_in(name, region)


_MARKS = re.compile(r"\s[•▪·|]\s")

_PARTS = re.compile(r"\s(?:o|○|▪|§|•|➢)\s(?=[A-Z])")
"""Bullets within a line."""

_SEGMENTS_OF = re.compile(
    r"(?:by\s)?(?P<d>[A-Z][\w /-]{2,30}?)\s(?:segment(?:ation)?s?|insights?|outlook)"
    r"(?:\s(?:analysis|overview|insights?|outlook))?",
    re.IGNORECASE,
)
"""A heading over what is told of the segments of one dimension: `Payload Segment Analysis`."""

_ENDS_LIST = re.compile(r"\bmarket\b|\s\w+[a-z]\.$|^regional\b", re.IGNORECASE)
"""A short line with one of these is no segment: a heading on the market, or a sentence."""


def _count(nodes: Sequence[Node]) -> int:
    return sum(1 for node in nodes for _ in node.all())


class Listings:
    """The report's blocks as read, with the lists among them."""

    def __init__(self, report: Report, seen: Sequence[Shown], whole: Set[str]) -> None:
        self.report = report
        self.seen = seen
        self.whole = whole
        self.leads: dict[int, str] = {}
        self.flat: dict[int, dict[int, str]] = {}
        self.items: dict[int, list[int]] = {}
        """Of each list, where its items stand."""
        for at, block in enumerate(report.blocks):
            if block.kind == "item":
                self.items.setdefault(block.group, []).append(at)
        self.taken: set[int] = set()
        """Groups of items that a heading heads."""

    def headed(self, at: int, context: bool, *, within: bool = False) -> Claim | None:
        """What a line that heads something splits the market by; `context`: it stands where splits are listed.

        `within`: it stands in a section that is all on splits.
        """
        text = self.seen[at].text
        text = unnumbered(text)
        dimension = self._own(lead(text))
        below = self.kind_below(at)
        if not dimension and len(text.split()) <= 5 and (below in {"item", "paragraph"} or (below and within)):
            bare = self._own(tidy(text))
            known = is_known(bare) and ((below == "item" and not is_vague(bare)) or context or within)
            dimension = (
                bare
                if known
                or (
                    context
                    and below == "item"
                    and not is_chapter(text)
                    and not is_place(text)
                    and not opens_players(text)
                )
                else ""
            )
        weight = LIST
        if dimension:
            nodes = self._below(at, dimension)
        elif is_regional(text) or _WHERE.match(text):
            dimension, nodes = "Region", [n for n in self._below(at, "Region") if is_place(n.name)]
        else:
            return None
        if len(nodes) < 2 and is_geography(dimension):
            nodes, weight = self._opened(at), SEEN
        return Claim(dimension, nodes, weight) if len(nodes) > 1 else None

    def _own(self, dimension: str) -> str:
        """The dimension without the market's name before it: `Industrial Gases Gas Type`."""
        market = name_of(self.report.title).removesuffix("market")
        return tidy(dimension[len(market) :]) if market and dimension.lower().startswith(market) else dimension

    def opens(self, at: int) -> bool:
        """Whether a line that is no heading opens a list: of items, or of lines some of which pass for headings."""
        text, below = self.seen[at].text, self.kind_below(at)
        short = self.report.blocks[at].kind == "paragraph" and len(text) < LEAD
        return short and below in {"item", "heading"} and bool(lead(text)) and (below == "item" or self._is_run(at))

    def _is_run(self, at: int) -> bool:
        return at + 1 in set(run_on(self.report, at, 1)) and bool(self._lines(at, lead(self.seen[at].text)))

    def kind_below(self, at: int) -> str:
        """What kind of block follows."""
        return self.report.blocks[at + 1].kind if at + 1 < len(self.report.blocks) else ""

    def _below(self, at: int, dimension: str) -> list[Node]:
        """What a heading heads: a list, a series, explained names, or parts with headings."""
        kind = self.kind_below(at)
        if kind == "item":
            first = self.report.blocks[at + 1]
            self.taken.add(first.group)
            bare = first.span.start == first.content.start
            return max(self._list(at + 1, dimension), self._lines(at, dimension) if bare else [], key=_count)
        lines = self._lines(at, dimension)
        if lines:
            return lines
        if kind == "paragraph":
            return self._explained(at + 1) or self._series(at + 1) or self._parts(at, dimension)
        return self._parts(at, dimension)

    def _opened(self, at: int) -> list[Node]:
        """Regions with which paragraphs under a heading open, and those that their sentences go on to."""
        nodes: list[Node] = []
        more: list[Node] = []
        home = self.report.sections[self.report.blocks[at].section].span
        for after in range(at + 1, len(self.report.blocks)):
            block = self.report.blocks[after]
            if not home.holds(block.span):
                break
            if block.kind == "paragraph":
                first, *rest = (self._region_first(as_read(self.report, sentence)) for sentence in block.sentences)
                merge(nodes, first)
                more += [node for told in rest for node in told]
        within = [n for n in more if any(_is_within(n.name, o.name) or _is_within(o.name, n.name) for o in nodes)]
        return [*nodes, *(n for n in more if n not in within)] if len(nodes) > 1 else nodes

    def _region_first(self, seen: Shown) -> list[Node]:
        """The region that a sentence opens with."""
        article = _ARTICLE.match(seen.text)
        start = article.end() if article else 0
        found = [(a, b) for a, b in regions_in(seen.text[: start + 60]) if a == start]
        return [Node(seen.text[a:b], [seen.raw(a, b)]) for a, b in found]

    def _lines(self, at: int, dimension: str) -> list[Node]:
        """Short lines right under each other, some of them taken for headings."""
        run: list[int] = []
        for after in run_on(self.report, at):
            text = self.seen[after].text
            if (
                self._lead(after)
                or is_head(text)
                or _ENDS_LIST.search(text)
                or is_chapter(text)
                or splits(text)
                or not could_name(text)
            ):
                break
            run.append(after)
        run = self._without_next(run, dimension)
        kinds = {self.report.blocks[after].kind for after in run}
        mixed = len(kinds) > 1 or kinds == {"heading"}
        return self._tree(run, dimension) if len(run) > 1 and mixed else []

    def _without_next(self, run: list[int], dimension: str) -> list[int]:
        """The lines without the last, where that is the heading of what follows and of none of them."""
        blocks = self.report.blocks
        if not run or blocks[run[-1]].kind != "heading" or run[-1] + 1 not in set(run_on(self.report, run[-1])):
            return run
        below = self.seen[run[-1] + 1].text
        lines = run[-1:] if len(run) > 2 else run
        named = any(self.seen[at].text.split()[0].rstrip("s:").lower() in below[:LEAD].lower() for at in lines)
        named = named or dimension.lower() in below.lower()
        return run if named or self._lead(run[-1] + 1) or is_chapter(below) or splits(below) else run[:-1]

    def _list(self, first: int, dimension: str) -> list[Node]:
        blocks = self.report.blocks
        last = first
        while last < len(blocks) and blocks[last].kind == "item" and blocks[last].group == blocks[first].group:
            last += 1
        nodes = self._tree(range(first, last), dimension)
        explains = sum(self._explains(at) for at in range(first, last)) * 2 >= last - first
        return [*nodes, *self._explained(last, least=1)] if nodes and explains else nodes

    def _tree(self, run: Sequence[int], dimension: str, *, flat: bool = False) -> list[Node]:
        """A list as a tree, up to the first entry that opens something else."""
        entries: list[tuple[int, str, Span]] = []
        explains = sum(self._explains(at) for at in run) * 2 >= len(run)
        for at in run:
            text = self.seen[at].text
            if entries and is_chapter(text) and self.report.blocks[at].depth > self.report.blocks[run[0]].depth:
                continue
            if self._lead(at) and not entries and key(self._lead(at)) == key(dimension):
                continue
            if (
                self._lead(at)
                or (entries and is_head(text))
                or is_valued(text)
                or ((entries or flat) and is_chapter(text))
            ):
                break
            below = self._with_parts(at)
            entries += below
            name, end = self._name(at)
            name = EXPLAINED.sub("", SHARE.sub("", name))
            if (
                not below
                and could_name(NESTED.sub("", name))
                and (explains or not self._explains(at))
                and not is_chapter(name)
            ):
                entries += self._entries(at, name, end)
        nodes = by_depth(entries)
        return placed(nodes) if is_geography(dimension) else nodes

    def _with_parts(self, at: int) -> list[tuple[int, str, Span]]:
        """An item whose parts have run into its line behind bullets of their own: `Europe o Germany o Italy`."""
        depth, seen = self.report.blocks[at].depth, self.seen[at]
        edges = [(0, 0), *(m.span() for m in _PARTS.finditer(seen.text)), (len(seen.text), 0)]
        places = [(a[1], b[0]) for a, b in pairwise(edges)]
        fits = len(places) > 1 and all(could_name(seen.text[a:b]) for a, b in places)
        return [(depth + (a > 0), seen.text[a:b], seen.raw(a, b)) for a, b in places] if fits else []

    def _entries(self, at: int, name: str, end: int) -> list[tuple[int, str, Span]]:
        """An item, and what stands in brackets behind its name (`Europe (UK, Germany)`), a level deeper."""
        depth, seen = self.report.blocks[at].depth, self.seen[at]
        if is_place(name) and end < len(seen.text):
            inner = [p for p in pieces(seen.text, end, len(seen.text), self.whole) if is_place(p.text.strip(" –—-"))]
            parts = [(depth + 1, p.text.strip(" –—-"), span(seen, p)) for p in inner]
            return [(depth, name, seen.raw(0, end)), *(parts if len(parts) > 1 else [])]
        if not NESTED.search(name):
            return [(depth, name, seen.raw(0, end))]
        start = max(0, seen.text.find(name))
        node = node_of(seen, Piece(name, start, start + len(name)))
        return [(depth, node.name, node.spans[0]), *((depth + 1, n.name, n.spans[0]) for n in node.children)]

    def _lead(self, at: int) -> str:
        """The dimension that an item opens."""
        if at not in self.leads:
            text = self.seen[at].text
            self.leads[at] = "" if len(text) > 160 or is_place(text) else lead(text) or self._among_others(at)
        return self.leads[at]

    def _among_others(self, at: int) -> str:
        """The dimension that an item is, in a list without levels that runs from dimension to dimension."""
        block = self.report.blocks[at]
        named = self._dimensions_of(block.group) if block.kind == "item" else {}
        first = min(named, default=at)
        while first and self.report.blocks[first].group == block.group:
            first -= 1
        headed = self.report.blocks[first].kind == "heading" and is_bare(self.seen[first].text)
        return named.get(at, "") if len(named) + headed > 1 else ""

    def _heads_some(self, at: int) -> bool:
        """Whether an item can hardly name a segment, or a heading or the title says that the market is split by it."""
        text = self.seen[at].text
        return is_bare(text) or text.lower() in self._split_by

    @cached_property
    def _split_by(self) -> frozenset[str]:
        """What the headings and the title say that the market is split by, in lower case."""
        titles = [section.title for section in self.report.sections]
        found = [m["d"] for title in titles if (m := _SEGMENTS_OF.fullmatch(title))]
        found += re.split(r";\s", self.report.title)[1:-1]
        return frozenset(name.strip().lower() for name in found if len(name.split()) < 4)

    def _dimensions_of(self, group: int) -> dict[int, str]:
        """The items of a list on one level that are dimensions by themselves and have two others behind them."""
        if group not in self.flat:
            own = self.items.get(group, [])
            level = len({self.report.blocks[at].depth for at in own}) == 1
            named = [at for at in own if self._heads_some(at)] if level and len(own) > 5 else []
            self.flat[group] = (
                {
                    at: tidy(self.seen[at].text)
                    for at, after in zip(named, [*named[1:], own[-1] + 1 if own else 0], strict=True)
                    if after - at > 2
                }
                if named
                else {}
            )
        return self.flat[group]

    def _explains(self, at: int) -> bool:
        return self._name(at)[1] < len(self.seen[at].text)

    def _name(self, at: int) -> tuple[str, int]:
        """The name an item or paragraph opens with, where it goes on to explain it, and its length."""
        text = self.seen[at].text
        told = re.match(r"([^:.!?]{1,70}?)(?:\s?:\s|\s[–—-]\s)(?=\S)", text)
        if told and (len(text) > told.end() + 12 or is_place(told[1])):
            return told[1].strip(), told.end(1)
        told_by = re.search(r"\s?\([Bb]y\s[^():]*\)$", text)
        text = text[: told_by.start()] if told_by else text
        page = re.search(r"(?<=[^\W\d])[\s.]{2,}\d{1,4}$|(?<=[A-Z)])\s\d{1,4}$", text)
        number = None if is_class(text) else re.match(r"\d+(?:\.\d+)+\.?\s+(?=\D)", text)
        name = text[number.end() if number else 0 : page.start() if page else None]
        return trimmed(name), len(text)

    def _series(self, at: int) -> list[Node]:
        """A paragraph that is nothing but a series."""
        seen = self.seen[at]
        cut = re.search(
            r"\s[-–—]\s+(?=\w*\s?(?:report|forecast|timeline|global|industry|\d{4}))", seen.text, re.IGNORECASE
        )
        end = cut.start() if cut else self._first_series(seen.text)
        opened = re.match(r"[^,;:]{2,80}:\s+", seen.text)
        names = pieces(seen.text, opened.end() if opened else 0, end, self.whole) if end < 600 else []
        fits = (
            len(names) > 1
            and all(could_name(SHARE.sub("", NESTED.sub("", p.text))) for p in names)
            and not re.search(r"\.\s+[A-Z]", seen.text[:end])
        )
        return [node_of(seen, p) for p in names] if fits else []

    def _first_series(self, text: str) -> int:
        """Where the first sentence ends, if what follows goes on with the first of its names; else the text."""
        stop = re.search(r"(?<=[a-z])\.\s+(?=[A-Z])", text)
        name = re.match(r"[\w-]+", text)
        return stop.start() if stop and name and text.startswith(name[0], stop.end()) else len(text)

    def _explained(self, at: int, least: int = 2) -> list[Node]:
        """Paragraphs that each open with a name and go on to explain it."""
        nodes: list[Node] = []
        blocks = self.report.blocks
        while at < len(blocks) and blocks[at].kind == "paragraph" and re.match(r"[^:.]{1,50}:\s", self.seen[at].text):
            name, end = self._name(at)
            if not could_name(name, 6) or lead(name) or end == len(self.seen[at].text):
                break
            nodes.append(Node(name, [self.seen[at].raw(0, end)]))
            at += 1
        return nodes if len(nodes) >= least else []

    def _parts(self, at: int, dimension: str) -> list[Node]:
        """Headings under a heading, or, of regions, behind it."""
        blocks, sections = self.report.blocks, self.report.sections
        home, nodes = blocks[at].section, []
        for after in range(at + 1, len(blocks)):
            block = blocks[after]
            inside = sections[home].span.holds(block.span)
            if not inside and not is_geography(dimension):
                break
            if block.kind != "heading":
                continue
            text = self.seen[after].text
            if is_geography(dimension):
                if not is_place(text):
                    break
            elif sections[block.section].parent != home:
                continue
            elif (
                (is_strong(text, self.report.title) and not is_known(dimension))
                or is_chapter(text)
                or not could_name(text, 6)
            ):
                break
            if lead(text) or splits(text) or _PART.search(text):
                break
            within = self._list(after + 1, dimension) if self.kind_below(after) == "item" else []
            under = [n for n in within if is_place(n.name)] if is_geography(dimension) else []
            nodes.append(Node(text.rstrip(" :"), [block.content], under))
        return nodes

    def listed(self, at: int) -> Iterator[Claim]:
        """An item that opens a dimension owns the items under it, or on its level behind it."""
        text = self.seen[at].text
        block = self.report.blocks[at]
        dimension = self._lead(at)
        series = self._marked(at + 1) if not dimension and is_known(tidy(text)) else []
        if series:
            yield Claim(tidy(text), placed(series) if is_geography(tidy(text)) else series, LIST)
            return
        if (
            not dimension
            and block.group not in self.taken
            and self._nested(at)
            and len(text.split()) <= 4
            and is_known(tidy(text))
        ):
            dimension = tidy(text)
        if not dimension and is_head(text) and block.group in self.taken:
            dimension = tidy(text)
        if not dimension:
            return
        run: list[int] = []
        flat = not self._nested(at)
        for after in range(at + 1, len(self.report.blocks)):
            other = self.report.blocks[after]
            if other.kind != "item" or other.group != block.group or other.depth < block.depth + (not flat):
                break
            text_after = self.seen[after].text
            if flat and (is_chapter(text_after) or self._lead(after) or is_head(text_after)):
                break
            run.append(after)
        nodes = self._tree(run, dimension, flat=flat) if run or not text.endswith(":") else self._lines(at, dimension)
        if len(nodes) > 1:
            yield Claim(dimension, nodes, LIST)

    def _marked(self, at: int) -> list[Node]:
        """The names of a line within which bullets or bars part them: `Road • Mountain • Urban`."""
        if at >= len(self.seen) or self.report.blocks[at].kind == "row" or not _MARKS.search(self.seen[at].text):
            return []
        seen = self.seen[at]
        names = pieces(seen.text, 0, len(seen.text), self.whole)
        fits = len(names) > 1 and all(could_name(NESTED.sub("", p.text), 6) for p in names)
        return [node_of(seen, p) for p in names] if fits else []

    def _nested(self, at: int) -> bool:
        blocks = self.report.blocks
        return at + 1 < len(blocks) and blocks[at + 1].kind == "item" and blocks[at + 1].depth > blocks[at].depth
