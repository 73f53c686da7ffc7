"""Where a report's words stand on the pages of its file, as the index keeps it: twenty bytes for each word."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from actqa.errors import IndexDamaged
from actqa.reading import Box, Span

_FORM = np.dtype([("start", "<u4"), ("end", "<u4"), ("page", "<u4"), ("sides", "<u2", 4)])
_WHOLE = 65_535
"""What stands for 1 in the file."""
_ONE_LINE = 0.5
"""Share of its height that a word has in common with the words of its line."""
_GAP = 0.03
"""Of the page's width: words of a line that stand farther apart are not joined."""


class Rectangle(NamedTuple):
    """A part of a page, in fractions of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Boxes:
    """The words of a report in order."""

    words: NDArray[np.void]

    def on_page(self, page: int, span: Span) -> list[Rectangle]:
        """What to frame on the page, from 1, for what stands at the span: a rectangle for each line."""
        starts, ends = self.words["start"], self.words["end"]
        hit = self.words[(starts < span.end) & (ends > span.start) & (self.words["page"] == page)]
        return _lines([_clipped(word, span) for word in hit])


def dump(boxes: Sequence[Box]) -> bytes:
    """As the file holds them."""
    rows = np.zeros(len(boxes), _FORM)
    for name, at in (("start", 0), ("end", 1), ("page", 2)):
        rows[name] = [box[at] for box in boxes]
    if boxes:
        rows["sides"] = np.rint(np.clip(np.array([box[3:] for box in boxes]), 0, 1) * _WHOLE)
    return rows.tobytes()


def load(data: bytes, *, id: str) -> Boxes:
    """What `dump` wrote. Raises IndexDamaged."""
    if len(data) % _FORM.itemsize:
        raise IndexDamaged(f"The stored places of {id} cannot be read: run `actqa index` to mend the index.")
    return Boxes(np.frombuffer(data, _FORM))


def _clipped(word: np.void, span: Span) -> Rectangle:
    """The part of a word that the span holds, as if its letters were of one width."""
    left, top, right, bottom = (float(side) / _WHOLE for side in word["sides"])
    start, end = int(word["start"]), int(word["end"])
    letter = (right - left) / (end - start)
    return Rectangle(left + letter * max(0, span.start - start), top, right - letter * max(0, end - span.end), bottom)


def _lines(words: Sequence[Rectangle]) -> list[Rectangle]:
    """Words next to each other made one."""
    numbered = []
    line = 0
    for at, word in enumerate(words):
        line += at > 0 and not _follows(words[at - 1], word)
        numbered.append((line, word))
    runs = ([word for _, word in run] for _, run in groupby(numbered, key=lambda pair: pair[0]))
    return [
        Rectangle(
            min(w.left for w in run), min(w.top for w in run), max(w.right for w in run), max(w.bottom for w in run)
        )
        for run in runs
    ]


def _follows(last: Rectangle, word: Rectangle) -> bool:
    shared = min(last.bottom, word.bottom) - max(last.top, word.top)
    level = shared > _ONE_LINE * min(last.bottom - last.top, word.bottom - word.top)
    return level and -0.01 < word.left - last.right < _GAP
