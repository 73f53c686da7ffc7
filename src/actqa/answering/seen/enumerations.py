"""Everything in a report's text that enumerates: lists, nested lists, sentences and rows that name things in a series;
columns of tables; titles that paragraphs open with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise, takewhile

from actqa.answering.asked import list_words
from actqa.answering.seen.listings import Item, Listing, places_of, unglued
from actqa.answering.seen.units import UnitView
from actqa.reading import Block, Report, Span, shown

LONGEST_SENTENCE = 320
"""Characters; of a longer sentence the answer gives the series alone."""
LONGEST_ITEM = 200
"""Characters of an item that explains itself that are cited."""
LONGEST_TITLE = 10
"""Words of a line that is the title of the paragraph below."""
SHORT = 5
"""Words up to which an item is a name rather than a sentence."""
MOST_ITEMS = 60
"""Of a longer run each item is a line of a table of contents, or of an index."""

_CUE = re.compile(
    r"\b(?:includ(?:es?|ing)|are|into|namely|covers?|features?|like|such as|carry|profiles|profiled|from)\b:?|:|\("
)
"""What comes before a series."""
_PART = re.compile(r"\s*[,;]\s+(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+")
_SUFFIX = re.compile(r",\s+(?=(?:Inc|Ltd|LLC|Co|Corp|LLP|L\.P|S\.A|GmbH)\b)")
_BY = re.compile(r"\b[Bb]y (?P<by>(?:[\w/-]+ ){0,3}[\w/-]+)[,;:] (?P<names>[^.;:%]+)(?=[.;]|$)")
"""A dimension, and after it what it holds."""
_STUDY = re.compile(r"^(?:the|this|our) (?:study|report|market|analysis) (?:is |has been )?\w+ (?:into |the )?")
_STOPPED = re.compile(r"[.:;?!,]\W*$")
_LISTS_IN_CELL = re.compile(r"\s*;\s+")

Numbered = tuple[int, Block]
"""A block with its position."""


def enumerations(report: Report, units: Sequence[UnitView]) -> list[Listing]:
    """All of the report's, in order of kind: lists, nested lists, tables, titles, sentences and rows."""
    found: list[Listing] = []
    for _, run in groupby(enumerate(report.blocks), key=lambda pair: (pair[1].group, pair[1].kind)):
        blocks = list(run)
        if blocks[0][1].kind == "item" and len(blocks) > 1:
            found += _lists(report, blocks)
        if blocks[0][1].kind == "row" and len(blocks) > 1:
            found += _columns(report, [block for _, block in blocks])
    return [*found, *_titles(report), *_sorted_titles(units), *(e for unit in units for e in _in_words(unit))]


def _lists(report: Report, blocks: list[Numbered]) -> Iterator[Listing]:
    """The list, what each of its items holds, and where it is flat what stands under an item that is a title."""
    title, around = _lead(report, *blocks[0])
    least = min(block.depth for _, block in blocks)
    outer = [block for _, block in blocks if block.depth == least]
    if 1 < len(outer) <= MOST_ITEMS:
        yield _listing(report, title, outer, around)
    for at, (_, block) in enumerate(blocks):
        inner = _inner(blocks[at + 1 :], block.depth)
        if inner:
            yield _listing(report, shown(report.text, block.content), inner, title)
    if len(outer) == len(blocks):
        yield from _under_titles(report, title, outer)


def _inner(after: list[Numbered], depth: int) -> list[Block]:
    inner = []
    for _, block in after:
        if block.depth <= depth:
            break
        if block.depth == depth + 1:
            inner.append(block)
    return inner


def _under_titles(report: Report, around: str, blocks: list[Block]) -> Iterator[Listing]:
    """A table of contents that has lost its indentation: what stands between one title and the next."""
    at = [i for i, block in enumerate(blocks) if list_words.TITLES.search(shown(report.text, block.content))]
    for first, last in pairwise((*at, len(blocks)) if len(at) > 2 else ()):
        if last - first > 2:
            yield _listing(report, shown(report.text, blocks[first].content), blocks[first + 1 : last], around)


