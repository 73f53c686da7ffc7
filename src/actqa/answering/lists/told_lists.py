"""Lists that the report sets out nowhere, but tells in a sentence: `Horses are insured in Sweden and Germany.`"""

import re

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.kinds import metric_asked
from actqa.answering.asked.places import place_spans
from actqa.answering.asked.wanted import Wanted
from actqa.answering.asked.words import stems, words
from actqa.answering.draft import Asked
from actqa.answering.lists.announcing import announced
from actqa.answering.lists.choosing import goes_on
from actqa.answering.passages.scoring import Scored, Scoring
from actqa.answering.seen.listings import Listing
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.wording import keys
from actqa.places import find, lies_in

ENOUGH = 0.7
"""Part of what is asked for, by weight, that the sentence has to say."""
ENOUGH_BEFORE_COLON = 0.5
"""The same where it names what is asked for before a colon: `Four jobs are done by machines: sorting, …`"""
SAME_QUESTION = 0.7
"""Cosine from which a question of the report's own asks the same."""
BEFORE = 0.7
"""What a word counts that only the sentence before says, or the title above."""
MOST_UNDER = 3
"""Sentences under a title that are given together."""
SERIES = 0.25
"""What it counts that a sentence names three things or more."""
MOST = 320
"""Characters of a sentence that is given whole."""

_ITEM = r"[^,;:.()]{2,60}"
_THREE = re.compile(rf"{_ITEM}, {_ITEM},? (?:and|or|as well as|&) \w")
_SERIES = re.compile(r"(?:[\w&'’.-]+(?: [\w&'’.-]+){0,3}, )+[\w&'’.-]+(?: [\w&'’.-]+){0,3},? (?:and|or) [\w&'’-]+")
_PLACED = re.compile(r"^(?:in|across|within|among|for|by|at|on|under|besides) [^,]+, ", re.IGNORECASE)
"""How a sentence begins that says where or when before it names anything."""
_PARTS = re.compile(r",? (?:and|or) |, ")
_TWO = re.compile(r"\w (?:and|or|as well as|&) \w")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w&'’-]+")


def told_list(asked: Asked, want: Wanted, chosen: list[Listing]) -> tuple[UnitView, ...]:
    """The sentence that names what is asked for in a series; none where a list of the report says as much of the
    question. What follows the same question in the report, where there is no list."""
    telling = _telling(asked)
    if chosen and _is_said(telling, chosen):
        return ()
    scoring = Scoring(asked)
    if scoring.slots.missing or not (telling or scoring.slots.naming):
        return ()
    replies = [] if chosen else _replies(scoring)
    if replies:
        return tuple(asked.view.units[at] for at in replies)
    weights = {key: scoring.wording.weight(key) for key in telling}
    found = [it for it in scoring.best() if _fits(it, weights, asked, want, scoring)]
    best = max(
        found, key=lambda it: it.score + SERIES * bool(_THREE.search(asked.view.units[it.at].text)), default=None
    )
    if best is None:
        return ()
    return tuple(asked.view.units[at] for at in announced(asked.view.units, best.at) or [best.at])


def series_in(text: str) -> tuple[str, ...]:
    """What a sentence names one after another: of `In Europe, Spain, Italy and France lead.` the last three."""
    found = max(_SERIES.finditer(_PLACED.sub("", text)), key=lambda it: len(it.group()), default=None)
    return tuple(part for part in _PARTS.split(found.group()) if part) if found else ()


def told_under(asked: Asked, want: Wanted) -> tuple[UnitView, ...]:
    """The few sentences under the title that names what is asked for, where the report lists it nowhere."""
    sought = frozenset(want.full)
    units = asked.view.units
    titled = [u for u in units if u.unit.kind == "heading" and sought and sought <= stems(list_words.united(u.text))]
    for title in titled:
        below = [u for u in units if u.unit.section == title.unit.section and u.unit.kind != "heading"]
        short = len(below) <= MOST_UNDER and sum(len(u.text) for u in below) <= MOST
        if below and short and all(u.unit.kind == "sentence" for u in below):
            return tuple(below)
    return ()


