"""What a reader makes of a file: canonical text in the conventions of Markdown, which `outline` knows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from actqa.errors import ReadingError

_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!])|&(?=#?\w+;)")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


class Box(NamedTuple):
    """Where the characters `start` to `end` of the canonical text stand, as fractions of a page's width and height."""

    start: int
    end: int
    page: int
    """From 1."""
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Canonical:
    """A file as read."""

    text: str
    page_starts: tuple[int, ...] = ()
    """The offset of each page's first character; empty where the format has no pages."""
    boxes: tuple[Box, ...] = ()
    """In order of their characters; empty where nothing is known of places."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read, and what reading it may cost."""

    pages: int = 2_000
    characters: int = 20_000_000
    seconds: float = 120
    megabytes: int = 2_048

    def check_pages(self, pages: int, name: str) -> None:
        """Raises ReadingError."""
        if pages > self.pages:
            raise ReadingError(
                f"{name} is too long: {pages:,} pages, at most {self.pages:,} are read (ACTQA_MAX_REPORT_PAGES)."
            )

    def check_characters(self, characters: int, name: str) -> None:
        """Raises ReadingError."""
        if characters > self.characters:
            raise ReadingError(
                f"{name} holds too much text: at most {self.characters:,} characters are read of one file."
            )


@contextmanager
def whole(name: str, advice: str) -> Iterator[None]:
    """Says, of a package that its library cannot read, that it is damaged. Raises ReadingError."""
    try:
        yield
    except (ReadingError, MemoryError):
        raise
    except Exception as error:  # a damaged package fails in as many ways as there are parts in it
        raise ReadingError(f"{name} is a damaged {advice}") from error


def escaped(text: str, *, cell: bool = False) -> str:
    """Text in which nothing reads as a tag or an entity, nor, in a cell, as the end of the cell."""
    plain = _TAG_LIKE.sub(lambda found: _ENTITIES[found.group()], text)
    return plain.replace("|", "\\|") if cell else plain


def table(rows: list[list[str]], *, heads: int = 1) -> str:
    """Rows between bars, with the rule under those that name the columns; cells on one line each."""
    width = max((len(row) for row in rows), default=0)
    lines = ["| " + " | ".join(_cell(c) for c in [*row, *[""] * (width - len(row))]) + " |" for row in rows]
    if 0 < heads < len(rows):
        lines.insert(heads, "|" + " --- |" * width)
    return "\n".join(lines)


def _cell(text: str) -> str:
    return escaped(" ".join(text.split()), cell=True)
