"""The words that belong to each figure of a sentence or row, and whether they speak of the market as a whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from actqa.answering.asked.places import places_in
from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import is_plain, stem, stems, words
from actqa.answering.seen.names import Names
from actqa.answering.seen.units import LEANS, UnitView, without_dateline
from actqa.figures import Figure
from actqa.reading import Report, Span, shown


@dataclass(frozen=True, slots=True)
class Known:
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
        if _WHOLE.search(text) or (len(said & self.subject) * 2 >= len(self.subject) > 0 and not self._is_kind(text)):
            return True
        ahead = _telling(_LAST_PART.split(before if before is not None else text)[-1])
        return ahead <= _EMPTY | self.subject

    def _is_kind(self, text: str) -> bool:
        """Whether a word right before the market's own makes another thing of it: `church bells`, of bells."""
        pairs = pairwise(words(text))
        return any(
            stem(own) in self.subject and stem(kind) not in self.subject | _EMPTY and _tells(kind)
            for kind, own in pairs
        )

    def narrows(self, text: str) -> bool:
        """Whether the words name a part of the market, or another one."""
        return self.is_part(stems(text)) or self._other_market(text) or bool(_OUTSIDE.search(text))

    def says_market(self, text: str) -> bool:
        """Whether the words say the market's name, or most of it, and nothing besides but sizes are said with."""
        named = _telling(text) - _EMPTY
        homes = stems(" ".join(self.own))
        own = self.subject - homes
        return named <= self.subject | homes and len(named & own) * 2 >= len(own) > 0

    def is_market(self, subject: str) -> bool:
        """Whether whose figure it is is the market, be it by the name of its only country."""
        bare, market = (_A_MARKET.sub("", _OF_ALL.sub("", name)).lower() for name in (subject, self.market))
        return bare == market or bool(subject and subject in self.own)

    def is_part(self, said: frozenset[str]) -> bool:
        """Whether words name a segment or a player."""
        return any(name.kind in {"segment", "player"} for name in self.names.within(said))

    def _other_market(self, text: str) -> bool:
        """Whether a market is named that is not the report's own: `Water Flosser Market`, of electric toothbrushes."""
        named = (stems(found[1]) for found in _NAMED_MARKET.finditer(text))
        return any(name and not (name <= self.subject or self.subject <= name) for name in named)


_OF_ALL = re.compile(r"^(?:(?:the|global|worldwide|world|overall|whole|entire|total)\s+)+", re.IGNORECASE)
"""What a market's name begins with where it is not cut to a part."""
_A_MARKET = re.compile(r"(?:\s+(?:global|world(?:wide)?))?\s+(?:market|industry)$", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:visitors|tourists|travelers|travellers|passengers|government|parliament|peak|only|alone|of which|"
    r"among (?:them|these))\b",
    re.IGNORECASE,
)
"""Words of a figure that is of something beside the market, or of a part that has no name."""
_WHOLE = re.compile(
    r"\b(?:market(?!s\b| share)|industry|sector|global(?:ly)?|world(?:wide)?|overall|total|it|aggregate|business|"
    r"field|"
    r"category as a whole|estimates?|estimated|consultanc(?:y|ies)|analysts?|peers?|research (?:house|firm)|"
    r"publishers?|"
    r"edition|agency|house|firm|sources?|observers|registers?|registry|census|release|associations?|council|"
    r"federation|ministry|bureau|institute|panel|tracker|survey|database|rival|"
    r"desk|team|authors?|editors?|researchers?|forecasters?|economists?|statisticians?|trade body|"
    r"(?:puts?|pegs?|sets|places) (?:it|them|the (?:value|volume|total|figure)|sales|demand|revenues?|output|"
    r"consumption|turnover|shipments) at|"
    r"we expect|this report|the report|the study)\b",
    re.IGNORECASE,
)
"""Words that speak of the market as a whole, or of who sizes it."""


def _tells(word: str) -> bool:
    """Whether a word may tell a kind of thing."""
    return word.isalpha() and len(word) > 2 and word not in STOP_WORDS and not is_plain(word)


def _telling(text: str) -> frozenset[str]:
    """Stems but for years and single letters."""
    return frozenset(s for s in stems(text) if len(s) > 1 and not s[0].isdigit())


MARKET = re.compile(r"\b(?:market|industry|sector|global(?:ly)?|world(?:wide)?|overall|total)\b", re.IGNORECASE)
ITS = re.compile(
    r"\b(?:its|their|(?:the|this|that) (?:segment|region|country|category|class|application|company|type|line|"
    r"niche|group|"
    r"former|latter|product|channel|technology|vertical|end user|material|grade))\b",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r":\s")
_NEW_THOUGHT = re.compile(r";\s|\s[●•▪■]\s|(?<![A-Z])\.\s|\b(?:while|whereas)\b")
_NAMED_MARKET = re.compile(
    r"((?:(?:[A-Z][\w&-]*|for|of|and|&)\s+){1,8})[Mm]arket\b(?! (?:Research|Insights?|Intelligence|Data|Future)\b)"
)
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
    "came went totaled amounted fetched attain hit pace advance advancing register registering exhibit witness "
    "posting usd million billion period end"
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


