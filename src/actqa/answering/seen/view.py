"""A report as answering looks at it: its units, its figures with their slots, and the names it uses."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from actqa.answering.asked.places import places_in
from actqa.answering.asked.spoken import asking_words
from actqa.answering.asked.words import stems, words
from actqa.answering.gate.cited import remember
from actqa.answering.seen.acronyms import acronyms
from actqa.answering.seen.bare_counts import counts_in
from actqa.answering.seen.enumerations import enumerations
from actqa.answering.seen.fact_listings import fact_listings
from actqa.answering.seen.listings import Listing
from actqa.answering.seen.names import Names, Spelling
from actqa.answering.seen.stated import Stated, all_stated
from actqa.answering.seen.units import UnitView, heads_in, lines_by_start, opening, unit_view
from actqa.answering.seen.wording import Wording
from actqa.facts import ReportFacts
from actqa.facts.offers import offers_others
from actqa.index.cache import Recent
from actqa.index.encoder import Encoder
from actqa.index.library import IndexedReport
from actqa.index.units import Unit
from actqa.places import is_place
from actqa.reading import Report, Span
from actqa.reading.headings import name_of


@dataclass(frozen=True)
class ReportView:
    """One report."""

    indexed: IndexedReport
    units: tuple[UnitView, ...]
    subject: frozenset[str]
    """Stems of the title and of the market's name: what every question to the report is about."""
    places: frozenset[str]
    """Places the title names: what every figure of the report is about."""
    stated: tuple[Stated, ...]
    names: Names

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.indexed.report

    @property
    def facts(self) -> ReportFacts:
        """What it states."""
        return self.indexed.facts

    @cached_property
    def counts(self) -> tuple[Stated, ...]:
        """Numbers that count things without a unit that figures are read by, with their slots."""
        lines = lines_by_start(self.report)
        bare: set[Span] = set()
        units = []
        for unit in self.units:
            line = lines.get(unit.unit.content.start)
            own = counts_in(line) if line is not None else ()
            bare.update(figure.span for figure in own)
            units.append(replace(unit, figures=tuple(sorted((*unit.figures, *own), key=lambda f: f.span.start))))
        stated = all_stated(self.report, self.facts, units, self.names, self.subject, self.places)
        return tuple(s for s in stated if s.figure.span in bare)

    def holding(self, places: Sequence[Span]) -> list[UnitView]:
        """The units that say what stands in these places, in order."""
        numbers = {bisect_right(self._starts, place.start) - 1 for place in places}
        found = (self.units[number] for number in sorted(numbers) if number >= 0)
        return [unit for unit in found if any(unit.unit.content.holds(place) for place in places)]

    @cached_property
    def _starts(self) -> list[int]:
        """Where the units' words begin."""
        return [unit.unit.content.start for unit in self.units]

    @cached_property
    def lower(self) -> str:
        """All it says, as read, in lower case."""
        return "\n".join(unit.text.lower() for unit in self.units)

    @cached_property
    def acronyms(self) -> Mapping[str, frozenset[str]]:
        """Its short forms, and what they stand for."""
        return acronyms("\n".join(unit.text for unit in self.units))

    @cached_property
    def beginnings(self) -> str:
        """Its stems, a line each, to look up what begins one."""
        return "".join(f"\n{s}" for s in sorted(self.stems))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of all it says of its own market."""
        return frozenset[str]().union(*(unit.stems for unit in self.units if not self._offers(unit)))

    def _offers(self, unit: UnitView) -> bool:
        """Whether it offers other reports, whose words are none of this one's."""
        return offers_others(unit.text, self.report.path(unit.unit.section))

    @cached_property
    def listings(self) -> tuple[Listing, ...]:
        """What its facts list, then what its text lists."""
        return (*fact_listings(self.report, self.facts), *enumerations(self.report, self.units))

    @cached_property
    def wording(self) -> Wording:
        """How it words things."""
        return Wording(self.units)

    @cached_property
    def spelling(self) -> Spelling:
        """Mends slips by its words."""
        known = frozenset(word for unit in self.units for word in words(unit.text)) | asking_words()
        return Spelling(known, self.names.word_ranks)


CHARACTERS_IN_MEMORY = 2_000_000
"""Of the reports whose views are kept; a view takes some 90 bytes for each."""


