"""Whether an answer in words to `Who …?` names anybody."""

import re

from actqa.answering.asked.words import stem, stems, words
from actqa.answering.draft import Asked, Drafted
from actqa.answering.refusal import refused
from actqa.index.word_ranks import rank_of
from actqa.places import find

_ASKS_WHO = re.compile(
    r"(?!.*\b(?:buyer|user|customer|consumer)s?\b)(?:and |so )?(?:who|whom) (?:is (?:the )?(?:leader|leading|"
    r"largest|biggest|top)|leads?|dominates?|makes?|sells?|"
    r"supplies|produces?|manufactures?|provides?|runs?|owns?|builds?)\b",
    re.IGNORECASE,
)
"""Asks for somebody who does it; those who buy are rather told by what they are than by name."""
_NAME = re.compile(
    r"(?<![\w.])(?:[A-Z][a-z]+[\w&'’-]*|[a-z]?[A-Z][A-Z&]{1,5}(?= (?:Group|Inc|AG|Corp|Ltd|leads|makes)))"
)
_LISTS = re.compile(r"[^.:|]{3,40}(?:\s?\||:)")
"""How a row begins, and a list: `Geographies covered: …`."""
_OPENS = re.compile(r"(?:^|[.!?:]\s+)$")


def naming_somebody(asked: Asked, drafted: Drafted) -> Drafted:
    """What was drafted; a refusal where somebody is asked for, and only places and markets are named."""
    if not drafted.drafts or not _ASKS_WHO.match(asked.question.text):
        return drafted
    named = any(_names_somebody(draft.text, asked) for draft in drafted.drafts)
    return drafted if named else refused(asked)


def _names_somebody(text: str, asked: Asked) -> bool:
    """Whether it has a capitalised word that is no word of the market, does not just open a sentence, and is no place,
    unless it is asked who leads within a wider one."""
    if any(name.kind == "player" and name.stems <= stems(text) for name in asked.view.names.all):
        return True
    if _LISTS.match(text):
        return False
    placed = find(text)
    for found in _NAME.finditer(text):
        place = next((named for named in placed if named.start <= found.start() < named.end), None)
        if place is not None and not (_LEADS.match(asked.question.text) and _is_within(place.name, asked)):
            continue
        said = words(found.group())
        own = not said or {stem(word) for word in said} <= asked.view.subject
        opens = place is None and _OPENS.search(text[: found.start()]) is not None
        plain = opens and _is_word(found.group().lower(), asked)
        if not own and not plain and not _NO_NAMES.fullmatch(found.group()):
            return True
    return False


_LEADS = re.compile(r"(?:and |so )?who (?:is|leads?|dominates?)\b", re.IGNORECASE)


def _is_within(place: str, asked: Asked) -> bool:
    """Whether a wider place is asked about, of which this may be the one that leads."""
    return bool(asked.question.places) and place not in asked.question.places


def _is_word(lower: str, asked: Asked) -> bool:
    """Whether the report says it in small letters, or it is a word of the language, which only opens a sentence."""
    is_said = re.search(rf"\b{re.escape(lower)}\b", asked.view.report.text) is not None
    return is_said or rank_of(lower, asked.view.names.word_ranks) is not None


_NO_NAMES = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Billion|Million|Market|"
    r"Industry|The|In|It|Its|This|These|At|By|For|From)"
)
