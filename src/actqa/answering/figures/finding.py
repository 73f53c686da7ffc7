"""What is asked against what is stated, slot by slot: metric, unit, year, place, and whose the figure is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actqa.answering.asked.excepted import leaves_out
from actqa.answering.asked.kindred import kin
from actqa.answering.asked.parts_of_year import fits_part, leaning
from actqa.answering.asked.places import places_in
from actqa.answering.asked.proper_names import name_groups
from actqa.answering.asked.question import Question, years_in
from actqa.answering.asked.relative_years import this_year
from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import is_plain, is_range, stem, stems, words
from actqa.answering.seen.slots import Slots
from actqa.answering.seen.stated import COUNTS, PRICE, Stated
from actqa.answering.seen.units import LEANS, OPENING
from actqa.answering.seen.view import ReportView
from actqa.figures.arithmetic import base
from actqa.places import find as find_places
from actqa.places import lies_in
from actqa.retrieval import Nearness

METRICS = {
    "size": ("size", "amount"),
    "growth": ("growth",),
    "yoy": ("yoy", "growth"),
    "share": ("share", "part"),
    "contribution": ("share", "part", "growth"),
    "price": ("price", "amount"),
    "moved": ("change", "growth", "yoy", "increase", "part", "share"),
    "utilization": ("part", "share", "growth", "change"),
    "average": ("price", "amount", "part", "share", "size"),
    "deal": ("deal", "price", "amount"),
    "increase": ("increase", "part", "growth", "share"),
    "count": ("amount", "size"),
    "": ("size", "amount", "share", "part", "growth", "price", "multiple"),
}
"""Metric asked for → metrics that answer."""

OPEN = {"average", "moved", "utilization"}
"""Metrics that may be told in percent or in a measure."""
TOLD = {"size", "growth"}
"""Metrics for which the facts' word is taken that a figure is the market's, where its own words leave that open."""
PERCENT = {"growth", "yoy", "share", "contribution"}
TIME_UNITS = {"years", "months", "days", "weeks", "hours"}
ENOUGH = 0.5
"""The part of the words asked for that must be said of a figure."""
TELLING = 0.36
"""The same with each word counting by how telling it is: horses more than premiums."""
GROWTH_PART = re.compile(r"contribut|\bof (?:the )?(?:\w+ )?(?:growth|increment|increase)\b", re.IGNORECASE)
"""Says that a percentage is a part of the growth."""
LIKE = 0.62
"""Cosine of question and sentence from which other words may stand for those asked."""
BESIDE = {"clause": 1.0, "unit": 0.7, "around": 0.6, "before": 0.6}
"""What a word asked for counts, by where it is said."""


@dataclass(frozen=True, slots=True)
class Match:
    """A figure that answers."""

    stated: Stated
    score: float
    covered: float
    leans: bool = False
    """Whether its words name nothing, and point at what the sentence or title before names."""


def find(
    question: Question,
    slots: Slots,
    view: ReportView,
    near: Nearness,
    among: Sequence[Stated] | None = None,
) -> list[Match]:
    """Figures that match every slot, best first, `among` those of the view if no others are given."""
    fitting = [s for s in (view.stated if among is None else among) if _fits(question, s) and in_years(question, s)]
    if question.is_past:
        fitting = [s for s in fitting if _is_past(s, view)]
    if slots.is_whole and question.metric in TOLD and not any(s.whole for s in fitting):
        fitting = [replace(s, whole=True) for s in fitting if s.told_of_market]
    if question.metric == "increase" and any(s.metric == "increase" for s in fitting):
        fitting = [s for s in fitting if s.metric in {"increase", "part"}]
    if slots.is_whole and question.metric == "size" and question.years and not any(s.whole for s in fitting):
        fitting = [replace(s, whole=True) if _is_of_world(s) else s for s in fitting]
    if slots.is_whole and question.metric == "utilization":
        fitting = [replace(s, whole=True) if not (s.places or view.names.within(s.said)) else s for s in fitting]
    if slots.is_whole and question.metric in {"count", "price"}:
        fitting = [replace(s, whole=True) if _counts_all(question, s, view) else s for s in fitting]
    matches = []
    for stated in fitting:
        covered = _covered(question, slots, stated, view, near)
        if covered is not None:
            score = _score(question, slots, stated, view, near[stated.unit.unit.number], covered)
            matches.append(Match(stated, score, covered, _leans(stated, slots, view)))
    return sorted(matches, key=lambda m: -m.score)


_HISTORY = re.compile(r"\b(?:historic|historical|historically|past)\b", re.IGNORECASE)


def _is_past(stated: Stated, view: ReportView) -> bool:
    """Whether a rate is of years that are over, by its words or by the report's base year."""
    if _HISTORY.search(f"{stated.clause} {stated.unit.heads}"):
        return True
    base_year = view.facts.report.base_year or this_year() - 1
    return stated.period is not None and stated.period[1] <= base_year


