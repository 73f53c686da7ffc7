"""The order in which a page is read: full-width parts from top to bottom, columns between them one after the other."""

from collections.abc import Iterable, Sequence
from statistics import median

from actqa.reading.formats.pdf.rows import Row, rows
from actqa.reading.formats.pdf.words import Word

FEWEST_ROWS = 4
"""Rows that two columns must have beside each other."""
GUTTER = 0.7
"""Narrowest gap between columns, times the type size."""
_DEEPEST = 6


def regions(words: Sequence[Word], depth: int = 0) -> list[list[Row]]:
    """Runs of rows in reading order, none of which holds two columns of running text."""
    told = rows(words)
    found = _columns(told) if depth < _DEEPEST and len(told) >= FEWEST_ROWS else None
    if found is None:
        return [told] if told else []
    first, last, gutter = found
    inside = _words(told[first:last])
    sides = [w for w in inside if w.x0 < gutter], [w for w in inside if w.x0 >= gutter]
    parts = (_words(told[:first]), *sides, _words(told[last:]))
    return [region for part in parts if part for region in regions(part, depth + 1)]


def _words(told: Iterable[Row]) -> list[Word]:
    return [word for row in told for word in row.words]


def _columns(told: list[Row]) -> tuple[int, int, float] | None:
    """The longest run of rows that a gutter parts into running text on both sides: from, to, and where it is."""
    best: tuple[int, int, float] | None = None
    for gutter in _gutters(told):
        for first, last in _runs(told, gutter):
            longer = best is None or last - first > best[1] - best[0]
            if longer and _is_parted(told[first:last], gutter):
                best = first, last, gutter
    return best


def _gutters(told: list[Row]) -> list[float]:
    """Where gaps between segments lie above each other, most frequent first."""
    starts: dict[int, int] = {}
    for row in told:
        for left, right in zip(row.segments, row.segments[1:], strict=False):
            if right.x0 - left.x1 >= GUTTER * row.size:
                starts[round(right.x0 / 3)] = starts.get(round(right.x0 / 3), 0) + 1
    common = sorted(starts, key=lambda at: -starts[at])[:8]
    return [at * 3 - 2.5 for at in common if starts[at] + starts.get(at + 1, 0) + starts.get(at - 1, 0) >= 3]


def _runs(told: list[Row], gutter: float) -> list[tuple[int, int]]:
    """Stretches of rows none of which has words across the gutter."""
    out: list[tuple[int, int]] = []
    start = None
    for at, row in enumerate([*told, None]):
        crossed = row is None or any(w.x0 < gutter < w.x1 for w in row.words) or _crosses(row, gutter)
        if crossed and start is not None:
            out.append((start, at))
            start = None
        elif not crossed and start is None:
            start = at
    return [(a, b) for a, b in out if b - a >= FEWEST_ROWS]


def _crosses(row: Row, gutter: float) -> bool:
    """Whether words go on over the gutter with no more than a space between them."""
    left = [w for w in row.words if w.x1 <= gutter]
    right = [w for w in row.words if w.x0 >= gutter]
    return bool(left and right) and right[0].x0 - left[-1].x1 < GUTTER * row.size


def _is_parted(told: list[Row], gutter: float) -> bool:
    left = rows(w for row in told for w in row.words if w.x0 < gutter)
    right = rows(w for row in told for w in row.words if w.x0 >= gutter)
    both = sum(any(w.x0 < gutter for w in row.words) and any(w.x0 >= gutter for w in row.words) for row in told)
    enough = min(len(left), len(right)) >= FEWEST_ROWS and both >= 2
    return enough and _is_running(left) and _is_running(right)


def _is_running(side: list[Row]) -> bool:
    """Whether the rows read as text: several words each, few of them figures, filling their column."""
    words = [len(row.words) for row in side]
    figures = sum(w.text[:1].isdigit() or w.text[:1] in "$(-–—" for row in side for w in row.words)
    parted = sum(len(row.segments) > 1 for row in side)
    right, left = max(row.x1 for row in side), min(row.x0 for row in side)
    full = sum(row.x1 - left > 0.6 * (right - left) for row in side)
    return median(words) >= 3 and figures < 0.25 * sum(words) and parted < 0.3 * len(side) and full >= 0.45 * len(side)
