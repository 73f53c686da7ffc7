"""Finds the figures in a stretch of text, as it is read, and says where each stands in the raw text."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import cast

from actqa.figures import grammar
from actqa.figures.types import Figure, FigureKind
from actqa.figures.years import with_years
from actqa.reading.markup import Shown, read
from actqa.reading.types import Span


def any_of(words: Iterable[str]) -> str:
    """A regular expression for one of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_NUMBER = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+|,\d{1,2}(?!\d))?"
_QUALIFIER = rf"(?:(?P<qualifier>{any_of(grammar.QUALIFIERS)})\s*)?"
_YEAR = r"(?:19|20)\d\d"
_OF_PERIODS = "|".join(rf"(?<=cagr{mark})" for mark in (r"\s", r",\s", r"\s\(", r"\s[’']", r"\s\([’']"))

_FIGURE = re.compile(
    # not within a word, which is quickly seen
    rf"(?:(?<![^\W\d_])|(?=\d)){_QUALIFIER}(?:"
    # a period of years: 2021 - 2031, from 2026 to 2033, 2019-20
    rf"(?P<period>(?<![\d.,])(?P<since>{_YEAR})\s?(?:-|–|—|/(?=\d\d)|to|through|until|and(?=\s+{_YEAR}))\s?"
    rf"(?:FY\s?)?(?P<until>{_YEAR}|\d\d(?![\d%]|[.,]\d))(?![\d%]))"
    # a period of years in two digits, behind what it is of: CAGR 24-28, '24-'28
    rf"|(?P<brief>(?:{_OF_PERIODS}|(?=[’']\d\d\s?[-–—]\s?[’']))[’']?(?P<opens>\d\d)\s?[-–—]\s?[’']?(?P<closes>\d\d)(?![\w%]|[.,]\d))"
    # a single year
    rf"|(?P<year>(?<![\d.,$€£¥₹])(?:(?:FY\s?|CY\s?)?(?P<one>{_YEAR})(?!\d|[.,]\d|\s?%|-\d)"
    r"|(?<![A-Za-z])(?:FY|CY)\s?[’']?(?P<short>\d\d)[AEFP]?(?![\w%]|[.,]\d)))"
    # money: the currency before, or after
    rf"|(?P<money>(?:(?<![\w])|(?<=\D(?:19|20)\d\d))(?P<currency>{any_of(grammar.CURRENCIES)})\s?"
    rf"(?:(?P<inner>{any_of(grammar.QUALIFIERS)})\s*)?(?P<amount>{_NUMBER})"
    rf"(?:[\s-]?(?P<scale>{any_of(grammar.SCALES)})(?![\w])(?:\.(?=\s(?-i:[a-z])))?)?)"
    # money: the currency and scale behind it, as heads of columns have them: 348.6 (USD Million)
    rf"|(?P<money_behind>(?<![\w.,])(?P<amount_behind>{_NUMBER})\s?\(?(?P<currency_behind>{any_of(grammar.CURRENCIES)})\s?"
    rf"(?P<scale_behind>{any_of(grammar.SCALES)})(?!\w)\)?)"
    rf"|(?P<money_after>(?<![\w.,])(?P<amount_after>{_NUMBER})\s?(?:(?P<scale_after>{any_of(grammar.SCALES)})\s)?\s?"
    rf"(?P<currency_after>{any_of(grammar.CURRENCY_WORDS)})(?![\w]))"
    # a share, a rate
    rf"|(?P<percent>(?<![\w.,])[+\-−–]?(?P<rate>{_NUMBER}|(?:{any_of(grammar.NUMBER_WORDS)})(?=\sper))\s?(?:%|per\s?cent\b|percent\b|pct\b))"
    rf"|(?P<fraction>(?<!first )(?<!second )(?<!latter )\b(?P<part>{any_of(grammar.FRACTIONS)})\b)"
    # a multiple
    rf"|(?P<multiple>(?<![\w.,])(?P<times>{_NUMBER})\s?(?:x\b|times\b|-?fold\b))"
    # so many of a thing
    rf"|(?P<quantity>(?<![\w.,$])(?<![A-Za-z]-)(?P<count>{_NUMBER}|(?:{any_of(grammar.NUMBER_WORDS)})\b)"
    rf"(?:[\s-]?(?P<count_scale>{any_of(grammar.BARE_SCALES)}|(?<=\d)(?:m|bn|k)(?=\s(?:{any_of(grammar.COUNTED_SHORT)})\b))\b)?(?:[\s-](?P<thing>(?!(?:{any_of(grammar.CURRENCIES)})\s?\d)(?:(?:{any_of(grammar.MEASURES)})\b|[A-Za-z][\w.]*))(?:\s(?P<second>[A-Za-z]{{2,}}s)\b)?)?)"
    r")",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"\b(?:{any_of({*grammar.FRACTIONS, *grammar.NUMBER_WORDS})})\b", re.IGNORECASE)
