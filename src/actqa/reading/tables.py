"""Rows of tables: which lines are rows, their cells, and which row names the columns."""

import re
from itertools import groupby, pairwise

from actqa.reading.grammar import TABLE_HEADS
from actqa.reading.markup import shown
from actqa.reading.sentences import stripped
from actqa.reading.types import Report, Span

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?$")
_YEARS = re.compile(r"\b(?:19|20)\d\d[AEFP]?\b(?:\s?[-–/]\s?\d\d\b)?", re.IGNORECASE)
_YEAR = re.compile(
    r"^(?:(?:FY|CY|H[12]|Q[1-4])?[ '-]?(?:19|20)\d\d(?:[-/]\d\d)?|(?:FY|CY)[ '’]?\d\d)"
    r"(?:[AEFPB]|\s?[*†‡¹²]{1,2}|\s?\((?:A|E|F|P|est\.?|"
    r"(?:actual|estimated?|forecast|projected|projection|base year)[^()]{0,12})\))?$",
    re.IGNORECASE,
)


def is_rule(line: str) -> bool:
    """Whether the line is the rule under a table's head (`|---|---|`)."""
    return "|" in line and bool(_RULE.match(line))


def row_runs(lines: list[str]) -> list[bool]:
    """For each line, whether it is a row of a table: bars or tabs part its cells, and a neighbour does the same."""
    shapes = [_shape(line) for line in lines]
    out: list[bool] = []
    for shape, run in groupby(shapes):
        size = len(list(run))
        named = shape != "spaced" or not _is_contents(lines[len(out) : len(out) + size])
        out += [shape == "framed" or (shape != "" and named and size >= _FEWEST.get(shape, 2))] * size
    return [is_row or _continues(shapes, out, at) for at, is_row in enumerate(out)]


def _is_contents(lines: list[str]) -> bool:
    """Whether lines set in columns are a report's contents: `6.1   BY SOURCE   72`, most of them numbered so."""
    entries = [found for line in lines if (found := _ENTRY.match(line))]
    return len(entries) * 4 > len(lines) * 3 and sum("." in found["number"] for found in entries) * 3 >= len(lines)


_ENTRY = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})*)\.?(?:\s{2,}|\t+)[^\W\d].*\s{2,}\d{1,4}$")


def _shape(line: str) -> str:
    bars = len(_BAR.findall(line))
    if bars >= 2 and line.startswith("|"):
        return "framed"
    if bars >= 2 or (bars == 1 and line.endswith("|")):
        return "barred"
    if bars == 1 and _PAIR.match(line):
        return "paired"
    if not bars and _SEMICOLONS.match(line):
        return "semicolons"
    if re.search(r"\S\t+\S", line) and (not _MARK.match(line) or re.search(r"\S\t+\S", _MARK.sub("", line))):
        return "tabbed"
    columns = _GAP.split(line) if "  " in line else []
    if len(columns) > 1 and all(map(_YEAR.match, columns)):
        return "spaced"
    figures = sum(bool(re.search(r"\d", cell)) for cell in columns)
    return "spaced" if len(columns) > 2 and len(columns[0]) < 50 and figures * 2 >= len(columns) - 1 else ""


_MARK = re.compile(
    r"^\s*(?:[-–—•●○▪▫■□◦\uf0a7\uf0b7\uf0d8\uf076\uf0fc‣·➢➤►✓✔❖*+]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|[a-z][.)])\t+"
)
"""A bullet or a number that a tab sets off, which is no cell."""
_PAIR = re.compile(r"[^|]{1,80}\s\|\s[^|]{1,200}$")
"""A key and its value with nothing but a bar between."""
_SEMICOLONS = re.compile(r"[^;|.]{1,60}(?:;(?!\s)[^;|]{0,40}){2,}$")
"""Cells with semicolons between and no space, as spreadsheets write them."""
_FEWEST = {"paired": 3, "semicolons": 3}
"""Lines of a shape from which they are a table, where two are not enough."""
_GAP = re.compile(r" {2,}|\t+")
"""Between cells that stand in columns set with spaces."""


def _continues(shapes: list[str], rows: list[bool], at: int) -> bool:
    beside = [at - 1, at + 1]
    return shapes[at] == "barred" and any(0 <= b < len(rows) and rows[b] and shapes[b] == "framed" for b in beside)


