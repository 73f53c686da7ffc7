"""How well each unit of a report answers a question for words."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from actqa.answering.asked import vocabulary
from actqa.answering.asked.cues import FASTEST, RANKS, REASON, Cue, cues_of, defined, defines, ranked, ranked_words
from actqa.answering.asked.places import place_spans, places_in
from actqa.answering.asked.words import stems, words
from actqa.answering.draft import Asked
from actqa.answering.passages.passage_slots import PassageSlots
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.answering.seen.wording import Wording, keys
from actqa.places import is_region

BEFORE = 0.6
"""What a word asked for counts that the sentence before says, or the innermost title above; the cosine, and a word of
the sentence's own, count 1. Fitted to where the answers to SQuAD's questions stand among all sentences of an article,
which gave 0.7 and a ratio of 1 : 1 for the others; it ranks 78 % of them first, and 76 % without the sentence
before."""
AROUND = 0.3
"""What a word asked for counts that only the titles above or other sentences of the paragraph say."""
NEAR_BEFORE = 0.4
NEAR_OPENING = 0.3
"""What the cosine of the sentence before counts, and that of the paragraph's first, which say what it is about. Of 105
questions put in other words than the report's, 82 have the sentence that answers on top, and 72 without these."""
NEAREST = 1.0
"""What the highest cosine of all units counts in how sure the best one is: where a report says nothing near to the
question, shared words are chance."""
HEADING = 0.15
REPLIES = 0.1
"""For what answers a question that the report itself puts."""
PHRASE = 0.1
PARTICLES = frozenset("about into over out up down off".split())
MOST_PHRASES = 2
"""What each pair of the question's words side by side counts, and how many do."""
CUE = 0.2
CUE_ABOVE = 0.2
DEFINES = 0.5
LISTED = 0.25
"""For what the report's own lists of drivers, restraints, opportunities and challenges rest on."""
GENERAL = 1.5
"""How much more the kind of answer counts where a question names nothing else."""
SPECIFIC = 0.2
"""Part of a question's words, by weight, below which it names nothing."""

