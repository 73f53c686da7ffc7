"""Texts to the stems that they are compared by, each as a number."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

WORD = re.compile(r"\b\w\w+\b")
"""A letter alone says nothing, and is mostly a bullet or an initial."""

COMMON = frozenset(
    "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this "
    "to was will with".split()
)
"""Lucene's words that stand in every text."""

KNOWN = 65_536
"""Words whose numbers are kept at hand."""


def stem_numbers(texts: Sequence[str]) -> Iterator[list[int]]:
    """For each text its stems in order, as numbers of 64 bits."""
    import Stemmer

    # A stemmer of its own for each call: they are not safe to share between threads.
    stemmer = Stemmer.Stemmer("english")
    for text in texts:
        words = [word for word in WORD.findall(text.lower()) if word not in COMMON]
        yield [_number(stem) for stem in stemmer.stemWords(words)]


@lru_cache(maxsize=KNOWN)
def _number(stem: str) -> int:
    """Of a million stems two have the same with a chance of one in thirty million; no list of them has to be kept."""
    return int.from_bytes(hashlib.blake2b(stem.encode(), digest_size=8).digest())
