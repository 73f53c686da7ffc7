"""Whether a figure is the size of a market or its growth, and what a count counts."""

import re

from actqa.facts.forecasts import outlook as words
from actqa.facts.owners import Owners, is_news, names_market, plain_words
from actqa.facts.percentages import around, is_rate, named_by, position
from actqa.facts.players.lists import COLUMN
from actqa.facts.said import Said, called
from actqa.facts.stems import holds
from actqa.figures import Figure
from actqa.figures.arithmetic import base
from actqa.reading.headings import name_of

_THEIRS = re.compile(
    r"(?:its|their|the (?:company|group|firm|maker)(?:['’]s)?)\s(?:\w+\s){0,3}?(?:revenues?|sales|turnover|income)\b",
    re.IGNORECASE,
)
"""Opens a sentence on what the company made that the sentence before it is about."""


def is_their_own(line: Said, before: Said | None, owners: Owners) -> bool:
    """Whether the sentence is on what the company made that the sentence before it is about."""
    if before is None:
        return False
    known = _THEIRS.match(line.opening) and owners.company(before.text)
    return bool(known or (_THEY_HAVE.match(line.opening) and _IS_A_COMPANY.match(before.text)))


_THEY_HAVE = re.compile(
    r"(?:it|they) (?:had|has|have|owns?|owned|runs?|ran|operates?|operated|makes?|made|sells?|sold)\b", re.I
)
_IS_A_COMPANY = re.compile(
    r"[^\W\d_a-z][\w&’'-]*(?:\s[^\W\d_a-z][\w&’'-]*){0,3} (?:is|was|remains) (?:by far )?(?:the|a|an) [^.;]{0,30}"
    r"(?:operator|maker|compan|supplier|vendor|player|producer|manufacturer|seller|owner|provider|brand)",
)
"""A sentence that says that its subject is a company, which the next one goes on to tell of."""


def is_size(line: Said, figure: Figure, owners: Owners, *, goes_on: bool = False) -> bool:
    """Whether the figure is the size of a market or of a part of one; `goes_on`: as the sentence before gave one."""
    keyed = line.apart and words.GROWTH_KEY.search(line.text)
    if figure.kind not in {"money", "quantity"} or keyed or is_aside(line, figure):
        return False
    before, after = around(line, figure)
    clause = re.split(r";|\.\s", before)[-1] + re.split(r"[;,.](?:\s|$)", after)[0]
    if line.kind == "row" and (of_companies(line) or words.GROWTH_KEY.search(named_by(line, figure))):
        return False
    near = before[-NEAR:]
    if is_increment(near) or words.MORE_THAN_BEFORE.match(after) or _is_of_other_goods(near, line):
        return False
    if _is_of_range(line, near, after):
        return False
    if words.NOT_A_SIZE.search(besides_name(clause, line)) or words.PER_SOMETHING.match(after):
        return False
    if line.kind != "row" and (_OUTSIDE.search(line.text[:1000]) or _ABROAD.search(clause)):
        return False
    if is_news(line) and not names_market(clause) and not words.BY_ANOTHER.search(line.opening):
        return False
    if figure.kind == "money" and " " not in figure.unit and figure.value < LEAST_SUM:
        return False
    if line.kind != "row" and owners.company(before):
        return False
    told = words.SIZE.search(line.opening) or words.SAME_YEAR.search(line.opening) or words.OF_THIS.match(line.opening)
    asked = bool(line.asked) and bool(words.SIZE.search(line.asked))
    return figure.year is not None or bool(told) or asked or goes_on


def besides_name(text: str, line: Said) -> str:
    """The text without the market's own name, whose words say nothing of a figure: contract manufacturing."""
    title = line.report.title
    for full in dict.fromkeys((name_of(title), name_of(_BRACKETED.sub("", title)))):
        name = full.removesuffix("market").removeprefix("global ").strip()
        text = re.sub(rf"\b{re.escape(name)}\b", " ", text, flags=re.IGNORECASE) if name else text
    return text


def _is_of_range(line: Said, near: str, after: str) -> bool:
    """Whether a value opens or ends a range, to which the cells beside its own add nothing."""
    if line.kind == "row" and len(line.at.cells) > 2:
        near, after = near.rsplit(" ", 1)[-1], ""
    return bool(_IN_RANGE.search(near) or (_OPENS_RANGE.match(after) and not words.FROM.search(near)))


def _is_of_other_goods(near: str, line: Said) -> bool:
    """Whether a value is that of goods which the title does not name: `to export meat and poultry worth …`."""
    goods = _GOODS_WORTH.search(near)
    return goods is not None and not plain_words(goods["goods"]) & plain_words(line.report.title)


_GOODS_WORTH = re.compile(
    r"\b(?:produc(?:e[sd]?|ing)|ma[dk]es?|making|export(?:s|ed|ing)?|import(?:s|ed|ing)?|sells?|sold|ships?|shipped|buys?|"
    r"bought|grows?|harvest(?:s|ed)?)\s(?P<goods>(?:[a-z-]+\s){1,6})worth\s(?:\w+\s){0,2}$"
)
"""Before a value: the goods that somebody trades or makes for it."""

_BRACKETED = re.compile(r"\s?\([^()]*\)")
"""What stands in a title in brackets, mostly the short form of the name."""


def is_increment(before: str) -> bool:
    """Whether what stands before a value makes it an amount of growth."""
    may_be = before.rstrip().endswith(_TO_AMOUNTS) or holds(before, ("opportunit", "increment"))
    return may_be and bool(words.INCREMENT.search(before))


