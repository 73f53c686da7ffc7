"""Composes the answer to a question for a list: the report's facts first, then what its text enumerates."""

import re
from dataclasses import replace

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.cues import CUES
from actqa.answering.asked.question import Question, understand
from actqa.answering.asked.rankings import ranking_asked
from actqa.answering.asked.wanted import Wanted, asks_what_holds_back, in_other_words, part_of, wanted
from actqa.answering.asked.words import is_plain, stem, stems, words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import compose_figures
from actqa.answering.lists.choosing import LEVEL, MOST, by_meaning, by_words, is_like
from actqa.answering.lists.heads import is_doer, is_of_head
from actqa.answering.lists.player_lists import differ, player_listings
from actqa.answering.lists.region_lists import region_listing
from actqa.answering.lists.told_lists import series_in, told_list, told_under
from actqa.answering.passages.happenings import asks_what_happened, compose_happenings
from actqa.answering.passages.passage_slots import ORDINARY
from actqa.answering.refusal import refused
from actqa.answering.seen.listings import Item, Listing, places_of
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.view import ReportView
from actqa.places import find, is_region
from actqa.reading import Span

SHORT = 3
"""Words of a question that only names something."""
CLEAR = 0.65
"""Score from which a dimension's name is what is asked for, where the words do not say that a list is."""
NEAR = 0.75
"""Score from which that holds where the question has words besides those of the topic: `company sizes`."""
SURE = 0.95
"""Score from which a dimension's name is what is asked for, whatever topic its words ask for as well."""
MOST_DIMENSIONS = 8
LONGEST_TITLE = 12
"""Words that tell what a list of the text is of; more are a sentence or the report's own title."""
LONG = 7
"""Words of a question above which it says more than what happened."""


def compose_list(asked: Asked) -> Drafted:
    """The lists asked for, complete; a refusal where the report has none of them."""
    if asks_what_happened(asked.question.text.lower()):
        told = told_list(asked, wanted(asked.question, _common(asked.view)), []) if _narrows(asked) else ()
        return Drafted(_as_told(asked, told)) if told else compose_happenings(asked)
    if asked.question.counted and asked.question.places and asked.question.topic not in {"players", "regions"}:
        figure = replace(asked.question, kind="figure", metric="count", counted=False, topic="")
        counted = compose_figures(replace(asked, question=figure))
        return counted if counted.drafts else refused(asked)
    if asked.question.counted and (counted_of := _counted_of_company(asked)) is not None:
        return counted_of
    if any(
        not stems(name) & asked.view.stems and not find(name) and name not in ORDINARY for name in asked.question.names
    ):
        return refused(asked)
    want = _with_doers(wanted(asked.question, _common(asked.view)), asked.view)
    chosen = [it for it in _chosen(asked, want) if is_of_head(it, asked)]
    if asked.question.excepted:
        chosen = [it for it in (_without(it, asked.question.excepted) for it in chosen) if it is not None]
    if chosen and _asks_doers(asked.question, asked.view):
        return _listed(asked, want, chosen)
    if chosen and want.weights and all(is_like(s, chosen[0]) for s in want.weights):
        return _listed(asked, want, chosen)
    told = told_list(asked, want, chosen) or (() if chosen or want.topics else told_under(asked, want))
    if told:
        return Drafted(_as_told(asked, told))
    return _listed(asked, want, chosen) if chosen else refused(asked)


def _counted_of_company(asked: Asked) -> Drafted | None:
    """How many a company has, where it names one and what is counted is no other company: countries, plants."""
    question = asked.question
    if question.topic == "players" or not any(name.kind == "player" for name in asked.slots.names):
        return None
    counted = compose_figures(replace(asked, question=replace(question, kind="figure", metric="count", counted=False)))
    return counted if counted.drafts else None


NOT_RANKED = "The report does not rank them."
_IN_ORDER = re.compile(r"\b(?:top|rank\w*|largest|biggest|in order|by (?:share|revenue|size))\b", re.IGNORECASE)
"""In the title of a list that may be in order."""


def _listed(asked: Asked, want: Wanted, chosen: list[Listing]) -> Drafted:
    drafts = [_draft(asked, want, listing) for listing in chosen]
    if ranking_asked(asked.question.text) and not _IN_ORDER.search(chosen[0].title):
        frame = (*drafts[0].frame, NOT_RANKED)
        drafts[0] = replace(drafts[0], text=f"{drafts[0].text} {NOT_RANKED}", frame=frame)
    return Drafted(
        tuple(drafts),
        "The report gives two lists that differ." if len(chosen) > 1 and _differ(chosen) else "",
    )


_DID = re.compile(r"(?:which|what) [\w-]+s (?:have|has|had)\b|who ")


