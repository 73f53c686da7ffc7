"""Composes the answer to a question for a figure: the figure's own sentence or row, and what differs from it."""

from decimal import Decimal

from actqa.answering.draft import Draft, Drafted
from actqa.answering.matching import Match, asked_stems, figure_matches, speaks_of_all
from actqa.answering.question import Question
from actqa.answering.refusal import refusal
from actqa.answering.view import ReportView
from actqa.figures import Figure
from actqa.figures.grammar import FACTORS
from actqa.retrieval import Ranked

MOST_RIVALS = 3
NEAR = 0.62
"""Of the best score, what a rival figure must have to count as one for the same thing."""


def compose_figures(question: Question, view: ReportView, found: list[Ranked]) -> Drafted:
    """The best match first; then rivals that match the same slots with another value."""
    matches = figure_matches(question, view, found)
    if not matches:
        return Drafted(refusal=refusal(question))
    best = matches[0]
    rivals = _rivals(best, matches, whole=not asked_stems(question, view) and not question.places)
    drafts = (_draft(best, matches), *(_draft(rival, matches) for rival in rivals))
    values = ", ".join(m.figure.text for m in (best, *rivals))
    conflict = f"The report gives different figures for this: {values}." if rivals else ""
    return Drafted(drafts, conflict)


def base_value(figure: Figure) -> tuple[Decimal, str]:
    """The value without its scale word, and what is left of the unit: what two figures are compared by."""
    scale = next((w for w in figure.unit.split() if w in FACTORS), "")
    factor = Decimal(10) ** FACTORS[scale] if scale else Decimal(1)
    return figure.value * factor, " ".join(w for w in figure.unit.split() if w != scale)


def same_value(a: Figure, b: Figure) -> bool:
    """Whether the two say the same, one perhaps rounded: equal within half a unit of the coarser one's last digit."""
    (value, unit), (other, other_unit) = base_value(a), base_value(b)
    if a.kind != b.kind or (a.kind == "money" and unit != other_unit):
        return False
    return abs(value - other) <= max(_half_digit(a), _half_digit(b))


def _half_digit(figure: Figure) -> Decimal:
    exponent = figure.value.as_tuple().exponent
    scale = next((FACTORS[w] for w in figure.unit.split() if w in FACTORS), 0)
    return Decimal(5).scaleb(int(exponent) - 1 + scale)


def _rivals(best: Match, matches: list[Match], *, whole: bool) -> list[Match]:
    """Figures for the same slots that say something else, each value once."""
    rivals: list[Match] = []
    for match in matches[1:]:
        known = [best, *rivals]
        if match.score < NEAR * best.score or match.figure.kind != best.figure.kind:
            continue
        if match.unit.unit.number == best.unit.unit.number or match.unit.places != best.unit.places:
            continue
        if match.covered < best.covered or (whole and not speaks_of_all(match.unit)):
            continue
        if not any(same_value(match.figure, k.figure) for k in known):
            rivals.append(match)
    return rivals[:MOST_RIVALS]


def _draft(match: Match, matches: list[Match]) -> Draft:
    """The unit's own words; other units that say the same figure are cited beside it."""
    same = [m for m in matches if m.unit is not match.unit and same_value(m.figure, match.figure)][:2]
    return Draft(match.unit.text, (match.unit.unit.content, *(m.unit.unit.content for m in same)), (match.figure,))
