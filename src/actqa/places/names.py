"""The tables as places, and every way a place is written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from actqa.places.countries import COUNTRIES
from actqa.places.regions import BEYOND, QUARTERS, REGIONS

Sort = Literal["region", "country", "beyond", "quarter"]
Way = Literal["name", "adjective", "short"]


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer."""

    sort: Sort
    codes: tuple[str, ...]
    """Of a region: the parts that it is made of; of a country: the regions that it lies in."""
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    """Written alike for other things too: `NA` in a table may mean that there is no figure."""
    without: str = ""
    """A country that the region's name leaves out."""

    def written(self) -> Iterable[tuple[str, Way]]:
        """Every way it is written, dotted letters included, and which way that is."""
        for name in (self.name, *self.also):
            yield name, "name"
            if re.fullmatch(r"[A-Z]{2,3}", name):
                yield "".join(f"{letter}." for letter in name), "name"
        yield from ((adjective, "adjective") for adjective in self.adjectives)
        yield from ((short, "short") for short in self.short)


@lru_cache(maxsize=20_000)
def plain(name: str) -> str:
    """The name in lower case, `and` for `&`, without brackets and punctuation: as names are compared."""
    bare = re.sub(r"\([^()]*\)", " ", name).lower().replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", bare).split())


@cache
def places() -> tuple[Place, ...]:
    """All of the gazetteer."""
    return (
        *(_placed("region", line) for line in _lines(REGIONS)),
        *(_placed("country", line) for line in _lines(COUNTRIES)),
        *(_placed("beyond", ["", *line]) for line in _lines(BEYOND)),
        *(_placed("quarter", ["", *line]) for line in _lines(QUARTERS)),
    )


def _lines(table: str) -> list[list[str]]:
    return [[part.strip() for part in line.split("|")] for line in table.strip().splitlines()]


def _placed(sort: Sort, line: list[str]) -> Place:
    codes, name, also, adjectives, short, without = [*line, "", "", "", ""][:6]
    return Place(sort, tuple(codes.split()), name, _parts(also), _parts(adjectives), _parts(short), without)


def _parts(names: str) -> tuple[str, ...]:
    return tuple(name for name in names.split(", ") if name)


@cache
def by_name() -> dict[str, Place]:
    """What a place is called, as compared → the place; adjectives and short forms are no names."""
    return {plain(name): place for place in places() for name, way in place.written() if way == "name"}


TWINS = frozenset(name for name in by_name() if " and " in name)
"""Names of one place with an "and" in them, as compared."""
