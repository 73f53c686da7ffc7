"""Words to rows: what stands at one height, parted where a gap is too wide for a space."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from actqa.reading.formats.pdf.words import Word

GAP = 1.0
"""Times the type size: a wider gap parts two cells or columns."""
NARROW_GAP = 0.45
"""The same between two figures."""
_FIGURE = re.compile(
    r"^[(\[]?[-–—+−~<>≤≥]?[(]?[$€£¥₹%]?[-–—−]?(?:\d[\d,.' ]*|[-–—−]|N/?[AM]|n/?[am])(?:[%x)\]*†‡]|bps|pp)*$"
)
_SIGN = re.compile(r"^[(\[]?(?:[$€£¥₹]|US\$|C\$|A\$|HK\$|R\$|USD|EUR|GBP|CHF|INR|JPY|CNY|RMB)$")
_TAIL = re.compile(r"^(?:[)%\]]|\)%|%\)|pts|bps)+$")
MARKER = re.compile(
    r"^(?:[•●○▪▫■□◦‣⁃·➢➤►✓✔❖❑*▶◆♦–—-]|o|\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|[a-z][.)]|\((?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\)"
    r"|(?:[Ii]tem|ITEM|[Nn]ote|NOTE)\s?\d{1,2}[A-Z]?[.:]?|\d{1,2}(?:\.\d{1,2})+\.?)$"
)
"""What opens an item or a numbered heading, apart from its words."""


@dataclass(frozen=True)
class Segment:
    """Words of one row without a wide gap between them."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(w.text for w in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1

    @cached_property
    def is_figure(self) -> bool:
        """Whether nothing but a figure, or the dash that stands for none."""
        return is_figure(self.text)


@dataclass(frozen=True)
class Row:
    """What stands at one height, from left to right."""

    segments: tuple[Segment, ...]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All of them, from left to right."""
        return tuple(word for segment in self.segments for word in segment.words)

    @cached_property
    def text(self) -> str:
        """Its words."""
        return " ".join(segment.text for segment in self.segments)

    @cached_property
    def top(self) -> float:
        """The highest point."""
        return min(w.top for w in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lowest point."""
        return max(w.bottom for w in self.words)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.segments[-1].x1

    @cached_property
    def size(self) -> float:
        """The type size of most of its letters."""
        return median(w.size for w in self.words for _ in w.text)

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold, marks aside."""
        return all(w.bold for w in self.words if any(c.isalnum() for c in w.text))


def is_figure(text: str) -> bool:
    """Whether the words are one figure, with its sign, or a dash."""
    parts = text.split()
    while parts and _SIGN.match(parts[0]):
        parts = parts[1:]
    return bool(parts) and bool(_FIGURE.match("".join(parts)))


def rows(words: Iterable[Word]) -> list[Row]:
    """Rows from top to bottom."""
    lines: list[list[Word]] = []
    heights: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        at = next((n for n in range(len(lines) - 1, max(-1, len(lines) - 4), -1) if _level(heights[n], word)), None)
        if at is None:
            lines.append([word])
            heights.append((word.top, word.bottom))
        else:
            lines[at].append(word)
            if word.bottom - word.top > heights[at][1] - heights[at][0]:
                heights[at] = (word.top, word.bottom)
    return [Row(_segments(sorted(line, key=lambda w: w.x0))) for line in lines]


def _level(height: tuple[float, float], word: Word) -> bool:
    """Whether a word stands in the row: raised and lowered ones do."""
    top, bottom = height
    shared = min(bottom, word.bottom) - max(top, word.top)
    return shared > 0.5 * min(bottom - top, word.bottom - word.top)


def _segments(words: Sequence[Word]) -> tuple[Segment, ...]:
    parts: list[list[Word]] = []
    for word in words:
        if parts and not _parted(parts[-1], word):
            parts[-1].append(word)
        else:
            parts.append([word])
    return tuple(Segment(tuple(part)) for part in _signed(parts))


def _parted(part: list[Word], word: Word) -> bool:
    last = part[-1]
    size = max(last.size, word.size)
    gap = word.x0 - last.x1
    if gap > GAP * size:
        return True
    figures = _FIGURE.match(last.text) or _TAIL.match(last.text)
    if figures and len(part) <= 3 and is_figure(" ".join(w.text for w in part)):
        return bool(_SIGN.match(word.text)) or (gap > NARROW_GAP * size and bool(_FIGURE.match(word.text)))
    return False


def _signed(parts: list[list[Word]]) -> list[list[Word]]:
    """Signs before figures and what closes them made one with them, however far apart; marks with what they open."""
    out: list[list[Word]] = []
    for part in parts:
        before = out[-1] if out else None
        if before is not None and (_opens(before, part) or _closes(before, part)):
            before.extend(part)
        else:
            out.append(list(part))
    return out


def _opens(before: list[Word], part: list[Word]) -> bool:
    text = " ".join(w.text for w in before)
    if len(before) == 1 and _SIGN.match(text):
        return bool(_FIGURE.match(part[0].text))
    near = part[0].x0 - before[-1].x1 < 8 * part[0].size
    return near and bool(MARKER.match(text)) and not is_figure(part[0].text) and any(c.isalpha() for c in part[0].text)


def _closes(before: list[Word], part: list[Word]) -> bool:
    return bool(_TAIL.match(part[0].text)) and len(part) == 1 and is_figure(" ".join(w.text for w in before))
