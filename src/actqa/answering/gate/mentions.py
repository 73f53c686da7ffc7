"""A figure where it is said, with everything its words tie it to: whose, when, what it measures, and how surely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from actqa.answering.asked.vocabulary import STOP_WORDS
from actqa.answering.asked.words import stem
from actqa.answering.gate.assigning import ASIDE, assigned
from actqa.answering.gate.dating import dated_in_order, is_before, only_year, period_of, undated, until_of
from actqa.answering.gate.hedges import hedge_of
from actqa.answering.gate.marks import part
from actqa.answering.gate.metrics import is_annual, metrics
from actqa.answering.gate.moving import moves
from actqa.answering.gate.opposed import opposed
from actqa.answering.gate.sentence import LOOSENING, OTHERS, PLACE, WHOLE, Anchor, Sentence
from actqa.answering.gate.tense import FORECAST, tense_at, tenses
from actqa.figures import Figure
from actqa.reading import Span

Owners = frozenset[str]
"""Keys of places or names; the empty one is the market as a whole."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence or row."""

    figure: Figure
    """With its span in the report, or in the statement."""
    hedge: str
    places: Owners
    names: Owners
    metric: str = ""
    """`growth` or `share`, of a percentage."""
    tense: str = ""
    role: str = ""
    """`from` what something starts at, `to` what it comes to."""
    period: tuple[int, int] | None = None
    """Of a rate, the years that it is said of."""
    until: int | None = None
    """The last year of these, also where no first one is said."""
    eased: bool = False
    """Whether the hedge is that of a part in words before it."""
    moves: bool = False
    """Whether it is how much something rises or falls."""
    annual: bool = False
    """Whether it is so much a year."""
    estimated: bool = False
    """Whether it is said to be an estimate, as the report may say with `some` or `about`."""
    near: frozenset[str] = frozenset()
    """Stems of the words between its neighbours."""


def mentions_in(sentence: Sentence) -> tuple[Mention, ...]:
    """The figures of a sentence, spans in its text."""
    values: Sequence[Figure] = sentence.values
    spans = [f.span for f in values]
    text = sentence.text
    placed = [p for p in sentence.places if p.kind == PLACE and not _HOUSE.match(text, p.span.end)]
    rest = [a for a in sentence.names if a.key == OTHERS]
    places = owners(
        text, spans, [*rest, *([p for p in placed if not _is_base(text, p, spans)] or placed), *sentence.wholes]
    )
    owning = [a for a in sentence.names if a.key in sentence.known.parts or not _is_source(text, a.span)]
    named = [a for a in owning if a.key in sentence.known.parts or not _is_base(text, a, spans)]
    names = owners(text, spans, [*(named or owning), *sentence.wholes])
    if len(values) == 1:
        names = [names[0] | _beside(sentence, values[0])]
    for at, span in enumerate(spans):
        if at and _OF_A_WHOLE.fullmatch(text, spans[at - 1].end, span.start):
            places[at] = names[at] = frozenset()
        elif _OF_MARKET.search(text[: span.start]):
            places[at] = names[at] = frozenset({""})
    for at, key in opposed(sentence, spans):
        places[at] = names[at] = key
    measured = _measured(text, values)
    nears = _nears(sentence, spans)
    out = []
    alone = only_year(sentence)
    values = [undated(sentence, f, spans) for f in dated_in_order(sentence, values)]
    for at, figure in enumerate(values):
        if alone and figure.year is None and measured[at] != "growth":
            figure = replace(figure, year=alone)
        role = _role(text, figure.span)
        if role and measured[at] == "growth":
            measured[at] = ""
        period = period_of(sentence, figure) if figure.kind == "percent" else None
        tense = tense_at(text, figure.span, sentence.clause(figure.span.start))
        if role == "from" or (tense == FORECAST and is_before(sentence, figure)):
            tense = ""
        out.append(
            Mention(
                figure=figure,
                hedge=hedge_of(text, figure),
                places=places[at],
                names=names[at],
                metric=measured[at],
                tense=tense,
                role=role,
                period=period,
                until=period[1] if period else until_of(text, figure),
                moves=figure.kind == "percent" and moves(text, figure.span),
                annual=figure.kind == "percent" and is_annual(text, figure.span),
                estimated=bool(_ESTIMATED.search(text[max(0, figure.span.start - NEAR) : figure.span.start])),
                near=nears[at],
            )
        )
    return tuple(_in_brackets(text, out))


