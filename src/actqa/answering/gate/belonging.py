"""Whether the figures of a statement are said of the same thing, time and measure as where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from actqa.answering.gate.cited import Cited, Read
from actqa.answering.gate.direction import DIRECTIONS, DOWN
from actqa.answering.gate.forms import is_form
from actqa.answering.gate.marks import marks
from actqa.answering.gate.mentions import Mention, Owners, mentions_in
from actqa.answering.gate.rounding import alike, is_fraction_of, quantity, stands_for
from actqa.answering.gate.sentence import UNSURE, Sentence
from actqa.answering.gate.tense import FACT, FORECAST, PRESENT, contradicts
from actqa.answering.standing import TIMES, times_of


def misplaced(sentence: Sentence, cited: Cited) -> str:
    """Why a figure of the sentence may not be said; empty where all may."""
    years = _years(cited)
    for figure in sentence.figures:
        if figure.until is not None and figure.until <= figure.value:
            return f"{figure.text} is no time"
        if figure.kind in TIMES and not times_of(figure) <= years:
            return f"{figure.text} does not stand in what it cites"
    said = mentions_in(sentence)
    falls = any(mark.means == DOWN for mark in marks(sentence, DIRECTIONS))
    reasons = (_reason(m, cited, falls=falls) for m in said if not _is_said_beside(m, said))
    return next(filter(None, reasons), "")


def _years(cited: Cited) -> set[int]:
    found: set[int] = set()
    for read in cited.reads:
        for sentence in (read.sentence, read.governing):
            for figure in sentence.figures:
                if figure.kind in TIMES:
                    found |= times_of(figure)
    return found


def _stands_for(said: Mention, found: Mention, *, falls: bool) -> bool:
    """Whether one figure may be said for the other; what falls by 2% is one of -2%."""
    hedge = found.hedge if said.estimated and found.hedge == "about" else said.hedge
    if stands_for(said.figure, hedge, found.figure, found.hedge):
        return True
    fallen = replace(found.figure, value=-found.figure.value)
    return falls and found.figure.value < 0 and stands_for(said.figure, hedge, fallen, found.hedge)


def _is_said_beside(said: Mention, all_said: Sequence[Mention]) -> bool:
    """Whether it is a fraction in words of what is given in digits beside it: `nearly half of it, 48%`."""
    if any(c.isdigit() for c in said.figure.text) or said.figure.kind != "percent":
        return False
    digits = (m for m in all_said if any(c.isdigit() for c in m.figure.text) and m.figure.kind == "percent")
    return any(is_fraction_of(said.figure.value, m.figure.value, said.hedge) for m in digits)


def _reason(said: Mention, cited: Cited, *, falls: bool = False) -> str:
    """Why no cited figure is the one that is said."""
    there = [(found, read) for found, read in cited.mentions if _stands_for(said, found, falls=falls)]
    if not there:
        return _unfound(said, cited)
    reasons = [_other(said, found, read, cited) for found, read in there]
    return "" if "" in reasons else reasons[0]


def _unfound(said: Mention, cited: Cited) -> str:
    for found, _ in cited.mentions:
        if found.hedge != said.hedge and stands_for(said.figure, found.hedge, found.figure, found.hedge):
            return f"{said.figure.text} is cited as {found.hedge or 'exactly'} {found.figure.text}"
    return f"{said.figure.text} does not stand in what it cites"


def _other(said: Mention, found: Mention, read: Read, cited: Cited) -> str:
    """Why the figure found is another one than is said."""
    text = said.figure.text
    if not _of_its_year(said, found, read, cited):
        return f"{text} is not said of {said.figure.year} in what it cites"
    if said.period and found.period and said.period != found.period:
        return f"{text} is not said of {said.period[0]} to {said.period[1]} in what it cites"
    if said.until and found.until and said.until != found.until:
        return f"{text} is not said of the time until {said.until} in what it cites"
    for all_ours, theirs in ((said.places, found.places), (said.names, found.names)):
        ours = all_ours - WHOLE_ONLY or all_ours
        if ours and (
            is_other(ours, theirs, cited.named, cited.known.parts) or (not theirs and not _governs(ours, read, cited))
        ):
            return f"{text} is not said of {_named(ours)} in what it cites"
    if said.metric and found.metric and said.metric != found.metric:
        return f"{text} is no {said.metric} in what it cites"
    if said.role and found.role and said.role != found.role and not (said.figure.year and found.figure.year):
        return f"{text} is what it comes {'from' if found.role == 'from' else 'to'} in what it cites"
    tense = found.tense or (_tense_of(found, cited) if said.tense != PRESENT else "")
    if said.figure.unit == "years":
        tense = said.tense
    may_be = PRESENT in {said.tense, tense} and _may_be_foreseen(said, found, tense, cited)
    if (contradicts(said.tense, tense) and not may_be) or (
        said.tense == FACT != tense and _is_forecast_rate(found, cited)
    ):
        return f"{text} is told as a {tense} in what it cites"
    return _beside(said, found, cited) or _strange(said, read)


def _strange(said: Mention, read: Read) -> str:
    """Why, where nothing at all is named, and none of the words said with a figure stands with it or over it."""
    if said.names or said.places or said.period or len(said.near) < STRANGE:
        return ""
    known = any(is_form(word, other) for word in said.near for other in read.stems)
    return "" if known else f"{said.figure.text} is said of something else in what it cites"


STRANGE = 3
"""Words said with a figure from which one of them must stand there."""


def _of_its_year(said: Mention, found: Mention, read: Read, cited: Cited) -> bool:
    year = said.figure.year
    if year is None or found.figure.year == year or (said.period and said.metric == "growth"):
        return True
    if found.figure.year is not None:
        return False
    if found.period and year in found.period:
        return True
    free = (r.sentence for r in cited.reads if not r.sentence.values)
    where = (read.sentence, read.governing, *free)
    if any(f.kind in TIMES and year in times_of(f) for sentence in where for f in sentence.figures):
        return True
    if any(f.kind in TIMES for f in read.sentence.figures) or year not in read.years_before:
        return False
    ends = {"from": min(read.years_before), "to": max(read.years_before)}
    return len(read.years_before) == 1 or ends.get(found.role) == year


def is_other(ours: Owners, theirs: Owners, named: Owners, parts: Owners = frozenset()) -> bool:
    """Whether somebody else is meant than who is `named` in what is cited; two `parts` of the market are two, even
    where the name of one is in the other's: virgin and extra virgin."""
    if not theirs or any(same_name(a, b) and not (a != b and {a, b} <= parts) for a in ours for b in theirs):
        return False
    if ours == WHOLE_ONLY:
        return not any(key.startswith(UNSURE) for key in theirs)
    return any(same_name(key, other) for key in ours if key for other in named)