def _leans(stated: Stated, slots: Slots, view: ReportView) -> bool:
    return bool(LEANS.search(stated.unit.text[:OPENING])) and not view.names.within(stated.said - slots.all)


def _fits(question: Question, stated: Stated) -> bool:
    """Metric and unit."""
    figure = stated.figure
    if stated.unit.is_head or stated.is_denied or stated.metric not in METRICS[question.metric]:
        return False
    is_open = question.metric == "increase" and not question.unit and not question.years
    is_open = is_open and not _ABSOLUTE.search(question.text)
    may_be_either = is_open or question.metric in OPEN
    if question.metric and not may_be_either and (figure.kind == "percent") != (question.metric in PERCENT):
        return False
    if question.metric == "contribution" and not GROWTH_PART.search(f"{stated.unit.text} {stated.clause}"):
        return False
    if question.metric == "share" and _OF_TOTAL.search(question.text) and _of_some_thing(stated):
        return False
    if stated.metric == "part" and question.metric == "share" and stated.unit.unit.kind != "row":
        return bool(stated.said) and stated.figure.text[:1].isdigit() and not _is_charge(question, stated)
    if question.metric == "yoy" and stated.metric == "growth" and not _is_of_a_year(stated):
        return False
    if _is_of_else(question, stated):
        return False
    if question.unit == "time":
        return figure.unit.split(" ")[-1] in TIME_UNITS
    may_be_time = question.metric == "average" or (question.metric == "count" and _TIME.search(question.text))
    if not may_be_time and figure.unit.split(" ")[-1] in TIME_UNITS and question.metric:
        return False
    return _in_unit(question, stated)


_ABSOLUTE = re.compile(r"\babsolute\b", re.IGNORECASE)
_OF_TOTAL = re.compile(
    r"\bof (?:the |all |its )?(?:\w+ )?(?:total|whole|market|revenues?|sales|turnover|industry)\b", re.IGNORECASE
)
_OF_A_THING = re.compile(
    r"\s?of (?!(?:the |all |its |total |overall |global |world )*(?:[\w-]+ ){0,4}?(?:total|whole|market|revenues?|"
    r"sales|turnover|industry|demand|value|volumes?|output|shipments|units|consumption|production|capacity|spending)\b)",
    re.IGNORECASE,
)


def _of_some_thing(stated: Stated) -> bool:
    """Whether the percentage is of something else than the market: `recovers 95% of the nickel`."""
    return stated.unit.unit.kind != "row" and bool(_OF_A_THING.match(stated.unit.text.partition(stated.figure.text)[2]))


def _is_charge(question: Question, stated: Stated) -> bool:
    """Whether the percentage is a duty, a discount and the like, which are no parts of what is asked about."""
    ahead = stated.unit.text.partition(stated.figure.text)[0]
    return stated.figure.value > 100 or bool(_CHARGE.search(ahead) and not _CHARGE.search(question.text))


