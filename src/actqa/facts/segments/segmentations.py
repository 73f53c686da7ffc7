"""What a market is split by: each dimension with its segments, from lists, contents, titles, sentences and rows."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from actqa.facts.kept import as_read
from actqa.facts.names import could_name, has_talk, is_chapter
from actqa.facts.said import Said, said
from actqa.facts.segments.clauses import in_sentence
from actqa.facts.segments.dimensions import (
    is_countries,
    is_geography,
    is_known,
    lead,
    names_places,
    names_segments,
    splits,
    tidy,
)
from actqa.facts.segments.glued_runs import of_run, places_of_run
from actqa.facts.segments.keyed_series import META
from actqa.facts.segments.listings import Listings
from actqa.facts.segments.named import NESTED, SHARE, bare_node, node_of, placed
from actqa.facts.segments.nesting import Node, merge
from actqa.facts.segments.phrases import bracketed, in_value
from actqa.facts.segments.regional import told_regions
from actqa.facts.segments.splits import MOST, ROW, SEEN, WORDS, Claim, grouped, merged, under_their_segments
from actqa.facts.segments.strangers import is_strange
from actqa.facts.segments.tabled import BULLETED, cell_lines, gives_series, heads_row, of_lines, of_table
from actqa.facts.segments.takeaways import led, opened_by, told_of
from actqa.facts.series import Piece, Series, outside, pieces, trimmed, twins
from actqa.facts.stems import holds
from actqa.facts.types import Evidence, Segment, Segmentation
from actqa.places import is_place, is_region, regions_in
from actqa.reading import Report, Span
from actqa.reading.headings import name_of
from actqa.reading.markup import Shown

_STUDIED = tuple("report stud scope cover region geograph segment analy assess examin track".split())
"""What words begin with that say which regions are looked at."""

_JOINT = re.compile(r"(?:\s?\([^()]*\))?(?:,|;|\sand|\s&|\sas well as|\sthe|\s)*$")
"""Between two regions of one series."""

_REGION_KEY = re.compile(
    r"(?:[\d.]+\s)?(?:[^:.;]{2,80}?\b[Mm]arket\s[-–—]\s)?([A-Z][^:.;]{3,40}?)\s?(?::|\s[–—-])\s+(?=[^:]+$)"
)
"""A region before its countries."""
_OPENS = re.compile(r"by\s", re.IGNORECASE)
"""The first cell of a row whose others are segments: `By type | A | B`."""
_REGION_IN = re.compile(r"\s*([A-Z][^:.;()–—-]{2,40}?(?:-[A-Z][a-z]+)?)\s?(?::|\s[–—-])\s+")
"""The same within a value."""
_COUNTRIES_KEY = re.compile(r"countr(?:y|ies)(?: scope| covered| included| analy[sz]ed)?\s?:?$", re.IGNORECASE)
"""A key whose value names countries, perhaps under their regions."""
_REST = re.compile(r"Rest of (?:the )?World|RoW", re.IGNORECASE)

_FILES = re.compile(r"(?:pdf|xlsx?|excel|pptx?|e-?book)(?:[\s,/&|].*)?$", re.IGNORECASE)
"""Formats of the report itself, named as what it comes in."""

_METHOD = re.compile(
    r"\b(?:filings|interviews?|surveys|databases?|journals|(?:primary|secondary|in-house) (?:research|analysis|"
    r"sources?)|white papers|"
    r"press releases|annual reports)\b",
    re.IGNORECASE,
)
"""What a report is made from, of which no market consists."""

_BY_REGION = re.compile(
    r"(?:(?:seen|looked at|viewed|split|broken down|divided|sorted)\s)?(?:by|based on|in terms of) (?:region|"
    r"geography)\b,?\s",
    re.IGNORECASE,
)
"""A sentence that goes from region to region."""

_BY_COUNTRY = re.compile(r"\bby countr(?:y|ies)\b", re.IGNORECASE)
"""Says that the market is split by countries, where it is not by regions."""

_COMPANY = re.compile(r"\s(?:Inc|Ltd|LLC|GmbH|AG|PLC|plc|S\.A|S\.p\.A|Corp|Corporation|B\.V|A/S|Co)\b\.?$")
"""A name that is a company's, of which no split of a market is made."""

