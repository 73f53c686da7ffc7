"""What a market is split by: each dimension with its segments, from lists, contents, titles, sentences and rows."""

import re
from collections.abc import Iterator, Sequence

from actqa.facts.dimensions import (
    is_countries,
    is_geography,
    is_known,
    is_regional,
    lead,
    names_places,
    names_segments,
    splits,
    tidy,
)
from actqa.facts.kept import as_read
from actqa.facts.named import NESTED, SHARE, bare_node, node_of, placed
from actqa.facts.names import has_talk, is_chapter, is_name
from actqa.facts.nesting import Node, by_depth, merge
from actqa.facts.phrases import Series, in_value, in_words
from actqa.facts.runs import run_on
from actqa.facts.said import Said, said
from actqa.facts.series import Piece, pieces, span, trimmed, twins
from actqa.facts.splits import LIST, MOST, ROW, SEEN, WORDS, Claim, grouped, merged
from actqa.facts.tabled import cell_lines, gives_series, of_table
from actqa.facts.types import Evidence, Segment, Segmentation
from actqa.places import is_place, regions_in
from actqa.reading import Report, Span, shown
from actqa.reading.headings import is_strong
from actqa.reading.markup import Shown

_PART = re.compile(r"\b(?:insights?|analysis|outlook|overview|trends?|landscape|dynamics)$", re.IGNORECASE)
"""How headings end that head a part of the report rather than a segment."""

_ARTICLE = re.compile(r"(?:(?:In|Across|The|By)\s)?(?:the\s)?")

_STUDIED = re.compile(r"\b(?:report|study|scope|coverage|covers|regions?|geograph|segment|analysis)", re.IGNORECASE)
"""Words of sentences that say which regions are looked at."""

_JOINT = re.compile(r"(?:\s?\([^()]*\))?(?:,|;|\sand|\s&|\sas well as|\sthe|\s)*$")
"""Between two regions of one series."""

_FILES = re.compile(r"(?:pdf|xlsx?|excel|pptx?|e-?book)(?:\s.*)?$", re.IGNORECASE)
"""Formats of the report itself, named as what it comes in."""

LEAD = 120
"""Characters of a line that opens a list."""

_KEYED = re.compile(r"([^:.,;]{2,40}?)\s?:\s+(?=[^,;]+[,;])")
"""A key before a series."""


def segmentations(report: Report) -> tuple[Segmentation, ...]:
    """Each dimension once, in the report's order, its segments as first listed."""
    found = _Page(report)
    claims = [c for c in found.claims() if 1 < len(c.nodes) <= MOST]
    groups = grouped([c for c in claims if not is_countries(c.dimension)])
    out = [merged(group) for group in groups]
    return tuple(_row(report, claim) for claim in sorted(out, key=lambda c: c.start) if len(claim.nodes) > 1)