def _narrows(asked: Asked) -> bool:
    """Whether a question for what somebody did says more than that: `Which makers have announced … but …?`"""
    lower = asked.question.text.lower()
    return bool(_DID.match(lower)) and len(words(lower)) > LONG


def _without(listing: Listing, excepted: frozenset[str]) -> Listing | None:
    """The list without what is to be left out; None where nothing, or only the others, remains."""
    kept = tuple(item for item in listing.items if not stems(item.name) & excepted)
    if kept == listing.items:
        return listing
    if all(_REST.match(item.name) for item in kept):
        return None
    return replace(listing, items=kept, evidence=places_of(i for item in kept for i in item.all), sentence="")


def _as_told(asked: Asked, told: tuple[UnitView, ...]) -> tuple[Draft, ...]:
    """The sentences; where how many is asked, with the count in words before."""
    if asked.question.counted and len(told) == 1 and (names := series_in(told[0].text)):
        counted = list_words.in_words(len(names)).capitalize()
        return (Draft(f"{counted}: {told[0].text}", (told[0].unit.content,)),)
    return tuple(Draft(unit.text, (unit.unit.content,)) for unit in told)


def _differ(chosen: list[Listing]) -> bool:
    return all(listing.kind == "players" for listing in chosen) and differ(chosen)


_ASKS = (list_words.WHO, list_words.SPLIT, list_words.LISTING)
CUE_OF = {
    "drivers": CUES["driver"],
    "restraints": CUES["hindrance"],
    "challenges": CUES["hindrance"],
    "opportunities": CUES["chance"],
}
"""Topic → the cue by which a title announces its list: `What speaks against it`."""
NUMBERS = {"share", "growth", "yoy", "contribution", "price", "increase"}
"""Metrics that no list answers."""


def _asks_doers(question: Question, view: ReportView) -> bool:
    """Whether it asks for nobody but those whose business the market is, with no word of what they do besides."""
    telling = [w for w in question.terms if not is_plain(w) and w not in list_words.NOT_LISTED]
    return bool(telling) and all(is_doer(word, view) for word in telling) and not question.places


def _with_doers(want: Wanted, view: ReportView) -> Wanted:
    """The same; those whose business the market is are its players."""
    is_of_doers = not want.topics and any(is_doer(word, view) for word in words(want.phrase)[:2])
    return replace(want, topics=("players",)) if is_of_doers else want


def wants_list(asked: Asked) -> bool:
    """Whether a list is asked for: the question says so, or it names what the report splits its market by."""
    question, view = asked.question, asked.view
    lower = in_other_words(question.text.lower())
    if question.kind == "list" or any(asks.match(lower) for asks in _ASKS):
        return True
    if asks_what_holds_back(lower, view.subject):
        return _first_dynamic("restraints", view) is not None
    if vocabulary.SECOND.search(lower) or (question.metric == "count" and question.kind == "figure"):
        return False
    leads = list_words.WHO_LEAD.match(lower)
    if leads and (list_words.TOPIC_OF.get(leads[1]) == "players" or is_doer(leads[1], view)):
        return True
    if question.years or question.operation or question.leader or vocabulary.PASSAGE_OPENERS.match(lower):
        return False
    want = wanted(question, _common(view))
    if _HANDED.match(lower) and not question.metric and want.phrase.endswith("s") and _chosen(asked, want):
        return True
    if want.topics and not want.weights and len(lower.split()) <= SHORT and lower.rstrip("?! ").endswith("s"):
        return bool(_chosen(asked, want))
    if question.metric in {*NUMBERS, "count"} and not _names_things(want.phrase, view):
        return False
    plural = [word.endswith("s") and word not in list_words.NOT_LISTED for word in want.phrase.split()]
    parted = list_words.PARTED.search(want.phrase) is not None
    parted = parted or bool(_WAYS.match(lower))
    named = parted or plural[-1:] == [True] or (not question.metric and (any(plural) or len(lower.split()) <= SHORT))
    found = by_words(want.full, _dimensions(view), _common(view)) if named else []
    return bool(found) and found[0][0] >= CLEAR


_HANDED = re.compile(
    r"(?:(?:please|just) )?(?:give|show|send|get|read|hand) (?:me|us) (?:all |the |its |a |an |of |full |complete |"
    r"whole |entire )*(?!more\b|detail|info|reasons?\b)|"
    r".*\b(?:covered|listed|profiled|tracked|analy[sz]ed|segmented|considered)\W*$"
)
"""Asks to be given things, or for what is covered."""
_WAYS = re.compile(r"(?:the |all )?(?:ways?|modes?|means|methods?|kinds?|types?|sorts?|forms?) (?:of|to|in) ")
"""Names what tells things apart: `ways of paying`."""


