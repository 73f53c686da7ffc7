"""Pieces of raw text told apart: explicit headings, list items, table rows, and plain lines."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from actqa.reading.headings import glue, looks_like_heading
from actqa.reading.markup import shown
from actqa.reading.pieces import Piece, cut
from actqa.reading.sentences import stripped
from actqa.reading.tables import cells, is_rule, row_runs
from actqa.reading.types import Span

LineKind = Literal["text", "item", "row", "heading", "rule"]

_ATX = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_RULE = re.compile(r"([-*_=~–—])(?:[ \t]*\1){2,}$")
_BOLD = re.compile(r"(\*\*|__)(?P<inner>(?:(?!\1).){1,300})\1[:.]?$")
_BULLET = re.compile(r"(?:[-–—•●○▪▫■□◦\uf0a7\uf0b7\uf0d8\uf076\uf0fc‣⁃·➢➤►✓✔❖❑*+]|o(?=[ \t]+[A-Z]))[ \t\u00a0]+(?=\S)")
_LONE_BULLET = re.compile(r"[-–—•●○▪▫■□◦\uf0a7\uf0b7\uf0d8\uf076\uf0fc‣⁃·➢➤►✓✔❖❑*+]$")
_NUMBER = re.compile(
    r"(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}[.)])[ \t]+(?=[\"'“‘(]*(?:[^\W\d_a-z]|\dM\b))"
    r"|(?:I{2,3}|IV|VI{1,3}|IX|XI{0,3}|[IVX](?=\.[ \t]+[A-Z]{2}))\.[ \t]+(?=[A-Z])"
    r"|(?:[a-z][.)]|[A-Z]\)|\((?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\))[ \t]+(?=[^\W\d_a-z])"
)
_COUNTED = re.compile(r"\d{1,3}[.)][ \t]+(?=[•●○▪▫■□◦‣·➢➤►✓✔❖][ \t])")
"""A number that a line with a bullet has before it, as lines have that were counted."""
_LONE_COUNT = re.compile(r"\d{1,3}\.$")
"""And the number of such a line on which nothing stands."""
_HEADING_TAG = re.compile(r"h([1-6])|(?:title|caption)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line and what it is, so far as it tells by itself."""

    kind: LineKind
    span: Span
    content: Span
    read: str
    """The content as read."""
    gap: bool
    """Whether an empty line stands before it."""
    indent: int = 0
    level: int = 0
    """Of a heading, 1 to 6; of a numbered item, how many numbers its number has; 0 where nothing tells."""
    numbered: bool = False
    bold: bool = False
    cells: tuple[Span, ...] = ()
    head: bool = False
    """A row made of HTML's header cells, or the rule under a table's head."""


def lines(text: str) -> list[Line]:
    """The text's lines in order, disjoint, together holding all its characters but white space."""
    pieces = cut(text)
    title = _title(text, pieces)
    pieces = [part for piece in pieces for part in _unglued(text, piece, title)]
    pieces = [part for piece in pieces for part in _run_in(text, piece)]
    rows = row_runs([p.content.of(text) if p.tag != "tr" else "" for p in pieces])
    told = [_tell(text, piece, row) for piece, row in zip(pieces, rows, strict=True)]
    return _settle_rules(_join_bullets(told))


def _title(text: str, pieces: list[Piece]) -> str:
    return next((shown(text, p.content).lstrip("# ") for p in pieces[:1]), "")


def _unglued(text: str, piece: Piece, title: str) -> list[Piece]:
    """The piece, cut before each heading that was glued to what stands before it."""
    at = (_bulleted(text, piece) or glue(piece.content.of(text), title)) if piece.tag != "tr" else None
    if at is None:
        return [piece]
    edge = piece.content.start + at
    before = replace(piece, span=Span(piece.span.start, edge), content=Span(piece.content.start, edge))
    after = replace(piece, span=Span(edge, piece.span.end), content=Span(edge, piece.content.end), gap=False, tag="")
    return [before, *_unglued(text, after, title)]


_BULLETS = "*•●▪■◦➢➤►✓✔"
_IN_LINE = re.compile(
    rf"(?<=\S)\s(?=[{_BULLETS}][ \t]+[A-Z](?:(?!\s[Bb]y\s)[^:{_BULLETS}\n]){{1,60}}:\s+[^\s{_BULLETS}])"
)
"""Before a bullet within a line, with a name that a colon sets off from what is told of it."""


