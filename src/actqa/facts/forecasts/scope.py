"""What a figure is said of: the whole market, a region, or a segment."""

import re
from collections.abc import Sequence
from functools import lru_cache

from actqa.facts.developments.events import after_dateline
from actqa.facts.forecasts import outlook as words
from actqa.facts.forecasts.aspects import aspect_in
from actqa.facts.forecasts.labels import PART
from actqa.facts.forecasts.placed import own_places, place_in, places_in
from actqa.facts.forecasts.row_scope import row_scope
from actqa.facts.forecasts.sizes import besides_name
from actqa.facts.forecasts.topic import POINTS_BACK, Topic
from actqa.facts.lookup import Lookup
from actqa.facts.percentages import around, position
from actqa.facts.said import Said, product
from actqa.figures import Figure
from actqa.places import canonical, is_region
from actqa.reading.headings import name_of

_PART = re.compile(
    r"(?:\bthe\s+)?(?P<name>(?:[\w&/'’-]+\s+){1,4}?)(?:segment|sub-segment|category|route|method|channel)\b",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    "the this that these those a an each which is are was were be been has have had and or of in on by for with as to "
    "where "
    "carry largest leading leads dominant dominated whole entire main key fastest growing other another same any no "
    "its "
    "their our".split()
)


def scopes(line: Said, topic: Topic, figures: Sequence[Figure], names: frozenset[str]) -> list[str]:
    """For each figure of the line the region or segment it is of, as named; empty for the whole market.

    A figure is of what is named since the figure before it; where nothing is, of what that one is of, and the first of
    what the sentences before it have handed on, or the heading names.
    """
    if line.kind == "row":
        return [row_scope(line, figure, names) for figure in figures]
    paired = _paired(line, figures)
    out: list[str] = []
    start = opened = after_dateline(line.opening)
    for number, figure in enumerate(figures):
        ahead, after = around(line, figure)
        at = position(line, figure)
        clauses = _CLAUSE.split(line.text[start:at])
        between = " ".join(clauses[-2:]) if POINTS_BACK.match(clauses[-1].lstrip()) else clauses[-1]
        paired |= _in_turn(line, figures[number : number + 2], between)
        named = paired.get(figure) or _named(between, line, names) or _of_this(line, between)
        named = named or _part_by_share(line, figure, ahead) or _subject(between, line)
        if not named and number and out[-1]:
            named = _next_part(line, figures[number - 1], at)
        if not named and start == opened and not _WHOLE.search(between):
            named = _behind(after, line) or _pointed_at(ahead, topic, names) or named_above(line, names)
        start = at
        if (
            not named
            and out
            and (place := _AGAINST.match(line.text[at + len(figure.text) :]))
            and (told := place_in(place[1], line))
        ):
            named, start = told, at + len(figure.text) + place.end()
        out.append(named or (out[-1] if out and not _WHOLE.search(between) else ""))
    return out


def _of_this(line: Said, between: str) -> str:
    """A part of the value before, in a sentence that goes on from it: `Of this, pumps made up 3 and valves 4`."""
    if not words.OF_THIS.match(line.opening):
        return ""
    part = _SERIES.split(_OPENED.sub("", between))[-1]
    return _TAKES.split(part)[0].strip(" ,:") or "part of it"


def _subject(between: str, line: Said) -> str:
    """Of whom or what a clause tells that names neither the market nor a measure of it: `Food led with 5 million`."""
    last = _SERIES.split(between)[-1]
    told = (_TELLS.match(last) or _AT.fullmatch(last)) if line.kind in {"paragraph", "item"} else None
    words_of = _plain(told["who"]) if told else set()
    if (
        not told
        or POINTS_BACK.match(last.lstrip())
        or words.ESTIMATES.search(between)
        or words_of & _OF_THE_WHOLE
        or words_of <= _own_words(line.report.title) | _ALL
    ):
        return ""
    return "" if told["who"].split()[0].lower() in _LEADING else told["who"]


def _next_part(line: Said, last: Figure, at: int) -> str:
    """The next of several parts told off with their values: `levers make up 3, knobs 2 and pulls 1`."""
    found = _PART_NEXT.fullmatch(line.text, position(line, last) + len(last.text), at)
    name = found["who"] if found and line.kind in {"paragraph", "item"} else ""
    return "" if not name or _plain(name) & (_OF_THE_WHOLE | _LEADING) else name


