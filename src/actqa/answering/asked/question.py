"""What a question asks: its kind, its metric, and the slots an answer must match."""

import re
from dataclasses import dataclass, field, replace

from actqa.answering.asked import vocabulary
from actqa.answering.asked.asides import without_asides
from actqa.answering.asked.editions import without_edition
from actqa.answering.asked.everyday import in_plain_words
from actqa.answering.asked.excepted import without_excepted, without_left_out
from actqa.answering.asked.kinds import DRIVES, EXPECTED, LISTED, QuestionKind, kind_asked, leader_asked, metric_asked
from actqa.answering.asked.measures import unit_asked
from actqa.answering.asked.places import places_asked, places_in
from actqa.answering.asked.relative_years import dated
from actqa.answering.asked.words import WORD, is_range, stem, words
from actqa.figures.grammar import CURRENCIES, CURRENCY_WORDS, SYMBOLS, THINGS


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
    of_others: bool = False
    """Whether what somebody else estimates is asked for, or an earlier edition."""
    is_present: bool = False
    """Whether today's figure is asked for."""
    is_past: bool = False
    """Whether growth up to now is asked for: `historical CAGR`, `growth before 2025`."""
    excepted: frozenset[str] = frozenset()
    """Stems of what is asked to be left out of a list: `apart from glass`."""
    left_out: str = ""
    """What is asked to be left out of a figure, as asked: `batteries`."""
    history: tuple[str, ...] = field(default=(), compare=False)
    """Earlier questions that it goes on from."""


def understand(text: str) -> Question:
    """The question by itself; `history.complete` fills in what it leaves to those before."""
    scoped, left_out = without_left_out(written_out(without_edition(without_asides(text))))
    if left_out and is_scoped(asked := _understood(scoped)):
        return replace(asked, left_out=left_out)
    plain = written_out(without_edition(without_asides(_ASIDE.sub("", text))))
    without, excepted = without_excepted(plain)
    if excepted:
        asked = _understood(without)
        if asked.kind == "list" and not asked.metric:
            return replace(asked, excepted=excepted)
    return _understood(plain)


_SCOPED = {"size", "growth", "yoy"}
"""Metrics of a market, or of a part of it, that may be told without something."""


def is_scoped(asked: Question) -> bool:
    """Whether its figure may be told without something."""
    return asked.kind == "figure" and asked.metric in _SCOPED and not asked.operation and not asked.topic


def _understood(plain: str) -> Question:
    lower = " ".join(plain.lower().split())
    years = years_in(plain)
    metric, topic = metric_asked(lower), "drivers" if DRIVES.match(lower) else _topic(_uncalled(plain))
    if not metric and not topic and _OTHERS.search(lower) and len(lower.split()) <= SHORT:
        metric = "size"
    if not metric and not topic and (EXPECTED.match(lower) or (years and re.search(r"\bmarkets?\b", lower))):
        metric = "size"
    is_bare = not metric and not topic and bool(_BARE_YEAR.fullmatch(without_places(lower).strip(" ,?.")))
    if is_bare:
        metric = "size"
    if not metric and not topic and (_BARE_MARKET.fullmatch(lower) or (years and _BARE_FIGURE.search(lower))):
        metric = "size"
    if metric == "share" and _GAP.search(lower) and not _OF_SHARES.search(lower) and unit_asked(lower):
        metric = "size"
    kind = kind_asked(lower, metric, topic, years)
    is_past = metric == "growth" and kind == "figure" and bool(_PAST.search(lower))
    if is_past and _BEFORE.search(lower):
        years = ()
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
        names=names_in(plain),
        terms=asked,
        stems=frozenset(stem(part) for word in asked for part in {word, *word.split("-")} if part),
        operation=operation,
        unit="" if metric == "price" and unit_asked(lower) == "volume" else unit_asked(lower),
        counted=kind == "list" and bool(re.search(r"\bhow many\b|\bnumber of\b", lower)),
        leader=leader_asked(lower),
        says_what=bool((metric and not is_bare) or topic or opened or kind == "list" or operation),
        of_others=bool(_OTHERS.search(lower)),
        is_present=not years and bool(_PRESENT.search(lower)),
        is_past=is_past,
    )