_CHARGE = re.compile(
    r"\b(?:dut(?:y|ies)|tariffs?|tax(?:es)?|lev(?:y|ies)|discounts?|rebates?|margins?|surcharges?|commissions?|fines?|"
    r"interest)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Ahead of a percentage that is charged on something, or taken off it."""


def _is_of_else(question: Question, stated: Stated) -> bool:
    """Whether the words say that the figure is of another sort than is asked for."""
    kind = stated.figure.kind
    if question.metric == "utilization":
        return kind != "percent" or not _RUN.search(stated.unit.text)
    if question.metric == "price":
        is_sum = kind == "money" and stated.metric != "price" and " " in stated.figure.unit
        is_sum = is_sum and not _SPENT.search(stated.clause)
        return kind not in {"money", "percent"} or is_sum
    if question.metric == "size" and stated.metric == "amount" and _counts_no_goods(question, stated):
        return True
    return question.metric == "share" and _is_surveyed(question, stated)


_MARKETS = re.compile(r"\b(?:markets?|industry|business|sector)\b", re.IGNORECASE)
_TRADED = re.compile(
    r"\b(?:markets?|industry|volumes?|sales|sold|sell\w*|bought|buy\w*|purchas\w*|ship(?:s|ped|ments?)?|deliver\w*|"
    r"demand\w*|consum\w*|produc\w*|output|made|built|install\w*|capacity|stood|reach\w*|totall?\w*|amount\w*|"
    r"worth|use[sd]?|uptake|import\w*|export\w*|suppl\w*|orders?)\b",
    re.IGNORECASE,
)
"""Says of a number of things that they are bought or sold, or all there are."""


def _counts_no_goods(question: Question, stated: Stated) -> bool:
    """Whether a market's size is asked for, and what is counted is no goods: `one vet looks after 200 farms`."""
    is_market = stated.figure.kind == "quantity" and not question.unit and bool(_MARKETS.search(question.text))
    thing = stem(stated.figure.unit.split(" ")[-1].lower())
    return is_market and thing not in question.stems and not _TRADED.search(f"{stated.clause} {stated.unit.heads}")


_SPENT = re.compile(
    r"\b(?:acqui\w*|deal|rais\w+|fund\w*|invest\w*|bought|buy\w*|purchas\w*|stake|round|spen[dt]\w*|costs?|prices?|"
    r"paid|"
    r"pays?|sold|bill)\b",
    re.IGNORECASE,
)
"""Says that a sum is what something costs."""
_RUN = re.compile(
    r"\b(?:ran|runs?|running|operat\w+|work\w*|produc\w+) at\b|\b(?:operating|run) rates?\b|"
    r"\b(?:full|occup\w+|utili[sz]\w+|load factors?)\b|\bof (?:its |their |the )?(?:rated|nameplate|installed)\b",
    re.IGNORECASE,
)
"""Says how much of what it could do something does."""
_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?)\b", re.IGNORECASE)
_SURVEY = re.compile(
    r"\b(?:survey(?:ed)?|respondents?|polled|said (?:that )?they|told us|interviewed)\b|\b(?:domestic|local|home|"
    r"national) market\b",
    re.IGNORECASE,
)
"""Of a percentage of those who were asked, or of another whole than the market."""


def _is_surveyed(question: Question, stated: Stated) -> bool:
    """Whether a place's percentage is of people asked there, or of its own market, and nothing of that is asked for."""
    bare = (bool(question.places) and not stated.is_known) or bool(_SURVEY.search(stated.clause))
    return bare and bool(_SURVEY.search(stated.unit.text)) and not question.names and not (question.stems & stated.said)


def _is_of_a_year(stated: Stated) -> bool:
    if stated.period is None:
        return stated.year is not None
    return stated.period[1] - stated.period[0] == 1


