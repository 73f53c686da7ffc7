"""The gate that every statement passes: no number leaves that does not stand in what the statement cites."""

import re
from dataclasses import dataclass

from actqa.answering.draft import Draft
from actqa.reading import Report, shown

_NUMBER = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Failure:
    """A statement that may not leave, and why."""

    draft: Draft
    reason: str


def check(report: Report, draft: Draft) -> Failure | None:
    """None where every number and figure of the draft stands in the places it cites; else why it is withheld."""
    places = [span for span in draft.evidence if 0 <= span.start < span.end <= len(report.text)]
    if len(places) < len(draft.evidence) or not places:
        return Failure(draft, "it cites no place in the report")
    quotes = [shown(report.text, span) for span in places]
    stated = set(_NUMBER.findall(" ".join(quotes)))
    for number in _NUMBER.findall(draft.text):
        if number not in stated:
            return Failure(draft, f"{number} does not stand in what it cites")
    for figure in draft.figures:
        if not any(place.holds(figure.span) for place in places):
            return Failure(draft, f"{figure.text} does not stand in what it cites")
    return None
