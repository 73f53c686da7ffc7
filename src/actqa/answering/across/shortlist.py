"""Which of many reports are read closely for a figure: those whose facts say that they state it, the first in rank."""

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal

from actqa.answering.across.briefs import Brief, Size
from actqa.answering.asked.question import Question
from actqa.answering.asked.words import stems

Valued = dict[str, tuple[bool, Decimal]]
"""Report → whether its figure compares with most, and its value."""


def shortlist(briefs: Mapping[str, Brief], question: Question, most: int, *, largest: bool) -> list[str]:
    """Ids of the reports to read, in the order of the titles."""
    if len(briefs) <= most:
        return list(briefs)
    is_of_part = bool(question.terms or question.places)
    valued = _by_name(briefs, question) if is_of_part else _VALUES.get(question.metric, _by_name)(briefs, question)
    sign = -1 if largest else 1
    best = sorted(valued, key=lambda id: (not valued[id][0], sign * valued[id][1]))[:most]
    return [id for id in briefs if id in best]


def _by_size(briefs: Mapping[str, Brief], question: Question) -> Valued:
    """Sizes of the years asked for, or of the commonest year; the commonest measure compares."""
    sizes = [(id, size) for id, brief in briefs.items() for size in brief.sizes if _is_asked(size, question)]
    if not question.years:
        firsts = {brief.sizes[0].year for brief in briefs.values() if brief.sizes}
        year = _commonest({(id, size.year) for id, size in sizes if size.year in firsts})
        sizes = [(id, size) for id, size in sizes if size.year == year]
    thing = _commonest({(id, size.thing) for id, size in sizes if size.is_money or question.unit == "volume"})
    valued: Valued = {}
    for id, size in sizes:
        if id not in valued or (size.thing == thing and not valued[id][0]):
            valued[id] = (size.thing == thing, size.value)
    return valued


def _is_asked(size: Size, question: Question) -> bool:
    if question.years and size.year not in question.years:
        return False
    return {"": True, "money": size.is_money, "volume": not size.is_money}.get(
        question.unit, size.thing == question.unit
    )


def _commonest(pairs: set[tuple[str, object]]) -> object:
    counts = Counter(it for _, it in sorted(pairs, key=str))
    return counts.most_common(1)[0][0] if counts else None


def _by_growth(briefs: Mapping[str, Brief], _: Question) -> Valued:
    return {id: (True, Decimal(str(brief.growth[0]))) for id, brief in briefs.items() if brief.growth}


def _by_name(briefs: Mapping[str, Brief], question: Question) -> Valued:
    """Reports that name what is asked about, those that state a share of it by that."""
    asked = frozenset(s for term in question.terms for s in stems(term))
    valued: Valued = {}
    for id, brief in briefs.items():
        own = [p for subject, p in brief.shares if subject in question.places or (asked and asked <= stems(subject))]
        named = set(question.places) <= brief.places and any(asked <= name.stems for name in brief.names.all)
        if own or named:
            valued[id] = (bool(own), Decimal(str(max(own, default=0))))
    return valued


_VALUES: dict[str, Callable[[Mapping[str, Brief], Question], Valued]] = {"size": _by_size, "growth": _by_growth}
