"""What a question asks: its kind, its metric, and the slots an answer must match."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import Stemmer

from actqa.answering import vocabulary
from actqa.figures.grammar import CURRENCIES, CURRENCY_WORDS, THINGS
from actqa.places import find

QuestionKind = Literal["figure", "list", "passage"]

_WORD = re.compile(r"[^\W_](?:[\w'’&.-]*[^\W_])?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?(\d\d)(?!\d)")
_SHORT_YEARS = re.compile(r"(?<![\d.])(\d\d)\s?[-–/]\s?(\d\d)(?![\d%])")


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood; what follows from an earlier one is filled in."""

    text: str
    """What is looked for, in words."""
    kind: QuestionKind
    metric: str
    """`size`, `growth`, `share`, `count`, or empty."""
    topic: str
    """What a list is asked of: a key of `vocabulary.TOPICS`, or empty."""
    years: tuple[int, ...]
    places: tuple[str, ...]
    """As the gazetteer spells them."""
    names: tuple[str, ...]
    """Proper names, as asked."""
    stems: frozenset[str]
    """Stems of the words that name something."""
    says_what: bool
    """Whether it says itself what it asks for, and so takes that from no earlier question."""


def understand(text: str, history: Sequence[str] = ()) -> Question:
    """The question; one that goes on from the last of `history` takes from it what it leaves out."""
    asked = _read(text)
    if re.match(r"(?:why|how so)\W*$", text.lower()) and history:
        before = understand(history[-1], history[:-1])
        return replace(before, text=f"Why? {before.text}", kind="passage", metric="", topic="")
    if not history or not _goes_on(text, asked):
        return asked
    return _completed(asked, understand(history[-1], history[:-1]))


def words(text: str) -> list[str]:
    """Words in lower case and American spelling, possessives cut."""
    return [_spelled(re.sub(r"['’]s?$", "", w.lower())) for w in _WORD.findall(text)]


@cache
def _spelled(word: str) -> str:
    for pattern, plain in vocabulary.SPELLINGS:
        word = re.sub(pattern, plain, word)
    return word


@cache
def stem(word: str) -> str:
    """English Snowball."""
    return str(_stemmer().stemWord(word.replace("-", "")))


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that name something."""
    parts = (part for w in words(text) for part in {w, *w.split("-")})
    return frozenset(stem(w) for w in parts if w not in vocabulary.STOP_WORDS and not w.isdigit())


def places_in(text: str) -> tuple[str, ...]:
    """The places a text names, as the gazetteer spells them; an adjective names one where a market's noun follows."""
    found = find(text, cased=False)
    names = [n.name for n in found if n.way != "adjective" or _OF_A_PLACE.match(text, n.end)]
    return tuple(dict.fromkeys(names))


_OF_A_PLACE = re.compile(rf"\s+(?:{vocabulary.ADJECTIVE_NOUNS})\b", re.IGNORECASE)


def _read(text: str) -> Question:
    lower = " ".join(text.lower().split())
    metric, topic = _metric(lower), _topic(lower)
    years = _years(text)
    kind = _kind(lower, metric, topic, years)
    opened = bool(vocabulary.PASSAGE_OPENERS.match(lower))
    stems_asked = _naming_stems(text) | (_listed_stems(lower) if kind == "list" else frozenset())
    says_what = bool(metric or topic or opened or kind == "list")
    return Question(text, kind, metric, topic, years, places_in(text), _names(text), stems_asked, says_what)


