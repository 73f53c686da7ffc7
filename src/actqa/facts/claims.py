"""Figures of a sentence or row put together: which values and which rate are said of one thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from actqa.facts import outlook as words
from actqa.facts.labels import labelled
from actqa.facts.owners import Owners, is_beside, is_news, names_market
from actqa.facts.said import Said
from actqa.facts.scope import scopes
from actqa.facts.shares import around, is_rate, named_by
from actqa.figures import Figure, parse
from actqa.figures.arithmetic import base, same
from actqa.reading import Span
from actqa.reading.grammar import PROMOTION

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
    """Number of the paragraph or item it stands in; of rows and keyed lines, one below 0 for all that stand "
    "together."""

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


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report as a whole says that its statements rely on."""

    period: tuple[int, int] | None
    """What it means by its forecast period."""
    parts: frozenset[str]
    """Names of segments, in lower case."""
    owners: Owners


def claims(lines: Sequence[Said], setting: Setting) -> list[Claim]:
    """Claims in the order of the report."""
    lines = labelled(lines)
    out: list[Claim] = []
    for at, line in enumerate(lines):
        earlier = [said for said in lines[max(0, at - 6) : at] if said.block == line.block]
        out += [_claim(group, setting.period) for group in _groups(_parts(line, earlier, setting))]
    return out


def _parts(line: Said, earlier: Sequence[Said], setting: Setting) -> list[_Part]:
    if not line.figures or is_beside(line) or (PROMOTION.search(line.text) and line.kind != "row"):
        return []
    values = {f for f in line.figures if is_size(line, f, setting.owners)}
    told = [f for f in line.figures if f in values or (f.kind == "percent" and is_growth(line, f))]
    markets = scopes(line, earlier, told, setting.parts)
    return [
        _Part(
            line, figure, figure in values, _year(line, figure, setting, earlier) if figure in values else None, market
        )
        for figure, market in zip(told, markets, strict=True)
    ]


def is_size(line: Said, figure: Figure, owners: Owners) -> bool:
    """Whether the figure is the size of a market or of a part of one."""
    if figure.kind not in {"money", "quantity"}:
        return False
    thing = base(figure.value, figure.unit)[1]
    if figure.kind == "quantity" and (not thing or thing in words.COUNTED_ASIDE) and line.kind != "row":
        return False
    if thing in words.COUNTED_ASIDE:
        return False
    before, after = around(line, figure)
    clause = re.split(r";|\.\s", before)[-1] + re.split(r"[;,.](?:\s|$)", after)[0]
    if words.INCREMENT.search(before) or _IN_RANGE.search(before) or words.NOT_A_SIZE.search(clause):
        return False
    if is_news(line) and not names_market(clause):
        return False
    if figure.kind == "money" and " " not in figure.unit and figure.value < LEAST_SUM:
        return False
    if line.kind != "row" and owners.company(before):
        return False
    return figure.year is not None or bool(words.SIZE.search(line.opening) or words.SAME_YEAR.search(line.opening))


NEAR = 40
"""Characters between a value and the fiscal year behind it."""

LEAST_SUM = 1_000_000
"""What is less, and written without a scale, is a price."""

_IN_RANGE = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d\b)[\d.,]+\s?(?:to|-|–|and)\s*(?:\S{1,4}\s?)?$")
"""Right before a value: it ends a range, which states no size."""


def is_growth(line: Said, figure: Figure) -> bool:
    """Whether the percentage is a growth rate of a market or of a part of one."""
    if not figure.text.lstrip("+-−– ")[:1].isdigit() or (figure.text.startswith("+") and line.kind != "row"):
        return False
    if line.kind == "row":
        return is_rate(line, figure) and not words.ASIDE_HEADS.search(named_by(line, figure))
    _before, after = around(line, figure)
    return is_rate(line, figure) or bool(_COMPARED.match(after))


_COMPARED = re.compile(
    r"^\s*(?:more|less|fewer|higher|lower|up|down)\b[^.;%]{0,60}?\bthan (?:in |during )?(?:the |a |one )?(?:year|"
    r"previous|prior)\b",
    re.IGNORECASE,
)
"""Behind a percentage: it is the growth of one year."""


def _year(line: Said, figure: Figure, setting: Setting, earlier: Sequence[Said]) -> int | None:
    """The year of a value: its own, that of a fiscal year beside it, what `at present` means, or one said before."""
    if figure.year is not None:
        return figure.year
    return _year_meant(line, figure, setting.period) or _year_said_before(line, figure, setting, earlier)


def _year_said_before(line: Said, figure: Figure, setting: Setting, earlier: Sequence[Said]) -> int | None:
    """The year of the value before it in the paragraph, of one kind (expected or not), or that of the list's "
    "heading."""
    if any(f.kind in {"year", "period"} for f in line.figures):
        return None
    before, _ = around(line, figure)
    expected = bool(words.EXPECTED.search(before[-90:]))
    for said in earlier[-1:]:
        for other in reversed([f for f in said.figures if f.year and is_size(said, f, setting.owners)]):
            ahead, _ = around(said, other)
            if bool(words.EXPECTED.search(ahead[-90:])) == expected or words.SAME_YEAR.search(line.text):
                return other.year
    title = line.titles[-1] if len(line.titles) > 1 and line.kind != "paragraph" else ""
    years = [f for f in parse(title) if f.kind in {"year", "period"}]
    return int(years[0].value) if len(years) == 1 and years[0].kind == "year" else None