class Views:
    """Views of the reports lately asked about."""

    def __init__(self, encoder: Encoder, characters: int = CHARACTERS_IN_MEMORY) -> None:
        self._encoder = encoder
        self._kept: Recent[str, ReportView] = Recent(characters, lambda it: len(it.report.text))

    def of(self, indexed: IndexedReport) -> ReportView:
        """The view of the report in this revision."""
        report = indexed.report
        return self._kept.get(f"{report.id}:{report.revision}", lambda: view(indexed, self._encoder))


def view(indexed: IndexedReport, encoder: Encoder) -> ReportView:
    """Looks at every unit once."""
    report, facts = indexed.report, indexed.facts
    remember(report, facts)
    tells = stems(report.title) & stems(facts.report.market)
    own = frozenset(places_in(_named_for(report.title))) if tells else _home(report, facts.report.market)
    units = tuple(_units(indexed, own))
    subject = stems(f"{name_of(report.title) or _opening(report.title)} {facts.report.market}")
    names = Names(facts, subject, encoder)
    stated = all_stated(report, facts, units, names, subject, own)
    return ReportView(indexed, units, subject, own, stated, names)


OFTEN = 2
"""Times that a report whose title says nothing of its market says where that is."""


def _home(report: Report, market: str) -> frozenset[str]:
    """The one place that the market is said to be in, wherever that is said: `the dairy market in India`."""
    name = re.sub(r"\s*\b(?:market|industry)$", "", market, flags=re.IGNORECASE)
    said = rf"\b{re.escape(name)} (?:market|industry) in ((?:the )?[A-Z][\w ]{{1,30}})" if name else r"(?!)"
    found = [places_in(behind)[:1] for behind in re.findall(said, report.text, re.IGNORECASE)]
    named = {place for places in found for place in places}
    return frozenset(named) if len(found) >= OFTEN and len(named) == 1 and all(found) else frozenset()


def _units(indexed: IndexedReport, own: frozenset[str]) -> Iterator[UnitView]:
    report = indexed.report
    heads, lines = heads_in(report), lines_by_start(report)
    block, above, before, first, line = -1, "", None, None, (-1, "")
    for unit in indexed.units:
        is_first = unit.block != block
        if is_first:
            line = _line_above(before, unit, line)
            block, above, before, first = unit.block, line[1], _announcing(before), None
        seen = before = unit_view(report, unit, lines, heads, own, above, before, first)
        first = first or seen
        if is_first and unit.kind != "row":
            above = opening(seen.text) or line[1]
        yield seen


def _line_above(before: UnitView | None, unit: Unit, line: tuple[int, str]) -> tuple[int, str]:
    """The line that a paragraph stands under like under a title, and that line's section: `India: temple food`, which
    names a place and ends without a stop; it holds for the section, or up to the next such line."""
    if before is not None and before.unit.section == unit.section and _is_title_line(before):
        return unit.section, before.text
    return line if line[0] == unit.section else (-1, "")


def _is_title_line(view: UnitView) -> bool:
    is_short = view.unit.kind == "sentence" and len(view.text.split()) <= ANNOUNCING
    return is_short and bool(_TITLE_LINE.fullmatch(view.text) and places_in(view.text))


_TITLE_LINE = re.compile(r"[A-Z][^.!?;]*[^.!?;:,]")
ANNOUNCING = 14
"""Words that a paragraph of one sentence has at most, where it stands like a title over the next."""


def _announcing(before: UnitView | None) -> UnitView | None:
    """The sentence that is a paragraph by itself and says what the next one is about; None where it is no such."""
    if before is None or before.unit.kind == "row" or len(before.text.split()) > ANNOUNCING:
        return None
    return before


_MARKET = re.compile(r"\bmarket\b(\s+(?:size\s+)?in\s+[^,:;(–—|]{2,40})?", re.IGNORECASE)


def _named_for(title: str) -> str:
    """The part of the title that names the market with its home: `Indian Tire Market`, `Roof Paint Market in Spain`."""
    told = _TELLS.match(title)
    if told and is_place(told["who"]):  # leads the market, and is not where all of it is
        title = title[told.end() :]
    found = _MARKET.search(title)
    return f"{title[: found.start()][:80]} {found[1] or ''}" if found else title[:80]


_TELLS = re.compile(
    r"(?:The )?(?P<who>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}?) "
    r"(?i:is|are|to|will|leads?|dominat\w+|holds?|remains?|tops?|accounts?|emerges?|captures?|drives?)\b"
)
"""A place that a title tells something of."""


def _opening(title: str) -> str:
    """A title that names no market, without what it goes on to say."""
    return re.split(r":|\s[-–—|]\s|\(", title)[0]
