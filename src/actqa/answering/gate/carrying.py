"""Whether what is cited is about what a sentence says at all: a citation moved to another passage carries nothing."""

from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import stem
from actqa.answering.gate.cited import Cited
from actqa.answering.gate.forms import is_form
from actqa.answering.gate.sentence import Sentence

LEAST = 0.2
"""The part of a sentence's telling words that must stand in what it cites, or above it."""
FEW = 4
"""Telling words of a sentence that is not judged by them, no more than one whose figures are."""
_STOPS = frozenset(map(stem, STOP_WORDS))


def uncarried(sentence: Sentence, cited: Cited) -> str:
    """Why, where hardly any of the sentence's words stand in what it cites."""
    if sentence.values:
        return ""
    own = {w.stem for w in sentence.words if not w.text[0].isdigit() and len(w.stem) > 2}
    telling = own - _STOPS - sentence.known.subject
    said = sum(any(is_form(word, other) for other in cited.stems) for word in telling)
    if len(telling) < FEW and (said or len(telling) < 2):
        return ""
    return "" if said >= LEAST * len(telling) else "it is not what the places it cites say"