def _in_brackets(text: str, said: Sequence[Mention]) -> list[Mention]:
    """A percentage in brackets behind a part in words is as loose as that: `roughly six in ten dogs (62%)`."""
    out = list(said)
    for at, (before, own) in enumerate(pairwise(said), 1):
        is_aside = text[: own.figure.span.start].endswith("(") and not any(c.isdigit() for c in before.figure.text)
        if (
            is_aside
            and before.hedge
            and not own.hedge
            and own.figure.kind == before.figure.kind in {"percent", "quantity"}
        ):
            out[at] = replace(own, hedge="about", eased=True)
    return out


NEAR = 40
"""Characters before a figure."""
_ESTIMATED = re.compile(r"\b(?:estimat\w+|reckoned|put)\b[^,;.]*$", re.IGNORECASE)


def owners(text: str, items: Sequence[Span], anchors: Sequence[Anchor]) -> list[Owners]:
    """For each item the keys of the anchors that it belongs to; what is named in passing is none."""
    asides = [Span(*m.span()) for m in ASIDE.finditer(text)]
    anchors = [a for a in anchors if not _is_aside(a.span, items, asides) and not _is_compared(text, a.span)]
    anchors.sort(key=lambda a: a.span)
    if all(anchor.kind == WHOLE for anchor in anchors):
        return [frozenset({""}) if anchors else frozenset() for _ in items]
    found = assigned(text, items, [anchor.span for anchor in anchors])
    held = [
        {i for i in each if not _is_later(text, item, anchors[i].span, items)}
        for item, each in zip(items, found, strict=True)
    ]
    return [frozenset(anchors[i].key for i in each) for each in held]


_FRONTED = re.compile(r"\W*(?:[A-Z][a-z]+(?:ed|ing)|At|With|From|Up|Worth|Down|Put|Of|By|In|For)\b")
"""What opens a part that is said of what comes behind it: `Valued at 5 million, the market …`."""


def _is_later(text: str, item: Span, anchor: Span, items: Sequence[Span]) -> bool:
    """Whether it is named only in a later part of the sentence, which has a figure of its own."""
    if anchor.start < item.end or _FRONTED.match(text, part(text, item).start):
        return False
    theirs = part(text, anchor)
    return not theirs.holds(item) and any(theirs.holds(other) for other in items)


_BY_SOURCE = re.compile(
    r"\b(?:according to|(?:forecast|projected|estimated|expected|anticipated|predicted|seen|published|study|report|"
    r"figures?|data|analysis) (?:by|from|of))\s(?:the\s)?$",
    re.IGNORECASE,
)
_SOURCE_SAYS = re.compile(
    r",?\s(?:(?:had|has|have) (?:put|estimated|projected|forecast|seen|expected|predicted|valued)|sees|"
    r"expects?|says?|said|puts?|projects?|forecasts?|estimates?|predicts?|reckons?|values?|pegs?|sizes?|anticipates?|calculates?)\b"
)


_HOUSE = re.compile(
    r"\s(?:house|firm|consultanc(?:y|ies)|study|agency|association|analysts?|researchers?|publisher|institute|ministry)\b",
    re.IGNORECASE,
)
"""Behind a place whose somebody says so: `an Indian house`."""


def _is_source(text: str, anchor: Span) -> bool:
    """Whether it is who says so, rather than whose the figure is."""
    return bool(_BY_SOURCE.search(text[: anchor.start]) or _SOURCE_SAYS.match(text, anchor.end))


_PERCENT_OF = re.compile(r"(?:%|\bper ?cent)\s+(?:share\s+)?of\s+(?:[a-z-]+\s+){0,3}$", re.IGNORECASE)