class _Page:
    """The report's blocks as read."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.seen: list[Shown] = [as_read(report, block.content) for block in report.blocks]
        self.whole = twins(report)
        self.tables: dict[int, list[Said]] = {}
        for line in said(report):
            if line.kind == "row":
                self.tables.setdefault(line.at.group, []).append(line)
        self.rows = dict(self.tables)
        self.leads: dict[int, str] = {}
        self.taken: set[int] = set()
        """Groups of items that a heading heads."""

    def claims(self) -> Iterator[Claim]:
        """Every place that splits the market."""
        context = False
        for at, block in enumerate(self.report.blocks):
            text = self.seen[at].text
            if block.kind == "heading":
                claim = self._headed(at, context)
                context = splits(text) or (claim is not None and context) or bool(context and lead(text))
                yield from [claim] if claim else []
            elif block.kind == "paragraph" and self._kinds(at) == "item" and len(text) < LEAD and lead(text):
                claim = self._headed(at, context)
                yield from [claim] if claim else []
            elif block.kind == "item":
                yield from self._listed(at)
            elif block.kind == "row":
                yield from self._row(at)
                yield from of_table(self.report, self.tables.pop(block.group, ()))
            yield from self._said(at)

    def _headed(self, at: int, context: bool) -> Claim | None:
        text = self.seen[at].text
        dimension = lead(text)
        below = self._kinds(at)
        if not dimension and len(text.split()) <= 5 and below in {"item", "paragraph"}:
            bare = tidy(text)
            known = is_known(bare) and (below == "item" or context)
            dimension = bare if known or (context and below == "item" and not is_chapter(text)) else ""
        weight = LIST
        if dimension:
            nodes = self._below(at, dimension)
        elif is_regional(text):
            dimension, nodes = "Region", [n for n in self._below(at, "Region") if is_place(n.name)]
        else:
            return None
        if len(nodes) < 2 and is_geography(dimension):
            nodes, weight = self._opened(at), SEEN
        return Claim(dimension, nodes, weight) if len(nodes) > 1 else None

    def _kinds(self, at: int) -> str:
        """What kind of block follows."""
        return self.report.blocks[at + 1].kind if at + 1 < len(self.report.blocks) else ""

    def _below(self, at: int, dimension: str) -> list[Node]:
        """What a heading heads: a list, a series, explained names, or parts with headings."""
        kind = self._kinds(at)
        if kind == "item":
            self.taken.add(self.report.blocks[at + 1].group)
            return self._list(at + 1, dimension)
        lines = self._lines(at, dimension)
        if lines:
            return lines
        if kind == "paragraph":
            return self._series(at + 1) or self._explained(at + 1) or self._parts(at, dimension)
        return self._parts(at, dimension)

    def _opened(self, at: int) -> list[Node]:
        """Regions with which paragraphs under a heading open."""
        nodes: list[Node] = []
        home = self.report.sections[self.report.blocks[at].section].span
        for after in range(at + 1, len(self.report.blocks)):
            block, seen = self.report.blocks[after], self.seen[after]
            if not home.holds(block.span):
                break
            article = _ARTICLE.match(seen.text)
            start = article.end() if article else 0
            found = regions_in(seen.text[: start + 60]) if block.kind == "paragraph" else []
            if found and found[0][0] == start:
                merge(nodes, [Node(seen.text[start : found[0][1]], [seen.raw(*found[0])])])
        return nodes

    def _lines(self, at: int, dimension: str) -> list[Node]:
        """Short lines right under each other, some of them taken for headings."""
        run: list[int] = []
        for after in run_on(self.report, at):
            text = self.seen[after].text
            if self._lead(after) or is_chapter(text) or splits(text) or not is_name(text):
                break
            run.append(after)
        kinds = {self.report.blocks[after].kind for after in run}
        over = run and len(self.report.blocks) > run[-1] + 1 and self.report.blocks[run[-1]].kind == "heading"
        stops = not over or run[-1] + 1 not in set(run_on(self.report, run[-1])) or bool(self._lead(run[-1] + 1))
        return self._tree(run, dimension) if len(run) > 2 and len(kinds) > 1 and stops else []

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
            if self._lead(at) or ((entries or flat) and is_chapter(text)):
                break
            name, end = self._name(at)
            name = SHARE.sub("", name)
            if is_name(NESTED.sub("", name)) and (explains or not self._explains(at)) and not is_chapter(name):
                entries += self._entries(at, name, end)
        nodes = by_depth(entries)
        return placed(nodes) if is_geography(dimension) else nodes

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
            self.leads[at] = "" if len(text) > 160 or is_place(text) else lead(text)
        return self.leads[at]

    def _explains(self, at: int) -> bool:
        return self._name(at)[1] < len(self.seen[at].text)

    def _name(self, at: int) -> tuple[str, int]:
        """The name an item or paragraph opens with, where it goes on to explain it, and its length."""
        text = self.seen[at].text
        told = re.match(r"([^:.!?]{1,70}?)(?:\s?:\s|\s[–—-]\s)(?=\S)", text)
        if told and (len(text) > told.end() + 12 or is_place(told[1])):
            return told[1].strip(), told.end(1)
        page = re.search(r"(?<=[^\W\d])[\s.]{2,}\d{1,4}$|(?<=[A-Z)])\s\d{1,4}$", text)
        number = re.match(r"\d+(?:\.\d+)+\.?\s+(?=\D)", text)
        name = text[number.end() if number else 0 : page.start() if page else None]
        return trimmed(name), len(text)

    def _series(self, at: int) -> list[Node]:
        """A paragraph that is nothing but a series."""
        seen = self.seen[at]
        cut = re.search(
            r"\s[-–—]\s+(?=\w*\s?(?:report|forecast|timeline|global|industry|\d{4}))", seen.text, re.IGNORECASE
        )
        end = cut.start() if cut else len(seen.text)
        opened = re.match(r"[^,;:]{2,80}:\s+", seen.text)
        names = pieces(seen.text, opened.end() if opened else 0, end, self.whole) if end < 600 else []
        fits = len(names) > 1 and all(is_name(p.text) for p in names) and not re.search(r"\.\s+[A-Z]", seen.text[:end])
        return [bare_node(seen, p) for p in names] if fits else []

    def _explained(self, at: int, least: int = 2) -> list[Node]:
        """Paragraphs that each open with a name and go on to explain it."""
        nodes: list[Node] = []
        blocks = self.report.blocks
        while at < len(blocks) and blocks[at].kind == "paragraph" and re.match(r"[^:.]{1,50}:\s", self.seen[at].text):
            name, end = self._name(at)
            if not is_name(name, 6) or lead(name) or end == len(self.seen[at].text):
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
                or not is_name(text, 6)
            ):
                break
            if lead(text) or splits(text) or _PART.search(text):
                break
            nodes.append(Node(text.rstrip(" :"), [block.content]))
        return nodes

    def _listed(self, at: int) -> Iterator[Claim]:
        """An item that opens a dimension owns the items under it, or on its level behind it."""
        text = self.seen[at].text
        block = self.report.blocks[at]
        dimension = self._lead(at)
        if (
            not dimension
            and block.group not in self.taken
            and self._nested(at)
            and len(text.split()) <= 4
            and is_known(tidy(text))
        ):
            dimension = tidy(text)
        if not dimension:
            return
        run: list[int] = []
        flat = not self._nested(at)
        for after in range(at + 1, len(self.report.blocks)):
            other = self.report.blocks[after]
            if other.kind != "item" or other.group != block.group or other.depth < block.depth + (not flat):
                break
            if flat and (is_chapter(self.seen[after].text) or self._lead(after)):
                break
            run.append(after)
        nodes = self._tree(run, dimension, flat=flat)
        if len(nodes) > 1:
            yield Claim(dimension, nodes, LIST)

    def _nested(self, at: int) -> bool:
        blocks = self.report.blocks
        return at + 1 < len(blocks) and blocks[at + 1].kind == "item" and blocks[at + 1].depth > blocks[at].depth

    def _row(self, at: int) -> Iterator[Claim]:
        block = self.report.blocks[at]
        cells = [as_read(self.report, cell) for cell in block.cells]
        if len(cells) < 2 or (block.head and not names_segments(cells[0].text)):
            return
        lines = cell_lines(self.report.text, block.cells[1])
        key = cells[0].text
        heads = next((line.heads for line in self.rows.get(block.group, ())), ())
        dimension = lead(key) or (tidy(key) if is_known(tidy(key)) or gives_series(heads) else "")
        nodes = [Node(shown(self.report.text, line).rstrip(",;"), [line]) for line in lines]
        if dimension and len(nodes) > 1 and all(is_name(n.name) and "," not in n.name for n in nodes):
            yield Claim(dimension, placed(nodes) if is_geography(dimension) else nodes, ROW)
            return
        if dimension and gives_series(heads):
            yield from self._claims(cells[1], [Series(dimension, 0, len(cells[1].text))], ROW)
            return
        parts = [as_read(self.report, line) for line in lines] if names_segments(key) else cells[1:2]
        for part in parts:
            yield from self._value(key, part)

    def _value(self, name: str, value: Shown) -> Iterator[Claim]:
        """What a key and its value say."""
        found: list[Series] = []
        if names_places(name):
            found = [Series("Region" if "geo" not in name.lower() else "Geography", 0, len(value.text))]
            found = found if not in_value(value.text) else in_value(value.text)
        elif names_segments(name):
            found = in_value(value.text)
        elif lead(name) or is_known(tidy(name)):
            found = [Series(lead(name) or tidy(name), 0, len(value.text))]
        yield from self._claims(value, found, ROW)

    def _is_value(self, at: int) -> bool:
        """Whether a paragraph is the value of the heading above it (`Segments Covered`)."""
        if at == 0 or self.report.blocks[at - 1].kind != "heading" or has_talk(self.seen[at].text):
            return False
        return names_segments(self.seen[at - 1].text) or names_places(self.seen[at - 1].text)

    def _said(self, at: int) -> Iterator[Claim]:
        """What sentences and titles say."""
        block, seen = self.report.blocks[at], self.seen[at]
        if block.kind == "row":
            return
        if block.kind == "paragraph" and self._is_value(at):
            yield from self._value(self.seen[at - 1].text, seen)
            return
        headline = block.kind == "heading" and self._kinds(at) == "paragraph" and at > 0
        for part in block.sentences or (block.content,):
            sentence = as_read(self.report, part)
            heading = self.report.sections[block.section].title
            found = in_words(sentence.text, self._under(heading), headline=headline)
            yield from self._claims(sentence, found or self._keyed(at), WORDS)
        yield from self._by_region(at)
        yield from self._across(at)

    def _under(self, heading: str) -> str:
        """The dimension that a heading says its sentences are about."""
        return lead(heading) or (tidy(heading) if is_known(tidy(heading)) else "")

    def _keyed(self, at: int) -> list[Series]:
        """`Source: A, B` beside another such line."""
        blocks = self.report.blocks
        own = _KEYED.match(self.seen[at].text)
        beside = [b for b in (at - 1, at + 1) if 0 <= b < len(blocks) and _KEYED.match(self.seen[b].text)]
        dimension = tidy(own[1]) if own else ""
        if not own or not any(is_known(tidy(self.seen[b].text.split(":")[0])) for b in beside):
            return []
        return [Series(dimension, own.end(), len(self.seen[at].text))] if is_known(dimension) else []

    def _by_region(self, at: int) -> Iterator[Claim]:
        """A paragraph that opens with "By region" and goes from region to region."""
        seen = self.seen[at]
        if not re.match(r"(?:by|based on|in terms of) (?:region|geography)\b,?\s", seen.text, re.IGNORECASE):
            return
        nodes: list[Node] = []
        for start, end in regions_in(seen.text):
            merge(nodes, [Node(seen.text[start:end], [seen.raw(start, end)])])
        if len(nodes) > 2:
            yield Claim("Region", nodes, WORDS)

    def _across(self, at: int) -> Iterator[Claim]:
        """Three or more regions in a row, in a paragraph that says what is studied."""
        seen = self.seen[at]
        if len(seen.text) > 1500 or seen.text.count(",") < 2 or not _STUDIED.search(seen.text):
            return
        run: list[tuple[int, int]] = []
        for start, end in [*regions_in(seen.text), (len(seen.text), 0)]:
            if run and end and _JOINT.fullmatch(seen.text, run[-1][1], start):
                run.append((start, end))
                continue
            if len(run) > 2:
                named = "Geography" if "geograph" in seen.text.lower() else "Region"
                stop = re.match(r"\s?\([^()]*\)", seen.text[run[-1][1] :])
                yield from self._claims(
                    seen, [Series(named, run[0][0], run[-1][1] + (stop.end() if stop else 0))], SEEN
                )
            run = [(start, end)]

    def _claims(self, seen: Shown, found: list[Series], weight: int) -> Iterator[Claim]:
        for series in found:
            names = pieces(seen.text, series.start, series.end, self.whole)
            if any(_FILES.match(p.text) for p in names):
                continue
            nodes = [
                node_of(seen, p)
                for p in names
                if is_name(SHARE.sub("", NESTED.sub("", p.text))) and not is_chapter(p.text)
            ]
            if is_geography(series.dimension):
                nodes = placed(nodes)
            if len(nodes) > 1:
                yield Claim(series.dimension, nodes, weight)


def _row(report: Report, claim: Claim) -> Segmentation:
    return Segmentation(dimension=claim.dimension, segments=tuple(_segment(report, node) for node in claim.nodes))


def _segment(report: Report, node: Node) -> Segment:
    places = sorted(set(node.spans))
    return Segment(
        name=node.name,
        children=tuple(_segment(report, child) for child in node.children),
        evidence=tuple(Evidence.at(report, place) for place in places),
    )