def _years(text: str) -> tuple[int, ...]:
    full = [int(y) for y in _YEAR.findall(text)]
    spans = [(int(a), int(a) // 100 * 100 + int(b)) for a, b in _YEAR_SPAN.findall(text)]
    short = [(2000 + int(a), 2000 + int(b)) for a, b in _SHORT_YEARS.findall(text) if not full]
    pairs = [y for pair in (*spans, *short) if pair[0] < pair[1] for y in pair]
    return tuple(dict.fromkeys([*full, *pairs]))


def _metric(lower: str) -> str:
    for metric, asking in vocabulary.METRICS.items():
        if re.search(rf"(?<![\w-])(?:{asking})(?![\w-])", lower):
            return metric
    return ""


def _topic(lower: str) -> str:
    asked = {part for w in words(lower) for part in (w, *w.split("-"))}
    return next((topic for topic, listed in vocabulary.TOPICS.items() if asked & set(listed.split())), "")


_LISTED = re.compile(
    r"(?:through |in |by |into )?(?:which|what) ((?:[\w&/'-]+ ){0,3}?[\w-]+s)"
    r"(?: (?:are|were|is|does|do|did|has|have|will|there)\b|\W*$)"
)
"""`Which growing techniques are …`, `what product segments?`"""


_ASKS_FIGURE = re.compile(r"how (?:much|many|fast|big|large)|what do(?:es)? .*\b(?:estimate|forecast|say for)\b")


def _kind(lower: str, metric: str, topic: str, years: tuple[int, ...]) -> QuestionKind:
    if vocabulary.PASSAGE_OPENERS.match(lower) and not (metric and _ASKS_FIGURE.match(lower)):
        return "passage"
    listed = _LISTED.match(lower)
    named = listed[1] if listed and listed[1].split()[-1] not in vocabulary.VERBS else ""
    if re.match(r"(?:list|name|who are|give me|enumerate)\b", lower) or (named and not _metric(named)):
        return "list"
    if metric and not (topic and metric == "size" and _is_plural(lower, topic) and not re.search(r"how|\bsize", lower)):
        return "figure"
    if topic and (_is_plural(lower, topic) or (len(lower.split()) <= 3 and not re.match(r"which|what|who", lower))):
        return "list"
    return "figure" if years and len(lower.split()) <= 8 else "passage"


def _is_plural(lower: str, topic: str) -> bool:
    listed = set(vocabulary.TOPICS[topic].split())
    return any(part in listed and part.endswith("s") for w in words(lower) for part in (w, *w.split("-")))


def _listed_stems(lower: str) -> frozenset[str]:
    """Stems of what is to be listed, where no topic has a word for it."""
    found = _LISTED.match(lower)
    return stems(found[1]) if found else frozenset()


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words and acronyms that do not open the question and are no places."""
    found: list[str] = []
    for at, match in enumerate(_WORD.finditer(text)):
        word = re.sub(r"['’]s?$", "", match.group())
        if at and word[0].isupper() and _is_name(word):
            found.append(word)
    return tuple(found)


_NO_NAMES = (
    vocabulary.STOP_WORDS,
    vocabulary.MONTHS,
    CURRENCIES,
    CURRENCY_WORDS,
    THINGS,
)


def _is_name(word: str) -> bool:
    lower = word.lower()
    taken = any(lower in table for table in _NO_NAMES)
    return not taken and not _metric(lower) and not _topic(lower) and not find(word, cased=False)


def _naming_stems(text: str) -> frozenset[str]:
    asking = {w for listed in vocabulary.METRICS.values() for w in listed.replace("|", " ").split()}
    asking |= {w for listed in vocabulary.TOPICS.values() for w in listed.split()}
    return frozenset(s for s in stems(text) if s not in {stem(w) for w in asking})


def _goes_on(text: str, asked: Question) -> bool:
    lower = text.lower().strip()
    marked = any(re.match(rf"{re.escape(marker)}\b", lower) for marker in vocabulary.FOLLOW_UPS)
    pointing = re.search(r"\b(?:it|its|that|those|they|their|there)\b", lower)
    return marked or bool(pointing) or len(lower.split()) <= 3


def _completed(asked: Question, before: Question) -> Question:
    """The question with what it leaves out: who or what it is about, what is asked of that, and for when."""
    subject = asked if asked.stems or asked.places or asked.names else before
    what = asked if asked.says_what else before
    return replace(
        asked,
        text=asked.text if what is asked and subject is asked else f"{before.text} {asked.text}",
        kind=what.kind,
        metric=what.metric,
        topic=what.topic,
        years=asked.years or before.years,
        places=subject.places,
        names=subject.names,
        stems=subject.stems,
    )
