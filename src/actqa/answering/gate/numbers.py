"""Figures of a sentence, with what needs a second look: ranges that share their unit, and parts of a whole in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from actqa.answering.gate.reckonings import reckonings
from actqa.answering.standing import TIMES
from actqa.figures import Figure, parse
from actqa.figures.grammar import FACTORS, NUMBER_WORDS
from actqa.reading import Span


def figures_in(text: str, product: str) -> tuple[Figure, ...]:
    """In order, with the years they belong to."""
    told = [it.span for it in reckonings(text)]
    read = [f for f in parse(text, product=product) if f.kind != "percent" or not any(map(f.span.overlaps, told))]
    found = _ranged(text, read)
    halves = list(_halves(text))
    found = [f for f in found if not any(f.span.overlaps(half.span) for half in halves)] + halves
    taken = [f.span for f in found]
    more = [part for part in _parts(text) if not any(part.span.overlaps(span) for span in taken)]
    return tuple(sorted((*found, *more), key=lambda f: f.span)) if more or halves else tuple(found)


_HALVES = re.compile(
    rf"\b(?P<count>{'|'.join(NUMBER_WORDS)}|\d+) and a half (?P<unit>years|months)\b|"
    rf"\b(?P<before>{'|'.join(NUMBER_WORDS)}|\d+|an?) (?P<units>years?) and a half\b",
    re.IGNORECASE,
)


def _halves(text: str) -> Iterator[Figure]:
    """`two and a half years`."""
    for found in _HALVES.finditer(text):
        word = (found["count"] or found["before"]).lower()
        count = Decimal(1) if word in {"a", "an"} else _number(word)
        unit = (found["unit"] or "years").lower()
        yield Figure("quantity", Span(*found.span()), found.group(), count + Decimal("0.5"), unit)


# Ranges --------------------------------------------------------------------------------------------------------------

_TO = re.compile(r"\s?(?:-|–|—|to|and)\s?(?:[$€£¥₹]\s?)?")


def _ranged(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """`EUR 670-690 million` are two values in millions of euros."""
    out = list(figures)
    for at, (first, last) in enumerate(pairwise(figures)):
        if first.kind != "money" or last.kind != "quantity" or not _TO.fullmatch(text, first.span.end, last.span.start):
            continue
        if " " not in first.unit and last.unit in FACTORS and first.value < last.value:
            unit = f"{first.unit} {last.unit}"
            out[at] = replace(first, unit=unit, year=first.year or last.year)
            out[at + 1] = replace(last, kind="money", unit=unit)
    return out


# Parts of a whole ----------------------------------------------------------------------------------------------------

_COUNT = "|".join([*NUMBER_WORDS, r"\d{1,3}"])
_NTHS = {"thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "sevenths": 7, "eighths": 8, "ninths": 9, "tenths": 10}
_PART = re.compile(
    rf"\b(?P<part>{_COUNT})(?:\s[a-z]+){{0,2}}?\s(?:in|out of)\s(?:every\s)?(?P<whole>{_COUNT})\b"
    rf"(?!\s(?:million|billion|thousand|years?|months?|countries|regions|markets)|[.,%]\d|%)"
    rf"|\b(?P<count>{_COUNT})[\s-](?P<nths>{'|'.join(_NTHS)})\b"
    r"|\b(?P<cents>\d{1,2}) cents (?:of|in|on|out of) (?:every|each|the|a) (?:dollar|euro)\b"
    r"|(?<![\d.,$€£])(?P<one>\d{1,2})(?P<between> to |:|/)(?P<other>\d{1,2})"
    r"(?![\d.,%]*\d|\s?%)(?=\s(?:by|in|split)\b|[.;,]|$)",
    re.IGNORECASE,
)


def _parts(text: str) -> Iterator[Figure]:
    """`one bottle in ten`, `nine tenths`, `64 cents of every dollar`, `55 to 45 by value`."""
    for found in _PART.finditer(text):
        if found["one"]:
            first, second = Decimal(found["one"]), Decimal(found["other"])
            if first + second == 100:
                yield _percent(Span(*found.span("one")), found["one"], first)
                yield _percent(Span(*found.span("other")), found["other"], second)
        elif found["cents"]:
            yield _percent(Span(*found.span()), found.group(), Decimal(found["cents"]))
        else:
            part = _number(found["part"] or found["count"])
            whole = _number(found["whole"]) if found["whole"] else Decimal(_NTHS[found["nths"].lower()])
            if 0 < part < whole <= 100 and whole >= 2:
                yield _percent(Span(*found.span()), found.group(), round(100 * part / whole, 2))


def _number(word: str) -> Decimal:
    return Decimal(NUMBER_WORDS.get(word.lower(), word))


def _percent(span: Span, text: str, value: Decimal) -> Figure:
    return Figure("percent", span, text, value, "percent")


# Bare numbers --------------------------------------------------------------------------------------------------------

_BARE = re.compile(r"(?<![\w.,$€£¥₹])\d{1,3}(?:,\d{3})+(?![\w%]|[.,]\d)")


def bare_numbers(text: str, taken: Sequence[Figure]) -> Iterator[Figure]:
    """Large numbers whose thing stands before them or nowhere: `Technicians: 148,000`."""
    for found in _BARE.finditer(text):
        span = Span(*found.span())
        if not any(span.overlaps(f.span) for f in taken if f.kind not in TIMES):
            yield Figure("quantity", span, found.group(), Decimal(found.group().replace(",", "")), "")
