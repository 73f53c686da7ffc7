"""Raw text cut where a line ends: at line breaks, and at tags that end one."""

import re
from dataclasses import dataclass, field, replace

from actqa.reading.markup import BLOCK_TAGS, MARKERS, shown
from actqa.reading.sentences import stripped
from actqa.reading.types import Span

_BREAK = re.compile(
    r"(?P<newline>\n)|<!--|<(?P<hidden>script|style|template)\b"
    rf"|<(?P<close>/?)(?P<name>{BLOCK_TAGS})\b[^<>]{{0,2000}}>",
    re.IGNORECASE,
)
_BARRED = re.compile(r"[ \t]*\|")
"""How a line begins that is a row between bars: a break in one of its cells does not end it."""

_CELL_TAGS = frozenset({"td", "th"})
_ROW_TAGS = frozenset({"tr", "table", "thead", "tbody", "tfoot"})
_LIST_TAGS = frozenset({"ul", "ol"})


@dataclass(frozen=True, slots=True)
class Piece:
    """One line as it stands, or one row of an HTML table."""

    span: Span
    """With the tags around it."""
    content: Span
    """Without them."""
    indent: int = 0
    gap: bool = False
    """Whether an empty line, or a tag that opens a block, stands before it."""
    tag: str = ""
    """The innermost block tag opened before it (`h2`, `li`, …); `tr` for a row of cells."""
    depth: int = 0
    """How many lists it stands in."""
    cells: tuple[Span, ...] = ()
    head: bool = False
    """A row made of `th` alone."""


@dataclass
class _Cutter:
    text: str
    out: list[Piece] = field(default_factory=list)
    at: int = 0
    lead: int | None = None
    """Where tags begin that no piece holds yet."""
    gap: bool = True
    blank: bool = True
    """Whether nothing has stood on the present line yet."""
    tag: str = ""
    depth: int = 0
    cells: list[Span] | None = None
    """Cells of the row that is open, if one is."""
    cell: int | None = None
    heads: int = 0

    def flush(self, end: int) -> None:
        """Ends the present line, or keeps what is empty for the next."""
        content = stripped(self.text, Span(self.at, end))
        if content.start == content.end:
            return
        if self.text[content.start] in MARKERS and not shown(self.text, content):
            self.hold(content.start)
            return
        indent = content.start - (self.text.rfind("\n", 0, content.start) + 1)
        start = content.start if self.lead is None else self.lead
        self.out.append(Piece(Span(start, content.end), content, indent, self.gap, self.tag, self.depth))
        self.lead, self.gap, self.blank, self.tag = None, False, False, ""

    def hold(self, start: int) -> None:
        """Gives what is not read to the piece after it."""
        self.lead = start if self.lead is None else self.lead

    def trail(self, start: int, end: int) -> None:
        """Gives a closing tag to the piece before it, where no opened one waits between."""
        if self.lead is None and self.out:
            self.out[-1] = replace(self.out[-1], span=Span(self.out[-1].span.start, end))
        else:
            self.hold(start)

    def newline(self, found: re.Match[str]) -> None:
        self.flush(found.start())
        self.gap = self.gap or self.blank
        self.blank = True

    def close_row(self, end: int) -> None:
        """Ends the open row; what stands in it outside any cell is in its span, and is its content where no cell is."""
        if self.cells is None:
            return
        self.close_cell(end)
        cells, self.cells = self.cells, None
        whole = stripped(self.text, Span(self.lead if self.lead is not None else self.at, end))
        if any(shown(self.text, c) for c in cells):
            content, head = Span(cells[0].start, max(c.end for c in cells)), self.heads == len(cells)
            self.out.append(Piece(whole, content, 0, self.gap, "tr", 0, tuple(cells), head))
        elif shown(self.text, whole):
            self.out.append(Piece(whole, whole, 0, self.gap, "p"))
        else:
            return
        self.lead, self.gap, self.blank, self.tag = None, False, False, ""

    def close_cell(self, end: int) -> None:
        if self.cell is not None and self.cells is not None:
            self.cells.append(stripped(self.text, Span(self.cell, end)))
        self.cell = None

    def in_row(self, name: str, closing: bool, found: re.Match[str]) -> None:
        """A tag while a row is open: cells begin and end, other tags are part of them."""
        if name in _CELL_TAGS:
            self.close_cell(found.start())
            if not closing:
                self.cell = found.end()
                self.heads += name == "th"
        elif name in _ROW_TAGS:
            self.close_row(found.start())
            self.outside(name, closing, found)

    def outside(self, name: str, closing: bool, found: re.Match[str]) -> None:
        """A tag outside a row."""
        if closing:
            self.trail(found.start(), found.end())
            self.depth = max(0, self.depth - (name in _LIST_TAGS))
            self.gap = True
        else:
            self.hold(found.start())
            self.depth += name in _LIST_TAGS
            self.gap = self.gap or name != "br"
            self.tag = name if name not in {"br", "a"} else self.tag
            if name == "tr":
                self.cells, self.cell, self.heads = [], None, 0


def cut(text: str) -> list[Piece]:
    """Pieces in order, disjoint; every character of `text` but white space is in the span of one."""
    cutter, unseen = _Cutter(text), _Unseen(text)
    at = 0
    while found := _BREAK.search(text, at):
        at = _step(cutter, found, unseen)
    if cutter.cells is None:
        cutter.flush(len(text))
    cutter.close_row(len(text))
    whole = stripped(text, Span(0, len(text)))
    if not cutter.out:
        return [Piece(whole, whole)]
    if cutter.lead is not None:
        cutter.out[-1] = replace(cutter.out[-1], span=Span(cutter.out[-1].span.start, whole.end))
    return cutter.out


class _Unseen:
    """Finds the ends of comments and scripts, in time linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower() if len(text.lower()) == len(text) else text
        self.missing: set[str] = set()

    def end(self, found: re.Match[str]) -> int | None:
        """Behind what closes it; None where nothing does."""
        closer = f"</{found['hidden'].lower()}" if found["hidden"] else "-->"
        at = -1 if closer in self.missing else self.lower.find(closer, found.end())
        if at < 0:
            self.missing.add(closer)
            return None
        end = self.text.find(">", at)
        return len(self.text) if end < 0 else end + 1


def _step(cutter: _Cutter, found: re.Match[str], unseen: _Unseen) -> int:
    """Takes one break; returns where to look for the next."""
    if found["newline"]:
        if cutter.cells is None:
            cutter.newline(found)
            cutter.at = found.end()
        return found.end()
    if found["name"]:
        _tag(cutter, found)
        return found.end()
    end = unseen.end(found)
    if end is None or cutter.cells is not None:
        return end or found.end()
    if found["hidden"] or "\n" in found.string[found.start() : end]:
        cutter.flush(found.start())
        cutter.hold(found.start())
        cutter.at = end
    return end


def _tag(cutter: _Cutter, found: re.Match[str]) -> None:
    name, closing = found["name"].lower(), bool(found["close"])
    if cutter.cells is not None:
        cutter.in_row(name, closing, found)
    elif name == "br" and _BARRED.match(found.string, cutter.at, found.start()):
        return
    else:
        cutter.flush(found.start())
        cutter.outside(name, closing, found)
    cutter.at = found.end()