def _lead(report: Report, at: int, block: Block) -> tuple[str, str]:
    """The line before, where it leads to the list, else the heading; and what is above."""
    title = report.sections[block.section].title
    before = report.blocks[at - 1] if at else None
    words = shown(report.text, before.content) if before is not None and before.kind == "paragraph" else ""
    leads = words and len(words) < 200 and (words.endswith(":") or not _STOPPED.search(words))
    return (words, title) if leads else (title, " › ".join(report.path(block.section)[1:-1]))


def _listing(report: Report, title: str, blocks: Iterable[Block], around: str = "") -> Listing:
    items = [_item(report, block.content) for block in blocks]
    return _of(title, items, around)


def _of(title: str, items: Sequence[Item], around: str = "", sentence: str = "") -> Listing:
    return Listing("text", unglued(title), tuple(items), places_of(items), around, sentence)


def _item(report: Report, span: Span) -> Item:
    return Item(_name(shown(report.text, span)), (Span(span.start, min(span.end, span.start + LONGEST_ITEM)),))


def _name(item: str) -> str:
    """What an item is called, where it goes on to explain (`Cost Barriers : Cost barriers present …`)."""
    head = re.split(r"\s?:\s|\s[–—-]\s", item, maxsplit=1)[0]
    return _stripped(head if len(item) > 80 and len(head) < 80 else item)


def _stripped(name: str) -> str:
    """Without the stop of a sentence; that of `Ltd.` stays."""
    return name.strip().rstrip(";,.") if len(name.split()) > SHORT else name.strip().rstrip(";,")


def _columns(report: Report, rows: list[Block]) -> Iterator[Listing]:
    """What a table's first column names, as a whole and by what another column sorts it into (`Driver`, `High`)."""
    head = next((row for row in rows if row.head), None)
    body = [row for row in rows if not row.head and len(row.cells) > 1 and row.cells[0].end > row.cells[0].start]
    if head is None or not head.cells or not 1 < len(body) <= MOST_ITEMS:
        return
    section = report.sections[rows[0].section].title
    names = [shown(report.text, cell) for cell in head.cells]
    yield _of(names[0] or section, [_item(report, row.cells[0]) for row in body], section)
    for column in range(1, len(names)):
        by_value: dict[str, list[Item]] = {}
        for row in body:
            if column < len(row.cells):
                value = shown(report.text, row.cells[column])
                by_value.setdefault(value, []).append(_item(report, row.cells[0]))
        for value, items in by_value.items():
            if list_words.TOPIC_OF.get(value.lower()):
                yield _of(value, items, f"{section} {names[column]}")


def _titles(report: Report) -> Iterator[Listing]:
    """The short lines of a section that paragraphs follow; the headings under a heading that nothing else follows."""
    sections = [list(run) for _, run in groupby(report.blocks, key=lambda block: block.section)]
    for blocks in sections:
        opening = [a for a, b in pairwise(blocks) if a.kind == b.kind == "paragraph" and _is_title(report, a, b)]
        if len(opening) > 1:
            yield _listing(report, report.sections[blocks[0].section].title, opening)
    for at, blocks in enumerate(sections):
        level = report.sections[blocks[0].section].level
        if len(blocks) > 1 or blocks[0].kind != "heading":
            continue
        below = list(takewhile(partial(_stands_under, report, level), sections[at + 1 :]))
        if len(below) > 1:
            yield _listing(report, report.sections[blocks[0].section].title, [it[0] for it in below])


_SORTED = re.compile(
    r"^(?P<name>.+?)\s*\((?P<sort>driver|restraint|opportunity|challenge|trend)s?\)\W*$", re.IGNORECASE
)


def _sorted_titles(units: Sequence[UnitView]) -> Iterator[Listing]:
    """Titles that say in brackets what they are: `Dear Spare Parts (Restraint)`."""
    by_sort: dict[str, list[Item]] = {}
    for unit in units:
        found = _SORTED.match(unit.text) if unit.unit.kind in ("heading", "sentence") else None
        if found:
            item = Item(found["name"].strip("*_ "), (unit.unit.content,))
            by_sort.setdefault(re.sub(r"y$", "ie", found["sort"].capitalize()) + "s", []).append(item)
    for sort, items in by_sort.items():
        if list_words.TOPIC_OF.get(sort.lower()):
            yield _of(sort, items)


