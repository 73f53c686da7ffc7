"""CSV as RFC 4180 has it: commas, lines that end in CRLF, quotes around what needs them."""

import csv
import io

from actqa.facts.export.cells import Cell, is_like_formula, written
from actqa.facts.export.tables import Table

BOM = "\ufeff"
"""To be put before a file: without it Excel takes UTF-8 for an old code page, and shows other letters for `€` and `–`.

Not for a pipe, where the next program would find it in the first column's name.
"""


def to_csv(table: Table) -> str:
    """The table. Text that a spreadsheet might take for a formula gets an apostrophe before it; numbers never do."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(table.header)
    lines.writerows([_field(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _field(cell: Cell) -> str:
    return f"'{cell}" if isinstance(cell, str) and is_like_formula(cell) else written(cell)
