"""Whether what a sentence says to have risen or fallen is not only expected to in what it cites."""

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.marks import marks, part
from actqa.answering.gate.moving import DIRECTIONS
from actqa.answering.gate.sentence import Sentence
from actqa.answering.gate.tense import FACT, FORECAST, tense_at


def foretold(sentence: Sentence, cited: Cited) -> str:
    """Why, where it tells as past what is only forecast there; what it says with figures is looked at with these."""
    for mark in marks(sentence, DIRECTIONS):
        own = part(sentence.text, mark.span)
        if any(own.holds(f.span) for f in sentence.values):
            continue
        if tense_at(sentence.text, mark.span, own) != FACT:
            continue
        there = [
            tense_at(read.sentence.text, other.span, part(read.sentence.text, other.span))
            for read in cited.reads
            for other in marks(read.sentence, DIRECTIONS)
            if other.means == mark.means and other.near & mark.near
        ]
        if there and all(tense == FORECAST for tense in there):
            return f"“{mark.span.of(sentence.text)}” is told as a forecast in what it cites"
    return ""
