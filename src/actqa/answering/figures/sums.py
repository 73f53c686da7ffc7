"""Composes the answer to a question whose figure has to be worked out from figures that the report states."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.balances import balance
from actqa.answering.figures.finding import Match, find
from actqa.answering.figures.operands import PAIR, Worked, called, capital, entities, named, pairs, shares, sizes, spot
from actqa.answering.figures.operations import Computed
from actqa.answering.figures.parts import average_price, fraction, part_of_growth, part_of_total
from actqa.answering.figures.top_together import top_together
from actqa.answering.figures.totals import total
from actqa.answering.seen.slots import Slots
from actqa.answering.seen.stated import Stated
from actqa.figures.arithmetic import base

FIRST = ("total", "doubling", "rate", "value", "gap", "multiple", "change", "price", "proportion", "saving")
"""Operations that are meant whatever the report states; of the others the stated figure comes first."""


_IMPLIED = {
    "yoy": "yearly",
    "growth": "grown",
    "size": "part",
    "share": "fraction",
    "contribution": "contribution",
}
"""Metric asked for → what may be worked out for it where the report does not state it."""


def worked_out(asked: Asked, operation: str = "") -> Drafted | None:
    """The sum that the question asks for; None where it asks for none, or the report does not state its operands."""
    question = asked.question
    implied = "part" if question.metric == "count" and question.unit else _IMPLIED.get(question.metric, "")
    ways = _WAYS[operation] if operation else (*_WAYS.get(question.operation, ()), *_WAYS.get(implied, ()))
    for way in ways:
        try:
            worked = way(asked)
            if worked is not None:
                return drafted(worked)
        except (ValueError, ArithmeticError):
            continue
    return None


def drafted(worked: Worked) -> Drafted:
    """The sum as a statement."""
    computed = worked.computed
    text = f"{worked.lead} {computed.text} (computed: {computed.formula})."
    places = tuple(dict.fromkeys(worked.places))
    return Drafted((Draft(text, places, computed.operands, computed),))


# The ways ------------------------------------------------------------------------------------------------------------


def _of_pair(operation: str, lead: str) -> Callable[[Asked], Worked | None]:
    """A sum over the start and end value of one thing; `lead` may use {start}, {end} and {what}."""

    def work(asked: Asked) -> Worked | None:
        for start, end in pairs(asked, asked.slots):
            since, until = start.stated.year, end.stated.year
            if since is None or until is None:
                continue
            computed = Computed(operation, (end.stated.figure, start.stated.figure), until - since, None)
            said = lead.format(start=since, end=until, what=called(asked))
            return Worked(computed, spot(end, start), said)
        return None

    return work


def _between(operation: str, lead: str) -> Callable[[Asked], Worked | None]:
    """A sum over two things: their shares, or their sizes in one year."""

    def work(asked: Asked) -> Worked | None:
        things = entities(asked)
        if len(things) < 2:
            return None
        year = asked.question.years[:1]
        for read in (_rates_or_shares, _sizes_of):
            one, other = read(asked, things[0], year), read(asked, things[1], year)
            if one and other and one[0].stated.figure.span != other[0].stated.figure.span:
                a, b = one[0], other[0]
                if (
                    operation == "gap"
                    and a.stated.figure.value < b.stated.figure.value
                    and a.stated.figure.unit == b.stated.figure.unit
                ):
                    a, b = b, a
                computed = Computed(operation, (a.stated.figure, b.stated.figure), 0, year[0] if year else None)
                said = lead.format(one=named(things[0]), other=named(things[1]))
                return Worked(computed, spot(a, b), said)
        return None

    return work


def _rates_or_shares(asked: Asked, slots: Slots, years: tuple[int, ...]) -> list[Match]:
    metric = asked.question.metric
    if asked.question.unit and metric not in {"share", "growth", "contribution"}:
        return []
    if metric == "growth":
        return shares(asked, slots, (), "growth")
    if metric == "contribution":
        return shares(asked, slots, (), "contribution")
    return shares(asked, slots, years) if metric in {"share", "", "count"} else []


def _sizes_of(asked: Asked, slots: Slots, years: tuple[int, ...]) -> list[Match]:
    return sizes(asked, slots, years[0] if years else None)


def _share_over_time(asked: Asked) -> Worked | None:
    """How much a share changed between two years."""
    years = sorted(asked.question.years)
    if len(years) < 2:
        return None
    starts, ends = (shares(asked, asked.slots, (year,)) for year in (years[0], years[-1]))
    if not starts or not ends:
        return None
    computed = Computed("gap", (ends[0].stated.figure, starts[0].stated.figure), 0, None)
    return Worked(computed, spot(ends[0], starts[0]), f"Between {years[0]} and {years[-1]} the share changes by")


def _value_by_rate(asked: Asked) -> Worked | None:
    """The value in a year within the stated period, from the last value before it, at the stated rate."""
    target = max(asked.question.years, default=None)
    if target is None:
        return None
    rates = find(replace(asked.question, metric="growth", years=(), unit=""), asked.slots, asked.view, asked.near)
    starts = [m for m in sizes(asked, asked.slots, None) if m.stated.year and m.stated.year < target]
    since = min(asked.question.years)
    if len(asked.question.years) > PAIR and asked.question.years[0] > since:
        target = asked.question.years[0]
        starts = [m for m in starts if (m.stated.year or 0) < target]
    if since < target:
        starts = [m for m in starts if m.stated.year == since]
    for rate in rates:
        period = rate.stated.period
        if period and not period[0] - 1 <= target <= period[1]:
            continue
        fits = [m for m in starts if _said_with(rate.stated, m.stated, period)]
        if fits:
            start = max(fits, key=lambda m: (m.stated.unit is rate.stated.unit, m.score))
            count = target - (start.stated.year or target)
            computed = Computed("value", (start.stated.figure, rate.stated.figure), count, target)
            said = f"At {rate.stated.figure.text} a year from {start.stated.year}, {called(asked)} would come to"
            return Worked(computed, spot(start, rate), f"{said[0].upper()}{said[1:]}")
    return None


def _said_with(rate: Stated, size: Stated, period: tuple[int, int] | None) -> bool:
    """Whether the size may be what the rate starts from: within its period, and measured alike."""
    measure = base(size.figure.value, rate.measure)[1] if rate.measure else ""
    alike = not measure or measure == base(size.figure.value, size.figure.unit)[1]
    return alike and (period is None or period[0] - 1 <= (size.year or 0) < period[1])


def _doubling(asked: Asked) -> Worked | None:
    rates = find(replace(asked.question, metric="growth", years=(), unit=""), asked.slots, asked.view, asked.near)
    if not rates:
        return None
    rate = rates[0]
    computed = Computed("doubling", (rate.stated.figure,), 0, None)
    return Worked(computed, spot(rate), f"At {rate.stated.figure.text} a year, {called(asked)} doubles in")


def _added(asked: Asked) -> Worked | None:
    """Two or more shares, or sizes, together."""
    things = entities(asked)
    if len(things) < 2:
        return None
    year = asked.question.years[:1]
    for read in (_rates_or_shares, _sizes_of):
        found = [read(asked, thing, year) for thing in things]
        if all(found):
            best = [matches[0] for matches in found]
            if len({m.stated.figure.span for m in best}) < len(best):
                continue  # what they have together is no sum
            computed = Computed("sum", tuple(m.stated.figure for m in best), 0, year[0] if year else None)
            names = " and ".join(named(thing) for thing in things)
            return Worked(computed, spot(*best), f"{capital(names)} together have")
    return None


def _rest(asked: Asked) -> Worked | None:
    things = entities(asked)
    found = [shares(asked, thing, asked.question.years[:1]) for thing in things]
    if not found or not all(found):
        return None
    best = [matches[0] for matches in found]
    computed = Computed("rest", tuple(m.stated.figure for m in best), 0, None)
    return Worked(computed, spot(*best), "The rest of the market has")


def _year_on_year(asked: Asked) -> Worked | None:
    """How much a size changed on the year before."""
    years = sorted(asked.question.years)
    if not years or (len(years) > 1 and years[-1] != years[0] + 1):
        return None
    pair = (years[-1] - 1, years[-1])
    return _of_pair("change", "From {start} to {end} {what} grows by")(
        replace(asked, question=replace(asked.question, years=pair))
    )


def _grown(asked: Asked) -> Worked | None:
    """The growth between two years of which both values are stated: on the year before, or a year on average."""
    years = sorted(asked.question.years)
    if len(years) != PAIR:
        return None
    if years[1] == years[0] + 1:
        return _year_on_year(asked)
    return _of_pair("rate", "The values of {start} and {end} give a growth of {what} of")(asked)


def _saving(asked: Asked) -> Worked | None:
    """The difference of the two prices that one sentence sets against each other."""
    question = replace(asked.question, metric="price", operation="", years=())
    prices = find(question, asked.slots, asked.view, asked.near)
    for unit in dict.fromkeys(m.stated.unit.unit.number for m in prices[:1]):
        told = [s for s in asked.view.stated if s.unit.unit.number == unit and s.figure.kind == "money"]
        if len(told) == PAIR and told[0].figure.value > told[1].figure.value:
            computed = Computed("gap", (told[0].figure, told[1].figure), 0, None)
            return Worked(computed, (told[0].unit.unit.content,), "The difference comes to")
    return None


_WAYS: dict[str, Sequence[Callable[[Asked], Worked | None]]] = {
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
    "part": [part_of_growth, part_of_total],
    "contribution": [part_of_growth],
    "value": [_value_by_rate],
    "doubling": [_doubling],
    "sum": [total, _added],
    "total": [total],
    "rest": [_rest],
    "balance": [balance],
    "together": [top_together],
    "fraction": [fraction],
    "proportion": [fraction],
    "price": [average_price],
    "yearly": [_year_on_year],
    "grown": [_grown],
    "saving": [_saving],
}
