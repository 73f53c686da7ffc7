"""The report's lines that a statement cites, each with its figures and with the words that govern it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.known import Known, known_of
from actqa.answering.gate.mentions import Mention, mention_in_row, mentions_in
from actqa.answering.gate.numbers import bare_numbers
from actqa.answering.gate.sentence import Sentence
from actqa.answering.seen.units import LEANS, OPENING
from actqa.answering.standing import TIMES, Line, joined, said_lines, times_of
from actqa.facts import ReportFacts
from actqa.facts.said import Said
from actqa.figures import parse
from actqa.index.cache import Recent
from actqa.reading import Report, Span, shown


@dataclass(frozen=True)
class Read:
    """A whole line of the report, as the gate reads it."""

    said: Said
    known: Known = field(repr=False)

    @cached_property
    def sentence(self) -> Sentence:
        """Its words; of a row, label and value parted as in an answer."""
        return Sentence(_row_text(self.said.cells) if self.said.kind == "row" else self.said.text, self.known)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Its figures, spans in the report."""
        if self.said.kind == "row":
            return tuple(self._in_row())
        found = self._led(mentions_in(self.sentence))
        placed = [replace(m, figure=replace(m.figure, span=self.said.raw(*m.figure.span))) for m in found]
        spans = {m.figure.span for m in placed}
        more = [f for f in self.said.figures if f.kind not in TIMES and f.span not in spans]
        bare = bare_numbers(self.sentence.text, self.sentence.figures)
        more += [replace(f, span=self.said.raw(*f.span)) for f in bare]
        return (*placed, *(Mention(f, "", frozenset(), frozenset()) for f in more))

    def _led(self, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The figures; one that dots lead to belongs to what stands before them."""
        before = self._right_before
        if not found or found[0].figure.span.start > 1 or not _LEADERS.search(before):
            return found
        named = Sentence(before, self.known)
        places, names = (frozenset(a.key for a in anchors[-1:]) for anchors in (named.places, named.names))
        return (replace(found[0], places=places, names=names), *found[1:])

    def _in_row(self) -> list[Mention]:
        said = self.said
        values = [f for f in said.figures if f.kind not in TIMES]
        out = []
        for figure in values:
            at = next((i for i, cell in enumerate(said.at.cells) if cell.holds(figure.span)), None)
            if at is None:
                continue
            bare = [c for i, c in enumerate(said.at.cells[:at]) if not any(c.holds(f.span) for f in values)]
            label = " ".join(shown(said.report.text, c) for c in bare or said.at.cells[: min(at, 1)])
            head = said.heads[at] if at < len(said.heads) else ""
            own = said.at.cells[at].of(said.report.text)
            more = "" if own.strip() == figure.text.strip() else shown(said.report.text, said.at.cells[at])
            hedge = hedge_of(said.report.text, figure)
            out.append(
                mention_in_row(figure, Sentence(f"{label} {more}", self.known), Sentence(head, self.known), hedge)
            )
        return out

    @cached_property
    def around(self) -> str:
        """What governs it."""
        return " | ".join(self._parts)

    @cached_property
    def _parts(self) -> list[str]:
        """What governs it: titles above it, the heads of its columns and its caption, what its paragraph opens with,
        and the sentences before it where it leans on them."""
        said = self.said
        parts = [*said.titles, said.report.title, *said.heads, said.caption, self._above]
        if said.kind != "row" and LEANS.search(said.text[:OPENING]):
            parts.append(self._before)
        elif said.kind != "row" and not (self.sentence.places or self.sentence.names or self.sentence.wholes):
            parts.append(self._right_before)
        return [part for part in parts if part]

    @property
    def _before(self) -> str:
        """The sentences before it in its block."""
        start = self.said.at.content.start
        return shown(self.said.report.text, Span(start, max(start, self.said.span.start)))

    @property
    def _right_before(self) -> str:
        """The sentence before it in its block."""
        spans = self.said.report.blocks[self.said.block].sentences
        before = [span for span in spans if span.end <= self.said.span.start]
        return shown(self.said.report.text, before[-1]) if before and self.said.kind != "row" else ""

    @cached_property
    def years_before(self) -> frozenset[int]:
        """Years of the sentence before it, which a sentence without one goes on with."""
        return frozenset[int]().union(*(times_of(f) for f in parse(self._right_before) if f.kind in TIMES))

    @property
    def _above(self) -> str:
        """A short line right above it that its words go on from."""
        at = self.said.block
        while at and self.said.at.kind == "item" == self.said.report.blocks[at - 1].kind:
            at -= 1
        above = self.said.report.blocks[at - 1] if at else None
        if above is None or above.kind in {"row", "item"} or above.content.end - above.content.start > SHORT:
            return ""
        text = shown(self.said.report.text, above.content)
        return "" if text.endswith(".") and len(text.split()) > LABEL else text

    @cached_property
    def governing(self) -> Sentence:
        """The same, read."""
        return Sentence(self.around, self.known)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Of the places and names in it and over it; those in a title with figures are whose these are."""
        titles = {*self.said.titles, self.said.report.title}
        parts = [Sentence(part, self.known) for part in self._parts]
        over = [it for it in parts if it.text not in titles or not (it.values or len(it.names) > MOST_NAMED)]
        if not (self.sentence.places or self.sentence.names):
            over.append(Sentence(self._before, self.known))
        return frozenset(a.key for sentence in (self.sentence, *over) for a in (*sentence.places, *sentence.names))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all its words and of those that govern it."""
        return frozenset(w.stem for sentence in (self.sentence, self.governing) for w in sentence.words)

    @cached_property
    def lower(self) -> str:
        """All of it in lower case, to look names up in."""
        return f"{self.sentence.text} | {self.around}".lower()


MOST_NAMED = 2
"""Names in a title that what stands under it is of; one with more lists what the report has."""
SHORT = 120
"""Characters."""
LABEL = 5
"""Words of what is rather a label than a sentence."""


@dataclass(frozen=True)
class Cited:
    """All that a statement cites."""

    report: Report
    known: Known
    lines: tuple[Line, ...]
    reads: tuple[Read, ...]

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, Read], ...]:
        """Its figures with their lines."""
        return tuple(
            (mention, read)
            for line, read in zip(self.lines, self.reads, strict=True)
            for mention in read.mentions
            if line.place.holds(mention.figure.span)
        )

    @cached_property
    def keys(self) -> frozenset[str]:
        """Of the places and names in it."""
        return frozenset(a.key for read in self.reads for a in (*read.sentence.places, *read.sentence.names)) - {""}

    @cached_property
    def placed(self) -> frozenset[str]:
        """Of the places in it and over it."""
        found = (sentence for read in self.reads for sentence in (read.sentence, read.governing))
        return frozenset(a.key for sentence in found for a in sentence.places) - {""}

    @cached_property
    def named(self) -> frozenset[str]:
        """The same with those that govern it."""
        around = (read.governing for read in self.reads)
        return self.keys | frozenset(a.key for sentence in around for a in (*sentence.places, *sentence.names))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all its words and of those that govern it."""
        return frozenset[str]().union(*(read.stems for read in self.reads))

    @cached_property
    def lower(self) -> str:
        """What is cited and what governs it, in lower case."""
        return " | ".join(read.lower for read in self.reads)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is read of one report once."""

    report: Report
    known: Known
    reads: dict[tuple[int, Span], Read]


CHARACTERS_IN_MEMORY = 2_000_000
"""Of the reports that this is kept of."""
_KEPT: Recent[tuple[str, str, str], _Kept] = Recent(CHARACTERS_IN_MEMORY, lambda it: len(it.report.text))


def remember(report: Report, facts: ReportFacts | None = None) -> _Kept:
    """The report's names, found once: in its facts where they are at hand, else in those extracted now."""
    key = report.id, report.source, report.revision
    return _KEPT.get(key, lambda: _Kept(report, known_of(report, facts or _extracted(report)), {}))


def _extracted(report: Report) -> ReportFacts:
    from actqa.facts import extract  # an answer has them at hand mostly, and to load the grammar takes a while

    return extract(report)


def cited(report: Report, places: Sequence[Span], facts: ReportFacts | None = None) -> Cited:
    """What stands in these places."""
    kept = remember(report, facts)
    known, reads = kept.known, kept.reads
    lines = tuple(line for place in joined(report.text, places) for line in said_lines(report, place))
    found = []
    for line in lines:
        at = (line.said.block, line.said.span)
        if at not in reads:
            reads[at] = Read(line.said, known)
        found.append(reads[at])
    return Cited(report, known, lines, tuple(found))


_LEADERS = re.compile(r"\.{4,}\s*$")
"""Dots that lead from a name to its figure, and seem to end a sentence."""


def _row_text(cells: Sequence[str]) -> str:
    filled = [cell for cell in cells if re.search(r"\w", cell)]
    return ": ".join(filled) if len(filled) == 2 else " – ".join(filled)
