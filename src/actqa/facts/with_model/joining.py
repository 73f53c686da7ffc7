"""The model's located rows beside the grammar's: the same thing once, what differs twice and marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from actqa.facts.names import company_key, key
from actqa.facts.said import said
from actqa.facts.types import (
    Development,
    Dynamic,
    Dynamics,
    Evidence,
    Finder,
    Forecast,
    Player,
    Rejected,
    ReportFacts,
    Segment,
    Segmentation,
    Share,
)
from actqa.facts.with_model.rows import (
    Found,
    FoundDevelopment,
    FoundDynamic,
    FoundForecast,
    FoundPlayer,
    FoundSegment,
    FoundShare,
)
from actqa.reading import Report, Span

BOTH: tuple[Finder, ...] = ("grammar", "model")
MODEL: tuple[Finder, ...] = ("model",)


@dataclass(frozen=True, slots=True)
class Located:
    """A row of the model's, and where it stands."""

    row: Found
    place: Span


Row = TypeVar("Row", Forecast, Share, Player, Development, Dynamic, Segment)
F = TypeVar("F", bound=Found)


def joined(report: Report, facts: ReportFacts, found: Sequence[Located], rejected: Sequence[Rejected]) -> ReportFacts:
    """The facts with the located rows, every quote compared with the text once more."""
    forecasts, shares = list(facts.forecasts), list(facts.shares)
    players, developments = list(facts.players), list(facts.developments)
    dynamics = {group: list(rows) for group, rows in facts.dynamics}
    splits = list(facts.segmentations)
    for forecast, place in _forecasts([it for it in found if isinstance(it.row, FoundForecast)], report):
        _join_forecast(forecasts, forecast, place)
    for it in _parents_first(found):
        at = Evidence.at(report, it.place)
        match it.row:
            case FoundForecast():
                continue
            case FoundShare() as row:
                made = Share(**row.model_dump(exclude={"quote"}), evidence=(at,), found_by=MODEL)
                _join(shares, at, made, lambda a, b: key(a.subject) == key(b.subject), _says_share)
            case FoundPlayer() as row:
                made_player = Player(name=row.name, evidence=(at,), found_by=MODEL)
                _join(players, at, made_player, lambda a, b: company_key(a.name) == company_key(b.name), None)
            case FoundDevelopment() as row:
                event = Development(
                    date=row.date, company=row.company, event=row.event or at.quote, evidence=(at,), found_by=MODEL
                )
                _join(
                    developments,
                    at,
                    event,
                    lambda a, b: company_key(a.company) == company_key(b.company),
                    _says_development,
                )
            case FoundDynamic() as row:
                made_dynamic = Dynamic(name=row.name, evidence=(at,), found_by=MODEL)
                _join(dynamics[row.group], at, made_dynamic, lambda a, b: key(a.name) == key(b.name), None)
            case FoundSegment() as row:
                _join_segment(splits, row, at)
    parts = {
        "forecasts": tuple(forecasts),
        "shares": tuple(shares),
        "players": tuple(players),
        "developments": tuple(developments),
        "dynamics": Dynamics(**{group: tuple(rows) for group, rows in dynamics.items()}),
        "segmentations": tuple(splits),
        "rejected": tuple(rejected),
    }
    return ReportFacts.checked(facts.model_copy(update=parts).model_dump(), report.text)


def _parents_first(found: Sequence[Located]) -> Sequence[Located]:
    """In the model's order, but each segment behind the one that it is a part of."""
    rows = [it.row for it in found if isinstance(it.row, FoundSegment)]
    parents = {(key(row.dimension), key(row.name)): row.parent for row in rows}

    def depth(it: Located) -> int:
        level, row = 0, it.row
        if not isinstance(row, FoundSegment):
            return 0
        parent = row.parent
        while parent is not None and level < DEEPEST:
            level, parent = level + 1, parents.get((key(row.dimension), key(parent)))
        return level

    return sorted(found, key=depth)