def _is_base(text: str, anchor: Anchor, items: Sequence[Span]) -> bool:
    """Whether it is the whole that a percentage is of, rather than what has it: `5% of all cargo`."""
    return bool(
        _PERCENT_OF.search(
            text, max((i.start for i in items if i.end <= anchor.span.start), default=0), anchor.span.start
        )
    )


_COMPARED = re.compile(r"\b(?:behind|ahead of|after|than|like|unlike|besides|alongside)\s(?:the\s)?$", re.IGNORECASE)


def _is_compared(text: str, anchor: Span) -> bool:
    """Whether something else is only set beside it: `France is second behind Germany, at EUR 431 million`."""
    return bool(_COMPARED.search(text[: anchor.start])) and text[anchor.end : anchor.end + 1] == ","


_OF_A_WHOLE = re.compile(
    r",?\s+(?:out )?of\s+(?:the |a |its |an? )?(?:(?:19|20)\d\d )?(?:(?:global|world|overall) )?(?:total (?:of )?)?",
    re.IGNORECASE,
)
"""Between a figure and the whole that it is of: `$0.7 billion of the $3.4 billion`."""
_OF_MARKET = re.compile(
    r"\b(?:market|industry|sector|trade|business), (?:which|itself|valued|worth|estimated|put|expected|projected)\b"
    r"[^,;]*$",
    re.IGNORECASE,
)
"""Before a figure of the whole market, which has been named in passing."""


def _is_aside(anchor: Span, items: Sequence[Span], asides: Sequence[Span]) -> bool:
    """Whether it is named in passing, and no figure with it."""
    held = [aside for aside in asides if aside.holds(anchor)]
    return any(not any(aside.holds(item) for item in items) for aside in held)


def _beside(sentence: Sentence, figure: Figure) -> Owners:
    """Of the only figure, all names of its clause: who bought, and what."""
    clause = sentence.clause(figure.span.start)
    return frozenset(a.key for a in sentence.names if clause.holds(a.span))


def _measured(text: str, values: Sequence[Figure]) -> list[str]:
    """What each percentage measures; `33% of all shops` is a share, whatever grows beside it."""
    found = _marked(text, values)
    of_some = (f.kind == "percent" and bool(_OF_SOME.match(text, f.span.end)) for f in values)
    return ["share" if is_part else name for name, is_part in zip(found, of_some, strict=True)]


_OF_SOME = re.compile(
    r"\s+of\s+(?!(?:the |its |this |that )?(?:growth|increase|rise|gain|decline)\b)[a-z]", re.IGNORECASE
)


def _marked(text: str, values: Sequence[Figure]) -> list[str]:
    """By the words that each stands with."""
    marks = metrics(text)
    if len({name for _, name in marks}) < 2:
        said = ""
        found_first = []
        for figure in values:  # those that go on in one list are of one measure
            is_by = any(_is_by(text, figure, m) for m, _ in marks)
            said = marks[0][1] if figure.kind == "percent" and (is_by or said) else ""
            found_first.append(said)
        return found_first
    rates = [f.span for f in values if f.kind == "percent"]
    found = iter(assigned(text, rates, [span for span, _ in marks]))
    out: list[str] = []
    for at, figure in enumerate(values):
        named = {marks[i][1] for i in next(found)} if figure.kind == "percent" else set()
        goes_on = at and _IN_BRACKET.fullmatch(text, values[at - 1].span.end, figure.span.start)
        is_one = goes_on and "(" in text[values[at - 1].span.start - 9 : values[at - 1].span.start]
        out.append(out[-1] if is_one else named.pop() if len(named) == 1 else "")
    return out


_IN_BRACKET = re.compile(r"\s(?:and|versus|vs\.?|against|to|or)\s|,\s")
"""Between two of one measure in brackets."""


