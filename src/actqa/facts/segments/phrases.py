"""Phrasings that split a market: `segmented by Product into A and B`, `Type (A, B)`, `By Type: A, B`."""

import re

from actqa.facts.segments.dimensions import is_known, tidy
from actqa.facts.segments.keyed_series import PARTED, between, by_key, singular
from actqa.facts.series import NAME, Series
from actqa.facts.stems import holds
from actqa.places import is_place

_SPLIT = (
    r"(?:segmented|sub-?segmented|segregated|divided|subdivided|sub-divided|categori[sz]ed|classified|split|"
    r"bifurcated|broken down|"
    r"separated|grouped|(?:we|they|authors|report|study) parts?|segmentation|trifurcated|fragmented|"
    r"divides|splits|segments|classifies|categori[sz]es|groups|falls?(?=,? by\b|,? in terms of\b)|breaks? down)"
)
_BASIS = (
    r"(?:by|on the basis of|based on|in terms of|according to|as per|with respect to|with regard to|depending on|"
    r"across|per)"
)
_INTO = re.compile(
    rf"\b{_SPLIT}\b(?P<between>[^.;:()]{{0,90}}?)[ ](?:into|as|in|to|among|between)\b(?![ ](?:the|this|a|our)[ ]"
    r"(?:report|study|market|table|research|basis)\b)"
    r"[ ]?(?:(?:the following|the|\w+)[ ](?:major[ ]|key[ ]|main[ ])?"
    r"(?:segments|categories|regions|types|groups|parts|sub-?segments|product types|classes|applications)\b)?[ "
    r"]?[:,–-]?\s*"
    r"(?:namely|such as|i\.e\.,?|including)?[:,]?\s*",
    re.IGNORECASE,
)
"""What a market is taken apart into follows."""
_ACROSS = re.compile(
    r"\b(?:studied|analy[sz]ed|examined|assessed|evaluated|researched|reviewed|tracked|considered)(?P<between>)\s"
    r"(?:across|for|under|into|through|as)[:,]?\s+(?!(?:the|this|a|our|its)\s(?:report|study|period|forecast|years)\b)",
    re.IGNORECASE,
)
"""The same, where the dimension stands before it: `based on type, the market is studied across A and B`."""
_FURTHER = re.compile(r"[Tt]he (?P<part>[A-Z][\w&, -]{2,60}?) (?:segment |region )?is further ")
"""Before that, of a part that is split in turn: `The Americas is further studied across A and B`."""
_WITHIN = re.compile(
    r"(?:^|[.;]\s|,\s(?:while|whereas|and)\s)(?:the\s)?"
    r"(?P<part>(?!(?:the|this|that|each|it|market|these|whole|global)\b)[^\s,.;:][^,.;:]{1,60}?)\s"
    r"(?:(?:segment|category|sub-segment|region)\s(?:is|are|was|has been|can be)\s(?:further\s|again\s)?|"
    r"(?:is|are|was|has been|can be)\s(?:further|again|in turn|then|additionally)\s)$",
    re.IGNORECASE,
)
"""Before what takes a segment apart in turn: `The vinyl segment is further divided into`."""
_SPLIT_STEMS = tuple(
    "segment parts part segregat divid categori classif split bifurcat broken break separated group trifurcat "
    "fragmented fall".split()
)
_ACROSS_STEMS = tuple("studied analy examined assessed evaluated researched reviewed tracked considered".split())
_COVER_STEMS = tuple("includ cover compris consist spans encompass contains composed made analy segmentation".split())
"""What the words for splitting and for covering begin with."""
_BETWEEN = re.compile(rf"\b{_BASIS}[ ](?:the[ ])?(?P<d>{NAME}),?$", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s*,?\s*(?:based on|on the basis of|by|in terms of|depending on|according to)\s+(?:the\s+)?(?P<d>{NAME})"
    r"(?=[.,;]|$|\s(?:and|in)\s)",
    re.IGNORECASE,
)
"""The dimension, named behind the series."""
_WISE = re.compile(r"\b(?P<d>[A-Za-z][\w-]*(?: [a-z]+)?)-wise\b", re.IGNORECASE)
_GEO = re.compile(r"\b(?P<d>geographically|regionally)\b", re.IGNORECASE)
_REGIONS = re.compile(
    r"^(?:the\s)?(?:key\s|major\s|main\s|largest\s|leading\s|top\s)?(?:regions|geographies|(?:geographic|"
    r"regional) markets)"
    r"(?:\s(?:covered|analy[sz]ed|studied|considered))?(?:\sin (?:the|this) (?:report|study))?"
    r"(?:\s(?:are|include)[:,]?|:)\s",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|following|these|main|major|key)[ ]"
    r"(?:(?:main|major|key|broad|basic|distinct|principal|primary|chief|big|large)[ ])?"
    r"(?P<d>[a-z][\w-]*(?:[ ][\w-]+){0,2}?)(?P<more>(?:[ ](?!these\b|following\b)[\w-]+){0,5}?)(?::\s+|"
    r"(?:\s[–—]\s+|—)(?=[^,;:.]+,[^,;:.]+,))",
    re.IGNORECASE,
)
_COMES_IN = re.compile(
    r"\b(?:comes?|available|sold|offered|supplied|made|marketed|produced)\sin\s(?:(?:the|a|many|several|various|"
    r"different|two|three|four|five|six|main|number of|range of|variety of)\s)*(?P<d>[a-z][\w-]*(?:\s[\w-]+)?s),?"
    r"(?:\s(?:such as|including|like|namely)[:,]?\s+|:\s+|\s[–—]\s+)",
    re.IGNORECASE,
)
"""`Tiles come in several types, such as A, B and C`."""
_COVERS = re.compile(
    r"(?:further, |and )?(?:(?:by|based on|on the basis of|in terms of|with respect to|according to|as regards|"
    r"depending on)\s+(?:the\s+)?(?P<d>[^,]{2,40}),\s+(?:[^,.;]{0,60}?)"
    r"|(?P<wise>[A-Za-z][\w -]{2,40}?)-wise,\s+(?:[^,.;]{0,60}?)"
    r"|(?:[^,.;]{2,80}?\s)?segmentation(?:\sof\s[^,.;:]{2,60}?)?,?\s"
    r"(?:based on|by|on the basis of|in terms of)\s(?:the\s)?(?P<behind>[^,.;:]{2,40}?),?\s"
    r"|(?:the )?(?P<part>[A-Za-z][\w /&-]{2,40}?)\s(?:segments?|segmentation|category)\b[^,.;]{0,40}?)\b"
    r"(?:includes?|covers?|comprises?|consists? of|spans|encompasses|contains|is (?:composed|made up) of|"
    r"is analy[sz]ed (?:across|for|into)|is(?=:))[:,]?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"(?:^|[,;]\s)(?:further, |moreover, |additionally, )?(?:by|based on|on the basis of|in terms of|with respect "
    r"to|according to|depending on|as per)"
    r"\s+(?:the\s+)?(?P<d>[\w /&-]{2,40}?)(?:\s*,|\s(?=(?:the|this|it|our|global|market)\s))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\((?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_BEFORE = re.compile(r"[A-Za-z][\w&/’' -]{1,60}$")
_OTHER = re.compile(
    r"\b(?:analysis|market|sales|demand|estimates)\s+(?:for|of|in)\s+(?P<list>[A-Z][^.]{5,"
    r"300}?\band\s+Others?\s+(?P<d>[A-Z][\w /-]{2,40}?))"
    r"\s+(?:by\s+geographic|by\s+region|by\s+country|markets?\b|segments\b)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r";|\s[–—]\s|—|,\s+(?:the (?:latter|former|last|first)|with|where|which|while|each|owing|among which|of which|"
    r"based|as well as the|wherein|out "
    r"of|and the)\b"
    r"|\s(?:based on|by region|during|owing to|in the report|segments?\b(?=[.,;]|$)|segments based|"
    r"categories\b(?=[.,;]|$))|\.\s|\.$|(?<=[a-z]{3})\.(?=[A-Z][a-z]+\s)|:\s"
)


def in_words(text: str, heading: str = "", *, headline: bool = False) -> list[Series]:
    """The series in a sentence; `heading` is the dimension it stands under, a `headline` stands over running text."""
    if len(text) > 4000:
        return []
    found = [*_into(text, heading), *_covers(text), *_counted(text), *_brackets(text), *_others(text)]
    return found if headline else [*found, *by_key(text)]


_WHOLLY = re.compile(
    r"(?:by\s)?(?P<d>[A-Za-z][\w /&-]{2,40}?)\s?\((?P<list>[^()]*(?:\([^()]*\)[^()]*)*)\)\.?", re.IGNORECASE
)
_PLAIN = re.compile(
    r"\b(?:type|user|use|application|region|geography|channel|technology|product|"
    r"material|industry|vertical|size|mode|model|form)s?$",
    re.I,
)


def bracketed(text: str) -> list[Series]:
    """The series of a line that is nothing but `Material (A, B)`."""
    found = _WHOLLY.fullmatch(text) if len(text) < 1000 else None
    dimension = tidy(found["d"]) if found else ""
    fits = (
        found and dimension and is_known(dimension) and _PLAIN.search(dimension) and re.search(r"[,;]", found["list"])
    )
    return [Series(dimension, *found.span("list"))] if found and fits else []


def in_value(text: str) -> list[Series]:
    """The series in the value of a key such as `Segments Covered`."""
    if len(text) > 4000:
        return []
    found = [*_brackets(text, least=1), *by_key(text)]
    if not found and ":" in text:
        heads = list(re.finditer(r"(?:^|[;.|]\s?)(?P<d>[A-Za-z][\w /&-]{2,40}?)\s?:\s", text))
        found = between(text, heads)
    return found or _dashed(text)


def _dashed(text: str) -> list[Series]:
    """Bullets that have come to stand on one line behind their dimensions: `Type - A - B; Use - C - D`."""
    heads = list(_DASHED.finditer(text)) if text.count(" - ") > 1 else []
    known = [head for head in heads if is_known(tidy(head["d"]))]
    return between(text, known) if known and len(known) == len(heads) else []


_DASHED = re.compile(r"(?:^|;\s)(?P<d>[A-Z][\w /&]{2,40}?)\s-\s(?=[^;]+\s-\s)")


def _into(text: str, heading: str) -> list[Series]:
    out = []
    for cue in _INTO.finditer(text) if holds(text, _SPLIT_STEMS) else ():
        end = _end_of(text, cue)
        part = _WITHIN.search(text, 0, cue.start())
        dimension = _named(text, cue, end, "" if part else heading)
        if dimension:
            out.append(Series(dimension, cue.end(), end))
        elif part and not is_known(tidy(part["part"])):
            out.append(Series(part["part"], cue.end(), end, within=True))
    for cue in _ACROSS.finditer(text) if holds(text, _ACROSS_STEMS) else ():
        grounds = list(_GROUNDS.finditer(text, 0, cue.start()))
        part = _FURTHER.fullmatch(text, 0, cue.start())
        dimension = tidy(grounds[-1]["d"]) if grounds else ""
        if part:
            out.append(Series(part["part"], cue.end(), stop(text, cue.end()), within=True))
        elif is_known(dimension):
            out.append(Series(dimension, cue.end(), stop(text, cue.end())))
    return out


def _end_of(text: str, cue: re.Match[str]) -> int:
    """Where what the market is taken apart into ends; behind a colon, semicolons may part it."""
    end = stop(text, cue.end())
    if not cue.group().rstrip().endswith(":") or text[end : end + 1] != ";" or "," in text[cue.end() : end]:
        return end
    last = re.compile(r"\.(?:\s|$)").search(text, end)
    return last.start() if last else len(text)


def _named(text: str, cue: re.Match[str], end: int, heading: str) -> str:
    """The dimension of a series: named between verb and series, before the verb, behind the series, or above."""
    ahead = text[: cue.start()]
    between = _BETWEEN.search(cue["between"])
    if between:
        return tidy(between["d"])
    before = [*_GROUNDS.finditer(ahead), *_WISE.finditer(ahead)]
    if before:
        return tidy(before[-1]["d"])
    part = _PART.search(ahead)
    if part and is_known(tidy(part["d"])):
        return tidy(part["d"])
    if _GEO.search(ahead):
        return tidy("Geography")
    behind = _BEHIND.match(text, end)
    return tidy(behind["d"]) if behind else heading


_PART = re.compile(
    r"(?:^|\b(?:the|its)\s)(?P<d>[A-Za-z][\w /&-]{2,40}?)\s(?:segment|segmentation|category)\b", re.IGNORECASE
)


def _covers(text: str) -> list[Series]:
    places = _REGIONS.match(text)
    if places:
        named = "Geography" if "geograph" in places[0].lower() else "Region"
        return [Series(named, places.end(), stop(text, places.end()))]
    starts = [0, *(m.end() for m in _NEXT_CLAUSE.finditer(text))] if holds(text, _COVER_STEMS) else []
    cues = [cue for start in starts if (cue := _COVERS.match(text, start))]
    told = [(tidy(cue["d"] or cue["part"] or cue["wise"] or cue["behind"]), cue) for cue in cues]
    fits = [(dimension, cue) for dimension, cue in told if dimension and (cue["d"] or is_known(dimension))]
    return [Series(dimension, cue.end(), stop(text, cue.end())) for dimension, cue in fits]


_NEXT_CLAUSE = re.compile(r";\s+(?:and\s+|while\s+|whereas\s+)?")


def _counted(text: str) -> list[Series]:
    """`three technologies: A, B and C`."""
    cues = [(m, _counted_as(m)) for m in (_COUNTED.finditer(text) if PARTED.search(text) else ())]
    cues += [(m, tidy(singular(m["d"]))) for m in (_COMES_IN.finditer(text) if " in " in text else ())]
    return [
        Series(dimension, m.end(), stop(text, m.end())) for m, dimension in cues if dimension and is_known(dimension)
    ]


def _counted_as(cue: re.Match[str]) -> str:
    """The dimension of what is counted; `four kinds:` are types."""
    plain = re.match(r"(?:kinds|sorts)(?!\sof\b)", cue[0][cue.start("d") - cue.start() :], re.IGNORECASE)
    named, whole = tidy(singular(cue["d"])), tidy(singular(cue["d"] + cue["more"]))
    last = "" if _OF_WHAT.search(cue["more"]) else tidy(singular(cue["more"].split(" ")[-1]))
    return "Type" if plain else next((name for name in (whole, named) if is_known(name)), last)


_OF_WHAT = re.compile(r"\b(?:of|for|in|by|with|to|on|from|that|and|or)\b", re.IGNORECASE)


def _brackets(text: str, least: int = 2) -> list[Series]:
    """`Type (A, B), By End-use (C, D)`: several, or one that is said to be what the market is split by."""
    found: list[tuple[Series, bool]] = [(series, True) for series in _regions_by(text)]
    end = 0
    for m in _BRACKET.finditer(text) if "(" in text else ():
        before = _BEFORE.search(text[max(end, m.start() - 62) : m.start()])
        said = (
            _BY_OR_BASIS.split(
                re.split(
                    r"[,;:]|\bas well as\b|\balong with\b|\bplus\b|\band\b(?=\s)|"
                    r"\b(?:covers|includes?|into|across|are)\b",
                    before[0],
                )[-1]
            )
            if before
            else [""]
        )
        dimension = "" if is_place(said[-1]) else tidy(said[-1])
        end = m.end()
        if (
            dimension
            and re.search(r",|;|\s(?:and|&|or)\s", m["list"])
            and (len(said) > 1 or is_known(dimension) or found)
        ):
            given = _SUCH_AS.match(text, m.start("list"))
            by = len(said) > 1 and bool(
                is_known(dimension) or said[-1].strip()[:1].isupper() or _TAKEN_APART.search(text)
            )
            found.append((Series(dimension, given.end() if given else m.start("list"), m.end("list")), by))
    certain = any(by or is_known(series.dimension) for series, by in found)
    return [series for series, _ in found] if (certain and len(found) >= least) or any(by for _, by in found) else []


_TAKEN_APART = re.compile(
    r"\b(?:segment|sub-?segment|split|divid|categori|classif|broken down|bifurcat|analy[sz])", re.I
)
"""In a sentence whose brackets behind `by …`, set small, can name segments rather than those who do something."""
_SUCH_AS = re.compile(r"(?:e\.g\.,?|i\.e\.,?|such as|including|like|namely|viz\.?,?)\s+")
"""What opens a series in brackets and is none of it."""

_REGION_BY = re.compile(r"\b[Bb]y (?:the )?(?P<d>[A-Z][\w &,-]{2,40}?)\s?\([^()]+\)")


def _regions_by(text: str) -> list[Series]:
    """`by Europe (Spain, Italy), by Asia (China, Japan)`: the stretch in which a title goes from region to region."""
    found = [m for m in _REGION_BY.finditer(text) if is_place(m["d"])]
    return [Series("Region", found[0].start("d"), found[-1].end())] if len(found) > 1 else []


_BY_OR_BASIS = re.compile(
    r"\b(?:[Bb]y|BY|[Bb]asis of|[Bb]ased on|in terms of|according to|with (?:respect|regard) to|as per|depending on)\b"
)


def _others(text: str) -> list[Series]:
    """`… for A, B and Other Product Types by Geographic Region` names its dimension last."""
    out = []
    for m in _OTHER.finditer(text) if " and other" in text.lower() else ():
        dimension = tidy(singular(m["d"]))
        if dimension and is_known(dimension):
            out.append(Series(dimension, *m.span("list")))
    return out


def stop(text: str, start: int) -> int:
    """Where a series that begins at `start` ends."""
    depth = 0
    for at in range(start, len(text)):
        depth = max(0, depth + (text[at] == "(") - (text[at] == ")"))
        if (
            not depth
            and _STOP.match(text, at)
            and not re.search(r"\b(?:U\.S|U\.K|Inc|Ltd|Co|e\.g|i\.e|est|approx)$|(?:^|\s)[1-9]$", text[start:at])
        ):
            return at
    return len(text)
