"""Many names looked for in a text, at a cost that does not grow with how many there are."""

import re
from collections.abc import Iterable, Iterator

_OPENING = 4
"""Letters that a name is filed under."""
_EDGE = re.compile(r"(?<![\w-])(?=\S)")
_INNER = re.compile(r"[\w-]")


class Lookup:
    """Names filed under the letters that they open with."""

    def __init__(self, names: Iterable[str]) -> None:
        self._filed: dict[str, list[str]] = {}
        for name in names:
            self._filed.setdefault(name[:_OPENING], []).append(name)
        self._sizes = sorted({len(opening) for opening in self._filed} - {0})

    def at(self, text: str, start: int) -> Iterator[str]:
        """The names that the text goes on with at a place, whether they end there or not."""
        for size in self._sizes:
            for name in self._filed.get(text[start : start + size], ()):
                if text.startswith(name, start):
                    yield name

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the text holds a name as a word or words of their own; they may overlap."""
        for edge in _EDGE.finditer(text):
            for name in self.at(text, edge.start()):
                end = edge.start() + len(name)
                if not _INNER.match(text, end):
                    yield edge.start(), end
