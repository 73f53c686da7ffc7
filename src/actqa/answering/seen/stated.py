"""Every figure of a report with the slots a question asks by: metric, year, period, whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actqa.answering.asked.places import places_in
from actqa.answering.asked.words import stems
from actqa.answering.seen.clauses import ITS, MARKET, NEGATED, Clause, Known, clauses_of, is_in_title
from actqa.answering.seen.names import Names
from actqa.answering.seen.told import Told, is_told, told_by_unit
from actqa.answering.seen.units import UnitView, without_dateline
from actqa.facts import ReportFacts
from actqa.facts.offers import offers_others
from actqa.figures import Figure
from actqa.reading import Report

RATE = re.compile(
    r"\bcagr\b|growth|\bgrow|compound|annual|year-over-year|yearly|\brise|\bexpan|a year\b|climb|\bp\.a\b|faster"
    r"|\b(?:shrank|shr[iu]nks?|shrinking|fell|fallen|contract(?:ed|ing|s)|declin(?:ed|es|ing)|slumped|slipped)\b",
    re.IGNORECASE,
)
YOY = re.compile(
    r"\byear[- ](?:over|on)[- ]year|\by-?o-?y\b|\b(?:more|up|less|down) (?:than|from|on) (?:the )?(?:year|previous|a "
    r"year)",
    re.IGNORECASE,
)
PRICE = re.compile(
    r"\bprice[sd]?\b|\bcosts?\b|\bper (?:kg|kilogram|unit|ton|tonne|patient|device|procedure|dose|liter|month|seat|"
    r"user)\b|\bfees?\b|\bpriced\b",
    re.IGNORECASE,
)
DEAL = re.compile(
    r"\bacqui|\bdeal\b|\braised\b|\bfunding\b|\binvest|\bbought\b|\bbuys?\b|\bmerger\b|\bstake\b|\bround\b|\bgrant\b",
    re.IGNORECASE,
)
INCREASE = re.compile(
    r"\b(?:grow|increase|rise|expand|surge|climb)\w*\s+by\b|\bincremental\b|\b(?:increase|growth|gain|rise) of\b|"
    r"\badd(?:s|ing|ed)?\b[^.;]{0,30}$|\babsolute\b|\bopportunity of\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\bshare|\baccount|\bcontribut|\bcaptur|\bheld\b|\bholds?\b|\bof (?:the |all |total )?(?:market|revenue|sales|"
    r"demand)|\bpart\b|\brepresent|\bmake up\b|\bmade up\b|\bcompris|\bproportion",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:cut|cuts|cutting|reduc\w+|lower\w*|sav(?:es|ed|ing)|rais(?:es|ed|ing)|boost\w*|improv\w+|"
    r"increas\w+|drop\w*|fall\w*|fell|rise[sn]?|rose|climb\w*|jump\w*|"
    r"declin\w+|shrink\w*|up|down)\b(?:\s[\w’'-]+){0,5}?\s(?:by|of)\b",
    re.IGNORECASE,
)
"""Words of a percentage that tells by how much something changed."""
_ELSE = (
    "alternative|another|other|rival|second|different|separate|competing|third-party|external|older|earlier|previous|"
    "prior|last|former"
)
_SOURCE = (
    r"estimates?|consultanc\w+|house|source|study|studies|one|publisher|analysts?|forecasts?|firm|"
    r"report|research|model|view|"
    r"count|reading|edition|release|register|registry|survey|census|tally|database|paper|tracker|agency|institute|audit"
)
ALTERNATIVE = re.compile(
    rf"\b(?:{_ELSE}|\d{{4}}) (?:[\w-]+ )?(?:{_SOURCE})\b"
    r"|\bedition (?:no\. ?)?\d+\b|\bedition of (?:that|the) (?:year|time)\b|\bedition of \d{4}\b"
    r"|\b(?:a|one|some) (?:peers?|rivals?)\b|\bpreviously (?:estimated|published)|\bsome (?:analysts|"
    r"sources|estimates)",
    re.IGNORECASE,
)
"""Words that give a figure as somebody else's."""

