"""The gate that every statement passes: no number leaves that does not stand in what the statement cites, or that is
not worked out from numbers that do."""

import re
from dataclasses import dataclass

from actqa.answering.draft import Draft
from actqa.answering.operations import OPERATIONS
from actqa.reading import Report, Span, shown

_NUMBER = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:[.,]\d+)?")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Failure:
    """A statement that may not leave, and why."""

    draft: Draft
    reason: str


def check(report: Report, draft: Draft, asked: str = "") -> Failure | None:
    """None where every number and figure of the draft stands in the places it cites, or follows from such figures by
    the operation it names; else why it is withheld. Years of the question may be echoed beside a sum."""
    places = [span for span in draft.evidence if 0 <= span.start < span.end <= len(report.text)]
    if len(places) < len(draft.evidence) or not places:
        return Failure(draft, "it cites no place in the report")
    reason = _unstated(report, draft, places, asked) or _not_computed(report, draft, places)
    return Failure(draft, reason) if reason else None


def _unstated(report: Report, draft: Draft, places: list[Span], asked: str) -> str:
    stated = set(_NUMBER.findall(" ".join(shown(report.text, span) for span in places)))
    stated |= _computed_numbers(draft)
    if draft.computed is not None:
        stated |= set(_YEAR.findall(asked))
    for number in _NUMBER.findall(draft.text):
        if number not in stated:
            return f"{number} does not stand in what it cites"
    for figure in draft.figures:
        if not any(place.holds(figure.span) for place in places):
            return f"{figure.text} does not stand in what it cites"
    return ""


def _computed_numbers(draft: Draft) -> set[str]:
    """Numbers that the sum brings: its result and what its formula has besides the operands."""
    if draft.computed is None:
        return set()
    try:
        return set(_NUMBER.findall(f"{draft.computed.text} {draft.computed.formula}"))
    except (ArithmeticError, ValueError, LookupError):
        return set()


def _not_computed(report: Report, draft: Draft, places: list[Span]) -> str:
    """Why the sum may not be shown: an operand that is not cited, or an operation without a result."""
    if draft.computed is None:
        return ""
    for operand in draft.computed.operands:
        if not any(place.holds(operand.span) for place in places):
            return f"{operand.text} does not stand in what it cites"
        if _digits(operand.text) not in {_digits(n) for n in _NUMBER.findall(shown(report.text, operand.span))}:
            return f"{operand.text} is not what stands there"
    if draft.computed.operation not in OPERATIONS:
        return f"there is no operation {draft.computed.operation}"
    try:
        draft.computed.result  # noqa: B018 - raises where there is none
    except (ArithmeticError, ValueError) as error:
        return f"it cannot be worked out: {error}"
    return ""


def _digits(text: str) -> str:
    found = _NUMBER.search(text)
    return found.group() if found else text
