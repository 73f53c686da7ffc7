"""What is asked against what is found, slot by slot: metric, year, place, and the words that name something."""

import re
from dataclasses import dataclass

from actqa.answering.question import Question, stems
from actqa.answering.view import ReportView, UnitView
from actqa.figures import Figure
from actqa.places import written
from actqa.reading.headings import name_of
from actqa.retrieval import Ranked

KINDS = {
    "size": {"money", "quantity"},
    "growth": {"percent"},
    "share": {"percent"},
    "count": {"quantity"},
    "": {"money", "quantity", "percent", "multiple"},
}
"""Metric → kinds of figures that answer."""

TIME_UNITS = {"years", "months", "days", "weeks", "hours"}

CLOSE = 0.55
"""Cosine from which other words may stand for those asked; below it at least half of them must be there."""

_MARKET = re.compile(r"\bmarket\b|\bindustry\b|\bglobal|\bworld", re.IGNORECASE)
_KEY = re.compile(r"\bcagr\b|growth rate|\brevenue|\bsize\b", re.IGNORECASE)
_NAMED_MARKET = re.compile(r"((?:(?:[A-Z][\w&-]*|for|of|and|the|&)\s+){1,10})[Mm]arket\b")
SHORT = 6
"""Words; what has fewer is a key with its value."""
_PART = re.compile(r"^by [\w-]+|\bsegment\b|\bsub-?segment", re.IGNORECASE)
_RATE = re.compile(
    r"\bcagr\b|growth|\bgrow|compound|annual|year-over-year|yearly|\brise|\bexpan|a year\b|climb", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Match:
    """A figure that answers the question, in the unit it stands in."""

    unit: UnitView
    figure: Figure
    score: float
    covered: float
    """The part of the words asked for that the unit says."""


def figure_matches(question: Question, view: ReportView, found: list[Ranked]) -> list[Match]:
    """Figures of the ranked units that match every slot of the question, best first."""
    asked = asked_stems(question, view)
    whole = not asked and not question.places
    matches = [
        Match(unit, figure, _score(question, view, unit, figure, hit.score / found[0].score, covered, whole), covered)
        for hit in found
        for unit in [view.units[hit.unit]]
        if speaks_of(question, unit, hit, asked, view)
        for covered in [coverage(asked, unit.stems)]
        for figure in unit.figures
        if _answers(question, unit, figure)
    ]
    return sorted(matches, key=lambda m: -m.score)


def asked_stems(question: Question, view: ReportView) -> frozenset[str]:
    """Stems that must be found: those of the question but for places and for what the whole report is about."""
    places = {s for place in question.places for s in stems(" ".join(written(place)))}
    own = {s for name in question.names if _is_subject(name, view) for s in stems(name)}
    return question.stems - view.subject - places - own


def speaks_of(question: Question, unit: UnitView, hit: Ranked, asked: frozenset[str], view: ReportView) -> bool:
    """Whether the unit is about the places, names and things asked for."""
    if unit.is_head or set(question.places) - view.places - unit.places:
        return False
    said = f"{unit.text} {unit.around}".lower()
    if not all(name.lower() in said for name in question.names if not _is_subject(name, view)):
        return False
    return not asked or coverage(asked, unit.stems) >= 0.5 or hit.similarity >= CLOSE


def coverage(asked: frozenset[str], said: frozenset[str]) -> float:
    """The part of the asked stems that is said; stems that begin alike for five letters count. One half for none."""
    if not asked:
        return 0.5
    beginnings = {s[:5] for s in said if len(s) >= 5}
    return sum(s in said or s[:5] in beginnings for s in asked) / len(asked)


def _is_subject(name: str, view: ReportView) -> bool:
    """Whether a name is the report's own subject: in its title, or the initials of its words."""
    title = view.report.title
    initials = "".join(w[0] for w in title.replace("-", " ").split() if w[0].isalpha()).lower()
    return name.lower() in title.lower() or initials.startswith(name.lower())


def _answers(question: Question, unit: UnitView, figure: Figure) -> bool:
    if figure.kind not in KINDS[question.metric] or figure.unit.split(" ")[-1] in TIME_UNITS:
        return False
    is_rate = figure.kind == "percent" and bool(_RATE.search(_near(unit, figure)))
    if question.metric == "growth" and not is_rate:
        return False
    if question.metric == "share" and is_rate and "contribut" not in unit.text:
        return False
    return _in_years(question, unit, figure)


def _near(unit: UnitView, figure: Figure) -> str:
    at = unit.text.find(figure.text)
    return unit.text[max(0, at - 60) : at + len(figure.text) + 30] if at >= 0 else unit.text


def _in_years(question: Question, unit: UnitView, figure: Figure) -> bool:
    """Whether the figure belongs to the year asked for; where two are asked for, to the time between them."""
    if not question.years:
        return True
    if figure.year is not None:
        return figure.year in question.years
    periods = [(int(f.value), f.until or int(f.value)) for f in unit.figures if f.kind == "period"]
    said = {int(f.value) for f in unit.figures if f.kind == "year"}
    if len(question.years) > 1:
        return (min(question.years), max(question.years)) in periods or set(question.years) <= said
    asked = question.years[0]
    if question.metric == "growth" and any(since <= asked <= until for since, until in periods):
        return True
    return asked in said or (asked, asked + 1) in periods


def speaks_of_all(unit: UnitView, view: ReportView) -> bool:
    """Whether the unit speaks of the report's market as a whole, as far as its words tell."""
    if unit.places or _PART.search(unit.text) or _other_market(unit, view):
        return False
    is_key = unit.unit.kind == "row" or len(unit.text.split()) < SHORT
    return bool(_MARKET.search(unit.text) or (is_key and _KEY.search(unit.text)))


def _other_market(unit: UnitView, view: ReportView) -> bool:
    """Whether it names a market that is not the report's own: `Vertical Farming Market`, of vertical farming crops."""
    own = stems(name_of(view.report.title))
    named = (stems(found[1]) for found in _NAMED_MARKET.finditer(unit.text))
    return bool(own) and any(name and not own <= name for name in named)


def _score(
    question: Question, view: ReportView, unit: UnitView, figure: Figure, retrieved: float, covered: float, whole: bool
) -> float:
    elsewhere = 0.0 if question.places or not unit.places else 0.6
    dated = 0.3 if question.years and figure.year in question.years else 0.0
    early = 0.2 / (1 + unit.unit.number / 20)
    aside = 0.4 if whole and not speaks_of_all(unit, view) else 0.0
    whole_sentence = 0.2 if unit.text[-1:] == "." else 0.0
    return retrieved + covered + dated + early + whole_sentence - elsewhere - aside
