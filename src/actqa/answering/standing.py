"""What stands in the places that a statement cites: figures as the facts read them, other numbers, years, and words."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from actqa.answering.seen.bare_counts import counts_in
from actqa.facts.kept import kept
from actqa.facts.said import Said, caption_over, note_under
from actqa.figures import Figure, parse
from actqa.figures.parse import number
from actqa.reading import Report, Span, shown

NUMBER = re.compile(
    r"(?P<sign>(?<![^\s(|])[-−](?=\d))?(?P<digits>\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+|,\d{1,2}(?!\d))?)"
    r"(?P<glued>[^\W\d_]*)"
)
"""A number with what is glued to it: `5`, `-2.5`, `5G`."""

_CELL = re.compile(r"[+\-−]?\s?[\d.,]+$")
"""A figure whose unit stands elsewhere."""

_PARTED = re.compile(r"(?:\s*(?:\||:(?=\s|$)|\s[–—-](?=\s)))+\s*")
"""How a statement, or a row, parts a key from its value."""

Number = tuple[bool, Decimal, str]
"""Whether it is negative, its value, what is glued to it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text."""

    number: Number
    span: Span
    text: str


def numbers_in(text: str) -> Iterator[Found]:
    """The numbers of a text, in order."""
    for found in NUMBER.finditer(text):
        said = bool(found["sign"]), number(found["digits"]), found["glued"].lower()
        yield Found(said, Span(*found.span()), found.group())


def plain(text: str) -> str:
    """A text as it is compared: key and value parted in one way, without the marks at its ends."""
    return _PARTED.sub(" · ", f" {text} ").strip(" ·.;,").lower()


@dataclass(frozen=True)
class Line:
    """What is cited of a heading, sentence, item or row."""

    said: Said
    place: Span
    """The part of it that is cited."""

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """As the facts read them: in a row with unit and year from its heads."""
        return tuple(f for f in self.said.figures if self.place.holds(f.span))

    @cached_property
    def counts(self) -> tuple[Figure, ...]:
        """Numbers that count things, besides."""
        return tuple(f for f in counts_in(self.said) if self.place.holds(f.span))

    @cached_property
    def words(self) -> str:
        """As read, to be compared."""
        if self.said.kind == "row" and self.place.holds(self.said.span):
            return plain(" | ".join(filter(None, self.said.cells)))
        return plain(shown(self.said.report.text, self.place))

    @cached_property
    def above(self) -> str:
        """Of a row, heads and caption."""
        return " | ".join((*self.said.heads, self.said.caption))

    @cached_property
    def years_above(self) -> list[Figure]:
        """Years in the heads and the caption, which are those of the row as well."""
        return [f for f in parse(self.above) if f.kind in TIMES]

    @property
    def numbers(self) -> Iterator[Number]:
        """Those that are no part of a figure."""
        raw = blanked(self.place.of(self.said.report.text), self._whole_figures())
        yield from (found.number for found in numbers_in(shown(raw, Span(0, len(raw)))))

    def _whole_figures(self) -> Iterator[Span]:
        """Where figures stand that bring their unit, from the start of the place."""
        start = self.place.start
        for figure in self.said.figures:
            if not _CELL.match(figure.text):
                yield Span(max(0, figure.span.start - start), max(0, figure.span.end - start))

    def says(self, text: str) -> bool:
        """Whether the text stands there word for word, no figure cut."""
        said = plain(text)
        at = self.words.find(said) if said else -1
        if at < 0 or said == self.words:
            return at >= 0
        ends = (at, at + len(said))
        figures = [(f.span.start, f.span.end, f.qualifier) for f in parse(self.words)]
        if any(start < end < stop for start, stop, _ in figures for end in ends):
            return False
        if any(start == at and qualifier for start, _, qualifier in figures):
            return False
        return not any(_is_one_word(self.words, end) for end in ends)


def _is_one_word(text: str, at: int) -> bool:
    """Whether a cut would go through a word or number."""
    return any(before.search(text[:at]) and after.match(text[at:]) for before, after in _WITHIN)


_WITHIN = [
    (re.compile(before), re.compile(after))
    for before, after in ((r"\w$", r"\w"), (r"\d[.,]$", r"\d"), (r"\d$", r"[.,]\d|\s?%"), (r"[-−+~<>$€£¥₹]$", r"\d"))
]
"""What stands before and behind a cut that goes through a word or number."""


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches left blank."""
    for start, end in spans:
        text = text[:start] + " " * (min(end, len(text)) - start) + text[end:]
    return text


TIMES = {"year", "period"}

Key = tuple[Decimal, str, str, bool]


def key(figure: Figure) -> Key:
    """What a figure says, but for its year: value, unit, `over` or `about`, and whether it is written in digits."""
    return figure.value, figure.unit, figure.qualifier, any(c.isdigit() for c in figure.text)


