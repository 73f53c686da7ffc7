"""How well each unit of a report answers a question for words."""

from dataclasses import dataclass
from functools import cached_property

from actqa.answering.cues import Cue, cues_of, defined, defines
from actqa.answering.draft import Asked
from actqa.answering.units import UnitView
from actqa.answering.view import ReportView
from actqa.answering.wording import Wording, beside, is_question, keys

BEFORE = 0.7
"""What a word asked for counts that the sentence before says. This and `AFTER` were fitted, with the cosine and a word in
the sentence itself at 1, to where the answers to SQuAD's questions stand, of all sentences of an article: 78 % of them
are ranked first so, 75 % by the cosine and the sentence's own words."""
AROUND = 0.45
"""What a word asked for counts that only the titles above or other sentences of the paragraph say."""
HEADING = 0.3
CUE = 0.2
CUE_ABOVE = 0.12
DEFINES = 0.5
LISTED = 0.25
"""For what the report's own lists of drivers, restraints, opportunities and challenges rest on."""
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its score."""

    at: int
    score: float
    covered: float
    """The part of the words asked for that it says itself, by weight."""
    reached: float
    """The same with what stands beside and above it."""


class Scoring:
    """Of one question, over the units of one report."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.view: ReportView = asked.view
        self.wording: Wording = asked.view.wording
        self.cues: tuple[Cue, ...] = cues_of(asked.question.text)
        self.thing = defined(asked.question.text)
        weights = {key: self.wording.weight(key) for key in keys(asked.question.text)}
        total = sum(weights.values()) or 1.0
        self.weights = {key: weight / total for key, weight in weights.items()}
        self._keys = frozenset(weights)

    def best(self) -> list[Scored]:
        """All units that can answer, best first."""
        scored = [self.score(at) for at, unit in enumerate(self.view.units) if can_answer(unit)]
        return sorted(scored, key=lambda s: (-s.score, s.at))

    def score(self, at: int) -> Scored:
        """A unit's."""
        unit, said = self.view.units[at], self.wording.keys[at]
        own = self._keys & said
        before = self._beside(at, -1) - own
        around = (self._keys & (self.wording.above[at] | self.wording.paragraph[at])) - own - before
        question = self.wording.asked_by[at]
        covered, reached = self._weight(own), self._weight(own | before | around)
        words = covered + BEFORE * self._weight(before) + AROUND * self._weight(around)
        near = float(self.asked.near[at])
        heading = float(self.asked.near[self.wording.heading[at]])
        if question is not None:
            near = max(near, float(self.asked.near[question]))
        score = near + words + HEADING * max(heading, 0.0) + self._cued(unit)
        return Scored(at, score, covered, reached)

    def _weight(self, said: frozenset[str]) -> float:
        return sum(self.weights[key] for key in said)

    def _beside(self, at: int, step: int) -> frozenset[str]:
        other = beside(self.view.units, at, step)
        return self._keys & self.wording.keys[other] if other is not None else frozenset()

    def _cued(self, unit: UnitView) -> float:
        score = DEFINES if self.thing and defines(self.thing, unit.text) else 0.0
        if not self.cues:
            return score
        share = 1 / len(self.cues)
        for cue in self.cues:
            score += share * (CUE * bool(cue.said.search(unit.text)) + CUE_ABOVE * bool(cue.asked.search(unit.around.lower())))
        return score + (LISTED if unit.unit.number in self._listed else 0.0)

    @cached_property
    def _listed(self) -> frozenset[int]:
        """Units that the facts asked for rest on."""
        dynamics = self.view.facts.dynamics
        places = [
            (evidence.start, evidence.end)
            for cue in self.cues
            for kind in cue.dynamics
            for dynamic in getattr(dynamics, kind)
            for evidence in dynamic.evidence
        ]
        return frozenset(
            unit.unit.number
            for unit in self.view.units
            for start, end in places
            if unit.unit.span.start < end and start < unit.unit.span.end
        )


def can_answer(unit: UnitView) -> bool:
    """Whether the unit says something: a sentence, an item or a row."""
    if unit.is_head or unit.unit.kind == "heading" or is_question(unit):
        return False
    return unit.unit.kind == "row" or len(unit.text.split()) >= FEWEST_WORDS