DEEPEST = 5
"""Levels of segments; a model may also say that two are parts of each other."""


def _join(
    rows: list[Row],
    at: Evidence,
    new: Row,
    alike: Callable[[Row, Row], bool],
    agree: Callable[[Row, Row], bool] | None,
) -> None:
    """Adds the row; one that says the same becomes found by both, one that reads the same place otherwise is marked."""
    same = [i for i, row in enumerate(rows) if alike(row, new) and (agree is None or agree(row, new))]
    if same:
        rows[same[0]] = _by_both(rows[same[0]], at)
        return
    against = [i for i, row in enumerate(rows) if alike(row, new) and any(_overlap(e, at) for e in row.evidence)]
    for i in against:
        rows[i] = _marked(rows[i])
    rows.append(_marked(new) if against else new)


def _by_both(row: Row, at: Evidence) -> Row:
    known = row.evidence if any(_overlap(e, at) for e in row.evidence) else (*row.evidence, at)
    by = row.found_by if "model" in row.found_by else BOTH
    return row.model_copy(update={"found_by": by, "evidence": tuple(sorted(known, key=lambda e: e.start))})


def _marked(row: Row) -> Row:
    return row.model_copy(update={"disputed": True})


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _forecasts(found: Sequence[Located], report: Report) -> Iterator[tuple[Forecast, Evidence]]:
    """One for each statement: the values and the rate that stand in one place and are of one market."""
    groups: dict[tuple[str, Span], list[FoundForecast]] = {}
    for it in found:
        if isinstance(it.row, FoundForecast):
            groups.setdefault((key(it.row.market), _sentence(report, it.place)), []).append(it.row)
    for (_, place), rows in groups.items():
        units = list(dict.fromkeys(row.unit for row in rows if row.value is not None)) or [""]
        rates = list(dict.fromkeys(row.cagr_percent for row in rows if row.cagr_percent is not None))
        at = Evidence.at(report, place)
        for unit in units:
            values = {row.year: row.value for row in rows if row.value is not None and row.unit == unit}
            yield _forecast(rows[0].market, unit, values, rates.pop(0) if len(rates) == 1 else None, at), at
        for rate in rates:
            yield _forecast(rows[0].market, "", {}, rate, at), at


def _sentence(report: Report, place: Span) -> Span:
    """The sentence or row around a place; the place itself where it is more than one."""
    return next((line.span for line in said(report) if line.span.holds(place)), place)


def _forecast(market: str, unit: str, values: Mapping[int | None, float], rate: float | None, at: Evidence) -> Forecast:
    """From the first year to the last; a value alone is given as the end."""
    years = sorted(values, key=lambda year: year or 0)
    many = len(years) > 1 and None not in years
    return Forecast(
        market=market,
        unit=unit,
        start_year=years[0] if many else None,
        start_value=values[years[0]] if many else None,
        end_year=years[-1] if years else None,
        end_value=values[years[-1]] if years else None,
        cagr_percent=rate,
        points=tuple((year, values[year]) for year in years if year) if len(years) > 2 and many else None,
        evidence=(at,),
        found_by=MODEL,
    )


def _join_forecast(rows: list[Forecast], new: Forecast, at: Evidence) -> None:
    """Joins it to the row that says the same; where a row says some of it, what is left stands beside it."""
    for i, row in enumerate(rows):
        if not _is_of(row, new) or _contradicts(row, new):
            continue
        shared = {year: value for year, value in _points(new).items() if _points(row).get(year) == value}
        rate = new.cagr_percent is not None and row.cagr_percent == new.cagr_percent
        if shared or rate:
            rows[i] = _by_both(row, at)
            left = {year: value for year, value in _points(new).items() if year not in shared}
            if left:
                rows.append(_forecast(new.market, new.unit, left, None, at))
            return
    against = [i for i, row in enumerate(rows) if _is_of(row, new) and _contradicts(row, new) and _overlaps(row, at)]
    for i in against:
        rows[i] = _marked(rows[i])
    rows.append(_marked(new) if against else new)