SHORT = 8
"""Words of a question that asks but for what another edition or house says."""
_ASIDE = re.compile(
    r"\s*\((?:not|without|excluding|except|as opposed to|as against|rather than|instead of|unlike) [^)]*\)"
)


def written_out(text: str) -> str:
    """The text with what busy people shorten written out, and years named from today's in digits."""
    for short, full in vocabulary.SHORT_PLACES:
        text = re.sub(short, full, text, flags=re.IGNORECASE)
    text = _TOP_TEN.sub("ten", text)
    return in_plain_words(dated(" ".join(_SHORT.sub(_in_full, text).split())))


_TOP_TEN = re.compile(
    r"(?<=\btop )10\b(?!\s?%| per ?cent|[.,]\d)|(?<![\w.,-])10(?= (?:largest|biggest|leading)\b)", re.IGNORECASE
)
"""As it is told nearly everywhere; digits up to nine are read as words further on."""


_SHORT = re.compile(r"(?<![\w$€£.&-])[A-Za-z][\w'’-]*(?![\w$]|&\w|\.\w)")


def _in_full(found: re.Match[str]) -> str:
    word = found.group()
    is_name = word.isupper() and len(word) > 1 and word not in vocabulary.IN_CAPITALS
    return word if is_name else vocabulary.ABBREVIATIONS.get(word.lower(), word)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?(\d\d)(?!\d)")
_SHORT_YEARS = re.compile(r"(?<![\d.$€£])['’]?(\d\d)\s?(?:[-–/]|to)\s?['’]?(\d\d)(?![\d%.])")
_SHORT_YEAR = re.compile(r"(?:['’]|\b(?:FY|YE|CY) ?'?)(\d\d)(?![\d%.])", re.IGNORECASE)


_LAST_YEAR = re.compile(
    r"\b(?:in|by|for|size|value|revenue|sales|share|market|mkt|volume|demand) (1[5-9]|[2-4]\d)(?=[ ?.!]*$)",
    re.IGNORECASE,
)
"""Two digits that a question ends with: `size 23`, `by 30?`"""


