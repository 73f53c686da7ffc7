"""How long reading a report and extracting its facts take, and whether that stays in proportion to its length."""

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time
from typing import Annotated

import typer

from actqa.bench.made_up import PAGE, report
from actqa.bench.page import put_section, table
from actqa.facts import extract
from actqa.figures import parse
from actqa.reading import read_report

LENGTHS = (10, 50, 100, 400)
"""Pages."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of processor time for a report of so many pages, each the median of several runs."""

    pages: int
    reading: float
    facts: float
    floor: float
    """One pass of the figures parser over the report's lines: what no extractor can do without."""

    @property
    def both(self) -> float:
        """Reading and facts."""
        return self.reading + self.facts

    def per_hundred(self, seconds: float) -> float:
        """The same for a hundred pages."""
        return seconds * 100 / self.pages


def extraction(
    runs: Annotated[int, typer.Option(min=1, help="Runs of each length, of which the median counts.")] = 3,
    write: Annotated[Path | None, typer.Option(help="Markdown page to put the figures in.")] = None,
) -> None:
    """Times reading and extraction on made-up reports of several lengths."""
    times = [measured(pages, runs) for pages in (LENGTHS[0], *LENGTHS)][1:]  # the first run fills caches of patterns
    body = told(times)
    typer.echo(body)
    if write:
        put_section(write, "Extraction", body)


def measured(pages: int, runs: int) -> Times:
    """The medians for one length."""
    text = report(pages)
    data = text.encode()
    found = [_once(data, text) for _ in range(runs)]
    return Times(pages, *(median(one[part] for one in found) for part in range(3)))


def _once(data: bytes, text: str) -> tuple[float, float, float]:
    read = read_report(data, id="made-up", name="made-up.md")
    return (
        _seconds(lambda: read_report(data, id="made-up", name="made-up.md")),
        _seconds(lambda: extract(read)),
        _seconds(lambda: [parse(line) for line in text.splitlines()]),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def told(times: Sequence[Times]) -> str:
    """The figures as Markdown."""
    head = ("pages", "characters", "reading", "facts", "both", "floor", "both over floor")
    rows = [
        (
            t.pages,
            f"{t.pages * PAGE:,}",
            *(f"{t.per_hundred(part):.2f} s" for part in (t.reading, t.facts, t.both, t.floor)),
            f"{t.both / t.floor:.1f}",
        )
        for t in times
    ]
    first, last = times[0], times[-1]
    growth = last.per_hundred(last.both) / first.per_hundred(first.both)
    over = (last.both / last.floor) / (first.both / first.floor)
    return (
        f"Seconds of processor time per 100 pages; {os.cpu_count()} cores, Python {platform.python_version()}. The "
        "floor is one pass of the figures parser over the same text.\n\n"
        f"{table(head, rows)}\n\n"
        f"A character of {last.pages} pages takes {growth:.2f} times as long as one of {first.pages}, "
        f"{over:.2f} times by the floor."
    )
