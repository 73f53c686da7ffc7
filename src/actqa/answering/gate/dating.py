"""Which year, or period, the words of a sentence tie to a figure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actqa.answering.asked.vocabulary import MONTHS
from actqa.answering.gate.assigning import set_against
from actqa.answering.gate.sentence import Sentence
from actqa.answering.gate.tense import FORECAST, tenses
from actqa.answering.standing import TIMES, times_of
from actqa.figures import Figure
from actqa.figures.grammar import NUMBER_WORDS
from actqa.reading import Span


def only_year(sentence: Sentence) -> int | None:
    """The only year of a sentence with a single value, whose year it then is."""
    times = [f for f in sentence.figures if f.kind in TIMES]
    return int(times[0].value) if len(times) == 1 == len(sentence.values) and times[0].kind == "year" else None


def dated_in_order(sentence: Sentence, values: Sequence[Figure]) -> Sequence[Figure]:
    """With the years that are named first, set against each other: `less in 2023 than in 2022: 5 against 7`."""
    years = [f for f in sentence.figures if f.kind == "year"]
    told = set_against(sentence.text, [f.span for f in values], [f.span for f in years])
    if not told:
        return values
    return [replace(figure, year=int(years[min(at)].value)) for figure, at in zip(values, told, strict=True)]


_RELATIVE = re.compile(
    r"\b(?:years?|seasons?|quarters?|months?) (?:earlier|before|ago|prior)\b|"
    r"\b(?:previous|prior|preceding) (?:year|season)",
    re.IGNORECASE,
)


_WITHIN = re.compile(
    r"^(?:(?!\band\b)[^,;]){0,60}\b(?:quarter|half|end|middle|start|beginning|course) (?:of|in) $", re.I
)
"""Between a figure and its year: `in the same quarter of 2023`."""


_COORDINATES = re.compile(
    r";\s|,\s(?=(?:and|but|while|whereas|with|as|so|though|although)\b)|"
    r"\s(?=(?:while|whereas|but|though|although|despite)\b)"
)


def coordinate(text: str, at: Span) -> Span:
    """The part of a sentence, between conjunctions, that a place lies in."""
    cuts = [0, *(m.start() for m in _COORDINATES.finditer(text)), len(text)]
    return Span(max(c for c in cuts if c <= at.start), min(c for c in cuts if c > at.start or c == len(text)))


def undated(sentence: Sentence, figure: Figure, spans: Sequence[Span]) -> Figure:
    """Without a year that comes from elsewhere: of a figure of `a year earlier`, of a change on the year before, and of
    one in a part of the sentence without a year."""
    text = sentence.text
    if (ago := _AGO.match(text, figure.span.end)) and (told := _named_before(figure, sentence.figures)) is not None:
        return replace(figure, year=told - _count(ago))
    if (later := _LATER.match(text, figure.span.end)) and (told := _named_before(figure, sentence.figures)) is not None:
        return replace(figure, year=told + _count(later))
    if (named := _behind_aside(text, figure, sentence.figures)) is not None:
        return replace(figure, year=named)
    if _FROM.search(text[: figure.span.start]) or _is_end(text, figure, sentence.figures):
        return replace(figure, year=None)
    until = min((s.start for s in spans if s.start >= figure.span.end), default=len(text))
    times = [f for f in sentence.figures if f.kind in TIMES]
    behind = [f for f in times if figure.span.end <= f.span.start < until]
    own = coordinate(text, figure.span)
    is_reckoned = not _says_when(figure, times)
    if figure.kind == "percent" and _RELATIVE.search(text, figure.span.end, behind[0].span.start if behind else until):
        return replace(figure, year=None)
    if behind and own.holds(behind[0].span):
        is_own = behind[0].kind == "year" and _WITHIN.search(text[figure.span.end : behind[0].span.start])
        return replace(figure, year=int(behind[0].value)) if is_own else figure
    if _RELATIVE.search(text, figure.span.end, until):
        return figure if is_reckoned else replace(figure, year=None)
    if any(f.span.start >= until and f.span.end > until for f in times) and _is_last(figure, times):
        return replace(figure, year=None)
    is_alone = bool(times) and not any(own.holds(f.span) for f in times)
    return replace(figure, year=None) if is_alone else figure


_AGO = re.compile(
    rf",?\s(?P<count>{'|'.join(NUMBER_WORDS)}|a|\d\d?) years? (?:earlier|before|prior|previously|ago)\b", re.IGNORECASE
)
"""Behind a figure of so many years before the one named last: `EUR 5 two years before`."""


def years_back(text: str) -> set[int]:
    """How many years before another time something was."""
    return {_count(found) for found in _AGO.finditer(text)}


def _count(found: re.Match[str]) -> int:
    word = found["count"].lower()
    return 1 if word == "a" else int(NUMBER_WORDS.get(word, word))


_LATER = re.compile(
    rf",?\s(?P<count>{'|'.join(NUMBER_WORDS)}|a|\d\d?) years? (?:later|on|after(?:wards)?)\b", re.IGNORECASE
)


def _named_before(figure: Figure, figures: Sequence[Figure]) -> int | None:
    named = [int(f.value) for f in figures if f.kind == "year" and f.span.end <= figure.span.start]
    return named[-1] if named else None


_ASIDE = re.compile(
    r"(?:\s*\([^()\d]*\)|,\s(?:or|i\.e\.)\s[^,]{1,30},)?\s(?:of|in|for|by|during|at|as of)\s"
    rf"(?:(?:the|early|mid|late|end|start|beginning|middle|first|second|third|fourth|last|quarter|half|of|Q[1-4]|H[12]|"
    rf"fiscal|{'|'.join(sorted(MONTHS))})[\s-])*",
    re.IGNORECASE,
)
"""Between a figure and its own year: `48,000 tonnes (gutted) in 2024`, `4,100 MW, or 4.1 GW, by late 2030`."""


def _behind_aside(text: str, figure: Figure, figures: Sequence[Figure]) -> int | None:
    """The year behind what is said of the figure in passing."""
    years = (f for f in figures if f.kind == "year" and f.span.start > figure.span.end)
    return next((int(f.value) for f in years if _ASIDE.fullmatch(text, figure.span.end, f.span.start)), None)


_FROM = re.compile(  # whose year is not the one that what comes of it has: `in 2024, from 7 to 6`
    r"\b(?:up |down )?from\s(?:about |around |roughly |some |nearly |just )?(?:over |under )?$", re.IGNORECASE
)

_UP_TO = re.compile(
    r"\bto\s(?:about |around |roughly |some |nearly |just |over |under |more than |almost )*$", re.IGNORECASE
)


def _is_end(text: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether something comes to it from another figure, whose year alone is named: `from 7 in 2024 to 9`."""
    before = [f for f in figures if f.span.end <= figure.span.start]
    if not _UP_TO.search(text[: figure.span.start]) or len(before) < len(("start", "year")):
        return False
    start, year = before[-2:]
    is_start = start.kind == figure.kind and year.kind == "year" and bool(_FROM.search(text[: start.span.start]))
    later = [f for f in figures if f.kind == "year" and f.span.start >= figure.span.end]
    return is_start and not later