_PART_NEXT = re.compile(
    r"(?: of (?:it|this|that|the (?:total|whole|market)))?(?:,| and|, "
    r"and)\s(?:the\s)?(?P<who>[^\W\d_][\w’'-]*(?:\s[\w’'-]+){0,2}?)\s"
    r"(?:(?:some|about|around|nearly|another|the other)\s)?"
)

_AT = re.compile(r"(?:the\s)?(?P<who>(?:[^\W\d_][\w&’'-]*\s){0,3}?[^\W\d_][\w-]*s)\s(?:at|with|by)\s*", re.I)
"""A subject whose verb was said before: `tents grew by 5%, packs by 4%`."""
_LEADING = frozenset(
    "will should would could may might stood stands stand valued estimated expected projected closed is are was "
    "from in at by with during over between up down about to for of than after until through an a no not more less "
    "rising growing reaching worth up-to led followed driven helped compared expanding increasing advancing grows "
    "rises falls shrinks expands climbs gains adds advances increases declines drops slips jumps leads".split()
)
"""What subjects do not begin with."""


_TELLS = re.compile(
    r"[\s,;:–—-]*(?:(?:and|while|whereas|but|then)\s)?(?:the\s)?(?P<who>[^\W\d_][\w&’'/-]*(?:\s[\w&’'/-]+){0,4}?)\s"
    r"(?:alone\s)?(?:is|are|was|were|will|should|led|leads|followed|follows?|came|comes?|adds?|made|makes?|takes?|took|"
    r"brings?|brought|contributes?|contributed|earned|grows?|grew|rises?|rose)\b",
    re.IGNORECASE,
)
"""A subject and the verb by which it has or gains a size."""
_OF_THE_WHOLE = frozenset(
    "market industry sector sale revenue demand value volume shipment output production consumption turnover "
    "spending order growth cagr size total it thi that these those they which there who we analyst report figure "
    "number forecast estimate trade busine business deliverie delivery installation unit capacity fleet base expansion "
    "rate outlook price overall world global worldwide one others other what all most half part rest sum all-time "
    "pace projection prediction valuation spend he she you i everything increase rise year period decade category "
    "segment worth measure money term".split()
)
"""Words of subjects that are the market, a measure of it, or point back to one (without the plural's s)."""


def _part_by_share(line: Said, figure: Figure, ahead: str) -> str:
    """Who a value is of that is said to be so many percent of the whole: `Schools spent 3, or 20% of the total`."""
    after = line.text[position(line, figure) + len(figure.text) :][:110]
    if figure.kind == "percent" or "%" not in after or not _SHARE_OF_ALL.match(after):
        return ""
    return _TAKES.split(_CLAUSE.split(ahead)[-1])[0].strip(" ,:") or "part of it"


_SHARE_OF_ALL = re.compile(
    r"[^.;%]{0,70}?\b\d[\d.]*\s?% (?:share )?of (?:the |all )?(?:total|whole|market|world|global|industry|overall|"
    r"sales|revenue)\b"
)
_OPENED = re.compile(rf"^{words.OF_THIS.pattern}[^,]{{0,30}}?,?\s", re.IGNORECASE)
_SERIES = re.compile(r",\s|\band\s")
_TAKES = re.compile(
    r"\s(?:made|makes?|was|were|is|are|came|comes?|amounted|accounted|accounts|stood|went|goes|took|takes|spent|spend|"
    r"paid|bought|for|with|at)\b"
)
_AGAINST = re.compile(r"\s(?:for|in) (?:the )?([A-Z][^,.;%]{1,40}?)(?=,|\.|;|\sand\s|\sby\s|\sthrough\s|$)")
"""Of one more rate in a sentence, what it is of: `6% against 4% for Europe`."""


def _in_turn(line: Said, figures: Sequence[Figure], between: str) -> dict[Figure, str]:
    """Two places that two figures follow in turn: `Japan and Canada follow with 3% and 4.9%`."""
    if len(figures) < 2 or figures[0].kind != figures[1].kind:
        return {}
    joint = line.text[position(line, figures[0]) + len(figures[0].text) : position(line, figures[1])]
    told = places_in(between)
    if joint != " and " or len(told) != 2 or between[told[0].end : told[1].start] not in {" and ", " and the "}:
        return {}
    return {figure: between[named.start : named.end] for figure, named in zip(figures, told, strict=True)}


