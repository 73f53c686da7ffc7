"""Tables that have lost their columns: each cell on a line of its own, the heads first, then row by row."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from actqa.reading.grammar import SCOPE_KEY
from actqa.reading.lines import Line
from actqa.reading.sentences import stripped
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


def folded(lines: list[Line], text: str) -> list[Line]:
    """The lines of a text, those that are the cells of a table put together row by row."""
    lines = _split_off(_columned(_scoped(_paired(lines), text), text), text)
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
        told = single and len(keys) == len(values) >= FEWEST_PAIRS and not any(line.head for line in cells)
        if told and not any(_FIGURE.match(line.read) or not _LETTERS.search(line.read) for line in keys):
            out += [_row([_cell(key), _cell(value)], head=False) for key, value in zip(keys, values, strict=True)]
        else:
            out += cells
    return out


def _cell(line: Line) -> Line:
    """A row of a single cell as the cell that it is."""
    return replace(line, content=line.cells[0], read=line.read.strip("| "))


_HEADS = re.compile(
    r"(?P<first>[A-Z][A-Za-z /&-]{1,40}?)(?P<years>(?:\s+(?:FY\s?|CY\s?)?(?:19|20)\d\d[AEFP]?){2,})"
    r"(?P<last>(?:\s+(?:CAGR|Growth|Change|Share)\b[^|\t]{0,40})?)$"
)
"""The heads of a table with years whose columns are parted by single spaces."""
_NUMBER = r"\(?[-–−]?(?:[$€£¥₹]|[A-Z]{2,3}\s)?\d[\d.,]*%?\)?|[-–—]|n/?a"


def _columned(lines: list[Line], text: str) -> list[Line]:
    """The lines, those of a table of years whose columns are parted by single spaces made its rows."""
    out = list(lines)
    at = 0
    while at < len(out):
        heads = _HEADS.fullmatch(out[at].read) if out[at].kind in {"text", "heading", "item"} else None
        width = len(heads["years"].split()) + bool(heads["last"]) if heads else 0
        shape = re.compile(rf"\s*[^\W\d_][^|\t]*?(?:\s+(?:{_NUMBER})){{{width}}}", re.IGNORECASE)
        end = at + 1
        while heads and end < len(out) and not out[end].gap and shape.fullmatch(out[end].content.of(text)):
            end += 1
        if heads and end - at > 2 and "|" not in out[at].read:
            out[at:end] = [_in_columns(line, text, width, head=line is out[at]) for line in out[at:end]]
        at = end
    return out


def _in_columns(line: Line, text: str, width: int, *, head: bool) -> Line:
    """A row cut before each of its last figures; the heads before each year, and before what is behind them."""
    words = [Span(*m.span()) for m in re.compile(r"\S+").finditer(text, *line.content)]
    first = (
        next(n for n, word in enumerate(words) if n and re.search(r"\d", word.of(text))) if head else len(words) - width
    )
    cuts = [word.start for word in words[first : first + width]]
    edges = [line.content.start, *cuts, line.content.end]
    cells = tuple(stripped(text, Span(a, b)) for a, b in pairwise(edges))
    return replace(line, kind="row", cells=cells, head=head, numbered=False, level=0)


FEWEST_KEYS = 3


def _scoped(lines: list[Line], text: str) -> list[Line]:
    """The lines, those that open with a key of scope tables and go on with its value made rows of one table."""
    out: list[Line] = []
    keyed = [_scope_value(line, text) for line in lines]
    edges = [at for at, line in enumerate(lines) if line.gap and not (at and keyed[at] and keyed[at - 1])]
    for start, end in pairwise([0, *edges, len(lines)]):
        keys = {line.read.split()[0] for line, key in zip(lines[start:end], keyed[start:end], strict=True) if key}
        told = len(keys) >= FEWEST_KEYS
        for line, key in zip(lines[start:end], keyed[start:end], strict=True):
            out += _valued(line, text) if told and key else [line]
    return out


def _scope_value(line: Line, text: str) -> bool:
    return line.kind in {"text", "item"} and SCOPE_KEY.match(text, *line.content) is not None


def _valued(line: Line, text: str) -> list[Line]:
    """A line as rows of a key and its value, of which two may have come to stand on it."""
    found = [
        m for m in SCOPE_KEY.finditer(text, *line.content) if m.start() == line.content.start or m["key"][0].isupper()
    ]
    edges = [*(m.start() for m in found), line.content.end]
    out = []
    for key, end in zip(found, edges[1:], strict=True):
        span = stripped(text, Span(key.start(), end))
        cells = (Span(*key.span("key")), Span(key.end(), span.end))
        own = Span(line.span.start if key is found[0] else span.start, line.span.end if key is found[-1] else span.end)
        out.append(replace(line, kind="row", span=own, content=span, cells=cells, numbered=False, level=0))
    return out if all(row.cells[1].start < row.cells[1].end for row in out) else [line]


_OPENS = re.compile(r"[Bb][Yy]\s[^|:;,.\t]{2,45}?\s*(?:\s\||:|\t)\s*(?=[^\s,;.:|][^,;.:]*$)")
"""A dimension with the first of its segments, in a table whose other rows have lost their first cell."""
_BETWEEN = re.compile(r"\s*[|\t]\s*")


def _split_off(lines: list[Line], text: str) -> list[Line]:
    """The lines, those that open a dimension and go on with its segments one by one made the rows of one table."""
    out = list(lines)
    opens = [bool(line.kind == "text" and _OPENS.match(line.content.of(text))) for line in lines]
    at = 0
    while at < len(out):
        end = at + 1
        while opens[at] and end < len(out) and (opens[end] or _goes_on(out[end])):
            end += 1
        led = sum(a and not b for a, b in zip(opens[at:end], [*opens[at + 1 : end], True], strict=True))
        if sum(opens[at:end]) > 1 and led * 2 >= sum(opens[at:end]):
            out[at:end] = [_parted(line, text) for line in out[at:end]]
        at = end
    return out


def _goes_on(line: Line) -> bool:
    """Whether a line can be a row that has lost its first cell: short, of no sentence, with no empty line before it."""
    return line.kind == "text" and not line.gap and len(line.read) <= LONGEST_CELL and line.read[-1:] not in ".?!:;"


def _parted(line: Line, text: str) -> Line:
    """A line as a row, cut behind its dimension and at bars and tabs."""
    opened = _OPENS.match(line.content.of(text))
    start = line.content.start + (opened.end() if opened else 0)
    first = line.content.start
    head = [(first, first), (first + len(opened[0].rstrip(" |:\t")), start)] if opened else [(start, start)]
    cuts = [m.span() for m in _BETWEEN.finditer(text, start, line.content.end)]
    edges = [*head, *cuts, (line.content.end, line.content.end)]
    cells = [Span(a[1], b[0]) for a, b in pairwise(edges)]
    return replace(line, kind="row", cells=tuple(cell for cell in cells if cell.start < cell.end))


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
