"""How well each unit of a report answers a question for words."""

import re
from dataclasses import dataclass
from functools import cached_property

from actqa.answering import vocabulary
from actqa.answering.cues import Cue, cues_of, defined, defines
from actqa.answering.draft import Asked
from actqa.answering.passage_slots import PassageSlots
from actqa.answering.units import UnitView
from actqa.answering.view import ReportView
from actqa.answering.wording import Wording, beside, is_question, keys

BEFORE = 0.6
"""What a word asked for counts that the sentence before says. This and `AFTER` were fitted, with the cosine and a word in
the sentence itself at 1, to where the answers to SQuAD's questions stand, of all sentences of an article: 78 % of them
are ranked first so, 75 % by the cosine and the sentence's own words."""
AROUND = 0.5
"""What a word asked for counts that only the titles above or other sentences of the paragraph say."""
HEADING = 0.15
CUE = 0.2
CUE_ABOVE = 0.2
DEFINES = 0.5
LISTED = 0.25
"""For what the report's own lists of drivers, restraints, opportunities and challenges rest on."""
GENERAL = 2.5
"""How much more the kind of answer counts where a question names nothing else."""
SPECIFIC = 0.2
"""Part of a question's words, by weight, below which it names nothing."""
FEWEST_WORDS = 4

_GENERAL = keys(
    " ".join((*vocabulary.STOP_WORDS, *vocabulary.SOFT, "face facing business sector space companies players"))
)
"""Words that any market may be asked about with."""


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
        self.is_general = sum(self.weights[key] for key in self._keys - self._asking()) < SPECIFIC
        """Whether it asks of the whole market, so that only the kind of answer tells."""
        self.slots = PassageSlots(asked)

    def _asking(self) -> frozenset[str]:
        """The words that ask, and those that the report is about."""
        lower = self.asked.question.text.lower()
        asking = " ".join(found.group() for cue in self.cues for found in cue.asked.finditer(lower))
        return keys(asking) | _GENERAL | keys(" ".join(self.view.subject))

    def best(self) -> list[Scored]:
        """All units that can answer and are about whom and where the question asks, best first."""
        fit = [at for at, unit in enumerate(self.view.units) if can_answer(unit) and self._fits(at)]
        return sorted(map(self.score, fit), key=lambda s: (-s.score, s.at))

    def _fits(self, at: int) -> bool:
        needed = (cue for cue in self.cues if cue.needed)
        return all(cue.said.search(self.view.units[at].text) for cue in needed) and self.slots.fit(at)

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
        weight = (GENERAL if self.is_general else 1.0) / len(self.cues)
        for cue in self.cues:
            said = CUE * bool(cue.said.search(unit.text)) + CUE_ABOVE * bool(cue.asked.search(unit.around.lower()))
            score += weight * said
        return score + (LISTED if unit.unit.number in self._listed else 0.0)

    def is_cued(self, at: int) -> bool:
        """Whether the unit gives a kind of answer that is asked for."""
        unit = self.view.units[at]
        listed = unit.unit.number in self._listed
        return listed or any(cue.said.search(unit.text) or cue.asked.search(unit.around.lower()) for cue in self.cues)

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
    if unit.is_head or unit.unit.kind == "heading" or is_question(unit) or _CONTENTS.match(unit.text):
        return False
    return unit.unit.kind == "row" or len(unit.text.split()) >= FEWEST_WORDS


_CONTENTS = re.compile(r"(?:(?:chapter|section|figure|table|fig\.) )?\d+(?:\.\d+)*[.:)]? [^.!?]*$", re.IGNORECASE)
"""A line of a table of contents."""
