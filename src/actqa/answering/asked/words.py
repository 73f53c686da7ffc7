"""Words: in lower case, in American spelling, and as stems."""

import re
from functools import cache, lru_cache

import Stemmer

from actqa.answering.asked import vocabulary

WORD = re.compile(r"[^\W_](?:[\w'’&.-]*[^\W_])?")


def words(text: str) -> list[str]:
    """Words in lower case and American spelling, possessives cut."""
    return [_plain(found) for found in WORD.findall(_DASHED.sub("-", text) if "–" in text else text)]


_DASHED = re.compile(r"(?<=\d)\s?–\s?(?=\d)")
"""In a range: 20–100 tons."""
_RANGE = re.compile(r"(?P<low>\d+(?:\.\d+)?)-(?P<high>\d+(?:\.\d+)?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
SHORT_YEARS = range(10, 61)
"""Years of the century as they are typed for short."""


def is_range(word: str) -> bool:
    """Whether it tells a class by its bounds, 20-100, and no years: 2025-30, 25-31."""
    found = _RANGE.fullmatch(word)
    if found is None or _YEAR.fullmatch(found["low"]):
        return False
    short = found["low"].isdigit() and found["high"].isdigit() and int(found["low"]) in SHORT_YEARS
    return not (short and int(found["high"]) in SHORT_YEARS)


_POSSESSIVE = re.compile(r"['’]s?$")
_PLURAL = re.compile(r"^([A-Z]{2,5})s$")
"""Several of what is known by its initials: TVs."""


@lru_cache(maxsize=65_536)
def _plain(found: str) -> str:
    word = _POSSESSIVE.sub("", _PLURAL.sub(r"\1", found).lower())
    if _SPELLED.search(word):
        for pattern, plain in vocabulary.SPELLINGS:
            word = re.sub(pattern, plain, word)
    return word


_SPELLED = re.compile("|".join(pattern for pattern, _ in vocabulary.SPELLINGS))
"""Few words hold any of them."""


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """English Snowball, gases as gas."""
    return str(_stemmer().stemWord(_SEVERAL.sub(r"\1", word.replace("-", ""))))


_SEVERAL = re.compile(rf"((?:{'|'.join(vocabulary.ENDING_IN_S)}))es$")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def is_plain(word: str) -> bool:
    """Whether the word names nothing in any report: it asks, or says what is done with anything."""
    return _is_listed(word) or is_adverb(word)


def is_adverb(word: str) -> bool:
    """Whether it ends like one, and is not known for something else; a name may end so, too: Preply."""
    return bool(_ADVERB.fullmatch(word)) and word not in vocabulary.NO_ADVERBS and not _is_listed(word)


def _is_listed(word: str) -> bool:
    return word in vocabulary.SOFT or word in vocabulary.OFTEN_SOFT or stem(word) in _doings()


_ADVERB = re.compile(r"[a-z]{4,}ly")


@cache
def _doings() -> frozenset[str]:
    return frozenset(map(stem, vocabulary.DOINGS))


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that name something."""
    return frozenset[str]().union(*map(_stems_of, words(text)))


@lru_cache(maxsize=65_536)
def _stems_of(word: str) -> frozenset[str]:
    named = _in_words(word)
    parts = {named, *named.split("-")}
    return frozenset(stem(part) for part in parts if part not in vocabulary.STOP_WORDS and not part.isdigit())


_COUNTS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def _in_words(word: str) -> str:
    """A small number in words: the top 5 are the top five."""
    return _COUNTS[int(word)] if word.isdigit() and len(word) < 3 and int(word) < len(_COUNTS) else word
