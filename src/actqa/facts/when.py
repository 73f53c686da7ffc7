"""The year that a value is of, where it is not said beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from actqa.facts import outlook as words
from actqa.facts.owners import Owners
from actqa.facts.said import Said
from actqa.facts.shares import around
from actqa.facts.sizes import is_size
from actqa.figures import Figure, parse

NEAR = 40
"""Characters between a value and the fiscal year behind it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report as a whole says that its statements rely on."""

    period: tuple[int, int] | None
    """What it means by its forecast period."""
    parts: frozenset[str]
    """Names of segments, in lower case."""
    owners: Owners


def year_of(line: Said, figure: Figure, setting: Setting, earlier: Sequence[Said]) -> int | None:
    """The year of a value: its own, that of a fiscal year beside it, what `at present` means, or one said before."""
    if figure.year is not None:
        return figure.year
    return _year_meant(line, figure, setting.period) or _year_said_before(line, figure, setting, earlier)


def _year_said_before(line: Said, figure: Figure, setting: Setting, earlier: Sequence[Said]) -> int | None:
    """The year of the value before it in the paragraph, of its kind, expected or not, or that of the heading."""
    before, _ = around(line, figure)
    expected = bool(words.EXPECTED.search(before[-90:]))
    if any(f.kind in {"year", "period"} for f in line.figures):
        told = [f for f in line.figures if f.span.start < figure.span.start and f.kind == figure.kind and f.year]
        behind = any(f.kind in {"year", "period"} and f.span.start > figure.span.start for f in line.figures)
        apart = bool(told) and ";" in line.report.text[told[-1].span.end : figure.span.start]
        return told[-1].year if apart and expected and not behind and line.kind != "row" else None
    for said in reversed(earlier[-3:]):
        year = _year_of_last(line, figure, said, setting)
        if year is not None:
            return year
        if figure.kind != "money" or not any(f.kind == "money" for f in said.figures):
            break
    title = line.titles[-1] if len(line.titles) > 1 and line.kind != "paragraph" else ""
    years = [f for f in parse(title) if f.kind in {"year", "period"}]
    return int(years[0].value) if len(years) == 1 and years[0].kind == "year" else None


def _year_of_last(line: Said, figure: Figure, said: Said, setting: Setting) -> int | None:
    """The year that a value shares with the sizes of the sentence before it: theirs, the first or last of two."""
    before, _ = around(line, figure)
    sizes = [(f.year, f) for f in said.figures if f.year and is_size(said, f, setting.owners)]
    years = sorted({year for year, _ in sizes})
    if not years:
        return None
    if len(years) == 2 and words.FROM.search(before):
        return years[0]
    if len(years) == 2 and words.UP_TO.search(before) and " from " in before:
        return years[1]
    if words.OF_THIS.match(line.opening):
        return sizes[0][0]
    if words.SAME_YEAR.search(line.text):
        return sizes[-1][0]
    expected = bool(words.EXPECTED.search(before[-90:]))
    alike = [year for year, f in sizes if bool(words.EXPECTED.search(around(said, f)[0][-90:])) == expected]
    return max(alike, default=None)


def _year_meant(line: Said, figure: Figure, period: tuple[int, int] | None) -> int | None:
    before, after = around(line, figure)
    fiscal = [f for f in line.figures if f.kind == "period" and f.until == int(f.value) + 1]
    if fiscal:
        behind = [f for f in fiscal if 0 <= f.span.start - figure.span.end < NEAR]
        return (behind or fiscal)[0].until
    ahead = [f for f in line.figures if f.kind == "period" and f.span.end <= figure.span.start and f.until]
    if ahead and words.FROM.search(before[-20:]):
        return int(ahead[-1].value)
    if ahead and words.UP_TO.search(before[-90:]):
        return ahead[-1].until
    if period and words.NOW.search(after[:40]):
        return period[0]
    if period and words.AT_THE_END.search(after[:60]):
        return period[1]
    return None
