"""An order that sentences tell in words: `A had the largest share, ahead of B and C`, `B ranked second`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actqa.answering.asked.question import Question
from actqa.answering.asked.rankings import Ranking
from actqa.answering.asked.words import stems
from actqa.answering.figures.leaders import SUPERLATIVES
from actqa.answering.figures.ranked_things import named
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.places import find, is_region

_IN_FRONT = re.compile(r"\b(?:in front|ahead(?! of)|first|number one|no\. ?1|most)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:second|third|fourth|fifth|followed by|follow(?:s|ed)?|trailed by|ahead of|next|then|runner-?up|behind)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(r"\b(?:followed by|trailed by|ahead of)\s+(?P<others>[^.;]+)", re.IGNORECASE)
_PARTS = re.compile(r",\s+(?:and\s+|then\s+)?|\s+and\s+|\s+then\s+(?:by\s+)?")
_NAMES_ONE = re.compile(
    r"(?:the |by |then )*(?!with\b|at\b|which\b|while\b|as\b|on\b|in\b|a\b)[\w/&'’-]+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """Sentences that tell an order."""

    units: tuple[UnitView, ...]
    count: int
    """How many they rank."""


def told_in_order(question: Question, view: ReportView, kind: str, ranking: Ranking) -> ToldOrder | None:
    """The sentences of one paragraph that put most of those asked for in an order; None where none puts two so."""
    things = frozenset(named(question, view, "dimension")) if kind == "segment" else None
    if kind not in {"place", "segment"}:
        return None
    starts = (at for at, unit in enumerate(view.units) if _leads(unit, ranking) and _is_of_kind(unit, things, view))
    found = (_from(view.units, at) for at in starts)
    return max((it for it in found if it.count > 1), key=lambda it: it.count, default=None)


def _from(units: Sequence[UnitView], at: int) -> ToldOrder:
    """The order that begins with this sentence, and goes on with those behind it in its paragraph."""
    first = units[at]
    told = [first]
    for unit in units[at + 1 :]:
        if unit.unit.block != first.unit.block or not _NEXT.search(unit.text) or _SLOWER.search(unit.text):
            break
        told.append(unit)
    return ToldOrder(tuple(told), 1 + sum(map(_ranked_behind, told)))


_SLOWER = re.compile(r"\b(?:fastest|quickest|cagr)\b", re.IGNORECASE)


def _leads(unit: UnitView, ranking: Ranking) -> bool:
    """Whether it says of one that it is the first."""
    if unit.unit.kind in {"row", "heading"}:
        return False
    if ranking.fastest or ranking.last:
        kinds = {(True, False): "fastest", (True, True): "slowest", (False, True): "smallest"}
        return bool(SUPERLATIVES[kinds[ranking.fastest, ranking.last]].search(unit.text))
    is_growth = SUPERLATIVES["fastest"].search(unit.text) is not None
    return not is_growth and bool(SUPERLATIVES["largest"].search(unit.text) or _IN_FRONT.search(unit.text))


def _is_of_kind(unit: UnitView, things: frozenset[frozenset[str]] | None, view: ReportView) -> bool:
    """Whether it ranks regions, or where things are given, one of those."""
    placed = find(unit.text)
    if things is None:
        return any(is_region(it.name) for it in placed)
    return not placed and any(thing <= stems(unit.text) - view.subject for thing in things)


def _ranked_behind(unit: UnitView) -> int:
    """How many it puts behind those that came before."""
    series = _SERIES.search(unit.text)
    others = [part for part in _PARTS.split(series["others"]) if _NAMES_ONE.match(part)] if series else []
    before = unit.text[: series.start()] if series else unit.text
    return len(others) + sum(1 for _ in _NEXT.finditer(before))