def _in_unit(question: Question, stated: Stated) -> bool:
    thing = base(stated.figure.value, stated.measure or stated.figure.unit)[1]
    is_money = _is_money(stated)
    if question.metric in PERCENT:
        is_volume = (bool(stated.measure) and not is_money) or bool(
            _BY_VOLUME.search(f"{stated.clause} {stated.thought}")
        )
        return is_volume or question.unit != "volume" or not (stated.measure or question.metric == "growth")
    if question.metric == "count" and question.unit in {"", "volume", "money"}:
        return not is_money
    if question.unit == "volume":
        return not is_money and not (_PIECES.search(question.text) and thing.isupper())
    if question.unit == "money":
        return is_money
    return not question.unit or thing == question.unit


_BY_VOLUME = re.compile(r"\b(?:volumes?|units?|shipments?|tonnage|tons|tonnes|quantit\w+|capacity)\b", re.IGNORECASE)
_PIECES = re.compile(r"\b(?:units?|pieces?)\b", re.IGNORECASE)
"""What is asked for by the piece is not told in GW or TEU."""


def _is_money(stated: Stated) -> bool:
    thing = base(stated.figure.value, stated.measure or stated.figure.unit)[1]
    return len(thing) == 3 and thing.isupper() and thing != "TEU"


def in_years(question: Question, stated: Stated) -> bool:
    """Whether the figure belongs to the year asked for; where two are asked for, to the time between them."""
    if not question.years:
        return True
    asked = question.years
    if question.metric == "yoy" and stated.metric == "growth" and stated.period and not _is_one_year(stated.period):
        return False
    if stated.metric in {"growth", "yoy", "increase"} or (stated.year is None and stated.period):
        if stated.period is None:
            said = {int(f.value) for f in stated.unit.figures if f.kind == "year"}
            return set(asked) <= said
        since, until = stated.period
        if len(asked) > 1:
            return (min(asked), max(asked)) == (since, until) or (max(asked) == until and min(asked) + 1 == since)
        return (since <= asked[0] <= until and stated.metric == "growth") or asked[0] in (since, until)
    if stated.year is not None:
        return stated.year in asked
    named = set(years_in(stated.clause))
    said = named if len(named) == 1 else {int(f.value) for f in stated.unit.figures if f.kind == "year"}
    if not said and stated.carried is not None:
        return stated.carried in asked
    return len(said) == 1 and said <= set(asked)


def _is_one_year(period: tuple[int, int]) -> bool:
    return period[1] - period[0] == 1


def _covered(question: Question, slots: Slots, stated: Stated, view: ReportView, near: Nearness) -> float | None:
    """The part of the words asked for that is said of the figure; None where it is said of something else."""
    if _is_of_another(question, slots, stated, view):
        return None
    if slots.is_whole:
        return 1.0 if stated.whole or TOP.search(question.own) else None
    if not slots.all:
        return None if _PART.search(stated.clause) else 1.0
    own = view.subject - slots.all  # the market's own words stand by every figure, and are kin of some that are asked
    clause, unit, around, before = ((s - own, BESIDE[w]) for s, w in zip(_said(stated), BESIDE, strict=True))
    others = [n for n in view.names.within(stated.said) if n.kind != "dimension" and not n.stems <= slots.all]
    strict = bool(others) and bool(slots.names)
    if slots.must and _part(slots.must, (clause,) if strict else (clause, unit, around, before)) < ENOUGH + 0.05:
        return None
    where = (clause, unit, around) if stated.whole else (clause, unit, around, before)
    whole = _part(slots.all, where)
    if _part(slots.all, where, view.wording.telling) < TELLING:
        return None
    if whole >= ENOUGH:
        return whole
    return whole if slots.unknown and not others and near[stated.unit.unit.number] >= LIKE else None


