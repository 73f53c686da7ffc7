"""A unit of a report as answering looks at it: with its words, figures and places."""

from dataclasses import dataclass

from actqa.answering.places import places_in
from actqa.answering.words import stems
from actqa.figures import Figure, parse, parse_row
from actqa.index.units import Unit
from actqa.reading import Block, Report, Span, shown


@dataclass(frozen=True, slots=True)
class UnitView:
    """One unit."""

    unit: Unit
    text: str
    """As read; a row as `key: value`."""
    around: str
    """Titles of the sections it stands in, below the top, and its column heads."""
    columns: tuple[str, ...]
    """Of a row, the heads over its cells as read."""
    figures: tuple[Figure, ...]
    stems: frozenset[str]
    """Of the text and what is around it."""
    said: frozenset[str]
    """Of the text alone."""
    places: frozenset[str]
    """Named in the text, or else in the titles above it; not those that the whole report is about."""
    said_places: bool
    """Whether its own words name any place, be it the report's own."""
    head: Span | None
    """Of a row, where the heads over its cells stand, so that a year or unit that only they name can be cited."""
    is_head: bool
    """Names columns rather than says something."""

    @property
    def heads(self) -> str:
        """The column heads in one line."""
        return " ".join(self.columns)


def heads_in(report: Report) -> dict[int, Span]:
    """For each table, by its group, where the row stands that names its columns."""
    out: dict[int, Span] = {}
    for block in report.blocks:
        if block.head and block.group not in out and any(c.isalnum() for c in block.content.of(report.text)):
            out[block.group] = block.content
    return out


def unit_view(
    report: Report, unit: Unit, heads: dict[int, tuple[str, ...]], heads_at: dict[int, Span], own: frozenset[str]
) -> UnitView:
    """Looks at a unit once; `own` are places that the whole report is about."""
    block = report.blocks[unit.block]
    names = heads.get(block.group, ()) if block.kind == "row" else ()
    titles = " › ".join(report.path(unit.section)[1:])
    around = f"{titles} {' '.join(names)}".strip()
    text = _row_text(_cells(report, block)) if block.kind == "row" else shown(report.text, unit.content)
    figures = parse_row(report.text, block.cells, names) if block.kind == "row" else parse(report.text, unit.content)
    places = frozenset(places_in(text) or places_in(titles)) - own
    said = stems(text)
    head = heads_at.get(block.group) if block.kind == "row" and not block.head else None
    named = bool(places_in(text))
    return UnitView(unit, text, around, names, figures, said | stems(around), said, places, named, head, block.head)


def _cells(report: Report, block: Block) -> tuple[str, ...]:
    return tuple(shown(report.text, cell) for cell in block.cells)


def _row_text(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell]
    return ": ".join(filled) if len(filled) == 2 else " – ".join(filled)
