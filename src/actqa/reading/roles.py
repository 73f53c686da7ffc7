"""What bare lines are to each other: which head, which are items of a list, which are running text."""

import re
from dataclasses import replace
from itertools import groupby

from actqa.reading.grammar import ENTRY, LIST_LEADS
from actqa.reading.headings import is_lead, is_strong, looks_like_heading
from actqa.reading.lines import Line


def assign(lines: list[Line], title: str) -> list[Line]:
    """The lines with those bare ones that head something made headings, and those that list something made items."""
    out = _entries(_over_numbers([_lone_number(lines, at) for at in range(len(lines))]))
    at = 0
    while at < len(out):
        end = _run_end(out, at)
        if end > at:
            out[at:end] = _run(out[at:end], out[at - 1] if at else None, out[end : end + 2], title)
        at = max(end, at + 1)
    return _chains(out, title)


def _run_end(lines: list[Line], at: int) -> int:
    """Where the short lines that begin at `at` and follow each other without an empty line end."""
    if not _is_short(lines[at]):
        return at
    end = at + 1
    while end < len(lines) and not lines[end].gap and (_is_short(lines[end]) or _is_under(lines[at], lines[end])):
        end += 1
    return end


def _is_under(first: Line, line: Line) -> bool:
    return line.kind == "text" and line.indent > first.indent and len(line.read) < 60 and line.read[-1:] not in ".;"


def _entries(lines: list[Line]) -> list[Line]:
    """Entries of contents, tables and figures, and `key: value` lines, that follow each other are items."""
    numbered = [line.numbered or (line.kind == "text" and bool(ENTRY.match(line.read))) for line in lines]
    keyed = [_is_keyed(line) for line in lines]
    out = []
    for at, line in enumerate(lines):
        beside = [b for b in (at - 1, at + 1) if 0 <= b < len(lines) and not lines[max(b, at)].gap]
        listed = (numbered[at] and any(numbered[b] for b in beside)) or (keyed[at] and any(keyed[b] for b in beside))
        level = int(line.read[:1].isdigit()) or line.level
        out.append(replace(line, kind="item", level=level) if listed and line.kind == "text" else line)
    return out


def _is_keyed(line: Line) -> bool:
    led = line.kind == "text" and bool(_LED.match(line.read))
    return led or (_is_short(line) and bool(_KEYED.match(line.read)))


_KEYED = re.compile(r"[^:]{2,40}:\s+\S")
_LED = re.compile(r"By [A-Z][\w /&-]{2,40}:\s+[^.]+$")
"""A key that says what is split, and its series, however long."""


def _is_short(line: Line) -> bool:
    return line.kind == "text" and looks_like_heading(_bare(line.read))


def _bare(read: str) -> str:
    """The line without what closes a list's lead-in (`By Product;`)."""
    return read.rstrip(";:-– ") if LIST_LEADS.match(read) and len(read.split()) <= 5 else read


def _lone_number(lines: list[Line], at: int) -> Line:
    """A numbered line that stands alone over running text heads it."""
    line = lines[at]
    if not line.numbered or not looks_like_heading(line.read) or at + 1 == len(lines):
        return line
    beside = [lines[b] for b in (at - 1, at + 1) if 0 <= b < len(lines)]
    over = at and line.gap and lines[at - 1].numbered and 0 < lines[at - 1].level < line.level
    beside = beside[1:] if over else beside
    if any(b.numbered for b in beside) or lines[at + 1].kind == "item" or not _is_running(lines[at + 1]):
        return line
    return replace(line, kind="heading", level=min(6, 2 + line.level))


def _over_numbers(lines: list[Line]) -> list[Line]:
    """The lines, a numbered one that stands alone over a heading with a longer number made one too."""
    out = list(lines)
    for at in range(len(out) - 2, -1, -1):
        line, below = out[at], out[at + 1]
        headed = below.kind == "heading" and below.numbered and below.level > 2 + line.level and below.gap
        if line.kind == "item" and line.level and line.gap and headed and looks_like_heading(line.read):
            out[at] = replace(line, kind="heading", level=min(6, 2 + line.level))
    return out


def _is_running(line: Line) -> bool:
    return line.kind == "text" and not _is_short(line)


def _run(run: list[Line], before: Line | None, after: list[Line], title: str) -> list[Line]:
    """Roles of short lines that follow each other without an empty line; `after` are the next two lines."""
    if before is not None and _is_below(run, before):
        return [replace(line, kind="item") for line in run]
    if len({line.indent for line in run}) > 1 and run[0].indent == min(line.indent for line in run):
        return _indented(run)
    if len(run) == 1:
        listed = before is not None and before.kind == "heading" and _is_series(run[0], title)
        between = before is not None and before.level > 1 and bool(after) and after[0].level >= before.level
        filled = between and before is not None and before.kind == after[0].kind == "heading"
        return [_as_heading(run[0])] if after and not listed and not filled else run
    if after and not after[0].gap:
        return _over_text(run, [is_strong(line.read, title) for line in run], is_led=_leads(before))
    leads = [is_lead(line.read, title) for line in run]
    if len(run) == 2 and before is not None and before.kind == "heading" and _BY.match(before.read):
        return [replace(line, kind="item") for line in run] if not any(leads) else run
    if len(run) == 2:
        return [_as_heading(run[0]), run[1]] if is_strong(run[0].read, title) and not leads[1] else run
    parallel = len(after) == 2 and all(map(_is_short, after)) and not after[1].gap
    headed = (
        before is not None and before.kind == "heading" and not (before.read == title and is_strong(run[0].read, title))
    )
    return _parted(run, leads, first_heads=parallel or not (headed or _leads(before)))