_TELLING = tuple({max(re.split(r"[\s-]", said), key=len) for said in (*grammar.FRACTIONS, *grammar.NUMBER_WORDS)})
"""Of each number in words a word that it cannot be without."""
_DIGIT = re.compile(r"\d")


def parse(text: str, span: Span | None = None, product: str = "", called: str = "units") -> tuple[Figure, ...]:
    """The figures that stand in the span of `text` (all of it by default), in order, with the years they belong to.

    How many there are of the `product`, a noun in the singular, is given in units: `4 million new vending machines`;
    or in what they are `called` in the plural.
    """
    shown = read(text, span or Span(0, len(text)))
    figures = list(_figures(shown))
    if product and product in shown.text.lower():
        figures = _with_counts(figures, shown, product, called)
    return tuple(replace(f, span=shown.raw(*f.span)) for f in with_years(_with_things(figures), shown.text))


def _with_things(figures: list[Figure]) -> list[Figure]:
    """The figures; a bare `1.3 million` is of what the one before it counts: `5 million policies, of which`."""
    out: list[Figure] = []
    for figure in figures:
        before = next((f for f in reversed(out) if f.kind == "quantity"), None)
        thing = before.unit.split(" ", 1)[1] if before is not None and " " in before.unit else ""
        is_bare = figure.kind == "quantity" and figure.unit in grammar.FACTORS and before is not None
        out.append(replace(figure, unit=f"{figure.unit} {thing}") if is_bare and thing else figure)
    return out


def _with_counts(figures: list[Figure], shown: Shown, product: str, called: str) -> list[Figure]:
    """The figures, in order, with the counts of the product in place of the bare numbers that they begin with."""
    counts = [_count(found, called) for found in counts_of(product).finditer(shown.text)]
    counts = [c for c in counts if all(_is_bare(f, product) for f in figures if f.span.overlaps(c.span))]
    others = [f for f in figures if not any(f.span.overlaps(c.span) for c in counts)]
    return sorted([*others, *counts], key=lambda f: f.span.start)


def _is_bare(figure: Figure, product: str) -> bool:
    """Whether it is a number without a thing, or counts the product by its own name."""
    thing = " ".join(w for w in figure.unit.split() if w not in grammar.FACTORS)
    named = not thing or thing.split()[-1].startswith(product)
    return figure.kind == "count" or (figure.kind == "quantity" and named)


@cache
def counts_of(product: str) -> re.Pattern[str]:
    """How many of a product a text says there are."""
    noun = re.escape(product)
    return re.compile(
        rf"(?<![\w.,$])(?<![A-Za-z]-)(?P<count>{_NUMBER})(?:\s(?P<scale>{any_of(grammar.BARE_SCALES)}))?\s"
        rf"(?:(?!(?:of|in|by|to|and|for|new|per)\s)[A-Za-z][\w-]*\s){{0,3}}?{noun}(?:e?s)?\b",
        re.IGNORECASE,
    )


def _count(found: re.Match[str], called: str) -> Figure:
    scale = grammar.SCALES.get((found["scale"] or "").lower(), "")
    end = found.end("scale") if found["scale"] else found.end("count")
    span = Span(found.start("count"), end)
    text = found.string[span.start : span.end]
    return Figure("quantity", span, text, number(found["count"]), f"{scale} {called}".strip())


def _figures(shown: Shown) -> Iterator[Figure]:
    for found in _FIGURE.finditer(shown.text) if _may_hold(shown.text) else ():
        figure = _READERS[found.lastgroup or ""](found)  # the group that is closed last is the one around the others
        if figure is not None:
            yield figure


def _may_hold(text: str) -> bool:
    """Whether a figure may stand there, told faster than by looking for one."""
    if _DIGIT.search(text):
        return True
    return any(map(text.lower().__contains__, _TELLING)) and _IN_WORDS.search(text) is not None


def _figure(found: re.Match[str], group: str, value: Decimal, unit: str) -> Figure:
    kind = cast(
        FigureKind,
        {"money_after": "money", "money_behind": "money", "fraction": "percent", "brief": "period"}.get(group, group),
    )
    qualifier = grammar.QUALIFIERS.get((found["qualifier"] or found["inner"] or "").lower(), "")
    start, end = found.span(group)
    return Figure(kind, Span(start, end), found.string[start:end], value, unit, qualifier)


def number(written: str) -> Decimal:
    """The value of a number as written: grouping commas (Indian ones too) left out, a lone comma a decimal point."""
    if re.fullmatch(r"\d+,\d{1,2}", written):
        return Decimal(written.replace(",", "."))
    return Decimal(written.replace(",", ""))


def in_figures(written: str) -> Decimal:
    """The same, also of a number in words."""
    return Decimal(grammar.NUMBER_WORDS.get(written.lower(), "0")) or number(written)


