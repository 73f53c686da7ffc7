"""A report in brief, from its facts alone: what is kept of every report, however many there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from actqa.answering.asked.places import places_in
from actqa.answering.asked.words import stem, stems, words
from actqa.answering.seen.names import Names
from actqa.facts import ReportFacts
from actqa.facts.types import Forecast
from actqa.figures.arithmetic import base
from actqa.index.encoder import Encoder
from actqa.places import canonical, is_place

LONGEST_LABEL = 70
_MARKET = {"market", "markets", "industry"}


def is_money(thing: str) -> bool:
    """Whether a unit without its scale is a currency."""
    return len(thing) == 3 and thing.isupper() and thing != "TEU"


@dataclass(frozen=True)
class Size:
    """A size of a whole market."""

    year: int
    value: Decimal
    thing: str
    """A currency, or what is counted."""

    @property
    def is_money(self) -> bool:
        """Whether it is in a currency."""
        return is_money(self.thing)


@dataclass(frozen=True)
class Brief:
    """What tells one report from others, and where it would rank; answers are composed from the report itself."""

    id: str
    label: str
    """How answers call the report: by its market."""
    subject: frozenset[str]
    """Stems of the market's name, but for places."""
    head: str
    """Stem of the thing the name ends in: toothbrush, of electric toothbrushes."""
    initials: str
    sizes: tuple[Size, ...]
    growth: tuple[float, ...]
    """Stated growth rates of the whole market, the best supported first."""
    shares: tuple[tuple[str, float], ...]
    """Subject, its place where it is one, and percentage."""
    places: frozenset[str]
    """Canonical names of places that its tables name."""
    names: Names


def brief(facts: ReportFacts, encoder: Encoder) -> Brief:
    """The report in brief."""
    market = _market(facts)
    own = [part for w in words(_without_places(market)) if w not in _MARKET for part in w.split("-")]
    subject = stems(" ".join(own))
    named = [w for w in own if stem(w) in subject]
    told = stems(facts.report.market)
    whole = [f for f in facts.forecasts if f.market == facts.report.market or stems(f.market) == told]
    shares = tuple((canonical(s.subject) if is_place(s.subject) else s.subject, s.percent) for s in facts.shares)
    return Brief(
        id=facts.report.id,
        label=_label(market),
        subject=subject,
        head=stem(named[-1]) if named else "",
        initials="".join(w[0] for w in named),
        sizes=tuple(_sizes(whole)),
        growth=_growth(whole),
        shares=shares,
        places=frozenset(_places(facts)),
        names=Names(facts, subject, encoder),
    )


def _market(facts: ReportFacts) -> str:
    return " ".join((facts.report.market or facts.report.title).split())


_OPENING = re.compile(r"^(?:the )?(?:global |world(?:wide)? )?", re.IGNORECASE)
_YEARS = re.compile(r"[\s,(–-]*\b(?:19|20)\d\d\b\)?")


def _label(market: str) -> str:
    """The market's name as a title; years are no part of it."""
    bare = _YEARS.sub("", _OPENING.sub("", market)).strip() or market
    titled = bare if any(c.isupper() for c in bare) else " ".join(w[:1].upper() + w[1:] for w in bare.split())
    return titled if len(titled) <= LONGEST_LABEL else f"{titled[:LONGEST_LABEL].rsplit(' ', 1)[0]}…"


def _without_places(market: str) -> str:
    for place in places_in(market):
        market = re.sub(rf"\b{re.escape(place)}\b", " ", market, flags=re.IGNORECASE)
    return market


def _sizes(whole: list[Forecast]) -> Iterator[Size]:
    for row in whole:
        stated = dict(row.points or ())
        for year, value in ((row.start_year, row.start_value), (row.end_year, row.end_value)):
            if year is not None and value is not None:
                stated.setdefault(year, value)
        for year, value in stated.items():
            amount, thing = base(Decimal(str(value)), row.unit)
            yield Size(year, amount, thing)


def _growth(whole: list[Forecast]) -> tuple[float, ...]:
    """The rates, those said most often first; one of a past period comes behind one of a later."""
    rated = [(row, row.cagr_percent) for row in whole if row.cagr_percent is not None]
    latest = max((row.period[1] for row, _ in rated if row.period), default=0)
    rated.sort(key=lambda it: (bool(it[0].period and it[0].period[1] < latest), -len(it[0].evidence)))
    return tuple(rate for _, rate in rated)


def _places(facts: ReportFacts) -> Iterator[str]:
    named = [
        segment.name for split in facts.segmentations for top in split.segments for segment in (top, *top.children)
    ]
    named += [row.market for row in facts.forecasts] + [share.subject for share in facts.shares]
    yield from (canonical(name) for name in named if is_place(name))
    yield from places_in(_market(facts))