def clauses_of(report: Report, unit: UnitView, figures: Sequence[Figure], known: Known) -> list[Clause]:
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
        before = unit.text[spans[at - 1][1] : start] if at else without_dateline(unit.text[:start])
        before = before[_titled(unit.text, start, start - len(before)) :]
        after = unit.text[end : spans[at + 1][0] if at + 1 < len(spans) else len(unit.text)]
        tail, points = _TAIL.match(after), _POINTS.match(after)
        named = _NAMED_ON.match(after, tail.end()) if tail and points else None
        lead = _without_tail(before) if at else before
        whole = known.is_whole(lead if at else f"{lead} {tail.group() if tail else ''}", before=lead, so_far=whole)
        if at in paired:
            out.append(Clause(paired[at], is_own=True, thought=paired[at]))
        else:
            lead = _last_thought(lead)
            behind = f"{tail.group() if tail else ''}{named.group() if named else ''}"
            text = " ".join(f"{lead} {behind}".split())
            if _POINTS_BACK.search(lead) and out:
                text = f"{out[-1].text} {text}"
            ends = end + len(behind)
            thought = _thought(unit.text, start, ends)
            at_whom = f"{points[1] if points else ''}{named.group() if named else ''}"
            out.append(Clause(text, at_whom, of_whole=whole, thought=thought))
    return out


def is_in_title(name: str, text: str) -> bool:
    """Whether the text says the name in a title in quotation marks, and nowhere else."""
    return name.lower() in text.lower() and name.lower() not in _TITLE.sub(" ", text).lower()


_TITLE = re.compile(r"[\"“][^\"”]{40,}[\"”]")


def _titled(text: str, start: int, since: int) -> int:
    """How much of what stands before a figure ends a title in quotation marks, whose words are none of its own."""
    ends = (found.end() for found in _TITLE.finditer(text, 0, start))
    return max((end - since for end in ends if end > since), default=0)


_POINTS_BACK = re.compile(r"(?:^|[;,.]\s|\b(?:by|in) \d{4},? |\band )(?:they|it|these|which|that)\s", re.IGNORECASE)
NEGATED = re.compile(r"\b(?:none|neither|nobody|no (?:one|company|region|segment|share|figure))\b", re.IGNORECASE)


def _last_thought(lead: str) -> str:
    """What comes after a semicolon, where that says something."""
    *_, last = re.split(r"; |\s[●•▪■]\s", lead)
    return last if len(last.split()) >= SAYS and not LEANS.search(last) else lead


SAYS = 3
"""Words."""


def _thought(text: str, at: int, until: int) -> str:
    """The part of a sentence around a position, up to where what belongs to it ends."""
    cuts = [0, *(m.start() for m in _NEW_THOUGHT.finditer(text)), len(text)]
    start = max(cut for cut in cuts if cut <= at)
    return text[start : min((until, *(cut for cut in cuts if cut > at)))]


def _of_row(report: Report, unit: UnitView, figure: Figure, known: Known) -> Clause:
    label, head = row_names(report, unit, figure.span)
    bare = _PART_OF_YEAR.sub(" ", label)
    named = _telling(bare) - known.subject <= _EMPTY | stems(head)
    is_whole = named or bool(_WHOLE.search(label))
    years = _YEARS.search(head)
    since = int(years[1]) if years else 0
    until = int(years[2]) if years and len(years[2]) == 4 else since // 100 * 100 + int(years[2]) if years else 0
    return Clause(
        f"{label} {head}".strip(),
        is_own=True,
        of_whole=is_whole and known.is_whole(bare, so_far=True),
        period=(since, until) if since < until else None,
    )


_PART_OF_YEAR = re.compile(r"\b[HQ][1-4]\b")
_YEARS = re.compile(r"((?:19|20)\d\d)\s?(?:-|–|—|to)\s?((?:19|20)?\d\d)(?!\d)")


_POINTS = re.compile(
    r"\s*(?:cagr |a year |per year |per annum |p\.a\. |annually )?(?:for|in|from|to|across) (?:the "
    r")?([^,;.\d]{2,40})",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^[^,;.●•▪■]{0,80}")
_NAME = r"(?:the\s)?[A-Z][\w.]+(?:\s[A-Z]\w+)*"
_NAMED_ON = re.compile(rf"(?:,\s{_NAME})*,?\s(?:and|or)\s{_NAME}")
"""How a series of names goes on: `in Poland` `, the UK, France and Italy`."""


def _without_tail(before: str) -> str:
    """What stands between two figures less what belongs to the first: `of sales` in `45% of sales and Europe 30%`."""
    cut = re.search(r",\s|;\s|\band\b|\bwhile\b|\bwhereas\b|\bto\b|\bagainst\b|\bbut\b", before)
    return before[cut.start() :] if cut else before


def _positions(text: str, figures: Sequence[Figure]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at = 0
    for figure in figures:
        start = _found(text, figure.text, at)
        start = start if start >= 0 else at
        at = start + len(figure.text)
        out.append((start, at))
    return out


def _found(text: str, figure: str, at: int) -> int:
    """Where a figure stands from there on, not within a longer number or word."""
    start = text.find(figure, at)
    while start > 0 and figure[0].isalnum() and (text[start - 1].isalnum() or _WITHIN.match(text, start - 2)):
        start = text.find(figure, start + 1)
    return start if start >= 0 else text.find(figure, at)


_WITHIN = re.compile(r"\d[.,]")
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
    return " ".join(name for name in named if len(name.split()) <= 8 and not _NUMBER.fullmatch(name)), head


_NUMBER = re.compile(r"[\d.,+−-]+")
