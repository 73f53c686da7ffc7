"""Runs the rows, one after the other, and puts what they found in a page."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from actqa.bench.page import put_section
from actqa.bench.speed.cold import cold, help_page
from actqa.bench.speed.indexing import indexing
from actqa.bench.speed.lines import Line, machine, told
from actqa.bench.speed.long import long_report
from actqa.bench.speed.many import adding, many, unchanged
from actqa.bench.speed.setting import Setting
from actqa.bench.speed.warm import crowd, warm

ROWS: Mapping[str, Callable[[Setting], list[Line]]] = {
    "help": help_page,
    "cold": cold,
    "indexing": indexing,
    "warm": warm,
    "crowd": crowd,
    "many": many,
    "unchanged": unchanged,
    "adding": adding,
    "long": long_report,
}
"""By the name on the command line, in the order of the page."""


def speed(
    only: Annotated[list[str] | None, typer.Argument(metavar="[ROW]…", help=f"Of {', '.join(ROWS)}; else all.")] = None,
    runs: Annotated[int, typer.Option(min=1, help="Runs of each measurement, of which the median counts.")] = 3,
    reports: Annotated[int, typer.Option(min=1, help="Reports of the large index.")] = 1000,
    kept: Annotated[Path, typer.Option(help="Folder for the large index, for the next time.")] = Path("build/bench"),
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the figures in.")] = None,
) -> None:
    """Times actqa beside the usual recipe and beside the least that the work takes."""
    unknown = [name for name in only or () if name not in ROWS]
    if unknown:
        raise typer.BadParameter(f"There is no row {unknown[0]}: take {', '.join(ROWS)}.")
    where = machine()
    found = {name: _row(name, kept, runs, reports) for name in only or ROWS}
    if write:
        put_section(write, "Speed", page(where, runs, found))


def page(where: str, runs: int, found: Mapping[str, Sequence[Line]]) -> str:
    """All rows in one table."""
    lines = [line for row in found.values() for line in row]
    return f"{where}. Each is the median of {runs} runs or more.\n\n{told(lines)}"


def _row(name: str, kept: Path, runs: int, reports: int) -> list[Line]:
    with TemporaryDirectory(prefix="actqa-bench-") as folder:
        lines = ROWS[name](Setting(Path(folder), kept, runs, reports))
    typer.echo(f"{name}\n\n{told(lines)}\n")
    return lines
