"""Splits of the market that tables show: a column of segments under its dimension, or beside it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from actqa.facts.names import OTHERS, could_name, is_chapter
from actqa.facts.said import Said
from actqa.facts.segments.dimensions import is_geography, is_known, lead, tidy
from actqa.facts.segments.named import EXPLAINED, SHARE, SPLIT_BY
from actqa.facts.segments.nesting import Node, by_place
from actqa.facts.segments.splits import LIST, ROW, SEEN, Claim
from actqa.places import is_place
from actqa.reading import Report, Span, shown
from actqa.reading.markup import BLOCK_TAGS
from actqa.reading.sentences import stripped

_CELL_BREAK = re.compile(rf"(?:\s*</?(?:{BLOCK_TAGS})\b[^<>]{{0,200}}>)+\s*|\s*[•▪]\s*", re.IGNORECASE)
_PLACES = re.compile(
    r"^(?:region|geography|country|area)s?(?:\s?(?:/|&|and|or)\s?(?:region|geography|country|area|sub-?region)s?)?$",
    re.I,
)
_PARTS = re.compile(r"^(?:(?:sub-?)?segments?|categor(?:y|ies)|types?|names?)$", re.IGNORECASE)
_DIMENSIONS = re.compile(
    r"^(?:market )?(?:segments?|dimensions?|criteri(?:on|a)|basis|categor(?:y|ies)|parameters?|split)$", re.I
)
"""Heads of a table whose rows each give a dimension and its segments."""

_TOTAL = re.compile(r"^(?:(?:grand |sub)?total|world(?:wide)?|global|overall|all\b.*|sum)$", re.IGNORECASE)


def cell_lines(text: str, cell: Span) -> list[Span]:
    """The lines of a cell that breaks, list items or bullets part; one where nothing does."""
    edges = [(cell.start, cell.start), *(m.span() for m in _CELL_BREAK.finditer(text, *cell)), (cell.end, cell.end)]
    found = [stripped(text, Span(a[1], b[0])) for a, b in pairwise(edges) if a[1] < b[0]]
    return [span for span in found if span.start < span.end]


def of_lines(report: Report, lines: Sequence[Span]) -> Iterator[Claim]:
    """What the lines of one cell split the market by, where some open a dimension and the others are its segments."""
    read = [BULLETED.sub("", shown(report.text, line)) for line in lines]
    at = [n for n, text in enumerate(read) if _BY.match(text) and lead(text)]
    for first, end in pairwise([*at, len(lines)]) if len(at) > 1 else ():
        nodes = [Node(SPLIT_BY.sub("", read[n]), [lines[n]]) for n in range(first + 1, end)]
        yield from _claim(lead(read[first]), nodes, ROW)


BULLETED = re.compile(r"^[-–—*•·o]\s+")
_BY = re.compile(r"by\s", re.IGNORECASE)


def of_table(report: Report, rows: Sequence[Said]) -> Iterator[Claim]:
    """What one table splits the market by."""
    heads = next((row.heads for row in rows if row.heads), ())
    opens = len(heads) > 1 and bool(lead(heads[0])) and not any(map(lead, heads[1:])) and _leaves_out_keys(rows)
    body = [row for row in rows if not row.at.head or (opens and row.cells == heads)]
    if not body or heads_row(heads):
        return
    stacked = list(_stacked(report, rows))
    if stacked:
        yield from stacked
        return
    columns = [_dimension(head, rows[0].caption if at == 0 else "") for at, head in enumerate(heads)]
    if gives_series(heads):
        return
    named = [at for at, dimension in enumerate(columns) if dimension and not opens]
    yield from _across(report, rows)
    if named and (len(named) == len(columns) or named == [0]):
        for at in named:
            nodes = list(_nodes(report, [row.at.cells[at] for row in body if at < len(row.at.cells)]))
            yield from _claim(columns[at], nodes, ROW if is_geography(columns[at]) else LIST)
    elif not named:
        yield from _keyed(report, body)


def _across(report: Report, rows: Sequence[Said]) -> Iterator[Claim]:
    """Regions that name the columns of a table with its years down the side."""
    over = next((row for row in rows if row.at.head and any(row.cells)), None)
    dated = all(_YEAR.match(row.cells[0]) for row in rows if not row.at.head and row.cells)
    places = over.at.cells[1:] if over and dated else ()
    named = [node for node in _nodes(report, places) if is_place(node.name) or OTHERS.match(node.name)]
    if over and len(named) > 2 and len(named) == sum(1 for cell in over.cells[1:] if cell and not _TOTAL.match(cell)):
        yield from _claim("Region", named, SEEN)


_YEAR = re.compile(r"(?:FY|CY)?\s?(?:19|20)\d\d\b|(?:FY|CY)\s?\d\d\b")


def _stacked(report: Report, rows: Sequence[Said]) -> Iterator[Claim]:
    """Tables of one column under each other, each headed by its dimension."""
    at = [n for n, row in enumerate(rows) if len(row.cells) == 1 and lead(row.cells[0])]
    if len(at) < 2 or at[0] or any(len(row.cells) > 1 for row in rows):
        return
    for first, end in pairwise([*at, len(rows)]):
        named = [row.at.cells[0] for row in rows[first + 1 : end] if not row.at.head]
        yield from _claim(lead(rows[first].cells[0]), list(_nodes(report, named)), LIST)


def heads_row(heads: Sequence[str]) -> bool:
    """Whether what stands where heads should is a dimension with its series: `Type | A, B`."""
    return len(heads) == 2 and is_known(tidy(heads[0])) and "," in heads[1]


def _leaves_out_keys(rows: Sequence[Said]) -> bool:
    """Whether rows of a table have an empty first cell, being of the dimension that a row above them names."""
    return any(len(row.cells) > 1 and not row.cells[0] and row.cells[1] for row in rows if not row.at.head)


def gives_series(heads: Sequence[str]) -> bool:
    """Whether each row of a table gives a dimension and its segments, by the table's heads."""
    parts = (
        re.match(r"^(?:sub-?|key )?(?:segments?|types?|categor(?:y|ies))", heads[1].strip(), re.I)
        if len(heads) == 2
        else None
    )
    return bool(parts and _DIMENSIONS.match(heads[0].strip()))


