"""What a row of the benchmark has measured, beside its target."""

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from actqa.bench.page import table


@dataclass(frozen=True, slots=True)
class Line:
    """One measurement."""

    what: str
    found: str
    """With its unit."""
    beside: str = ""
    """What it was compared with in the same run."""
    target: str = ""
    holds: bool | None = None
    """None where there is no target."""


def at_most(what: str, found: float, most: float, show: Callable[[float], str], beside: str = "") -> Line:
    """A measurement that is to be small."""
    return Line(what, show(found), beside, f"at most {show(most)}", found <= most)


def at_least(what: str, found: float, least: float, show: Callable[[float], str], beside: str = "") -> Line:
    """A measurement that is to be large."""
    return Line(what, show(found), beside, f"at least {show(least)}", found >= least)


def seconds(value: float) -> str:
    """As text."""
    return f"{value:.2f} s"


def milliseconds(value: float) -> str:
    """Of seconds."""
    return f"{1000 * value:.1f} ms"


def times(value: float) -> str:
    """Of a ratio."""
    return f"{value:.2f} ×"


def megabytes(value: float) -> str:
    """Of bytes."""
    return f"{value / 1e6:,.0f} MB"


def medians(pairs: Iterable[Sequence[float]]) -> list[float]:
    """Of each column."""
    return [median(column) for column in zip(*pairs, strict=True)]


def told(lines: Sequence[Line]) -> str:
    """As a table."""
    marks = {True: "yes", False: "no", None: ""}
    rows = [(line.what, line.found, line.beside, line.target, marks[line.holds]) for line in lines]
    return table(("", "found", "in the same run", "target", "holds"), rows)


def machine() -> str:
    """What all was measured on, and how busy it was."""
    load = f", load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else ""
    return f"{_processor()}, {os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
