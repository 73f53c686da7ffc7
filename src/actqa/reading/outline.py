"""Lines → blocks and the section tree."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from actqa.reading.flattened import folded
from actqa.reading.grammar import SMALL_WORDS
from actqa.reading.headings import is_major, looks_like_heading
from actqa.reading.lines import Line, lines
from actqa.reading.roles import assign, ends_in_form
from actqa.reading.sentences import split
from actqa.reading.tables import head_rows
from actqa.reading.types import Block, BlockKind, Section, Span

LONGEST_TITLE = 400
_KEYED = re.compile(r"[A-Z][\w&/-]*(?: [\w&/-]+){0,3}: +\S")
"""`Opportunity: …` begins a line of its own, however full the one before it is."""

TOP = 6
"""Lines among which a title stands under a trail of links."""

_WRAPPED_AT = range(50, 121)
"""Lengths of full lines in text that has been broken to a column."""


def outline(text: str) -> tuple[str, tuple[Section, ...], tuple[Block, ...]]:
    """Title (empty where the first line is none), sections and blocks of a canonical text."""
    told = folded(lines(text), text)
    title = _title(told)
    if title and told[0].kind == "text":
        told = [replace(told[0], kind="heading", level=1), *told[1:]]
    told = _joined(assign(_joined(told, _breaks_off), title), _is_full if _is_wrapped(told) else _breaks_off)
    sections, homes = _sections(told, title, len(text))
    return title, sections, tuple(_blocks(text, told, homes))


def _title(told: list[Line]) -> str:
    first = told[0] if told else None
    if first is None or first.kind not in {"heading", "text"} or len(first.read) > LONGEST_TITLE:
        return ""
    explicit = next((line.read for line in told[:40] if line.kind == "heading" and line.level == 1), "")
    if explicit:
        return explicit if _MARKET.search(explicit) else _named_ahead(told, explicit) or explicit
    first = first if not _PATH.search(first.read) else next(filter(_names_market, told[1:TOP]), first)
    return first.read if looks_like_heading(first.read) or first.read[-1:] not in ".:;," else ""


_MARKET = re.compile(r"\b(?:market|industry)\b", re.IGNORECASE)
_TRAIL = re.compile(r"\s[>»›/|]\s")
"""Between the steps of the path to a page."""
_PATH = re.compile(r"\S\s?[>»›→]\s?\S.*[>»›→]\s?\S")
"""The path itself: `Home > Chemicals > Coatings`."""


def _names_market(line: Line) -> bool:
    short = line.kind in {"text", "heading"} and len(line.read) <= LONGEST_TITLE
    return short and bool(_MARKET.search(line.read)) and not line.read.endswith(".")


def _named_ahead(told: list[Line], explicit: str) -> str:
    """A line above the first heading that names the market, where that heading does not: it heads a part."""
    ahead = takewhile(lambda line: line.read != explicit, told[:12])
    named = (line.read for line in ahead if _MARKET.search(line.read) and not _TRAIL.search(line.read))
    return next((line for line in named if looks_like_heading(line) and len(line) <= LONGEST_TITLE), "")


def _joined(told: list[Line], goes_on: Callable[[Line, Line], bool]) -> list[Line]:
    """Lines of one paragraph or item made one, where the first goes on in the second."""
    out: list[Line] = []
    for line in told:
        last = out[-1] if out else None
        may = last is not None and line.kind == "text" and not line.gap and last.kind in {"text", "item"}
        if last is not None and may and goes_on(last, line):
            out[-1] = replace(
                last,
                span=Span(last.span.start, line.span.end),
                content=Span(last.content.start, line.content.end),
                read=f"{last.read} {line.read}",
            )
        else:
            out.append(line)
    return out


def _breaks_off(last: Line, line: Line) -> bool:
    """Whether a line goes on in the next: in lower case, or after a word that can end nothing."""
    word = last.read[last.read.rfind(" ") + 1 :]
    if ends_in_form(last.read) and ends_in_form(line.read):
        return False
    return (line.read[:1].islower() and last.read[-1:] not in ".!?:;") or (word in SMALL_WORDS and " " in last.read)


def _is_full(last: Line, line: Line) -> bool:
    """Whether, in text broken to a column, a line is as long as the column."""
    full = len(last.read) >= _WRAPPED_AT.start and not _KEYED.match(line.read) and last.read.count(" | ") < 2
    return _breaks_off(last, line) or (full and (last.kind == "text" or line.indent > last.indent))


def _is_wrapped(told: list[Line]) -> bool:
    inner = [len(a.read) for a, b in pairwise(told) if a.kind == b.kind == "text" and not b.gap and len(a.read) > 40]
    return len(inner) >= 3 and sum(n in _WRAPPED_AT for n in inner) >= 0.9 * len(inner)


def _sections(told: list[Line], title: str, length: int) -> tuple[tuple[Section, ...], list[int]]:
    """The tree, and for each line the section it stands in."""
    found: list[Section] = []
    homes: list[int] = []
    path: list[int] = []
    for at, line in enumerate(told):
        if line.kind == "heading" or not found:
            level = _level(line, title, first=at == 0) if line.kind == "heading" else 1
            start = line.span.start
            while path and found[path[-1]].level >= level:
                closed = path.pop()
                found[closed] = replace(found[closed], span=Span(found[closed].span.start, start))
            name = line.read.strip().rstrip(":;-– ") or line.read if line.kind == "heading" else ""
            found.append(Section(name, level, Span(start if found else 0, length), path[-1] if path else None))
            path.append(len(found) - 1)
        homes.append(path[-1])
    return tuple(found), homes


def _level(line: Line, title: str, *, first: bool) -> int:
    if line.level:
        return line.level
    if first:
        return 1
    if line.bold:
        return 4
    return 2 if is_major(line.read, title) else 3


def _blocks(text: str, told: list[Line], homes: list[int]) -> Iterator[Block]:
    """Blocks in order; lines of one kind without another kind between are one list or table."""
    group = -1
    for (kind, _), pairs in groupby(zip(told, homes, strict=True), key=lambda pair: (pair[0].kind, pair[1])):
        run = list(pairs)
        if kind == "item":
            group += 1
            yield from _items(text, run, group)
        elif kind == "row":
            group += 1
            yield from _rows(text, run, group)
        else:
            for line, home in run:
                group += 1
                name: BlockKind = "heading" if kind == "heading" else "paragraph"
                yield Block(name, line.span, line.content, home, group, split(text, line.content))


def _items(text: str, run: list[tuple[Line, int]], group: int) -> Iterator[Block]:
    indents = sorted({line.indent for line, _ in run})
    levels = sorted({line.level for line, _ in run if line.level} or {0})
    for line, home in run:
        depth = max(indents.index(line.indent), levels.index(line.level) if line.level else 0)
        yield Block("item", line.span, line.content, home, group, split(text, line.content), depth)


def _rows(text: str, run: list[tuple[Line, int]], group: int) -> Iterator[Block]:
    rules = [line.head and not any(c.of(text).strip("-: ") for c in line.cells) for line, _ in run]
    heads = head_rows(text, [line.cells for line, _ in run], rules)
    for (line, home), head in zip(run, heads, strict=True):
        yield Block("row", line.span, line.content, home, group, (), 0, line.cells, head or line.head)
