"""Everything in a report that enumerates: lists, nested lists, sentences and rows that name things in a series."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from actqa.answering.units import UnitView
from actqa.answering.view import ReportView
from actqa.reading import Block, Report, Span, shown

LONGEST_SENTENCE = 320
"""Characters; of a longer sentence the answer gives the series alone."""
LONGEST_QUOTE = 550
"""Characters of one place; a longer list is cited in several."""

_CUE = re.compile(
    r"\b(?:includ(?:es?|ing)|are|into|namely|covers?|features?|like|such as|carry|profiles|profiled|from)\b:?|:|\("
)
"""What comes before a series."""
_PART = re.compile(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+")
_SUFFIX = re.compile(r",\s+(?=(?:Inc|Ltd|LLC|Co|Corp|LLP|L\.P|S\.A|GmbH)\b)")


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
    return Enumeration(lead, items, tuple(_places(blocks)), units, f"{_plain(lead)}: {'; '.join(items).rstrip('.')}.")


def _plain(lead: str) -> str:
    """The innermost lead, without brackets."""
    return re.sub(r"\s*\([^)]*\)", "", lead.split(" › ")[-1]).rstrip(":;- ") or "The report lists"


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
    """The series in a sentence or row: `By End User (Direct Retail and Food Service)`, `players include A, B and C`."""
    if unit.unit.kind == "heading" and len(unit.text) < 40:
        return
    for cue in _CUE.finditer(unit.text):
        items = _series(unit.text, cue)
        if items:
            bracketed = cue.group() == "("
            lead = " ".join(unit.text[: cue.start()].split()[-3 if bracketed else -12 :])
            context = "" if bracketed else unit.around
            name = lead if cue.group() in {"(", ":"} else f"{lead} {cue.group()}"
            whole = unit.text if len(unit.text) <= LONGEST_SENTENCE else f"{name}: {'; '.join(items).rstrip('.')}."
            yield Enumeration(f"{context} › {lead}", items, (unit.unit.content,), (unit.unit.number,), whole)


def _series(text: str, cue: re.Match[str]) -> tuple[str, ...]:
    """The names after the cue; none where what follows is no series of short names."""
    bracketed = cue.group() == "("
    end = text.find(")", cue.end()) if bracketed else -1
    stretch = text[cue.end() : end if end >= 0 else len(text)]
    plain = stretch if bracketed else re.sub(r"\s?\([^()]*\)", "", stretch)
    stretch = plain if bracketed else re.split(r"[.;:](?:\s+[A-Z]|\s*$)", plain)[0]
    parts = [p.strip(" .") for p in _PART.split(_SUFFIX.sub("\0", stretch))]
    names = [p.replace("\0", ", ") for p in parts if p and p != "among others"]
    fits = len(names) >= 2 and all(len(n.split()) <= 6 for n in names) and ("," in stretch or cue.group() in {"(", ":"})
    capital = sum(n[0].isupper() or n[0].isdigit() for n in names)
    return tuple(names) if fits and capital * 2 > len(names) else ()
