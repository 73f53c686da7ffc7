"""Figures that say something else of the same thing, time and measure than the best match."""

import re

from actqa.answering.asked.words import stems
from actqa.answering.figures.finding import Match
from actqa.answering.seen.stated import Stated
from actqa.figures import Figure
from actqa.figures.arithmetic import base, same_figure

FAR = 1.0
"""Score that a rival may fall behind the best one."""


def rivals_of(best: Match, matches: list[Match], generic: frozenset[str] = frozenset()) -> list[Match]:
    """Figures for the same slots that say something else, each value once; `generic` are stems that tell no part of the
    market from another."""
    rivals: list[Match] = []
    for match in matches:
        known = [best, *rivals]
        if not _is_of_the_same(best.stated, match.stated) or _is_told_of_else(best.stated, match.stated, generic):
            continue
        if "count" in {best.stated.figure.kind, match.stated.figure.kind} and not best.stated.whole:
            continue
        told = best.stated.subject == match.stated.subject and best.stated.is_known
        if match.covered < best.covered - 0.05 and not told and not match.leans:
            continue
        is_sure = match.stated.whole and (told or match.stated.is_rival)
        if (match.score < best.score - FAR and not is_sure) or any(
            agree(match.stated.figure, k.stated.figure) for k in known
        ):
            continue
        rivals.append(match)
    return rivals


def _is_told_of_else(best: Stated, other: Stated, generic: frozenset[str]) -> bool:
    """Whether the facts tell whose both are, and they are not one's; or they do of the best only, and the other is some
    percentage of which no more is known."""
    if other.is_rival or not best.is_known or best.places:
        return False
    if not other.is_known:
        return other.metric == "part" and other.unit.unit.kind != "row" and not _RANKED.search(other.clause)
    one, two = (stems(of.subject) - generic - _ANY for of in (best, other))
    return best.metric == "share" and bool(one and two) and not one & two and not one <= stems(other.clause)


_ANY = stems("segment category region country group class type market industry product sector area application")
"""Words that stand for whatever was named before."""
_RANKED = re.compile(
    r"\b(?:first|second|third|next|follow\w*|behind|lead\w*|led|last|largest|"
    r"smallest)\b",
    re.IGNORECASE,
)


def agree(figure: Figure, other: Figure) -> bool:
    """Whether two figures may be one, rounded, or said as a fraction in words."""
    if figure.kind == "percent" and not {figure.qualifier, other.qualifier} & INEXACT and _is_exact(figure, other):
        return figure.value == other.value
    if same_figure(figure, other):
        return True
    in_words = not (figure.text[:1].isdigit() and other.text[:1].isdigit())
    return figure.kind == other.kind == "percent" and in_words and abs(figure.value - other.value) <= IN_WORDS


def _is_exact(figure: Figure, other: Figure) -> bool:
    """Whether both are written in digits: 4% is then not 4.4%, though it may be 4.4% rounded."""
    return figure.text[:1].isdigit() and other.text[:1].isdigit()


INEXACT = {"about", "nearly", "over", "up to"}
IN_WORDS = 2
"""Percentage points that a fraction in words (`two-fifths`) may be off."""


def _is_of_the_same(one: Stated, other: Stated) -> bool:
    """Whether two figures are of the same thing, time and measure, as far as the report tells."""
    if one.unit is other.unit or _sort(one) != _sort(other) or one.whole != other.whole or one.places != other.places:
        return False
    if _kind(one) != _kind(other) or not _alike(_measure(one), _measure(other)):
        return False
    if one.figure.kind == "percent" and one.metric == "growth":
        return _is_of_one_year(one) == _is_of_one_year(other)
    years = one.year or one.carried, other.year or other.carried
    return years[0] == years[1] or (one.figure.kind == "percent" and None in years)


_YEARLY = re.compile(r"\bcagr\b|compound|annual|a year|per year|yearly|p\.a\.|per annum", re.IGNORECASE)


def _is_of_one_year(stated: Stated) -> bool:
    """Whether it tells of one year alone: `the market shrank by 8.4% in 2020`."""
    return (
        stated.period is None
        and stated.year is not None
        and not _YEARLY.search(f"{stated.thought} {stated.unit.heads}")
    )


def _kind(stated: Stated) -> str:
    return "quantity" if stated.figure.kind == "count" else stated.figure.kind


def _sort(stated: Stated) -> str:
    """The metric; where no more is known than that it is a part, or an amount, that of shares and sizes."""
    return {"part": "share", "amount": "size"}.get(stated.metric, stated.metric)


def _alike(measure: str, other: str) -> bool:
    """Whether two measures may be one; `units` may be of any thing."""
    return measure == other or ("units" in {measure, other} and not (measure + other).isupper())


def _measure(stated: Stated) -> str:
    """What the figure measures: a currency, a thing; of a rate what its sizes are in, if said."""
    if stated.metric in {"growth", "yoy"}:
        thing = base(stated.figure.value, stated.measure)[1] if stated.measure else ""
        return "" if len(thing) == 3 and thing.isupper() and thing != "TEU" else thing
    return base(stated.figure.value, stated.figure.unit)[1]
