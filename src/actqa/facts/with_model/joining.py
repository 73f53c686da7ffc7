"""The model's located rows beside the grammar's: the same thing once, what differs twice and marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from actqa.facts.names import company_key, key
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
    for it in found:
        at = Evidence.at(report, it.place)
        match it.row:
            case FoundForecast() as row:
                _join(forecasts, at, _forecast(row, at), _alike_forecast, _says_forecast)
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


def _forecast(row: FoundForecast, at: Evidence) -> Forecast:
    """A value alone is the end of a forecast as much as its start: it is given as the one whose year is known."""
    return Forecast(
        market=row.market,
        unit=row.unit if row.value is not None else "",
        end_year=row.year if row.value is not None else None,
        end_value=row.value,
        cagr_percent=row.cagr_percent,
        evidence=(at,),
        found_by=MODEL,
    )


def _points(row: Forecast) -> dict[int | None, float]:
    pairs: list[tuple[Any, Any]] = [
        (row.start_year, row.start_value),
        (row.end_year, row.end_value),
        *(row.points or ()),
    ]
    return {year: value for year, value in pairs if value is not None}


def _alike_forecast(known: Forecast, new: Forecast) -> bool:
    """Whether both are of one market, in one unit, and of one year or both a rate."""
    named = (
        not new.market
        or not known.market
        or key(known.market) in key(new.market)
        or key(new.market) in key(known.market)
    )
    if new.cagr_percent is not None and new.end_value is None:
        return named and known.cagr_percent is not None
    return named and known.unit == new.unit and new.end_year in _points(known)


def _says_forecast(known: Forecast, new: Forecast) -> bool:
    if new.cagr_percent is not None and known.cagr_percent != new.cagr_percent:
        return False
    return new.end_value is None or _points(known).get(new.end_year) == new.end_value


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
        segments = list(split.segments)
        for j, segment in enumerate(segments):
            is_same = key(segment.name) == key(new.name)
            if is_same and i == own:
                segments[j] = _by_both(segment, at)
                new = segments[j]
            elif is_same and any(_overlap(e, at) for e in segment.evidence):
                segments[j], new = _marked(segment), _marked(new)
        splits[i] = split.model_copy(update={"segments": tuple(segments)})
    if new.found_by == MODEL and all(key(s.name) != key(new.name) for s in splits[own].segments):
        splits[own] = splits[own].model_copy(update={"segments": (*splits[own].segments, new)})