def _is_by(text: str, figure: Figure, mark: Span) -> bool:
    """Whether a word stands by a figure, no comma between them."""
    if mark.end <= figure.span.start:
        between = text[mark.end : figure.span.start]
        return "," not in between and len(between.split()) <= NEARBY
    between = text[figure.span.end : mark.start]
    is_joined = bool(_JOINED.fullmatch(between))
    return is_joined or (not _PARTED.search(between) and len(between.split()) <= NEARBY)


_JOINED = re.compile(r"(?:\s*(?:,|and|or|to)?\s*[\d.]+\s?%)+\s*")
"""Between a percentage and what others beside it are as well: `3% and 4.9% a year`."""
_PARTED = re.compile(r",|\band\b")
NEARBY = 14
"""Words."""

_ROLES = re.compile(
    r"(?:(?P<start>\b(?:up from|down from|from|compared with|against|base of|starting (?:at|from)))|"
    r"(?P<end>\b(?:to|reach(?:es|ed|ing)?|"
    r"hit(?:s|ting)?|until|towards?)))\s+(?:(?:about|around|roughly|some|over|nearly|almost|an?|the|estimated|"
    r"approximately|more|than|"
    r"just|under|close|to|level|mark|of|total|value)\s+)*$",
    re.IGNORECASE,
)


def _role(text: str, at: Span) -> str:
    found = _ROLES.search(text[max(0, at.start - 60) : at.start])
    return "" if found is None else "from" if found["start"] else "to"


def _nears(sentence: Sentence, spans: Sequence[Span]) -> list[frozenset[str]]:
    """For each figure the stems of its own words: what stands between two figures is parted where a new thing begins,
    and what stands in brackets behind a figure has that one's words."""
    text, parted = sentence.text, []
    for (_, end), (start, _) in pairwise(spans):
        cut = _NEW.search(text, end, start)
        parted.append(cut.start() if cut else end)
    out: list[frozenset[str]] = []
    for at, span in enumerate(spans):
        clause = sentence.clause(span.start)
        since = max(clause.start, parted[at - 1] if at else 0)
        until = min(clause.end, parted[at] if at < len(parted) else len(text))
        held = (w for w in sentence.words if since <= w.span.start and w.span.end <= until)
        own = frozenset(w.stem for w in held if not w.text[0].isdigit()) - _EMPTY
        in_brackets = at and text[spans[at - 1].end : span.start].strip() == "("
        out.append(out[-1] if in_brackets else own - _units(span.of(text)))
    return out


def _units(figure: str) -> frozenset[str]:
    """Stems of the words of a figure itself."""
    return frozenset(map(stem, re.findall(r"[a-z]{2,}", figure.lower())))


_NEW = re.compile(r"[,;]\s|\b(?:and|while|whereas|to|against|but|from)\b")
_EMPTY = frozenset(map(stem, STOP_WORDS | LOOSENING)) | frozenset(
    map(stem, "valued value size worth reach stood stand usd billion million grow grew cagr share".split())
)
"""Words that are said with any figure."""


def mention_in_row(figure: Figure, label: Sentence, head: Sentence, hedge: str) -> Mention:
    """A row's figure: what its label and the head of its column name."""
    whole = frozenset({""}) if label.wholes or head.wholes else frozenset[str]()
    named = [frozenset(a.key for a in sentence.names) for sentence in (label, head)]
    placed = [frozenset(a.key for a in sentence.places) for sentence in (label, head)]
    measured = {name for _, name in metrics(f"{head.text} {label.text}")} if figure.kind == "percent" else set()
    years = [f for f in (*head.figures, *label.figures) if f.kind == "period" and f.until]
    return Mention(
        figure=figure,
        hedge=hedge,
        places=placed[0] | placed[1] or whole,
        names=named[0] | named[1] or whole,
        metric=measured.pop() if len(measured) == 1 else "",
        tense=FORECAST if any(tense == FORECAST for it in (label, head) for _, tense in tenses(it.text)) else "",
        period=(int(years[0].value), years[0].until or 0) if years and figure.kind == "percent" else None,
        until=years[0].until if years and figure.kind == "percent" else None,
        near=frozenset(w.stem for w in (*label.words, *head.words)) - _EMPTY,
    )
