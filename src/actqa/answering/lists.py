"""Composes the answer to a question for a list: the report's facts first, then what its text enumerates."""

import re

from actqa.answering import list_words
from actqa.answering.choosing import LEVEL, MOST, by_meaning, by_words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.happenings import asks_what_happened, compose_happenings
from actqa.answering.listings import Item, Listing
from actqa.answering.player_lists import differ, player_listings
from actqa.answering.refusal import refused
from actqa.answering.region_lists import region_listing
from actqa.answering.view import ReportView
from actqa.answering.wanted import Wanted, wanted
from actqa.answering.words import stem
from actqa.facts.names import OTHERS
from actqa.places import is_region

SURE = 0.95
"""Score from which a dimension's name is what is asked for, whatever topic its words ask for as well."""
MOST_DIMENSIONS = 8


def compose_list(asked: Asked) -> Drafted:
    """The lists asked for, complete; a refusal where the report has none of them."""
    if asks_what_happened(asked.question.text.lower()):
        return compose_happenings(asked)
    want = wanted(asked.question, asked.view.subject)
    chosen = _chosen(asked, want)
    if not chosen:
        return refused(asked)
    return Drafted(
        tuple(_draft(asked, want, listing) for listing in chosen),
        "The report gives lists that differ." if len(chosen) > 1 and _differ(chosen) else "",
    )


def _differ(chosen: list[Listing]) -> bool:
    return "players" in chosen[0].kind and differ(chosen)


def _chosen(asked: Asked, want: Wanted) -> list[Listing]:
    view = asked.view
    facts = [listing for listing in view.listings if listing.kind in ("dimension", "regions")]
    dimensions = by_words(want, (it for it in facts if it.kind == "dimension" or it.is_inner), view.subject)
    if dimensions and dimensions[0][0] >= SURE:
        return _level(dimensions)
    if want.topics:
        return [listing for topic in want.topics for listing in _of_topic(topic, asked, want)]
    texts = by_words(want, (listing for listing in view.listings if listing.kind == "text"), view.subject)
    if texts and (not dimensions or texts[0][0] > dimensions[0][0] + 0.1):
        return [texts[0][1]]
    if dimensions:
        return _level(dimensions)
    outer = [listing for listing in facts if not listing.is_inner]
    if want.is_plain:
        return outer[:MOST_DIMENSIONS]
    near = by_meaning(want, view, outer)
    return [near] if near else []


def _level(scored: list[tuple[float, Listing]]) -> list[Listing]:
    """The best, and those that say as much of what is asked for; no list besides the one that holds it."""
    best = [listing for score, listing in scored if score >= scored[0][0] - LEVEL]
    outer = [listing for listing in best if not listing.is_inner]
    return (outer or best)[:MOST]


def _of_topic(topic: str, asked: Asked, want: Wanted) -> list[Listing]:
    """The lists of one topic."""
    view = asked.view
    places = frozenset(asked.question.places) - view.places
    if topic == "players":
        return player_listings(want, places, view)
    if topic == "regions":
        listing = region_listing(want, places, view)
        return [listing] if listing else []
    for kind in (topic, *list_words.BESIDE.get(topic, ())):
        listing = _dynamic(kind, view)
        if listing:
            return [listing]
    return []


def _dynamic(kind: str, view: ReportView) -> Listing | None:
    """The facts' list, or the text's, where that has all of it and more."""
    known = next((listing for listing in view.listings if listing.kind == kind), None)
    topic = frozenset(stem(word) for word in list_words.TOPICS[kind].split())
    texts = [it for it in view.listings if it.kind == "text" and not it.sentence and it.stems & topic]
    texts = [it for it in texts if len(it.stems - view.subject) <= 3]
    longest = max(texts, key=lambda it: len(it.items), default=None)
    if known is None or longest is None:
        return known or longest
    return longest if known.keys < longest.keys else known


def _draft(asked: Asked, want: Wanted, listing: Listing) -> Draft:
    named = "; ".join(item.text for item in listing.items).rstrip(".")
    if asked.question.counted:
        return Draft(f"{listing.lead}: {_counted(want, listing)}: {named}.", listing.evidence)
    return Draft(listing.sentence or f"{listing.lead}: {named}.", listing.evidence)


def _counted(want: Wanted, listing: Listing) -> str:
    """How many, in words: they are counted here, and stand nowhere in the report."""
    inner = [i for item in listing.items for i in item.inner]
    if not (want.said & list_words.COUNTRIES and inner):
        return list_words.in_words(len(listing.items))
    named = [i for i in inner if not OTHERS.match(i.name)]
    groups = " and groups of countries" if any(map(_is_group, named)) else ""
    return f"{list_words.in_words(len(named))} countries{groups}"


def _is_group(item: Item) -> bool:
    return is_region(item.name)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
