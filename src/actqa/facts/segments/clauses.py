"""Sentences that split a market by several dimensions: a clause for each, or the segments said to be what they are."""

import re

from actqa.facts.names import has_talk
from actqa.facts.segments.behind import named_behind
from actqa.facts.segments.dimensions import is_known, tidy
from actqa.facts.segments.keyed_series import TREATS, singular
from actqa.facts.segments.phrases import in_words, stop
from actqa.facts.series import NAME, Series
from actqa.facts.stems import holds

_CLAUSE = re.compile(
    rf"(?:^|[.;]\s+(?:and\s+|finally,?\s+)?)(?:by|in terms of|based on|on the basis of|with (?:regard|respect) to|"
    rf"as (?:for|regards)|in)\s+(?:the\s+)?(?P<d>{NAME})(?:[,:]\s+|\s+(?=(?:we|it|the (?:study|report|market))\s))",
    re.IGNORECASE,
)
_BY_INTO = re.compile(
    rf"(?:[,;]\s+(?:and\s+)?|\s(?:and\s+)?)(?:by|on the basis of|based on|in terms of)\s+(?:the\s+)?"
    rf"(?P<d>{NAME})\s+into\s+",
    re.IGNORECASE,
)
_STUDIED = r"(?:covered|studied|considered|analy[sz]ed|examined|treated|assessed|looked at|in scope|distinguished)"
_PARTS = r"(?:segments|categories|groups|classes|markets|on the market|on offer|in use)"
_STUDY_STEMS = tuple(
    "cover|stud|consider|analy|examin|treat|assess|looked at|scope|distinguish|%)| that | which |segment|categor|group|"
    "class|parts|market|offer|in use".split("|")
)
_ARE_STEMS = (" are ", " form ", " make up ")
"""What a sentence holds that says of its series what it is."""
_LISTED_ARE = re.compile(
    rf"(?:^|[.;]\s)(?P<list>[^.;:]{{5,200}}?)\s(?:are|form|make up)\s(?:the|its)\s"
    rf"(?:main\s|key\s|major\s)?(?P<d>{NAME})\s(?:{_STUDIED}|{_PARTS}(?=[.;,]|$)|"
    r"(?:that|which)\s(?:the|this|our)\s(?:study|report)\s\w+|(?:that|which)\s(?:we|it)\s\w+)",
    re.IGNORECASE,
)
_THESE_ARE = re.compile(
    rf"(?:^|[.;,]\s(?:while\s|whereas\s|and\s)?)(?:the\s|its\s)?"
    rf"(?P<d>{NAME})\s(?:(?P<studied>{_STUDIED})(?:\s(?:in|by|for) (?:the|this) (?:report|"
    r"study))?\s(?:are|include|comprise)|are)[:,]?\s+(?=[^.;]*(?:,|\sand\s))",
    re.IGNORECASE,
)
_ARE = re.compile(
    rf"^(?:the\s(?:main\s|key\s|major\s)?)?(?P<d>{NAME})\s(?:are|include)[:,]?\s+(?=[^,.;]+,[^,.;]+,?\s(?:and|or)\s[^,.;]+\.?$)",
    re.IGNORECASE,
)
"""`Types are A, B and C.`"""
_OF_IT_ARE = re.compile(
    r"^(?:the|its)\s(?P<main>(?:main|key|major|various|different|primary|principal|chief|common|most common)\s)?"
    r"(?P<d>[a-z][\w-]*(?:[ -][\w-]+)?s)"
    r"(?:\s(?:of|in|for|used in|involved in|of the|in the|for the)\s(?P<of>[^,.;:]{2,80}?)|\sused)?\s"
    r"(?:are|include)[:,]?\s+(?!(?:in|on|at|for|to|by|from|with|being|becoming|facing|gaining|losing|now|also|not|still|"
    r"set|likely|driven|used|found|sold|made|available|so|very|more|most|as)\s)(?=[^,.;]+(?:,|\sand\s))",
    re.IGNORECASE,
)
"""`The main types of lasers are A, B and C.`"""
_OF_FIRMS = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|players?|vendors?|makers?|manufacturers?|groups?)\b", re.IGNORECASE
)
"""Whose types and products are no split of a market."""
_ON_GROUNDS = re.compile(
    rf"(?:^|[.;]\s)(?:by|on the basis of|based on|in terms of)\s(?:the\s)?"
    rf"(?P<d>{NAME}),\s(?:(?P<list>[^.;:]{{5,200}}?)\s(?:are|form|make up)\s"
    r"(?:the|its)\s(?:\w+\s)?(?:segments|categories|groups|classes|parts)|the\s(?:\w+\s)?(?:segments|categories|groups|classes|parts)\s(?:are|"
    r"include)[:,]?\s+)",
    re.IGNORECASE,
)


def in_sentence(text: str, heading: str = "", *, headline: bool = False) -> list[Series]:
    """The series in a sentence; `heading` is the dimension it stands under, a `headline` stands over running text."""
    if len(text) > 4000:
        return []
    text = text.translate(_ROUND)
    behind = named_behind(text)
    if behind:
        return behind
    chained = _chained(text) or _told_apart(text) or _such_as(text)
    found = in_words(text, heading, headline=headline or bool(chained))
    if len(chained) > 1:
        found = [series for series in found if not any(series.start <= other.start < series.end for other in chained)]
    return [*found, *chained]


