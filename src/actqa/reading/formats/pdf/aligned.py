"""Tables without lines: rows whose parts stand under each other."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby
from statistics import median

from actqa.reading.formats.pdf.rows import Row, Segment, is_figure
from actqa.reading.formats.pdf.tables import Cell, Table, count_heads, is_date
from actqa.reading.formats.pdf.words import Ruling, Word

FEWEST = 2
"""Rows with several parts that a table has at least."""
NEAR = 2.2
"""Line heights within which two rows of a table follow each other."""
FAR = 4.0
"""The same where the figures stand under each other."""
BETWEEN = 4
"""Rows of one part that may stand between two of several."""


def find_tables(told: Sequence[Row]) -> list[tuple[int, int]]:
    """From which row to which a table goes, for each; what stands between them is text."""
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(told):
        end = _end(told, at) if len(told[at].segments) > 1 else at
        if end > at and _is_table(told[at:end]):
            start = _start(told, at, end, out[-1][1] if out else 0)
            out.append((start, end))
        at = max(end, at + 1)
    return out


def _end(told: Sequence[Row], start: int) -> int:
    """Behind the last row of several parts that rows near each other lead to."""
    end, at, alone = start + 1, start + 1, 0
    while at < len(told) and alone <= BETWEEN and _near(told[at - 1], told[at], FAR):
        if not _near(told[at - 1], told[at]) and not _figures_follow(told, at, start):
            break
        if len(told[at].segments) > 1:
            end, alone = at + 1, 0
        elif _is_long(told[at], told[start:end]) and not _figures_follow(told, at + 1, start):
            break
        elif not (_near(told[at - 1], told[at], 1.35) and _wraps(told[start:end], told[at])):
            alone += 1
        at += 1
    while end < len(told) and _near(told[end - 1], told[end], 1.35) and _wraps(told[start:end], told[end]):
        end += 1
    return end


def _figures_follow(told: Sequence[Row], at: int, start: int) -> bool:
    """Whether, behind a wider gap, figures come again that stand under those before it."""
    below = next((row for row in told[at : at + BETWEEN] if len(row.segments) > 1), None)
    above = next((row for row in reversed(told[start:at]) if any(map(_counts, row.segments[1:]))), None)
    if below is None or not any(map(_counts, below.segments[1:])):
        return False
    if above is None:
        names = [s for row in told[start:at] for s in row.segments]
        return all(any(min(n.x1, s.x1) > max(n.x0, s.x0) for n in names) for s in below.segments[1:] if s.is_figure)
    ends = [s.x1 for s in above.segments[1:]]
    return all(any(abs(s.x1 - end) < 0.8 * below.size for end in ends) for s in below.segments[1:] if s.is_figure)


def _counts(segment: Segment) -> bool:
    """Whether a part is a figure that is no date."""
    return segment.is_figure and not is_date(segment.text)


def _near(above: Row, below: Row, most: float = NEAR) -> bool:
    return below.top - above.top < most * 1.2 * max(above.size, below.size, 6)


def _is_long(row: Row, table: Sequence[Row]) -> bool:
    """Whether a row of one part is running text: it goes on over where the columns are."""
    seconds = [r.segments[1] for r in table if len(r.segments) > 1]
    edge = median(s.x1 - row.size if s.is_figure else s.x0 + 2 * row.size for s in seconds)
    return row.x1 > edge and len(row.words) > 6


def _wraps(table: Sequence[Row], row: Row) -> bool:
    """Whether a row of one part goes on with a cell that is not the first."""
    seconds = [r.segments[1] for r in table if len(r.segments) > 1]
    beside = row.x0 > min(s.x0 for s in seconds) - 3 and not any(s.is_figure for s in seconds[-1:])
    return len(row.segments) == 1 and beside and not row.segments[0].is_figure


def _is_table(told: Sequence[Row]) -> bool:
    several = [row for row in told if len(row.segments) > 1]
    figures = sum(segment.is_figure for row in several for segment in row.segments[1:])
    if len(several) < FEWEST or (figures == 0 and len(several) < 3):
        return False
    columns = _columns(several)
    if len(columns) < 2:
        return False
    short = sum(len(row.segments[0].text) < 90 for row in several)
    return figures * 2 >= len(several) or (short * 4 >= 3 * len(several) and _aligned(several))


def _aligned(several: Sequence[Row]) -> bool:
    """Whether what comes second begins at one place in most rows."""
    starts = [round(row.segments[1].x0 / 4) for row in several]
    common = max(starts.count(at) + starts.count(at + 1) for at in starts)
    return common * 3 >= 2 * len(starts)


def _start(told: Sequence[Row], start: int, end: int, least: int) -> int:
    """With the rows right above it that name several columns at once, over all but the first."""
    left = min(row.x0 for row in told[start:end])
    figures = [s.x0 for row in told[start:end] for s in row.segments if s.is_figure and s.x0 > left + 1]
    second = min(figures, default=min(row.segments[1].x0 for row in told[start:end] if len(row.segments) > 1))
    while (
        start > least
        and _near(told[start - 1], told[start], 1.9)
        and told[start - 1].x0 > max(second - 4 * told[start].size, left + 4 * told[start].size)
        and len(told[start - 1].text) < 80
    ):
        start -= 1
    return start


def aligned_table(told: Sequence[Row], levels: Sequence[Ruling]) -> Table:
    """The rows' parts in columns; lines of one cell made one. `levels` are the lines across the page."""
    columns = _columns([row for row in told if len(row.segments) > 1])
    edges = tuple(a for a, _ in columns)
    table = [_cells(row, columns) for row in told]
    heads = count_heads(table)
    named = [_spread(row, columns) if at < heads else table[at] for at, row in enumerate(told)]
    banded = _banded(named, told, levels)
    if banded is not None:
        return Table(tuple(map(tuple, banded)), count_heads(banded), edges)
    return Table(tuple(_folded(named, told, heads)), heads, edges)