def _may_be_foreseen(said: Mention, found: Mention, tense: str, cited: Cited) -> bool:
    """Whether what one tells in the present may be a forecast: a rate of growth, or a value of a year to come."""
    if "growth" in {said.metric, found.metric}:
        return True
    year = found.figure.year or said.figure.year
    return tense == PRESENT and (year is None or year > (cited.known.present or 0)) and said.metric != "share"


def _is_forecast_rate(found: Mention, cited: Cited) -> bool:
    """Whether it is a rate of growth, which reports give for years to come unless they say otherwise."""
    until = found.until
    return found.metric == "growth" and (until is None or until > (cited.known.present or 0))


def _tense_of(found: Mention, cited: Cited) -> str:
    """By its time, where no verb says it: what lies after the year that the report's figures start from is forecast."""
    year = found.period[1] if found.period else found.figure.year
    if year is None or cited.known.present is None:
        return ""
    if year == cited.known.present:
        return FACT if cited.known.is_base else ""
    return FORECAST if year > cited.known.present + 1 else FACT if year < cited.known.present - 1 else ""


def _governs(ours: Owners, read: Read, cited: Cited) -> bool:
    """Whether one of these stands in the line or over it, or alone in what is cited, where nothing else tells whose a
    figure of it is."""
    bare = (it.sentence for it in cited.reads if not it.sentence.values or it.said.block == read.said.block)
    headed = frozenset(a.key for sentence in bare for a in (*sentence.places, *sentence.names))
    if "" in ours or (len(cited.keys) == 1 and any(same_name(key, other) for key in ours for other in headed)):
        return True
    return any(same_name(key, other) for key in ours for other in read.keys) or any(
        set(key.strip(UNSURE).split()) <= read.stems for key in ours
    )


def same_name(one: str, other: str) -> bool:
    """Whether two keys are of one name, be it shortened."""
    if one == other or not one or not other:
        return one == other
    words, others = set(one.strip(UNSURE).split()), set(other.strip(UNSURE).split())
    return words <= others or others <= words


WHOLE_ONLY = frozenset({""})


def _named(owners: Owners) -> str:
    return " and ".join(sorted(owner.strip(UNSURE) or "the market" for owner in owners))


def _beside(said: Mention, found: Mention, cited: Cited) -> str:
    """Why the words said with the figure are rather those of another one there, where nothing else tells them apart."""
    for other, _ in _rivals(found, cited):
        if _is_told_apart(said, found, other):
            continue
        own, their = found.near - other.near, other.near - found.near
        if own and said.near & their and not said.near & own:
            return f"{said.figure.text} is said with other words in what it cites"
    return ""


def _is_told_apart(said: Mention, found: Mention, other: Mention) -> bool:
    """Whether year, place or name already tells that the one found is meant, and not the other."""
    if said.figure.year is not None and found.figure.year == said.figure.year != other.figure.year:
        return True
    if said.metric and said.metric == found.metric != other.metric:
        return True
    pairs = ((said.places, found.places, other.places), (said.names, found.names, other.names))
    return any(ours & mine and not ours & theirs for ours, mine, theirs in pairs) or (
        bool(said.role) and said.role == found.role != other.role
    )


def _rivals(found: Mention, cited: Cited) -> Iterator[tuple[Mention, Read]]:
    thing = quantity(found.figure.value, found.figure.unit)[1]
    for other, read in cited.mentions:
        if other.figure.kind == found.figure.kind and other.figure.span != found.figure.span:
            value, unit = quantity(other.figure.value, other.figure.unit)
            if alike(unit, thing) and value != quantity(found.figure.value, found.figure.unit)[0]:
                yield other, read
