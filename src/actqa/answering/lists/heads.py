"""What a question calls the things that it asks to be listed: whether the report knows them by that word."""

import re

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.cues import CUES
from actqa.answering.asked.words import stem, stems, words
from actqa.answering.draft import Asked
from actqa.answering.lists.choosing import is_like
from actqa.answering.seen.listings import Listing
from actqa.answering.seen.view import ReportView
from actqa.answering.seen.wording import keys

SHORTEST_ROOT = 4
"""Letters that a doer and what is done must share."""

_NO_HEAD = (list_words.TOPIC_OF, list_words.PLAIN, vocabulary.STOP_WORDS, vocabulary.VERBS, vocabulary.SOFT)
_WEAK = frozenset(map(stem, list_words.WEAK))
_HEAD = re.compile(r"(?:and |so |in |by |into |through )?(?:which|what) ([a-z-]+s)\b")


def is_of_head(listing: Listing, asked: Asked) -> bool:
    """Whether the list may be of what follows `which`: no list of hives tells which banks insure hives, where the
    report knows of no banks."""
    head = unknown_head(asked)
    return not head or listing.kind == "players" or is_like(head, listing)


def unknown_head(asked: Asked) -> str:
    """The stem of what follows `which`, where the report does not say that word, and it is none that asks for lists."""
    head = _HEAD.match(list_words.united(asked.question.text.lower()))
    if head is None or any(head[1] in table for table in _NO_HEAD) or is_doer(head[1], asked.view):
        return ""
    if any(cue.asked.search(head[1]) for cue in CUES.values()):
        return ""
    own = next(iter(stems(head[1])), "")
    known = own in asked.view.stems or own in _WEAK or any(map(asked.view.wording.knows, keys(head[1])))
    return "" if known else own


def is_doer(word: str, view: ReportView) -> bool:
    """Whether the word names those whose business the market is: insurers, of pet insurance."""
    root = word.removesuffix("s").removesuffix("er").removesuffix("or")
    is_one = word.endswith(("ers", "ors")) and len(root) >= SHORTEST_ROOT
    title = words(f"{view.report.title} {view.facts.report.market}")
    called = sum(any(w.startswith(root) for w in words(player.name)) for player in view.facts.players)
    is_theirs = any(w.startswith(root) for w in title) or called > 1
    return is_one and is_theirs and not {word, word.removesuffix("s")} & set(title)
