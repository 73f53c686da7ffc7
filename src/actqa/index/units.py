"""A report in pieces: units, which are ranked and cited, and chunks, the surroundings they are shown in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from actqa.reading import Report, Span, shown

CHUNKING = 1
"""Raise it with every change to this file that alters a unit, a chunk or an embedded text: indexes are then rebuilt."""

CHUNK_CHARACTERS = 1200
"""A chunk grows up to this; a paragraph, list or table that is longer is cut between its units."""

SENTENCES_CARRY_PATH = False
"""Whether the embedded text of a sentence or item begins with its section's path, as that of a row always does."""

UnitKind = Literal["heading", "sentence", "item", "row"]

RULE = re.compile(r"[\s:=\-–—|+]*")
"""A cell of the line under a table's head."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is ranked and cited: a heading, a sentence, a list item's sentence or a table row."""

    number: int
    """Position among the report's units."""
    span: Span
    """With the marker before it; the units' spans are disjoint and together hold all but white space."""
    content: Span
    """Without its marker: what to quote."""
    kind: UnitKind
    block: int
    """Position in `Report.blocks`."""
    section: int
    """Position in `Report.sections`."""
    chunk: int
    """Position among the report's chunks."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Neighbouring units of one section."""

    number: int
    """Position among the report's chunks."""
    span: Span
    """From the start of its first unit to the end of its last."""
    section: int
    """Position in `Report.sections`."""
    first: int
    """Number of its first unit."""
    stop: int
    """One more than the number of its last unit."""

    @property
    def units(self) -> range:
        """Numbers of its units."""
        return range(self.first, self.stop)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit that does not yet know its chunk."""

    span: Span
    content: Span
    kind: UnitKind
    block: int
    section: int
    group: int


def cut(report: Report) -> tuple[tuple[Unit, ...], tuple[Chunk, ...]]:
    """The report's units and chunks, in order."""
    units: list[Unit] = []
    chunks: list[Chunk] = []
    for pieces in _pack(_pieces(report)):
        span = Span(pieces[0].span.start, pieces[-1].span.end)
        chunks.append(Chunk(len(chunks), span, pieces[0].section, len(units), len(units) + len(pieces)))
        for piece in pieces:
            place = (piece.kind, piece.block, piece.section, len(chunks) - 1)
            units.append(Unit(len(units), piece.span, piece.content, *place))
    return tuple(units), tuple(chunks)


def embedded_texts(report: Report, units: Sequence[Unit]) -> tuple[str, ...]:
    """For each unit the text that stands for it in vectors and words: decoded, a row with its section and heads."""
    heads = _column_heads(report)
    return tuple(_embedded(report, unit, heads) for unit in units)


def _pieces(report: Report) -> Iterator[_Piece]:
    """The units of each block; the first reaches back to the block's marker, the last to the block's end."""
    for number, block in enumerate(report.blocks):
        kind: UnitKind = "sentence" if block.kind == "paragraph" else block.kind
        parts = block.sentences if kind in ("sentence", "item") and block.sentences else (block.content,)
        for at, content in enumerate(parts):
            start = block.span.start if at == 0 else content.start
            end = block.span.end if at == len(parts) - 1 else content.end
            yield _Piece(Span(start, end), content, kind, number, block.section, block.group)


def _pack(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    """Chunks: never across sections; whole paragraphs, lists and tables as far as they fit."""
    for _, in_section in groupby(pieces, key=lambda piece: piece.section):
        chunk: list[_Piece] = []
        for _, whole in groupby(in_section, key=lambda piece: piece.group):
            for part in _split(list(whole)):
                if chunk and not _is_heading(chunk) and _width([*chunk, *part]) > CHUNK_CHARACTERS:
                    yield chunk
                    chunk = []
                chunk = [*chunk, *part]
        yield chunk


def _split(whole: list[_Piece]) -> Iterator[list[_Piece]]:
    """The whole, or, where it is too long, runs of its units that are not."""
    run: list[_Piece] = []
    for piece in whole:
        if run and _width([run[0], piece]) > CHUNK_CHARACTERS:
            yield run
            run = []
        run.append(piece)
    yield run


def _width(pieces: Sequence[_Piece]) -> int:
    return pieces[-1].span.end - pieces[0].span.start


def _is_heading(chunk: Sequence[_Piece]) -> bool:
    return all(piece.kind == "heading" for piece in chunk)


def _column_heads(report: Report) -> dict[int, list[str]]:
    """For each table, by its group, the words over each column."""
    heads: dict[int, list[str]] = {}
    for block in report.blocks:
        if not block.head:
            continue
        names = [shown(report.text, cell) for cell in block.cells]
        if all(RULE.fullmatch(name) for name in names):
            continue
        above = heads.get(block.group, [])
        width = max(len(above), len(names))
        columns = zip(above + [""] * (width - len(above)), names + [""] * (width - len(names)), strict=True)
        heads[block.group] = [" ".join(filter(None, pair)) for pair in columns]
    return heads


def _embedded(report: Report, unit: Unit, heads: Mapping[int, list[str]]) -> str:
    if unit.kind == "row":
        return ": ".join(filter(None, (*report.path(unit.section), _row_text(report, unit, heads))))
    text = shown(report.text, unit.content)
    if SENTENCES_CARRY_PATH and unit.kind != "heading":
        return ": ".join(filter(None, (*report.path(unit.section), text)))
    return text


def _row_text(report: Report, unit: Unit, heads: Mapping[int, list[str]]) -> str:
    """`head: cell; head: cell`; without heads, two cells read as `name: value`."""
    block = report.blocks[unit.block]
    cells = [shown(report.text, cell) for cell in block.cells]
    names = [] if block.head else heads.get(block.group, [])
    if not cells:
        return shown(report.text, unit.content)
    if not names:
        return (": " if len(cells) == 2 and not block.head else "; ").join(filter(None, cells))
    padded = names + [""] * (len(cells) - len(names))
    pairs = (f"{name}: {cell}" if name else cell for name, cell in zip(padded, cells, strict=False) if cell)
    return "; ".join(pairs)
