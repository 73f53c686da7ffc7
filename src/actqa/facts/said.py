"""A report as extractors go through it: one sentence, item or row after the other, as read, with its figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from actqa.facts.kept import as_read, kept
from actqa.facts.stems import holds
from actqa.figures import Figure, parse, parse_row
from actqa.figures.parse import counts_of, number
from actqa.reading import Block, Report, Span, column_heads
from actqa.reading.grammar import PROMOTION
from actqa.reading.headings import name_of
from actqa.reading.markup import Shown

_PROMOTION_STEMS = tuple(
    "free|sample|brochure|http|www.|nquir|buy now|request|analyst|expert|purchase|read more|click|download".split("|")
)
"""What the words that sell a report begin with."""

_KEYED_NUMBER = re.compile(r"^(?P<key>[^:|]{2,60}?)\s?[:–—|]\s+(?P<number>[\d.,]*\d)\s*\|?$")
"""A number whose unit stands in its key: `Revenue, 2024 (USD million): 3,200`."""


_NUMBER = re.compile(r"(?<!\S)[+-]?\d[\d.,]*$")
_UNIT_OF_NEXT = re.compile(r"\((?:%|in %|percent|[^()]*(?:million|billion|mn|bn|crore)[^()]*)\)$", re.IGNORECASE)
"""Ends a line, and says what the number on the next one is in: `YoY growth 2024-2025 (%)`."""
UNIT = 40

_YEAR_KEY = re.compile(r"(?:FY|CY)?\s?(?:19|20)\d\d\s?(?:[AEFP]|\([A-Za-z. ]+\))?")
"""A year, of which a number is the value in the unit of the heading: `2024: 1.74`."""

_GLUED = re.compile(r"(?<=[Mm]arket|MARKET)(?=[A-Z][a-z])|(?<=[Ii]ndustry)(?=[A-Z][a-z])")


def spaced(title: str) -> str:
    """A heading in which what it says stands right behind the market's name, with the space that was lost there."""
    return _GLUED.sub(" ", title)


def _as_title(title: str) -> str:
    """As the section that a title heads is called."""
    return spaced(title.strip().rstrip(":;-– ") or title)