def _named(between: str, line: Said, names: frozenset[str]) -> str:
    between = _LISTED.sub(" ", words.BY_WHOM.sub(" ", between))
    beside = _BESIDE.search(between)
    return (
        other_market(between, line)
        or (_other(beside, line) if beside else "")
        or _segment(between, names)
        or _elsewhere(between, line)
        or place_in(between, line)
        or aspect_in(besides_name(between, line))
        or _kind(between, line)
    )


_LISTED = re.compile(r"\b[Bb]y (?:\w+ ){0,3}\w+\s?\((?:[^()]|\([^()]*\))*\)(?:,\s)?")
"""What a market is said to be split into, which a title has before its figures: `by Use (Homes, Farms)`."""


def _other(beside: re.Match[str], line: Said) -> str:
    """A market named as one beside the report's own."""
    name = beside[1] or beside[2]
    return name if not _plain(name) - {"market", "industry"} <= _own_words(line.report.title) else ""


def _behind(after: str, line: Said) -> str:
    """What is named right behind a figure: `CAGR of 5% in Europe`, `139 million tonnes of cargo`."""
    if part := PART.match(after):
        return part["part"]
    place = re.match(
        r"^\s*(?:cagr|a year|per year|per annum|annually)?\s*(?:in|for|across) (?:the )?([^,.;]{2,60})",
        after,
        re.IGNORECASE,
    )
    return (place_in(place[1], line) if place else "") or aspect_in(re.split(r"[,.;]", after)[0][:60])


def _pointed_at(ahead: str, topic: Topic, names: frozenset[str]) -> str:
    """What the sentences before it have been on, or what `the segment` was last called."""
    back = POINTS_BACK.match(ahead) or words.PUTS_IT.search(ahead)
    if not back or not topic.earlier:
        return ""
    if "segment" in back.group().lower():
        return next((named for said in reversed(topic.earlier) if (named := _segment(said.text, names))), "")
    if _WIDE.search(back.group()):
        regions = (opens_with(said, frozenset()) for said in reversed(topic.earlier))
        return next((place for place in regions if is_region(place)), "") or _spoken_of(topic, names)
    return _spoken_of(topic, names)


def _spoken_of(topic: Topic, names: frozenset[str]) -> str:
    """What the sentences before are on: what the last one opens with, or what its first figure is of."""
    for said, subject in zip(reversed(topic.earlier), reversed(topic.subjects), strict=True):
        named = opens_with(said, names)
        if named or subject is not None:
            return named or subject or ""
    return ""


_WIDE = re.compile(r"\b(?:continent|region)\b", re.IGNORECASE)
"""Points back to more than a country."""


def opens_with(line: Said, names: frozenset[str]) -> str:
    """The segment or place that a line names where it begins."""
    start = after_dateline(line.opening)
    opening = line.text[start : start + 50]
    return _segment(opening, names) or place_in(opening, line)


_CLAUSE = re.compile(r";|(?<![A-Z])\.\s|,?\s(?:while|whereas|but|meanwhile)\s")
_WHOLE = re.compile(
    r"\b(?:global|worldwide|world)\b|\b(?:the|this) (?:overall |total |entire )?(?:[\w&()/-]+ ){0,6}(?:market|"
    r"industry)\b",
    re.IGNORECASE,
)
"""Says that the market as a whole is meant."""


def other_market(clause: str, line: Said) -> str:
    """A market named that is not the report's own: `Vertical Farming Market`, in a report on vertical farming crops."""
    own = _own_words(line.report.title)
    for found in _NAMED_MARKET.finditer(clause):
        named = _plain(found[1]) - _OF_THE_REPORT
        if own and not own <= named and len(named) > 1 and not places_in(found[1]):
            return found.group()
    return ""


@lru_cache(maxsize=64)
def _own_words(title: str) -> frozenset[str]:
    """What the report's own market is called."""
    return frozenset(_plain(name_of(title)) - {"market"})


def _plain(words: str) -> set[str]:
    """Words in lower case, without the plural's s and without small words."""
    return {w.lower().rstrip("s") for w in words.replace("-", " ").split() if w.lower() not in _SMALL}


_SMALL = {"the", "a", "an", "of", "for", "and", "&", "in", "global"}
_NAMED_MARKET = re.compile(
    r"((?:(?:[A-Z][\w&-]*|for|of|and|&)\s+){1,10})[Mm]arket\b(?!\s(?:Research|Intelligence|Reports|Watch)\b|\.us\b|"
    r"\sInsights?,?\s[a-z])"
)
_OF_THE_REPORT = frozenset(
    "base year forecast report attribute detail estimated projected current expected total overall size value metric "
    "parameter particular description key statistic".split()
)
"""Words before `market` in the keys of a report on whatever market."""