def _bulleted(text: str, piece: Piece) -> int | None:
    """Where the first of several items begins that have come to stand on one line behind bullets."""
    found = [m.start() for m in _IN_LINE.finditer(text, *piece.content)]
    bulleted = bool(_BULLET.match(text, *piece.content))
    return found[0] + 1 - piece.content.start if len(found) + bulleted > 1 else None


_RUN_IN = re.compile(r"(\*\*|__|\*|_)(?=\S)[^*_\n]{3,120}\?\1[ \t]+(?=\S)")


def _run_in(text: str, piece: Piece) -> list[Piece]:
    """The piece, cut behind a question that is set apart at its start and heads what follows on its line."""
    found = _RUN_IN.match(text, *piece.content) if not piece.tag else None
    if found is None:
        return [piece]
    edge = found.start() + len(found.group().rstrip())
    head = replace(piece, span=Span(piece.span.start, edge), content=Span(piece.content.start, edge), tag="h4")
    rest = Span(found.end(), piece.content.end)
    return [head, replace(piece, span=Span(rest.start, piece.span.end), content=rest, gap=False)]


def _tell(text: str, piece: Piece, in_table: bool) -> Line:
    raw = piece.content.of(text)
    plain = Line("text", piece.span, piece.content, shown(text, piece.content), piece.gap, piece.indent)
    if piece.tag == "tr":
        return replace(plain, kind="row", cells=piece.cells, head=piece.head)
    if in_table:
        return replace(plain, kind="row", cells=cells(text, piece.content), head=is_rule(raw))
    if _RULE.match(raw) or _LONE_COUNT.match(raw):
        return replace(plain, kind="rule")
    if found := _HEADING_TAG.match(piece.tag):
        return replace(plain, kind="heading", level=int(found[1] or 2))
    if found := _ATX.match(raw):
        return _heading(text, plain, found)
    if piece.tag == "li":
        return replace(plain, kind="item", indent=4 * piece.depth)
    return _listed(text, plain, raw) or _emphatic(plain, raw)


def _heading(text: str, plain: Line, found: re.Match[str]) -> Line:
    content = stripped(text, Span(plain.content.start + found.end(), plain.content.end))
    trimmed = content.of(text).rstrip("#").rstrip()
    content = Span(content.start, content.start + len(trimmed)) if trimmed else content
    return replace(plain, kind="heading", level=len(found[1]), content=content, read=shown(text, content))


def _listed(text: str, plain: Line, raw: str) -> Line | None:
    """The line as a list item, where it begins like one."""
    counted = _COUNTED.match(raw)
    bullet = _BULLET.match(raw, counted.end() if counted else 0)
    number = _NUMBER.match(raw, bullet.end() if bullet else 0)
    found = number or bullet
    if not found:
        return None
    content = Span(plain.content.start + found.end(), plain.content.end)
    dotted = (number["dotted"] if number else None) or ""
    level = len([n for n in dotted.rstrip(".)").split(".") if n])
    return replace(plain, kind="item", content=content, read=shown(text, content), level=level, numbered=not bullet)


def _emphatic(plain: Line, raw: str) -> Line:
    """A line set in bold throughout heads what follows, if it is not a sentence."""
    bold = bool(_BOLD.match(raw))
    if bold and looks_like_heading(plain.read.rstrip(":")):
        return replace(plain, kind="heading", bold=True)
    return plain


def _join_bullets(told: list[Line]) -> list[Line]:
    """A bullet alone on its line belongs to the text that follows it."""
    out: list[Line] = []
    waiting: Line | None = None
    for line in told:
        if waiting is not None:
            kind: LineKind = "item" if line.kind == "text" else line.kind
            line = replace(line, kind=kind, span=Span(waiting.span.start, line.span.end), gap=waiting.gap)
            waiting = None
        if line.kind == "text" and _LONE_BULLET.match(line.read):
            waiting = line
        else:
            out.append(line)
    return [*out, waiting] if waiting is not None else out


def _settle_rules(told: list[Line]) -> list[Line]:
    """A rule across the page is nobody's text: the line before it holds it, or a heading where it underlines one."""
    out: list[Line] = []
    for line in told:
        if line.kind != "rule" or not out:
            out.append(replace(line, kind="text") if line.kind == "rule" else line)
            continue
        last = replace(out[-1], span=Span(out[-1].span.start, line.span.end))
        underlined = last.kind == "text" and not line.gap and line.read[0] in "=-" and looks_like_heading(last.read)
        out[-1] = replace(last, kind="heading", level=1 if line.read[0] == "=" else 2) if underlined else last
    return out