def _is_last(figure: Figure, times: Sequence[Figure]) -> bool:
    """Whether all years stand behind the figure, and so are another's that stands between."""
    return all(f.span.start >= figure.span.end for f in times)


def _says_when(figure: Figure, times: Sequence[Figure]) -> bool:
    """Whether the text says the figure's year, which else is reckoned back from one that it says."""
    return any(figure.year in times_of(f) for f in times)


def is_before(sentence: Sentence, figure: Figure) -> bool:
    """Whether a forecast is of another figure behind it: `5 million in 2024 are expected to become 6 million`."""
    present, text = sentence.known.present, sentence.text
    later = any(f.span.start > figure.span.end and (f.year or 0) > (figure.year or 0) for f in sentence.values)
    if not later or figure.year is None or present is None or figure.year > present:
        return False
    return not any(tense == FORECAST and at.end <= figure.span.start for at, tense in tenses(text))


def period_of(sentence: Sentence, figure: Figure) -> tuple[int, int] | None:
    """The years nearest to a rate in its clause."""
    clause = sentence.clause(figure.span.start)
    periods = [f for f in sentence.figures if f.kind == "period" and f.until and clause.holds(f.span)]
    if not periods:
        return None
    nearest = min(periods, key=lambda f: max(f.span.start - figure.span.end, figure.span.start - f.span.end))
    return int(nearest.value), nearest.until or 0


_UNTIL = re.compile(
    r"\s*(?:CAGR\s|a year\s|per year\s|annually\s|growth\s|rate\s){0,2}(?:up )?(?:to|through|until|till|"
    r"by)\s(?:the end of\s)?"
    r"(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)


def until_of(text: str, rate: Figure) -> int | None:
    """The year that a rate is said to hold until: `4.35% a year through 2030`."""
    found = _UNTIL.match(text, rate.span.end) if rate.kind == "percent" else None
    return int(found["year"]) if found else None