def _names_things(phrase: str, view: ReportView) -> bool:
    """Whether what is named are no figures, nor the market itself: `growing techniques`, but not `segment shares`."""
    last = phrase.split()[-1]
    return last.endswith("s") and not understand(last).metric and not stems(last) <= view.subject


def _common(view: ReportView) -> frozenset[str]:
    """What the whole report is about, but for what names a dimension."""
    return view.subject - frozenset(s for listing in _dimensions(view) if not listing.is_inner for s in listing.stems)


def _dimensions(view: ReportView) -> list[Listing]:
    """What the market is split by but places, and what holds others; what only the text tells so too."""
    facts = [it for it in view.listings if it.kind == "dimension" or (it.kind == "regions" and it.is_inner)]
    known = [listing.stems for listing in facts]
    return facts + [it for it in view.listings if _splits(it) and not any(it.stems & stems for stems in known)]


def _splits(listing: Listing) -> bool:
    return listing.is_split or (listing.kind == "text" and len(listing.items) > 1 and bool(_BY.match(listing.title)))


_BY = re.compile(
    r"(?:(?:the )?(?:report|market|segmentation|segments?) )?by (?!region|geograph|countr)(?:[\w/&-]+ ?){1,4}$", re.I
)
"""The title of what the market is split by."""


def _players(asked: Asked, want: Wanted) -> list[Listing]:
    """The lists of players, where nothing but players is asked for."""
    only = asked.question.topic == "players" and not want.weights
    return _of_topic("players", asked, want) if only else []


def _chosen(asked: Asked, want: Wanted) -> list[Listing]:
    return _players(asked, want) or _fitting(asked, want)


def _fitting(asked: Asked, want: Wanted) -> list[Listing]:
    view = asked.view
    lower = asked.question.text.lower()
    if list_words.SPLIT.match(lower) and wanted(asked.question, view.subject).is_plain:
        want = wanted(asked.question, view.subject)
    sure = by_words(want.full, _dimensions(view), _common(view))
    if sure and sure[0][0] >= SURE:
        return _level(sure)
    several = [_best(asked, part_of(want, part, _common(view))) for part in want.parts]
    if several and all(several):
        return list(dict.fromkeys(listing for listing in several if listing))
    if want.weights and sure and sure[0][0] >= NEAR and want.topics:
        return _level(sure)
    return _of_topics(asked, want) if want.topics else _of_words(asked, want)


def _of_topics(asked: Asked, want: Wanted) -> list[Listing]:
    if "regions" in want.topics and want.weights and (titled := _titled(want, asked.view)):
        return [titled]
    return list(dict.fromkeys(listing for topic in want.topics for listing in _of_topic(topic, asked, want)))


def _of_words(asked: Asked, want: Wanted) -> list[Listing]:
    """What the words for it choose; where they choose nothing, all that the market is parted by."""
    view = asked.view
    dimensions = by_words(want.weights, _dimensions(view), _common(view))
    told = (it for it in view.listings if it.kind == "text" and len(it.words) <= LONGEST_TITLE)
    texts = by_words(want.weights, told, view.subject)
    if texts and (not dimensions or texts[0][0] > dimensions[0][0] + 0.1):
        return [texts[0][1]]
    if dimensions:
        return _level(dimensions)
    outer = [listing for listing in view.listings if listing.kind in ("dimension", "regions") and not listing.is_inner]
    outer = outer or [listing for listing in view.listings if listing.is_split]
    if want.is_plain and _KINDS.search(want.phrase) and (main := _main(outer, view)):
        return [main]
    if want.is_plain:
        parted = list_words.PARTED.search(asked.question.text.lower())
        return outer[:MOST_DIMENSIONS] if parted else []
    if any(name.kind == "segment" for name in view.names.within(frozenset(want.weights))):
        return []
    near = by_meaning(want, view, outer)
    return [near] if near else []


_KINDS = re.compile(r"[\w-] (?:types|kinds|sorts|varieties|forms)\b|^(?:types|kinds|sorts|varieties|forms) of \w")
"""Names the market's own things by their kinds: `spirit types`, of craft spirits."""
_OF_KINDS = stems("type kind product variety")


def _main(outer: list[Listing], view: ReportView) -> Listing | None:
    """What the market's things are sorted into first: a dimension called but type or product."""
    return next((it for it in outer if it.stems & _OF_KINDS and not it.stems - _OF_KINDS - view.subject), None)


def _titled(want: Wanted, view: ReportView) -> Listing | None:
    """The list of the text whose title says all that is asked for: `Emerging countries`."""
    sought = frozenset(want.full)
    told = (it for it in view.listings if it.kind == "text" and len(it.items) > 1 and not it.sentence)
    return next((it for it in told if sought <= it.stems and len(it.stems - view.subject) <= len(sought) + 1), None)