_KEY = re.compile(r"(?:by\s)?([^:.,;]{2,40}?)\s?:\s+(?=\S)", re.IGNORECASE)
"""A key in one cell with the first of the names that bars part."""

_BOLD_KEY = re.compile(
    r"(?:\*\*|__|<(?:b|strong)>)By (?P<d>[^*_<:.]{2,40})(?:\*\*|__|</(?:b|strong)>)\s+(?=\w)", re.IGNORECASE
)
"""A dimension set in bold, with no colon behind it."""

_BY_ITSELF = re.compile(r"(?:And )?By [A-Z]")
"""A dimension where a segment should stand: `By Type, By Region`."""

LONGEST_VALUE = 600
"""Characters of a line that keys its regions."""

_SHORT_KEY = re.compile(r"[A-Z][\w ]{2,25}:\s[^:,;]{2,60}$")
"""A key and its value, neither a series: among those of the report as a product it says where that is filed."""

_KEYED = re.compile(r"([^:.,;]{2,40}?)(?:\s?:|\s[–—-])\s+(?=[^,;]+(?:[,;]|\s[/|]\s))")
"""A key before a series."""


def segmentations(report: Report) -> tuple[Segmentation, ...]:
    """Each dimension once, in the report's order, its segments as first listed."""
    found = _Page(report)
    claims = [c for c in found.claims() if 1 < len(c.nodes) <= MOST and not _is_of_method(c)]
    claims += led([*found.told(), *found.told_of_regions()], claims)
    by_country = _BY_COUNTRY.search(report.text) and not any(is_geography(c.dimension) for c in claims)
    groups = grouped([c for c in claims if by_country or not is_countries(c.dimension)])
    out = under_their_segments([merged(group) for group in groups])
    return tuple(_row(report, claim) for claim in sorted(out, key=lambda c: c.start) if len(claim.nodes) > 1)


def _is_of_method(claim: Claim) -> bool:
    """Whether it says what the report is made from rather than what the market is split into."""
    return any(_METHOD.search(node.name) for node in claim.nodes)