_MARKET = keys(
    " ".join(vocabulary.STOP_WORDS) + " growth demand sales expansion business sector space adoption uptake development"
)
"""Words that stand for the market and its growth, whatever else is asked."""
_GENERAL = _MARKET | keys(" ".join(vocabulary.SOFT) + " face facing companies players")
"""Words that any market may be asked about with."""
_OF_FIRMS = re.compile(
    r".{0,60}?\b(?:compan(?:y|ies)|firms?|players?|vendors?|innovators?|collaborations?|structure)\b", re.IGNORECASE
)
"""Begins with who is in the market."""
_DOCUMENT = r"(?:report|study|research|analysis|publication|document|matrix|chapter|section|assessment)s?"
_OF_REPORT = re.compile(
    rf"\W*(?:(?:this|the|our|each) (?:[\w-]+ ){{0,2}}{_DOCUMENT} (?:also |further |then )?(?:provides?|offers?|covers?|"
    r"includes?|gives?|contains?|helps?|outlines?|highlights|examines?|presents?|analy[sz]es|assess(?:es)?|"
    r"is (?:a |an |designed|intended|based)|has been|delves|features|evaluates|explores|aims)\b|"
    r"our (?:analysts?|researchers?|team|experts?)\b|"
    rf"an? (?:holistic|comprehensive|detailed|thorough|complete|in-depth) (?:[\w-]+ )?{_DOCUMENT}\b|"
    r"(?:indicates|provides?|offers?|includes?|identifies) (?:the |a |an )(?:region|segment|in-depth|detailed|"
    r"comprehensive)|each (?:category|chapter|section) (?:highlights|covers|examines))",
    re.IGNORECASE,
)
"""Begins by telling what the report does."""
_ASKS_OF_REPORT = re.compile(
    rf"\b(?:{_DOCUMENT}|pages?|publishers?|authors?|cover(?:s|ed|age)?|scope|methods?|methodolog\w+|exclud\w+|"
    r"includ\w+|sources?|interview\w*|data|left out|tables?|figures?)\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(r"\bgr[eo]w\w*|\bcagr\b|\bexpan\w+|\bpace\b|\brates?\b|\bfastest\b|\bhighest\b|%", re.IGNORECASE)
_KIND = re.compile(r"\bend[- ]use(?:r)?|\bapplication|\btechnology|\bchannel")
"""Kinds of segments that a sentence is not likely to name without telling of one."""
_THE_SEGMENT = re.compile(r"(?:this|the) (?:[\w-]+ )?segment\b", re.IGNORECASE)


_BUYER = re.compile(r"\b(?:buyers?|users?|customers?|consumers?|clients?|purchasers?)\b", re.IGNORECASE)
ASKING_WORD = 0.5
"""What a word counts that asks for a kind of answer: that the sentence gives that kind counts by itself."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A unit with its score."""

    at: int
    score: float
    covered: float
    """The part of the words asked for that it says itself, by weight."""


class Scoring:
    """Of one question, over the units of one report."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.view: ReportView = asked.view
        self.wording: Wording = asked.view.wording
        self.cues: tuple[Cue, ...] = cues_of(asked.question.text)
        self.thing = defined(asked.question.text)
        weights = self._weighed()
        total = sum(weights.values()) or 1.0
        self.weights = {key: weight / total for key, weight in weights.items()}
        self._keys = frozenset(weights)
        self.slots = PassageSlots(asked)
        asking = self._asking() | _MARKET
        self._place_keys = (self.slots.naming - self.slots.keys) & self._keys
        self.is_general = sum(self.weights[key] for key in self._keys - asking - _GENERAL) < SPECIFIC
        """Whether it asks of the whole market, so that only the kind of answer tells."""
        self.asks_why = REASON in self.cues
        self.ranked = ranked(asked.question.text) if any(cue in RANKS for cue in self.cues) else ""
        """Among what a leader is asked for: `place`, `player`, `segment`, or empty."""

    @cached_property
    def _near(self) -> list[float]:
        """Cosine of the question with each unit."""
        cosines: list[float] = self.asked.near.cosines.tolist()
        return cosines

    def _weighed(self) -> dict[str, float]:
        """How telling each of the question's words is."""
        asking = self._cue_words()
        return {
            key: self.wording.weight(key) * (ASKING_WORD if key in asking else 1.0)
            for key in keys(self.asked.question.text)
        }

    def _cue_words(self) -> frozenset[str]:
        lower = self.asked.question.text.lower()
        return keys(" ".join(found.group() for cue in self.cues for found in cue.asked.finditer(lower)))

    def _asking(self) -> frozenset[str]:
        """The words that ask, and those that the report is about."""
        ranked_among = ranked_words(self.asked.question.text) if any(cue in RANKS for cue in self.cues) else ""
        return self._cue_words() | keys(" ".join(self.view.subject)) | keys(ranked_among)

    def best(self) -> list[Scored]:
        """All units that can answer and are about whom and where the question asks, best first."""
        fit = [at for at in self.wording.can_answer if self._fits(at)]
        if self.ranked == "segment":
            fit = [at for at in fit if self._names_segment(at)] or fit
        return sorted(map(self.score, fit), key=lambda s: (-s.score, s.at))

    def _fits(self, at: int) -> bool:
        unit = self.view.units[at]
        if unit.text == self.view.report.title or (self._skips_report and _OF_REPORT.match(unit.text)):
            return False
        if not self.asks_why and self.wording.asked_by[at] is not None and unit.text.startswith("Because "):
            return False
        says_why = not self.asks_why or bool(self.ranked) or unit.unit.kind != "row" or self.says(REASON, at)
        needed = (cue for cue in self.cues if cue.needed)
        return says_why and all(self.says(cue, at) for cue in needed) and self._ranks(at) and self.slots.fit(at)

    @cached_property
    def _skips_report(self) -> bool:
        """Whether nothing is asked of the report itself, so that what it says of itself is no answer."""
        return not _ASKS_OF_REPORT.search(self.asked.question.text)

    def _ranks(self, at: int) -> bool:
        """Whether it names one of those among which a leader is asked for, and says that it leads."""
        if not self.ranked:
            return True
        unit = self.view.units[at]
        if self.ranked == "buyer":
            return bool(_BUYER.search(unit.text))
        question = self.wording.asked_by[at]
        said = unit.text if question is None else f"{self.view.units[question].text} {unit.text}"
        if not any(cue.said.search(said) for cue in RANKS if cue in self.cues):
            return self._is_ranked_above(at)
        if self.ranked == "place":
            return bool(unit.places) and (not self._of_countries or _names_country(unit))
        if self.ranked == "segment" and FASTEST in self.cues and not _GROWTH.search(unit.text):
            return False
        if self.ranked == "segment" and (unit.said_places or _OF_FIRMS.match(unit.text)):
            return self._names_segment(at)
        players = [name for name in self.view.names.all if name.kind == self.ranked == "player"]
        return not players or any(name.stems <= unit.said for name in players)

    @cached_property
    def _of_countries(self) -> bool:
        lower = self.asked.question.text.lower()
        return "countr" in lower and "region" not in lower

    def _is_ranked_above(self, at: int) -> bool:
        """Whether the title says that what the unit speaks of leads: `By use, fibers lead`."""
        unit = self.view.units[at]
        title = unit.around.rpartition(" › ")[2]
        says = any(cue.said.search(title) for cue in RANKS if cue in self.cues)
        return says and bool(self.wording.keys[at] & self.wording.title[at] - self._keys - _GENERAL)

    def _names_segment(self, at: int) -> bool:
        """Whether it names one, or points at the one above, and no place is all that it names."""
        unit = self.view.units[at]
        named = (name for name in self.view.names.within(unit.said) if name.kind == "segment")
        said = bool(_THE_SEGMENT.match(unit.text)) or bool(self._kind_ranked & unit.said)
        return said or any(not places_in(name.text) for name in named)

    @cached_property
    def _kind_ranked(self) -> frozenset[str]:
        """Stems of what a leader is asked for among: end users."""
        return stems(" ".join(_KIND.findall(ranked_words(self.asked.question.text))))

    def score(self, at: int) -> Scored:
        """A unit's."""
        own = self._own(at)
        before = (self._before(at) | (self._keys & self.wording.title[at])) - own
        around = (self._keys & (self.wording.above[at] | self.wording.paragraph[at])) - own - before
        question = self.wording.asked_by[at]
        covered = self._weight(own)
        said = covered + BEFORE * self._weight(before) + AROUND * self._weight(around)
        near = self._near[at] if question is None else max(self._near[at], self._near[question])
        score = near + said + self._near_around(at) + self._cued(at) + self._phrased(at)
        if question is not None:
            score += REPLIES
        return Scored(at, score, covered)

    def _phrased(self, at: int) -> float:
        """For pairs of words that stand side by side in the question and in the unit."""
        if not self._pairs:
            return 0.0
        line = self.wording.lines[at]
        return PHRASE * min(sum(pair in line for pair in self._pairs), MOST_PHRASES)

    @cached_property
    def _pairs(self) -> tuple[str, ...]:
        """Words side by side in the question: `gas permeable`, `left out`."""
        side_by_side = pairwise(words(self.asked.question.text))
        return tuple(
            f" {a} {b} " for a, b in side_by_side if keys(a) - _GENERAL and (keys(b) - _GENERAL or b in PARTICLES)
        )

    def _near_around(self, at: int) -> float:
        """What the cosines of the heading, of the paragraph's first sentence and of the one before count."""
        before = self.wording.before[at]
        return (
            HEADING * max(self._near[self.wording.heading[at]], 0.0)
            + NEAR_OPENING * max(self._near[self.wording.opening[at]], 0.0)
            + (NEAR_BEFORE * max(self._near[before], 0.0) if before is not None else 0.0)
        )

    @cached_property
    def nearest(self) -> float:
        """What the highest cosine of all units adds to how sure an answer is."""
        questions = {at for at in self.wording.asked_by if at is not None}
        return NEAREST * max((self._near[at] for at in self.wording.can_answer | questions), default=0.0)

    def _own(self, at: int) -> frozenset[str]:
        """The words asked for that the unit says, or the report's own question before it; a place by any name."""
        question = self.wording.asked_by[at]
        said = self.wording.keys[at] if at not in self.wording.replies else frozenset[str]()
        own = self._keys & (said | (self.wording.keys[question] if question is not None else frozenset[str]()))
        return own | self._place_keys if self.slots.names_places_of(at) else own

    def _weight(self, said: frozenset[str]) -> float:
        return sum(self.weights[key] for key in said)

    def _before(self, at: int) -> frozenset[str]:
        before = self.wording.before[at]
        return self._keys & self.wording.keys[before] if before is not None else frozenset()

    def shares_telling(self, at: int, other: int) -> bool:
        """Whether both units say the same telling word of the question."""
        telling = self._keys - self._cue_words() - _GENERAL - keys(" ".join(self.view.subject))
        return bool(telling & self.wording.keys[at] & self.wording.keys[other])

    def says(self, cue: Cue, at: int) -> bool:
        """Whether the unit gives that kind of answer."""
        return at in self.wording.matching(cue.said)

    def _cued(self, at: int) -> float:
        unit = self.view.units[at]
        score = DEFINES * defines(self.thing, unit.text)
        if not self.cues:
            return score
        general = GENERAL if self.is_general else 1.0
        for cue in self.cues:
            weight = general * cue.weight / len(self.cues)
            score += weight * (CUE * self.says(cue, at) + CUE_ABOVE * _announced(cue.asked, unit.around))
        return score + (general * LISTED if unit.unit.number in self._listed else 0.0)

    def is_cued(self, at: int) -> bool:
        """Whether the unit gives a kind of answer that is asked for."""
        unit = self.view.units[at]
        listed = unit.unit.number in self._listed
        return listed or any(self.says(cue, at) or _announced(cue.asked, unit.around) for cue in self.cues)

    @cached_property
    def _listed(self) -> frozenset[int]:
        """Units that the facts asked for rest on, or that stand under a heading that names one."""
        dynamics = self.view.facts.dynamics
        places = [
            (evidence.start, evidence.end)
            for cue in self.cues
            for kind in cue.dynamics
            for dynamic in getattr(dynamics, kind)
            for evidence in dynamic.evidence
        ]
        units = self.view.units
        resting = [u for u in units for start, end in places if u.unit.span.start < end and start < u.unit.span.end]
        headed = {unit.unit.section for unit in resting if unit.unit.kind == "heading"}
        under = (unit.unit.number for unit in units if unit.unit.section in headed)
        return frozenset((*(unit.unit.number for unit in resting), *under))


def _names_country(unit: UnitView) -> bool:
    """Whether the first place that it names is no region of the world."""
    spans = place_spans(unit.text)
    return not is_region(spans[0][2]) if spans else not all(map(is_region, unit.places))


@lru_cache(maxsize=8192)
def _announced(asked: re.Pattern[str], titles: str) -> float:
    """1 where the innermost title announces the kind of answer, half where one above does."""
    *outer, inner = titles.lower().split(" › ")
    return 1.0 if asked.search(inner) else 0.5 if any(map(asked.search, outer)) else 0.0
