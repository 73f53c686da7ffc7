"""Whether a question asks for a figure, a list or words, and for which metric, by how it is put."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from actqa.answering.asked import list_words, vocabulary
from actqa.answering.asked.rankings import together_asked
from actqa.answering.asked.words import words

QuestionKind = Literal["figure", "list", "passage"]


@lru_cache(maxsize=4096)
def metric_asked(lower: str) -> str:
    """The metric that is asked for; empty for none."""
    return next((metric for metric, asking in _metrics() if asking.search(lower)), "")


@cache
def _metrics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = vocabulary.METRICS.items()
    return tuple((metric, re.compile(rf"(?<![\w-])(?:{asking})(?![\w-])")) for metric, asking in found)


LISTED = re.compile(
    r"(?:through |in |by |into |on |across |for )?(?:which|what) ((?:[\w&/'-]+ ){0,3}?[\w-]+s)"
    r"(?: (?:are|were|is|does|do|did|has|have|will|there|make|sell|compete|the|drive|hold|get|it|use|buy|need|consume|"
    r"serve|employ|adopt|fall|come|go|count)\b|\W*$)"
)
"""`Which growing techniques are …`, `what product segments?`"""

EXPECTED = re.compile(
    r"(?:and |so )?(?:what|where) (?:does|do|will|would|should) .*\b(?:end up|stand|land|arrive|get to|finish|head)\b.*"
    r"\b(?:19|20)\d\d\b|(?:and |so )?what (?:did|does|do) .*\b(?:stand|amount|come|total|sum|add up) (?:at|to)\b.*"
    r"\b(?:19|20)\d\d\b|(?:and |so )?(?:what|where|how (?:much|big|large)) (?:did|does|do|will|would|was|is|should) .*"
    r"\b(?:expect(?:ed|s)?|forecasts?|predict(?:ed|s)?|project(?:ed|s)?|see|foresee|be|put)\b.*\b(?:19|20)\d\d\b"
)
"""`What did the last edition expect for 2030?`, `Where will the market be in 2028?`"""

_ASKS_FIGURE = re.compile(
    r"(?:and |so |but )?(?:how (?:much|many|fast|big|large|quickly)|what do(?:es)? .*\b(?:estimate|forecast|say "
    r"for)\b|"
    r"what (?:do|does|did|will|would) .*\b(?:earn|spend|bring in|generate|turn over|pay|cost)\b|"
    r"what (?:do|does|did|has|have|is|was|will) .*\b(?:cagr|worth|valued|share|growth rate|market size|revenue)\b)"
)
_LISTING = re.compile(
    r"(?:please )?(?:list|name|who (?:are|else)|enumerate|give me (?:the |a )?(?:list|names)|break ?down|split by)\b"
)
DRIVES = re.compile(
    r"what (?:is |are |factors? )?(?:driv(?:es|ing)|fuel(?:s|ing|ling)) (?:the |this |up )?(?:\w+ ){0,3}(?:market|"
    r"growth|demand|it|sales)?\W*$"
)


_TROUBLE = re.compile(r"\b(?:problem|issue|pressure|burden|concern|worry|trouble|headache)s?\W*$")
"""Asks for trouble, be it with prices."""


_WHAT_FOR = re.compile(r"(?:and |so )?what (?:do|does|did) .+ \w+ for\W*$")
"""Asks what something pays or stands for."""


@dataclass(frozen=True, slots=True)
class _Clues:
    """What tells a question's kind."""

    lower: str
    metric: str
    topic: str
    years: tuple[int, ...]


def _is_expected(it: _Clues) -> bool:
    expected = bool(EXPECTED.match(it.lower)) and not it.topic
    return expected or bool(re.search(vocabulary.OPERATIONS["doubling"], it.lower))


def _is_opened(it: _Clues) -> bool:
    """Whether it opens as one for words, and asks for no figure all the same."""
    return bool(vocabulary.PASSAGE_OPENERS.match(it.lower)) and not (it.metric and _ASKS_FIGURE.match(it.lower))


