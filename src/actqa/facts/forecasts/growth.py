"""Whether a growth rate fits the values it stands with, each printed number taken as the interval its digits allow."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from actqa.facts.types import Forecast
from actqa.figures.arithmetic import cagr, grown

CAN_BE_OFF = Decimal("0.005")
"""Percentage points; what is left to a rate that has been worked out from values with more digits than are printed."""


@dataclass(frozen=True, slots=True)
class GrowthCheck:
    """What is wrong, or odd, with a rate."""

    kind: str
    """`does not add up`, or `different period`, which is no contradiction."""
    summary: str


def check_growth(forecast: Forecast) -> GrowthCheck | None:
    """None where the rate fits, or nothing can be checked.

    A rate for the years of its values must lie in what they give, (end / start) ^ (1 / years) - 1, rounding allowed.
    One for other years is odd, but no contradiction unless the value it implies at its start cannot be.
    """
    forecast = _within(forecast)
    stated = _stated(forecast)
    if stated is None:
        return None
    low, high = implied_interval(forecast)
    rate, slack = stated, _half_digit(stated) + CAN_BE_OFF
    if low <= rate + slack and rate - slack <= high:
        return None
    if forecast.period is None and any(check_growth(part) is None for part in _stretches(forecast)):
        return None
    own = (forecast.start_year, forecast.end_year)
    if forecast.period is None or forecast.period == own:
        return GrowthCheck("does not add up", _wrong(forecast, rate, low, high))
    if _is_possible(forecast, rate):
        return GrowthCheck("different period", _other_years(forecast, rate, low, high))
    return GrowthCheck("does not add up", _wrong(forecast, rate, low, high))


def _within(forecast: Forecast) -> Forecast:
    """The forecast from the first to the last year of its rate, where its series has values for both."""
    values = dict(forecast.points or ())
    since, until = forecast.period or (0, 0)
    if since not in values or until not in values:
        return forecast
    return forecast.model_copy(
        update={"start_year": since, "start_value": values[since], "end_year": until, "end_value": values[until]}
    )


def _stretches(forecast: Forecast) -> list[Forecast]:
    """A series from each of its values to each one some years later: a rate without years may be for any of them."""
    return [
        forecast.model_copy(
            update={"start_year": a[0], "start_value": a[1], "end_year": b[0], "end_value": b[1], "points": None}
        )
        for a, b in combinations(forecast.points or (), 2)
        if b[0] - a[0] > 2
    ]


def implied_interval(forecast: Forecast) -> tuple[Decimal, Decimal]:
    """The least and the greatest rate in percent that the printed start and end value allow."""
    start, end = _decimal(forecast.start_value), _decimal(forecast.end_value)
    years = (forecast.end_year or 0) - (forecast.start_year or 0)
    return (
        cagr(start + _half_digit(start), max(end - _half_digit(end), Decimal("1e-9")), years),
        cagr(max(start - _half_digit(start), Decimal("1e-9")), end + _half_digit(end), years),
    )


def _stated(forecast: Forecast) -> Decimal | None:
    """The rate, where start and end are there to check it by."""
    numbers = (forecast.start_value, forecast.end_value, forecast.start_year, forecast.end_year, forecast.cagr_percent)
    if any(n is None for n in numbers) or not forecast.start_value or forecast.start_value <= 0:
        return None
    if not forecast.end_value or forecast.end_value <= 0 or (forecast.end_year or 0) <= (forecast.start_year or 0):
        return None
    if forecast.period is not None and forecast.period[1] - forecast.period[0] <= 1:
        return None
    return _decimal(forecast.cagr_percent)


def _decimal(value: float | None) -> Decimal:
    """The number as it is printed at its shortest: `3` for 3.0, which leaves a rate of 3 % the room its digits do."""
    return Decimal(int(value)) if value is not None and value == int(value) else Decimal(str(value))


def _half_digit(value: Decimal) -> Decimal:
    """Half a unit of the last digit; a whole number may be exact or rounded to one."""
    return Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def _is_possible(forecast: Forecast, rate: Decimal) -> bool:
    """Whether the value that the rate implies at the start of its own period lies between the stated ones."""
    since, until = forecast.period or (0, 0)
    start, end = _decimal(forecast.start_value), _decimal(forecast.end_value)
    if until != forecast.end_year or since <= (forecast.start_year or 0):
        return True
    between = end / grown(Decimal(1), rate, until - since)
    return min(start, end) <= between <= max(start, end)


def _wrong(forecast: Forecast, rate: Decimal, low: Decimal, high: Decimal) -> str:
    return f"{_values(forecast)} give {_range(low, high)} % a year, not the stated {rate:f} %."


def _other_years(forecast: Forecast, rate: Decimal, low: Decimal, high: Decimal) -> str:
    since, until = forecast.period or (0, 0)
    return (
        f"{rate:f} % a year is stated for {since}–{until}, other years than those of the values: "
        f"{_values(forecast)[0].lower()}{_values(forecast)[1:]} give {_range(low, high)} % a year. Both can hold."
    )


def _values(forecast: Forecast) -> str:
    start, end = f"{forecast.start_value:,.10g}", f"{forecast.end_value:,.10g}"
    return f"The values of {forecast.start_year} ({start}) and {forecast.end_year} ({end} {forecast.unit})"


def _range(low: Decimal, high: Decimal) -> str:
    """The rate to as many decimals as its limits agree in, one at the least."""
    for decimals in (2, 1):
        if round(low, decimals) == round(high, decimals):
            return f"{round(low, decimals)}"
    return f"{round((low + high) / 2, 1)}"
