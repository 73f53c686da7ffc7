"""Composes the answer to a question for a figure: the figure's own sentence or row, and what differs from it."""

import re

from actqa.answering.draft import Draft, Drafted
from actqa.answering.matching import Match, asked_stems, figure_matches, speaks_of_all
from actqa.answering.question import Question
from actqa.answering.refusal import refusal
from actqa.answering.view import ReportView
from actqa.figures import Figure
from actqa.figures.arithmetic import same_figure
from actqa.retrieval import Ranked

MOST_RIVALS = 3

ALTERNATIVE = re.compile(
    r"\b(?:alternative|another|other) (?:estimate|consultanc|house|source|study|studies|one|publisher|analyst|forecast)"
    r"|\b(?:a|one|some) peers?\b|\bearlier edition",
    re.IGNORECASE,
)
"""Words that give a figure as somebody else's."""

NEAR = 0.62
"""Of the best score, what a rival figure must have to count as one for the same thing."""


def compose_figures(question: Question, view: ReportView, found: list[Ranked]) -> Drafted:
    """The best match first; then rivals that match the same slots with another value."""
    matches = figure_matches(question, view, found)
    if not matches:
        return Drafted(refusal=refusal(question))
    best = max(matches, key=lambda m: _weight(m, matches))
    whole = not asked_stems(question, view) and not question.places
    rivals = _rivals(best, [m for m in matches if not whole or speaks_of_all(m.unit, view)])
    drafts = (_draft(best, matches, besides=not rivals), *(_draft(rival, matches) for rival in rivals))
    values = ", ".join(m.figure.text for m in (best, *rivals))
    conflict = f"The report gives different figures for this: {values}." if rivals else ""
    return Drafted(drafts, conflict)


def _weight(match: Match, matches: list[Match]) -> float:
    """The match's score, more where other units say the same, less where the words give it as somebody else's."""
    said = {m.unit.unit.number for m in matches if same_figure(m.figure, match.figure)}
    return match.score + 0.15 * min(len(said), 4) - (0.4 if ALTERNATIVE.search(match.unit.text) else 0.0)


def _rivals(best: Match, matches: list[Match]) -> list[Match]:
    """Figures for the same slots that say something else, each value once."""
    rivals: list[Match] = []
    for match in matches:
        known = [best, *rivals]
        if match.score < NEAR * best.score or match.figure.kind != best.figure.kind:
            continue
        if match.unit.places != best.unit.places:
            continue
        if match.unit in [k.unit for k in known] or not _same_time(match.figure, best.figure):
            continue
        if match.covered < best.covered:
            continue
        if not any(same_figure(match.figure, k.figure) for k in known):
            rivals.append(match)
    return rivals[:MOST_RIVALS]


def _same_time(figure: Figure, other: Figure) -> bool:
    """Whether two values may be of the same time; rates are of periods, which are left to the reader here."""
    return figure.kind == "percent" or figure.year == other.year


def _draft(match: Match, matches: list[Match], *, besides: bool = False) -> Draft:
    """The unit's own words, cited with other units that say the same; `besides` names the unit's other figures too."""
    same = [m for m in matches if m.unit is not match.unit and same_figure(m.figure, match.figure)][:2]
    places = (match.unit.unit.content, *(m.unit.unit.content for m in same))
    return Draft(match.unit.text, places, (match.figure, *(_others(match) if besides else ())))


def _others(match: Match) -> list[Figure]:
    """The figures that stand in the same unit: they are in the statement, so they are tied to their place as well."""
    kinds = {"money", "percent", "quantity", "multiple"}
    return [f for f in match.unit.figures if f is not match.figure and f.kind in kinds][:MOST_RIVALS]
