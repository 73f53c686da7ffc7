"""Words of a table where they stand in a sentence, with the words they are said with: what is told to whom."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import stem
from actqa.answering.gate.sentence import Sentence
from actqa.reading import Span

Table = Mapping[str, re.Pattern[str]]
"""What is meant → its words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the table."""

    means: str
    span: Span
    near: frozenset[str]
    """Stems of what it is said of: the words before it in its part of the sentence, and a few behind it."""


def table(words: Mapping[str, str]) -> Table:
    """The patterns of a table of alternatives, each a whole word."""
    return {means: re.compile(rf"(?<![\w-])(?:{said})(?!\w)", re.IGNORECASE) for means, said in words.items()}


def marks(sentence: Sentence, of: Table) -> tuple[Mark, ...]:
    """Where the table's words stand, in order."""
    found = sorted((Span(*m.span()), means) for means, said in of.items() for m in said.finditer(sentence.text))
    named = sentence.known.subject
    telling = (
        (span, means)
        for span, means in found
        if stem(span.of(sentence.text).lower()) not in named or _is_verb(sentence.text, span)
    )
    return tuple(Mark(means, span, near(sentence, span)) for span, means in telling)


_HELPED = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|to|not|n[’']t|is|are|was|were|has|have)\s$", re.IGNORECASE
)
_BY_HOW_MUCH = re.compile(r"\s(?:by|to|from|at)\s(?:[a-z]+\s){0,2}[\d$€£¥₹]|\s\d+(?:\.\d+)?\s?%")


def _is_verb(text: str, at: Span) -> bool:
    """Whether a word of the market's name is its verb here: `will contract by 5%`, of contract research."""
    return bool(_HELPED.search(text[: at.start]) or _BY_HOW_MUCH.match(text, at.end))


_STOPS = frozenset(map(stem, STOP_WORDS)) | {"market", "grow", "growth"}
BEFORE, BEHIND = 8, 6
"""Words that count as said with a mark."""


def near(sentence: Sentence, at: Span) -> frozenset[str]:
    """Stems of the words around a place in its part of the sentence."""
    own = part(sentence.text, at)
    before = [w.stem for w in sentence.words if own.start <= w.span.start and w.span.end <= at.start][-BEFORE:]
    behind = [w.stem for w in sentence.words if at.end <= w.span.start and w.span.end <= own.end][:BEHIND]
    return frozenset((*before, *behind)) - _STOPS


_PARTS = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|while|whereas|with|as|so|though|although)\b)|(?<=\w)\s(?=(?:while|whereas|but|though|although|despite)\b)"
    r"|,\s(?=(?!which|who|that|where)(?:[\w'’-]+\s){1,4}(?:is|are|was|were|will|grew|grows|fell|falls|rose|rises|dropped|"
    r"drops|declined|declines|slipped|slips|climbed|climbs)\b)"
    r"|,\s(?=(?:the|its|their|[A-Z])[\w\s-]{0,40}\b(?:is|are|was|were|will|has|have|grew|fell|rose)\b)",
)


def part(text: str, at: Span) -> Span:
    """The part of a sentence, between its commas and contrasts, that a place lies in."""
    cuts = [0, *(m.start() for m in _PARTS.finditer(text)), len(text)]
    return Span(max(c for c in cuts if c <= at.start), min(c for c in cuts if c > at.start or c == len(text)))