def _overlaps(row: Forecast, at: Evidence) -> bool:
    return any(_overlap(e, at) for e in row.evidence)


def _points(row: Forecast) -> dict[int | None, float]:
    pairs: list[tuple[Any, Any]] = [
        (row.start_year, row.start_value),
        (row.end_year, row.end_value),
        *(row.points or ()),
    ]
    return {year: value for year, value in pairs if value is not None}


def _is_of(known: Forecast, new: Forecast) -> bool:
    """Whether both are of one market, and of one unit where both have values."""
    named = (
        not new.market
        or not known.market
        or key(known.market) in key(new.market)
        or key(new.market) in key(known.market)
    )
    return named and (known.unit == new.unit or not _points(known) or not _points(new))


def _contradicts(known: Forecast, new: Forecast) -> bool:
    """Whether one year has two values, or both have a rate and not the same."""
    there = _points(known)
    if any(year in there and there[year] != value for year, value in _points(new).items()):
        return True
    return None not in (known.cagr_percent, new.cagr_percent) and known.cagr_percent != new.cagr_percent


def _says_share(known: Share, new: Share) -> bool:
    return known.percent == new.percent and (None in (known.year, new.year) or known.year == new.year)


def _says_development(known: Development, new: Development) -> bool:
    return known.date[:4] == new.date[:4] and (len(known.date) != len(new.date) or known.date == new.date)


def _join_segment(splits: list[Segmentation], row: FoundSegment, at: Evidence) -> None:
    """To the dimension of its name, or a new one; where another dimension has it at the same place, both are marked."""
    new = Segment(name=row.name, evidence=(at,), found_by=MODEL)
    own = next((i for i, split in enumerate(splits) if key(split.dimension) == key(row.dimension)), None)
    if own is None:
        splits.append(Segmentation(dimension=row.dimension, segments=()))
        own = len(splits) - 1
    for i, split in enumerate(splits):
        if i != own and any(
            key(it.name) == key(new.name) and any(_overlap(e, at) for e in it.evidence) for it in split.segments
        ):
            new = _marked(new)
            splits[i] = split.model_copy(
                update={
                    "segments": tuple(_marked(it) if key(it.name) == key(new.name) else it for it in split.segments)
                }
            )
    splits[own] = splits[own].model_copy(update={"segments": _with_segment(splits[own].segments, new, row.parent, at)})


def _with_segment(segments: tuple[Segment, ...], new: Segment, parent: str | None, at: Evidence) -> tuple[Segment, ...]:
    """The segments with one more, or with one that both have found, wherever in the tree it stands."""
    changed, known = _found_again(segments, new, at)
    if known:
        return changed
    if parent is not None:
        changed, put = _under(segments, new, key(parent))
        if put:
            return changed
    return (*segments, new)


def _found_again(segments: tuple[Segment, ...], new: Segment, at: Evidence) -> tuple[tuple[Segment, ...], bool]:
    """Marks the segment as found by both; whether there is one."""
    out, known = [], False
    for segment in segments:
        children, is_below = _found_again(segment.children, new, at)
        if key(segment.name) == key(new.name):
            segment = _by_both(segment, at)
            known = True
        known |= is_below
        out.append(segment.model_copy(update={"children": children}))
    return tuple(out), known


def _under(segments: tuple[Segment, ...], new: Segment, parent: str) -> tuple[tuple[Segment, ...], bool]:
    """Puts it under the segment of that name; whether there is one."""
    for at, segment in enumerate(segments):
        if key(segment.name) == parent:
            made = segment.model_copy(update={"children": (*segment.children, new)})
            return (*segments[:at], made, *segments[at + 1 :]), True
        below, put = _under(segment.children, new, parent)
        if put:
            return (*segments[:at], segment.model_copy(update={"children": below}), *segments[at + 1 :]), True
    return segments, False
