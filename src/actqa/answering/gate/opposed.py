"""Whose figures are that a sentence sets against each other, in the order in which it has named two: `A is past B, 17%
against 16%`."""

import re
from collections.abc import Iterator, Sequence

from actqa.answering.gate.assigning import is_against, set_against
from actqa.answering.gate.dating import coordinate
from actqa.answering.gate.sentence import PLACE, Anchor, Sentence
from actqa.reading import Span


def opposed(sentence: Sentence, spans: Sequence[Span]) -> Iterator[tuple[int, frozenset[str]]]:
    """Positions of such figures, with the keys of whose they are: in a part of the sentence, or in brackets."""
    text = sentence.text
    anchors = sorted((*(p for p in sentence.places if p.kind == PLACE), *sentence.names), key=lambda a: a.span)
    for own in {coordinate(text, span) for span in spans}:
        items = [i for i, span in enumerate(spans) if own.holds(span)]
        held = [a for a in anchors if own.holds(a.span)]
        told = set_against(text, [spans[i] for i in items], [a.span for a in held])
        for item, each in zip(items, told, strict=False):
            yield item, frozenset(held[i].key for i in each)
    yield from _in_brackets(text, spans, anchors)


def _in_brackets(text: str, spans: Sequence[Span], anchors: Sequence[Anchor]) -> Iterator[tuple[int, frozenset[str]]]:
    for bracket in _BRACKETS.finditer(text):
        items = [i for i, span in enumerate(spans) if bracket.start() < span.start and span.end < bracket.end()]
        before = list({a.key: a.span for a in anchors if a.span.end <= bracket.start()}.items())[-PAIR:]
        is_pair = len(items) == len(before) == PAIR and is_against(text, [spans[i] for i in items])
        if is_pair and _BEYOND.search(text, before[0][1].end, before[1][1].start):
            yield from ((item, frozenset({key})) for item, (key, _) in zip(items, before, strict=True))


_BRACKETS = re.compile(r"\([^()]*\)")
_BEYOND = re.compile(
    r"\b(?:than|past|beyond|over|overtak\w+|surpass\w*|exceed\w*|outpac\w+|trail\w*|lag\w*|lead\w*|led|beat\w*|"
    r"ahead of|behind|above|below|with|to|and|or|as|against|versus|vs)\b",
    re.IGNORECASE,
)
"""Between two that are set against each other."""
PAIR = 2
