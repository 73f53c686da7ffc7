"""Figures of a sentence or row put together: which values and which rate are said of one thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from actqa.facts.forecasts import outlook as words
from actqa.facts.forecasts.labels import labelled
from actqa.facts.forecasts.placed import place_in
from actqa.facts.forecasts.scope import other_market, scopes
from actqa.facts.forecasts.sizes import is_growth, is_size, is_their_own
from actqa.facts.forecasts.topic import Size, Topic, with_things
from actqa.facts.forecasts.when import Setting, is_expected, year_of
from actqa.facts.owners import is_beside, names_market
from actqa.facts.percentages import OVER_YEARS, around, head_of, position
from actqa.facts.said import Said
from actqa.figures import Figure, parse
from actqa.figures.arithmetic import base, same
from actqa.places import find
from actqa.reading import Report, Span

Point = tuple[int | None, Decimal, str]
"""Year, value, unit."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of sizes, of a rate, or of both, about one thing."""

    market: str
    """What it is about; empty: the whole market of the report."""
    points: tuple[Point, ...]
    """By year."""
    rate: Decimal | None
    period: tuple[int, int] | None
    expected: bool
    """Whether a value that stands alone is given as a forecast."""
    places: tuple[Span, ...]
    block: int
    """Number of the paragraph or item it stands in, or one of its own for what somebody else says; of rows and keyed
    lines, one below 0 for all that stand together."""

    @property
    def unit(self) -> str:
        """Of the first value."""
        return self.points[0][2] if self.points else ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A value or a rate, not yet put together with others."""

    line: Said
    figure: Figure
    is_value: bool
    year: int | None
    market: str


def claims(report: Report, setting: Setting) -> list[Claim]:
    """Claims in the order of the report; each line hands on to the next what it is about."""
    topic = Topic()
    out: list[Claim] = []
    for line in labelled(report):
        topic = topic.handed_to(line)
        parts = _parts(line, topic, setting)
        out += [_claim(group, setting.period) for group in _groups(parts)]
        topic = topic.after(line, parts[0].market if parts else None, _sizes(parts))
    return out


_OFFERED = re.compile(r"(?:Global |The )?(?:[A-Z0-9][\w&/-]* (?:and |of |for )?){2,8}Market\b")
"""Another report, on a line of its own, by the market that it is on."""


def _of_offered(name: str, line: Said) -> str:
    """The market of another report on offer, which differs from this one's in what it is of, or where."""
    return other_market(name, line) or (name if place_in(name, line) else "")


def _sizes(parts: Sequence[_Part]) -> list[Size]:
    """The sizes among a line's values that have a year."""
    return [
        Size(p.figure, p.year, is_expected(p.line, p.figure), p.market)
        for p in parts
        if p.is_value and p.year is not None
    ]


def _parts(line: Said, topic: Topic, setting: Setting) -> list[_Part]:
    if not line.figures or (line.promotes and line.kind != "row"):
        return []
    beside = is_beside(line)
    offered = _OFFERED.match(line.text) if beside else None
    named = _of_offered(offered.group(), line) if offered and line.kind != "heading" else ""
    if beside and not named:
        return []
    figures = with_things(line, topic)
    values = {
        f for f in figures if is_size(line, f, setting.owners, goes_on=f is _first(figures, f.kind) and topic.gives(f))
    }
    if is_their_own(line, topic.before, setting.owners):
        values = {f for f in values if names_market(around(line, f)[0])}
    told = [f for f in figures if f in values or (f.kind == "percent" and _grows(line, f, setting))]
    out: list[_Part] = []
    markets = scopes(line, topic, told, setting.parts)
    markets = [named] * len(told) if beside else markets
    for figure, market in zip(told, markets, strict=True):
        year = year_of(line, figure, setting, topic) if figure in values else None
        if year is None and figure in values:
            year = _year_in_series(line, figure, market, out) or _year_of_series(line, figure, told)
        out.append(_Part(line, figure, figure in values, year, market))
    return out


def _first(figures: Sequence[Figure], kind: str) -> Figure:
    """The first of the figures that is of a kind."""
    return next(figure for figure in figures if figure.kind == kind)


def _year_in_series(line: Said, figure: Figure, market: str, parts: Sequence[_Part]) -> int | None:
    """The year of the value before it, where a sentence goes from part to part: `Peru at 5 in 2024 and Chad at 4`."""
    last = next((p for p in reversed(parts) if p.is_value), None)
    if last is None or last.year is None or last.market == market or line.kind in {"row", "heading"}:
        return None
    between = line.text[position(line, last.figure) : position(line, figure)]
    return None if _MOVES.search(between) else last.year


