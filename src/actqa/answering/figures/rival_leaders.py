"""Where a report ranks two regions, or two segments of one kind, first: both are given, and it is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from actqa.answering.asked.places import place_spans
from actqa.answering.asked.question import years_in
from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.leaders import SUPERLATIVES
from actqa.answering.seen.units import UnitView
from actqa.figures import Figure
from actqa.places import is_region

_NEAR = 60
"""Characters between a superlative and the word it ranks."""
_REGION = re.compile(r"\bregion(?:s|al)?\b", re.IGNORECASE)
_MARKET = re.compile(r"\b(?:market|industry|revenues?|sales|global(?:ly)?|share)\b", re.IGNORECASE)


def with_rivals(asked: Asked, drafted: Drafted) -> Drafted:
    """The answer with the first sentence that ranks another one first, where the best one ranks a region so, or a
    segment."""
    question = asked.question
    if not drafted.drafts or drafted.conflict or not question.leader or question.places:
        return drafted
    units = {unit.unit.content: unit for unit in asked.view.units}
    best = units.get(drafted.drafts[0].evidence[0])
    if best is None:
        return drafted
    first, other, kind = _rival(asked, best)
    if other is None:
        return drafted
    rival = Draft(other.text, (other.unit.content,), _shares(asked, other))
    second = next(name for name in _ranked(asked, other, kind) if name != first)
    said = "regions" if kind == "region" else "segments"
    return replace(
        drafted,
        drafts=(drafted.drafts[0], rival),
        conflict=f"The report ranks different {said} first: {first} and {second}.",
    )


def _rival(asked: Asked, best: UnitView) -> tuple[str, UnitView | None, str]:
    """What the best unit ranks first, the first unit that ranks another of its kind so, and the kind."""
    kinds = ("region",) if _REGION.search(asked.question.text) else ("segment",)
    for kind in kinds:
        first = next(_ranked(asked, best, kind), "")
        for unit in asked.view.units if first else ():
            others = [name for name in _ranked(asked, unit, kind) if name != first]
            if others and _is_then(asked, best, unit) and (kind == "region" or _are_beside(asked, first, others[0])):
                return first, unit, kind
    return "", None, ""


def _is_then(asked: Asked, best: UnitView, other: UnitView) -> bool:
    """Whether both may speak of one time."""
    one, two = set(years_in(best.text)), set(years_in(other.text))
    return not one or not two or bool(one & two) or not asked.question.years


def _shares(asked: Asked, unit: UnitView) -> tuple[Figure, ...]:
    """Its first share, where shares are asked for."""
    told = (s.figure for s in asked.view.stated if s.unit is unit and s.metric in {"share", "part"})
    return tuple(told)[:1] if asked.question.metric == "share" else ()


def _ranked(asked: Asked, unit: UnitView, kind: str) -> Iterator[str]:
    """Those of the kind that the unit says rank first of all."""
    yield from _regions(asked, unit) if kind == "region" else _segments(asked, unit)


def _regions(asked: Asked, unit: UnitView) -> Iterator[str]:
    ranked = SUPERLATIVES[asked.question.leader]
    said = unit.text if unit.unit.kind != "row" else f"{unit.text} {unit.heads}"
    for found in ranked.finditer(said):
        around = said[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        places = [(start, name) for start, _, name in place_spans(said) if is_region(name)]
        is_keyed = unit.unit.kind == "row" and found.start() <= 1 and _MARKET.match(said[found.end() :].strip())
        if not places or not (is_keyed or _REGION.search(around) or _leads_market(asked, unit, said, found)):
            continue
        yield min(places, key=lambda place: abs(place[0] - found.start()))[1]


def _leads_market(asked: Asked, unit: UnitView, said: str, found: re.Match[str]) -> bool:
    """Whether a sentence that begins with a region says that it leads the market, and names no part of that."""
    opening = [name for start, _, name in place_spans(said[: found.start()]) if is_region(name) and start <= _NEAR // 3]
    single = len({name for _, _, name in place_spans(said[: found.end() + _NEAR])}) == 1
    parts = any(name.kind == "segment" and not is_region(name.text) for name in asked.view.names.within(unit.said))
    return bool(opening) and single and not parts and bool(_MARKET.search(said[found.start() : found.end() + _NEAR]))


def _segments(asked: Asked, unit: UnitView) -> Iterator[str]:
    """The only segment that a sentence names up to where it says that it leads the market."""
    ranked = SUPERLATIVES[asked.question.leader]
    if unit.unit.kind == "row" or place_spans(unit.text):
        return
    for found in ranked.finditer(unit.text):
        named = [n for n in asked.view.names.within(stems(unit.text[: found.start()])) if n.kind == "segment"]
        if len(named) == 1 and _MARKET.search(unit.text[found.start() : found.end() + _NEAR]):
            yield named[0].text


def _are_beside(asked: Asked, one: str, other: str) -> bool:
    """Whether both are of one dimension that the question names."""
    for listing in asked.view.listings:
        if listing.kind == "dimension" and not listing.is_inner:
            names = {item.name.lower() for item in listing.items}
            if {one.lower(), other.lower()} <= names:
                return bool(stems(listing.title) & stems(asked.question.text)) or len(listing.items) > 1
    return False