def _is_of_another(question: Question, slots: Slots, stated: Stated, view: ReportView) -> bool:
    """Whether the figure is of another part of the year, company, name, number of leaders or place than asked for."""
    told_of = stated.said | stated.unit.stems | stated.unit.before
    named = (g for g in name_groups(question) if g & view.stems & slots.all)
    return (
        not fits_part(question.text, stated.clause, stated.unit.text)
        or (bool(stated.joint) and not _are_asked_together(stated, slots.all | question.stems | _named(slots)))
        or any(n.kind == "player" and not n.stems & told_of for n in slots.names)
        or any(not group & told_of for group in named)
        or any(number in slots.all and number not in stated.said | stated.beside for number in _NUMBERS)
        or not _is_of_as_many(question, stated)
        or (_asks_of_prices(question) and not PRICE.search(f"{stated.clause} {stated.thought} {stated.unit.heads}"))
        or (bool(question.left_out) and not is_told_without(stated, question.left_out))
        or _is_of_another_kind(question, slots, stated)
        or _is_of_another_class(slots, stated)
        or _is_of_another_half(slots, stated, view)
        or (slots.places != stated.places and not _places_fit(slots, stated, view))
    )


def is_told_without(stated: Stated, thing: str) -> bool:
    """Whether the figure's own words say that the thing is left out; those of its sentence may where they say of
    nothing that it is included."""
    near = stated.clause if _INCLUDED.search(stated.unit.text) else f"{stated.unit.text} {stated.unit.heads}"
    return leaves_out(near, thing) or leaves_out(stated.clause, thing)


_INCLUDED = re.compile(r"\binclu(?:des?|ded|ding|sive)\b|\bwith (?:and|or) without\b", re.IGNORECASE)
_PRICES = re.compile(r"\bprices?\b", re.IGNORECASE)
_NO_PRICES = {"growth", "yoy", "moved", "increase", "share", "size"}
"""Metrics that what is asked of prices may be taken for."""


def _asks_of_prices(question: Question) -> bool:
    """Whether what prices do is asked for: the growth of a market is none of them."""
    asks = bool(_PRICES.search(question.own)) and question.metric in _NO_PRICES
    return asks and question.operation not in {"price", "proportion", "part"}


def _is_of_another_class(slots: Slots, stated: Stated) -> bool:
    """Whether a class is asked for by its bounds, and the figure is told with other bounds, with none, or with all."""
    asked = frozenset(s for s in slots.all if s.isdigit() and len(s) > 1)
    own = _classes(f"{stated.subject} {stated.clause}")
    return bool(asked) and (own or _classes(stated.unit.around.rpartition(" › ")[2])) != asked


def _is_of_another_half(slots: Slots, stated: Stated, view: ReportView) -> bool:
    """Whether one half of a market of two is asked for, and the figure is of the other, or of both."""
    others = view.names.other_halves(slots.names)
    halves = frozenset[str]().union(*(half.stems for half in view.names.halves if half in slots.names))
    told = stated.said if (halves | others) & stated.said else stated.beside
    return bool(others) and (bool(others & told) or not halves & told)


def _classes(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if is_range(word))


def _is_of_another_kind(question: Question, slots: Slots, stated: Stated) -> bool:
    """Whether what is asked of one kind of thing is said of another: of curved rails, where straight ones are asked."""
    told_of = stated.said | stated.unit.said
    told = [stem(word) for word in words(stated.clause)]
    asked = [stem(word) for word in words(question.own)]
    for kind, thing in pairwise(asked):
        if not {kind, thing} <= slots.all or kind in told_of or kin(kind) & told_of:
            continue
        others = {before for before, at in pairwise(told) if at == thing and before not in asked}
        if others and all(map(_tells_kind, others)):
            return True
    return False


def _tells_kind(stemmed: str) -> bool:
    return len(stemmed) > LETTERS and not is_plain(stemmed) and stemmed not in STOP_WORDS and not stemmed[0].isdigit()


LETTERS = 2
"""More than so many has a word that tells a kind."""


def _is_of_as_many(question: Question, stated: Stated) -> bool:
    """Whether the figure is of the top 20 where it is asked for those, and not of the top 100."""
    asked = TOP.search(question.own)
    told = TOP.findall(f"{stated.subject} {stated.clause}") if asked else []
    return asked is None or asked[1] in (told or TOP.findall(stated.unit.text))


TOP = re.compile(r"\b(?:top|first|leading|largest) (\d{2,3})\b", re.IGNORECASE)


