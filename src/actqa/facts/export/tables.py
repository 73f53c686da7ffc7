"""Which tables there are, their columns and their rows; a format only writes down what stands here.

Columns are named as in the JSON. Those of every table come last: the first quote with its page and offsets, how many
places say the same, and a link that opens the report there. Where a language model had a part in the facts, two more
say who found the row, and whether grammar and model read its place differently.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args
from urllib.parse import quote

from actqa.facts.export.cells import Cell, written
from actqa.facts.types import Evidence, Found, ReportFacts, Segment

Kind = Literal["report", "forecasts", "segments", "players", "shares", "developments", "dynamics", "conflicts"]
KINDS: tuple[Kind, ...] = get_args(Kind)
What = Literal["all", Kind]
"""A table, or all of them."""

BASE = "http://127.0.0.1:8765/"
"""Where `actqa serve` shows reports, with its settings as they are by default."""

WHERE = ("quote", "page", "start", "end", "places", "link")
WHO = ("found_by", "disputed")
JOINED = "; "
STEP = " › "


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows of as many cells."""

    kind: Kind
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Row = tuple[tuple[Cell, ...], Sequence[Evidence] | Found]
"""What stands in it, and where that is said, with who found it."""


def table(facts: ReportFacts, kind: Kind, base: str = BASE) -> Table:
    """The table of this kind; `base` is the address of the server that the links lead to."""
    columns, rows = _TABLES[kind]
    place = f"{base.rstrip('/')}/#report={quote(facts.report.id)}"
    found = list(rows(facts))
    who = WHO if any("model" in of.found_by for _, of in found if isinstance(of, Found)) else ()
    made = tuple((*cells, *_where(of, place), *(_who(of) if who else ())) for cells, of in found)
    return Table(kind, (*columns, *WHERE, *who), made)


def kinds_of(what: What) -> tuple[Kind, ...]:
    """The kinds that a word on the command line or in a URL means."""
    return KINDS if what == "all" else (what,)


def part_of(facts: ReportFacts, what: What) -> Any:
    """The facts, or the part of this kind, as they become JSON."""
    return facts if what == "all" else getattr(facts, "segmentations" if what == "segments" else what)


def _who(of: Sequence[Evidence] | Found) -> tuple[Cell, ...]:
    return (JOINED.join(of.found_by), "yes" if of.disputed else None) if isinstance(of, Found) else (None, None)


def _where(of: Sequence[Evidence] | Found, place: str) -> tuple[Cell, ...]:
    evidence = of.evidence if isinstance(of, Found) else of
    if not evidence:
        return (None,) * len(WHERE)
    first = evidence[0]
    link = f"{place}&start={first.start}&end={first.end}"
    return first.quote, first.page, first.start, first.end, len(evidence), link


def _report(facts: ReportFacts) -> Iterator[Row]:
    for field in type(facts.report).model_fields:
        value = getattr(facts.report, field)
        if field not in {"evidence", "revision"} and value is not None:
            cell = f"{value[0]}–{value[1]}" if isinstance(value, tuple) else value
            yield (field, cell), facts.report.evidence.get(field, ())


def _forecasts(facts: ReportFacts) -> Iterator[Row]:
    for it in facts.forecasts:
        points = JOINED.join(f"{year}: {written(value)}" for year, value in it.points or ())
        yield (
            (
                it.market,
                it.unit or None,
                it.start_year,
                it.start_value,
                it.end_year,
                it.end_value,
                it.cagr_percent,
                *(it.period or (None, None)),
                it.implied_cagr_percent,
                points or None,
            ),
            it,
        )


def _segments(facts: ReportFacts) -> Iterator[Row]:
    for split in facts.segmentations:
        for path, segment in _walk(split.segments, ()):
            yield (split.dimension, len(path), segment.name, STEP.join(path)), segment


def _walk(segments: Sequence[Segment], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Segment]]:
    for segment in segments:
        path = (*above, segment.name)
        yield path, segment
        yield from _walk(segment.children, path)


def _players(facts: ReportFacts) -> Iterator[Row]:
    for it in facts.players:
        yield (it.name, it.note or None, JOINED.join(it.listed_in) or None), it


def _shares(facts: ReportFacts) -> Iterator[Row]:
    for it in facts.shares:
        yield (it.subject, it.percent, it.qualifier, it.year), it


def _developments(facts: ReportFacts) -> Iterator[Row]:
    for it in facts.developments:
        yield (it.date, it.company, it.event), it


def _dynamics(facts: ReportFacts) -> Iterator[Row]:
    for field in type(facts.dynamics).model_fields:
        for it in getattr(facts.dynamics, field):
            yield (field, it.name), it


def _conflicts(facts: ReportFacts) -> Iterator[Row]:
    for it in facts.conflicts:
        yield (it.kind, it.summary), it.evidence


_FORECAST = (
    "market unit start_year start_value end_year end_value cagr_percent period_start period_end implied_cagr_percent "
    "points"
)

_TABLES: Mapping[Kind, tuple[tuple[str, ...], Callable[[ReportFacts], Iterator[Row]]]] = {
    "report": (("field", "value"), _report),
    "forecasts": (tuple(_FORECAST.split()), _forecasts),
    "segments": (("dimension", "level", "name", "path"), _segments),
    "players": (("name", "note", "listed_in"), _players),
    "shares": (("subject", "percent", "qualifier", "year"), _shares),
    "developments": (("date", "company", "event"), _developments),
    "dynamics": (("kind", "name"), _dynamics),
    "conflicts": (("kind", "summary"), _conflicts),
}
