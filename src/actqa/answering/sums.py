"""Composes the answer to a question whose figure has to be worked out from figures that the report states."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.finding import Match, find, rivals_of
from actqa.answering.names import Name
from actqa.answering.operations import Computed
from actqa.answering.slots import Slots
from actqa.answering.stated import Stated
from actqa.answering.words import stems
from actqa.figures.arithmetic import base
from actqa.reading import Span

FIRST = ("doubling", "rate", "value", "gap", "multiple", "change", "price", "proportion")
"""Operations that are meant whatever the report states; of the others the stated figure comes first."""
IN_DOUBT = {"over", "up to", "nearly"}
"""Qualifiers of a figure that is not exact enough to be worked with."""
WHOLE = Slots((), frozenset(), frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class _Worked:
    """A sum and what it is of."""

    computed: Computed
    places: tuple[Span, ...]
    lead: str
    """What the result is said to be, up to the result: `From 2024 to 2031 the market adds`."""


def worked_out(asked: Asked) -> Drafted | None:
    """The sum that the question asks for; None where it asks for none, or the report does not state its operands."""
    question = asked.question
    implied = {"yoy": "yearly", "size": "part", "contribution": "contribution"}.get(question.metric, "")
    ways = _WAYS.get(question.operation or implied)
    for way in ways or ():
        try:
            worked = way(asked)
            if worked is not None:
                return _drafted(worked)
        except (ValueError, ArithmeticError):
            continue
    return None


def _drafted(worked: _Worked) -> Drafted:
    computed = worked.computed
    text = f"{worked.lead} {computed.text} (computed: {computed.formula})."
    places = tuple(dict.fromkeys(worked.places))
    return Drafted((Draft(text, places, computed.operands, computed),))


# Operands ------------------------------------------------------------------------------------------------------------


def _sizes(asked: Asked, slots: Slots, year: int | None, unit: str | None = None) -> list[Match]:
    """Sizes of what the slots say, in the year."""
    wanted = asked.question.unit if unit is None else unit
    question = replace(asked.question, metric="size", years=(year,) if year else (), unit=wanted)
    return [m for m in find(question, slots, asked.view, asked.near) if m.stated.metric != "price"]


def _shares(asked: Asked, slots: Slots, years: tuple[int, ...], metric: str = "share") -> list[Match]:
    question = replace(asked.question, metric=metric, years=years, unit="")
    return [m for m in find(question, slots, asked.view, asked.near) if m.stated.figure.qualifier not in IN_DOUBT]


def _pairs(asked: Asked, slots: Slots) -> Iterator[tuple[Match, Match]]:
    """Start and end sizes of one thing, the most telling pair first: said together, and by the report itself."""
    years = sorted(asked.question.years)
    if len(years) >= 2:
        starts, ends = _sizes(asked, slots, years[0]), _sizes(asked, slots, years[-1])
    else:
        all_sizes = [m for m in _sizes(asked, slots, None) if m.stated.year]
        if years:
            before = [m for m in all_sizes if (m.stated.year or 0) < years[0]]
            starts, ends = before, [m for m in all_sizes if m.stated.year == years[0]]
            if not ends or not starts:
                starts, ends = [m for m in all_sizes if m.stated.year == years[0]], all_sizes
        else:
            starts, ends = all_sizes, all_sizes
    found = [(a, b) for a in starts[:12] for b in ends[:12] if _can_go_together(a.stated, b.stated)]
    found.sort(key=lambda pair: -_weigh(*pair))
    yield from found


def _can_go_together(start: Stated, end: Stated) -> bool:
    if (start.year or 0) >= (end.year or 0):
        return False
    return base(start.figure.value, start.figure.unit)[1] == base(end.figure.value, end.figure.unit)[1]


def _weigh(start: Match, end: Match) -> float:
    together = 1.0 if start.stated.unit is end.stated.unit else 0.0
    row = 0.5 if start.stated.subject == end.stated.subject and start.stated.is_known else 0.0
    span = 0.02 * ((end.stated.year or 0) - (start.stated.year or 0))
    return start.score + end.score + together + row + span


def _entities(asked: Asked) -> list[Slots]:
    """The things that the question compares or adds, in its order."""
    slots = asked.slots
    places = [
        Slots((), frozenset(), frozenset(), frozenset({p}), ()) for p in asked.question.places if p in slots.places
    ]
    names = [Slots((n,), n.stems, frozenset(), frozenset(), ()) for n in _in_order(asked)]
    return [*places, *names]


def _in_order(asked: Asked) -> list[Name]:
    order = {s: at for at, w in enumerate(asked.question.terms) for s in stems(w)}
    return sorted(asked.slots.names, key=lambda n: min((order.get(s, 99) for s in n.stems), default=99))


def _spot(*matches: Match) -> tuple[Span, ...]:
    """Where the operands stand; of a row also the heads, which name the year."""
    units = [m.stated.unit for m in matches]
    return (*(unit.unit.content for unit in units), *(unit.head for unit in units if unit.head is not None))


def _named(slots: Slots) -> str:
    if slots.places:
        return " and ".join(sorted(slots.places))
    if slots.names:
        return " and ".join(n.text for n in slots.names)
    return "the market"


# The ways ------------------------------------------------------------------------------------------------------------


def _of_pair(operation: str, lead: str) -> Callable[[Asked], _Worked | None]:
    """A sum over the start and end value of one thing; `lead` may use {start}, {end} and {what}."""

    def work(asked: Asked) -> _Worked | None:
        for start, end in _pairs(asked, asked.slots):
            since, until = start.stated.year, end.stated.year
            if since is None or until is None:
                continue
            computed = Computed(operation, (end.stated.figure, start.stated.figure), until - since, None)
            said = lead.format(start=since, end=until, what=_named(asked.slots))
            return _Worked(computed, _spot(end, start), said)
        return None

    return work


def _between(operation: str, lead: str) -> Callable[[Asked], _Worked | None]:
    """A sum over two things: their shares, or their sizes in one year."""

    def work(asked: Asked) -> _Worked | None:
        things = _entities(asked)
        if len(things) < 2:
            return None
        year = asked.question.years[:1]
        for read in (_rates_or_shares, _sizes_of):
            one, other = read(asked, things[0], year), read(asked, things[1], year)
            if one and other:
                a, b = one[0], other[0]
                if (
                    operation == "gap"
                    and a.stated.figure.value < b.stated.figure.value
                    and a.stated.figure.unit == b.stated.figure.unit
                ):
                    a, b = b, a
                computed = Computed(operation, (a.stated.figure, b.stated.figure), 0, year[0] if year else None)
                said = lead.format(one=_named(things[0]), other=_named(things[1]))
                return _Worked(computed, _spot(a, b), said)
        return None

    return work


def _rates_or_shares(asked: Asked, slots: Slots, years: tuple[int, ...]) -> list[Match]:
    metric = asked.question.metric
    if asked.question.unit and metric not in {"share", "growth", "contribution"}:
        return []
    if metric == "growth":
        return _shares(asked, slots, (), "growth")
    if metric == "contribution":
        return _shares(asked, slots, (), "contribution")
    return _shares(asked, slots, years) if metric in {"share", "", "count"} else []


def _sizes_of(asked: Asked, slots: Slots, years: tuple[int, ...]) -> list[Match]:
    return _sizes(asked, slots, years[0] if years else None)


def _share_over_time(asked: Asked) -> _Worked | None:
    """How much a share changed between two years."""
    years = sorted(asked.question.years)
    if len(years) < 2:
        return None
    starts, ends = (_shares(asked, asked.slots, (year,)) for year in (years[0], years[-1]))
    if not starts or not ends:
        return None
    computed = Computed("gap", (ends[0].stated.figure, starts[0].stated.figure), 0, None)
    return _Worked(computed, _spot(ends[0], starts[0]), f"Between {years[0]} and {years[-1]} the share changes by")


def _part_of_total(asked: Asked) -> _Worked | None:
    """A share in money: the share of the thing, times the whole in the same year."""
    if asked.slots.is_whole:
        return None
    years = asked.question.years[:1]
    for share in _shares(asked, asked.slots, years):
        if share.stated.places - asked.slots.places:
            continue  # a share within another place is none of the whole
        year = (years or (share.stated.year,))[0]
        totals = _sizes(asked, WHOLE, year) if year else []
        totals = [t for t in totals if t.stated.whole]
        if not totals or _in_conflict(totals):
            continue
        computed = Computed("part", (share.stated.figure, totals[0].stated.figure), 0, year)
        return _Worked(computed, _spot(share, totals[0]), f"{_capital(_named(asked.slots))} comes to")
    return None


def _part_of_growth(asked: Asked) -> _Worked | None:
    """A contribution to growth in money: the part, times the stated increase."""
    if asked.slots.is_whole:
        return None
    parts = _shares(asked, asked.slots, (), "contribution")
    question = replace(asked.question, metric="increase", places=())
    increases = find(question, WHOLE, asked.view, asked.near)
    if not parts or not increases:
        return None
    computed = Computed("part", (parts[0].stated.figure, increases[0].stated.figure), 0, None)
    return _Worked(computed, _spot(parts[0], increases[0]), f"{_capital(_named(asked.slots))} contributes")


def _in_conflict(matches: Sequence[Match]) -> bool:
    """Whether the report gives several sizes for what should be one."""
    return bool(rivals_of(matches[0], list(matches)))


def _value_by_rate(asked: Asked) -> _Worked | None:
    """The value in a year within the stated period, from the last value before it, at the stated rate."""
    target = max(asked.question.years, default=None)
    if target is None:
        return None
    rates = find(replace(asked.question, metric="growth", years=(), unit=""), asked.slots, asked.view, asked.near)
    starts = [m for m in _sizes(asked, asked.slots, None) if m.stated.year and m.stated.year < target]
    named = min(asked.question.years)
    if named < target:
        starts = [m for m in starts if m.stated.year == named]
    for rate in rates:
        period = rate.stated.period
        if period and not period[0] - 1 <= target <= period[1]:
            continue
        fits = [m for m in starts if _said_with(rate.stated, m.stated, period)]
        if fits:
            start = max(fits, key=lambda m: (m.stated.unit is rate.stated.unit, m.score))
            count = target - (start.stated.year or target)
            computed = Computed("value", (start.stated.figure, rate.stated.figure), count, target)
            said = f"At {rate.stated.figure.text} a year from {start.stated.year}, {_named(asked.slots)} would come to"
            return _Worked(computed, _spot(start, rate), f"{said[0].upper()}{said[1:]}")
    return None


def _said_with(rate: Stated, size: Stated, period: tuple[int, int] | None) -> bool:
    """Whether the size may be what the rate starts from: within its period, and measured alike."""
    measure = base(size.figure.value, rate.measure)[1] if rate.measure else ""
    alike = not measure or measure == base(size.figure.value, size.figure.unit)[1]
    return alike and (period is None or period[0] - 1 <= (size.year or 0) < period[1])


def _doubling(asked: Asked) -> _Worked | None:
    rates = find(replace(asked.question, metric="growth", years=(), unit=""), asked.slots, asked.view, asked.near)
    if not rates:
        return None
    rate = rates[0]
    computed = Computed("doubling", (rate.stated.figure,), 0, None)
    return _Worked(computed, _spot(rate), f"At {rate.stated.figure.text} a year, {_named(asked.slots)} doubles in")


def _added(asked: Asked) -> _Worked | None:
    """Two or more shares, or sizes, together."""
    things = _entities(asked)
    if len(things) < 2:
        return None
    year = asked.question.years[:1]
    for read in (_rates_or_shares, _sizes_of):
        found = [read(asked, thing, year) for thing in things]
        if all(found):
            best = [matches[0] for matches in found]
            computed = Computed("sum", tuple(m.stated.figure for m in best), 0, year[0] if year else None)
            names = " and ".join(_named(thing) for thing in things)
            return _Worked(computed, _spot(*best), f"{_capital(names)} together have")
    return None


def _rest(asked: Asked) -> _Worked | None:
    things = _entities(asked)
    found = [_shares(asked, thing, asked.question.years[:1]) for thing in things]
    if not found or not all(found):
        return None
    best = [matches[0] for matches in found]
    computed = Computed("rest", tuple(m.stated.figure for m in best), 0, None)
    return _Worked(computed, _spot(*best), "The rest of the market has")


def _fraction(asked: Asked) -> _Worked | None:
    """A size as a part of the whole's, in the same year."""
    if asked.slots.is_whole:
        return None
    years = asked.question.years
    year = years[-1:] if len(years) == 2 and years[1] == years[0] + 1 else years[:1]
    for part in _sizes(asked, asked.slots, year[0] if year else None):
        if part.stated.year is None or part.stated.whole:
            continue
        thing = base(part.stated.figure.value, part.stated.figure.unit)[1]
        totals = [t for t in _sizes(asked, WHOLE, part.stated.year) if t.stated.whole]
        totals = [t for t in totals if base(t.stated.figure.value, t.stated.figure.unit)[1] == thing]
        totals.sort(key=lambda t: t.stated.unit is not part.stated.unit)
        if totals:
            computed = Computed("fraction", (part.stated.figure, totals[0].stated.figure), 0, part.stated.year)
            lead = f"{_capital(_named(asked.slots) if asked.slots.names or asked.slots.places else 'That')} makes up"
            return _Worked(computed, _spot(part, totals[0]), lead)
    return None