@kept
def _paths(report: Report) -> Callable[[int], tuple[str, ...]]:
    """The titles down to each section, each found once."""
    return cache(lambda section: tuple(spaced(title) for title in report.path(section)))


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
    caption: str = ""
    """Of a row: what stands right over its table, as read, where it is short."""
    note: str = ""
    """Of a row: what stands right under its table, where that says what the values are in."""
    before: "Said | None" = field(default=None, compare=False, repr=False)
    """The sentence before it in its block."""
    apart: bool = False
    """Whether it is a figure on a line of its own with the line that says what it is."""

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
        return _paths(self.report)(self.at.section)

    @property
    def parts(self) -> tuple[str, ...]:
        """Of these, those below the report's own title."""
        titles = self.titles
        return titles[1:] if titles[:1] == (_as_title(self.report.title),) else titles

    @cached_property
    def shown(self) -> Shown:
        """As read, with offsets into the raw text."""
        return as_read(self.report, self.span)

    @property
    def text(self) -> str:
        """As read."""
        return self.shown.text

    @property
    def opening(self) -> str:
        """The first 400 characters as read: enough to know a row by, however many cells it has."""
        return self.text[:400]

    @cached_property
    def promotes(self) -> bool:
        """Whether it sells the report rather than reports."""
        return holds(self.text, _PROMOTION_STEMS) and bool(PROMOTION.search(self.text))

    @cached_property
    def sides(self) -> dict[Figure, tuple[str, str]]:
        """What stands before and after its figures, as far as that has been asked for."""
        return {}

    @cached_property
    def asked(self) -> str:
        """The question right over the block, which its first sentence answers; else empty."""
        over = self.report.blocks[self.block - 1] if self.block and self.before is None else None
        if over is None or self.kind in {"row", "heading"} or over.content.end - over.content.start > 250:
            return ""
        text = as_read(self.report, over.content).text
        return text if text.endswith("?") else ""

    @cached_property
    def cells(self) -> tuple[str, ...]:
        """Of a row, as read."""
        return tuple(as_read(self.report, cell).text for cell in self.at.cells)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, spans in the raw text."""
        if self.kind == "row":
            return parse_row(
                self.report.text,
                self.at.cells,
                self.heads,
                f"{self.heads[:1]} {self.caption} {self.note}",
                product(self.report),
                called(self.report),
                unit_of_all(self.report),
            )
        keyed = _KEYED_NUMBER.match(self.text) if len(self.text) < 100 else None
        if keyed:
            unit = self.titles[-1] if _YEAR_KEY.fullmatch(keyed["key"]) and len(self.titles) > 1 else ""
            pair = [self.raw(*keyed.span("key")), self.raw(*keyed.span("number"))]
            return parse_row(self.report.text, pair, caption=unit)
        return self._under_unit() or parse(self.report.text, self.span, product(self.report), called(self.report))

    def _under_unit(self) -> tuple[Figure, ...]:
        """The figure of a bare number whose unit ends the line that says what it is, joined with that or under it."""
        number = _NUMBER.search(self.text) if len(self.text) < 100 else None
        if number is None or (number.start() and not self.apart):
            return ()
        over = self.report.blocks[self.block - 1].content if self.block and not number.start() else None
        key = over or self.raw(0, number.start())
        if not _UNIT_OF_NEXT.search(as_read(self.report, key).text[-UNIT:]):
            return ()
        own = self.raw(*number.span())
        return tuple(f for f in parse_row(self.report.text, [key, own]) if self.span.holds(f.span))

    @cached_property
    def percents(self) -> tuple[Figure, ...]:
        """Of these, the percentages."""
        return tuple(figure for figure in self.figures if figure.kind == "percent")

    def raw(self, start: int, end: int) -> Span:
        """The raw span of `text[start:end]`."""
        return self.shown.raw(start, end)


@kept
def said(report: Report) -> Sequence[Said]:
    """Everything the report says, in order; rows under a rule that names columns know their heads."""
    heads = column_heads(report)
    captions: dict[int, tuple[str, str]] = {}
    out: list[Said] = []
    for at, block in enumerate(report.blocks):
        if block.kind == "row":
            if block.group not in captions:
                captions[block.group] = caption_over(report, at), note_under(report, at)
            out.append(Said(report, at, block.content, heads.get(block.group, ()), *captions[block.group]))
        elif block.kind == "heading":
            out.append(Said(report, at, block.content))
        else:
            before: Said | None = None
            for sentence in block.sentences:
                before = Said(report, at, sentence, before=before)
                out.append(before)
    return out


@kept
def product(report: Report) -> str:
    """What the market of the title is of, its last word in the singular: `machine` in `Japan Vending Machine "
    "Market`."""
    named = name_of(report.title).removesuffix("market") or re.split(r":|\s[–—|-]\s", report.title.lower())[0]
    words = re.split(r"\s(?:in|across|of|for)\s", named)[0].split() if len(named) < 60 else []
    return words[-1].removesuffix("s") if words and len(words[-1]) > 3 else ""


@kept
def called(report: Report) -> str:
    """What the report counts its product in: in units, unless it mostly says its name: `158,000 parcel lockers`."""
    noun = product(report)
    if not noun or f"{noun}s" not in report.text.lower():
        return "units"
    counts = [m for m in counts_of(noun).finditer(report.text) if m["scale"] or number(m["count"]) >= MANY]
    named = sum(m.group().lower().endswith(f" {noun}s") for m in counts)
    return f"{noun}s" if named > len(_IN_UNITS.findall(report.text)) else "units"


MANY = 1000
"""Of a product, what is counted of a market rather than of a shop."""
_IN_UNITS = re.compile(r"(?:\d\s(?:[a-z]{2,8}\s)?|[a-z] )units\b", re.IGNORECASE)


@kept
def unit_of_all(report: Report) -> str:
    """What the report says that all its values are in, where it does: `All money in INR crore unless said so`."""
    found = (m for m in _ALL_IN.finditer(report.text) if m.group().lower().startswith("all") or "unless" in _behind(m))
    return next((m["unit"] for m in found if _MONEY.search(m["unit"])), "")


def _behind(found: re.Match[str]) -> str:
    return found.string[found.end() : found.end() + 10]


_MONEY = re.compile(r"(?:million|billion|thousand|crore|lakh|mn|bn|[$€£¥₹]|\b[A-Z]{3}\b)")


_ALL_IN = re.compile(
    r"\b(?:all )?(?:money|(?:monetary )?values?|figures|amounts|sums) (?:(?:is|are|given|shown|stated|expressed) )?in\s"
    r"(?P<unit>[^.,;\n|]{2,25}?)(?=[.,;\n]|\sunless)",
    re.IGNORECASE,
)
_VALUES_IN = re.compile(
    r"\W*(?:note:?\s)?(?:all\s|the\s)?(?:values?|figures|amounts|numbers|sales|revenues?)\b[^.]{0,30}\bin\b[^.]{2,40}\.?\W*",
    re.I,
)
"""What stands right under a table and says what its values are in."""


def note_under(report: Report, first: int) -> str:
    """What stands under the table that begins with the row, where it says what the values are in."""
    blocks = report.blocks
    under = next((blocks[at] for at in range(first, len(blocks)) if blocks[at].group != blocks[first].group), None)
    if under is None or under.content.end - under.content.start > 90:
        return ""
    text = as_read(report, under.content).text
    return text if _VALUES_IN.fullmatch(text) else ""


def caption_over(report: Report, first: int) -> str:
    """What stands over the table that begins with the row."""
    over = report.blocks[first - 1] if first else None
    return as_read(report, over.content).text if over and over.content.end - over.content.start < 200 else ""
