"""A table as it was found on a page: rows of cells, each the words in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from actqa.reading.formats.pdf.rows import is_figure
from actqa.reading.formats.pdf.words import Word

Cell = tuple[Word, ...]
MOST_HEADS = 6
_DATE = re.compile(
    r"^(?:(?:(?:fy|cy|q[1-4]|h[12]|year|[1-4]q)\s?'?|')\d{2}|(?:(?:fy|cy|q[1-4]|h[12]|year|[1-4]q)\s?'?)?(?:19|20)\d{2})"
    r"(?:[aefp]|\s?\([aefp]\))?$"
    r"|^(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[a-z.]*\s?\d{0,2},?(?:\s?\d{4})?$"
    r"|^\d{1,2}\s[a-z]{3,9}\.?,?\s\d{2,4}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each; the first `heads` rows name the columns."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int
    edges: tuple[float, ...]
    """Where its columns begin."""


def read(cell: Cell) -> str:
    """The cell's words."""
    return " ".join(w.text for w in cell)


def count_heads(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows from the top name columns: those before the first that holds figures which are no dates."""
    for at, row in enumerate(rows[: MOST_HEADS + 1]):
        told = [read(cell) for cell in row]
        if any(is_figure(text) and not is_date(text) for text in told[1:]):
            return at if any(any(read(cell) for cell in head[1:]) for head in rows[:at]) else 0
        if at and told[0] and any(read(cell) for cell in rows[at - 1][1:]) and _is_entry(rows, at):
            return at
    return 1 if len(rows) > 1 and all(map(_names_columns, map(read, rows[0]))) else 0


def is_date(text: str) -> bool:
    """Whether the words are a year, a month or a day: figures that name columns."""
    return bool(_DATE.match(text))


def _is_entry(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a row under the first one has a name of its own, or is set less strongly than that."""
    first, row = rows[0], rows[at]
    lighter = all(w.bold for cell in first for w in cell) and not row[0][0].bold
    named = any(row[0] for row in rows[:at]) and not row[0][0].text[:1].islower()
    return not any(row[1:]) or lighter or named


def _names_columns(text: str) -> bool:
    return 0 < len(text) < 40 and not re.search(r"\d", text) and not text.endswith(".")


def finished(table: Table) -> Table:
    """Rows that name columns made one; empty rows and columns left out."""
    rows = [row for row in table.rows if any(row)]
    heads = table.heads - sum(not any(row) for row in table.rows[: table.heads])
    if heads > 1:
        merged = tuple(tuple(word for row in rows[:heads] for word in row[at]) for at in range(len(rows[0])))
        rows, heads = [merged, *rows[heads:]], 1
    used = [at for at in range(len(rows[0])) if any(row[at] for row in rows)] if rows else []
    rows = [tuple(row[at] for at in used) for row in rows]
    return replace(table, rows=tuple(rows), heads=heads, edges=tuple(table.edges[at] for at in used))