_NUMBERS = frozenset(map(stem, COUNTS[2:6]))
"""How many the leading ones are that are asked for; only a figure's own words tell that."""


def _named(slots: Slots) -> frozenset[str]:
    return stems(" ".join(slots.places))


def _are_asked_together(stated: Stated, asked: frozenset[str]) -> bool:
    """Whether all of those are asked for who have it together, be it by how many they are."""
    count = stem(COUNTS[len(stated.joint)])
    return count in asked or all(member & asked for member in stated.joint)


_VALUE = re.compile(r"\bvalue\b(?! (?:chain|added|proposition))", re.IGNORECASE)
_PART = re.compile(
    r"\b(?!(?:the|this|that|its|each|regional|country)\b)[\w-]+ (?:segment|category|class)\b"
    r"|\b(?:segment|category|class) of\b",
    re.IGNORECASE,
)
"""How a figure of a place is told to be that of a segment there."""


def _is_of_world(stated: Stated) -> bool:
    """Whether the words give a size of all the world, or in total, and name no part."""
    return bool(_WORLD.search(stated.clause)) and stated.metric == "amount" and not stated.places and _is_money(stated)


_WORLD = re.compile(r"\b(?:global(?:ly)?|world(?:wide)?|across the globe|in total|overall)\b", re.IGNORECASE)
_AVERAGE_PRICE = re.compile(r"\baverage (?:selling )?price|\basp\b", re.IGNORECASE)


def _counts_all(question: Question, stated: Stated, view: ReportView) -> bool:
    """Whether it counts the report's own goods, and no kind of them: those in service, say."""
    own = bool((stated.said | stated.unit.before) & view.subject) or bool(_AVERAGE_PRICE.search(stated.clause))
    own = (own or _is_counted_in(question, stated)) and not stated.places
    return own and not any(name.kind == "segment" for name in view.names.within(stated.said))


def _is_counted_in(question: Question, stated: Stated) -> bool:
    """Whether it is asked how many of the figure's own unit there are: `How many km of fence?`"""
    counted = _HOW_MANY.search(question.own.lower())
    return counted is not None and stem(counted[1]) == stem(stated.figure.unit.split(" ")[-1])


_HOW_MANY = re.compile(r"\bhow many (?:million |thousand |billion )?([a-z]+) of\b")


def is_said_of(slots: Slots, stated: Stated) -> bool:
    """Whether enough of the words that must be said of a figure are said of it, or around it."""
    where = tuple((said, BESIDE[at]) for said, at in zip(_said(stated), BESIDE, strict=True))
    return _part(slots.must or slots.all, where) >= ENOUGH


def _said(stated: Stated) -> tuple[frozenset[str], ...]:
    around = stated.unit.stems - stated.unit.said
    return stated.said | stems(stated.figure.unit), stated.beside, around, stated.unit.before


def _places_fit(slots: Slots, stated: Stated, view: ReportView) -> bool:
    """Whether the places are those asked for, or, where none are, do not matter beside the words asked for."""
    if slots.places:
        if slots.all and not stated.places and stated.unit.unit.kind == "row" and _IMPACT.search(stated.unit.heads):
            return slots.places <= frozenset(places_in(stated.unit.text))
        if inner := frozenset(p for p in slots.places if any(lies_in(p, whole) for whole in slots.places)):
            named = frozenset(found.name for found in find_places(stated.unit.text, cased=False))
            return inner == stated.places and slots.places <= named
        more = stated.places - slots.places
        if any(lies_in(part, whole) for part in more for whole in slots.places):
            return False
        return slots.places <= stated.places and (stated.is_known or len(stated.places) <= len(slots.places) + 1)
    return not slots.is_whole and bool(stated.places <= stated.unit.places)


_IMPACT = re.compile(r"\b(?:impact|effect|relevance)\b", re.IGNORECASE)
"""Over the columns of a table that tells what moves the market, and where."""


