"""Markdown: a heading and a pipe table for each kind, as GitHub Flavored Markdown has it."""

import re
from collections.abc import Iterator, Sequence

from actqa.facts.export.cells import Cell, written
from actqa.facts.export.tables import Table

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|#~&!]")
"""What Markdown would read as more than itself inside a cell."""


def to_markdown(tables: Sequence[Table]) -> str:
    """The tables, one after the other; quotes on one line."""
    return "\n".join(line for table in tables for line in _lines(table))


def _lines(table: Table) -> Iterator[str]:
    yield f"## {table.kind.capitalize()}\n"
    if table.rows:
        yield _line(table.header)
        yield _line(["---"] * len(table.header))
        for row in table.rows:
            yield _line([*map(_cell, row[:-1]), _link(row[-1])])
    else:
        yield "None found."
    yield ""


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(written(cell).split()))


def _link(url: Cell) -> str:
    return f"[open](<{url}>)" if url else ""
