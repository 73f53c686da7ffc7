"""Lists of regions and countries."""

from actqa.answering import list_words
from actqa.answering.listings import Item, Listing, places_of
from actqa.answering.view import ReportView
from actqa.answering.wanted import Wanted
from actqa.places import canonical, is_place, lies_in


def region_listing(asked: Wanted, places: frozenset[str], view: ReportView) -> Listing | None:
    """What a region holds, the countries of all regions, or the regions; none where the report does not list them."""
    found = [listing for listing in view.listings if listing.kind == "regions"]
    if places:
        return _within(places, found) or _lying_in(places, found, view)
    whole = [listing for listing in found if not listing.is_inner] or _of_text(view)
    nested = next((listing for listing in whole if any(item.inner for item in listing.items)), None)
    if asked.said & list_words.COUNTRIES and nested is None:
        return _of_countries(view)
    if asked.said & (list_words.NESTED | list_words.COUNTRIES):
        return nested or next(iter(whole), None)
    return _without_inner(next(iter(whole), None))


def _of_text(view: ReportView) -> list[Listing]:
    """The longest list of the text that names hardly anything but places."""
    texts = (it for it in view.listings if it.kind == "text" and len(it.items) > 2)
    placed = [it for it in texts if sum(is_place(item.name) for item in it.items) >= 0.8 * len(it.items)]
    return [max(placed, key=lambda it: len(it.items))] if placed else []


def _within(places: frozenset[str], found: list[Listing]) -> Listing | None:
    """What the region of that name holds."""
    return next((it for it in found if it.is_inner and canonical(it.title) in places), None)


def _lying_in(places: frozenset[str], found: list[Listing], view: ReportView) -> Listing | None:
    """Countries of a list that does not nest, or of a region by a wider name, that lie in the place."""
    candidates = [*found, *(it for it in [_of_countries(view)] if it)]
    lying = (tuple(i for i in it.items if any(_lies(i, place) for place in places)) for it in candidates)
    most = max(lying, key=len, default=())
    title = " and ".join(sorted(places))
    return Listing("regions", title, most, places_of(i for item in most for i in item.all)) if most else None


def _lies(item: Item, place: str) -> bool:
    return canonical(item.name) != place and lies_in(canonical(item.name), place)


def _of_countries(view: ReportView) -> Listing | None:
    """A list of the text whose title says countries."""
    texts = (listing for listing in view.listings if listing.kind == "text" and not listing.sentence)
    return next((it for it in texts if it.stems & {"countri", "nation"} and len(it.items) > 1), None)


def _without_inner(listing: Listing | None) -> Listing | None:
    if listing is None or not any(item.inner for item in listing.items):
        return listing
    items = tuple(Item(item.name, item.spans) for item in listing.items)
    return Listing(listing.kind, listing.title, items, places_of(items), listing.around)
