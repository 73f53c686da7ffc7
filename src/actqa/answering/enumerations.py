"""Everything in a report that enumerates: lists, nested lists, sentences and rows that name things in a series."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from actqa.answering.view import ReportView, UnitView
from actqa.reading import Block, Report, Span, shown

LONGEST_QUOTE = 550
"""Characters of one place; a longer list is cited in several."""

_SERIES = re.compile(
    r"(?:\b(?:includ(?:es?|ing)|are|into|namely|covers?|features?|like|such as|between|carry|by|profiles)\b|[:(])"
    r"\s*(?=(?:[^,;()]{2,60}[,;]\s*){1,}[^,;()]{2,60})"
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Names one after another."""

    lead: str
    """What they are said to be: the heading above, the words before, the item over them."""
    items: tuple[str, ...]
    """As read; empty where the sentence itself is the answer."""
    places: tuple[Span, ...]
    units: tuple[int, ...]
    """Numbers of the units it is made of."""
    text: str


def enumerations(view: ReportView) -> list[Enumeration]:
    """All of the report's, in order of kind: lists, nested lists, rows and sentences."""
    report = view.report
    by_block: dict[int, list[int]] = {}
    for unit in view.units:
        by_block.setdefault(unit.unit.block, []).append(unit.unit.number)
    found: list[Enumeration] = []
    for _, run in groupby(enumerate(report.blocks), key=lambda pair: (pair[1].group, pair[1].kind)):
        blocks = list(run)
        if blocks[0][1].kind == "item" and len(blocks) > 1:
            found += _lists(report, blocks, by_block)
    return found + [e for unit in view.units for e in _in_words(unit)]


def _lists(report: Report, blocks: list[tuple[int, Block]], by_block: dict[int, list[int]]) -> Iterator[Enumeration]:
    lead = _lead(report, blocks[0][0], blocks[0][1])
    least = min(block.depth for _, block in blocks)
    outer = [pair for pair in blocks if pair[1].depth == least]
    if len(outer) > 1:
        yield _enumeration(report, lead, outer, by_block)
    for at, (_, block) in enumerate(blocks):
        inner = []
        for pair in blocks[at + 1 :]:
            if pair[1].depth <= block.depth:
                break
            if pair[1].depth == block.depth + 1:
                inner.append(pair)
        if inner:
            yield _enumeration(report, f"{lead} › {shown(report.text, block.content)}", inner, by_block)


def _lead(report: Report, at: int, block: Block) -> str:
    title = report.sections[block.section].title
    before = report.blocks[at - 1] if at else None
    words = shown(report.text, before.content) if before is not None and before.kind == "paragraph" else ""
    return f"{title} › {words}" if words and len(words) < 200 and words.endswith(":") else title


def _enumeration(
    report: Report, lead: str, blocks: list[tuple[int, Block]], by_block: dict[int, list[int]]
) -> Enumeration:
    items = tuple(_name(shown(report.text, block.content)) for _, block in blocks)
    units = tuple(number for at, _ in blocks for number in by_block.get(at, ())[:1])
    return Enumeration(
        lead, items, tuple(_places(blocks)), units, f"{lead.split(' › ')[-1].rstrip(':')}: {'; '.join(items)}."
    )


def _name(item: str) -> str:
    """What an item is called, where it goes on to explain (`Cost Barriers : Cost barriers present …`)."""
    head = re.split(r"\s?:\s|\s[–—-]\s", item, maxsplit=1)[0]
    return head.strip() if len(item) > 80 and len(head) < 80 else item


def _places(blocks: list[tuple[int, Block]]) -> Iterator[Span]:
    """The list's span, cut between items where it is long; of an item that explains itself the first words."""
    start = end = None
    for _, block in blocks:
        tail = min(block.content.end, block.content.start + 200)
        if start is None or end is None:
            start, end = block.content.start, tail
        elif tail - start > LONGEST_QUOTE:
            yield Span(start, end)
            start, end = block.content.start, tail
        else:
            end = tail
    if start is not None and end is not None:
        yield Span(start, end)


def _in_words(unit: UnitView) -> Iterator[Enumeration]:
    """A sentence or row that names things in a series."""
    if unit.unit.kind == "heading" or len(unit.text) > LONGEST_QUOTE or not _SERIES.search(f"{unit.text} "):
        return
    yield Enumeration(f"{unit.around} › {unit.text}", (), (unit.unit.content,), (unit.unit.number,), unit.text)
