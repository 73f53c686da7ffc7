"""Which of Chroma's folders the next generation takes over, and what is written onto a new one.

A folder is never changed once a generation names it: one that is to hold more begins with a copy of it, which is what
takes long where there are many records. So a few new ones go onto a second, small shelf, and move onto the first when
that is worth a copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from actqa.index.difference import reusable
from actqa.index.encoder import Encoder
from actqa.index.home import Stock
from actqa.index.manifest import Entry, Shelf

WORTH = 16
"""The second shelf has at most a part as large as one by this of the first: a question asks both."""


@dataclass(frozen=True, slots=True)
class Shelving:
    """The next generation's shelves."""

    stays: tuple[Shelf, ...] = ()
    """Taken over as they are."""
    grows: Shelf | None = None
    """What the new shelf begins with."""
    written: tuple[Entry, ...] = ()
    """What comes onto the new shelf; there is none where this is empty."""


def shelving(stock: Stock, entries: Sequence[Entry], encoder: Encoder) -> Shelving:
    """Shelves are kept as long as most of what is on them is wanted."""
    wanted = {entry.stem: entry for entry in entries}
    alive = sum(entry.units for entry in entries)
    if not reusable(stock, encoder) or stock.manifest is None or not (shelves := stock.manifest.shelves):
        return Shelving(written=tuple(entries))
    if sum(shelf.buried(wanted) for shelf in shelves) > alive:
        return Shelving(written=tuple(entries))
    first, *second = shelves
    on_second = [entry for stem, entry in wanted.items() if any(stem in shelf.held for shelf in second)]
    new = [entry for stem, entry in wanted.items() if not any(stem in shelf.held for shelf in shelves)]
    if not new:
        return Shelving(stays=shelves)
    if WORTH * sum(entry.units for entry in (*on_second, *new)) > first.units:
        return Shelving((), first, (*on_second, *new))
    return Shelving((first,), second[0] if second else None, tuple(new))


def shelf_after(name: str, plan: Shelving) -> Shelf:
    """What the new shelf holds: all of the old one, wanted or not, and what is written.

    Nothing is deleted: Chroma's graph puts a new record in a deleted one's place, and now and then does not find it.
    """
    old = plan.grows.held if plan.grows else {}
    return Shelf(name, old | {entry.stem: entry.units for entry in plan.written})
