"""Every figure of a report with the slots a question asks by: metric, year, period, whose it is."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from actqa.answering.names import Names
from actqa.answering.places import places_in
from actqa.answering.units import UnitView
from actqa.answering.words import stems
from actqa.facts import ReportFacts
from actqa.facts.types import Evidence, Forecast
from actqa.figures import Figure
from actqa.figures.arithmetic import same
from actqa.reading import Report, Span, shown

RATE = re.compile(
    r"\bcagr\b|growth|\bgrow|compound|annual|year-over-year|yearly|\brise|\bexpan|a year\b|climb|\bp\.a\b|faster",
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
    r"\b(?:cut|cuts|cutting|reduc\w+|lower\w*|sav(?:es|ed|ing)|rais(?:es|ed|ing)|boost\w*|improv\w+|increas\w+|drop\w*|fell|"
    r"declin\w+|shrink\w*|up|down)\b(?:\s[\w’'-]+){0,5}?\s(?:by|of)\b",
    re.IGNORECASE,
)
"""Words of a percentage that tells by how much something changed."""
ALTERNATIVE = re.compile(
    r"\b(?:alternative|another|other|rival|second|different|separate|competing|third-party|external) (?:estimates?|"
    r"consultanc|house|source|study|studies|one|publisher|analysts?|forecasts?|firm|report|research|model|view|count|"
    r"reading|edition)"
    r"|\b(?:a|one|some) (?:peers?|rivals?)\b|\b(?:earlier|previous|prior|older|last|\d{4}) edition|\bpreviously "
    r"(?:estimated|published)|\bsome (?:analysts|sources|estimates)",
    re.IGNORECASE,
)
"""Words that give a figure as somebody else's."""

TELLING = {"money", "percent", "quantity", "multiple"}


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
    said: frozenset[str] = field(compare=False)
    """Stems of subject and clause."""
    beside: frozenset[str] = field(compare=False)
    """Stems of the part of the sentence that it stands in."""
    places: frozenset[str] = field(compare=False)
    whole: bool
    """Whether it is of the whole market."""
    measure: str = ""
    """Of a rate: the unit of the sizes it is said with."""
    weight: int = 1
    """How many places of the report say it."""

    @property
    def is_denied(self) -> bool:
        """Whether the words say that it is nobody's: `none has more than 6%`."""
        return bool(_NEGATED.search(self.clause))

    @property
    def is_known(self) -> bool:
        """Whether the facts tell whose it is."""
        return bool(self.subject)

    @property
    def is_rival(self) -> bool:
        """Whether the report gives it as somebody else's."""
        return bool(ALTERNATIVE.search(self.unit.text))


@dataclass(frozen=True, slots=True)
class _Told:
    """What the facts tell of a figure."""

    metric: str
    subject: str
    value: Decimal
    unit: str
    year: int | None
    period: tuple[int, int] | None
    measure: str
    weight: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What the report is about."""

    market: str
    subject: frozenset[str]
    own: frozenset[str]
    """Places that the whole report is about."""
    names: Names

    def is_whole(self, text: str, *, before: str | None = None, so_far: bool | None = None) -> bool:
        """Whether the words speak of the market as a whole; what goes on from words that do (`so_far`) need not."""
        said = stems(text)
        if any(name.kind == "segment" for name in self.names.within(said)) or self._other_market(text):
            return False
        if self.own & set(places_in(text)):
            return True
        if so_far is not None and not _NEW_THOUGHT.search(text):
            return so_far or bool(_WHOLE.search(text))
        if _WHOLE.search(text) or len(said & self.subject) * 2 >= len(self.subject) > 0:
            return True
        ahead = _telling(_LAST_PART.split(before if before is not None else text)[-1])
        return ahead <= _EMPTY | self.subject

    def is_market(self, subject: str) -> bool:
        """Whether whose figure it is is the market, be it by the name of its only country."""
        return subject == self.market or bool(subject and subject in self.own)

    def is_part(self, said: frozenset[str]) -> bool:
        """Whether words name a segment or a player."""
        return any(name.kind in {"segment", "player"} for name in self.names.within(said))

    def _other_market(self, text: str) -> bool:
        """Whether a market is named that is not the report's own: `Water Flosser Market`, of electric toothbrushes."""
        named = (stems(found[1]) for found in _NAMED_MARKET.finditer(text))
        return any(name and not (name <= self.subject or self.subject <= name) for name in named)


_WHOLE = re.compile(
    r"\b(?:market(?!s\b| share)|industry|sector|global(?:ly)?|world(?:wide)?|overall|total|it|aggregate|business|"
    r"field|"
    r"category as a whole|estimates?|estimated|consultanc(?:y|ies)|analysts?|peers?|research (?:house|firm)|"
    r"publishers?|"
    r"edition|agency|house|firm|sources?|observers|associations?|council|federation|ministry|bureau|institute|panel|tracker|survey|database|rival|"
    r"we expect|this report|the report|the study)\b",
    re.IGNORECASE,
)
"""Words that speak of the market as a whole, or of who sizes it."""


