"""What is asked against what is found, slot by slot: metric, year, place, and the words that name something."""

import re
from dataclasses import dataclass

from actqa.answering.question import Question
from actqa.answering.view import ReportView, UnitView
from actqa.figures import Figure
from actqa.retrieval import Ranked

KINDS = {
    "size": {"money", "quantity"},
    "growth": {"percent"},
    "share": {"percent"},
    "count": {"quantity"},
    "": {"money", "quantity", "percent", "multiple"},
}
"""Metric → kinds of figures that answer."""

CLOSE = 0.55
"""Cosine from which other words may stand for those asked; below it at least half of them must be there."""

_RATE = re.compile(
    r"\bcagr\b|growth|\bgrow|compound|annual|year-over-year|yearly|\brise|\bexpan|a year\b|climb", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Match:
    """A figure that answers the question, in the unit it stands in."""

    unit: UnitView
    figure: Figure
    score: float


def figure_matches(question: Question, view: ReportView, found: list[Ranked]) -> list[Match]:
    """Figures of the ranked units that match every slot of the question, best first."""
    top = found[0].score if found else 1.0
    matches = [
        Match(unit, figure, _score(question, unit, figure, hit, top, asked))
        for hit in found
        for unit in [view.units[hit.unit]]
        if (asked := _asked(question, view)) is not None and speaks_of(question, unit, hit, asked, view)
        for figure in unit.figures
        if _answers(question, unit, figure)
    ]
    return sorted(matches, key=lambda m: -m.score)


def speaks_of(question: Question, unit: UnitView, hit: Ranked, asked: frozenset[str], view: ReportView) -> bool:
    """Whether the unit is about the place and the things asked for, and about no other place."""
    if unit.is_head or (unit.unit.kind == "heading" and len(unit.text) < 60):
        return False
    wanted = set(question.places)
    if wanted - view.places - unit.places:
        return False
    if not all(
        name.lower() in f"{unit.text} {unit.around}".lower()
        for name in question.names
        if name.lower() not in _known(view)
    ):
        return False
    return not asked or len(asked & unit.stems) * 2 >= len(asked) or hit.similarity >= CLOSE


def _known(view: ReportView) -> str:
    return view.report.title.lower()


def _asked(question: Question, view: ReportView) -> frozenset[str]:
    """Stems that must be found: those of the question that the report's title does not hold anyway, nor a place."""
    places = {s for place in question.places for s in _place_stems(place)}
    return frozenset(s for s in question.stems if s not in view.subject and s not in places)


def _place_stems(place: str) -> frozenset[str]:
    from actqa.answering import vocabulary
    from actqa.answering.question import stems

    return stems(" ".join(vocabulary.PLACES[place]))


def _answers(question: Question, unit: UnitView, figure: Figure) -> bool:
    if figure.kind not in KINDS[question.metric]:
        return False
    if figure.kind == "quantity" and figure.unit.split(" ")[-1] in {"years", "months", "days", "weeks", "hours"}:
        return False
    is_rate = figure.kind == "percent" and bool(_RATE.search(_near(unit, figure)))
    if (question.metric == "growth" and not is_rate) or (
        question.metric == "share" and is_rate and "contribut" not in unit.text
    ):
        return False
    return _in_years(question, unit, figure)


def _near(unit: UnitView, figure: Figure) -> str:
    at = unit.text.find(figure.text)
    return unit.text[max(0, at - 60) : at + len(figure.text) + 30] if at >= 0 else unit.text


def _in_years(question: Question, unit: UnitView, figure: Figure) -> bool:
    if not question.years:
        return True
    if figure.year is not None:
        return figure.year in question.years
    spans = [(int(f.value), f.until or int(f.value)) for f in unit.figures if f.kind in {"year", "period"}]
    return any(y in span for y in question.years for span in spans)


def _score(question: Question, unit: UnitView, figure: Figure, hit: Ranked, top: float, asked: frozenset[str]) -> float:
    covered = len(asked & unit.stems) / len(asked) if asked else 0.5
    elsewhere = 0.0 if question.places or not unit.places else 0.6
    dated = 0.3 if question.years and figure.year in question.years else 0.0
    early = 0.2 / (1 + unit.unit.number / 20)
    return hit.score / top + covered + dated + early - elsewhere