def _is_listing(it: _Clues) -> bool:
    if _LISTING.match(it.lower) or _KINDS_OF.match(it.lower):
        return True
    listed = LISTED.match(it.lower)
    last = listed[1].split()[-1] if listed else ""
    if listed is None or last in vocabulary.VERBS or last in vocabulary.STOP_WORDS:
        return False
    return metric_asked(" ".join(listed[1].split()[:2])) not in {
        "share",
        "growth",
        "yoy",
        "price",
    } and not metric_asked(last)


_KINDS_OF = re.compile(
    r"(?:and |so )?(?:which|what) (?:are (?:the )?)?(?:kinds?|types?|sorts?|forms?|"
    r"varieties) of\b(?!.*\bhow\b)"
)


def _names_several(it: _Clues) -> bool:
    """Whether several are to be named, whatever they lead: `name the leading market players`."""
    return bool(_LISTING.match(it.lower) and it.topic) and is_plural(it.lower, it.topic)


def _is_counted(it: _Clues) -> bool:
    named = _HOW_MANY.match(it.lower) if it.topic else None
    of_topic = named is not None and set(words(named[1])) & set(vocabulary.TOPICS[it.topic].split())
    counted = list_words.COUNTED.match(it.lower) or of_topic
    return bool(counted) and not _metric_of_count(it.lower)


_HOW_MANY = re.compile(
    r"(?:and |so )?(?:how many|(?:the )?number of) ((?:[\w/&'-]+ ){0,4}?[\w/&'-]+)"
    r"(?= (?:is|are|do|does|did|was|were|will|has|have|in|of|per|there|make|sell|serve|compete|by|for|on|that)\b|,|"
    r"\W*$)"
)
"""What is to be counted."""


def _is_measured(it: _Clues) -> bool:
    things = bool(it.topic) and it.metric == "size" and is_plural(it.lower, it.topic)
    return bool(it.metric) and (not things or bool(re.search(r"how|\bsize", it.lower)))


def _ranks_second(it: _Clues) -> bool:
    """Whether who comes second is asked for, and no share of it."""
    of_it = it.metric == "share" and not re.match(r"(?:and |so )?(?:who|which)\b", it.lower)
    return bool(vocabulary.SECOND.search(it.lower)) and not _ASKS_FIGURE.match(it.lower) and not of_it


def _is_topic(it: _Clues) -> bool:
    short = len(it.lower.split()) <= 3 and not re.match(r"which|what|who|.* region\W*$", it.lower)
    return bool(it.topic) and (is_plural(it.lower, it.topic) or short)


_KINDS: tuple[tuple[Callable[[_Clues], bool], QuestionKind], ...] = (
    (_is_expected, "figure"),
    (lambda it: bool(re.match(r"(?:and |so |but )?(?:why|how come)\b", it.lower)), "passage"),
    (
        lambda it: bool(
            re.match(r"(?:and |so )?how (?:long (?:do|did|is|are|was|w)|many (?:days|weeks|months|hours) )", it.lower)
        ),
        "figure",
    ),
    (lambda it: bool(it.metric) and together_asked(it.lower) is not None, "figure"),
    (lambda it: bool(list_words.HAPPENED.search(it.lower)), "list"),
    (_is_counted, "list"),
    (lambda it: _ranks(it.lower) and not _names_several(it), "passage"),
    (_ranks_second, "passage"),
    (lambda it: bool(DRIVES.match(it.lower)), "list"),
    (lambda it: bool(re.search(r"\b(?:and|or|but) (?:why|how so)\b", it.lower)), "passage"),
    (_is_opened, "passage"),
    (lambda it: bool(_TROUBLE.search(it.lower) or _WHAT_FOR.match(it.lower)), "passage"),
    (_is_listing, "list"),
    (lambda it: bool(re.search(r"\w plus \w", it.lower)) and not it.topic, "figure"),
    (lambda it: bool(re.search(vocabulary.OPERATIONS["total"], it.lower)), "figure"),
    (_is_measured, "figure"),
    (_is_topic, "list"),
    (lambda it: bool(it.years) and len(it.lower.split()) <= 8, "figure"),
)
"""What tells a kind, the surest first; else the question is one for words."""