def _period(found: re.Match[str]) -> Figure:
    since, until = int(found["since"]), found["until"]
    last = int(until) if len(until) == 4 else since // 100 * 100 + int(until)
    return replace(_figure(found, "period", Decimal(since), "year"), until=last)


def _brief(found: re.Match[str]) -> Figure:
    return replace(_figure(found, "brief", Decimal(f"20{found['opens']}"), "year"), until=int(f"20{found['closes']}"))


def _year(found: re.Match[str]) -> Figure:
    return _figure(found, "year", Decimal(found["one"] or f"20{found['short']}"), "year")


def _money(found: re.Match[str]) -> Figure:
    scale = grammar.SCALES.get((found["scale"] or "").lower(), "")
    currency = grammar.CURRENCIES[found["currency"].lower()]
    return _figure(found, "money", number(found["amount"]), f"{currency} {scale}".strip())


def _money_after(found: re.Match[str]) -> Figure:
    scale = grammar.SCALES.get((found["scale_after"] or "").lower(), "")
    currency = grammar.CURRENCY_WORDS[found["currency_after"].lower()]
    return _figure(found, "money_after", number(found["amount_after"]), f"{currency} {scale}".strip())


def _money_behind(found: re.Match[str]) -> Figure:
    currency = grammar.CURRENCIES[found["currency_behind"].lower()]
    scale = grammar.SCALES[found["scale_behind"].lower()]
    return _figure(found, "money_behind", number(found["amount_behind"]), f"{currency} {scale}")


def _percent(found: re.Match[str]) -> Figure:
    sign = -1 if found["percent"][0] in "-−" else 1
    return _figure(found, "percent", sign * in_figures(found["rate"]), "percent")


def _fraction(found: re.Match[str]) -> Figure:
    return _figure(found, "fraction", Decimal(grammar.FRACTIONS[found["part"].lower()]), "percent")


def _multiple(found: re.Match[str]) -> Figure:
    return _figure(found, "multiple", number(found["times"]), "x")


def _quantity(found: re.Match[str]) -> Figure | None:
    scale = grammar.SCALES.get((found["count_scale"] or "").lower(), "")
    thing = (found["thing"] or "").rstrip(".").lower()
    counted = thing in grammar.THINGS or thing in grammar.MEASURES
    if not scale and not counted:
        return _counted_out(found)
    named, last = _counted_thing(found, thing, counted=counted)
    unit = grammar.SYMBOLS.get(named, grammar.PLURALS.get(named, named))
    value = in_figures(found["count"])
    start = found.start("quantity")
    end = found.end(last) if named else found.end("count_scale")
    text = found.string[start:end].rstrip(".")
    figure = _figure(found, "quantity", value, f"{scale} {unit}".strip())
    return replace(figure, span=Span(start, start + len(text)), text=text)


def _counted_thing(found: re.Match[str], thing: str, *, counted: bool) -> tuple[str, str]:
    """What is counted, and the group it ends in: a plural, or a noun before one (`million pallet positions`)."""
    if counted or (thing.endswith("s") and thing not in grammar.NO_THINGS):
        return thing, "thing"
    second = (found["second"] or "").lower()
    if not thing.isalpha() or thing in grammar.SMALL or not second or second in grammar.NO_THINGS:
        return "", "thing"
    return (second if thing.endswith(grammar.ADJECTIVES) else f"{thing} {second}"), "second"


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_GOODS = re.compile(
    r"\s(?:(?!(?:of|in|by|to|and|for|at|on|from|per|the|a)\s)[a-z][\w-]*\s){0,2}?(?P<goods>[a-z][a-z-]{2,}s)\b"
)

_ENDS = re.compile(r"\s?(?:[,.;)](?:\s|$)|(?:in|by|at|from|to|a|the|per|on|last|this|against|and|as|for)\b)")


def _counted_out(found: re.Match[str]) -> Figure | None:
    """A number with its thousands parted that counts things, named or not: `31,500 new machines`, `36,200 in 2022`."""
    start, end = found.span("count")
    goods = _GOODS.match(found.string, end)
    named = goods is not None and goods["goods"] not in grammar.NO_THINGS
    if not _GROUPED.fullmatch(found["count"]) or not (named or _ENDS.match(found.string, end)):
        return None
    unit = goods["goods"] if goods is not None and named else "units"
    figure = _figure(found, "quantity", number(found["count"]), unit)
    end = goods.end("goods") if goods is not None and named else end
    return replace(figure, kind="count", span=Span(start, end), text=found.string[start:end])


_READERS: dict[str, Callable[[re.Match[str]], Figure | None]] = {
    "period": _period,
    "brief": _brief,
    "year": _year,
    "money": _money,
    "money_after": _money_after,
    "money_behind": _money_behind,
    "percent": _percent,
    "fraction": _fraction,
    "multiple": _multiple,
    "quantity": _quantity,
}
