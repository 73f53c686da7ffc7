"""What stands on page after page and belongs to none: running headers and footers, and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from actqa.reading.formats.pdf.rows import Row

EDGE = 4
"""Rows at the top and at the bottom of a page among which it is looked for."""
SHARE = 0.25
"""Of the pages, on which a row must come again."""
LONGEST = 120
LARGE = 1.2
"""Times the usual type size."""
MARGIN = 0.09
"""Of a page's height: rows within it that pages next to each other share run through a chapter."""
_NUMBER = re.compile(
    r"^(?:page|p\.|seite|pg)?\s*[-–—|]?\s*(?:[fsa]-)?(?:#|[ivxlc]{1,7})\s*(?:(?:of|/|\|)\s*#)?\s*[-–—|]?$"
)
_LONE = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,%])")
_SCALE = re.compile(r"\b(?:in|except)\b.*(?:thousand|million|billion|crore|lakh|percent|%|units|shares)|\bended\b")
"""What a table says of its figures is said again on every page, and belongs to each."""


@dataclass(frozen=True, slots=True)
class _Edges:
    """What runs along one edge of the pages."""

    keys: frozenset[str]
    """Rows that come again, the number of the page left aside."""
    offset: int | None
    """What must be added to a page's place in the file to get the number that stands on it."""


def without_furniture(pages: Sequence[list[Row]], heights: Sequence[float], body: float) -> list[list[Row]]:
    """The rows of each page, from top to bottom, without what runs through the pages; `body` is the usual type size."""
    if len(pages) < 2:
        return [list(page) for page in pages]
    tops = _edges([page[:EDGE] for page in pages], heights, 0)
    ends = _edges([page[-EDGE:] for page in pages], heights, -1)
    return [_trimmed(at, page, tops, ends, LARGE * body) for at, page in enumerate(pages)]


def _key(row: Row, number: int | None) -> str:
    """What a row says on any page: its own number stands as a sign."""
    text = " ".join(row.text.lower().split())
    return text if number is None else re.sub(rf"(?<![\d.,]){number}(?![\d.,])", "#", text)


def _bare(row: Row) -> str:
    return re.sub(r"\d+", "#", " ".join(row.text.lower().split()))


def _edges(edges: Sequence[Sequence[Row]], heights: Sequence[float], outermost: int) -> _Edges:
    offset = _offset(edges)
    keyed = [{_key(row, _number(at, offset)) for row in rows} for at, rows in enumerate(edges)]
    counted = Counter(key for keys in keyed for key in keys)
    bare = Counter(key for rows in edges for key in {_bare(row) for row in rows} if _NUMBER.match(key))
    most = max(2 if len(edges) < 4 else 3, SHARE * len(edges))
    named = {key for key, count in counted.items() if count >= most and re.search(r"[^\W\d_]{3}", key)}
    named |= _running(edges, heights, outermost, offset)
    numbers = {key for key, count in bare.items() if count >= min(most, 3)}
    return _Edges(frozenset({key for key in named if not _SCALE.search(key)} | numbers), offset)


def _number(at: int, offset: int | None) -> int | None:
    return None if offset is None else at + offset


def _running(edges: Sequence[Sequence[Row]], heights: Sequence[float], outermost: int, offset: int | None) -> set[str]:
    """Rows in the margin that stand at the same place on a page near by."""
    found = set()
    for at, rows in enumerate(edges):
        for other in range(at + 1, min(at + 3, len(edges))):
            if not rows or not edges[other]:
                continue
            one, two = rows[outermost], edges[other][outermost]
            key = _key(one, _number(at, offset))
            in_margin = one.bottom < MARGIN * heights[at] or one.top > (1 - MARGIN) * heights[at]
            if in_margin and abs(one.top - two.top) < 2 and key == _key(two, _number(other, offset)):
                found.add(key)
    return found


def _numbers(row: Row) -> set[int]:
    """Numbers with which a row begins or ends."""
    found = re.match(r"(\d{1,4})\b(?![.,]\d)", row.text), re.search(r"(?:^|\s)(\d{1,4})$", row.text)
    return {int(number[1]) for number in found if number} if len(row.text) <= LONGEST else set()


def _offset(edges: Sequence[Sequence[Row]]) -> int | None:
    """What most pages' numbers differ by from their place in the file."""
    counted = Counter(
        offset
        for at, rows in enumerate(edges)
        for offset in {int(n) - at for row in rows if len(row.text) <= LONGEST for n in _LONE.findall(row.text)}
    )
    if not counted:
        return None
    offset, count = counted.most_common(1)[0]
    return offset if count >= max(3, 0.4 * len(edges)) else None


def _trimmed(at: int, page: list[Row], tops: _Edges, ends: _Edges, large: float) -> list[Row]:
    """From the edges inwards, as far as rows run through the pages."""
    start, end = 0, len(page)
    while start < min(EDGE, end) and _runs(at, page[start], tops, large):
        start += 1
    while end > max(start, len(page) - EDGE) and _runs(at, page[end - 1], ends, large):
        end -= 1
    return page[start:end]


def _runs(at: int, row: Row, edges: _Edges, large: float) -> bool:
    if _key(row, None) in edges.keys:
        return True
    number = _number(at, edges.offset)
    numbered = _key(row, number) in edges.keys or _bare(row) in edges.keys or number in _numbers(row)
    return numbered and row.size < large  # a heading in large type has a number of its own
