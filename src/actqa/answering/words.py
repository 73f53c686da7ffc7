"""Words: in lower case, in American spelling, and as stems."""

import re
from functools import cache, lru_cache

import Stemmer

from actqa.answering import vocabulary

WORD = re.compile(r"[^\W_](?:[\w'’&.-]*[^\W_])?")


def words(text: str) -> list[str]:
    """Words in lower case and American spelling, possessives cut."""
    return [_spelled(re.sub(r"['’]s?$", "", _PLURAL.sub(r"\1", w).lower())) for w in WORD.findall(text)]


_PLURAL = re.compile(r"^([A-Z]{2,5})s$")
"""Several of what is known by its initials: TVs."""


@lru_cache(maxsize=65_536)
def _spelled(word: str) -> str:
    for pattern, plain in vocabulary.SPELLINGS:
        word = re.sub(pattern, plain, word)
    return word


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """English Snowball."""
    return str(_stemmer().stemWord(word.replace("-", "")))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that name something."""
    parts = (part for w in map(_in_words, words(text)) for part in {w, *w.split("-")})
    return frozenset(stem(w) for w in parts if w not in vocabulary.STOP_WORDS and not w.isdigit())


_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _in_words(word: str) -> str:
    """A small number in words: the top 5 are the top five."""
    return _COUNTS[int(word)] if word.isdigit() and int(word) < len(_COUNTS) else word
