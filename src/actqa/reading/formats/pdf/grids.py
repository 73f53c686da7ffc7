"""Tables whose cells are parted by ruled lines."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from actqa.reading.formats.pdf.rows import rows
from actqa.reading.formats.pdf.tables import Cell, Table, count_heads
from actqa.reading.formats.pdf.words import Ruling, Word

NEAR = 3.0
"""Points within which two lines meet."""
MOST_RULINGS = 4_000


class Grid(NamedTuple):
    """Lines that cross each other."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    uprights: tuple[Ruling, ...]


def grids(rulings: Sequence[Ruling]) -> list[Grid]:
    """Every set of lines that part at least two rows and two columns, from top to bottom."""
    if len(rulings) > MOST_RULINGS:
        return []
    levels = _joined([r for r in rulings if r.level])
    uprights = _joined([r for r in rulings if not r.level])
    out = []
    for group in _connected(levels, uprights):
        across = [r for r in group if r.level]
        up = [r for r in group if not r.level]
        sides = [min(r.x0 for r in across), max(r.x1 for r in across)] if across else []
        xs, ys = _places([*(r.x0 for r in up), *sides]), _places(r.top for r in across)
        if len(xs) >= 3 and len(ys) >= 3:
            out.append(Grid(tuple(xs), tuple(ys), tuple(up)))
    return sorted(out, key=lambda grid: grid.ys[0])


def level_lines(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Lines across the page, the pieces of each made one, from top to bottom."""
    return _joined([r for r in rulings if r.level]) if len(rulings) <= MOST_RULINGS else []


def _joined(lines: list[Ruling]) -> list[Ruling]:
    """Pieces of one line made one."""
    out: list[Ruling] = []
    key = (lambda r: (round(r.top), r.x0)) if lines and lines[0].level else (lambda r: (round(r.x0), r.top))
    for line in sorted(lines, key=key):
        last = out[-1] if out else None
        if last is not None and _goes_on(last, line):
            out[-1] = Ruling(last.x0, last.top, max(last.x1, line.x1), max(last.bottom, line.bottom))
        else:
            out.append(line)
    return out


def _goes_on(last: Ruling, line: Ruling) -> bool:
    if line.level:
        return abs(last.top - line.top) < 1.5 and line.x0 <= last.x1 + NEAR
    return abs(last.x0 - line.x0) < 1.5 and line.top <= last.bottom + NEAR


def _connected(levels: list[Ruling], uprights: list[Ruling]) -> list[list[Ruling]]:
    """Lines that meet, directly or over others."""
    lines = [*levels, *uprights]
    group = list(range(len(lines)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for at, level in enumerate(levels):
        for other, upright in enumerate(uprights, len(levels)):
            if _meet(level, upright):
                group[root(at)] = root(other)
    found: dict[int, list[Ruling]] = {}
    for at, line in enumerate(lines):
        found.setdefault(root(at), []).append(line)
    return list(found.values())


def _meet(level: Ruling, upright: Ruling) -> bool:
    return level.x0 - NEAR <= upright.x0 <= level.x1 + NEAR and upright.top - NEAR <= level.top <= upright.bottom + NEAR


def _places(values: Iterable[float]) -> list[float]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > NEAR:
            out.append(value)
    return out


def inside(grid: Grid, words: Iterable[Word]) -> list[Word]:
    """The words that stand within the outermost lines."""
    left, right, top, bottom = grid.xs[0] - 1, grid.xs[-1] + 1, grid.ys[0] - 1, grid.ys[-1] + 1
    return [w for w in words if left <= (w.x0 + w.x1) / 2 <= right and top <= w.middle <= bottom]


def ruled_table(grid: Grid, words: Sequence[Word]) -> Table | None:
    """The words in their cells; None where lines do not part its rows, or hold next to nothing."""
    cells: dict[tuple[int, int], list[Word]] = {}
    for row in rows(words):
        for word in row.words:
            line = min(max(bisect_right(grid.ys, word.middle) - 1, 0), len(grid.ys) - 2)
            column = min(max(bisect_right(grid.xs, (word.x0 + word.x1) / 2) - 1, 0), len(grid.xs) - 2)
            cells.setdefault((line, _home(grid, line, column)), []).append(word)
    table = tuple(
        tuple(tuple(cells.get((line, column), ())) for column in range(len(grid.xs) - 1))
        for line in range(len(grid.ys) - 1)
    )
    filled = [row for row in table if sum(map(bool, row)) >= 2]
    if len(filled) < 2 or any(map(_is_stacked, table)) or sum(map(_is_crowded, table)) >= 2:
        return None
    heads = count_heads(table)
    return Table(tuple(_spread(grid, at, row) if at < heads else row for at, row in enumerate(table)), heads, grid.xs)


def _home(grid: Grid, line: int, column: int) -> int:
    """The first of the cells that no line parts from this one."""
    middle = (grid.ys[line] + grid.ys[line + 1]) / 2
    while column > 0 and not any(
        abs(r.x0 - grid.xs[column]) <= NEAR and r.top - NEAR <= middle <= r.bottom + NEAR for r in grid.uprights
    ):
        column -= 1
    return column


def _spread(grid: Grid, line: int, row: Sequence[Cell]) -> tuple[Cell, ...]:
    """What names several columns, given to each of them."""
    return tuple(row[_home(grid, line, at)] for at in range(len(row)))


def _is_crowded(row: Sequence[Cell]) -> bool:
    """Whether a cell holds several figures beside each other: lines do not part all columns."""
    parts = [line.segments for cell in row if len(cell) > 1 for line in rows(cell)]
    return any(sum(segment.is_figure for segment in segments) > 1 for segments in parts)


def _is_stacked(row: Sequence[Cell]) -> bool:
    """Whether a row between two lines is really several: as many figures over each other in several cells."""
    heights = [len(rows(cell)) for cell in row if cell]
    figures = [
        sum(w.text[:1].isdigit() or w.text[:1] in "$(-–—" for w in cell) >= len(rows(cell)) for cell in row[1:] if cell
    ]
    tall = sum(height >= 3 for height in heights)
    return tall >= 2 and sum(figures) >= 1 and all(a == b for a, b in pairwise(sorted(heights)[-2:]))