def times_of(figure: Figure) -> set[int]:
    """The year, or the first and last year of a period."""
    return {int(figure.value), figure.until or int(figure.value)}


class Standing:
    """All of the places of one statement; looked at no closer than the statement asks for."""

    def __init__(self, lines: Sequence[Line], others: Sequence[str] = ()) -> None:
        self.lines = lines
        """Of the report."""
        self._others = [(text, parse(text)) for text in others]

    @cached_property
    def figures(self) -> dict[Key, list[Figure]]:
        """By what they say."""
        found: dict[Key, list[Figure]] = {}
        for figure in self._all:
            if figure.kind not in TIMES:
                found.setdefault(key(figure), []).append(figure)
        return found

    @cached_property
    def numbers(self) -> set[Number]:
        """Those that are no part of a figure."""
        found = {number for line in self.lines for number in line.numbers}
        for text, figures in self._others:
            found |= {number.number for number in numbers_in(blanked(text, [f.span for f in figures]))}
        return found

    @cached_property
    def years(self) -> set[int]:
        """All of them, those over a row too."""
        times = [f for f in self._all if f.kind in TIMES] + [f for line in self.lines for f in line.years_above]
        bare = {int(value) for _, value, _ in self.numbers if _is_year(value)}
        return bare.union(*map(times_of, times))

    @cached_property
    def cell_years(self) -> dict[Number, set[int | None]]:
        """Of figures whose unit stands elsewhere, by their number."""
        found: dict[Number, set[int | None]] = {}
        for figure in self._all:
            if _CELL.match(figure.text) and figure.kind not in TIMES:
                for bare in numbers_in(figure.text):
                    found.setdefault(bare.number, set()).add(figure.year)
        return found

    @cached_property
    def _all(self) -> list[Figure]:
        return [f for line in self.lines for f in line.figures] + [f for _, found in self._others for f in found]

    @cached_property
    def free_years(self) -> set[int]:
        """Years of titles, heads and the like, which no figure has for itself: they may be those of what is below."""
        free = [f for line in self.lines for f in line.years_above]
        for line in self.lines:
            if all(f.kind in TIMES for f in line.figures):
                free += line.figures
        return {int(f.value) for f in free if f.kind == "year"}

    def says(self, text: str) -> bool:
        """Whether one of the places says this word for word."""
        return any(line.says(text) for line in self.lines)

    def holds(self, figure: Figure) -> bool:
        """Whether one of the places has exactly this figure, where it is said to stand."""
        there = (line for line in self.lines if line.place.holds(figure.span))
        return any(figure in line.figures or figure in line.counts for line in there)


def _is_year(value: Decimal) -> bool:
    return 1900 <= value < 2100 and value == int(value)


def standing(report: Report, places: Sequence[Span]) -> Standing:
    """What stands in these places."""
    return Standing([line for place in joined(report.text, places) for line in said_lines(report, place)])


def joined(text: str, places: Sequence[Span]) -> list[Span]:
    """The places in order, those that only white space parts as one."""
    out: list[Span] = []
    for place in sorted(places):
        if out and not text[out[-1].end : place.start].strip():
            out[-1] = Span(out[-1].start, max(out[-1].end, place.end))
        else:
            out.append(place)
    return out


def said_lines(report: Report, place: Span) -> Iterator[Line]:
    """The report's lines that the place has a part of."""
    at = max(0, bisect_right(report.blocks, place.start, key=lambda block: block.span.start) - 1)
    for block in range(at, len(report.blocks)):
        if report.blocks[block].span.start >= place.end:
            return
        for said in said_in(report, block):
            if said.span.overlaps(place):
                yield Line(said, Span(max(said.span.start, place.start), min(said.span.end, place.end)))


@kept
def _known(report: Report) -> dict[int, tuple[Said, ...]]:
    return {}


def said_in(report: Report, at: int) -> tuple[Said, ...]:
    """The lines of one block, as `actqa.facts.said` reads them, found once."""
    known = _known(report)
    if at not in known:
        known[at] = tuple(_said_in(report, at))
    return known[at]


def _said_in(report: Report, at: int) -> Iterator[Said]:
    block = report.blocks[at]
    if block.kind == "row":
        first = at
        while first and report.blocks[first - 1].group == block.group:
            first -= 1
        heads: tuple[str, ...] = ()
        for other in report.blocks[first:]:
            if other.group != block.group or other.head:
                is_head = other.group == block.group
                heads = tuple(shown(report.text, cell) for cell in other.cells) if is_head else ()
                break
        yield Said(report, at, block.content, heads, caption_over(report, first), note_under(report, first))
    else:
        for sentence in block.sentences or (block.content,):
            yield Said(report, at, sentence)