def _best(asked: Asked, want: Wanted) -> Listing | None:
    """The one dimension that a part of the question clearly names."""
    if "regions" in want.topics:
        return region_listing(want, _places(asked), asked.view)
    found = by_words(want.full, _dimensions(asked.view), _common(asked.view))
    return found[0][1] if found and found[0][0] >= CLEAR else None


def _level(scored: list[tuple[float, Listing]]) -> list[Listing]:
    """The best, and those that say as much of what is asked for; no list besides the one that holds it."""
    best = [listing for score, listing in scored if score >= scored[0][0] - LEVEL]
    outer = [listing for listing in best if not listing.is_inner]
    return (outer or best)[:MOST]


def _of_topic(topic: str, asked: Asked, want: Wanted) -> list[Listing]:
    """The lists of one topic."""
    view = asked.view
    places = _places(asked)
    if topic == "players":
        return player_listings(want, places, view)
    if topic == "regions":
        listing = region_listing(want, places, view)
        return [listing] if listing else []
    listing = _first_dynamic(topic, view)
    return [listing] if listing else []


def _first_dynamic(topic: str, view: ReportView) -> Listing | None:
    """The list of the topic, or the one that stands for it under its own name."""
    found = (_dynamic(kind, view) for kind in (topic, *list_words.BESIDE.get(topic, ())))
    return next((listing for listing in found if listing is not None), None)


_TOPICAL = frozenset(stem(word) for words in list_words.TOPICS.values() for word in words.split())


def _mixes(listing: Listing) -> bool:
    """Whether an item is the title of another list."""
    return any(item.name.lower() in list_words.TOPIC_OF for item in listing.items)


def _places(asked: Asked) -> frozenset[str]:
    """Places asked about, also as adjectives (`European companies`)."""
    plain = re.sub(r"-(?=based|headquartered|born|made|owned)", " ", asked.question.text)
    named = {named.name for named in find(plain) if named.way != "short"}
    return frozenset({*asked.question.places, *named}) - asked.view.places


def _dynamic(kind: str, view: ReportView) -> Listing | None:
    """The facts' list, or the text's, where that has all of it and more."""
    known = next((listing for listing in view.listings if listing.kind == kind), None)
    topic = frozenset(stem(word) for word in list_words.TOPICS[kind].split())
    others = _TOPICAL - topic
    cue = CUE_OF.get(kind)
    texts = [it for it in view.listings if it.kind == "text" and not it.sentence]
    texts = [it for it in texts if it.stems & topic or (cue is not None and cue.asked.search(it.title.lower()))]
    texts = [it for it in texts if len(it.stems - view.subject) <= 3 and not it.stems & others and not _mixes(it)]
    longest = max(texts, key=lambda it: len(it.items), default=None)
    if known is None or longest is None:
        return known or longest
    return longest if known.keys < longest.keys else known


def _draft(asked: Asked, want: Wanted, listing: Listing) -> Draft:
    """Title and items; where how many is asked, the count in words comes first."""
    named = "; ".join(item.text for item in listing.items).rstrip(".")
    lead, cited = _lead(listing.title if asked.question.counted else listing.lead, asked.view)
    if asked.question.counted:
        under = _INCLUDES.sub("", lead)
        return Draft(f"{_counted(want, listing).capitalize()} under “{under}”: {named}.", (*listing.evidence, *cited))
    return Draft(listing.sentence or f"{lead}: {named}.", (*listing.evidence, *cited))


_REST = re.compile(r"(?:the )?(?:rest|others?)\b", re.IGNORECASE)
_INCLUDES = re.compile(r"\s+(?:includes?|including|are|is|were|namely)$")


def _lead(lead: str, view: ReportView) -> tuple[str, tuple[Span, ...]]:
    """The title; one that has a number, with the place where it stands."""
    if not any(c.isdigit() for c in lead):
        return lead, ()
    at = next((unit.unit.content for unit in view.units if lead in unit.text), None)
    return (lead, (at,)) if at else ("The report lists", ())


def _counted(want: Wanted, listing: Listing) -> str:
    """How many, in words: they are counted here, and stand nowhere in the report."""
    inner = [i for item in listing.items for i in item.inner]
    if not (want.said & list_words.COUNTRIES and inner):
        return list_words.in_words(len(listing.items))
    named = [i for i in inner if not _REST.match(i.name)]
    groups = " and groups of countries" if any(map(_is_group, named)) else ""
    return f"{list_words.in_words(len(named))} countries{groups}"


def _is_group(item: Item) -> bool:
    return is_region(item.name)