def _banded(table: Sequence[Sequence[Cell]], told: Sequence[Row], levels: Sequence[Ruling]) -> list[list[Cell]] | None:
    """Rows between the same two lines made one; None where lines do not part the table's rows."""
    left, right = min(row.x0 for row in told), max(row.x1 for row in told)
    wide = [r.top for r in levels if min(r.x1, right) - max(r.x0, left) > 0.7 * (right - left)]
    bands = [bisect_right(wide, (row.top + row.bottom) / 2) for row in told]
    out: list[list[Cell]] = []
    for _, run in groupby(range(len(told)), key=bands.__getitem__):
        lines = [table[at] for at in run]
        if sum(any(map(_is_number, line[1:])) for line in lines) > 1:
            return None
        out.append([tuple(word for line in lines for word in line[at]) for at in range(len(lines[0]))])
    return out if len(set(bands)) >= 4 and len(out) < len(told) else None


def _columns(several: Sequence[Row]) -> list[tuple[float, float]]:
    """Where columns begin and end: narrow parts found them, wide ones that lie over several do not join them."""
    columns: list[tuple[float, float]] = []
    segments = [segment for row in several for segment in row.segments]
    labels = {id(row.segments[0]) for row in several}
    first = min((s.x0 for s in segments if s.is_figure and id(s) not in labels), default=0.0)
    for segment in sorted(segments, key=lambda s: (not s.is_figure, s.x1 - s.x0)):
        over = [c for c in columns if min(c[1], segment.x1) - max(c[0], segment.x0) > 0]
        is_label = id(segment) in labels and segment.x1 < first
        if len(over) > 1 and not segment.is_figure and not is_label:
            continue
        columns = [c for c in columns if c not in over]
        columns.append((min([segment.x0, *(c[0] for c in over)]), max([segment.x1, *(c[1] for c in over)])))
    return sorted(columns)


def _cells(row: Row, columns: Sequence[tuple[float, float]]) -> list[Cell]:
    cells: list[list[Word]] = [[] for _ in columns]
    for segment in row.segments:
        cells[0 if _heads_rows(row) else _home(segment, columns)].extend(segment.words)
    return [tuple(cell) for cell in cells]


def _heads_rows(row: Row) -> bool:
    """Whether a row of one part heads the rows under it, wherever it stands: `ASSETS:`."""
    return len(row.segments) == 1 and row.text.endswith(":")


def _home(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    """The column that it lies over first, else the nearest."""
    shared = [min(c[1], segment.x1) - max(c[0], segment.x0) for c in columns]
    return next((at for at, width in enumerate(shared) if width > 0), max(range(len(columns)), key=shared.__getitem__))


def _spread(row: Row, columns: Sequence[tuple[float, float]]) -> list[Cell]:
    """Like `_cells`, what names several columns given to each of them."""
    cells: list[list[Word]] = [[] for _ in columns]
    for segment in row.segments:
        over = [at for at, c in enumerate(columns) if min(c[1], segment.x1) - max(c[0], segment.x0) > 0]
        for at in over or [_home(segment, columns)]:
            cells[at].extend(segment.words)
    return [tuple(cell) for cell in cells]


def _folded(table: Sequence[Sequence[Cell]], told: Sequence[Row], heads: int) -> list[tuple[Cell, ...]]:
    """Rows that only go on with cells of the row above made one with it."""
    out: list[tuple[Cell, ...]] = []
    for at, row in enumerate(table):
        if at > heads and out and _near(told[at - 1], told[at], 1.35) and _goes_on(out[-1], row):
            out[-1] = tuple(above + below for above, below in zip(out[-1], row, strict=True))
        else:
            out.append(tuple(row))
    return out


def _goes_on(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    filled = [at for at, cell in enumerate(row) if cell]
    if any(not above[at] for at in filled[1:]) or any(_is_number(row[at]) for at in filled):
        return bool(above[0]) and not any(above[1:]) and bool(row[0]) and row[0][0].text[:1].islower()
    if filled == [0]:
        return row[0][0].text[:1].islower() and bool(above[0])
    return 0 not in filled and all(above[at] and not _is_number(above[at]) for at in filled)


def _is_number(cell: Cell) -> bool:
    return is_figure(" ".join(w.text for w in cell))
