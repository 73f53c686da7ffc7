"""Which year a figure belongs to: the one said right after it, else the one said last before it."""

import re
from dataclasses import replace
from itertools import pairwise

from actqa.figures.grammar import NUMBER_WORDS
from actqa.figures.types import Figure

_TIED = re.compile(
    r"^[\s,(]*(?:(?:in|by|for|during|at|as of|of|until|till|through|to|the|end|ends?|ending|ended|year|last|this|"
    r"fiscal|financial|base|reference|calendar|close|and|come|before|ahead of|about|strong|today|now|currently|"
    r"(?:over|in|within|across|for) the (?:[\w-]+ )?(?:years?|decades?) (?:to|until|till|through|up to|ending(?: in)?)|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December))[\s,(]+)*$",
    re.IGNORECASE,
)
"""What may stand between a figure and the year after it that is the figure's own."""

_SAME_BREATH = re.compile(
    r"^(?:(?!\b(?:and|while|but|with|whereas|from)\b)[^,;.:()]){0,60}\b(?:in|by|for|during)\s+(?:the year\s+)?$",
    re.IGNORECASE,
)
"""Words between a figure and the year it belongs to, with no new thought between."""

_APART = re.compile(
    r"\b(?:from|to|than|against|versus|vs|up|down|after|before|will|would|should|expected|projected|forecast|"
    r"reach\w*|while|but|of "
    r"which|whereas|followed|compared|rose|grew|fell)\b|[.;:]",
    re.IGNORECASE,
)
"""Between values that are not all of the year behind them."""

NEXT_THOUGHT = re.compile(
    r"\b(?:and|but|which|that)\s(?:is|are|will|should|(?:the )?(?:authors|analysts)|we|they|it)\b|"
    r",\s(?:set |due |expected |projected |forecast )?to\s(?:grow|rise|reach|climb|double|fall|be)\b",
    re.IGNORECASE,
)
"""Between a value and a year that something else is expected in: `USD 5 and is to overtake the capital by 2029`."""

_BREAK = re.compile(r"[;.](?:\s|$)")

_KEY = re.compile(r"^\)?\s?(?::|=|–|—|-)\s?$")
"""Between a year and the figure that it is the key of: `2024: USD 5 million`."""

_OF_NEXT = re.compile(r"\s?[:=]\s?[^\s,.;]*\s?\d")
"""Behind a year in brackets: it is the key of the next figure, `USD 9 million (2024: USD 5 million)`."""

_YEAR_EARLIER = re.compile(
    r"^\s*(?:\(|,)?\s?(?:(?:a|one|the) (?:year|twelve months|12 months) (?:earlier|before|ago|prior)|(?:in|of|from|"
    r"for) the "
    r"(?:previous|prior|preceding|year-earlier|year-ago|last) year|the (?:previous|prior|preceding) year|"
    r"the year before)\b",
    re.IGNORECASE,
)
"""Behind a figure that is of the year before the one that is named."""


def with_years(figures: list[Figure], text: str) -> list[Figure]:
    """The figures of one sentence or row, each with its year where the text ties one to it."""
    out = list(figures)
    for at, figure in enumerate(figures):
        if figure.kind not in {"year", "period"}:
            out[at] = replace(figure, year=_year_of(at, out, text))
    out = _converted(out, text)
    return _told_off(out) if "respectively" in text else out


def _converted(figures: list[Figure], text: str) -> list[Figure]:
    """A sum and what it makes in another currency, in brackets behind it, are of one year."""
    out = list(figures)
    for at, (one, other) in enumerate(pairwise(figures)):
        bracketed = re.fullmatch(r"\s?\((?:[a-z.~≈=]+\s?){0,3}", text[one.span.end : other.span.start])
        if one.kind == other.kind == "money" and one.unit[:3] != other.unit[:3] and bracketed and other.year:
            out[at] = replace(one, year=other.year)
    return out


def _told_off(figures: list[Figure]) -> list[Figure]:
    """Years told off against as many values: `in 2022 and 2023 it was USD 5 and USD 6 respectively`."""
    pairs = [f for f in figures if f.kind == "year" or (f.kind == "period" and " and " in f.text)]
    years = [year for f in pairs for year in (int(f.value), f.until) if year is not None]
    values = [at for at, f in enumerate(figures) if f.kind in {"money", "quantity"}]
    if len(years) != len(values) or len(set(years)) < 2 or len({figures[at].kind for at in values}) > 1:
        return figures
    out = list(figures)
    for at, year in zip(values, years, strict=True):
        out[at] = replace(figures[at], year=year)
    return out


def _year_of(at: int, figures: list[Figure], text: str) -> int | None:
    figure = figures[at]
    after = next((f for f in figures[at + 1 :] if f.unit != "years"), None)
    before = figures[at - 1] if at else None
    if _YEAR_EARLIER.match(text[figure.span.end : figure.span.end + 60]):
        return next((int(f.value) - 1 for f in [*reversed(figures[:at]), *figures[at + 1 :]] if f.kind == "year"), None)
    counted = _counted(at, figures, text) if figure.kind != "percent" else None
    if counted is not None:
        return counted or None
    if _SAME.match(text[figure.span.end : figure.span.end + 40]) and figure.kind != "percent":
        return _same_year(at, figures, text)
    if before is not None and before.kind == "year" and not text[before.span.end : figure.span.start].strip():
        return int(before.value)
    keyed = before is not None and before.kind == "year" and _KEY.match(text[before.span.end : figure.span.start])
    between = text[figure.span.end : after.span.start] if after is not None and after.kind == "year" else "."
    of_next = after is not None and not re.search(r"\w", between) and _OF_NEXT.match(text, after.span.end)
    if after is not None and _TIED.match(between) and (between.strip() or not keyed) and not of_next:
        return int(after.value)
    if before is not None and keyed:
        return int(before.value)
    if figure.kind == "percent" and _is_rate(text, figure):
        return None
    for read in (_year_near_after, _year_before, _only_year_after):
        year = read(at, figures, text)
        if year is not None:
            return year
    return None


