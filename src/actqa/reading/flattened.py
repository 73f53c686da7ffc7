"""Tables that have lost their columns: each cell on a line of its own, the heads first, then row by row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from actqa.reading.lines import Line
from actqa.reading.types import Span

WIDTHS = range(2, 7)
"""Columns that such a table may have."""

FEWEST_ROWS = 3
LONGEST_CELL = 60

_FIGURE = re.compile(
    r"[~<>≈+\-–−]?\s?(?:[A-Z]{2,3}\s?)?(?P<money>[$€£¥₹])?\s?\d[\d.,]*\s?(?:(?P<rate>%)|[A-Za-z][A-Za-z. ]{0,20})?"
    r"(?:\s?\([^()]{1,25}\))?$"
)
_NOTHING = re.compile(r"[-–—]$|n/?a$|nil$", re.IGNORECASE)
_YEAR = re.compile(r"(?:FY|CY)?\s?(?:19|20)\d\d(?:[-/]\d\d)?\s?(?:[AEFP]|\([A-Za-z]{1,10}\))?$")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def folded(lines: list[Line]) -> list[Line]:
    """The lines, those that are the cells of a table put together row by row."""
    lines = _paired(lines)
    out: list[Line] = []
    at = 0
    while at < len(lines):
        rows = next((rows for width in WIDTHS if (rows := _rows(lines, at, width))), [])
        out += rows or [lines[at]]
        at += sum(len(row.cells) for row in rows) or 1
    return out


FEWEST_PAIRS = 3


def _paired(lines: list[Line]) -> list[Line]:
    """The lines, rows of a single cell that are by turns a key and its value put together two by two."""
    out: list[Line] = []
    for single, run in groupby(lines, key=lambda line: line.kind == "row" and len(line.cells) == 1):
        cells = list(run)
        keys, values = cells[::2], cells[1::2]
        told = single and len(keys) == len(values) >= FEWEST_PAIRS
        if told and not any(_FIGURE.match(line.read) or not _LETTERS.search(line.read) for line in keys):
            out += [_row([_cell(key), _cell(value)], head=False) for key, value in zip(keys, values, strict=True)]
        else:
            out += cells
    return out


def _cell(line: Line) -> Line:
    """A row of a single cell as the cell that it is."""
    return replace(line, content=line.cells[0], read=line.read.strip("| "))


def _rows(lines: Sequence[Line], at: int, width: int) -> list[Line]:
    """The head and the rows of a table of that many columns that begins with a line; none where it is no table."""
    head = _cells(lines, at, width, first=True)
    if not head or not _is_head(head):
        return []
    body: list[Sequence[Line]] = []
    kinds: list[str] = []
    while group := _cells(lines, at + width * (len(body) + 1), width):
        kinds = kinds or [_kind(line.read) for line in group[1:]]
        if not all(kinds) or not _is_row(group, kinds):
            break
        body.append(group)
    if len(body) < FEWEST_ROWS:
        return []
    return [_row(head, head=True), *(_row(group, head=False) for group in body)]


def _cells(lines: Sequence[Line], at: int, width: int, *, first: bool = False) -> Sequence[Line]:
    """So many short lines of plain text with no empty line between them; else none."""
    group = lines[at : at + width]
    plain = all(line.kind == "text" and len(line.read) <= LONGEST_CELL for line in group)
    together = not any(line.gap for line in group[first:])
    return group if len(group) == width and plain and together else ()


def _is_head(cells: Sequence[Line]) -> bool:
    """Whether the cells name columns: words, or years where there are several."""
    named = [bool(_LETTERS.search(line.read)) and not _FIGURE.match(line.read) for line in cells]
    dated = [len(cells) > 2 and bool(_YEAR.match(line.read)) for line in cells]
    return named[0] and all(name or year for name, year in zip(named, dated, strict=True))


def _is_row(cells: Sequence[Line], kinds: Sequence[str]) -> bool:
    """Whether a name is followed by figures of the kinds of those above them."""
    first = cells[0].read
    if not (_LETTERS.search(first) or _YEAR.match(first) or re.match(r"[A-Z]\d$", first)):
        return False
    return all(
        _NOTHING.match(line.read) or _kind(line.read) == kind for line, kind in zip(cells[1:], kinds, strict=True)
    )


def _kind(cell: str) -> str:
    """What kind of figure a cell is; empty where it is none."""
    found = _FIGURE.match(cell)
    return "" if not found else "money" if found["money"] else "rate" if found["rate"] else "number"


def _row(cells: Sequence[Line], *, head: bool) -> Line:
    whole = Span(cells[0].span.start, cells[-1].span.end)
    content = Span(cells[0].content.start, cells[-1].content.end)
    read = " ".join(line.read for line in cells)
    return replace(
        cells[0],
        kind="row",
        span=whole,
        content=content,
        read=read,
        cells=tuple(line.content for line in cells),
        head=head,
    )
