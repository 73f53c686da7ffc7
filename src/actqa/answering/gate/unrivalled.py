"""Whether nobody comes up to one that a sentence names: `no other vendor comes close to Ondine`."""

import re
from decimal import Decimal

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.mentions import Owners
from actqa.answering.gate.owned import rivals, same_name
from actqa.answering.gate.rounding import quantity
from actqa.answering.gate.sentence import Sentence
from actqa.reading import Span

_NOBODY = re.compile(
    r"(?:no|none|nobody|nothing|no one|neither)\b[^,;.]{0,40}?\b(?:(?P<near>(?:comes?|came|gets?|got|is|was)\s"
    r"(?:anywhere\s)?(?:near|close))|match(?:es|ed)?|rivals?|rivalled|equals?|beats?|tops?|exceeds?|exceeded|reach(?:es|ed)?"
    r"|(?:larger|bigger|higher|more|faster|greater) than)\b(?:\sto)?\s(?:that of\s|the (?:[a-z]+ of\s)?)?",
    re.IGNORECASE,
)
NEAR = Decimal("0.75")
"""The part of the first one's figure that is not near it."""


def is_unrivalled(at: Span, sentence: Sentence, cited: Cited) -> bool:
    """Whether the negation there says so of one whose figure is above all others of its kind that are cited."""
    found = _NOBODY.match(sentence.text, at.start)
    if found is None:
        return False
    named = frozenset(a.key for a in (*sentence.places, *sentence.names) if 0 <= a.span.start - found.end() <= 1)
    return any(_is_above(mention_key, found["near"] is not None, cited) for mention_key in named)


def _is_above(key: str, is_far: bool, cited: Cited) -> bool:
    for mention, _ in cited.mentions:
        owners: Owners = mention.places | mention.names
        if not any(same_name(key, other) for other in owners if other):
            continue
        own = quantity(mention.figure.value, mention.figure.unit)[0] * (NEAR if is_far else 1)
        years = {mention.figure.year, None}
        others = [
            quantity(m.figure.value, m.figure.unit)[0]
            for m, _ in rivals(mention, cited)
            if m.figure.year in years and (m.metric == "growth") == (mention.metric == "growth")
        ]
        if others and max(others) < own:
            return True
    return False
