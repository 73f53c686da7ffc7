"""The words for what stands in a report: Span, Section, Block, Report."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "row"]


class Span(NamedTuple):
    """Characters `start` to `end`, half open, of a report's canonical text; offsets count code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and all that stands under it, subsections included."""

    title: str
    """The heading as read: entities decoded, tags and markers left out; empty for what precedes any heading."""
    level: int
    """1 for the top of the tree."""
    span: Span
    parent: int | None
    """Position in `Report.sections`; None at the top."""


@dataclass(frozen=True, slots=True)
class Block:
    """The smallest whole the report is laid out in: a heading, a paragraph, a list item or a table row."""

    kind: BlockKind
    span: Span
    """With its marker ("- ", "## "), without surrounding white space."""
    content: Span
    """Without its marker."""
    section: int
    """Position in `Report.sections`."""
    group: int
    """The same number for the items of one list and the rows of one table; else its own."""
    sentences: tuple[Span, ...] = ()
    """Sentences of a heading, paragraph or item, in order; every character but white space of `content` is in one."""
    depth: int = 0
    """Nesting of a list item, 0 for the outermost."""
    cells: tuple[Span, ...] = ()
    """Cells of a row, without white space; an empty cell has an empty span."""
    head: bool = False
    """A row that names the columns, or the rule under it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: its canonical text, and every part of it with its span."""

    id: str
    title: str
    source: str
    """The file's name."""
    text: str
    revision: str
    """The first 16 hexadecimal digits of the SHA-256 of the canonical text in UTF-8."""
    pages: int | None
    sections: tuple[Section, ...]
    """In order of appearance, parents before children."""
    blocks: tuple[Block, ...]
    """In order of appearance, disjoint; every character of `text` but white space is in one."""

    page_starts: tuple[int, ...] = ()
    """The offset of each page's first character, where the file has pages."""

    def page_of(self, span: Span) -> int | None:
        """The page, from 1, on which the span begins; None where the file has no pages."""
        return max(bisect_right(self.page_starts, span.start), 1) if self.page_starts else None

    def path(self, section: int) -> tuple[str, ...]:
        """Titles from the top of the tree down to the section."""
        titles: list[str] = []
        at: int | None = section
        while at is not None:
            if self.sections[at].title:
                titles.append(self.sections[at].title)
            at = self.sections[at].parent
        return tuple(reversed(titles))
