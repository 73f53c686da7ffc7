"""Figures that stand on a line of their own, put together with the line that says what they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actqa.facts.forecasts import outlook as words
from actqa.facts.kept import kept
from actqa.facts.said import Said, said
from actqa.figures import Figure
from actqa.reading import Report, Span

LONGEST = 120
"""Characters of a label, and of a line that is a figure."""

PART = re.compile(
    r"\s*(?:(?:projected|expected|estimated|forecast)\s)?(?:cagr|growth|(?:value |volume |market |revenue )?share),\s"
    r"(?P<part>[^,]{2,60}),\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Behind a figure: a label that says of which part of the market it is: `value share, Glass, 2023`."""

_LITTLE = frozenset(
    "a an the in by from to for during over of at about around and ans a: answer between through it is".split()
)
"""Words that may stand beside a figure on its line."""


@kept
def labelled(report: Report) -> Sequence[Said]:
    """What the report says, each line that is a bare figure joined with the one that says what it is."""
    return _labelled(said(report))


def _labelled(lines: Sequence[Said]) -> list[Said]:
    """The lines, each that is a bare figure joined with its label: the line over it, or, where that fits more, "
    "below."""
    label_of: dict[int, int] = {}
    at = 1
    while at < len(lines):
        if not _figures(lines[at]):
            at += 1
            continue
        end = _run_end(lines, at)
        over, below = ([(i, i + step) for i in range(at, end, 2) if i + step < len(lines)] for step in (-1, 1))
        chosen = below if _fit(lines, below) > _fit(lines, over) else over
        label_of |= {i: label for i, label in chosen if _fits(lines[label], lines[i])}
        at = end
    year_of = _years_beside(lines, label_of)
    return [
        _joined(lines, at, label_of[at], year_of.get(at)) if at in label_of else line for at, line in enumerate(lines)
    ]


def _years_beside(lines: Sequence[Said], label_of: dict[int, int]) -> dict[int, int]:
    """The line of each figure that is nothing but its year: behind figure and label, or, where the first has one, "
    "before them."""
    behind = {at: max(at, label) + 1 for at, label in label_of.items()}
    ahead = {at: min(at, label) - 1 for at, label in label_of.items()}
    first = min(label_of, default=-1)
    opens = first in ahead and _is_year(lines, ahead[first])
    return {at: beside for at, beside in (ahead if opens else behind).items() if _is_year(lines, beside)}


def _is_year(lines: Sequence[Said], at: int) -> bool:
    return 0 <= at < len(lines) and lines[at].kind != "row" and bool(_YEAR.fullmatch(lines[at].text))


_YEAR = re.compile(r"\(?(?:in\s|by\s|FY\s?|CY\s?)?(?:19|20)\d\d(?:\s?(?:[-–—]|to)\s?(?:19|20)?\d\d)?[AEF]?\)?", re.I)
"""A line that is a year or a period."""


def _run_end(lines: Sequence[Said], at: int) -> int:
    """Where a run of bare figures and labels in turn ends."""
    end = at + 1
    while end + 1 < len(lines) and _is_label(lines[end]) and _figures(lines[end + 1]):
        end += 2
    return end


def _figures(line: Said) -> tuple[Figure, ...]:
    """The figures of a line that is nothing else."""
    if line.kind == "row" or line.span.end - line.span.start > LONGEST:
        return ()
    told = tuple(f for f in line.figures if f.kind in {"money", "percent", "quantity"})
    if len(told) != 1:
        return ()
    rest = line.text
    for figure in line.figures:
        rest = rest.replace(figure.text, " ", 1)
    little = all(w.lower() in _LITTLE for w in re.findall(r"[^\W\d_]+", rest))
    return told if little else ()


def _is_label(line: Said) -> bool:
    return (
        line.kind != "row"
        and line.span.end - line.span.start <= LONGEST
        and not line.text.endswith(".")
        and not any(f.kind in {"money", "percent", "quantity"} for f in line.figures)
    )


def _fit(lines: Sequence[Said], pairs: Sequence[tuple[int, int]]) -> int:
    """How many of the pairs are a figure and a label of its kind."""
    return sum(_fits(lines[label], lines[at]) for at, label in pairs)


def _fits(label: Said, line: Said) -> bool:
    if not _is_label(label) or (label.kind == "heading" and label.at.section == 0):
        return False
    rated = bool(words.STRONG_RATE.search(label.text) or re.search(r"\bgrowth\b", label.text, re.IGNORECASE))
    if _figures(line)[0].kind == "percent":
        return rated or bool(re.search(r"\bshare\b", label.text, re.IGNORECASE))
    sized = words.SIZE.search(label.text) and not words.STRONG_RATE.search(label.text)
    return bool(sized) and len(label.text.split()) > 1


def _joined(lines: Sequence[Said], at: int, label: int, year: int | None) -> Said:
    places = [lines[one].span for one in (at, label, year) if one is not None]
    return replace(lines[at], span=Span(min(p.start for p in places), max(p.end for p in places)), apart=True)