def _is_below(run: list[Line], before: Line) -> bool:
    """Whether lines without bullets are set in under an item that has one, and so are items below it."""
    under = before.kind == "item" and not before.numbered and len(before.read) < 60 and not run[0].gap
    return under and len(run) > 1 and all(line.indent > before.indent for line in run)


def _leads(before: Line | None) -> bool:
    """Whether the line before short lines says that they are what it leads to."""
    return before is not None and before.kind == "text" and before.read.endswith(":")


_BY = re.compile(
    r"(?:(?:[^.?!]{0,80}\s)?[Mm]arket,?\s)?By [A-Z][\w /&-]{2,40}(?:,?\s\(?(?:19|"
    r"20)\d\d\s?[-–]\s?(?:19|20)\d\d[^.]{0,30})?:?$"
)
"""A heading over the parts of a split."""


def _is_series(line: Line, title: str) -> bool:
    """Whether a line under a heading is what it heads: `Steel, wood, glass`."""
    return bool(re.search(r"[,;]\s.*[,;]\s|^[^,]+,\s[^\s,]+$", line.read)) and not is_strong(line.read, title)


def _indented(run: list[Line]) -> list[Line]:
    """An outline by indentation: lines at the margin that have lines under them head these, if most of them have."""
    base = run[0].indent
    heads = [line.indent == base and b.indent > base for line, b in zip(run, [*run[1:], run[-1]], strict=True)]
    at_margin = sum(line.indent == base for line in run)
    if sum(heads) * 2 >= at_margin:
        return [
            _as_heading(line) if head else replace(line, kind="item") for line, head in zip(run, heads, strict=True)
        ]
    return [_as_heading(run[0]), *(replace(line, kind="item") for line in run[1:])]


def _over_text(run: list[Line], strong: list[bool], *, is_led: bool) -> list[Line]:
    """Short lines right above running text: the last heads it, unless it ends a list."""
    weak_before = 0
    while weak_before < len(run) - 1 and not strong[-2 - weak_before]:
        weak_before += 1
    if not strong[-1] and weak_before >= 3:
        return _parted(run, strong, first_heads=not is_led)
    return [*_parted(run[:-1], strong[:-1], first_heads=not is_led), _as_heading(run[-1])]


def _parted(run: list[Line], strong: list[bool], *, first_heads: bool) -> list[Line]:
    """Strong lines head, two or more weak ones after each other are a list."""
    alike = sum(bool(_CLOSED.search(line.read)) for line in run) * 2 > len(run) and bool(_CLOSED.search(run[0].read))
    marks = [s or (at == 0 and first_heads and not alike) for at, s in enumerate(strong)]
    out: list[Line] = []
    for heads, group in groupby(zip(run, marks, strict=True), key=lambda pair: pair[1]):
        part = [line for line, _ in group]
        if heads:
            out += [_as_heading(line) for line in part]
        else:
            out += [replace(line, kind="item") for line in part] if len(part) > 1 else part
    return out


_CLOSED = re.compile(
    r"(?:\([^()]+\)|\b(?:Inc|Ltd|LLC|GmbH|KG|AG|AS|AB|SA|SE|plc|PLC|Corp|Corporation|Company|Group|Co|N\.?V|B\.?V|S\.p\.A|"
    r"S\.r\.l|S\.A|A/S|Oyj?|Limited|Pty|Holdings?|KGaA|Tbk|Bhd))\.?$"
)
"""How entries of a list of companies end: with a legal form, or where they are from."""


def ends_in_form(read: str) -> bool:
    """Whether a short line ends as the names of companies do."""
    return len(read) <= LONGEST_NAME and bool(_CLOSED.search(read))


LONGEST_NAME = 60


def _as_heading(line: Line) -> Line:
    return replace(line, kind="heading")


def _chains(lines: list[Line], title: str) -> list[Line]:
    """Three weak headings in a row, two below `By …`, with nothing under them: a list with empty lines between."""
    out = list(lines)
    at = 0
    while at < len(out):
        end = at
        while end < len(out) and (_is_weak(out[end], title) or (end > at and _is_last(out, end))):
            end += 1
        last = end - 1 if end < len(out) and _is_running(out[end]) else end
        if last - at >= (2 if at and _BY.match(out[at - 1].read) else 3):
            out[at:last] = [replace(line, kind="item") for line in out[at:last]]
        at = max(end, at + 1)
    return out


def _is_last(lines: list[Line], at: int) -> bool:
    """Whether a line is the short one that a text ends with, which heads nothing."""
    return at == len(lines) - 1 and _is_short(lines[at])


def _is_weak(line: Line, title: str) -> bool:
    guessed = line.kind == "heading" and line.level == 0 and not line.bold
    return guessed and not is_strong(line.read, title) and not re.search(r"[?:]$", line.read)
