"""Claims that say the same become one; those that differ stay apart."""

from dataclasses import replace
from decimal import Decimal

from actqa.facts.forecasts.claims import Claim, Point, with_places
from actqa.figures.arithmetic import base, same
from actqa.figures.grammar import CURRENCIES


def merged(claims: list[Claim]) -> list[Claim]:
    """Claims in order; a table's rows about one thing are put together, repetitions add their places."""
    out: dict[int, Claim] = {}
    of_market: dict[str, dict[Decimal | None, list[int]]] = {}
    for number, claim in enumerate(_together(claims)):
        told = of_market.setdefault(claim.market.lower(), {})
        alike = (
            told.get(claim.rate, []) if claim.rate is not None else sorted(at for ats in told.values() for at in ats)
        )
        at = next((at for at in alike if _says_no_more(out[at], claim)), None)
        if at is not None:
            out[at] = _joined(out[at], claim)
            continue
        for rate in dict.fromkeys((claim.rate, None)):
            less = [at for at in told.get(rate, ()) if _says_no_more(claim, out[at])]
            for known in less:
                claim = _joined(claim, out.pop(known))
            told[rate] = [at for at in told.get(rate, ()) if at not in less]
        told[claim.rate] = [*told.get(claim.rate, ()), number]
        out[number] = claim
    return [claim for at, claim in out.items() if not _is_echo(at, out)]


def _is_echo(at: int, claims: dict[int, Claim]) -> bool:
    """Whether a claim that ties its value to no year only repeats one that does, or says too little to stand alone."""
    claim = claims[at]
    if claim.rate is not None or any(year is not None for year, _, _ in claim.points):
        return False
    is_money = bool(claim.points) and base(*claim.points[0][1:])[1] in CURRENCIES.values()
    return (
        bool(claim.market)
        or not is_money
        or any(_same_point(p, q) for p in claim.points for i, other in claims.items() if i != at for q in other.points)
    )


def _together(claims: list[Claim]) -> list[Claim]:
    """Rows of one table, or sentences of one paragraph, about one thing in one unit, and their rate, are one claim."""
    out: list[Claim] = []
    beside: dict[tuple[int, str], list[int]] = {}
    for claim in claims:
        near = beside.setdefault((claim.block, claim.market), [])
        last = next((i for i in reversed(near) if _go_together(out[i], claim)), None)
        if last is None:
            near.append(len(out))
            out.append(claim)
        else:
            out[last] = _stacked(out[last], claim)
    return out


def _go_together(known: Claim, claim: Claim) -> bool:
    """Whether two claims of one block and market are one."""
    if any(one.period is not None and one.period[1] - one.period[0] == 1 and not one.points for one in (known, claim)):
        return False
    if known.rate is not None and (claim.rate is not None or claim.block >= 0):
        return False
    if claim.block >= 0 and claim.points and not (len(known.points) == 1 and claim.expected and not known.expected):
        return False
    return not (known.points and claim.points) or _compatible(known.points, claim.points)


def _compatible(points: tuple[Point, ...], others: tuple[Point, ...]) -> bool:
    things = {base(v, u)[1] for _, v, u in (*points, *others)}
    years, others_years = {y for y, _, _ in points}, {y for y, _, _ in others}
    return len(things) == 1 and not years & others_years and None not in years | others_years


def _stacked(known: Claim, claim: Claim) -> Claim:
    points = tuple(sorted((*known.points, *claim.points), key=lambda p: p[0] or 0))
    rate, period = (known.rate, known.period) if known.rate is not None else (claim.rate, claim.period)
    expected = known.expected if known.points else claim.expected
    return with_places(replace(known, points=points, rate=rate, period=period, expected=expected), claim.places)


def _says_no_more(known: Claim, claim: Claim) -> bool:
    """Whether all that `claim` says, `known` says too, of the same market."""
    if claim.rate is not None and not _same_rate(known, claim):
        return False
    return all(any(_same_point(point, other) for other in known.points) for point in claim.points)


def _same_rate(known: Claim, claim: Claim) -> bool:
    if known.rate is None or claim.rate is None or abs(known.rate - claim.rate) > 0:
        return False
    return known.period == claim.period or None in {known.period, claim.period}


def _same_point(point: Point, other: Point) -> bool:
    years = point[0] == other[0] or None in {point[0], other[0]}
    return years and same(point[1], point[2], other[1], other[2])


def _in_units(points: tuple[Point, ...], others: tuple[Point, ...]) -> tuple[Point, ...]:
    """The points, in plain units where the report also says it that way (`190.54 million tyres`, `million units`)."""
    plain = next((unit for _, _, unit in others if unit.split()[-1:] == ["units"]), "")
    counted = {unit.split()[0] if len(unit.split()) > 1 else "" for _, _, unit in points}
    if not plain or counted != {plain.removesuffix("units").strip()}:
        return points
    return tuple((year, value, plain) for year, value, _ in points)


def _joined(known: Claim, claim: Claim) -> Claim:
    """The fuller claim, with the places of the other, and the period if only the other says it."""
    joined = with_places(replace(known, points=_in_units(known.points, claim.points)), claim.places)
    if joined.rate is not None and joined.period is None:
        joined = replace(joined, period=claim.period)
    return replace(joined, places=tuple(sorted(joined.places)))
