"""A report as extractors go through it: one sentence, item or row after the other, as read, with its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import local
from typing import cast

from actqa.figures import Figure, parse, parse_row
from actqa.reading import Block, Report, Span, column_heads, shown
from actqa.reading.markup import Shown, read


@dataclass(frozen=True)
class Said:
    """A heading, sentence, item or row."""

    report: Report
    block: int
    """Position in `Report.blocks`."""
    span: Span
    """Of the sentence, or of the whole content of an item, heading or row."""
    heads: tuple[str, ...] = ()
    """Of a row: the columns' heads as read, where the table has any."""

    @property
    def kind(self) -> str:
        """`heading`, `paragraph`, `item` or `row`."""
        return self.at.kind

    @property
    def at(self) -> Block:
        """The block it stands in."""
        return self.report.blocks[self.block]

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles from the top of the report down to the section it stands in."""
        return self.report.path(self.at.section)

    @cached_property
    def shown(self) -> Shown:
        """As read, with offsets into the raw text."""
        return read(self.report.text, self.span)

    @property
    def text(self) -> str:
        """As read."""
        return self.shown.text

    @property
    def opening(self) -> str:
        """The first 400 characters as read: enough to know a row by, however many cells it has."""
        return self.text[:400]

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Of a row, as read."""
        return tuple(shown(self.report.text, cell) for cell in self.at.cells)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, spans in the raw text."""
        if self.kind == "row":
            return parse_row(self.report.text, self.at.cells, self.heads)
        return parse(self.report.text, self.span)

    def raw(self, start: int, end: int) -> Span:
        """The raw span of `text[start:end]`."""
        return self.shown.raw(start, end)


_recent = local()


def said(report: Report) -> Sequence[Said]:
    """Everything the report says, in order; rows under a rule that names columns know their heads.

    Extractors go through one report after the other, so the last report's is kept, for each thread.
    """
    if getattr(_recent, "report", None) is not report:
        _recent.said, _recent.report = _go_through(report), report
    return cast(Sequence[Said], _recent.said)


def _go_through(report: Report) -> list[Said]:
    heads = column_heads(report)
    out: list[Said] = []
    for at, block in enumerate(report.blocks):
        if block.kind == "row":
            out.append(Said(report, at, block.content, heads.get(block.group, ())))
        elif block.kind == "heading":
            out.append(Said(report, at, block.content))
        else:
            out += [Said(report, at, sentence) for sentence in block.sentences]
    return out