def _telling(text: str) -> frozenset[str]:
    """Stems but for years and single letters."""
    return frozenset(s for s in stems(text) if len(s) > 1 and not s[0].isdigit())


_MARKET = re.compile(r"\b(?:market|industry|sector|global(?:ly)?|world(?:wide)?|overall|total)\b", re.IGNORECASE)
_ITS = re.compile(
    r"\b(?:its|their|(?:the|this|that) (?:segment|region|country|category|class|application|company|type|line|"
    r"niche|group|"
    r"former|latter|product|channel|technology|vertical|end user|material|grade))\b",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r":\s")
_NEW_THOUGHT = re.compile(r";\s|(?<![A-Z])\.\s|\b(?:while|whereas)\b")
_NAMED_MARKET = re.compile(r"((?:(?:[A-Z][\w&-]*|for|of|and|&)\s+){1,8})[Mm]arket\b")
_EMPTY = stems(
    "value valued revenue revenues size sized sales cagr growth rate grow growing forecast forecasts estimate "
    "estimated "
    "expand expanding reach reaching compound annual annually compounded rise rising stood pegged worth amount "
    "volume "
    "historical base current details attribute parameter metric projected expected anticipated poised likely set "
    "climb "
    "year-over-year year-on-year yoy over while whereas though again same such very well even slowly quickly "
    "slip fall drop decline climb go come move jump double pass bring generate total cross exceed top surpass see "
    "foresee mark record "
    "post earn make take spend buy sell amount follow up down from market industry sum figure valuation "
    "shipments shipped sales sold demand consumption output units terms put new report study per year "
    "attain hit pace advance advancing register registering exhibit witness posting usd million billion period end"
)
"""What any figure of a market is said with, and names nothing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The words that belong to a figure."""

    text: str
    points_at: str = ""
    """What is named right behind it: `5.9% for Europe`."""
    is_own: bool = False
    """Whether the words are told off against this figure, and no other."""
    of_whole: bool = False
    """Whether the words speak of the market as a whole."""
    period: tuple[int, int] | None = None
    """Of a row's figure, the years that its column's head names."""
    thought: str = ""
    """The part of the sentence between semicolons, full stops and contrasts in which the figure stands."""


def all_stated(
    report: Report,
    facts: ReportFacts,
    units: Sequence[UnitView],
    names: Names,
    subject: frozenset[str],
    own: frozenset[str],
) -> tuple[Stated, ...]:
    """All of the report's, in order; `own` are the places that the whole report is about."""
    known = _Known(facts.report.market, subject, own, names)
    told = _told_by_unit(facts, units)
    out: list[Stated] = []
    for at, unit in enumerate(units):
        figures = [f for f in unit.figures if f.kind in TELLING]
        clauses = clauses_of(report, unit, figures, known)
        for figure, clause in zip(figures, clauses, strict=True):
            out.append(_stated(unit, figure, clause, told.get(at, ()), known))
    return tuple(out)


def _stated(unit: UnitView, figure: Figure, clause: Clause, told: Sequence[_Told], known: _Known) -> Stated:
    by = next((t for t in told if _is_told(t, figure)), None)
    subject = by.subject if by else ""
    metric = by.metric if by and not (by.metric == "growth" and YOY.search(clause.text)) else ""
    metric = metric or _metric(figure, unit, clause.text)
    if figure.kind in {"money", "quantity"} and _is_increase(unit, figure, clause):
        metric = "increase"
    places = _places(unit, clause, subject if subject != known.market else "", told=bool(by)) - known.own
    ahead = unit.text.partition(figure.text)[0]
    leans = unit.before and _ITS.search(ahead) and not _MARKET.search(ahead) and known.is_part(unit.before)
    of_market = known.is_market(subject) and not leans if by else metric in {"increase", "yoy", "growth"}
    whole = of_market and metric != "share" and clause.of_whole and not places
    return Stated(
        unit=unit,
        figure=figure,
        metric=metric,
        year=figure.year or (by.year if by else None),
        period=clause.period or (by.period if by else None) or _period(unit, figure),
        subject=subject,
        clause=clause.text,
        said=stems(f"{'' if subject == known.market else subject} {clause.text}"),
        beside=stems(clause.thought) if clause.thought else unit.said,
        places=places,
        whole=whole,
        measure=by.measure if by else "",
        weight=by.weight if by else 1,
    )


