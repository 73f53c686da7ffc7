"""Which of two things is ahead: `Is it growing faster in Asia or Europe?`, `Are cans bigger than bottles?`"""

import re
from dataclasses import replace

from actqa.answering.asked.cues import REASON
from actqa.answering.asked.places import place_spans
from actqa.answering.assemble import SILENT
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import wording
from actqa.answering.figures.finding import Match, find
from actqa.answering.figures.leaders import SUPERLATIVES
from actqa.answering.figures.operands import WHOLE, entities, named, spot
from actqa.answering.seen.slots import Slots
from actqa.figures.arithmetic import base
from actqa.places import lies_in

_FASTER = re.compile(
    r"\b(?:faster|quicker|slower|more (?:quickly|rapidly|slowly)|grow\w* (?:more|less))\b", re.IGNORECASE
)
_BIGGER = re.compile(
    r"\b(?:bigger|larger|smaller|more important|ahead|higher share|lower share|more popular|lead(?:s|ing)?)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:slower|smaller|less|lower|more slowly)\b", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:or|than|vs\.?|versus|against|compar\w+)\b", re.IGNORECASE)
_VERSUS = re.compile(r"\b(?:vs\.?|versus|against)(?=\W)|\bcompar\w+\b", re.IGNORECASE)
_WITH_WHOLE = re.compile(
    r"\b(?:vs\.?|versus|against|than|compared (?:to|with)) (?:the |that of the )?(?:total|overall|whole|entire|global|"
    r"market)(?: market| industry)?\W*$",
    re.IGNORECASE,
)
"""Compares a part with the market."""
_SUM = re.compile(r"\bhow (?:much|many|far)\b|\bby what\b|\btimes\b", re.IGNORECASE)


def compose_comparison(asked: Asked) -> Drafted | None:
    """The figures of both, the one that is ahead first; else who is ranked first of all; None where nothing is
    compared."""
    text = asked.question.text
    growth = bool(_FASTER.search(text))
    told_in = asked.question.metric
    plain = bool(_VERSUS.search(text)) and told_in in {"", "share", "growth", "size"} and not asked.question.operation
    if (
        REASON.asked.search(text.lower())
        or _SUM.search(text)
        or not _AGAINST.search(text)
        or not (growth or plain or _BIGGER.search(text))
    ):
        return None
    things = entities(asked)
    things = [*things, WHOLE] if len(things) == 1 and _WITH_WHOLE.search(text) else things
    if len(things) != len(set(things)) or len(things) < 2:
        return None
    for metric in _metrics(told_in if plain else "growth" if growth else ""):
        found = [_best(asked, thing, metric) for thing in things]
        if all(found) and _comparable([m for m in found if m is not None]):
            matches = sorted((m for m in found if m is not None), key=lambda m: -m.stated.figure.value)
            return Drafted(_drafts(asked, matches[::-1] if _LESS.search(text) else matches))
    if plain:
        return None
    ranked = _ranked(asked, things, "fastest" if growth else "largest")
    what = "a growth rate" if growth else "a share or size"
    names = " and ".join(named(thing) for thing in things)
    return ranked or Drafted(refusal=f"{SILENT}: I looked for {what} of both {names}, to compare them, and found none.")


def _metrics(asked: str) -> tuple[str, ...]:
    """What the two may be compared by, the likeliest first."""
    return (asked,) if asked in {"growth", "size"} else ("share", "size")


def _best(asked: Asked, thing: Slots, metric: str) -> Match | None:
    question = replace(asked.question, metric=metric, operation="", unit="", leader="", names=())
    return next(iter(find(question, thing, asked.view, asked.near)), None)


def _comparable(matches: list[Match]) -> bool:
    """Whether all are in one measure and of one year."""
    measures = {base(m.stated.figure.value, m.stated.figure.unit)[1] for m in matches}
    years = {m.stated.year for m in matches if m.stated.figure.kind != "percent"}
    return len(measures) == 1 and len(years) <= 1


def _drafts(asked: Asked, matches: list[Match]) -> tuple[Draft, ...]:
    by_text: dict[str, list[Match]] = {}
    for match in matches:
        by_text.setdefault(wording(asked, match.stated), []).append(match)
    return tuple(Draft(text, spot(*told), tuple(m.stated.figure for m in told)) for text, told in by_text.items())


def _ranked(asked: Asked, things: list[Slots], rank: str) -> Drafted | None:
    """The sentence that ranks one of them first of all."""
    for unit in asked.view.units:
        if unit.unit.kind == "heading" or not SUPERLATIVES[rank].search(unit.text) or _PART.search(unit.text):
            continue
        places = [name for _, _, name in place_spans(unit.text)]
        for thing in things:
            there = thing.places and places and len(places) == 1 and _is_in(places[0], thing.places)
            if there or (thing.must and thing.must <= unit.said and not places):
                return Drafted((Draft(unit.text, (unit.unit.content,)),))
    return None


_PART = re.compile(r"\b(?:segment|category)\b", re.IGNORECASE)


def _is_in(place: str, among: frozenset[str]) -> bool:
    return any(place == other or lies_in(place, other) or lies_in(other, place) for other in among)
