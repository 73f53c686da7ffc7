"""The year that a value is of, where it is not said beside it."""

from dataclasses import dataclass

from actqa.facts.forecasts import outlook as words
from actqa.facts.forecasts.topic import Topic
from actqa.facts.owners import Owners
from actqa.facts.percentages import around
from actqa.facts.said import Said
from actqa.figures import Figure, parse
from actqa.figures.years import NEXT_THOUGHT, years_later

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
    base: int | None = None
    """The year it says that it starts from."""


def year_of(line: Said, figure: Figure, setting: Setting, topic: Topic) -> int | None:
    """The year of a value: its own, that of a fiscal year beside it, what `at present` means, or one said before."""
    if figure.year is not None:
        return figure.year
    return (
        _base_year(line, figure, setting)
        or _year_meant(line, figure, setting.period)
        or _year_handed_on(line, figure, topic)
    )


def _base_year(line: Said, figure: Figure, setting: Setting) -> int | None:
    """The report's base year, or the last of its forecast, where a value is said to be of that, or keyed so."""
    before, after = around(line, figure)
    key = line.cells[0] if line.kind == "row" else before[-60:]
    if setting.period and words.OF_LAST_YEAR.search(key):
        return setting.period[1]
    told = words.OF_BASE_YEAR.search(key)
    return setting.base if told or words.IN_BASE_YEAR.match(after) else None


def is_expected(line: Said, figure: Figure) -> bool:
    """Whether the words before a value give it as a forecast."""
    return bool(words.EXPECTED.search(around(line, figure)[0][-90:]))


def _year_handed_on(line: Said, figure: Figure, topic: Topic) -> int | None:
    """The year of the value before it in its sentence, of one that was given before, or of the heading."""
    later = years_later(around(line, figure)[1])
    given = [size.year for size in topic.sizes if not size.expected]
    if later:
        return max(given) + later if given else None
    expected = is_expected(line, figure)
    if _has_years(line, figure):
        told = [f for f in line.figures if f.span.start < figure.span.start and f.kind == figure.kind and f.year]
        behind = any(f.kind in {"year", "period"} and f.span.start > figure.span.start for f in line.figures)
        apart = bool(told) and ";" in line.report.text[told[-1].span.end : figure.span.start]
        return told[-1].year if apart and expected and not behind and line.kind != "row" else None
    year = _year_of_topic(line, figure, topic, expected=expected)
    if year is not None:
        return year
    title = line.titles[-1] if len(line.titles) > 1 and line.kind != "paragraph" else ""
    title = line.asked or title
    years = [f for f in parse(title) if f.kind in {"year", "period"}]
    return int(years[0].value) if len(years) == 1 and years[0].kind == "year" else None


def _has_years(line: Said, figure: Figure) -> bool:
    """Whether the sentence names years, other than those behind the figure that a next thought is on."""
    text = line.report.text
    years = [f for f in line.figures if f.kind in {"year", "period"}]
    return any(
        f.span.start < figure.span.start or not NEXT_THOUGHT.search(text[figure.span.end : f.span.start]) for f in years
    )


def _year_of_topic(line: Said, figure: Figure, topic: Topic, *, expected: bool) -> int | None:
    """The year that a value shares with the sizes given before it: theirs, the first or last of two."""
    before, _ = around(line, figure)
    years = sorted({size.year for size in topic.sizes})
    if len(years) == 2 and words.FROM.search(before):
        return years[0]
    if len(years) == 2 and words.UP_TO.search(before) and " from " in before:
        return years[1]
    if years and words.OF_THIS.match(line.opening):
        return topic.sizes[0].year
    alike = [size.year for size in topic.sizes if size.expected == expected]
    if years and words.SAME_YEAR.search(line.text):
        return max(alike or [size.year for size in topic.other or topic.sizes])
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
