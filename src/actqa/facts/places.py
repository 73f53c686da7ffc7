"""Where in the world a name is: regions, groups of countries and countries, and which lies in which."""

import re
from functools import cache

_REGIONS = """
NA: north america, northern america, us and canada
LA: latin america, south america, central and south america, south and central america, latin america and caribbean, \
latin america and the caribbean, latam, lac
LA.C: central america, caribbean, the caribbean
EU: europe, european union, eu
EU.W: western europe, west europe
EU.E: eastern europe, east europe, central and eastern europe, cee
EU.N: nordic, nordics, nordic countries, northern europe, scandinavia
EU.W.B: benelux
EU.W.D: dach
EU.S: southern europe
EU.R: cis, commonwealth of independent states
AP: asia pacific, apac, asia, asia oceania, asia pacific excluding japan, apej, asia pacific ex japan
AP.E: east asia, greater china
AP.S: south asia, south asia and pacific, south asia pacific, indian subcontinent
AP.SE: southeast asia, south east asia, asean, asean countries
AP.O: oceania, australasia, anz, australia and new zealand, pacific
AP.C: central asia
ME AF: middle east and africa, mea, middle east africa
ME: middle east
ME.G: gcc, gcc countries, gulf
AF: africa, sub saharan africa
AF.N: north africa, northern africa
AF.W: west africa
AF.E: east africa
ME AF.N: middle east and north africa, mena
LA ME AF: lamea
EU ME AF: emea
NA LA: americas, the americas, north and south america
"""
"""Code or codes of a region, and its names; a code lies in every code it begins with."""

_COUNTRIES = """
NA: united states, us, usa, united states of america, u s, canada, mexico
LA: brazil, mexico, argentina, chile, colombia, peru, ecuador, uruguay, venezuela, bolivia, paraguay
LA.C: costa rica, panama, cuba, guatemala, puerto rico, dominican republic
EU.W: germany, uk, united kingdom, u k, great britain, france, netherlands, the netherlands, belgium, austria, \
switzerland, ireland, luxembourg
EU.S: italy, spain, portugal, greece
EU.N: sweden, norway, denmark, finland, iceland
EU.E: poland, czech republic, czechia, hungary, romania, bulgaria, slovakia, slovenia, croatia, serbia, ukraine, \
estonia, latvia, lithuania
EU.R: russia, kazakhstan, belarus
EU: turkey, turkiye, russia
AP.E: china, japan, south korea, korea, taiwan, hong kong, mongolia, republic of korea
AP.S: india, pakistan, bangladesh, sri lanka, nepal
AP.SE: indonesia, malaysia, singapore, thailand, vietnam, philippines, the philippines, myanmar, cambodia
AP.O: australia, new zealand
ME: turkey, turkiye, israel, iran, iraq, jordan, lebanon, egypt
ME.G: saudi arabia, uae, u a e, united arab emirates, qatar, kuwait, oman, bahrain, ksa
AF: south africa, nigeria, kenya, ghana, ethiopia, tanzania
AF.N: egypt, morocco, algeria, tunisia
"""

_EXCLUDED = {"apej": "japan", "asia pacific excluding japan": "japan", "asia pacific ex japan": "japan"}
"""Regions that leave a country out by name."""


def place(name: str) -> str:
    """The name as the tables spell it."""
    plain = re.sub(r"\([^()]*\)", " ", name).lower().replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


@cache
def _table(lines: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in lines.strip().splitlines():
        codes, names = line.split(": ")
        for name in names.split(", "):
            out[name] = (*out.get(name, ()), tuple(codes.split()))
    return out


def is_region(name: str) -> bool:
    """Whether it names a part of the world of several countries."""
    return place(name) in _table(_REGIONS)


def is_place(name: str) -> bool:
    """Whether it names a region or a country, or the rest of one."""
    plain = place(name)
    rest = re.sub(r"^(?:the )?rest of (?:the )?", "", plain)
    return any(n in _table(_REGIONS) or n in _table(_COUNTRIES) or n in {"world", "row"} for n in (plain, rest))


def regions_in(text: str) -> list[tuple[int, int]]:
    """Where a text names regions, the longest name at each place."""
    words = list(re.finditer(r"[^\s,.;:()]+", text))
    out: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if word[0][0].isupper() and (not out or word.start() >= out[-1][1]):
            ends = [w.end() for w in words[at : at + 6]]
            end = next((e for e in reversed(ends) if is_region(text[word.start() : e])), None)
            out += [(word.start(), end)] if end else []
    return out


def owns(region: str, name: str) -> bool:
    """Whether what is called `name` lies in the region and is smaller."""
    whole, part = place(region), place(name)
    codes = _table(_REGIONS).get(whole, ((),))[0]
    if _EXCLUDED.get(whole) == part:
        return False
    if part.startswith(("rest of", "other", "remaining")):
        rest = re.sub(r"^(?:rest of (?:the )?|others? in |remaining )", "", part)
        return rest == whole or (rest in _table(_REGIONS) and _table(_REGIONS)[rest][0] == codes)
    leaves = [tuple(f"{code}.{part}" for code in way) for way in _table(_COUNTRIES).get(part, ())]
    ways = [*leaves, *_table(_REGIONS).get(part, ())]
    return any(all(any(c.startswith(f"{code}.") for code in codes) or _within(c, codes) for c in way) for way in ways)


def _within(code: str, codes: tuple[str, ...]) -> bool:
    """Whether one region of several parts holds a part (`Middle East & Africa`, `Middle East`)."""
    return len(codes) > 1 and code in codes


TWINS = frozenset(n for n in (*_table(_REGIONS), *_table(_COUNTRIES)) if " and " in n) | {
    "trinidad and tobago",
    "bosnia and herzegovina",
}
"""Names of one place with an "and" in them."""
