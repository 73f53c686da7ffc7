"""Figures in a table row, where key, column head and unit stand in other cells than the number."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from actqa.figures import grammar
from actqa.figures.parse import any_of, number, parse
from actqa.figures.types import Figure, FigureKind
from actqa.reading.markup import read, shown
from actqa.reading.types import Span

_BARE = re.compile(r"[+\-−]?\s?(?:\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)$")
_WORD = re.compile(r"[A-Za-z][\w.]*")
_MONEY = re.compile(
    rf"(?<!\w)(?P<currency>{any_of(grammar.CURRENCIES)})[\s-]?(?P<scale>{any_of(grammar.SCALES)})?(?!\w)"
    rf"|(?<!\w)(?P<scale_before>{any_of(grammar.SCALES)})\s?(?:of\s)?(?P<currency_after>"
    rf"{any_of({*grammar.CURRENCIES, *grammar.CURRENCY_WORDS} - grammar.THINGS)})(?!\w)",
    re.IGNORECASE,
)
"""A unit of money without a number: `US$ Mn`, `million euros`, `(€bn)`."""

_THOUSANDS = re.compile(r"(?<![\d.,])(?:[’']?000|1[,.]?000)(?![\d.,])\s?[a-z]", re.IGNORECASE)
"""Thousands in figures, before what is counted: `’000 tonnes`, `1,000 units`."""

_SHORT = re.compile(r"\((t|ha)\)", re.IGNORECASE)
"""Units of one or two letters, in brackets."""

_SIZED = re.compile(r"\b(?:value|size|sales|revenue|volume|market|forecast|demand|actual|estimate)", re.IGNORECASE)
"""Heads of columns that hold what the table is of."""

_CODES = frozenset(grammar.CURRENCIES.values())

_T = TypeVar("_T")


def parse_row(
    text: str,
    cells: Sequence[Span],
    heads: Sequence[str] = (),
    caption: str = "",
    product: str = "",
    called: str = "units",
    otherwise: str = "",
) -> tuple[Figure, ...]:
    """The figures of a row's cells; a bare number takes its unit, and any figure its year, from the cells beside it.

    `heads` are the column heads as read, in the order of the cells, or none; they count as beside. What `caption` says
    of the table's unit holds for columns of years and of sizes, where it says nothing what is said `otherwise`; a head
    that names the `product` counts it.
    """
    read_cells = [shown(text, cell) for cell in cells]
    figures = [parse(text, cell) if content else () for cell, content in zip(cells, read_cells, strict=True)]
    years = [_year(found) for found in figures]
    units = ["" if _is_figure(f) else unit_in(content) for f, content in zip(figures, read_cells, strict=True)]
    common = (unit_in(_without_figures(caption)) if caption else "") or unit_in(otherwise)
    out: list[Figure] = []
    for at, cell in enumerate(cells):
        head = heads[at] if at < len(heads) else ""
        head_year = _head_year(head)
        is_main = head_year is not None or (at and (_SIZED.search(head) or years[0] is not None))
        counted = called if names_product(head, product) else ""
        unit = (
            unit_in(head)
            or counted
            or _beside(units, at)
            or (common if is_main and not (otherwise and "(" in head) else "")
        )
        found = figures[at] or _bare(text, cell, read_cells[at], unit)
        out += [_dated(f, head_year or _beside(years, at)) for f in found]
    return tuple(out)


def _is_figure(found: Sequence[Figure]) -> bool:
    return any(f.kind in {"money", "percent", "quantity"} for f in found)


def _beside(found: Sequence[_T | None], at: int) -> _T | None:
    """What the nearest cell before says, else the nearest behind."""
    return next((f for f in [*reversed(found[:at]), *found[at + 1 :]] if f), None)


def _bare(text: str, cell: Span, content: str, unit: str | None) -> list[Figure]:
    """The figure of a cell that is a number alone, in the unit that stands elsewhere."""
    if not unit or not _BARE.match(content):
        return []
    shown_cell = read(text, cell)
    span = shown_cell.raw(0, len(shown_cell.text))
    kind: FigureKind = "percent" if unit == "percent" else "money" if unit.split()[0] in _CODES else "quantity"
    value = number(content.lstrip("+-− ")) * (-1 if content[0] in "-−" else 1)
    return [Figure(kind, span, content, Decimal(value), unit)]


def names_product(head: str, product: str) -> bool:
    """Whether a column's head begins with the product in the plural, which it counts: `Lockers, end of 2023`."""
    return bool(product and re.match(rf"(?:\w+ )?{re.escape(product)}(?:e?s)\b", head, re.IGNORECASE))


@lru_cache(maxsize=4096)
def unit_in(words: str) -> str:
    """The unit that a head or key names: `(USD Million)`, `Million Units`, `Percentage`, `Report Pages`; else empty."""
    if re.search(r"%|\bpercent(?:age)?\b", words, re.IGNORECASE):
        return "percent"
    short = _SHORT.search(words)
    if short:
        return {"t": "tonnes", "ha": "hectares"}[short[1].lower()]
    found = [w.lower() for w in _WORD.findall(words)]
    scale = next((grammar.SCALES[w] for w in found if w in grammar.BARE_SCALES), "")
    scale = scale or ("thousand" if _THOUSANDS.search(words) else "")
    money = _MONEY.search(words)
    if money:
        named = (money["currency"] or money["currency_after"]).lower()
        currency = grammar.CURRENCIES.get(named) or grammar.CURRENCY_WORDS[named]
        own = grammar.SCALES.get((money["scale"] or money["scale_before"] or "").lower(), "")
        return f"{currency} {own or scale}".strip()
    thing = next((w for w in reversed(found) if w in grammar.THINGS and w not in {"year", "years"}), "")
    measure = next((m for m in grammar.MEASURES if m in words.lower()), "")
    named = measure or grammar.SYMBOLS.get(thing, grammar.PLURALS.get(thing, thing))
    return f"{scale} {named}".strip() if named or scale else ""


@lru_cache(maxsize=1024)
def _without_figures(caption: str) -> str:
    """A caption without the values that it tells of, whose units are not the table's."""
    for figure in parse(caption):
        if figure.kind in {"money", "quantity"} and not _THOUSANDS.match(figure.text):
            caption = caption.replace(figure.text, " ")
    return caption


@lru_cache(maxsize=4096)
def _head_year(head: str) -> int | None:
    return _year(parse(head))


def _year(found: Sequence[Figure]) -> int | None:
    """The year that a cell or head names, if it names one and no period."""
    years = [f for f in found if f.kind in {"year", "period"}]
    return int(years[0].value) if len(years) == 1 and years[0].kind == "year" else None


def _dated(figure: Figure, year: int | None) -> Figure:
    plain = figure.kind in {"year", "period"} or figure.year is not None
    return figure if plain or year is None else replace(figure, year=year)
