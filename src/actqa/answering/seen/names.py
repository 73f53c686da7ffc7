"""What a report names: its segments, dimensions and players, found in a question also by other words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from actqa.answering.asked.words import stem, stems, words
from actqa.facts import ReportFacts
from actqa.facts.types import Segment
from actqa.index.encoder import Encoder
from actqa.index.word_ranks import rank_of

NameKind = Literal["segment", "dimension", "player", "subject"]

CLOSE = 0.6
"""Cosine from which two names in other words are taken for one; the next best must be `CLEAR` below."""
CLEAR = 0.05
SAME = 0.74
"""Nearness from which a phrase is taken for the market by another name; others of its trade come to 0.72: bandages, of
wound dressings."""
SAME_NEW = 0.68
"""The same of words that the report never uses, for it mostly names others of its trade: suitcases, of luggage."""
SAME_SHORT = 0.62
"""The same of initials and formulas, such as ZnO, whose vectors tell less."""
SAME_SHARING = 0.77
"""The same where some of the words are the market's own: heart implants, of dental ones, come to 0.76."""
SAME_PART = 0.92
"""The same where the phrase has the market's name in it."""
SAME_KNOWN = 0.56
"""The same of words that the report uses otherwise, and names nothing by."""
GOODS = stems("equipment product good item device system solution machine machinery")
"""What any market's things may be called."""
LONGEST_SUBJECT = 4
"""Words of whose figure one is; what has more is no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A thing that a report names."""

    text: str
    kind: NameKind
    stems: frozenset[str]
    """What tells it: the stems of its words but for those that the report's title has."""


class Names:
    """All of one report's, to be found in questions; the encoder had better remember texts."""

    def __init__(self, facts: ReportFacts, subject: frozenset[str], encoder: Encoder) -> None:
        self.all = tuple(_names(facts, subject))
        self.namesakes = tuple(
            Name(player.name, "player", stems(player.name))
            for player in facts.players
            if not _telling(player.name, "player") - subject
        )
        self.halves = tuple(_halves(facts, subject))
        self._encoder = encoder

    def within(self, said: frozenset[str]) -> tuple[Name, ...]:
        """Those whose every telling word is said; of two that share words the longer."""
        found = sorted((n for n in self.all if n.stems <= said and n.kind != "subject"), key=lambda n: -len(n.stems))
        kept: list[Name] = []
        for name in found:
            if not any(name.stems <= other.stems for other in kept):
                kept.append(name)
        return tuple(kept)

    def half(self, said: frozenset[str]) -> Name | None:
        """The one half of a market of two that is said: gowns, of drapes and gowns."""
        found = [half for half in self.halves if half.stems <= said]
        return found[0] if len(found) == 1 else None

    def other_halves(self, asked: tuple[Name, ...]) -> frozenset[str]:
        """Stems of those that are not asked for, where one is."""
        if not any(half in asked for half in self.halves):
            return frozenset()
        return frozenset[str]().union(*(half.stems for half in self.halves if half not in asked))

    def companies(self, text: str) -> tuple[Name, ...]:
        """Players called like the market itself, where the text says their whole name: Cochlear Ltd, of implants."""
        return tuple(name for name in self.namesakes if _called(name.text).search(text))

    def like(self, phrase: str, least: float = CLOSE, clear: float = CLEAR) -> Name | None:
        """The segment that is called by other words, where one is clearly nearest in meaning."""
        at = [i for i, name in enumerate(self.all) if name.kind in {"segment", "subject"}]
        if not at or not phrase:
            return None
        near = self.nearness(phrase, tuple(self.all[i].text for i in at))
        order = [at[int(i)] for i in np.argsort(-near)]
        scores = dict(zip(at, map(float, near), strict=True))
        best = self.all[order[0]]
        others = (scores[i] for i in order if self.all[i].stems != best.stems)
        return best if scores[order[0]] >= least and scores[order[0]] - next(others, 0.0) >= clear else None

    def is_market(self, phrase: str, market: str, *, known: bool, new: bool = False) -> bool:
        """Whether the phrase means the market, and none of its segments more.

        Near is the mean of two cosines, of the names alone and of both as markets: the word they share makes any two
        markets alike. Where the report does not use some of the words (not `known`), or none (`new`), it has to be
        nearer than another market of the trade is; and what says the market's whole name and more is rather a part of
        it: green tea, of tea. What says some of the name and other words of the report is beside it: cat food, of pet
        food.
        """
        name = _MARKET.sub("", market)
        asked, bare, whole, alone = self._encoder.encode((phrase, _MARKET.sub("", phrase), f"{name} market", name))
        near, apart = float(asked @ whole), float(bare @ alone)
        said, own = stems(phrase), stems(market)
        beside = known and bool(said & own) and any(not _does(s, own) for s in said - own - GOODS)
        if beside or (near + apart) / 2 < (SAME_KNOWN if known else _enough(said, own, new=new)):
            return False
        return bool(near > self.nearness(phrase, tuple(name.text for name in self.all)).max(initial=0.0))

    def nearness(self, phrase: str, texts: tuple[str, ...]) -> NDArray[np.float32]:
        """Cosine of the phrase with each text."""
        vectors = self._encoder.encode((phrase, *texts))
        near: NDArray[np.float32] = vectors[1:] @ vectors[0]
        return near

    @property
    def word_ranks(self) -> Mapping[str, int]:
        """Words of the language, by how common they are."""
        return self._encoder.word_ranks

    def look_ahead(self, *phrases: str) -> None:
        """Encodes together what is about to be asked for one by one, which takes less time."""
        self._encoder.encode(phrases)