_BY = re.compile(
    r"\b(?:grow|increase|rise|expand|climb|surge|widen|swell)\w*\s+by\s*(?:(?:about|over|some|nearly|around|an?|"
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


def _places(unit: UnitView, clause: Clause, subject: str, *, told: bool) -> frozenset[str]:
    """Whose the figure is: what is named right behind it or told off against it, then what its clause names, of several
    the one that the facts say; then what the facts say, what the sentence names, or the titles above."""
    if clause.points_at and (pointed := places_in(clause.points_at)):
        return frozenset(pointed[:1])
    said = frozenset(places_in(f"{subject} market")) if subject else frozenset()
    near = frozenset(places_in(clause.text))
    if clause.is_own:
        return near or (frozenset() if unit.said_places else unit.places)
    if near and not (told and subject and not said and len(near) > ENOUGH_PLACES):
        return (near & said) or near
    if near:
        return frozenset()
    if told and (unit.said_places or _ALL.search(unit.text)):
        return said
    return said or unit.places


_ALL = re.compile(r"\b(?:global(?:ly)?|world(?:wide)?|overall)\b", re.IGNORECASE)


def _metric(figure: Figure, unit: UnitView, clause: str) -> str:
    """What the words around tell, where the facts do not."""
    near = f"{clause} {unit.heads}"
    if figure.kind == "percent":
        if YOY.search(near):
            return "yoy"
        if RATE.search(near):
            return "growth"
        return "change" if CHANGE.search(near) else "share" if SHARE.search(near) else "part"
    if PRICE.search(near):
        return "price"
    if DEAL.search(near):
        return "deal"
    return "increase" if INCREASE.search(near) else "amount"


def _period(unit: UnitView, figure: Figure) -> tuple[int, int] | None:
    periods = [f for f in unit.figures if f.kind == "period" and f.until]
    if not periods:
        return None
    nearest = min(periods, key=lambda f: abs(f.span.start - figure.span.start))
    return int(nearest.value), nearest.until or 0


def _told_by_unit(facts: ReportFacts, units: Sequence[UnitView]) -> dict[int, list[_Told]]:
    starts = [unit.unit.content.start for unit in units]
    out: dict[int, list[_Told]] = {}

    def tell(evidence: Sequence[Evidence], told: list[_Told]) -> None:
        for place in evidence:
            at = max(0, bisect_left(starts, place.start + 1) - 1)
            while at < len(units) and starts[at] < place.end:
                out.setdefault(at, []).extend(told)
                at += 1

    for forecast in facts.forecasts:
        tell(forecast.evidence, list(_of_forecast(forecast)))
    for share in facts.shares:
        said = _Told(
            "share", share.subject, Decimal(str(share.percent)), "percent", share.year, None, "", len(share.evidence)
        )
        tell(share.evidence, [said])
    return out


def _of_forecast(row: Forecast) -> Iterator[_Told]:
    pairs = [(row.start_year, row.start_value), (row.end_year, row.end_value), *(row.points or ())]
    weight = len(row.evidence)
    for year, value in dict.fromkeys(pairs):
        if value is not None:
            yield _Told("size", row.market, Decimal(str(value)), row.unit, year, None, row.unit, weight)
    if row.cagr_percent is not None:
        years = (row.start_year, row.end_year)
        period = row.period or ((years[0], years[1]) if years[0] and years[1] else None)
        yield _Told("growth", row.market, Decimal(str(row.cagr_percent)), "percent", None, period, row.unit, weight)


def _is_told(told: _Told, figure: Figure) -> bool:
    if (told.unit == "percent") != (figure.kind == "percent") or figure.kind == "multiple":
        return False
    fits = same(figure.value, figure.unit, told.value, told.unit)
    return fits and (told.year is None or figure.year in (None, told.year))


def clauses_of(report: Report, unit: UnitView, figures: Sequence[Figure], known: _Known) -> list[Clause]:
    """For each figure the words that belong to it: what stands before it since the one before, and its tail.

    Of a row its label and the head of the figure's column. Where things and figures are told off against each other
    (`Japan and Canada, with 3% and 4.9% respectively`) each figure has its own thing.
    """
    if unit.unit.kind == "row":
        return [_of_row(report, unit, figure, known) for figure in figures]
    spans = _positions(unit.text, figures)
    paired = _paired(unit.text, figures, spans)
    out: list[Clause] = []
    whole: bool | None = None
    for at, (start, end) in enumerate(spans):
        before = unit.text[spans[at - 1][1] if at else 0 : start]
        after = unit.text[end : spans[at + 1][0] if at + 1 < len(spans) else len(unit.text)]
        tail, points = _TAIL.match(after), _POINTS.match(after)
        lead = _without_tail(before) if at else before
        whole = known.is_whole(lead if at else f"{lead} {tail.group() if tail else ''}", before=lead, so_far=whole)
        if at in paired:
            out.append(Clause(paired[at], is_own=True, thought=paired[at]))
        else:
            text = " ".join(f"{lead} {tail.group() if tail else ''}".split())
            if _POINTS_BACK.search(lead) and out:
                text = f"{out[-1].text} {text}"
            out.append(Clause(text, points[1] if points else "", of_whole=whole, thought=_thought(unit.text, start)))
    return out


_POINTS_BACK = re.compile(r"(?:^|[;,.]\s|\b(?:by|in) \d{4},? |\band )(?:they|it|these|which|that)\s", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:none|neither|nobody|no (?:one|company|region|segment|share|figure))\b", re.IGNORECASE)


def _thought(text: str, at: int) -> str:
    """The part of a sentence around a position."""
    cuts = [0, *(m.start() for m in _NEW_THOUGHT.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= at)
    return text[start : min(cut for cut in cuts if cut > at)]


def _of_row(report: Report, unit: UnitView, figure: Figure, known: _Known) -> Clause:
    label, head = row_names(report, unit, figure.span)
    named = _telling(label) - known.subject <= _EMPTY | stems(head)
    is_whole = named or bool(_WHOLE.search(label))
    years = _YEARS.search(head)
    since = int(years[1]) if years else 0
    until = int(years[2]) if years and len(years[2]) == 4 else since // 100 * 100 + int(years[2]) if years else 0
    return Clause(
        f"{label} {head}".strip(),
        is_own=True,
        of_whole=is_whole and known.is_whole(label, so_far=True),
        period=(since, until) if since < until else None,
    )


_YEARS = re.compile(r"((?:19|20)\d\d)\s?(?:-|–|—|to)\s?((?:19|20)?\d\d)(?!\d)")


_POINTS = re.compile(
    r"\s*(?:cagr |a year |per year |per annum |p\.a\. |annually )?(?:for|in|from|to|across) (?:the "
    r")?([^,;.\d]{2,40})",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^[^,;.]{0,80}")


def _without_tail(before: str) -> str:
    """What stands between two figures less what belongs to the first: `of sales` in `45% of sales and Europe 30%`."""
    cut = re.search(r",\s|;\s|\band\b|\bwhile\b|\bwhereas\b|\bto\b|\bagainst\b|\bbut\b", before)
    return before[cut.start() :] if cut else before


def _positions(text: str, figures: Sequence[Figure]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at = 0
    for figure in figures:
        start = text.find(figure.text, at)
        start = start if start >= 0 else at
        at = start + len(figure.text)
        out.append((start, at))
    return out


_SERIES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_VERBS = re.compile(
    r"\s(?:with|at|of|by|accounted|accounting|held|are|were|is|was|will|should|may|could|grow|growing|hold|captured|"
    r"took|take|had|have|contributed|represent|represented|expected|likely|set)\b"
)


def _paired(text: str, figures: Sequence[Figure], spans: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Position of each figure that is told off against a thing → the thing."""
    out: dict[int, str] = {}
    for mark in re.finditer(r"\brespectively\b", text):
        run = _run_before(text, figures, spans, mark.start())
        if len(run) < 2:
            continue
        opening = max((spans[i][1] for i in range(run[0])), default=0)
        ahead = re.split(r"[;:]\s|(?<![A-Z])\.\s", text[opening : spans[run[0]][0]])[-1]
        things = [part.strip() for part in _SERIES.split(ahead.rstrip(" ,")) if part.strip()]
        if len(things) >= len(run):
            chosen = things[-len(run) :]
            chosen[-1] = _VERBS.split(f" {chosen[-1]}")[0].strip() or chosen[-1]
            chosen[0] = " ".join(chosen[0].split()[-4:])
            out |= dict(zip(run, chosen, strict=True))
    return out


def _run_before(text: str, figures: Sequence[Figure], spans: Sequence[tuple[int, int]], end: int) -> list[int]:
    """The figures of one kind that stand in a series right before `end`."""
    run: list[int] = []
    for i in reversed([i for i, span in enumerate(spans) if span[1] <= end]):
        if run and (figures[i].kind != figures[run[0]].kind or len(text[spans[i][1] : spans[run[0]][0]]) > 30):
            break
        run.insert(0, i)
    return run


def row_names(report: Report, unit: UnitView, span: Span) -> tuple[str, str]:
    """What the row is called: its cells before the figure that hold none; and the head of the figure's column."""
    cells = report.blocks[unit.unit.block].cells
    at = next((i for i, cell in enumerate(cells) if cell.holds(span)), None)
    if at is None:
        return "", ""
    head = unit.columns[at] if at < len(unit.columns) else ""
    bare = [c for c in cells[:at] if not any(c.holds(f.span) for f in unit.figures)]
    named = [shown(report.text, cell) for cell in bare or cells[: min(at, 1)]]
    return " ".join(name for name in named if len(name.split()) <= 8), head
