"""When two figures are the same figure, two numbers the same digits, and a name is in a text."""

import math
import re

from actqa.evaluation.types import ExpectedFigure
from actqa.figures.grammar import FACTORS, SCALES

EXACT = 1e-6
"""Relative; what a float loses."""

COMPUTED = 6e-3
"""Relative; a computed value is expected to four digits, and may be given to three."""

SAME_WORDS = {
    **dict.fromkeys(("percent", "%"), "percent"),
    **dict.fromkeys(("year", "years"), "year"),
    **dict.fromkeys(("x", "times", "multiple", "fold"), "x"),
}
"""Units by many names, in lower case."""

LOOSE = frozenset(("year", "x", ""))
"""Units that an answer may leave out."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0\u202f]\d{2,3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")


def same_figure(expected: ExpectedFigure, value: float | None, unit: str, tolerance: float = EXACT) -> bool:
    """Whether the value is the one expected, scales of one currency converted; things counted may be worded freely."""
    if value is None:
        return False
    wanted, wanted_unit = _base(expected.value, expected.unit)
    given, given_unit = _base(value, unit)
    if LOOSE & {wanted_unit, given_unit}:
        return math.isclose(wanted, given, rel_tol=tolerance) or math.isclose(expected.value, value, rel_tol=tolerance)
    return _measure(wanted_unit) == _measure(given_unit) and math.isclose(wanted, given, rel_tol=tolerance)


def _base(value: float, unit: str) -> tuple[float, str]:
    """Without the scale, and the unit that is left: (2.5, "USD billion") → (2.5e9, "USD")."""
    if plain := SAME_WORDS.get(unit.strip().lower()):
        return value, plain
    words = unit.split()
    if words and _CURRENCY.fullmatch(words[0]):
        return value * _factor(words[1:2]), words[0]
    scaled = _factor(words[:1]) if len(words) > 1 else 1
    return value * scaled, " ".join(words[scaled > 1 :]).lower().removesuffix("s")


def _factor(word: list[str]) -> float:
    return float(10 ** FACTORS.get(SCALES.get(word[0].lower(), ""), 0)) if word else 1.0


def _measure(unit: str) -> str:
    """What may be compared: a currency with itself, percents with percents, counts with counts."""
    return unit if unit == "percent" or _CURRENCY.fullmatch(unit) else "count"


def numbers(text: str) -> list[str]:
    """The numbers in a text as bare digits and points: "USD 1,380.5 million by 2031" → ["1380.5", "2031"]."""
    return [re.sub(r"[^\d.]", "", number) for number in _NUMBER.findall(text)]


def names(text: str, item: str) -> bool:
    """Whether the text names the item, capitals, punctuation and plurals aside."""
    return _words(item) in _words(text)


def _words(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.lower())
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words)