def _year_of_series(line: Said, figure: Figure, told: Sequence[Figure]) -> int | None:
    """The year behind the last of a sentence's values, where it dates them all: `Peru had 5 and Chad 4 in 2024`."""
    years = [f for f in line.figures if f.kind in {"year", "period"}]
    last = told[-1]
    if len(years) != 1 or last.year is None or last.kind != figure.kind or line.kind in {"row", "heading"}:
        return None
    joined = line.text[position(line, figure) : position(line, last)]
    behind = years[0].span.start - last.span.end
    return last.year if 0 < behind < NEXT_TO and len(joined) < SERIES and not _MOVES.search(joined) else None


NEXT_TO = 6
"""Characters between the last of several values and the year of all."""
SERIES = 200
"""Characters of such a series."""
_MOVES = re.compile(r"\b(?:from|to|will|would|should|expected|projected|forecast|up|down|than|before|after)\b|;", re.I)
"""Between two values that are not of one year."""


def _grows(line: Said, figure: Figure, setting: Setting) -> bool:
    """Whether it is a rate of a market or a part of one rather than of a company."""
    if not is_growth(line, figure):
        return False
    clause = _CLAUSE.split(around(line, figure)[0])[-1]
    return line.kind == "row" or names_market(clause) or bool(find(clause)) or not setting.owners.company(clause)


_CLAUSE = re.compile(r";\s|(?<![A-Z])(?<!Inc)(?<!Ltd)(?<!Co)\.\s(?=[A-Z])|,?\s(?:while|whereas)\s")


def _groups(parts: list[_Part]) -> list[list[_Part]]:
    """Parts in order, cut where another thing, another unit, or a second rate begins."""
    groups: list[list[_Part]] = []
    for at, part in enumerate(parts):
        follows = parts[at + 1] if at + 1 < len(parts) else None
        if groups and (_belongs(groups[-1], part) or _closes(groups[-1], part, follows)):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _closes(group: list[_Part], part: _Part, follows: _Part | None) -> bool:
    """Whether a value is what one before it grows to at the rate between: `USD 5, at 10%, which makes USD 8`."""
    if len(group) != 2 or not part.is_value or not group[0].is_value or group[1].is_value:
        return False
    if part.market != group[0].market or (follows is not None and not follows.is_value):
        return False
    things = {base(p.figure.value, p.figure.unit)[1] for p in (group[0], part)}
    return len(things) == 1 and (part.year or 0) > (group[0].year or 9999)


def _belongs(group: list[_Part], part: _Part) -> bool:
    rates = [p for p in group if not p.is_value]
    values = [p for p in group if p.is_value]
    if any(p.market != part.market for p in group):
        return False
    if _of_one_year(part) or any(_of_one_year(rate) for rate in rates):
        return False
    if not part.is_value:
        return not rates
    if rates and values and group[0].is_value:
        return False
    if part.year is None and any(p.year is not None for p in values):
        return False
    thing = base(part.figure.value, part.figure.unit)[1]
    if any(base(p.figure.value, p.figure.unit)[1] != thing for p in values):
        return False
    return all(p.year != part.year or p.year is None for p in values) or _repeats(values, part)


def _of_one_year(part: _Part) -> bool:
    """Whether it is the growth of one year in a table, which is none of the series beside it."""
    return part.line.kind == "row" and not part.is_value and bool(words.YEARLY.search(head_of(part.line, part.figure)))


def _repeats(values: list[_Part], part: _Part) -> bool:
    return any(same(p.figure.value, p.figure.unit, part.figure.value, part.figure.unit) for p in values)


def _claim(group: list[_Part], period: tuple[int, int] | None) -> Claim:
    line = group[0].line
    values = [p for p in group if p.is_value]
    points = sorted(
        {p.year: (p.year, p.figure.value, p.figure.unit) for p in reversed(values)}.values(),
        key=lambda point: point[0] or 0,
    )
    rates = [p for p in group if not p.is_value]
    return Claim(
        market=group[0].market,
        points=tuple(points),
        rate=_signed(rates[0]) if rates else None,
        period=_rate_period(line, rates[0].figure, [p for p in points if p[0]], period) if rates else None,
        expected=bool(values) and _is_expected(line, values[0], period),
        places=(line.span,),
        block=_together(line),
    )


