"""What ranks first of its kind, where its figure is asked for: `How fast does the fastest-growing crop grow?`"""

import re

from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked
from actqa.answering.figures.finding import Match, find
from actqa.answering.seen.slots import Slots
from actqa.answering.seen.stated import Stated
from actqa.facts.types import Segment, Segmentation

SUPERLATIVES = {
    "fastest": re.compile(r"\b(?:fastest|quickest|most rapid|highest (?:cagr|growth|rate|pace))", re.IGNORECASE),
    "slowest": re.compile(r"\b(?:slowest|lowest (?:cagr|growth|rate))", re.IGNORECASE),
    "largest": re.compile(
        r"\b(?:largest|biggest|highest|leading(?! to)|leads?(?! to)|led(?! by| to)|dominat\w+|top|"
        r"majority|most of|lion.s share|first "
        r"place)\b",
        re.IGNORECASE,
    ),
    "smallest": re.compile(r"\b(?:smallest|lowest|least)\b", re.IGNORECASE),
}


def leading(asked: Asked) -> list[Match]:
    """Figures of what ranks first among the things asked for: those that the report itself ranks first, else the
    utmost of one table's figures; else none."""
    things = among(asked)
    if not things:
        return []
    question = asked.question
    ranked = SUPERLATIVES[question.leader]
    slots = (Slots((), thing, frozenset(), asked.slots.places, ()) for thing in things)
    found = [find(question, of_one, asked.view, asked.near) for of_one in slots]
    matches = [m for of in found for m in of if ranked.search(m.stated.clause) or ranked.search(m.stated.unit.text)]
    if not matches:
        return _utmost(asked, found)
    matches.sort(key=lambda m: (not ranked.search(m.stated.clause), -m.score))
    sign = -1 if question.leader in {"slowest", "smallest"} else 1
    best = max(matches[:6], key=lambda m: (bool(ranked.search(m.stated.clause)), sign * m.stated.figure.value))
    others = [m for m in matches if m is not best and ranked.search(m.stated.clause)]
    return [best, *others]


RANKED_BY = {"fastest": {"growth"}, "slowest": {"growth"}, "largest": {"size", "share"}, "smallest": {"size", "share"}}
"""Superlative → metrics by whose figures it can be told."""


def _utmost(asked: Asked, found: list[list[Match]]) -> list[Match]:
    """The utmost figure where one table gives one for each of the things, of one year and unit."""
    question = asked.question
    if question.metric not in RANKED_BY[question.leader] or not all(found) or len(found) < 2:
        return []
    for first in found[0]:
        column = [next((m for m in of if _is_beside(first.stated, m.stated)), None) for of in found]
        figures = [m for m in column if m is not None]
        if len(figures) == len(found):
            sign = -1 if question.leader in {"slowest", "smallest"} else 1
            return [max(figures, key=lambda m: sign * m.stated.figure.value)]
    return []


def _is_beside(one: Stated, other: Stated) -> bool:
    """Whether both stand in one column of a table."""
    is_row = one.unit.unit.kind == "row" and one.unit.unit.section == other.unit.unit.section
    same = (one.metric, one.year, one.period, one.figure.unit) == (
        other.metric,
        other.year,
        other.period,
        other.figure.unit,
    )
    return is_row and other.unit.unit.kind == "row" and one.unit.columns == other.unit.columns and same


def ranks(asked: Asked) -> bool:
    """Whether the question ranks things that the report splits its market into."""
    return bool(among(asked))


def among(asked: Asked) -> list[frozenset[str]]:
    """Stems that tell each of the things that the question ranks: the segments of a dimension it names, or regions."""
    words = {s for w in asked.question.terms for s in stems(w)} | set(_topic_stems(asked))
    best: tuple[int, Segmentation] | None = None
    for split in asked.view.facts.segmentations:
        said = len(words & stems(split.dimension))
        if said and (best is None or said > best[0]):
            best = (said, split)
    if best is None:
        return []
    named = [stems(segment.name) - asked.view.subject for segment in _all(best[1].segments)]
    return [thing for thing in named if thing]


def _topic_stems(asked: Asked) -> frozenset[str]:
    return stems(" ".join(w for w in re.findall(r"[a-z-]+", asked.question.text.lower()) if len(w) > 3))


def _all(segments: tuple[Segment, ...]) -> list[Segment]:
    return [s for segment in segments for s in (segment, *_all(segment.children))]
