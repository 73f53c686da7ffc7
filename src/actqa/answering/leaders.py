"""What ranks first of its kind, where its figure is asked for: `How fast does the fastest-growing crop grow?`"""

import re

from actqa.answering.draft import Asked
from actqa.answering.finding import Match, find
from actqa.answering.slots import Slots
from actqa.answering.words import stems
from actqa.facts.types import Segment, Segmentation

SUPERLATIVES = {
    "fastest": re.compile(r"\b(?:fastest|quickest|most rapid|highest (?:cagr|growth|rate|pace))", re.IGNORECASE),
    "slowest": re.compile(r"\b(?:slowest|lowest (?:cagr|growth|rate))", re.IGNORECASE),
    "largest": re.compile(
        r"\b(?:largest|biggest|highest|leading|leads?|led|dominat\w+|top|majority|most of|lion.s share|first "
        r"place)\b",
        re.IGNORECASE,
    ),
    "smallest": re.compile(r"\b(?:smallest|lowest|least)\b", re.IGNORECASE),
}


def leading(asked: Asked) -> list[Match]:
    """Figures of what ranks first among the things asked for, those that the report itself ranks first; else none."""
    among = _among(asked)
    if not among:
        return []
    question = asked.question
    ranked = SUPERLATIVES[question.leader]
    matches = [
        m
        for thing in among
        for m in find(question, Slots((), thing, frozenset(), asked.slots.places, ()), asked.view, asked.near)
        if ranked.search(m.stated.clause) or ranked.search(m.stated.unit.text)
    ]
    if not matches:
        return []
    matches.sort(key=lambda m: (not ranked.search(m.stated.clause), -m.score))
    sign = -1 if question.leader in {"slowest", "smallest"} else 1
    best = max(matches[:6], key=lambda m: (bool(ranked.search(m.stated.clause)), sign * m.stated.figure.value))
    others = [m for m in matches if m is not best and ranked.search(m.stated.clause)]
    return [best, *others]


def _among(asked: Asked) -> list[frozenset[str]]:
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
