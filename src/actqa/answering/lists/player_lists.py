"""Lists of players."""

import re
from dataclasses import replace
from functools import lru_cache

from actqa.answering.asked.list_words import TOPICS
from actqa.answering.asked.places import places_in
from actqa.answering.asked.wanted import Wanted
from actqa.answering.asked.words import stem
from actqa.answering.seen.listings import Item, Listing, places_of
from actqa.answering.seen.view import ReportView
from actqa.places import find

LONGEST_NAME = 8
"""Words; what has more is no name."""
MOST = 3
FEW = 2
"""Players that are rather an example than a list, beside a list of more than twice as many."""
LONGEST_CLAUSE = 250
"""Characters in which a place is that of the player named there."""
AROUND_KEPT = 20_000
"""Clauses whose places are remembered: each question for the players of some place looks at all of them."""

_STEMS = frozenset(stem(word) for word in TOPICS["players"].split())
_REST = re.compile(r"(?:the )?(?:other|further|additional|also|remaining)\b", re.IGNORECASE)
"""How the title of a list begins that goes on from another."""
_NEW = re.compile(r"(?:the )?(?:start-?ups?|new(?:er)? entrants?|newcomers?|emerging|smaller|younger)\b", re.IGNORECASE)
"""How the title of a list begins of those who do not lead."""

_MINOR = re.compile(
    r"(?:the |some |many |several |other )?(?:start-?ups?|newcomers?|new entrants?|fledglings?)\b", re.I
)
"""How the title of a list begins that is not of the market's main players."""
_MINOR_WORDS = frozenset("startup startups start-up start-ups newcomer newcomers entrant entrants".split())


def player_listings(asked: Wanted, places: frozenset[str], view: ReportView) -> list[Listing]:
    """The lists, longest first; those of the place or by the word asked for, where the report tells them apart."""
    found = [listing for listing in view.listings if listing.kind == "players"]
    found += _of_text(found, view)
    if places:
        return [it for it in (_from(places, listing, view) for listing in found) if it is not None][:1]
    if not asked.said & _MINOR_WORDS:
        found = [listing for listing in found if not _MINOR.match(listing.title)] or found
    longest = max((len(listing.items) for listing in found), default=0)
    found = [it for it in found if len(it.items) > FEW or longest <= 2 * FEW]
    told = {s for s in asked.weights if s in {s for listing in found for s in listing.stems - view.subject}}
    of_word = [listing for listing in found if told & listing.stems]
    found = [listing for listing in found if not _NEW.match(listing.title)] or found
    return sorted(of_word or found, key=lambda listing: bool(_REST.match(listing.title)))[:MOST]


def differ(listings: list[Listing]) -> bool:
    """Whether lists that should name the same do not; those that go on from one another should not."""
    first, *others = listings
    goes_on = any(_REST.match(listing.title) for listing in listings)
    return (
        bool(others)
        and not goes_on
        and any(len(first.keys & it.keys) * 2 < min(len(first.keys), len(it.keys)) for it in others)
    )


def _of_text(known: list[Listing], view: ReportView) -> list[Listing]:
    """Lists of the text under a title that says players, whose names are mostly not among the known ones."""
    kept: list[Listing] = []
    segments = [listing for listing in view.listings if listing.kind in ("dimension", "regions")]
    for listing in view.listings:
        titled = listing.kind == "text" and _is_titled(listing, view.subject)
        if titled and known and not _is_of_companies(listing, known):
            continue
        if titled and _are_names(listing) and not any(_share(listing, other) for other in (*known, *kept, *segments)):
            kept.append(replace(listing, kind="players"))
    return kept


_COMPANY = re.compile(
    r"\b(?:inc|ltd|llc|corp|corporation|co|plc|ag|sa|se|gmbh|nv|bv|ab|oyj?|spa|limited|pvt|pharma\w*|therapeutics|"
    r"technologies|industries|labs?|laboratories)\.?$",
    re.IGNORECASE,
)


def _is_of_companies(listing: Listing, known: list[Listing]) -> bool:
    """Whether a list beside those of the facts names companies too: one of theirs, or some by their legal form."""
    named = frozenset[str]().union(*(other.keys for other in known))
    return bool(listing.keys & named) or sum(bool(_COMPANY.search(item.name)) for item in listing.items) > 1


def _is_titled(listing: Listing, subject: frozenset[str]) -> bool:
    own = listing.stems - subject
    return bool(own & _STEMS) and len(own) <= 5 and not re.match(r"by\b|[\d.]+ ", listing.title, re.IGNORECASE)


def _are_names(listing: Listing) -> bool:
    fit = all(len(item.name.split()) <= LONGEST_NAME and item.name[0].isupper() for item in listing.items)
    return fit and len(listing.items) > 2


def _share(listing: Listing, other: Listing) -> bool:
    return len(listing.keys & other.keys) * 2 >= len(listing.keys)


def _from(places: frozenset[str], listing: Listing, view: ReportView) -> Listing | None:
    """Those said to be from the place: in brackets, in the row, or in the title."""
    if places & set(places_in(listing.title)):
        return listing
    bracketed = any(find(_bracketed(item)) for item in listing.items)
    inside = tuple(
        item for item in listing.items if places & _named(_bracketed(item) if bracketed else _around(item, view))
    )
    titled = f"{listing.lead}, {' and '.join(sorted(places))}"
    return Listing("players", titled, inside, places_of(inside)) if inside else None


@lru_cache(maxsize=AROUND_KEPT)
def _named(text: str) -> frozenset[str]:
    return frozenset(named.name for named in find(text))


def _bracketed(item: Item) -> str:
    return " ".join(re.findall(r"\(([^)]*)\)", item.name))


def _around(item: Item, view: ReportView) -> str:
    """The rows, the list's item or the clause that name the player, and few others."""
    units = view.holding(item.spans)
    clauses = (part for unit in units for part in unit.text.split("; ") if item.name.split(" (")[0] in part)
    return " ".join(part for part in clauses if len(part) < LONGEST_CLAUSE)