_BESIDE = re.compile(
    r"\b(?:neighbou?ring|adjacent|related|sister|wider|broader|parent|separate|larger)\s"
    r"((?:[\w-]+\s){1,4}(?:market|industry))\b"
    r"|\bthe\s((?:[\w-]+\s){1,4}(?:market|industry))\s(?:next door|alongside|as a whole of which)",
    re.IGNORECASE,
)
"""A market beside the report's own."""
_ANY_MARKET = re.compile(r"\b[Tt]he\s((?:[a-z][\w-]+\s){2,4})(?:market|industry)\b")
_OF_ANY = frozenset(
    "global whole overall total entire world domestic national regional local addressable end consumer same current "
    "wider world's country's region's nation's international larger second third largest biggest fastest growing fast "
    "premium mass retail professional online offline leading main key single most important aftermarket as of in for "
    "than".split()
)
"""Words before `market` that make it no other one."""


def _elsewhere(clause: str, line: Said) -> str:
    """A market whose name shares no word with the report's own: `the door hardware market`, in a report on locks."""
    for found in _ANY_MARKET.finditer(clause):
        words = set(found[1].split())
        if not words & _OF_ANY and not _plain(found[1]) & _own_words(line.report.title) and not places_in(found[1]):
            return found.group()[4:]
    return ""


_KIND = re.compile(
    r"[^\w%]*(?:(?:and|while|whereas|but|in \d{4})[\s,]+)?(?:the\s)?"
    r"(?P<name>(?:[\w’'-]+\s){1,3}?(?P<noun>[A-Za-z]+))(?=,?\s)",
    re.IGNORECASE,
)
_KINDS = frozenset("models types versions variants grades ones formats varieties designs machines".split())
"""What kinds of a product are called, beside by its own name."""


def _kind(clause: str, line: Said) -> str:
    """A kind of the product that a clause opens with: `Rubber hoses`, `battery models`, in a report on hoses."""
    noun = product(line.report)
    words = _KIND.match(clause.split(": ")[-1])
    last = words["noun"].lower() if words else ""
    one = last.removesuffix("s").removesuffix("e")
    ours = len(one) > 3 and last != noun and noun.removesuffix("e").endswith(one)
    if words is None or not (last in _KINDS or ours):
        return ""
    name = _head(words["name"])
    told = _plain(name) - {last.rstrip("s"), one, last}
    return name if told and not told <= _own_words(line.report.title) | _ALL else ""


_ALL = {"all", "new", "total", "most", "other", "such", "many", "some", "global", "world", "more", "sold"}


def _paired(line: Said, figures: Sequence[Figure]) -> dict[Figure, str]:
    """Places told off against figures: `Japan and Canada, with 3% and 4.9% respectively`."""
    if "respectively" not in line.text:
        return {}
    rates = [f for f in figures if f.kind == figures[-1].kind]
    places = [line.text[named.start : named.end] for named in places_in(line.text)]
    return dict(zip(rates, places, strict=True)) if len(places) == len(rates) > 1 else {}


def _segment(clause: str, names: frozenset[str]) -> str:
    """The segment named last in the clause, as it stands there."""
    found = list(_lookup(names).spans(clause.lower()))
    if found:
        start, end = max(found, key=lambda span: (span[1], span[1] - span[0]))
        start = min((a for a, b in found if b == start - 1), default=start)
        return clause[start:end]
    return next((_head(m["name"]) for m in _PART.finditer(clause) if _head(m["name"])), "")


@lru_cache(maxsize=8)
def _lookup(names: frozenset[str]) -> Lookup:
    return Lookup(names)


def _head(name: str) -> str:
    """What is left of the words before `segment` when verbs, articles and adverbs are taken off their front."""
    kept: list[str] = []
    for word in name.split():
        kept = [] if word.lower().strip(",") in _EMPTY else [*kept, word]
    return " ".join(kept)


def named_above(line: Said, names: frozenset[str]) -> str:
    """The segment or place that the heading right above begins with."""
    title = line.titles[-1] if len(line.titles) > 1 else ""
    opening = _lookup(names).at(title.lower(), 0)
    segment = title[: max((len(n) for n in opening if not title[len(n) : len(n) + 1].isalnum()), default=0)]
    place = next((title[: named.end] for named in places_in(title) if not named.start), "")
    return segment or (place if canonical(place) not in own_places(line.report.title) else "")