def _replies(scoring: Scoring) -> list[int]:
    """What the report says to the same question."""
    questions = {at for at in scoring.wording.asked_by if at is not None}
    nearest = max(questions, key=lambda at: scoring.asked.near[at], default=None)
    if nearest is None or scoring.asked.near.cosines[nearest] < SAME_QUESTION:
        return []
    return [
        at
        for at, question in enumerate(scoring.wording.asked_by)
        if question == nearest and at in scoring.wording.can_answer
    ]


def _telling(asked: Asked) -> frozenset[str]:
    """What the question says besides the words that ask for a list, and those that the report is all about."""
    text = list_words.united(asked.question.text.lower())
    for start, end, _ in reversed(place_spans(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    kept = [w for w in words(text) if not _asks(w) and not any(c.isdigit() for c in w)]
    return keys(" ".join(kept)) - keys(" ".join(asked.view.subject))


_ASKING = (
    vocabulary.STOP_WORDS,
    vocabulary.SOFT,
    vocabulary.VERBS,
    list_words.TOPIC_OF,
    list_words.PLAIN,
    list_words.WEAK,
    list_words.NOT_LISTED,
    frozenset(list_words.COUNT_WORDS),
    frozenset(
        "exist exists existing type types example examples leading lead leads top biggest largest but none".split()
    ),
)


def _asks(word: str) -> bool:
    return any(word in table for table in _ASKING) or bool(metric_asked(word))


def _is_said(telling: frozenset[str], chosen: list[Listing]) -> bool:
    """Whether the lists' own titles say it all, be it in a form of the word."""
    said = frozenset[str]().union(*(keys(f"{it.title} {it.around}") for it in chosen))
    return all(key in said or any(goes_on(key, s) for it in chosen for s in it.stems) for key in telling)


def _fits(it: Scored, weights: dict[str, float], asked: Asked, want: Wanted, scoring: Scoring) -> bool:
    unit = asked.view.units[it.at]
    if unit.unit.kind == "row" or len(unit.text) > MOST:
        return False
    if not _is_numbered_alike(it.at, asked, scoring):
        return False
    if not _TWO.search(unit.text) and not announced(asked.view.units, it.at):
        return False
    wording = scoring.wording
    before = wording.before[it.at]
    near = wording.above[it.at] | (wording.keys[before] if before is not None else frozenset())
    own = wording.keys[it.at]
    said = sum(w * (1.0 if key in own else BEFORE if key in near else 0.0) for key, w in weights.items())
    lead = keys(unit.text.partition(": ")[0]) if ": " in unit.text else frozenset[str]()
    enough = ENOUGH_BEFORE_COLON if keys(" ".join(want.phrase.split()[-1:])) & lead else ENOUGH
    if said < enough * sum(weights.values()):
        return False
    return all(names(unit, asked) for topic, names in _NAMES.items() if topic in want.topics)


_NUMBERED = re.compile(r"\b([a-z]{3,}[ -](?:\d{1,2}|one|two|three|four))\b", re.IGNORECASE)


def _is_numbered_alike(at: int, asked: Asked, scoring: Scoring) -> bool:
    """Whether what the question names by a number is what the sentence, or the one before it, is about: `tier 1`."""
    named = [found.lower().replace("-", " ") for found in _NUMBERED.findall(asked.question.own)]
    before = scoring.wording.before[at]
    own = asked.view.units[at].text.lower().replace("-", " ")
    led = asked.view.units[before].text.lower().replace("-", " ") if before is not None else ""
    return all(name in own or (name in led and name.split()[0] not in own) for name in named)


def _names_places(unit: UnitView, asked: Asked) -> bool:
    """Whether it names two places or more; in the one that is asked about, if any."""
    places = {place for _, _, place in place_spans(unit.text)}
    within = frozenset(asked.question.places) - asked.view.places
    return len([p for p in places - within if all(lies_in(p, place) for place in within)]) > 1


def _names_players(unit: UnitView, asked: Asked) -> bool:
    placed = find(unit.text, cased=False)
    named = [at for at in _NAME.finditer(unit.text) if not any(p.start <= at.start() < p.end for p in placed)]
    return len(named) > 1


_NAMES = {"regions": _names_places, "players": _names_players}
"""Topic → whether a sentence names such things."""