def _does(said: str, own: frozenset[str]) -> bool:
    """Whether the stem is of what does one of those, or is joined with one: dryer, of drying; e-signature."""
    joined = said.endswith(tuple(own)) or said.startswith(tuple(s for s in own if len(s) >= LONG))
    return len(said) < 2 or joined or stem(re.sub(r"(?:er|or)$", "", said)) in own


LONG = 5
"""Letters of a word that another may begin with."""


def _enough(phrase: frozenset[str], market: frozenset[str], *, new: bool) -> float:
    if market < phrase:
        return SAME_PART
    if phrase & market:
        return SAME_SHARING
    if len(phrase) == 1 and _is_short("".join(phrase)):
        return SAME_SHORT
    return SAME_NEW if new else SAME


def _is_short(word: str) -> bool:
    """Whether it is initials, or a formula: ZnO, H2O2."""
    return len(word) <= SHORT or (word[0].isalpha() and any(c.isdigit() for c in word) and len(word) <= 2 * SHORT)


SHORT = 3
"""Letters."""
_MARKET = re.compile(r"^(?:the )?global |[\s-]*\b(?:market|industry)$", re.IGNORECASE)


def _names(facts: ReportFacts, subject: frozenset[str]) -> list[Name]:
    texts: dict[str, NameKind] = {}
    for split in facts.segmentations:
        for segment in split.segments:
            texts |= dict.fromkeys(_of(segment), "segment")
    for split in facts.segmentations:
        texts.setdefault(split.dimension, "dimension")
    for player in facts.players:
        texts.setdefault(player.name, "player")
    for subject_of in (*(f.market for f in facts.forecasts), *(share.subject for share in facts.shares)):
        is_name = len(subject_of.split()) <= LONGEST_SUBJECT and not _PART_OF_YEAR.fullmatch(subject_of)
        if is_name and subject_of != facts.report.market:
            texts.setdefault(subject_of, "subject")
    named = ((text, kind, _telling(text, kind) - subject) for text, kind in texts.items())
    return [Name(text, kind, telling) for text, kind, telling in named if telling]


_PART_OF_YEAR = re.compile(r"[HQ][1-4]")


def _halves(facts: ReportFacts, subject: frozenset[str]) -> Iterator[Name]:
    """Segments by one dimension of which the market's own name is made up: surgical drapes and gowns."""
    for split in facts.segmentations:
        named = {segment.name: _telling(segment.name, "segment") for segment in split.segments}
        own = {text: said for text, said in named.items() if said and said <= subject}
        shared = frozenset.intersection(*own.values()) if own else frozenset()
        if len(set(own.values())) > 1 and all(said - shared for said in own.values()):
            yield from (Name(text, "segment", said - shared) for text, said in own.items())


