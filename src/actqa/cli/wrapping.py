"""Text in lines of a terminal's width, figures unbroken."""

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, chop_cells


def wrap(text: str, width: int, whole: Iterable[str] = ()) -> list[str]:
    """Lines of at most `width` cells, broken at spaces, but not within what is to stay whole if that fits on a line.

    `text` has single spaces. What is longer than a line is cut.
    """
    lines = [""]
    for word in _words(text, tuple(it for it in whole if cell_len(it) <= width), width):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if cell_len(longer) <= width:
            lines[-1] = longer
        else:
            lines += chop_cells(word, width)
    return [line for line in lines if line] or [""]


def _words(text: str, whole: tuple[str, ...], width: int) -> Iterator[str]:
    """Words, with those of a piece that stays whole joined, and what is glued to it, as a full stop is."""
    pieces = "|".join(re.escape(it) for it in sorted(filter(None, whole), key=len, reverse=True))
    pattern = re.compile(rf"(?:{pieces}|[^ ])+" if pieces else "[^ ]+")
    for found in pattern.findall(text):
        yield from [found] if cell_len(found) <= width else found.split(" ")
