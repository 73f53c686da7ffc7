"""Lists of regions and countries."""

import re
from collections.abc import Callable, Iterable

from actqa.answering.asked import list_words
from actqa.answering.asked.wanted import Wanted
from actqa.answering.seen.listings import Item, Listing, places_of
from actqa.answering.seen.view import ReportView
from actqa.places import canonical, is_place, is_region, lies_in

MOSTLY = 0.6
_COUNTRY = frozenset({"countri", "nation"})


def region_listing(asked: Wanted, places: frozenset[str], view: ReportView) -> Listing | None:
    """What a region holds, the countries of all regions, or the regions; none where the report does not list them."""
    found = [listing for listing in view.listings if listing.kind == "regions"]
    texts = [listing for listing in view.listings if listing.kind == "text" and _share(listing, is_place) > MOSTLY]
    if places:
        return _within(places, found) or _lying_in(places, found, texts) or _titled(places, texts)
    whole = [listing for listing in found if not listing.is_inner] or _longest(
        it for it in texts if _share(it, is_region) > MOSTLY
    )
    nested = next((listing for listing in whole if any(item.inner for item in listing.items)), None)
    if asked.said & list_words.COUNTRIES and nested is None:
        return next(iter(_longest(it for it in texts if it.stems & _COUNTRY)), None)
    if asked.said & (list_words.NESTED | list_words.COUNTRIES):
        return nested or next(iter(whole), None)
    return _fuller(_without_inner(next(iter(whole), None)), texts)


def _share(listing: Listing, holds: Callable[[str], bool]) -> float:
    """The part of the items that are such places."""
    return sum(holds(re.sub(r"^the ", "", item.name)) for item in listing.items) / (len(listing.items) or 1)


def _longest(listings: Iterable[Listing]) -> list[Listing]:
    longest = max(listings, key=lambda it: len(it.items), default=None)
    return [longest] if longest is not None and len(longest.items) > 2 else []


def _titled(places: frozenset[str], texts: list[Listing]) -> Listing | None:
    """A list of the text under the region's name."""
    return next((it for it in texts if canonical(it.lead) in places), None)


def _within(places: frozenset[str], found: list[Listing]) -> Listing | None:
    """What the region of that name holds."""
    return next((it for it in found if it.is_inner and canonical(it.title) in places), None)


def _lying_in(places: frozenset[str], found: list[Listing], texts: list[Listing]) -> Listing | None:
    """Countries of a list that does not nest, or of a region by a wider name, that lie in the place."""
    candidates = [*found, *(it for it in texts if it.stems & _COUNTRY)]
    lying = (tuple(i for i in it.items if any(_lies(i, place) for place in places)) for it in candidates)
    most = max(lying, key=len, default=())
    title = " and ".join(sorted(places))
    return Listing("regions", title, most, places_of(i for item in most for i in item.all)) if most else None


def _lies(item: Item, place: str) -> bool:
    return canonical(item.name) != place and lies_in(canonical(item.name), place)


def _fuller(listing: Listing | None, texts: list[Listing]) -> Listing | None:
    """The list, or the one of the text that has all of it and more: `Japan & South Korea` besides."""
    if listing is None:
        return None
    names = {item.name for item in listing.items}
    more = [it for it in texts if names < {item.name for item in it.items} and len(it.items) <= 2 * len(names)]
    return max(more, key=lambda it: len(it.items), default=listing)


def _without_inner(listing: Listing | None) -> Listing | None:
    if listing is None or not any(item.inner for item in listing.items):
        return listing
    items = tuple(Item(item.name, item.spans) for item in listing.items)
    return Listing(listing.kind, listing.title, items, places_of(items), listing.around)
