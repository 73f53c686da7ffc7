"""The facts that a model is told, in one line each: those said in what was found, best first."""

from collections.abc import Iterator, Sequence

from actqa.answering.draft import Asked
from actqa.facts.types import Evidence, Forecast, Segment
from actqa.reading import Span

MOST = 14
LISTED = 40
"""Names of one list."""

Told = tuple[str, tuple[Span, ...]]
"""A line, and where it is said."""


def told_facts(asked: Asked) -> list[Told]:
    """In the order in which the places that say them were found; lists of the topic asked for come first."""
    ranks = {hit.unit: rank for rank, hit in enumerate(asked.found)}
    starts = sorted((u.unit.content.start, ranks[at]) for at, u in enumerate(asked.view.units) if at in ranks)
    topic = asked.question.topic

    def rank(fact: tuple[str, Told]) -> int:
        kind, (_, places) = fact
        own = [
            rank
            for start, rank in starts
            if any(p.start <= start < p.end or start <= p.start < start + 1 for p in places)
        ]
        return -1 if kind == topic else min(own, default=len(ranks))

    found = [(rank(fact), fact[1]) for fact in _all(asked)]
    return [told for at, told in sorted(found, key=lambda it: it[0]) if at < len(ranks)][:MOST]


def _all(asked: Asked) -> Iterator[tuple[str, Told]]:
    """Every fact, with the topic of a question that asks for it."""
    facts = asked.view.facts
    for row in facts.forecasts:
        yield "", (_forecast(row), _places(row.evidence))
    for share in facts.shares:
        qualifier = "" if share.qualifier == "exact" else f"{share.qualifier} "
        when = f" ({share.year})" if share.year else ""
        yield "", (f"Share of {share.subject}: {qualifier}{share.percent:g}%{when}", _places(share.evidence))
    for event in facts.developments:
        yield "", (f"{event.date}, {event.company}: {event.event}", _places(event.evidence))
    for kind, rows in facts.dynamics:
        if rows:
            yield kind, (f"{kind.capitalize()}: {_names(rows)}", _of_all(rows))
    for split in facts.segmentations:
        yield "segments", (f"Segments by {split.dimension}: {_names(split.segments)}", _of_all(split.segments))
    if facts.players:
        yield "players", (f"Companies: {_names(facts.players)}", _of_all(facts.players))


def _forecast(row: Forecast) -> str:
    ends = [f"{value:,.10g} {row.unit} in {year}" for year, value in _points(row)]
    rate = [f"{row.cagr_percent:g}% a year"] if row.cagr_percent is not None else []
    return f"{row.market or 'The market'}: {', '.join([*ends, *rate])}"


def _points(row: Forecast) -> Iterator[tuple[int | str, float]]:
    for year, value in row.points or ((row.start_year, row.start_value), (row.end_year, row.end_value)):
        if value is not None:
            yield year or "a year not said", value


def _names(rows: Sequence[object]) -> str:
    return ", ".join(str(getattr(row, "name", "")) for row in rows[:LISTED])


def _of_all(rows: Sequence[object]) -> tuple[Span, ...]:
    """Where each is said first, its segments included."""
    spans = [span for row in rows[:LISTED] for span in _places(getattr(row, "evidence", ())[:1])]
    inner = [span for row in rows if isinstance(row, Segment) for span in _of_all(row.children)]
    return tuple(dict.fromkeys((*spans, *inner)))


def _places(evidence: Sequence[Evidence]) -> tuple[Span, ...]:
    return tuple(Span(it.start, it.end) for it in evidence)