def cells(text: str, line: Span) -> tuple[Span, ...]:
    """Spans of the cells of a barred or tabbed line, white space left out, the frame's bars too."""
    if "\t" in line.of(text) and not _BAR.search(line.of(text)):
        return tuple(stripped(text, Span(*m.span())) for m in re.compile(r"[^\t]+").finditer(text, *line))
    if _SEMICOLONS.match(line.of(text)):
        edges = [line.start - 1, *(m.start() for m in re.compile(";").finditer(text, *line)), line.end]
        return tuple(stripped(text, Span(a + 1, b)) for a, b in pairwise(edges))
    if not _BAR.search(line.of(text)):
        return _columns(text, line)
    bars = [m.start() for m in _BAR.finditer(text, *line)]
    edges = [line.start - 1, *bars, line.end]
    found = [stripped(text, Span(a + 1, b)) for a, b in pairwise(edges)]
    if bars[0] == line.start:
        found = found[1:]
    if bars[-1] == line.end - 1 and found:
        found = found[:-1]
    return tuple(found) or (Span(line.end, line.end),)


def _columns(text: str, line: Span) -> tuple[Span, ...]:
    """Cells in columns set with spaces; where the line is set in, its first cell is empty."""
    gaps = [(line.start, line.start), *(m.span() for m in _GAP.finditer(text, *line)), (line.end, line.end)]
    found = tuple(Span(a[1], b[0]) for a, b in pairwise(gaps))
    indent = line.start - text.rfind("\n", 0, line.start) - 1
    return (Span(line.start, line.start), *found) if indent > _SET_IN else found


_SET_IN = 8
"""Spaces before a row that leaves its first cell empty."""


def head_rows(text: str, rows: list[tuple[Span, ...]], rules: list[bool]) -> list[bool]:
    """For each row of one table, whether it names the columns (or is the rule under the row that does)."""
    if any(rules):
        heads = [at < rules.index(True) and not _is_entry(text, rows[at]) for at in range(len(rows))]
        return [head or rule for head, rule in zip(heads, rules, strict=True)]
    first = len(rows) > 1 and _names_columns([shown(text, c) for c in rows[0]], rows[1:], text)
    return [first, *(False for _ in rows[1:])]


_YEARS_KEY = re.compile(
    r"\b(?:base|reference|start|end|final|historic\w*|forecast|publi\w+|estimat\w+) (?:year|date)\b", re.I
)
"""Whose value is a year, and no size in it."""


def _is_entry(text: str, row: tuple[Span, ...]) -> bool:
    """Whether what stands where a head should is a key with its value, as in scraped scope tables."""
    read = [shown(text, c) for c in row]
    if len(read) != 2 or not re.search(r"\d", read[1]):
        return False
    if _YEAR.match(read[1]):
        return bool(_YEARS_KEY.search(read[0]))
    rest = _YEARS.sub("", read[1]).replace("to", "")
    return bool(re.search(r"\d", rest)) or not re.search(r"[^\W\d_]", rest)


def _names_columns(first: list[str], others: list[tuple[Span, ...]], text: str) -> bool:
    if any(_YEAR.match(c) for c in first[1:]):
        return all(_YEAR.match(c) or not re.search(r"\d", c) or re.match(r"[^\W\d_]{2}", c) for c in first[1:])
    if len(first) >= 2 and any(w in TABLE_HEADS for w in " ".join(first[1:]).lower().split()):
        return not any(re.search(r"\d", c) for c in first) and all(len(c) < 40 for c in first[1:])
    digits = [any(re.search(r"\d", shown(text, c)) for c in row[1:]) for row in others]
    if len(first) == 2 and _MEASURE.search(first[1]) and len(others) > 1 and all(digits):
        return not re.search(r"\d|[.:]$", _YEARS.sub("", "".join(first))) and not _MEASURE.search(first[0])
    plain = [_YEARS.sub("", c) for c in first]
    named = all(re.search(r"[^\W\d_]{2}", c) for c in plain[1:])
    return len(first) >= 3 and named and not re.search(r"\d", "".join(plain)) and sum(digits) * 2 >= len(digits)


_MEASURE = re.compile(r"\b(?:cagr|growth|shares?|revenues?|sales|value|volume|demand|size)\b", re.IGNORECASE)
"""What the second of two columns gives of what the first names."""


def column_heads(report: Report) -> dict[int, tuple[str, ...]]:
    """For each table that has one, by its group, the row that names its columns, as read."""
    heads: dict[int, tuple[str, ...]] = {}
    for block in report.blocks:
        if block.head and block.group not in heads:
            heads[block.group] = tuple(shown(report.text, cell) for cell in block.cells)
    return heads
