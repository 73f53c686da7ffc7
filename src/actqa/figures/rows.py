"""Figures in a table row, where key, column head and unit stand in other cells than the number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from actqa.figures import grammar
from actqa.figures.parse import number, parse
from actqa.figures.types import Figure, FigureKind
from actqa.reading.markup import read, shown
from actqa.reading.types import Span

_BARE = re.compile(r"[+\-−]?\s?(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)$")
_WORD = re.compile(r"[A-Za-z][\w.]*")


def parse_row(text: str, cells: Sequence[Span], heads: Sequence[str] = ()) -> tuple[Figure, ...]:
    """The figures of a row's cells; a bare number takes its unit, and any figure its year, from the cells beside it.

    `heads` are the column heads as read, in the order of the cells, or none; they count as beside.
    """
    read_cells = [shown(text, cell) for cell in cells]
    years = [_only_year(content) for content in read_cells]
    units = [_unit_in(content) for content in read_cells]
    out: list[Figure] = []
    for at, cell in enumerate(cells):
        head = heads[at] if at < len(heads) else ""
        unit = _unit_in(head) or next((u for i, u in enumerate(units) if u and i != at), "")
        year = _only_year(head) or next((y for i, y in enumerate(years) if y and i != at), None)
        out += [_dated(f, year) for f in _cell_figures(text, cell, read_cells[at], unit)]
    return tuple(out)


def _cell_figures(text: str, cell: Span, content: str, unit: str) -> list[Figure]:
    found = list(parse(text, cell)) if content else []
    if found or not unit or not _BARE.match(content):
        return found
    shown_cell = read(text, cell)
    span = shown_cell.raw(0, len(shown_cell.text))
    kind: FigureKind = "percent" if unit == "percent" else "money" if unit[:3].isupper() else "quantity"
    value = number(content.lstrip("+-− ")) * (-1 if content[0] in "-−" else 1)
    return [Figure(kind, span, content, Decimal(value), unit)]


def _unit_in(words: str) -> str:
    """The unit that a head or key names: `(USD Million)`, `Million Units`, `Percentage`, `Report Pages`; else empty."""
    if re.search(r"%|\bpercent(?:age)?\b", words, re.IGNORECASE):
        return "percent"
    found = [w.lower() for w in _WORD.findall(words)]
    currency = next((grammar.CURRENCIES[w] for w in found if w in grammar.CURRENCIES), "")
    scale = next((grammar.SCALES[w] for w in found if w in grammar.BARE_SCALES), "")
    if currency:
        return f"{currency} {scale}".strip()
    thing = next((w for w in reversed(found) if w in grammar.THINGS and w not in {"year", "years"}), "")
    return f"{scale} {grammar.SYMBOLS.get(thing, grammar.PLURALS.get(thing, thing))}".strip() if thing or scale else ""


def _only_year(words: str) -> int | None:
    """The year that a cell or head names, if it names one and no period."""
    years = [f for f in parse(words) if f.kind in {"year", "period"}]
    return int(years[0].value) if len(years) == 1 and years[0].kind == "year" else None


def _dated(figure: Figure, year: int | None) -> Figure:
    plain = figure.kind in {"year", "period"} or figure.year is not None
    return figure if plain or year is None else replace(figure, year=year)
