"""Which reports a question means, by the names of their markets."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from actqa.answering.across.briefs import Brief
from actqa.answering.across.catalogue import Catalogue
from actqa.answering.across.words import ASKING, COMPARING, MARKET_OF
from actqa.answering.asked import vocabulary
from actqa.answering.asked.places import places_asked
from actqa.answering.asked.question import written_out
from actqa.answering.asked.spoken import asking_words
from actqa.answering.asked.words import WORD, stem, words
from actqa.answering.seen.names import Spelling

MOST_MEANT = 6
HALF = 0.5
OWN = 0.7
"""The part of the places with a word that are in one report, from which the word alone tells the report."""

Homes = Callable[[str], Mapping[str, float]]
"""For a word the reports that use it, each with its part of all uses."""


@dataclass(frozen=True, slots=True)
class Meant:
    """A report that is named."""

    brief: Brief
    words: frozenset[str]
    """The words of the question that name it, in lower case."""
    at: int
    """Where its first word stands."""
    whole: bool
    """Whether all of its name is said."""


def reports_meant(text: str, briefs: Catalogue, homes: Homes) -> list[Meant]:
    """The reports whose markets the question names, in its order; one named in full counts before those in part."""
    spoken = _spoken(written_out(text), briefs.spelling)
    called = briefs.called((s for w in spoken for s in w.stems), (w.letters for w in spoken))
    found = [it for brief in called if (it := _meant(brief, spoken, homes))]
    found = [it for it in found if not any(it.words < other.words for other in found)]
    whole = [it for it in found if it.whole]
    if whole and not (len(found) > 1 and COMPARING.search(text.lower())):
        found = whole
    return sorted(found, key=lambda it: it.at)[:MOST_MEANT]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    letters: str
    stems: frozenset[str]
    at: int
    is_acronym: bool


def _spoken(text: str, spelling: Spelling) -> list[_Word]:
    """The words that may name something, slips mended; places apart."""
    for start, end, _ in places_asked(text):
        text = text[:start] + " " * (end - start) + text[end:]
    found = []
    for match in WORD.finditer(text):
        for plain in words(match.group())[:1]:
            word = spelling.mended(plain)
            if word not in vocabulary.STOP_WORDS:
                parts = frozenset(stem(part) for part in {word, *word.split("-")} if part)
                lower = match.group().lower()
                letters = re.sub(r"[^a-z]", "", lower)
                found.append(_Word(lower, letters, parts, match.start(), match.group().isupper()))
    return found


def _meant(brief: Brief, spoken: list[_Word], homes: Homes) -> Meant | None:
    said = [w for w in spoken if w.stems & brief.subject or _is_initials(w, brief)]
    if not said:
        return None
    stems = frozenset(s for w in said for s in w.stems) & brief.subject
    whole = stems == brief.subject or any(_is_initials(w, brief) for w in said)
    part = len(stems) / (len(brief.subject) or 1)
    if not whole and not (part >= HALF and len(stems) > 1) and not any(_tells(w, brief, homes) for w in said):
        return None
    return Meant(brief, frozenset(w.text for w in said), said[0].at, whole)


def _is_initials(word: _Word, brief: Brief) -> bool:
    """Whether the word is short for the market: DLP, of data loss prevention software."""
    if len(word.letters) < 3:
        return len(word.letters) == 2 and word.is_acronym and brief.initials == word.letters
    return brief.initials.startswith(word.letters)


def _tells(word: _Word, brief: Brief, homes: Homes) -> bool:
    """Whether the word alone tells the report, since hardly any other uses it."""
    return len(word.text) > 2 and homes(word.text).get(brief.id, 0.0) >= OWN


def market_asked(text: str) -> str:
    """What the question calls its market, without the words that name nothing; empty where it names none."""
    for found in MARKET_OF.finditer(written_out(text).lower()):
        phrase = found[1] or found[2]
        for start, end, _ in reversed(places_asked(phrase)):
            phrase = phrase[:start] + " " * (end - start) + phrase[end:]
        named = [w for w in words(phrase) if _names(w)]
        if named:
            return " ".join(named)
    return ""


def _names(word: str) -> bool:
    return not (
        word in vocabulary.STOP_WORDS
        or word in vocabulary.SOFT
        or word in ASKING
        or word in asking_words()
        or word.isdigit()
    )
