"""Finds the names of places in a text, brings them to one spelling, and says which place lies in which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from actqa.places.names import Place, Way, by_name, places, plain


@dataclass(frozen=True, slots=True)
class Named:
    """A place as a text names it."""

    start: int
    end: int
    name: str
    """Canonical: `United States` for `U.S.`."""
    way: Way
    """`name`, `adjective`, or `short` for letters that may mean something else (`NA`)."""


def find(text: str, *, cased: bool = True) -> list[Named]:
    """The places a text names, in order; `cased` where names have capitals. Of names that overlap, the longest."""
    out: list[Named] = []
    for named in _longest(text, cased):
        if out and named.start < out[-1].end:
            shorter = named.end - named.start <= out[-1].end - out[-1].start
            out[-1] = out[-1] if shorter else named
        else:
            out.append(named)
    return out


@lru_cache(maxsize=20_000)
def canonical(name: str) -> str:
    """The one spelling of a place's name, adjective or short form, or the name as it is where it is none."""
    known = _named(name) or _otherwise().get(plain(name))
    return known.name if known else name


def written(name: str) -> tuple[str, ...]:
    """Every way the place is written; nothing for what is none."""
    known = _named(name)
    return tuple(way for way, _ in known.written()) if known else ()


def is_region(name: str) -> bool:
    """Whether it names a part of the world of several countries."""
    known = _named(name)
    return known is not None and known.sort == "region"


@lru_cache(maxsize=20_000)
def is_place(name: str) -> bool:
    """Whether it names a region or a country, or the rest of one, or the world, which no text is searched for."""
    known = _named(name) or _named(_rest(name))
    return _rest(name) == "world" or (known is not None and known.sort != "quarter")


def is_of_place(name: str) -> bool:
    """Whether it is nothing but what people or things of a place are called: `Dutch`, `South Korean`."""
    return any(found.way == "adjective" and found.end - found.start == len(name) for found in find(name))


def lies_in(part: str, whole: str) -> bool:
    """Whether a place lies in a region and is smaller; so does the rest of the region."""
    region, within = _named(whole), _named(part)
    if region is None or region.sort != "region":
        return _rest(part) == plain(whole) != plain(part)
    if within is None:
        rest = _named(_rest(part))
        return rest is not None and rest.codes == region.codes
    if within.name == region.without:
        return False
    if within.sort == "country":
        return any(_holds(region, f"{code}.{within.name}") for code in within.codes)
    return bool(within.codes) and all(_holds(region, code) for code in within.codes)


def regions_in(text: str) -> list[tuple[int, int]]:
    """Where a text names regions, also in one run of capitals with other words, the longest name at each place."""
    words = list(re.finditer(r"[^\s,.;:()’']+", text))
    out: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if word[0][0].isupper() and word[0] != "The" and (not out or word.start() >= out[-1][1]):
            ends = [w.end() for w in words[at : at + 6]]
            end = next((e for e in reversed(ends) if is_region(text[word.start() : e])), None)
            out += [(word.start(), end)] if end else []
    return out


def _named(name: str) -> Place | None:
    bare = plain(name)
    return by_name().get(bare) or by_name().get(bare.removeprefix("the "))


@lru_cache(maxsize=20_000)
def _rest(name: str) -> str:
    """What is left of `Rest of Europe` and the like; of another name all of it."""
    return re.sub(r"^(?:(?:the )?rest of (?:the )?|others? in |remaining )", "", plain(name))


def _holds(region: Place, code: str) -> bool:
    """Whether a code lies in one of the region's, or is one of several (`Middle East & Africa`, `Middle East`)."""
    return any(code.startswith(f"{c}.") or (code == c and len(region.codes) > 1) for c in region.codes)


_WORD = re.compile(r"(?<![\w-])[^\W\d_]\w*")
_WORDS_TOO = frozenset({"US", "NA", "ME", "AP", "LAC", "CIS", "RoW"})
"""Letters that make a word, or mean nothing, where they are not capitals."""
_NO_MORE = r"(?![\w-])(?!\s?\$|\s(?:dollars?|rupees?|pounds?|yen|yuan|won)\b)"
"""What may not follow a name: then it goes on, or is that of a currency."""


@dataclass(frozen=True, slots=True)
class _Writing:
    """One way a place is written."""

    text: str
    name: str
    way: Way

    def fits(self, seen: str, *, cased: bool) -> bool:
        """Whether letters that stand for a name have their capitals, where they need them."""
        letters = " " not in self.text and not self.text.islower() and not self.text[1:].islower()
        return not letters or seen in {self.text, self.text.upper()} or not (cased or self.text in _WORDS_TOO)


def _longest(text: str, cased: bool) -> Iterator[Named]:
    """At each word the longest name that begins there."""
    for word in _WORD.finditer(text):
        if cased and not word[0][0].isupper():
            continue
        for writing in _openers().get(word[0].lower(), ()):
            seen = _pattern(writing.text).match(text, word.start())
            if seen and writing.fits(seen[0], cased=cased):
                yield Named(seen.start(), seen.end(), writing.name, writing.way)
                break


@cache
def _otherwise() -> dict[str, Place]:
    """Adjectives and short forms, as compared → the place."""
    return {plain(name): place for place in places() for name, way in place.written() if way != "name"}


@cache
def _openers() -> dict[str, list[_Writing]]:
    """The first word of a name in lower case → the names that begin with it, longest first."""
    out: dict[str, list[_Writing]] = {}
    for name, place, way in sorted(_writings(), key=lambda writing: -len(writing[0])):
        first = _WORD.match(name)
        if first:
            out.setdefault(first[0].lower(), []).append(_Writing(name, place.name, way))
    return out


def _writings() -> Iterator[tuple[str, Place, Way]]:
    return ((name, place, way) for place in places() for name, way in place.written())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Spaces may be hyphens, `and` an ampersand, a last full stop may be left out."""
    words = (r"(?:and(?:\sthe)?|&)" if word == "and" else re.escape(word) for word in name.split())
    return re.compile(re.sub(r"\\\.$", r"\\.?+", r"[\s-]".join(words)) + _NO_MORE, re.IGNORECASE)


def everywhere() -> tuple[str, ...]:
    """The canonical name of every place."""
    return tuple(place.name for place in places())