def _part(
    asked: frozenset[str],
    where: tuple[tuple[frozenset[str], float], ...],
    weigh: Callable[[str], float] = lambda stemmed: 1.0,
) -> float:
    """The part of the words that is said, each by what it weighs and where it stands."""
    if not asked:
        return 1.0
    found = ((weigh(s), max((worth for said, worth in where if is_said(s, said)), default=0.0)) for s in asked)
    weighed = [(weight, weight * worth) for weight, worth in found]
    return sum(worth for _, worth in weighed) / sum(weight for weight, _ in weighed)


def is_said(asked: str, said: frozenset[str]) -> bool:
    """Whether a stem is said, be it by another word for it, in another form or shortened."""
    if asked in said or kin(asked) & said:
        return True
    if len(asked) == SHORTENED:
        return any(s.startswith(asked) and len(s) > SHORTENED + 2 for s in said)
    return len(asked) > SHORTENED and any(s[:5] == asked[:5] for s in said)


SHORTENED = 4
"""Letters of a word that may be short for a longer one."""


def _off_time(question: Question, stated: Stated, base_year: int | None) -> float:
    """What a figure is put back by that is yet to come where one of today is asked for, in words or by naming no time,
    or the other way round."""
    if not stated.year or question.years:
        return 0.0
    latest = max(base_year or 0, this_year() - 1)
    if question.is_present:
        return 0.8 if stated.year > latest else 0.0
    if question.metric != "size":
        return 0.0
    is_to_come = stated.year > (base_year or latest)
    return 0.4 if is_to_come != bool(_TO_COME.search(question.text)) and (is_to_come or base_year) else 0.0


_TO_COME = re.compile(
    r"\b(?:will|would|going to|gonna|expect\w*|forecast\w*|project\w*|predict\w*|estimat\w*|anticipat\w*|outlook|"
    r"future|reach\w*|become|get(?:s|ting)?|end(?:s|ed)? up|by (?:the )?end|headed|heading|target|potential|coming|"
    r"next|ahead|later|long[- ]term|then)\b",
    re.IGNORECASE,
)
"""Asks for what is yet to come."""


_CUT = re.compile(r"\b(?:excluding|exclusive of|excl\.|without|not counting|leaving out)\s", re.IGNORECASE)
"""Says that a size is not the whole."""


def _score(question: Question, slots: Slots, stated: Stated, view: ReportView, similar: float, covered: float) -> float:
    others = [n for n in view.names.within(stated.said) if n.kind == "segment" and not n.stems <= slots.all]
    exact = 0.3 if question.metric and stated.metric == METRICS[question.metric][0] else 0.0
    dated = 0.3 if question.years and stated.year in question.years else 0.0
    known = 0.2 if stated.is_known else 0.0
    of_value = 0.5 if _VALUE.search(question.text) and _is_money(stated) else 0.0
    in_money = of_value + 0.3 if question.metric == "size" and not question.unit and _is_money(stated) else 0.0
    said = 0.1 * min(stated.weight, 4)
    early = 0.2 / (1 + stated.unit.unit.number / 20)
    sentence = 0.1 if stated.unit.text[-1:] == "." else 0.0
    elsewhere = 0.5 if not slots.places and stated.places else 0.0
    in_time = leaning(question.text, stated.clause)
    rival = 0.4 if stated.is_rival else 0.0
    cut = 0.5 if slots.is_whole and _CUT.search(stated.unit.text) and not question.left_out else 0.0
    base_year = view.facts.report.base_year
    is_past = bool(base_year and stated.year and stated.year < base_year)
    past = 0.5 if question.metric == "size" and not question.years and is_past else 0.0
    off = _off_time(question, stated, base_year)
    beside = min(0.35 * len(others), 0.7) if not slots.is_whole else 0.0
    return (
        covered
        + 0.6 * similar
        + exact
        + dated
        + known
        + in_money
        + said
        + early
        + sentence
        + in_time
        - elsewhere
        - beside
        - rival
        - cut
        - past
        - off
    )
