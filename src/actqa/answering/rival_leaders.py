"""Where a report ranks two regions first of their kind: both are given, and that they differ is said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.leaders import SUPERLATIVES
from actqa.answering.places import place_spans
from actqa.answering.units import UnitView
from actqa.places import is_region

_NEAR = 60
"""Characters between a superlative and the word it ranks."""


def with_rivals(asked: Asked, drafted: Drafted) -> Drafted:
    """The answer with the first sentence that ranks another region first, where the best one ranks a region so."""
    question = asked.question
    if not drafted.drafts or drafted.conflict or not question.leader or "region" not in question.text.lower():
        return drafted
    units = {unit.unit.content: unit for unit in asked.view.units}
    best = units.get(drafted.drafts[0].evidence[0])
    first = next(_ranked(asked, best), "") if best is not None else ""
    if not first or question.places:
        return drafted
    for unit in asked.view.units:
        other = next(_ranked(asked, unit), first)
        if other != first:
            rival = Draft(unit.text, (unit.unit.content,))
            return replace(
                drafted,
                drafts=(drafted.drafts[0], rival),
                conflict=f"The report ranks different regions first: {first} and {other}.",
            )
    return drafted


def _ranked(asked: Asked, unit: UnitView) -> Iterator[str]:
    """The regions that the unit says rank first of all regions."""
    ranked = SUPERLATIVES[asked.question.leader]
    said = unit.text if unit.unit.kind != "row" else f"{unit.text} {unit.heads}"
    for found in ranked.finditer(said):
        around = said[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        if not re.search(r"\bregions?\b", around, re.IGNORECASE):
            continue
        places = [(start, name) for start, _, name in place_spans(said) if is_region(name)]
        if places:
            yield min(places, key=lambda place: abs(place[0] - found.start()))[1]
