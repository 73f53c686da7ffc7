"""What a question asks: its kind, its metric, and the slots an answer must match."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal

from actqa.answering import list_words, vocabulary
from actqa.answering.excepted import without_excepted
from actqa.answering.measures import unit_asked
from actqa.answering.places import places_asked, places_in
from actqa.answering.words import WORD, stem, words
from actqa.figures.grammar import CURRENCIES, CURRENCY_WORDS, SYMBOLS, THINGS

QuestionKind = Literal["figure", "list", "passage"]


@dataclass(frozen=True, slots=True)
class Question:
    """A question understood; what follows from an earlier one is filled in."""

    text: str
    """What is looked for, in words, abbreviations written out."""
    own: str
    """The same without what earlier questions bring."""
    kind: QuestionKind
    metric: str
    """A key of `vocabulary.METRICS`, or empty."""
    topic: str
    """What a list is asked of: a key of `vocabulary.TOPICS`, or empty."""
    years: tuple[int, ...]
    places: tuple[str, ...]
    """Canonical names."""
    names: tuple[str, ...]
    """Proper names, as asked."""
    terms: tuple[str, ...]
    """The words that name something, in order, in lower case."""
    stems: frozenset[str]
    """Stems of those."""
    operation: str = ""
    """What has to be worked out: a key of `vocabulary.OPERATIONS`, or empty."""
    unit: str = ""
    """The currency, in ISO letters, or the thing that the answer is to be counted in; `money` for any currency,
    `volume` for any quantity; empty: whatever the report gives."""
    counted: bool = False
    """Whether a list's length is asked for."""
    leader: str = ""
    """`largest`, `smallest`, `fastest` or `slowest`, where what ranks first is asked for."""
    says_what: bool = True
    """Whether it says itself what it asks for, and so takes that from no earlier question."""
    excepted: frozenset[str] = frozenset()
    """Stems of what is asked to be left out: `apart from glass`."""
    history: tuple[str, ...] = field(default=(), compare=False)
    """Earlier questions that it goes on from."""


def understand(text: str) -> Question:
    """The question by itself; `history.complete` fills in what it leaves to those before."""
    plain = written_out(text)
    without, excepted = without_excepted(plain)
    if excepted:
        asked = _understood(without)
        if asked.kind == "list" and not asked.metric:
            return replace(asked, excepted=excepted)
    return _understood(plain)


def _understood(plain: str) -> Question:
    lower = " ".join(plain.lower().split())
    years = years_in(plain)
    metric, topic = _metric(lower), "drivers" if _DRIVES.match(lower) else _topic(lower)
    if not metric and not topic and (_EXPECTED.match(lower) or (years and re.search(r"\bmarkets?\b", lower))):
        metric = "size"
    if not metric and not topic and _BARE_MARKET.fullmatch(lower):
        metric = "size"
    kind = _kind(lower, metric, topic, years)
    operation = _operation(lower, kind, years)
    if not operation and len(years) == 1 and kind == "figure" and _GREW.search(lower):
        metric = "yoy"
    if operation != "increase" and metric == "size" and _ADDED.search(lower):
        metric = "count"
    metric = {
        "doubling": "growth",
        "increase": "increase",
        "fraction": "share",
        "proportion": "share",
        "price": "price",
    }.get(operation, metric)
    opened = bool(vocabulary.PASSAGE_OPENERS.match(lower))
    asked = _terms(plain, kind, lower)
    return Question(
        text=plain,
        own=plain,
        kind=kind,
        metric=metric,
        topic=topic,
        years=years,
        places=tuple(dict.fromkeys(place for _, _, place in places_asked(plain))),
        names=_names(plain),
        terms=asked,
        stems=frozenset(stem(part) for word in asked for part in {word, *word.split("-")} if part),
        operation=operation,
        unit="" if metric == "price" and unit_asked(lower) == "volume" else unit_asked(lower),
        counted=kind == "list" and bool(re.search(r"\bhow many\b|\bnumber of\b", lower)),
        leader=_leader(lower),
        says_what=bool(metric or topic or opened or kind == "list" or operation),
    )


def written_out(text: str) -> str:
    """The text with what busy people shorten written out."""
    for short, full in vocabulary.SHORT_PLACES:
        text = re.sub(short, full, text, flags=re.IGNORECASE)
    return " ".join(_SHORT.sub(_in_full, text).split())


_SHORT = re.compile(r"(?<![\w$€£.&-])[A-Za-z][\w'’-]*(?![\w$]|&\w)")