def _average_price(asked: Asked) -> _Worked | None:
    year = asked.question.years[:1]
    money = [m for m in _sizes(asked, WHOLE, year[0] if year else None, "money") if m.stated.whole]
    things = _sizes(asked, WHOLE, year[0] if year else None, "volume")
    for a in money:
        for b in things:
            if a.stated.year == b.stated.year and a.stated.year:
                computed = Computed("price", (a.stated.figure, b.stated.figure), 0, a.stated.year)
                return _Worked(computed, _spot(a, b), f"In {a.stated.year} the average came to")
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _year_on_year(asked: Asked) -> _Worked | None:
    """How much a size changed on the year before."""
    years = sorted(asked.question.years)
    if not years or (len(years) > 1 and years[-1] != years[0] + 1):
        return None
    pair = (years[-1] - 1, years[-1])
    return _of_pair("change", "From {start} to {end} {what} grows by")(
        replace(asked, question=replace(asked.question, years=pair))
    )


_WAYS: dict[str, Sequence[Callable[[Asked], _Worked | None]]] = {
    "increase": [_of_pair("increase", "From {start} to {end} {what} grows by")],
    "rate": [_of_pair("rate", "The values of {start} and {end} give a growth of {what} of")],
    "multiple": [
        _between("multiple", "{one} over {other}:"),
        _of_pair("multiple", "From {start} to {end} {what} grows to a multiple of"),
    ],
    "change": [_of_pair("change", "From {start} to {end} {what} grows by")],
    "gap": [
        _between("gap", "Between {one} and {other} lie"),
        _share_over_time,
        _of_pair("increase", "From {start} to {end} {what} grows by"),
    ],
    "part": [_part_of_growth, _part_of_total],
    "contribution": [_part_of_growth],
    "value": [_value_by_rate],
    "doubling": [_doubling],
    "sum": [_added],
    "rest": [_rest],
    "fraction": [_fraction],
    "proportion": [_fraction],
    "price": [_average_price],
    "yearly": [_year_on_year],
}