def _telling(text: str, kind: NameKind) -> frozenset[str]:
    """Of a company the first word, or two where the first tells nothing: Daikin, of Daikin Industries, Ltd."""
    if kind != "player":
        return stems(re.sub(r"\([^)]*\)", " ", text))
    named = words(_LEGAL.sub(" ", text))
    return stems(" ".join(named[: 2 if named[:1] and named[0] in _COMMON else 1]))


_COMMON = frozenset(
    "general united american national global first new advanced international royal universal standard applied "
    "north south east west central great digital smart green blue red black white big best pacific atlantic china "
    "japan india us european hong san los las st dr the de la le van von boston texas johnson".split()
)
"""First words of company names that tell no company."""

_LEGAL_FORM = r"(?:inc|ltd|llc|corp|corporation|co|company|plc|ag|sa|se|gmbh|nv|limited|group)\b"
_LEGAL = re.compile(
    r"\([^)]*\)|\b(?:inc|ltd|llc|corp|corporation|co|company|plc|ag|sa|se|gmbh|kg|kgaa|nv|bv|ab|as|oyj?|spa|srl|"
    r"limited|"
    r"incorporated|group|holdings?|pvt|private|pty|lp|llp)\b\.?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def _called(company: str) -> re.Pattern[str]:
    bare = " ".join(_LEGAL.sub(" ", company).split())
    return re.compile(rf"(?<!\w){re.escape(bare)}(?:\s+{_LEGAL_FORM}|['’]s?)", re.IGNORECASE)


def _of(segment: Segment) -> list[str]:
    return [segment.name, *(name for child in segment.children for name in _of(child))]


class Spelling:
    """Mends the slips of the pen in a question by the words that a report uses; `ranks` are words of the language."""

    def __init__(self, known: frozenset[str], ranks: Mapping[str, int] = MappingProxyType({})) -> None:
        self._known = known
        self._ranks = ranks

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(stem, self._known))

    @cached_property
    def _by_initial(self) -> dict[str, list[str]]:
        sorted_words: dict[str, list[str]] = {}
        for word in self._known:
            sorted_words.setdefault(word[:1], []).append(word)
        return sorted_words

    @cached_property
    def _by_consonants(self) -> dict[str, str]:
        """What is left of a word without its vowels → the one word that it is left of: pwdr, of powder."""
        found: dict[str, set[str]] = {}
        for word in self._known:
            if word.isalpha() and len(word) > FEWEST:
                found.setdefault("".join(c for c in word if c not in _VOWELS), set()).add(word)
        return {bare: min(words, key=len) for bare, words in found.items() if len({stem(w) for w in words}) == 1}

    def mended_text(self, text: str) -> str:
        """The text with every slip mended."""
        return _WORDS.sub(lambda m: m.group() if m.group()[0].isupper() else self.mended(m.group()), text)

    def mended(self, word: str) -> str:
        """The known word it is a slip of: the same first letter, an edit apart, two in a long word; else itself.

        In a short word a letter replaced makes another word more often than a slip, so only letters left out, put in
        or swapped count there. A word of the language is no slip: bands are no brands.
        """
        if _VOWELS.isdisjoint(word) and len(word) >= FEWEST and word.isalpha() and word not in self._known:
            return self._by_consonants.get(word, word)
        if len(word) < 5 or word in self._known or not word.isalpha() or stem(word) in self._stems:
            return word
        if rank_of(word, self._ranks) is not None:
            return word
        most = 2 if len(word) >= 9 else 1
        near = [(OSA.distance(word, other, score_cutoff=most), other) for other in self._by_initial.get(word[0], ())]
        fits = sorted((d, other) for d, other in near if d <= most and (len(word) >= 7 or not _replaced(word, other)))
        return fits[0][1] if fits else word


_WORDS = re.compile(r"(?<![\w.-])(?:[A-Za-z]{5,}|[bcdfghjklmnpqrstvwxz]{3,})(?![\w-])")
_VOWELS = frozenset("aeiouy")
FEWEST = 4
"""Consonants by which a word is known; fewer are rather initials."""


def _replaced(word: str, other: str) -> bool:
    """Whether one letter stands for another: as long, and not the same letters in another order."""
    return len(word) == len(other) and sorted(word) != sorted(other)