_LATER = re.compile(
    rf"\s*,?\s?(?:(?P<count>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) years (?:later|on|after(?:wards)?)\b|"
    rf"(?:over|in|within|after) the (?:next|coming|following) (?P<next>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) years\b)",
    re.IGNORECASE,
)
"""Behind a figure: how many years after the one named before."""


def years_later(behind: str) -> int | None:
    """How many years after what was spoken of a value is, by the words behind it; None where they do not say."""
    found = _LATER.match(behind)
    written = (found["count"] or found["next"]).lower() if found else ""
    return int(NUMBER_WORDS.get(written, written)) if written else None


_DECADE = re.compile(r"\bby the (?:end|close|turn) of (?:the|this) decade\b[^.;]*$", re.IGNORECASE)
_THIS_DECADE = re.compile(r"\s*,?\s?(?:by|at|before) the (?:end|close|turn) of (?:the|this) decade\b", re.IGNORECASE)
"""Beside a value: it is that of the last year of the decade in which what was named before lies."""


def _counted(at: int, figures: list[Figure], text: str) -> int | None:
    """The year of a value that is told by how long after another, 0 where that is not named; None of other values."""
    named = [int(f.value) for f in figures[:at] if f.kind == "year"]
    start, end = figures[at].span
    if later := years_later(text[end : end + 60]):
        return named[-1] + later if named else 0
    if _DECADE.search(text[max(0, start - 90) : start]) or _THIS_DECADE.match(text[end : end + 60]):
        return (named[-1] // 10 + 1) * 10 if named else 0
    return None


def _same_year(at: int, figures: list[Figure], text: str) -> int | None:
    """What `the same year` is: the last one named, or, of what something started from, the first."""
    years = [int(f.value) for f in figures[:at] if f.kind == "year"]
    began = _BEGAN.search(text[max(0, figures[at].span.start - 60) : figures[at].span.start])
    return (min(years) if began else years[-1]) if years else None


_SAME = re.compile(r"\s*,?\s?(?:in|for|during|of) (?:the|that) (?:very )?same year\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:from|started|starting|began|was|were|stood|had|made|brought|took)\b[^.;]*$", re.IGNORECASE)


def _year_near_after(at: int, figures: list[Figure], text: str) -> int | None:
    """The year some words behind the figure, in the same breath: `a USD 218 million business in 2021`."""
    after = figures[at + 1] if at + 1 < len(figures) else None
    if after is None or after.kind != "year":
        return None
    between = text[figures[at].span.end : after.span.start]
    return int(after.value) if _SAME_BREATH.match(between) else None


def _year_before(at: int, figures: list[Figure], text: str) -> int | None:
    for before in reversed(figures[:at]):
        if _BREAK.search(text[before.span.end : figures[at].span.start]):
            return None
        if before.kind == "year" and _is_compared(before, figures[at], text):
            continue
        if before.kind == "year":
            return int(before.value)
        if before.kind == "period":
            return None
        if before.kind == figures[at].kind and before.year is None:
            return None
    return None


def _is_compared(year: Figure, figure: Figure, text: str) -> bool:
    """Whether a year is that of what another value is compared with, before the sentence goes on to the figure."""
    goes_on = text[year.span.end : year.span.end + 1] == "," and year.span.end < figure.span.start
    return goes_on and bool(_BESIDE.search(text[max(0, year.span.start - 20) : year.span.start]))


_BESIDE = re.compile(r"\b(?:more|less|fewer|higher|lower|up|down)\s(?:than|on|over) (?:in )?$", re.IGNORECASE)
"""Before a year that a value is only compared with."""


def _only_year_after(at: int, figures: list[Figure], text: str) -> int | None:
    """The year that stands alone after the figure, no other figure of its kind between or behind."""
    rest = figures[at + 1 :]
    years = [f for f in rest if f.kind in {"year", "period"}]
    if len(years) != 1 or years[0].kind != "year":
        return None
    if NEXT_THOUGHT.search(text[figures[at].span.end : years[0].span.start]):
        return None
    others = any(f.kind == figures[at].kind for f in rest)
    if others and _APART.search(text[figures[at].span.end : years[0].span.start]):
        return None
    return None if _BREAK.search(text[figures[at].span.end : years[0].span.start]) else int(years[0].value)


def _is_rate(text: str, figure: Figure) -> bool:
    """Whether the percentage is a rate of growth, which belongs to a period rather than a year."""
    around = text[max(0, figure.span.start - 60) : figure.span.end + 25].lower()
    return bool(re.search(r"\bcagr\b|growth rate|compound(?:ed)? annual", around))