class _Page:
    """The report's blocks as read."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.seen: list[Shown] = [as_read(report, block.content) for block in report.blocks]
        self.lines = [seen.text for seen in self.seen]
        self.market = name_of(report.title).removesuffix("market")
        self.whole = twins(report)
        self.lists = Listings(report, self.seen, self.whole)
        self.tables: dict[int, list[Said]] = {}
        for line in said(report):
            if line.kind == "row":
                self.tables.setdefault(line.at.group, []).append(line)
        self.rows = dict(self.tables)

    def claims(self) -> Iterator[Claim]:
        """Every place that splits the market."""
        context, home = False, Span(0, 0)
        for at, block in enumerate(self.report.blocks):
            text = self.seen[at].text
            if is_strange(self.report, at, self.lines, self.market):
                continue
            if block.kind == "heading":
                claim = self.lists.headed(at, context, within=home.holds(block.span))
                context = splits(text) or (claim is not None and context) or bool(context and lead(text))
                home = self.report.sections[block.section].span if splits(text) else home
                yield from [claim] if claim else []
            elif self.lists.opens(at):
                claim = self.lists.headed(at, context)
                yield from [claim] if claim else []
            elif block.kind == "item":
                yield from self.lists.listed(at)
            elif block.kind == "row":
                yield from self._row(at)
                yield from of_table(self.report, self.tables.pop(block.group, ()))
            yield from self._said(at)
            yield from self._regions(at)
            yield from of_run(self.seen[at], self.lines) if block.kind != "row" else ()

    def _regions(self, at: int) -> Iterator[Claim]:
        """Lines right under each other that each give a region's countries: `Europe: Spain, Italy`."""
        run = list(takewhile(self._is_region, range(at, len(self.seen))))
        if len(run) < 2 or (at and self._is_region(at - 1)):
            return
        nodes = []
        for one in run:
            seen, found = self.seen[one], _REGION_KEY.match(self.seen[one].text)
            if found:
                inner = [bare_node(seen, p) for p in pieces(seen.text, found.end(), len(seen.text), self.whole)]
                nodes.append(Node(found[1], [seen.raw(*found.span(1))], [n for n in inner if is_place(n.name)]))
        rest = self.seen[run[-1] + 1 : run[-1] + 2]
        nodes += [Node(seen.text, [seen.raw(0, len(seen.text))]) for seen in rest if _REST.fullmatch(seen.text)]
        yield Claim("Region", nodes, SEEN)

    def _is_region(self, at: int) -> bool:
        block, found = self.report.blocks[at], _REGION_KEY.match(self.seen[at].text)
        if found is None or block.kind == "row" or not is_region(found[1]):
            return False
        named = pieces(self.seen[at].text, found.end(), len(self.seen[at].text), self.whole)
        return sum(is_place(piece.text) for piece in named) * 2 > len(named)

    def _row(self, at: int) -> Iterator[Claim]:
        block = self.report.blocks[at]
        cells = [as_read(self.report, cell) for cell in block.cells]
        read = [cell.text for cell in cells]
        if len(cells) < 2 or (block.head and not names_segments(read[0]) and not heads_row(read) and not lead(read[0])):
            return
        barred = self._barred(cells, block.cells)
        if barred:
            yield barred
            return
        key = cells[0].text
        if len(cells) > 2 and _OPENS.match(key) and lead(key) and not block.head:
            nodes = [
                Node(cell.text, [place]) for cell, place in zip(cells[1:], block.cells[1:], strict=True) if cell.text
            ]
            if len(nodes) > 1 and all(could_name(n.name) and not re.search(r"\d", n.name) for n in nodes):
                yield Claim(lead(key), placed(nodes) if is_geography(lead(key)) else nodes, ROW)
                return
        lines = cell_lines(self.report.text, block.cells[1])
        heads = next((line.heads for line in self.rows.get(block.group, ())), ())
        dimension = lead(key) or (tidy(key) if is_known(tidy(key)) or gives_series(heads) else "")
        nodes = [node for line in lines for node in self._line(line)]
        if dimension and len(nodes) > 1 and all(could_name(n.name) and "," not in n.name for n in nodes):
            yield Claim(dimension, placed(nodes) if is_geography(dimension) else nodes, ROW)
            return
        if block.head and not names_segments(read[0]) and not heads_row(read):
            return
        if dimension and gives_series(heads):
            yield from self._claims(cells[1], [Series(dimension, 0, len(cells[1].text))], ROW)
            return
        if names_segments(key) and (told := list(of_lines(self.report, lines))):
            yield from told
            return
        parts = [as_read(self.report, line) for line in lines] if names_segments(key) else cells[1:2]
        for part in parts:
            yield from self._value(key, part)

    def _barred(self, cells: list[Shown], places: tuple[Span, ...]) -> Claim | None:
        """A row whose first cell holds the dimension with the first of its segments: `Type: A | B`."""
        keyed = _KEY.match(cells[0].text)
        dimension = tidy(keyed[1]) if keyed else ""
        if not keyed or not is_known(dimension):
            return None
        nodes = [Node(cells[0].text[keyed.end() :], [cells[0].raw(keyed.end(), len(cells[0].text))])]
        nodes += [Node(cell.text, [place]) for cell, place in zip(cells[1:], places[1:], strict=True)]
        named = all(could_name(n.name) for n in nodes)
        return Claim(dimension, placed(nodes) if is_geography(dimension) else nodes, ROW) if named else None

    def _line(self, line: Span) -> list[Node]:
        """The name on one of several lines of a cell, without its bullet, what it is split into under it."""
        seen = as_read(self.report, line)
        bullet = BULLETED.match(seen.text)
        piece = trimmed(seen.text[bullet.end() if bullet else 0 :])
        start = seen.text.find(piece)
        return [node_of(seen, Piece(piece, start, start + len(piece)))] if piece else []

    def _value(self, name: str, value: Shown) -> Iterator[Claim]:
        """What a key and its value say."""
        found: list[Series] = []
        is_places = names_places(name) or _COUNTRIES_KEY.match(name.strip()) or is_geography(tidy(name))
        regions = (self._by_regions(value) or places_of_run(value)) if is_places else []
        if regions:
            yield Claim("Region" if "geo" not in name.lower() else "Geography", regions, ROW)
            return
        if names_places(name):
            found = [Series("Region" if "geo" not in name.lower() else "Geography", 0, len(value.text))]
            found = found if not in_value(value.text) else in_value(value.text)
        elif names_segments(name):
            found = in_value(value.text)
        elif lead(name) or is_known(tidy(name)):
            found = [Series(lead(name) or tidy(name), 0, len(value.text))]
        yield from self._claims(value, found, ROW)

    def _by_regions(self, value: Shown) -> list[Node]:
        """Regions that a value gives with their countries: `Europe: Spain, Italy; Asia - Japan`, `Europe "
        "(Spain, Italy)`."""
        edges = [-1, *outside(value.text, 0, len(value.text), ";"), len(value.text)]
        nodes: list[Node] = []
        for start, end in ((a + 1, b) for a, b in pairwise(edges)):
            told = _REGION_IN.match(value.text, start, end)
            if not told or not is_region(told[1]):
                nodes += [n for n in self._bracketed_places(value, start, end) if n.children]
                continue
            inner = [bare_node(value, p) for p in pieces(value.text, told.end(), end, self.whole)]
            nodes.append(Node(told[1], [value.raw(*told.span(1))], [n for n in inner if is_place(n.name)]))
        return nodes if len(nodes) > 1 else []

    def _bracketed_places(self, value: Shown, start: int, end: int) -> list[Node]:
        return [
            node_of(value, p) for p in pieces(value.text, start, end, self.whole) if is_region(NESTED.sub("", p.text))
        ]

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
        if _SHORT_KEY.match(seen.text) and any(META.match(self.seen[b].text) for b in self._run_of_keys(at)):
            return
        keyed = _KEY.match(seen.text)
        if keyed and names_places(keyed[1]) and len(seen.text) < LONGEST_VALUE:
            yield from self._value(keyed[1], as_read(self.report, seen.raw(keyed.end(), len(seen.text))))
            return
        headline = block.kind == "heading" and self.lists.kind_below(at) == "paragraph" and at > 0
        own = tidy(keyed[1]) if keyed and is_known(tidy(keyed[1])) else ""
        heading = own or self._under(self.report.sections[block.section].title)
        for part in block.sentences or (block.content,):
            sentence = as_read(self.report, part)
            found = in_sentence(sentence.text, heading, headline=headline)
            first = part.start == block.content.start
            found = found or (self._keyed(at) or self._bracketed(at) if first else [])
            yield from self._claims(sentence, found, WORDS)
        yield from self._claims(seen, self._opened(at), WORDS)
        yield from self._by_region(at)
        yield from self._across(at)

    def told(self) -> Iterator[Claim]:
        """What sentences tell of segments one by one."""
        for block in self.report.blocks:
            if block.kind in {"paragraph", "item"}:
                heading = self._under(self.report.sections[block.section].title)
                for part in block.sentences or (block.content,):
                    sentence = as_read(self.report, part)
                    heading = opened_by(sentence.text) or heading
                    yield from told_of(sentence, heading)

    def told_of_regions(self) -> list[Claim]:
        """The regions that are only told of, if these are enough to make up a split."""
        told = [
            (as_read(self.report, part), self.report.path(block.section))
            for block in self.report.blocks
            if block.kind in {"paragraph", "item"}
            for part in block.sentences or (block.content,)
        ]
        return told_regions(told)

    def _under(self, heading: str) -> str:
        """The dimension that a heading says its sentences are about."""
        return lead(heading) or (tidy(heading) if is_known(tidy(heading)) else "")

    def _keyed(self, at: int) -> list[Series]:
        """`Source: A, B` beside another such line."""
        blocks = self.report.blocks
        own = _KEYED.match(self.seen[at].text)
        beside = [b for b in (at - 1, at + 1) if 0 <= b < len(blocks) and _KEYED.match(self.seen[b].text)]
        dimension = tidy(own[1]) if own else ""
        known = any(is_known(tidy(_KEYED.split(self.seen[b].text)[1])) for b in beside)
        known = known or (is_known(dimension) and splits(self.report.sections[blocks[at].section].title))
        if not own or not beside or not known:
            return []
        among = len(beside) == 2 and all(is_known(tidy(_KEYED.split(self.seen[b].text)[1])) for b in beside)
        told = (
            is_known(dimension)
            or (dimension and among)
            or (dimension and splits(self.report.sections[blocks[at].section].title))
        )
        return [Series(dimension, own.end(), len(self.seen[at].text))] if told else []

    def _run_of_keys(self, at: int) -> list[int]:
        """The block and those right before and behind it, up to three on each side, that each give a key."""
        seen = self.seen
        before = takewhile(lambda b: b >= 0 and ":" in seen[b].text[:60], range(at - 1, at - 4, -1))
        after = takewhile(lambda b: b < len(seen) and ":" in seen[b].text[:60], range(at, at + 4))
        return [*before, *after]

    def _opened(self, at: int) -> list[Series]:
        """`**By test** A, B, C`: a dimension set in bold before a series."""
        block, text = self.report.blocks[at], self.seen[at].text
        opened = _BOLD_KEY.match(self.report.text, *block.span)
        dimension = tidy(opened["d"]) if opened else ""
        start = len(f"By {opened['d']} ") if opened else 0
        goes_on = text[start:].count(",") > 1 and not has_talk(text[start:])
        return [Series(dimension, start, len(text))] if opened and dimension and goes_on else []

    def _bracketed(self, at: int) -> list[Series]:
        """`Material (A, B)` beside another such line, under a heading that names no dimension."""
        blocks = self.report.blocks
        own = bracketed(self.seen[at].text)
        heading = self.report.sections[blocks[at].section].title
        if not own or lead(heading) or is_known(tidy(heading)):
            return []
        beside = [b for b in (at - 1, at + 1) if 0 <= b < len(blocks) and blocks[b].depth == blocks[at].depth]
        return own if any(bracketed(self.seen[b].text) for b in beside) else []

    def _by_region(self, at: int) -> Iterator[Claim]:
        """A paragraph that opens with "By region" and goes from region to region."""
        seen = self.seen[at]
        if not _BY_REGION.match(seen.text):
            return
        nodes: list[Node] = []
        for start, end in regions_in(seen.text):
            merge(nodes, [Node(seen.text[start:end], [seen.raw(start, end)])])
        if len(nodes) > 2:
            yield Claim("Region", nodes, WORDS)

    def _across(self, at: int) -> Iterator[Claim]:
        """Three or more regions in a row, in a paragraph that says what is studied."""
        seen = self.seen[at]
        if len(seen.text) > 1500 or seen.text.count(",") < 2 or not holds(seen.text, _STUDIED):
            return
        run: list[tuple[int, int]] = []
        for start, end in [*_unbracketed(seen.text), (len(seen.text), 0)]:
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
            if any(_FILES.match(p.text) or _COMPANY.search(p.text) for p in names):
                continue
            if seen.text[: series.start].rstrip().endswith(":") and any(has_talk(p.text) for p in names):
                continue
            nodes = [
                node_of(seen, p)
                for p in names
                if could_name(SHARE.sub("", NESTED.sub("", p.text)))
                and not is_chapter(p.text)
                and not _BY_ITSELF.match(p.text)
            ]
            if is_geography(series.dimension):
                nodes = placed(nodes)
            if len(nodes) > 1:
                yield Claim(series.dimension, nodes, weight, series.within)


def _unbracketed(text: str) -> Iterator[tuple[int, int]]:
    """The regions that stand outside brackets."""
    depth = at = 0
    for start, end in regions_in(text):
        depth += text.count("(", at, start) - text.count(")", at, start)
        at = start
        if depth <= 0:
            yield start, end


def _row(report: Report, claim: Claim) -> Segmentation:
    return Segmentation(dimension=claim.dimension, segments=tuple(_segment(report, node) for node in claim.nodes))


def _segment(report: Report, node: Node) -> Segment:
    places = sorted(set(node.spans))
    return Segment(
        name=node.name,
        children=tuple(_segment(report, child) for child in node.children),
        evidence=tuple(Evidence.at(report, place) for place in places),
    )
