"""A report as answering looks at it: each unit with its words, figures and places."""

import re
from dataclasses import dataclass

from actqa.answering.question import places_in, stems
from actqa.figures import Figure, parse, parse_row
from actqa.index.cache import Recent
from actqa.index.library import IndexedReport
from actqa.index.units import Unit
from actqa.reading import Block, Report, column_heads, shown


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit."""

    unit: Unit
    text: str
    """As read; a row as `key: value`."""
    around: str
    """Titles of the sections it stands in, below the top, and its column heads."""
    figures: tuple[Figure, ...]
    stems: frozenset[str]
    """Of the text and what is around it."""
    places: frozenset[str]
    """Named in the text, or else in the titles above it; not those that the whole report is about."""
    is_head: bool
    """Names columns rather than says something."""


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report."""

    indexed: IndexedReport
    units: tuple[UnitView, ...]
    subject: frozenset[str]
    """Stems of the title: what every question to the report is about."""
    places: frozenset[str]
    """Places the title names: what every figure of the report is about."""

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.indexed.report


class Views:
    """Views of the reports lately asked about."""

    def __init__(self, characters: int = 5_000_000) -> None:
        self._kept: Recent[str, ReportView] = Recent(characters, lambda it: len(it.report.text))

    def of(self, indexed: IndexedReport) -> ReportView:
        """The view of the report in this revision."""
        report = indexed.report
        return self._kept.get(f"{report.id}:{report.revision}", lambda: view(indexed))


def view(indexed: IndexedReport) -> ReportView:
    """Looks at every unit once."""
    report = indexed.report
    heads = column_heads(report)
    own = frozenset(places_in(re.split(r"\bmarket\b", report.title, flags=re.IGNORECASE)[0][:80]))
    units = tuple(_unit_view(report, unit, heads, own) for unit in indexed.units)
    return ReportView(indexed, units, stems(report.title), own)


def _unit_view(report: Report, unit: Unit, heads: dict[int, tuple[str, ...]], own: frozenset[str]) -> UnitView:
    block = report.blocks[unit.block]
    names = heads.get(block.group, ()) if block.kind == "row" else ()
    titles = " › ".join(report.path(unit.section)[1:])
    around = f"{titles} {' '.join(names)}".strip()
    text = _row_text(_cells(report, block)) if block.kind == "row" else shown(report.text, unit.content)
    figures = parse_row(report.text, block.cells, names) if block.kind == "row" else parse(report.text, unit.content)
    places = frozenset(places_in(text) or places_in(titles)) - own
    return UnitView(unit, text, around, figures, stems(f"{text} {around}"), places, block.head)


def _cells(report: Report, block: Block) -> tuple[str, ...]:
    return tuple(shown(report.text, cell) for cell in block.cells)


def _row_text(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell]
    return ": ".join(filled) if len(filled) == 2 else " – ".join(filled)
