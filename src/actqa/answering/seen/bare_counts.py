"""Numbers that count things without a unit that figures are read by: `529 closed`, `thirty-one states`; only questions
for how many are answered with them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from actqa.facts.said import Said
from actqa.figures import Figure, parse
from actqa.figures.grammar import NO_THINGS, NUMBER_WORDS
from actqa.figures.parse import number
from actqa.figures.years import with_years
from actqa.reading import Span

_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "two three four five six seven eight nine".split()
_WORDS = (
    {word: int(value) for word, value in NUMBER_WORDS.items() if word != "one"}
    | {word: at for at, word in enumerate(_TEENS, 11)}
    | {word: 10 * at for at, word in enumerate(_TENS, 2)}
    | {f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(["one", *_ONES], 1)}
)
"""Number in words → value."""

_IN_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![\w.,$€£¥₹/–-])(?P<count>\d{{1,3}}(?:,\d{{3}})+|\d+|\b(?:{_IN_WORDS})\b)(?![\w%–/-]|[.,]\d)", re.IGNORECASE
)
_NOUN = re.compile(
    r"\s(?:(?!(?:of|in|by|to|and|for|at|on|from|per|the|a)\s)[a-z.][\w.-]*\s){0,3}?(?P<noun>[a-z-]{3,}s)\b", re.I
)
_MONTHS = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    rf"(?:{_MONTHS}|chapter|section|figure|table|part|no\.|item|article|rule|class|level|top)\s$", re.IGNORECASE
)
"""Before a number that counts nothing."""
_DATED = re.compile(rf"\s{_MONTHS}", re.IGNORECASE)
_YEARS = (1900, 2100)
_CELL = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def counts_in(said: Said) -> tuple[Figure, ...]:
    """Those of a sentence, item or row that are no part of a figure, each with its year."""
    if said.kind == "heading" or not any(c.isalnum() for c in said.text):
        return ()
    return tuple(_in_cells(said) if said.kind == "row" else _in_words(said))


def _in_words(said: Said) -> Iterator[Figure]:
    known = list(parse(said.text))
    found = [f for f in map(_count, _COUNT.finditer(said.text)) if f is not None]
    found = [f for f in found if not any(f.span.overlaps(k.span) for k in known)]
    dated = with_years(sorted([*known, *found], key=lambda f: f.span.start), said.text)
    for figure in dated:
        if any(figure.span == f.span for f in found):
            yield replace(figure, span=said.raw(*figure.span))


def _count(found: re.Match[str]) -> Figure | None:
    written, text = found["count"], found.string
    value = _WORDS.get(written.lower()) or int(number(written))
    if _DATE.search(text[: found.start()]) or _DATED.match(text, found.end()):
        return None
    if written.isdigit() and _YEARS[0] <= value < _YEARS[1]:
        return None
    noun = _NOUN.match(text, found.end())
    named = noun["noun"].lower() if noun and noun["noun"].lower() not in NO_THINGS else "units"
    return Figure("count", Span(*found.span("count")), written, Decimal(value), named)


def _in_cells(said: Said) -> Iterator[Figure]:
    """Of cells that are but a number, under heads that name things in the plural, or go on from such: `Robots, 2024`,
    `Forecast, 2029`."""
    named = ""
    for at, (cell, content) in enumerate(zip(said.at.cells, said.cells, strict=True)):
        head = said.heads[at] if at < len(said.heads) else ""
        things = [w for w in re.findall(r"[a-z]{3,}s\b", head.lower()) if w not in NO_THINGS]
        years = [f for f in parse(head) if f.kind == "year"]
        named = things[0] if things else named if years else ""
        if named and _CELL.fullmatch(content) and not any(cell.holds(f.span) for f in said.figures):
            year = int(years[0].value) if len(years) == 1 else None
            start = said.report.text.find(content, cell.start, cell.end)
            span = Span(start, start + len(content))
            if start >= 0:
                yield Figure("count", span, content, number(content), named, year=year)