TELLING = {"money", "percent", "quantity", "count", "multiple"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in its place."""

    unit: UnitView
    figure: Figure
    metric: str
    """`size`, `growth`, `yoy`, `share`, `increase`, `price`, `deal`; `part` for a percentage and `amount` for a value
    of which no more is known."""
    year: int | None
    period: tuple[int, int] | None
    subject: str
    """Whose figure it is, as the facts name it."""
    clause: str
    """The words that are nearer to it than to other figures."""
    thought: str
    """The part of the sentence between semicolons, full stops and contrasts in which it stands."""
    said: frozenset[str] = field(compare=False)
    """Stems of subject and clause."""
    beside: frozenset[str] = field(compare=False)
    """Stems of the part of the sentence that it stands in."""
    places: frozenset[str] = field(compare=False)
    whole: bool
    """Whether it is of the whole market."""
    told_of_market: bool
    """Whether the facts say that it is the market's, and its words name no part of it."""
    joint: tuple[frozenset[str], ...] = ()
    """Stems of each of those who have it together, where only their sum is given."""
    measure: str = ""
    """Of a rate: the unit of the sizes it is said with."""
    weight: int = 1
    """How many places of the report say it."""
    carried: int | None = None
    """The year that the sentences before it speak of."""

    @property
    def is_denied(self) -> bool:
        """Whether the words say that it is nobody's: `none has more than 6%`."""
        return bool(NEGATED.search(self.clause))

    @property
    def is_known(self) -> bool:
        """Whether the facts tell whose it is."""
        return bool(self.subject)

    @property
    def is_rival(self) -> bool:
        """Whether the report gives it as somebody else's."""
        return bool(ALTERNATIVE.search(self.unit.text))


def all_stated(
    report: Report,
    facts: ReportFacts,
    units: Sequence[UnitView],
    names: Names,
    subject: frozenset[str],
    own: frozenset[str],
) -> tuple[Stated, ...]:
    """All of the report's, in order; `own` are the places that the whole report is about.

    Where it offers other reports, only what the facts take for its own.
    """
    known = Known(facts.report.market, subject, own, names)
    told = told_by_unit(facts, units)
    out: list[Stated] = []
    carried: int | None = None
    opening: UnitView | None = None
    for at, unit in enumerate(units):
        opening = opening if opening and opening.unit.block == unit.unit.block else unit
        carried = _carried(unit, units[at - 1] if at else None, opening, carried)
        figures = [f for f in unit.figures if f.kind in TELLING]
        if at not in told and offers_others(unit.text, report.path(unit.unit.section)):
            continue
        clauses = clauses_of(report, unit, figures, known)
        for figure, clause in zip(figures, clauses, strict=True):
            out.append(_stated(unit, figure, clause, told.get(at, ()), known, carried))
    return tuple(out)


_SAME_TIME = re.compile(r"\b(?:the same|that) (?:date|year|time|period|month|day)\b", re.IGNORECASE)
"""Points at the time of which the paragraph speaks first."""


def _carried(unit: UnitView, before: UnitView | None, opening: UnitView | None, so_far: int | None) -> int | None:
    """The only year that the sentences before it in its paragraph speak of last, if it names none itself."""
    if before is None or unit.unit.kind == "row" or before.unit.block != unit.unit.block:
        return None
    if _SAME_TIME.search(unit.text) and opening is not None and _years_of(opening):
        before, so_far = opening, None
    years = _years_of(before)
    return next(iter(years)) if len(years) == 1 else so_far if not years else None


def _years_of(unit: UnitView) -> set[int]:
    """The years that it names, or that its figures are of."""
    named = {int(figure.value) for figure in unit.figures if figure.kind == "year"}
    return named | {figure.year for figure in unit.figures if figure.year}


def _stated(
    unit: UnitView, figure: Figure, clause: Clause, told: Sequence[Told], known: Known, carried: int | None
) -> Stated:
    by = next((t for t in told if is_told(t, figure)), None)
    subject = by.subject if by else ""
    metric = by.metric if by and not (by.metric == "growth" and YOY.search(clause.text)) else ""
    metric = metric or _metric(figure, unit, clause.text)
    if figure.kind in {"money", "quantity"} and _is_increase(unit, figure, clause):
        metric = "increase"
    if subject and (
        _is_by_dateline(subject, unit) or _PART_OF_YEAR.fullmatch(subject) or is_in_title(subject, unit.text)
    ):
        subject = known.market
    ahead = unit.text.partition(figure.text)[0]
    places = _places(unit, clause, ahead, subject if subject != known.market else "", told=bool(by)) - known.own
    leans = unit.before and ITS.search(ahead) and not MARKET.search(ahead) and known.is_part(unit.before)
    of_market = known.is_market(subject) and not leans if by else metric in {"increase", "yoy", "growth"}
    if not by and metric == "amount":
        of_market = bool(ALTERNATIVE.search(unit.text)) or bool(figure.year and known.says_market(clause.text))
    joint = _joint(figure, clause, ahead)
    counted = figure.text if figure.kind == "count" else COUNTS[len(joint)] if joint else ""
    whole = of_market and metric != "share" and clause.of_whole and not places
    return Stated(
        unit=unit,
        figure=figure,
        metric=metric,
        year=figure.year or (by.year if by else None),
        period=clause.period or (by.period if by else None) or _period(unit, figure),
        subject=subject,
        clause=clause.text,
        thought=clause.thought,
        said=stems(f"{'' if subject == known.market else subject} {clause.text} {counted}"),
        beside=stems(clause.thought) if clause.thought else unit.said,
        places=places,
        whole=whole,
        told_of_market=bool(by) and of_market and metric != "share" and not places and not known.narrows(clause.text),
        joint=joint,
        measure=by.measure if by else "",
        weight=by.weight if by else 1,
        carried=carried,
    )


_PART_OF_YEAR = re.compile(r"[HQ][1-4]")
_TOGETHER = re.compile(r"\b(?:together|jointly|combined|between them|in total|collectively)\b", re.IGNORECASE)


_GROUP = re.compile(
    r"\b(?:among them|such as|including|like|namely)\s(?P<members>[^;:]{3,200})[;,.]\s(?:their|whose|its)\s"
    r"(?:[\w-]+\s){0,2}?(?:part|share|portion|slice)\b[^;.]{0,40}$",
    re.IGNORECASE,
)
"""Ahead of a figure that a group has, some of which are named: `among them A and B; their part is 28%`."""


def _joint(figure: Figure, clause: Clause, ahead: str) -> tuple[frozenset[str], ...]:
    """The stems of each of those whose sum the figure is: `A, B and C together hold 67%`; empty where it is of one."""
    if figure.kind != "percent":
        return ()
    group, together = _GROUP.search(ahead), _TOGETHER.search(clause.text)
    series = group["members"] if group else clause.text[: together.start()] if together else ""
    members = _SERIES.split(_LEGAL.sub("", series).strip(" ,"))
    named = tuple(said for member in members if member[:1].isupper() and (said := stems(member)))
    return named if 1 < len(named) < len(COUNTS) else ()


_LEGAL = re.compile(r",? (?:Inc|Ltd|LLC|Corp|Co|plc|AG|SE|S\.A|N\.V|GmbH)\b\.?(?:,(?= and| &))?")
_SERIES = re.compile(r",\s(?:and\s|&\s)?|\sand\s")
COUNTS = "zero one two three four five six seven eight nine ten".split()


def _is_by_dateline(subject: str, unit: UnitView) -> bool:
    """Whether only the dateline of a press release names the place that the figure is said to be of."""
    head = unit.text.removesuffix(without_dateline(unit.text))
    named = places_in(f"{subject} market")
    return bool(head and named) and set(named) <= set(places_in(head)) - set(places_in(without_dateline(unit.text)))


_BY = re.compile(
    r"\b(?:(?:grow|increase|rise|expand|climb|surge|widen|swell)\w*\s+by|gain(?:s|ed|ing)?|add(?:s|"
    r"ed|ing)?)\s*(?:(?:about|over|some|nearly|around|an?|"
    r"estimated|approximately)\s+)*$|\bincremental\s[\w\s]{0,30}$",
    re.IGNORECASE,
)
_GROWN = re.compile(r"\b(?:market growth|incremental|absolute|increase)\b(?!.*\b(?:cagr|rate)\b)", re.IGNORECASE)
"""Key of a row that says by how much the market grows."""


def _is_increase(unit: UnitView, figure: Figure, clause: Clause) -> bool:
    if unit.unit.kind == "row":
        return bool(_GROWN.search(clause.text))
    return bool(_BY.search(unit.text.partition(figure.text)[0][-80:]))


ENOUGH_PLACES = 2
"""More than so many are told as where a segment is at home, not as whose its figure is."""


def _places(unit: UnitView, clause: Clause, ahead: str, subject: str, *, told: bool) -> frozenset[str]:
    """Whose the figure is: what is named right behind it or told off against it, then what its clause names, of several
    the one that the facts say; then what the facts say, what the sentence names before it, or the titles above."""
    if clause.points_at and (pointed := places_in(clause.points_at)):
        return frozenset(pointed if " and " in clause.points_at else pointed[:1])
    if beginning := _own_clause(ahead):
        return frozenset(places_in(beginning))
    said = frozenset(places_in(f"{subject} market")) if subject else frozenset()
    near = frozenset(places_in(clause.text))
    if clause.is_own:
        return near or (frozenset() if unit.said_places else unit.places)
    if near and not (told and subject and not said and len(near) > ENOUGH_PLACES):
        return (near & said) or near
    if near:
        return frozenset()
    if told and not said and not _ALL.search(unit.text) and not _KEYED.match(unit.text) and unit.titled_places:
        return unit.titled_places
    if not told and unit.said_places and _THE_MARKET.search(clause.text):
        return unit.titled_places
    if told and (unit.said_places or _ALL.search(unit.text)):
        return said
    if not said and unit.said_places and unit.unit.kind != "row":
        return frozenset(places_in(without_dateline(ahead).rpartition("; ")[2])) or unit.titled_places
    return said or unit.places


_NEXT_CLAUSE = re.compile(
    r"[;,]\s(?:and|while|whereas|but)\s(?=(?:the\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}\s"
    r"(?:alone\s|itself\s)?"
    r"(?:is|was|will|should|stood|stands|reached|reaches|had|has|held|holds|accounted|accounts|came|comes|grew|"
    r"grows)\b)"
)
_DOES = re.compile(
    r"\b(?:is|are|was|were|will|leads?|led|comes?|came|ranks?|ranked|holds?|held|follows?|followed|has|have|had|grows?|"
    r"grew|dominates?|dominated|stands?|stood|remains?|accounts?|accounted)\b"
)


def _own_clause(ahead: str) -> str:
    """What stands ahead of the figure behind a clause on another place: `Asia leads, and Japan should reach`; empty
    where it is one clause, or names no place."""
    *before, last = _NEXT_CLAUSE.split(ahead)
    two = before and _DOES.search(before[-1]) and places_in(before[-1])
    return last if two and len(places_in(last)) == 1 else ""


_KEYED = re.compile(
    r"\W*(?:market size|size|value|revenue|growth rate|cagr|growth|forecast|base year|study period|historical)\b"
    r"[^.|:–]{0,40}(?:[|:–]|\s-\s)",
    re.IGNORECASE,
)
"""A line of a table of the report's scope, which stands under whatever title came last."""
_THE_MARKET = re.compile(r"\bthe (?:whole |entire |total |overall )?(?:market|industry|sector|trade)\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:global(?:ly)?|world(?:wide)?|overall)\b", re.IGNORECASE)


_GOES_ON = re.compile(r"to\b", re.IGNORECASE)
"""The second of two values: `from USD 50 in 2010 to USD 3` is said of what the first is said of."""


def _metric(figure: Figure, unit: UnitView, clause: str) -> str:
    """What the words around tell, where the facts do not."""
    near = f"{clause} {unit.heads}"
    if figure.kind == "percent":
        if YOY.search(near):
            return "yoy"
        if RATE.search(near):
            return "growth"
        return "change" if CHANGE.search(near) else "share" if SHARE.search(near) else "part"
    if figure.kind == "money" and PRICE.search(f"{unit.text} {near}" if _GOES_ON.match(clause) else near):
        return "price"
    if figure.kind == "money" and DEAL.search(near):
        return "deal"
    return "increase" if INCREASE.search(near) else "amount"


def _period(unit: UnitView, figure: Figure) -> tuple[int, int] | None:
    periods = [f for f in unit.figures if f.kind == "period" and f.until]
    if not periods:
        return None
    nearest = min(periods, key=lambda f: abs(f.span.start - figure.span.start))
    return int(nearest.value), nearest.until or 0
