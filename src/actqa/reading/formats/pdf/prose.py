"""Rows of running text to paragraphs, list items and headings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from actqa.reading.formats.pdf.rows import MARKER, Row
from actqa.reading.formats.pdf.words import Word
from actqa.reading.headings import looks_like_heading

Kind = Literal["text", "item", "heading"]

HEADING = 1.12
"""How much larger than running text the type of a heading is at least."""
LONGEST_HEADING = 180
DEEPEST = 4
_BULLET = re.compile(r"^[•●○▪▫■□◦‣⁃·➢➤►✓✔❖❑*▶◆♦–—o-]$")
_LEADERS = re.compile(r"(?:\s?\.){4,}\s*")


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph, item or heading."""

    kind: Kind
    words: tuple[Word, ...]
    """Without an item's bullet."""
    level: int = 0
    """Of a heading, from 1."""
    gap: bool = True
    """Whether it stands apart from what precedes it."""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Type:
    """How a document is set."""

    body: float
    """The size of most of its letters."""
    sizes: tuple[float, ...]
    """Those of headings, largest first."""

    def level(self, size: float) -> int:
        """0 for what is no heading by its size."""
        if size < HEADING * self.body:
            return 0
        return min(DEEPEST, 1 + sum(other > size * 1.04 for other in self.sizes))


def type_of(told: Iterable[Row]) -> Type:
    """How the rows of a document are set."""
    letters, lines = Counter[float](), Counter[float]()
    for row in told:
        size = round(row.size * 2) / 2
        letters[size] += len(row.text)
        if any(c.isalpha() for c in row.text) and len(row.text) <= LONGEST_HEADING:
            lines[size] += 1
    body = letters.most_common(1)[0][0] if letters else 10.0
    sizes: list[float] = []
    for size in sorted((s for s in lines if s >= HEADING * body), reverse=True):
        if not sizes or size < sizes[-1] * 0.96:
            sizes.append(size)
    return Type(body, tuple(sizes))


def paragraphs(told: Sequence[Row], type: Type) -> list[Prose]:
    """The rows of one region in order, put together."""
    if not told:
        return []
    right = max(row.x1 for row in told)
    spacing = _spacing(told)
    runs: list[list[Row]] = [[told[0]]]
    gaps = [True]
    for above, row in pairwise(told):
        apart = row.top - above.bottom > max(1.6 * spacing, spacing + 0.35 * row.size) or row.top < above.top
        if apart or _begins(runs[-1], row, right, type):
            runs.append([row])
            gaps.append(apart or _unlike(above, row))
        else:
            runs[-1].append(row)
    margins = sorted({round(run[0].x0 / 6) for run in runs if _bullet(run[0])})
    return [_prose(run, gap, type, margins) for run, gap in zip(runs, gaps, strict=True)]


def _spacing(told: Sequence[Row]) -> float:
    """White between two lines of a paragraph."""
    whites = [b.top - a.bottom for a, b in pairwise(told) if -2 < b.top - a.bottom < 1.1 * a.size]
    return max(0.5, sorted(whites)[len(whites) // 3]) if whites else 2.0


def _unlike(above: Row, row: Row) -> bool:
    return abs(above.size - row.size) > 0.08 * row.size or above.bold != row.bold


def _begins(run: Sequence[Row], row: Row, right: float, type: Type) -> bool:
    """Whether a row close under another one begins something new."""
    above = run[-1]
    if abs(above.size - row.size) > 0.08 * max(row.size, above.size):
        return True
    if type.level(row.size):
        return len(" ".join(r.text for r in run)) > LONGEST_HEADING
    if MARKER.match(row.words[0].text) and len(row.words) > 1 and _opens_item(row, run):
        return True
    if row.text[0].islower() and above.text[-1] not in ".:;?!":
        return False
    if above.bold != row.bold and (above.bold or _is_short(above, row, right)):
        return True
    if _LEADERS.search(above.text):
        return True
    indented = row.x0 > above.x0 + 0.8 * row.size and len(run) > 1 and row.x0 > run[-2].x0 + 0.8 * row.size
    return _is_short(above, row, right) or (indented and above.text[-1:] in ".:;?!")


def _opens_item(row: Row, run: Sequence[Row]) -> bool:
    """Whether the mark stands where items begin, and is not just a word of the text."""
    mark = row.words[0].text
    if mark in {"-", "–", "—", "o", "*"} or mark[0].isalpha():
        return not run[-1].text[-1:].isalnum() or row.x0 > run[0].x0 or bool(MARKER.match(run[0].words[0].text))
    return True


def _is_short(above: Row, row: Row, right: float) -> bool:
    """Whether the next row's first word would have found room in the row above: the break was meant."""
    first = row.words[0].x1 - row.words[0].x0
    room = right - above.x1 - 0.3 * row.size
    if above.text[-1:] in ".:;?!":
        return room > first + 0.5 * row.size
    return room > first + 2.5 * row.size and room > 0.12 * (right - above.x0)


def _bullet(row: Row) -> bool:
    return bool(_BULLET.match(row.words[0].text)) and len(row.words) > 1


def _prose(run: Sequence[Row], gap: bool, type: Type, margins: Sequence[int]) -> Prose:
    words = tuple(word for row in run for word in row.words)
    text = " ".join(word.text for word in words)
    level = type.level(median(row.size for row in run))
    letters = sum(c.isalpha() for c in text)
    if _bullet(run[0]):
        return Prose("item", words[1:], gap=gap, depth=margins.index(round(run[0].x0 / 6)))
    if level and letters >= 2 and len(text) <= LONGEST_HEADING and letters * 3 > len(text):
        return Prose("heading", words, level, gap)
    if all(row.bold for row in run) and len(run) <= 2 and looks_like_heading(text.rstrip(":")) and letters >= 3:
        return Prose("heading", words, min(DEEPEST, len(type.sizes)) + 1, gap)
    return Prose("text", words, gap=gap)


def without_leaders(words: Sequence[Word]) -> tuple[Word, ...]:
    """Without the dots that lead to a page number."""
    plain = (w._replace(text=re.sub(r"\.{4,}", "", w.text)) for w in words)
    return tuple(w for w in plain if w.text and not (w.text in {".", "..", "..."} and _LEADERS.search(_read(words))))


def _read(words: Sequence[Word]) -> str:
    return " ".join(w.text for w in words)