def years_in(text: str) -> tuple[int, ...]:
    """Years, also as `25-31`, `'27` and `FY24`."""
    full = [int(y) for y in _YEAR.findall(text)]
    spans = [(int(a), int(a) // 100 * 100 + int(b)) for a, b in _YEAR_SPAN.findall(text)]
    short = [(2000 + int(a), 2000 + int(b)) for a, b in _SHORT_YEARS.findall(text) if not full]
    pairs = [y for pair in (*spans, *short) if pair[0] < pair[1] for y in pair]
    single = [2000 + int(y) for y in _SHORT_YEAR.findall(text) if not full and not pairs]
    single = single or [2000 + int(y) for y in _LAST_YEAR.findall(text) if not full and not pairs]
    return tuple(dict.fromkeys([*full, *pairs, *single]))


def _uncalled(text: str) -> str:
    """In lower case, without names of several words: Products, of Air Products, asks for no products."""
    return " ".join(_CALLED.sub(" ", text).lower().split()) if not text.istitle() else text.lower()


_CALLED = re.compile(r"(?<!^)(?<![?.!] )\b[A-Z][a-z]+(?: (?:and |& )?[A-Z][a-z]+)+\b")


def _topic(lower: str) -> str:
    asked = {part for w in words(lower) for part in (w, *w.split("-"))}
    return next((topic for topic, listed in vocabulary.TOPICS.items() if asked & set(listed.split())), "")


_BARE_YEAR = re.compile(r"(?:(?:in|by|for|at|and|the|of)\b ?)*(?:fy ?)?(?:19|20)\d\d")
"""But a year, which asks for the size then."""
_PRESENT = re.compile(r"\b(?:now|today|todays|today's|currently|current|this year|so far)\b")
_BEFORE = re.compile(r"\b(?:before|prior to) (?:19|20)\d\d\W*$")
_PAST = re.compile(rf"\b(?:past|historic|historical|historically|so far|to date|up to now)\b|{_BEFORE.pattern}")
_BARE_MARKET = re.compile(
    r"(?!(?:what|who|why|how|where|when|which|is|are|do|does|tell|explain|describe|define)\b)"
    r"(?:(?:[\w&/'-]+ ){1,5}markets? in (?:the )?[\w ]{2,30}|(?:the )?(?:(?:[\w&/'-]+ ){0,3})markets? (?:now|today|"
    r"currently)|"
    r"(?:the )?markets? for [\w &/'-]{3,40})\W*"
)
"""`Electric ferry market in Spain`, `market for garden boats`, `market now`: asks for nothing, and so for the size."""


_OTHERS = re.compile(
    r"\b(?:other|rival|rivals|another|previous|earlier|old|older|prior|last|second|alternative|competing|different) "
    r"(?:(?:market|size|growth) )?(?:editions?|estimates?|publishers?|releases?|reports?|house|sources?|figures?|"
    r"numbers?|"
    r"forecasts?|stud(?:y|ies)|opinions?|consultanc(?:y|ies)|firms?)(?:['’]s)?\b"
)
_BARE_FIGURE = re.compile(r"\b(?:figure|number|value)s?\b(?! of)")


def _operation(lower: str, kind: str, years: tuple[int, ...]) -> str:
    if kind != "figure":
        return ""
    found = (name for name, asking in vocabulary.OPERATIONS.items() if re.search(asking, lower))
    operation = next((name for name in found if name != "change" or len(years) > 1), "")
    if operation == "value" and _IMPACT.search(lower):
        return ""
    if operation == "gap" and len(years) > 1 and not _OF_SHARES.search(lower):
        operation = "increase"
    if operation in {"increase", "gap"} and len(years) > 1 and _IN_PERCENT.search(lower):
        return "change"
    if operation == "increase" and len(years) == 1 and _GREW.search(lower):
        return ""
    return "" if operation == "increase" and len(years) == 1 and _ADDED.search(lower) else operation


_GAP = re.compile(r"\b(?:gap|spread) between\b")
_OF_SHARES = re.compile(r"\b(?:shares?|points?|pp|pts|slice|portion|part)\b|%|\bpercent")
_IMPACT = re.compile(r"\b(?:impact|effect|influence|drag|pull|boost|weight)\b.*\bon\b")
"""Asks what something does to a rate, not for a value at that rate."""
_IN_PERCENT = re.compile(r"\bin (?:%|percent|per cent)|\b(?:percent|%)-?(?:wise)?\W*$|\bas an? (?:%|percent)")
_GREW = re.compile(
    r"\bhow (?:much|far) (?:did|does|will|has|have)\b[^$€£]*\b(?:grow|grew|rise|rose|increase|expand|climb)"
    r"\w* in (?:19|20)\d\d\W*$"
)
_ADDED = re.compile(
    r"\bhow many\b.*\b(?:added|installed|commissioned|put up|opened|built)\b.*\b(?:in|during) (?:19|20)\d\d\b"
)
"""Asks for what a year brings, which is no growth between two years."""


def _listed_words(lower: str) -> tuple[str, ...]:
    found = LISTED.match(lower)
    return tuple(words(found[1])) if found else ()


def names_in(text: str, *, opens: bool = True) -> tuple[str, ...]:
    """Capitalised words and acronyms that are no places, and do not open the question, if the text does."""
    found: list[str] = []
    spans = [(start, end) for start, end, _ in places_asked(text)]
    for at, match in enumerate(WORD.finditer(text)):
        if any(start <= match.start() < end for start, end in spans):
            continue
        word = re.sub(r"['’]s?$", "", match.group())
        if _OF_A_REPORT.match(text, match.end()):
            continue
        if (at or not opens) and word[0].isupper() and _is_name(word) and not _YEARS_ONLY.fullmatch(word):
            found.append(word)
    return tuple(found)


_OF_A_REPORT = re.compile(r"\s(?:report|study|paper|page|article)\b", re.IGNORECASE)
"""Behind the name of who wrote it."""
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
    return not taken and not metric_asked(lower) and not _topic(lower) and not places_in(word)


def _terms(text: str, kind: str, lower: str) -> tuple[str, ...]:
    """The words that are neither asking words nor places nor years."""
    without = _CURRENT.sub(" ", _PER.sub(" ", _AGO.sub(" ", without_places(text))))
    asking = {w for listed in vocabulary.TOPICS.values() for w in listed.split()}
    kept = []
    for word in words(without):
        bare = word.strip(".-")
        if (
            bare.isdigit()
            or len(bare) < 2
            or bare.endswith(("-year", "-yr"))
            or (_YEARS_ONLY.fullmatch(bare) and not is_range(bare))
            or _AMOUNT.fullmatch(bare)
        ):
            continue
        is_asking = bare in asking or metric_asked(bare) or bare in CURRENCIES or bare in CURRENCY_WORDS
        if bare in vocabulary.STOP_WORDS or bare in SYMBOLS or (is_asking and bare not in vocabulary.ASPECTS):
            continue
        kept.append(bare)
    kept += [_COUNTED[n] for pair in _TOP.findall(lower) for n in pair if n]
    listed = [w for w in _listed_words(lower) if w not in vocabulary.STOP_WORDS] if kind == "list" else []
    return tuple(dict.fromkeys((*kept, *listed)))


_PER = re.compile(
    r"\bper (?:(?:cubic|square) )?(?:met(?:er|re)s?|feet|foot|hectolit(?:er|re)s?|lit(?:er|re)s?|gallons?|barrels?|"
    r"tons?|tonnes?|"
    r"kg|kilos?|kilograms?|pounds?|lbs?|units?|pieces?|m2|m3|sqm)\b",
    re.IGNORECASE,
)
"""What a price is told of, which is no thing of its own."""
_AMOUNT = re.compile(r"\d[\d.,]*(?:k|m|mn|b|bn|tn)?")
_NUMBER = r"([2-9]|ten|two|three|four|five)"
_FIRST = r"(?:top|largest|biggest|leading|first|big)"
_TOP = re.compile(rf"\b{_FIRST} {_NUMBER}\b|\b(?<!\d )(?<!-){_NUMBER} (?:\w+ )?{_FIRST}\b")
"""`The top 5`, `the three largest`."""
_AGO = re.compile(r"\b[\w-]+ (?:years?|months?|decades?) ago\b", re.IGNORECASE)
"""How long ago it was, beside the year that is asked for."""
_CURRENT = re.compile(
    r"(?<!direct )(?<!alternating )(?<!eddy )\bcurrent (?=(?:[\w-]+ ){0,3}(?:market|size|value|worth|share|revenue|"
    r"volume|valuation)s?\b)",
    re.IGNORECASE,
)
"""Today's, and no thing's name."""
_COUNTED = {str(n): w for n, w in enumerate("zero one two three four five six seven eight nine".split())} | {
    w: w for w in ("two", "three", "four", "five", "ten")
}

_YEARS_ONLY = re.compile(r"(?i:fy|cy|ye|h|q|mid-|early-|late-)?'?\d{1,4}(?:[-–/]\d{1,4})?s?")


def without_places(text: str) -> str:
    """The text with the names of places left blank."""
    for start, end, _ in places_asked(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