_ROUND = str.maketrans("[]{}", "()()")
"""Other brackets as round ones."""


def _chained(text: str) -> list[Series]:
    """`By type, it has A and B; by end user, C and D`: clauses that each name a dimension and go on with a series."""
    heads = list(_CLAUSE.finditer(text)) if ";" in text else []
    out = []
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        end = after.start() if after else len(text)
        dimension = tidy(head["d"])
        told = TREATS.match(text, head.end(), end)
        start = told.end() if told else head.end()
        if dimension and not has_talk(text[start:end]):
            out.append(Series(dimension, start, min(end, _sentence_end(text, start))))
    known = [series for series in out if is_known(series.dimension)]
    return (out if len(known) * 2 > len(out) else known) if len(known) > 1 else []


def _told_apart(text: str) -> list[Series]:
    """`sorted by type into A and B, and by end user into C and D`; `A and B are the types covered`."""
    heads = list(_BY_INTO.finditer(text)) if " into " in text else []
    if len(heads) > 1 or (heads and text[: heads[0].start()].endswith(")")):
        return [
            Series(tidy(head["d"]), head.end(), after.start() if after else stop(text, head.end()))
            for head, after in zip(heads, [*heads[1:], None], strict=False)
            if is_known(tidy(head["d"]))
        ]
    named = _said_to_be(text) if " are " in text or " include " in text else None
    if named:
        return [named]
    if not holds(text, _STUDY_STEMS):
        return []
    told = _LISTED_ARE.finditer(text) if holds(text, _ARE_STEMS) else ()
    out = [(_plural(m["d"]), *m.span("list")) for m in told]
    these = [m for m in _THESE_ARE.finditer(text) if m["studied"] or out or text.count("%)", m.end()) > 1]
    out += [(_plural(m["d"]), m.end(), stop(text, m.end())) for m in these]
    for m in _ON_GROUNDS.finditer(text):
        out.append((tidy(m["d"]), *(m.span("list") if m["list"] else (m.end(), stop(text, m.end())))))
    return [Series(*one) for one in out if is_known(one[0]) and not has_talk(text[one[1] : one[2]])]


def _such_as(text: str) -> list[Series]:
    """`The study covers product types such as A and B, and applications including C and D`."""
    if not _STUDY_COVERS.match(text):
        return []
    heads = [m for m in _GIVEN.finditer(text) if is_known(_plural(m["d"]))]
    out = []
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        end = min(stop(text, head.end()), after.start() if after else len(text))
        if not has_talk(text[head.end() : end]):
            out.append(Series(_plural(head["d"]), head.end(), end))
    return out


_STUDY_COVERS = re.compile(
    r"(?:[^,.;]{2,40},\s)?(?:the|this|our|it)\s(?:[\w-]+\s){0,6}?(?:report|study|analysis|market|research|scope|segmentation)?"
    r"[^.;:]{0,40}?\b(?:covers?|includes?|spans|examines|analy[sz]es|studies|looks at|considers|encompasses|comprises?|"
    r"splits|is split|is broken down|is divided|is segmented)\b",
    re.IGNORECASE,
)
"""Opens a sentence that says what is looked at."""
_GIVEN = re.compile(
    r"(?:\b(?:covers?|includes?|spans|examines|analy[sz]es|studies|looks at|considers|encompasses|comprises?|by|"
    r"into)\s+|,\s+(?:and\s+)?|\sand\s+)"
    r"(?:(?:by|across|the|its|various|several|different|key|main|major)\s+)*"
    r"(?P<d>[a-z][\w-]*(?:[ -][\w-]+){0,2}?),?\s(?:such as|including|like|namely|e\.g\.,?|i\.e\.,?)[:,]?\s+",
    re.IGNORECASE,
)
"""A dimension, and that its segments follow."""


def _said_to_be(text: str) -> Series | None:
    """`Types are A, B and C`; `The main types of lasers are A, B and C`."""
    alone = _ARE.match(text)
    if alone and alone["d"].endswith("s") and is_known(_plural(alone["d"])) and _are_things(text[alone.end() :]):
        return Series(_plural(alone["d"]), alone.end(), stop(text, alone.end()))
    found = _OF_IT_ARE.match(text)
    if not found or not is_known(_plural(found["d"])):
        return None
    end = stop(text, found.end())
    series = text[found.end() : end]
    if _OF_FIRMS.search(found["of"] or "") or has_talk(series) or not re.search(r",|\sand\s", series):
        return None
    fits = found["main"] or (found["of"] and _are_things(series))
    return Series(_plural(found["d"]), found.end(), end) if fits else None


def _are_things(series: str) -> bool:
    """Whether a series names things rather than says what they are like: half of it two words, or plurals."""
    names = [name for name in re.split(r",\s(?:and\s|or\s)?|\s(?:and|or)\s", series.rstrip(".")) if name]
    return sum(bool(_THING.search(name)) for name in names) * 2 >= len(names) and not has_talk(series)


_THING = re.compile(r"\w\s\w|(?<!ou)(?<!s)s$|\b[A-Z]{2}|ing$")


def _plural(name: str) -> str:
    """The dimension that a plural names: `end users`, `technologies`."""
    return tidy(singular(name))


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"(?<!\b[A-Z])\.\s+[A-Z]").search(text, start)
    return stop.start() if stop else len(text)