def _in_full(found: re.Match[str]) -> str:
    word = found.group()
    is_name = word.isupper() and len(word) > 1 and word not in vocabulary.IN_CAPITALS
    return word if is_name else vocabulary.ABBREVIATIONS.get(word.lower(), word)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?(\d\d)(?!\d)")
_SHORT_YEARS = re.compile(r"(?<![\d.$€£])['’]?(\d\d)\s?(?:[-–/]|to)\s?['’]?(\d\d)(?![\d%.])")
_SHORT_YEAR = re.compile(r"(?:['’]|\b(?:FY|YE|CY) ?'?)(\d\d)(?![\d%.])", re.IGNORECASE)


def years_in(text: str) -> tuple[int, ...]:
    """Years, also as `25-31`, `'27` and `FY24`."""
    full = [int(y) for y in _YEAR.findall(text)]
    spans = [(int(a), int(a) // 100 * 100 + int(b)) for a, b in _YEAR_SPAN.findall(text)]
    short = [(2000 + int(a), 2000 + int(b)) for a, b in _SHORT_YEARS.findall(text) if not full]
    pairs = [y for pair in (*spans, *short) if pair[0] < pair[1] for y in pair]
    single = [2000 + int(y) for y in _SHORT_YEAR.findall(text) if not full and not pairs]
    return tuple(dict.fromkeys([*full, *pairs, *single]))


@lru_cache(maxsize=4096)
def _metric(lower: str) -> str:
    return next((metric for metric, asking in _metrics() if asking.search(lower)), "")


@cache
def _metrics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = vocabulary.METRICS.items()
    return tuple((metric, re.compile(rf"(?<![\w-])(?:{asking})(?![\w-])")) for metric, asking in found)


def _topic(lower: str) -> str:
    asked = {part for w in words(lower) for part in (w, *w.split("-"))}
    return next((topic for topic, listed in vocabulary.TOPICS.items() if asked & set(listed.split())), "")


_LISTED = re.compile(
    r"(?:through |in |by |into |on |across |for )?(?:which|what) ((?:[\w&/'-]+ ){0,3}?[\w-]+s)"
    r"(?: (?:are|were|is|does|do|did|has|have|will|there|make|sell|compete|the|drive|hold|get|it)\b|\W*$)"
)
"""`Which growing techniques are …`, `what product segments?`"""

_BARE_MARKET = re.compile(
    r"(?!(?:what|who|why|how|where|when|which|is|are|do|does|tell|explain|describe|define)\b)"
    r"(?:[\w&/'-]+ ){1,5}markets? in "
    r"(?:the )?[\w ]{2,30}\W*"
)
"""`Electric ferry market in Spain`: asks for nothing, and so for the size."""

_EXPECTED = re.compile(
    r"(?:and |so )?(?:what|where|how (?:much|big|large)) (?:did|does|do|will|would|was|is|should) .*"
    r"\b(?:expect(?:ed|s)?|forecasts?|predict(?:ed|s)?|project(?:ed|s)?|see|foresee|be|put)\b.*\b(?:19|20)\d\d\b"
)
"""`What did the last edition expect for 2030?`, `Where will the market be in 2028?`"""

_ASKS_FIGURE = re.compile(
    r"(?:and |so |but )?(?:how (?:much|many|fast|big|large|quickly)|what do(?:es)? .*\b(?:estimate|forecast|say "
    r"for)\b|"
    r"what (?:do|does|did|will|would) .*\b(?:earn|spend|bring in|generate|pay|cost)\b|"
    r"what (?:do|does|did|has|have|is|was|will) .*\b(?:cagr|worth|valued|share|growth rate|market size|revenue)\b)"
)
_LISTING = re.compile(
    r"(?:please )?(?:list|name|who (?:are|else)|enumerate|give me (?:the |a )?(?:list|names)|break ?down|split by)\b"
)
_DRIVES = re.compile(
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
    expected = bool(_EXPECTED.match(it.lower)) and not it.topic
    return expected or bool(re.search(vocabulary.OPERATIONS["doubling"], it.lower))


def _is_opened(it: _Clues) -> bool:
    """Whether it opens as one for words, and asks for no figure all the same."""
    return bool(vocabulary.PASSAGE_OPENERS.match(it.lower)) and not (it.metric and _ASKS_FIGURE.match(it.lower))


def _is_listing(it: _Clues) -> bool:
    if _LISTING.match(it.lower):
        return True
    listed = _LISTED.match(it.lower)
    last = listed[1].split()[-1] if listed else ""
    if listed is None or last in vocabulary.VERBS or last in vocabulary.STOP_WORDS:
        return False
    return _metric(" ".join(listed[1].split()[:2])) not in {"share", "growth", "yoy", "price"} and not _metric(last)


def _is_counted(it: _Clues) -> bool:
    counted = list_words.COUNTED.match(it.lower) or (it.topic and re.match(r"(?:how many|number of) ", it.lower))
    return bool(counted) and not metric_of_count(it.lower)


def _is_measured(it: _Clues) -> bool:
    things = bool(it.topic) and it.metric == "size" and is_plural(it.lower, it.topic)
    return bool(it.metric) and (not things or bool(re.search(r"how|\bsize", it.lower)))


def _ranks_second(it: _Clues) -> bool:
    """Whether who comes second is asked for, and no share of it."""
    of_it = it.metric == "share" and not re.match(r"(?:and |so )?(?:who|which)\b", it.lower)
    return bool(vocabulary.SECOND.search(it.lower)) and not _ASKS_FIGURE.match(it.lower) and not of_it


def _is_topic(it: _Clues) -> bool:
    short = len(it.lower.split()) <= 3 and not re.match(r"which|what|who", it.lower)
    return bool(it.topic) and (is_plural(it.lower, it.topic) or short)


_KINDS: tuple[tuple[Callable[[_Clues], bool], QuestionKind], ...] = (
    (_is_expected, "figure"),
    (lambda it: bool(re.match(r"(?:and |so |but )?(?:why|how come)\b", it.lower)), "passage"),
    (lambda it: bool(list_words.HAPPENED.search(it.lower)), "list"),
    (_is_counted, "list"),
    (lambda it: _ranks(it.lower), "passage"),
    (_ranks_second, "passage"),
    (lambda it: bool(_DRIVES.match(it.lower)), "list"),
    (lambda it: bool(re.search(r"\b(?:and|or|but) (?:why|how so)\b", it.lower)), "passage"),
    (_is_opened, "passage"),
    (lambda it: bool(_TROUBLE.search(it.lower) or _WHAT_FOR.match(it.lower)), "passage"),
    (_is_listing, "list"),
    (_is_measured, "figure"),
    (_is_topic, "list"),
    (lambda it: bool(it.years) and len(it.lower.split()) <= 8, "figure"),
)
"""What tells a kind, the surest first; else the question is one for words."""


def _kind(lower: str, metric: str, topic: str, years: tuple[int, ...]) -> QuestionKind:
    clues = _Clues(lower, metric, topic, years)
    return next((kind for tells, kind in _KINDS if tells(clues)), "passage")


def _ranks(lower: str) -> bool:
    """Whether what ranks first is asked for, and no figure of it: `fastest growing region?`, `which segment leads`."""
    if not _leader(lower) or re.search(
        r"\bhow\b|\bwhat (?:cagr|rate|share|percent)|\bshare\b|\bcagr\b.*\bof\b|\d", lower
    ):
        return False
    return bool(
        re.match(r"(?:and |so )?(?:who|which|what|name the|the )?(?:is |are )?", lower) and _RANKED.search(lower)
    )


_RANKED = re.compile(
    r"\b(?:fastest|quickest|slowest|largest|biggest|smallest|leading|dominant|top|highest)[\s-](?:growing |growth |"
    r"share )?"
    r"(?:region|segment|country|market|player|company|vendor|type|product|application|category|channel|end[- ]user|"
    r"sector|area)\b(?!s)"
    r"|\bwho (?:leads|dominates|is (?:the )?(?:largest|biggest|leading|number one|market leader))\b"
    r"|\bwhich (?:[\w-]+ ){1,3}(?:leads|dominates|grows|"
    r"is (?:growing )?(?:the )?(?:fastest|largest|biggest|leading|dominant|top|"
    r"number))\b"
)


def metric_of_count(lower: str) -> bool:
    """Whether what is counted is a figure of the report rather than a list's length."""
    return bool(re.search(r"\b(?:pages|units|sold|produced|dollars|usd|patients|people|years|times|percent)\b", lower))


def _operation(lower: str, kind: str, years: tuple[int, ...]) -> str:
    if kind != "figure":
        return ""
    found = (name for name, asking in vocabulary.OPERATIONS.items() if re.search(asking, lower))
    operation = next((name for name in found if name != "change" or len(years) > 1), "")
    if operation == "increase" and len(years) == 1 and _GREW.search(lower):
        return ""
    return "" if operation == "increase" and len(years) == 1 and _ADDED.search(lower) else operation


_GREW = re.compile(
    r"\bhow (?:much|far) (?:did|does|will|has|have)\b[^$€£]*\b(?:grow|grew|rise|rose|increase|expand|climb)"
    r"\w* in (?:19|20)\d\d\W*$"
)
_ADDED = re.compile(
    r"\bhow many\b.*\b(?:added|installed|commissioned|put up|opened|built)\b.*\b(?:in|during) (?:19|20)\d\d\b"
)
"""Asks for what a year brings, which is no growth between two years."""


def is_plural(lower: str, topic: str) -> bool:
    """Whether several of the topic's things are spoken of: `segments`, but not `the cans segment`."""
    listed = set(vocabulary.TOPICS[topic].split())
    return any(part in listed and part.endswith("s") for w in words(lower) for part in (w, *w.split("-")))


_LEADERS = {
    "fastest": (
        r"\bfastest|\bquickest|\bmost rapid|\bhighest (?:cagr|growth|rate)|"
        r"\bgrow(?:s|ing)? (?:the )?(?:fastest|most|quickest)"
    ),
    "slowest": r"\bslowest|\blowest (?:cagr|growth|rate)",
    "smallest": r"\bsmallest|\blowest|\bleast\b",
    "largest": (
        r"\blargest|\bbiggest|\bhighest|\blead(?:s|ing|er)?\b|\bdominat\w+|\btop\b|\bmost\b|\bnumber one\b|"
        r"\bno\. ?1\b"
    ),
}


def _leader(lower: str) -> str:
    return next((name for name, asking in _LEADERS.items() if re.search(asking, lower)), "")


def _listed_words(lower: str) -> tuple[str, ...]:
    found = _LISTED.match(lower)
    return tuple(words(found[1])) if found else ()


def _names(text: str) -> tuple[str, ...]:
    """Capitalised words and acronyms that do not open the question and are no places."""
    found: list[str] = []
    spans = [(start, end) for start, end, _ in places_asked(text)]
    for at, match in enumerate(WORD.finditer(text)):
        if any(start <= match.start() < end for start, end in spans):
            continue
        word = re.sub(r"['’]s?$", "", match.group())
        if at and word[0].isupper() and _is_name(word) and not _YEARS_ONLY.fullmatch(word):
            found.append(word)
    return tuple(found)


_NO_NAMES = (
    vocabulary.STOP_WORDS,
    vocabulary.MONTHS,
    CURRENCIES,
    CURRENCY_WORDS,
    THINGS,
)


def _is_name(word: str) -> bool:
    lower = word.lower()
    taken = any(lower in table for table in _NO_NAMES)
    return not taken and not _metric(lower) and not _topic(lower) and not places_in(word)


def _terms(text: str, kind: str, lower: str) -> tuple[str, ...]:
    """The words that are neither asking words nor places nor years."""
    without = _without_places(text)
    asking = {w for listed in vocabulary.TOPICS.values() for w in listed.split()}
    kept = []
    for word in words(without):
        bare = word.strip(".-")
        if bare.isdigit() or len(bare) < 2 or _YEARS_ONLY.fullmatch(bare):
            continue
        is_asking = bare in asking or _metric(bare) or bare in CURRENCIES or bare in CURRENCY_WORDS
        if bare in vocabulary.STOP_WORDS or bare in SYMBOLS or (is_asking and bare not in vocabulary.ASPECTS):
            continue
        kept.append(bare)
    kept += [
        _COUNTED[n] for n in re.findall(r"\b(?:top|largest|biggest|leading|first) (\d|ten|three|four|five)\b", lower)
    ]
    listed = [w for w in _listed_words(lower) if w not in vocabulary.STOP_WORDS] if kind == "list" else []
    return tuple(dict.fromkeys((*kept, *listed)))


_COUNTED = {str(n): w for n, w in enumerate("zero one two three four five six seven eight nine".split())} | {
    w: w for w in ("three", "four", "five", "ten")
}

_YEARS_ONLY = re.compile(r"(?i:fy|cy|ye|h|q)?'?\d{1,4}(?:[-–/]\d{1,4})?s?")


def _without_places(text: str) -> str:
    for start, end, _ in places_asked(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