def _dimension(head: str, caption: str) -> str:
    """What a column's head says that its cells are segments of; `Segment` leaves that to the table's caption."""
    if _PLACES.match(head.strip()):
        only = re.match(r"countr", head.strip(), re.I) and not re.search(r"region", head, re.I)
        return "Country" if only else "Region" if "geo" not in head.lower() else "Geography"
    if (not head.strip() or _PARTS.match(head.strip())) and lead(caption):
        return lead(caption)
    named = lead(head) or tidy(head)
    plain = _BRACKETED.sub("", head)
    return named if named and (is_known(named) or lead(head)) and not re.search(r"\d", plain) else ""


_BRACKETED = re.compile(r"\([^()]*\)")


def _keyed(report: Report, body: Sequence[Said]) -> Iterator[Claim]:
    """Rows of which one opens a dimension (`By Type | A`) and those that follow, with one cell, go on."""
    dimension, cells = "", list[Span]()
    for row in body:
        filled = [cell for cell in row.at.cells if shown(report.text, cell)]
        first = shown(report.text, filled[0]) if filled else ""
        opened = (lead(first) or (tidy(first) if is_known(tidy(first)) else "")) if len(filled) > 1 else ""
        opened = opened if len(filled) == 2 or (is_geography(opened) and len(filled) == 3) else ""
        if opened:
            yield from _claim(dimension, list(_nodes(report, cells)), ROW)
            dimension, cells = opened, filled[1:]
        elif dimension and (len(filled) == 1 or (is_geography(dimension) and len(filled) == 2)):
            cells += filled
        else:
            yield from _claim(dimension, list(_nodes(report, cells)), ROW)
            dimension, cells = "", []
    yield from _claim(dimension, list(_nodes(report, cells)), ROW)


def _nodes(report: Report, cells: Sequence[Span]) -> Iterator[Node]:
    for cell in cells:
        for line in cell_lines(report.text, cell):
            name = shown(report.text, line).strip(" –—-*·").rstrip(":;,")
            name = EXPLAINED.sub("", SPLIT_BY.sub("", SHARE.sub("", name)))
            if name and not _TOTAL.match(name):
                yield Node(name, [line])


def _claim(dimension: str, nodes: list[Node], weight: int) -> Iterator[Claim]:
    if is_geography(dimension):
        nodes = by_place([node for node in nodes if is_place(node.name) or OTHERS.match(node.name)])
    fits = all(could_name(node.name) and not is_chapter(node.name) and "," not in node.name for node in nodes)
    if dimension and len(nodes) > 1 and fits:
        yield Claim(dimension, nodes, weight)
