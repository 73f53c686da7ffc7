"""Whom, where and when a question for words asks about: what a sentence must be about to answer it."""

from actqa.answering.draft import Asked
from actqa.answering.places import place_spans
from actqa.answering.question import years_in
from actqa.answering.wording import keys, places_of_titles

TITLE_CASE = 0.6
"""Part of a question's words in capitals from which they tell no names."""


class PassageSlots:
    """Of one question to one report."""

    def __init__(self, asked: Asked) -> None:
        self._view, self._wording = asked.view, asked.view.wording
        question = asked.question
        self.names = _names(asked)
        self.keys = frozenset(key for name in self.names for key in _keys_of(name))
        """What the names are compared by."""
        text = question.text
        self.naming = self.keys | keys(" ".join(text[start:end] for start, end, _ in place_spans(text)))
        """The same with the places."""
        self._places = frozenset(question.places) - asked.view.places
        self._years = frozenset(question.years)

    @property
    def missing(self) -> str:
        """The first name or place asked for that the report never mentions; empty for none."""
        for name in self.names:
            if not all(self._wording.knows(key) for key in _keys_of(name)):
                return name
        said = frozenset[str]().union(*(unit.places for unit in self._view.units))
        return next((place.title() for place in sorted(self._places - said)), "")

    def fit(self, at: int) -> bool:
        """Whether the unit, read where it stands, is about all that the question names."""
        return self._is_named(at) and self._is_there(at) and self._is_then(at)

    def _is_named(self, at: int) -> bool:
        wording, question = self._wording, self._wording.asked_by[at]
        said = wording.paragraph[at] | wording.above[at]
        if question is not None:
            said |= wording.keys[question]
        return self.keys <= said

    def _is_there(self, at: int) -> bool:
        """A sentence that names places is about those and the ones above; others are about their paragraph's."""
        if not self._places:
            return True
        unit = self._view.units[at]
        above = places_of_titles(unit.around)
        own = unit.places if unit.places != above else frozenset[str]()
        question = self._wording.asked_by[at]
        asked = self._view.units[question].places if question is not None else frozenset[str]()
        if own:
            return self._places <= own | above | asked
        return self._places <= above | asked | self._places_before(at)

    def _places_before(self, at: int) -> frozenset[str]:
        block = self._view.units[at].unit.block
        before = at - 1
        while before >= 0 and self._view.units[before].unit.block == block:
            if self._view.units[before].places:
                return self._view.units[before].places
            before -= 1
        return frozenset()

    def _is_then(self, at: int) -> bool:
        if not self._years:
            return True
        unit = self._view.units[at]
        return bool(self._years & set(years_in(f"{unit.text} {unit.around}")))


def _keys_of(name: str) -> frozenset[str]:
    """Of a compound those parts that are names: Greek-style, but MED-EL."""
    return frozenset[str]().union(*(keys(part) for part in name.split("-") if part[:1].isupper()))


def _names(asked: Asked) -> tuple[str, ...]:
    """Proper names as asked; none where every word begins with a capital."""
    question = asked.question
    others = question.text.split()[1:]
    capitals = sum(word[:1].isupper() for word in others)
    return question.names if capitals < TITLE_CASE * max(len(others), 1) else ()
