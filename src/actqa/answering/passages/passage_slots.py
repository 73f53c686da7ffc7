"""Whom, where and when a question for words asks about: what a sentence must be about to answer it."""

import re

from actqa.answering.asked.places import place_spans
from actqa.answering.asked.question import years_in
from actqa.answering.draft import Asked
from actqa.answering.seen.slots import adjective_places, is_initials
from actqa.answering.seen.wording import keys, places_of_titles
from actqa.places import canonical, is_place, lies_in

TITLE_CASE = 0.6
"""Part of a question's words in capitals from which they tell no names."""

ORDINARY = frozenset(
    "AI IT R&D CEO CFO ROI DIY ESG GDP VAT TV TVs PC PCs EV EVs M&A IPO B2B B2C HR PR CO2 OK FAQ".split()
)
"""Letters that name nobody."""
NEAR = 0.5
"""Cosine of the question with the nearest sentence from which a body that only the question names may be left out."""
PEOPLES = {"Brits": "British", "Poles": "Polish", "Danes": "Danish", "Swedes": "Swedish", "Finns": "Finnish"} | {
    "Spaniards": "Spanish",
    "Turks": "Turkish",
    "Dutchmen": "Dutch",
    "Frenchmen": "French",
}
"""Those not made from the adjective by an s."""


class PassageSlots:
    """Of one question to one report."""

    def __init__(self, asked: Asked) -> None:
        self._view, self._wording = asked.view, asked.view.wording
        question = asked.question
        named = _names(asked)
        peoples = {name: _home(name) for name in named if _home(name) and not self._says(name)}
        short = frozenset(filter(_is_short, named))
        ordinary = ORDINARY | (short if short and self._is_near(asked) else frozenset())
        self.names = tuple(n for n in named if n not in peoples and (n not in ordinary or self._says(n)))
        self.names = tuple(n for n in self.names if self._says(n) or not is_initials(n.lower(), self._view))
        self.keys = frozenset(key for name in self.names for key in _keys_of(name))
        """What the names are compared by."""
        text = question.text
        self.naming = self.keys | keys(" ".join(text[start:end] for start, end, _ in place_spans(text)))
        """The same with the places."""
        asked_for = (frozenset(question.places) | frozenset(peoples.values())) - asked.view.places
        homes = frozenset(adjective_places(question, asked.view)) - asked_for - asked.view.places
        self._places, self._unknown = self._within(asked_for)
        self._places += self._within(homes)[0]
        self._years = frozenset(question.years)

    @property
    def missing(self) -> str:
        """The first name or place asked for that the report never mentions; empty for none."""
        for name in self.names:
            if not self._says(name):
                return name
        return next((place.title() for place in sorted(self._unknown)), "")

    def _is_near(self, asked: Asked) -> bool:
        """Whether the report says something close to the question, so that short forms may be but other words."""
        return float(asked.near.cosines.max(initial=0.0)) >= NEAR

    def _says(self, name: str) -> bool:
        return all(map(self._wording.knows, _keys_of(name)))

    def _within(self, asked_for: frozenset[str]) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
        """For each place asked for, it or, where the report never names it, those of the report that lie in it; and
        the places of which it names nothing."""
        if not asked_for:
            return (), frozenset()
        said = frozenset[str]().union(*(unit.places for unit in self._view.units), *self._wording.homes)
        parts = {
            place: frozenset({place}) if place in said else frozenset(part for part in said if lies_in(part, place))
            for place in asked_for
        }
        return tuple(found for found in parts.values() if found), frozenset(
            p for p, found in parts.items() if not found
        )

    def names_places_of(self, at: int) -> bool:
        """Whether places are asked for, and the unit's own words name them all."""
        return bool(self._places) and self._are_among(self._view.units[at].places | self._wording.homes[at])

    def _are_among(self, places: frozenset[str]) -> bool:
        return all(found & places for found in self._places)

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
        if own or self._are_among(self._wording.homes[at]):
            return self._are_among(own | above | asked | self._wording.homes[at])
        return self._are_among(above | asked | self._places_before(at))

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


def _is_short(name: str) -> bool:
    """Whether it is the short form of a body or thing: NHS, CDMOs."""
    return bool(re.fullmatch(r"[A-Z]{3,5}s?", name))


def _home(name: str) -> str:
    """The place whose people or adjective it names; empty for none."""
    adjective = PEOPLES.get(name, name)
    home = next((canonical(n) for n in (adjective, adjective.removesuffix("s")) if canonical(n) != n), "")
    return home if is_place(home) else ""


def _keys_of(name: str) -> frozenset[str]:
    """Of a compound those parts that are names: Greek-style, but MED-EL."""
    return frozenset[str]().union(*(keys(part) for part in name.split("-") if part[:1].isupper()))


def _names(asked: Asked) -> tuple[str, ...]:
    """Proper names as asked; none where every word begins with a capital."""
    question = asked.question
    others = question.text.split()[1:]
    capitals = sum(word[:1].isupper() for word in others)
    return question.names if capitals < TITLE_CASE * max(len(others), 1) else ()