def kind_asked(lower: str, metric: str, topic: str, years: tuple[int, ...]) -> QuestionKind:
    """The kind, by the surest of its clues."""
    clues = _Clues(lower, metric, topic, years)
    return next((kind for tells, kind in _KINDS if tells(clues)), "passage")


def _ranks(lower: str) -> bool:
    """Whether what ranks first is asked for, and no figure of it: `fastest growing region?`, `which segment leads`."""
    if leader_asked(lower) and _HAS_MOST.fullmatch(lower):
        return True
    if not leader_asked(lower) or re.search(
        r"\bhow\b|\bwhat (?:cagr|rate|share|percent)|\bshare\b|\bcagr\b.*\bof\b|\d", lower
    ):
        return False
    return bool(
        re.match(r"(?:and |so )?(?:who|which|what|name the|the )?(?:is |are )?", lower) and _RANKED.search(lower)
    )


_HAS_MOST = re.compile(r"which [\w &/-]+ has the (?:largest|biggest|highest|most) [\w ]{2,20}\W*")
_RANKED = re.compile(
    r"\b(?:fastest|quickest|slowest|largest|biggest|smallest|leading|dominant|top|highest)[\s-](?:growing |growth |"
    r"share )?"
    r"(?:region|segment|country|market|player|company|vendor|type|product|application|category|channel|end[- ]user|"
    r"sector|area)\b(?!s)"
    r"|^(?:who is |what is )?(?:the )?(?:market |industry |category |segment )?leader\W*$"
    r"|\bwho (?:leads|dominates|is (?:the )?(?:largest|biggest|leading|number one|market leader))\b"
    r"|\bwhich (?:[\w-]+ ){1,3}(?:(?:will|would|should|to|(?:is|are) (?:expected|set|projected|forecast|likely|"
    r"going|poised|due|tipped) to) )?(?:leads?|dominates?|grows?|"
    r"is (?:growing )?(?:the )?(?:fastest|quickest|slowest|smallest|largest|biggest|leading|dominant|top|"
    r"number))\b"
)


def _metric_of_count(lower: str) -> bool:
    """Whether what is counted is a figure of the report rather than a list's length."""
    return bool(
        re.search(
            r"\b(?:control|controls|dominate|dominates|pages|units|sold|produced|dollars|usd|patients|people|years|"
            r"times|percent)\b",
            lower,
        )
    )


def is_plural(lower: str, topic: str) -> bool:
    """Whether several of the topic's things are spoken of: `segments`, but not `the cans segment`."""
    listed = set(vocabulary.TOPICS[topic].split())
    return any(part in listed and part.endswith("s") for w in words(lower) for part in (w, *w.split("-")))


_LEADERS = {
    "fastest": (
        r"\bfastest|\bquickest|\bmost rapid|\bhighest (?:cagr|growth|rate)|"
        r"\bgrow(?:s|ing)? (?:the )?(?:fastest|most|quickest)"
    ),
    "slowest": r"\bslowest|\blowest (?:cagr|growth|rate)|\bgrow(?:s|ing)? (?:the )?(?:least|slowest)",
    "smallest": r"\bsmallest|\blowest|\bleast\b|\btiniest|\bminor\b",
    "largest": (
        r"\blargest|\bbiggest|\bhighest|\blead(?:s|ing|er)?\b|\bdominat\w+|\btop\b|\bmost\b|\bnumber one\b|"
        r"\bno\. ?1\b"
    ),
}


def leader_asked(lower: str) -> str:
    """What is asked to rank first: `fastest`, `largest` …; empty for nothing."""
    return next((name for name, asking in _LEADERS.items() if re.search(asking, lower)), "")


def rank_asked(lower: str) -> int:
    """Which place in an order is asked for: 3, for `third largest`; 1 where none is named."""
    if vocabulary.SECOND.search(lower):
        return 2
    return next((at for at, asking in vocabulary.NTH.items() if asking.search(lower)), 1)