_TO_AMOUNTS = (" of", " by", " at", " add", " adds", " adding")
"""How what leads to an amount of growth ends."""


def of_companies(line: Said) -> bool:
    """Whether a row tells of a company, by the head of its first column."""
    return bool(line.heads and COLUMN.match(line.heads[0].strip()))


def is_aside(line: Said, figure: Figure) -> bool:
    """Whether a figure counts nothing, too little of the product, or what is no part of the market's size."""
    thing = base(figure.value, figure.unit)[1]
    bare = figure.unit in {"units", called(line.report)} and figure.text[-1:].isdigit() and line.kind != "row"
    few = bare and (figure.value < LEAST_COUNT or figure.year is None)
    nothing = figure.kind == "quantity" and not thing and line.kind != "row"
    small = thing in words.SMALL_MEASURES and base(figure.value, figure.unit)[0] < LEAST_MEASURE
    aside = thing in words.COUNTED_ASIDE or thing.rpartition(" ")[-1] in words.LIVING
    return few or nothing or small or aside or _bounds(line, figure)


def _bounds(line: Said, figure: Figure) -> bool:
    """Whether a quantity bounds a class that is named before its bracket: `Heavy (>500 tons)`."""
    at = position(line, figure)
    opened = _OPENS_CLASS.search(line.text, max(0, at - 20), at)
    return (
        figure.kind == "quantity" and opened is not None and line.text[at + len(figure.text) :][:1] in {")", ",", "]"}
    )


_OPENS_CLASS = re.compile(
    r"[(\[](?:[<>≤≥]=?|above|below|over|under|up to|upto|less than|more than|at least|from)\s?$", re.IGNORECASE
)


_OUTSIDE = re.compile(
    r"\b(?:outside|beyond) (?:the|this|our|its) (?:scope|study|report|boundary)|\b(?:is|are|was|"
    r"were) (?:not (?:covered|counted|"
    r"included|part of)|excluded|left out)\b|\b(?:covered|treated|dealt with) in (?:an?other|a separate|its own|"
    r"our|[A-Z]{2})",
)
"""Says that what a sentence gives is not part of the market."""
_ABROAD = re.compile(r"\b(?:export|import)(?:ed|ing)\b", re.IGNORECASE)
"""Trade across borders, which is not the size of a market."""

NEAR = 130
"""Characters before a figure in which it is said what it is an amount of."""

LEAST_COUNT = 1000
"""Fewer of the product, counted without a unit, are no size."""

LEAST_MEASURE = 1000
"""Fewer kilograms or litres are no market's."""

LEAST_SUM = 1_000_000
"""What is less, and written without a scale, is a price."""

_IN_RANGE = re.compile(
    r"(?<![\d.,])(?!(?:19|20)\d\d\b)[\d.,]+\s?(?:to|-|–|and)\s*(?:\S{1,4}\s?)?$|"
    r"\b(?:at|of|between|cost|spend|lose)\s(?:[A-Z]{2,3}\s?)?[$€£¥₹]?[\d.,]+\s(?:million|billion|trillion|mn|bn|crore)\s(?:to|and|-|–)\s*$",
    re.IGNORECASE,
)
"""Right before a value: it ends a range, which states no size."""
_OPENS_RANGE = re.compile(r"\s?(?:to|-|–)\s?\d")
"""Right behind a value: it begins one."""


def is_growth(line: Said, figure: Figure) -> bool:
    """Whether the percentage is a growth rate of a market or of a part of one."""
    if not figure.text.lstrip("+-−– ")[:1].isdigit():
        return False
    if figure.text.startswith("+") and line.kind != "row" and not words.RATE_AFTER.match(around(line, figure)[1]):
        return False
    if line.kind == "row":
        return not of_companies(line) and is_rate(line, figure) and not words.ASIDE_HEADS.search(named_by(line, figure))
    before, after = around(line, figure)
    clause = _APART.split(before)[-1]
    if _LEVEL.search(before) and not words.STRONG_RATE.search(clause) and "growth" not in clause.lower():
        return False
    if (
        words.NO_MARKET.search(besides_name(clause, line))
        and not names_market(clause.rsplit(": ", 1)[-1])
        and not words.STRONG_RATE.search(clause + after[:20])
    ):
        return False
    return is_rate(line, figure) or bool(_COMPARED.match(after))


_LEVEL = re.compile(
    r"\b(?:fell|falls?|fallen|dropp?(?:ed|s)?|declined?s?|slipp?(?:ed|s)?|rose|rises?|risen|climb(?:ed|s)?|"
    r"increase[ds]?|went (?:up|down))\s(?:back\s)?to\s(?:(?:about|around|some|nearly|almost|only|just)\s)?$",
    re.IGNORECASE,
)
"""Right before a percentage: a level that something has come to, rather than by how much."""
_APART = re.compile(r";\s|,\s(?!which\b|that\b|who\b)")
"""Between clauses; one that tells of what stands before it goes with that."""
_COMPARED = re.compile(
    r"^\s*(?:below|above|under|over|short of|ahead of) (?:the )?(?:level|figure|value|total|sum)?\s?(?:of|in|for)? ?"
    r"(?:the )?(?:year|previous|prior|19\d\d|20\d\d)\b|"
    r"^\s*(?:more|less|fewer|higher|lower|up|down)\b[^.;%]{0,60}?\bthan (?:in |during )?(?:the |a |one )?(?:year|"
    r"previous|prior|19\d\d|20\d\d)\b",
    re.IGNORECASE,
)
"""Behind a percentage: it is the growth of one year."""
