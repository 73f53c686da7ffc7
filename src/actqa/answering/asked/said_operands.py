"""The things that a question adds, or sets against each other, in its own words: `gap between A and B`, `A plus B`."""

import re

from actqa.answering.asked.kinds import metric_asked

_YEARS = re.compile(
    r"[,;]?\s*\b(?:(?:in|by|for|during|as of|at) )?(?:the )?(?:year |fy ?)?(?:19|20)\d\d\b"
    r"(?:\s?(?:-|–|to|and) ?(?:19|20)?\d\d\b)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween (?P<one>.+?) (?:and|vs\.?|versus|&) (?P<other>.+)|"
    r"\bby how (?:much|many \w+) (?:does|do|did|will|is|are) (?P<more>.+?) (?:exceed|outweigh|outpace|beat|top|lead|"
    r"trail|surpass|(?:ahead of|behind|above|below|bigger than|larger than|smaller than))s? (?P<less>.+)|"
    r"\bratio of (?P<over>.+?) to (?P<under>.+)|"
    r"\bhow (?:far|much) (?:ahead of|behind|above|below) (?P<base>.+?) (?:is|are|was|were|will) (?P<top>.+)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,| and | & | plus | \+ )\s*(?:and |plus )?", re.IGNORECASE)
_AGAINST = re.compile(r" (?:than|vs\.?|versus|minus|over|compared (?:with|to)|against|relative to) ", re.IGNORECASE)
_ASKING = re.compile(
    r".*(?<![\w-])(?:is|are|was|were|do|does|did|will|of|for|that|which|goes?|into|to|in|from|by|has|have|had|between|if|"
    r"combined|together|total|sum|share|shares|revenues?|sales|size|value|difference|gap|ratio|add(?:ing)?|up|both|"
    r"bigger|larger|higher|smaller|lower|much|times|percent|%)(?![\w-]) (?:the |its )?",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?<![\w-])(?:combined|together|in total|altogether|jointly|taken|in (?!vitro)|by|have|has|had|hold|holds|held|"
    r"account\w*|make|makes|come|comes|came|shares?|revenues?|sales|sizes?|values?|worth|grow\w*|cagrs?|market|markets|segments?|"
    r"(?:is|are|was|were|do|does|did|will)|respectively|as|put|taken)(?![\w-]).*",
    re.IGNORECASE,
)
FEWEST = 2


def said_operands(text: str) -> tuple[str, ...]:
    """What is added or compared, in the order in which it stands; empty where the question names no two."""
    bare = _YEARS.sub(" ", text).strip(" ?!.")
    if between := _BETWEEN.search(bare):
        found = [side for side in between.groups() if side]
        sides = found[::-1] if between["base"] else found
    elif len(against := _AGAINST.split(bare)) == FEWEST:
        sides = [_opened(against[0]), against[1]]
    else:
        joined = _JOINED.search(bare)
        opening = bare[: joined.start()] if joined else bare
        sides = [_opened(opening), *_JOINED.split(bare[len(opening) :])[1:]]
    named = tuple(name for side in sides if (name := _name(side)))
    return named if len(named) == len(sides) >= FEWEST else ()


def _opened(text: str) -> str:
    """What stands behind the words that ask."""
    asking = _ASKING.match(text)
    return text[asking.end() :] if asking else text


def _name(side: str) -> str:
    """The thing that a side names, without what is asked of it."""
    bare = _OPENS.sub("", side)
    rest = _REST.search(bare)
    bare = (bare[: rest.start()] if rest else bare).strip(" ,;:'’\"()")
    bare = re.sub(r"['’]s?$", "", bare)
    return "" if metric_asked(bare.lower()) == bare.lower() else bare


_OPENS = re.compile(
    r"^(?:(?:the|an?|its|their|that|those|shares?|revenues?|sales|sizes?|values?|growth|of|for|from|in)\s)+",
    re.IGNORECASE,
)