def _year_meant(line: Said, figure: Figure, period: tuple[int, int] | None) -> int | None:
    before, after = around(line, figure)
    fiscal = [f for f in line.figures if f.kind == "period" and f.until == int(f.value) + 1]
    if fiscal:
        behind = [f for f in fiscal if 0 <= f.span.start - figure.span.end < NEAR]
        return (behind or fiscal)[0].until
    ahead = [f for f in line.figures if f.kind == "period" and f.span.end <= figure.span.start and f.until]
    if ahead and words.FROM.search(before):
        return int(ahead[-1].value)
    if ahead and words.UP_TO.search(before):
        return ahead[-1].until
    if period and words.NOW.search(after[:40]):
        return period[0]
    if period and words.AT_THE_END.search(after[:60]):
        return period[1]
    return None


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
    before, _ = around(part.line, part.figure)
    falls = part.line.kind != "row" and not part.figure.text.startswith("+") and words.DECLINE.search(before)
    return -value if falls and value > 0 else value


def _together(line: Said) -> int:
    """The number of what it is put together with: a table's rows, or a section's lines that each key a figure."""
    if line.kind == "row":
        return -1 - 2 * line.at.group
    return -2 - 2 * line.at.section if line.apart or _KEYED.match(line.opening) else line.block


_KEYED = re.compile(
    rf"(?=[^:|–—]{{2,60}}\s?[:|–—]\s)[^:|–—]{{0,60}}?(?:{words.SIZE.pattern}|{words.RATE.pattern}|\bgrowth\b)",
    re.IGNORECASE,
)
"""`Market size 2024: USD 5 million`, `Forecast – …`."""


def _rate_period(
    line: Said, rate: Figure, points: list[Point], outlook: tuple[int, int] | None
) -> tuple[int, int] | None:
    """The years a rate is stated for: the period nearest to it, else the report's own where its words mean that."""
    periods = [f for f in line.figures if f.kind == "period" and f.until is not None]
    if periods:
        nearest = min(periods, key=lambda f: abs(f.span.start - rate.span.start))
        return int(nearest.value), nearest.until or 0
    years = [point[0] for point in points if point[0]]
    meant = outlook is not None and all(outlook[0] - 1 <= year <= outlook[1] for year in years)
    return outlook if meant and words.THROUGHOUT.search(line.text) else None


def _is_expected(line: Said, value: _Part, outlook: tuple[int, int] | None) -> bool:
    before, _ = around(line, value.figure)
    if line.kind == "row" or not before:
        base_year = outlook[0] if outlook else None
        return value.year is not None and base_year is not None and value.year > base_year
    return bool(words.EXPECTED.search(before[-90:]))


def with_places(claim: Claim, places: tuple[Span, ...]) -> Claim:
    """The claim with more places that say it."""
    return replace(claim, places=tuple(dict.fromkeys((*claim.places, *places))))