def _stands_under(report: Report, level: int, blocks: list[Block]) -> bool:
    """Whether a section belongs to a bare heading before: it is deeper, or explains a title that heads nothing else."""
    section = report.sections[blocks[0].section]
    if len(blocks) < 2 or blocks[0].kind != "heading" or blocks[1].kind != "paragraph" or section.level < level:
        return False
    heads = list_words.TITLES.search(unglued(section.title)) or _STOPPED.search(section.title)
    return section.level > level or (_is_title(report, blocks[0], blocks[1]) and not heads)


def _is_title(report: Report, block: Block, after: Block) -> bool:
    words, below = shown(report.text, block.content), shown(report.text, after.content)
    return len(words.split()) <= LONGEST_TITLE and not _STOPPED.search(words) and len(below) > 2 * len(words)


def _in_words(unit: UnitView) -> Iterator[Listing]:
    """The series in a sentence or row: `By End User (Direct Retail and Food Service)`, `players include A, B and C`."""
    if unit.unit.kind == "heading" and len(unit.text) < 40:
        return
    yield from _by(unit)
    for cue in _CUE.finditer(unit.text):
        names = _series(unit.text, cue)
        if names:
            bracketed = cue.group() == "("
            lead = " ".join(unit.text[: cue.start()].split()[-3 if bracketed else -12 :])
            lead = re.split(r"[,;()]\s*|\band (?:the )?|\bthe ", lead)[-1] if bracketed else lead
            title = lead if cue.group() in {"(", ":"} else f"{lead} {cue.group()}"
            whole = unit.text if len(unit.text) <= LONGEST_SENTENCE and not bracketed else ""
            items = [Item(name, (unit.unit.content,)) for name in names]
            yield _of(title, items, "" if bracketed else unit.around, whole)


def _by(unit: UnitView) -> Iterator[Listing]:
    """`By Function; Bleaching and Oxidant. By End User; …`, or in one sentence `by type, a and b; by size, c and d`."""
    found = list(_BY.finditer(unit.text))
    for cue in found:
        said = _STUDY.sub("", cue["names"])
        names = [name.strip(" .") for name in _PART.split(said) if name.strip(" .")]
        named = len(found) > 1 or cue["names"][:1].isupper()
        if named and len(names) > 1 and not any(c.isdigit() for c in cue["names"][:1]) and max(map(_count, names)) <= 6:
            items = tuple(Item(name, (unit.unit.content,)) for name in names)
            title = cue["by"][:1].upper() + cue["by"][1:]
            yield Listing("text", title, items, (unit.unit.content,), unit.around, is_split=True)


def _count(name: str) -> int:
    return len(name.split())


def _series(text: str, cue: re.Match[str]) -> tuple[str, ...]:
    """The names after the cue; none where what follows is no series of short names."""
    bracketed = cue.group() == "("
    end = text.find(")", cue.end()) if bracketed else -1
    stretch = text[cue.end() : end if end >= 0 else len(text)]
    plain = stretch if bracketed else re.sub(r"\s?\([^()]*\)", "", stretch)
    stretch = plain if bracketed else re.split(r"[.:](?:\s+[A-Z]|\s*$)", plain)[0]
    part = _LISTS_IN_CELL if stretch.count(";") > 1 else _PART
    parts = [p.strip(" .") for p in part.split(_SUFFIX.sub("\0", stretch))]
    names = [p.replace("\0", ", ") for p in parts if p and p != "among others"]
    fits = len(names) >= 2 and all(len(n.split()) <= 6 for n in names) and (cue.group() in {"(", ":"} or "," in stretch)
    capital = sum(n[0].isupper() or n[0].isdigit() for n in names)
    return tuple(names) if fits and capital * 2 > len(names) else ()
