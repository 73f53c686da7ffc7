"""What a question asks: its kind, its metric, and the slots an answer must match."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import Stemmer  # type: ignore[import-not-found]

from actqa.answering import vocabulary

QuestionKind = Literal["figure", "list", "passage"]

_WORD = re.compile(r"[^\W_](?:[\w'’&.-]*[^\W_])?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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
    """Keys of `vocabulary.PLACES`."""
    names: tuple[str, ...]
    """Proper names, as asked."""
    stems: frozenset[str]
    """Stems of the words that name something."""


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
    """Words in lower case, possessives cut."""
    return [re.sub(r"['’]s?$", "", w.lower()) for w in _WORD.findall(text)]


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
    """The places a text names, as keys of `vocabulary.PLACES`; a place within another's name does not count."""
    capital = re.sub(r"\bUS\b", "u.s.", re.sub(r"\bNA\b", "north america", text))
    lower = " ".join(re.sub(r"[^\w.&-]", " ", capital.lower()).split())
    found: list[str] = []
    for alias, place in _aliases():
        pattern = rf"(?<![\w-]){re.escape(alias)}(?![\w-])"
        if re.search(pattern, lower):
            found.append(place)
            lower = re.sub(pattern, " ", lower)
    return tuple(dict.fromkeys(found))


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    pairs = [(alias, place) for place, written in vocabulary.PLACES.items() for alias in written]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _read(text: str) -> Question:
    lower = " ".join(text.lower().split())
    metric, topic = _metric(lower), _topic(lower)
    years = tuple(dict.fromkeys([*(int(y) for y in _YEAR.findall(text)), *_short_years(text)]))
    kind = _kind(lower, metric, topic, years)
    return Question(text, kind, metric, topic, years, places_in(text), _names(text), _naming_stems(text))


def _short_years(text: str) -> list[int]:
    found = _SHORT_YEARS.search(text)
    pair = [2000 + int(y) for y in found.groups()] if found else []
    return pair if len(pair) == 2 and pair[0] < pair[1] else []


def _metric(lower: str) -> str:
    for metric, asking in vocabulary.METRICS.items():
        if re.search(rf"(?<!\w)(?:{asking})(?!\w)", lower):
            return metric
    return ""


def _topic(lower: str) -> str:
    asked = set(words(lower))
    return next((topic for topic, listed in vocabulary.TOPICS.items() if asked & set(listed.split())), "")


def _kind(lower: str, metric: str, topic: str, years: tuple[int, ...]) -> QuestionKind:
    opener = next((o for o in vocabulary.PASSAGE_OPENERS if re.match(rf"{o}\b", lower)), "")
    if opener in {"why", "how come", "explain", "describe", "what happened", "what can", "for what reason"}:
        return "passage"
    if topic and metric != "count" and re.match(r"(?:list|name|who are|give me|enumerate)\b", lower):
        return "list"
    if topic and _asks_for_topic(lower, topic) and metric in {"", "size"}:
        return "list"
    if metric:
        return "passage" if opener and not re.search(r"how (?:much|many|fast|big|large)|cagr|rate", lower) else "figure"
    if topic and (not opener or len(lower.split()) <= 3):
        return "list"
    return "figure" if years and not opener and len(lower.split()) <= 8 else "passage"


def _asks_for_topic(lower: str, topic: str) -> bool:
    """Whether the thing listed is what the question is after: `which regions`, `what product segments`, `players?`."""
    listed = set(vocabulary.TOPICS[topic].split())
    return any(w in listed and (w.endswith("s") or w == "end-use") for w in words(lower)[:6])


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words and acronyms that do not open the question and are no places."""
    found: list[str] = []
    for at, match in enumerate(_WORD.finditer(text)):
        word = re.sub(r"['’]s?$", "", match.group())
        plain = word.lower() not in vocabulary.STOP_WORDS and _metric(word.lower()) == "" and not places_in(word)
        if at and word[0].isupper() and plain:
            found.append(word)
    return tuple(found)


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
    says_what = asked.metric or asked.topic or asked.kind == "passage"
    what = asked if says_what and asked.text.strip() else before
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