def _signed(part: _Part) -> Decimal:
    """The rate, below nothing where it is said to be one of decline."""
    value = part.figure.value
    before, after = around(part.line, part.figure)
    less = words.DECLINE.search(before[-120:]) or _LESS.match(after)
    falls = part.line.kind != "row" and not part.figure.text.startswith("+") and less
    return -value if falls and value > 0 else value


_LESS = re.compile(r"\s*(?:less|fewer|lower|down|below|under|short of)\b", re.IGNORECASE)


def _together(line: Said) -> int:
    """The number of what it is put together with: a table's rows, or a section's lines that each key a figure."""
    if line.kind == "row":
        return -1 - 2 * line.at.group
    if not line.apart and not _KEYED.match(line.opening):
        return line.span.start + len(line.report.blocks) if words.BY_WHOM.search(line.opening) else line.block
    home, sections = line.at.section, line.report.sections
    while line.apart and (over := sections[home].parent) is not None:
        title = sections[home].title
        if not words.SIZE.search(title) and not any(f.kind == "money" for f in parse(title)):
            break
        home = over
    return -2 - 2 * home


_KEYED = re.compile(
    rf"(?:FY|CY)?\s?(?:19|20)\d\d[AEFP]?\s?:\s|same\b[^:]{{0,12}}:\s|"
    rf"(?=[^:|]{{2,60}}?(?:[:|]|\s[–—-])\s)[^:|]{{0,60}}?(?:{words.SIZE.pattern}|{words.RATE.pattern}|\bgrowth\b)",
    re.IGNORECASE,
)
"""`Market size 2024: USD 5 million`, `Forecast – …`."""


def _rate_period(
    line: Said, rate: Figure, points: list[Point], outlook: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The years a rate is stated for: the period nearest to it, else the report's own where its words mean that."""
    periods = [f for f in line.figures if f.kind == "period" and f.until is not None]
    if line.kind == "row":
        named = head_of(line, rate) or (line.caption if words.STRONG_RATE.search(line.caption) else "")
        periods = [f for f in parse(named) if f.kind == "period" and f.until is not None] or periods
    if line.kind == "row" and not periods and rate.year is not None:
        return rate.year - 1, rate.year
    percents = [f for f in line.figures if f.kind == "percent" and f is not rate]
    periods = [p for p in periods if not any(_is_compared(line, rate, f, p) for f in percents)]
    if ahead := OVER_YEARS.search(around(line, rate)[0]) and [f for f in periods if f.span.end < rate.span.start]:
        return int(ahead[-1].value), ahead[-1].until or 0
    if periods:
        nearest = min(periods, key=lambda f: abs(f.span.start - rate.span.start))
        return int(nearest.value), nearest.until or 0
    if rate.year is not None and not points and _ONE_YEAR.search(around(line, rate)[0]):
        return rate.year - 1, rate.year
    years = [point[0] for point in points if point[0]]
    meant = outlook is not None and all(outlook[0] - 1 <= year <= outlook[1] for year in years)
    return outlook if meant and words.THROUGHOUT.search(line.text) else None


def _is_compared(line: Said, rate: Figure, other: Figure, period: Figure) -> bool:
    """Whether a period is that of another rate, behind it, with which the rate is compared: `quicker than the "
    "3% of …`."""
    text = line.report.text
    behind = rate.span.end <= other.span.start <= period.span.start
    return behind and bool(_THAN.search(text[rate.span.end : other.span.start]))


_THAN = re.compile(r"\b(?:than|versus|against|compared (?:with|to))\b", re.IGNORECASE)

_ONE_YEAR = re.compile(
    r"\b(?:rose|fell|grew|climbed|slid|slipped|declined|decreased|increased|shrank|rise|fall|drop|increase|decline|"
    r"gain) (?:by|of) "
    r"(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
"""Before the growth of the one year that it is tied to."""


def _is_expected(line: Said, value: _Part, outlook: tuple[int, int] | None) -> bool:
    before, _ = around(line, value.figure)
    if line.kind == "row" or not before:
        base_year = outlook[0] if outlook else None
        return value.year is not None and base_year is not None and value.year > base_year
    return bool(words.EXPECTED.search(_CLAUSE.split(before)[-1][-90:]))


def with_places(claim: Claim, places: tuple[Span, ...]) -> Claim:
    """The claim with more places that say it."""
    return replace(claim, places=tuple(dict.fromkeys((*claim.places, *places))))
