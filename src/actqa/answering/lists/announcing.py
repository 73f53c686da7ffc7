"""Sentences that say how many things follow: `Contracts come in three sorts.`"""

import re
from collections.abc import Sequence

from actqa.answering.asked.list_words import COUNT_WORDS
from actqa.answering.seen.units import UnitView

FEWEST, MOST = 2, 5
LONGEST = 16
"""Words of a sentence that announces."""

_ANNOUNCES = re.compile(
    rf"\b({'|'.join(COUNT_WORDS[FEWEST : MOST + 1])}) (?:[\w-]+ ){{0,2}}?"
    r"(?:sorts|types|kinds|groups|classes|forms|models|categories|families|variants|ways|methods|approaches|stages|"
    r"steps|"
    r"tiers|generations)\b",
    re.IGNORECASE,
)


def announced(units: Sequence[UnitView], at: int) -> list[int]:
    """The sentence and as many after it in its paragraph as it announces; empty where it announces none, or lists them
    itself."""
    text = units[at].text
    found = _ANNOUNCES.search(text)
    if found is None or len(text.split()) > LONGEST or ":" in text or "," in text[found.end() :]:
        return []
    count = COUNT_WORDS.index(found[1].lower())
    following = [i for i in range(at + 1, at + 1 + count) if i < len(units)]
    block = units[at].unit.block
    return [at, *following] if len(following) == count and all(units[i].unit.block == block for i in following) else []
