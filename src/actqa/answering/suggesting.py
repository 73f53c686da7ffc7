"""Questions to begin with, made from what a report states, so that each has its answer."""

from collections.abc import Callable, Iterable, Iterator

from actqa.answering.across.briefs import is_money
from actqa.facts import ReportFacts
from actqa.facts.types import Forecast
from actqa.places import is_region

MOST = 5
PER_REPORT = 2
"""Questions from one report where all are asked."""


def questions_for(facts: ReportFacts) -> tuple[str, ...]:
    """Questions to one report, what is asked most first; none where it states nothing."""
    return tuple(dict.fromkeys(found for make in MAKERS for found in make(facts)))[:MOST]


def questions_across(reports: Iterable[ReportFacts]) -> tuple[str, ...]:
    """Questions to all reports, each naming the market it is about; to one alone its own.

    Takes no more reports than it needs.
    """
    seen, turns = [], []
    for facts in reports:
        seen.append(facts)
        own = [question for ask in NAMED if (question := ask(facts.report.market, facts))]
        if own and facts.report.market.lower().endswith(("market", "industry")):
            turns.append(own[:PER_REPORT])
        if len(turns) == MOST:
            break
    if len(seen) == 1:
        return questions_for(seen[0])
    spread = [own[place] for place in range(PER_REPORT) for own in turns if place < len(own)]
    return tuple(dict.fromkeys(spread))[:MOST]


def _whole(facts: ReportFacts) -> Iterator[Forecast]:
    """Forecasts of the market that the report is about, money first."""
    market = facts.report.market.lower()
    own = [row for row in facts.forecasts if row.market.lower() == market]
    yield from sorted(own, key=lambda row: not is_money(row.unit.split(" ")[0]))


def _size(facts: ReportFacts) -> Iterator[str]:
    for row in _whole(facts):
        if row.end_value is not None and row.end_year is not None:
            yield f"What is the market size in {row.end_year}?"
            return
    for row in _whole(facts):
        if row.start_value is not None and row.start_year is not None:
            yield f"What is the market size in {row.start_year}?"
            return


def _rate(facts: ReportFacts) -> Iterator[str]:
    if any(row.cagr_percent is not None for row in _whole(facts)):
        yield "What is the expected CAGR?"


def _growth(facts: ReportFacts) -> Iterator[str]:
    for row in _whole(facts):
        if row.start_value and row.end_value and row.start_year and row.end_year:
            yield f"By how much does the market grow from {row.start_year} to {row.end_year}?"
            return


def _leader(facts: ReportFacts) -> Iterator[str]:
    regions = [share for share in facts.shares if is_region(share.subject)]
    if regions:
        yield f"What share does {max(regions, key=lambda share: share.percent).subject} hold?"


def _players(facts: ReportFacts) -> Iterator[str]:
    if facts.players:
        yield "Who are the key players?"


def _why(facts: ReportFacts) -> Iterator[str]:
    if facts.dynamics.drivers:
        yield "What drives the market?"
    elif facts.dynamics.restraints:
        yield "What holds the market back?"


def _segments(facts: ReportFacts) -> Iterator[str]:
    for one in facts.segmentations:
        if not any(is_region(segment.name) for segment in one.segments):
            yield f"How is the market segmented by {one.dimension.lower()}?"
            return


MAKERS: tuple[Callable[[ReportFacts], Iterator[str]], ...] = (
    _size,
    _rate,
    _leader,
    _players,
    _why,
    _segments,
    _growth,
)
"""What is asked most comes first."""


def _named_size(market: str, facts: ReportFacts) -> str:
    row = next((row for row in _whole(facts) if row.end_value is not None and row.end_year), None)
    return f"How large will the {market} be in {row.end_year}?" if row else ""


def _named_rate(market: str, facts: ReportFacts) -> str:
    return f"What CAGR is expected for the {market}?" if any(_rate(facts)) else ""


def _named_players(market: str, facts: ReportFacts) -> str:
    return f"Who are the key players in the {market}?" if facts.players else ""


NAMED: tuple[Callable[[str, ReportFacts], str], ...] = (_named_size, _named_rate, _named_players)
