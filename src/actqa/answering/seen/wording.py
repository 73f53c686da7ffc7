"""How a report words things: how telling each word is, and what stands beside each unit."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from actqa.answering.asked.kindred import KINDRED
from actqa.answering.asked.places import places_in
from actqa.answering.asked.words import stem, words
from actqa.answering.seen.units import UnitView
from actqa.facts.offers import offers_others
from actqa.places import find

BEGINNING = 5
"""Letters from which stems that begin alike count as one: tutors, tutoring."""


class Wording:
    """Of one report."""

    def __init__(self, units: Sequence[UnitView]) -> None:
        self._units = units
        self._count = len(units)
        self._matching: dict[str, frozenset[int]] = {}
        self.keys = tuple(keys(unit.text) for unit in units)
        """Of each unit's own words."""
        self._said_in = Counter(key for said in self.keys for key in said)
        self.above = tuple(_keys_of_titles(unit.around) for unit in units)
        """Of the titles above it."""
        self.title = tuple(_keys_of_titles(unit.around.rpartition(" › ")[2]) for unit in units)
        """Of the innermost title above it."""
        blocks: dict[int, frozenset[str]] = {}
        for unit, said in zip(units, self.keys, strict=True):
            blocks[unit.unit.block] = blocks.get(unit.unit.block, frozenset()) | said
        self.paragraph = tuple(blocks[unit.unit.block] for unit in units)
        """Of all sentences of the paragraph it stands in."""
        self.heading = tuple(_headings(units))
        """Of each unit, the number of the heading it stands under; its own where there is none."""
        self.before = tuple(beside(units, at, -1) for at in range(len(units)))
        """Of each unit, the number of the one before it in its paragraph; None for the first."""
        self.opening = tuple(_openings(units))
        """Of each unit, the number of the first of its paragraph."""
        self.asked_by = tuple(_questions(units))
        """Of each unit, the number of the question in the report that it answers; None for none."""
        tells = frozenset(at for at, unit in enumerate(units) if can_answer(unit))
        self.replies = frozenset(at for at in range(self._count) if at not in tells and self._is_reply(at))
        """Numbers of the units that say something only to the question before."""
        self.can_answer = tells | self.replies
        """Numbers of the units that say something: sentences, items and rows, and those."""

    def _is_reply(self, at: int) -> bool:
        return at > 0 and self.asked_by[at] == at - 1 and self._units[at].unit.kind in ("sentence", "item")

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The words of each unit, in order, with a space around each."""
        return tuple(f" {' '.join(words(unit.text))} " for unit in self._units)

    @cached_property
    def homes(self) -> tuple[frozenset[str], ...]:
        """Of each unit, the places that its adjectives name: China, of Chinese makers."""
        return tuple(frozenset(named.name for named in find(unit.text, cased=False)) for unit in self._units)

    def weight(self, key: str) -> float:
        """How telling a word is: the fewer units say it, the more."""
        return math.log(1 + self._count / (0.5 + self._said_in[key]))

    def telling(self, stemmed: str) -> float:
        """The same of a stem."""
        return self.weight(_KINDRED.get(stemmed, stemmed[:BEGINNING]))

    def matching(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """Numbers of the units whose text holds the pattern; each pattern is looked for once."""
        found = self._matching.get(pattern.pattern)
        if found is None:
            found = frozenset(at for at, unit in enumerate(self._units) if pattern.search(unit.text))
            self._matching[pattern.pattern] = found
        return found

    def knows(self, key: str) -> bool:
        """Whether any unit says the word."""
        return self._said_in[key] > 0


FUNCTION_WORDS = frozenset(
    "a an the of in on at by for from to with and or nor is are was were be been being am do does did done will "
    "would "
    "shall should could can may might must has have had having what which who whom whose when where why how it its "
    "this that these those there their they them he she his her we us our you your i me my as if than then so such "
    "about into over out up down off per please tell explain describe give say says said any some also just".split()
)
"""Words that are the same in every sentence; all others count by how seldom they are."""


def keys(text: str) -> frozenset[str]:
    """What texts are compared by: the beginnings of the stems of their words."""
    parts = {part for word in words(text) for part in (word, *word.split("-"))}
    return frozenset(_key(part) for part in parts if part and part not in FUNCTION_WORDS)


def _key(word: str) -> str:
    stemmed = stem(word)
    return _KINDRED.get(stemmed, stemmed[:BEGINNING])


_KINDRED = {stem(word): stem(kindred.split()[0])[:BEGINNING] for kindred in KINDRED for word in kindred.split()}
"""Stem of a word → what it and its kindred are compared by."""


_keys_of_titles = lru_cache(maxsize=4096)(keys)


@lru_cache(maxsize=4096)
def places_of_titles(titles: str) -> frozenset[str]:
    """Places that titles name."""
    return frozenset(places_in(titles))


def is_question(unit: UnitView) -> bool:
    """Whether the unit asks, as the questions do that a report answers itself."""
    return unit.text.rstrip(' *_:”"').endswith("?")


FEWEST_WORDS = 4
MOST_WORDS = 110
"""A longer one is a table of contents, or a page set without stops."""
_CONTENTS = re.compile(r"(?:(?:chapter|section|figure|table|fig\.) )?\d+(?:\.\d+)*[.:)]? [^.!?]*$", re.IGNORECASE)
"""A line of a table of contents."""
_PROMOTES = re.compile(
    r"\b(?:request|ask for|download|get|buy|order)\b.{0,20}\b(?:sample|brochure|copy|pdf|discount)\b|\bbuy now\b|"
    r"\b(?:speak|talk) to (?:an |our )?analyst|\b(?:cookies|all rights reserved)\b",
    re.IGNORECASE,
)
"""In a line that sells the report."""
FEWEST_WITHOUT_STOP = 7
"""Words of a line that says something though it ends without a stop."""
_FURNITURE = re.compile(r"\.{4,}|(?:\s[|·•»]\s.*){2}")
"""In a line that only leads elsewhere: `5.2 Food ..... 41`, `Order now | Ask the authors | See also`."""


def can_answer(unit: UnitView) -> bool:
    """Whether the unit says something: a sentence, an item or a row."""
    if unit.is_head or unit.unit.kind == "heading" or is_question(unit) or _CONTENTS.match(unit.text):
        return False
    if offers_others(unit.text):
        return False
    if unit.unit.kind == "row":
        return True
    if unit.text.endswith(":") or _PROMOTES.search(unit.text):
        return False
    is_label = unit.unit.kind == "sentence" and unit.text[-1:].isalnum() and ":" not in unit.text
    return says_something(unit.text) and not (is_label and len(unit.text.split()) < FEWEST_WITHOUT_STOP)


def says_something(text: str) -> bool:
    """Whether a text that is no row is long enough, and no line that leads elsewhere."""
    return FEWEST_WORDS <= len(text.split()) <= MOST_WORDS and not _FURNITURE.search(text)


def beside(units: Sequence[UnitView], at: int, step: int) -> int | None:
    """The number of the unit before or after in the same paragraph or item."""
    other = at + step
    if 0 <= other < len(units) and units[other].unit.block == units[at].unit.block:
        return other
    return None


def _openings(units: Sequence[UnitView]) -> Iterable[int]:
    first = 0
    for at, unit in enumerate(units):
        first = first if units[first].unit.block == unit.unit.block else at
        yield first


def _headings(units: Sequence[UnitView]) -> Iterable[int]:
    by_section = {unit.unit.section: at for at, unit in reversed(list(enumerate(units))) if unit.unit.kind == "heading"}
    for at, unit in enumerate(units):
        yield by_section.get(unit.unit.section, at)


ANSWER = 3
"""Sentences after a question that are taken to answer it."""


def _questions(units: Sequence[UnitView]) -> Iterable[int | None]:
    last: int | None = None
    for at, unit in enumerate(units):
        if is_question(unit):
            last = at
            yield None
            continue
        if last is not None and (at - last > ANSWER or unit.unit.kind in ("heading", "row")):
            last = None
        yield last
