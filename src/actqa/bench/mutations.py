"""The ways in which a model errs: each takes a true statement and makes a false one of it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random

from actqa.answering.draft import Draft
from actqa.answering.gate.hedges import hedge_of
from actqa.answering.standing import TIMES
from actqa.bench.truths import Source, Truth, plainly
from actqa.facts.said import Said, said
from actqa.figures import Figure, parse
from actqa.figures.arithmetic import base
from actqa.reading import Span


@dataclass(frozen=True)
class Field:
    """A labelled report with its true statements, and what has to be looked up to know that a change is false."""

    source: Source
    truths: Sequence[Truth]
    strangers: Sequence[str]
    """Names from other reports."""

    @cached_property
    def lines(self) -> list[Said]:
        """Its sentences and rows."""
        return [line for line in said(self.source.report) if line.kind != "heading" and len(line.text) > 25]

    @cached_property
    def values(self) -> set[tuple[float, str]]:
        """Every figure of the report, without scale."""
        found = (base(f.value, f.unit) for line in said(self.source.report) for f in line.figures)
        return {(float(value), unit) for value, unit in found}

    def gives(self, figure: Figure) -> bool:
        """Whether the report gives the figure somewhere, be it rounded."""
        value, unit = base(figure.value, figure.unit)
        return any(unit == u and abs(float(value) - v) <= 0.004 * abs(v) for v, u in self.values)


Made = Iterator[Draft]
Mutation = Callable[[Truth, Field, Random], Made]


def _figures(text: str) -> list[Figure]:
    return [f for f in parse(text) if f.kind not in TIMES]


def _put(truth: Truth, span: Span, words: str) -> Draft:
    text = truth.draft.text
    return replace(truth.draft, text=text[: span.start] + words + text[span.end :])


def digit(truth: Truth, field: Field, random: Random) -> Made:
    """A digit of a figure."""
    for figure in random.sample(found := _figures(truth.draft.text), len(found)):
        places = [i for i in range(*figure.span) if truth.draft.text[i].isdigit()]
        for at in random.sample(places, len(places)):
            other = random.choice([d for d in "0123456789" if d != truth.draft.text[at]])
            made = _put(truth, Span(at, at + 1), other)
            changed = [f for f in _figures(made.text) if f.span.start == figure.span.start]
            if changed and not field.gives(changed[0]) and made.text[figure.span.start :].lstrip("$€£ ")[:1] != "0":
                yield made


SCALES = {
    "thousand": ("million", "billion"),
    "million": ("billion", "thousand"),
    "billion": ("million", "trillion"),
    "mn": ("bn", "tn"),
    "bn": ("mn", "tn"),
    "crore": ("lakh", "million"),
    "lakh": ("crore", "billion"),
    "trillion": ("billion", "million"),
}


def scale(truth: Truth, field: Field, random: Random) -> Made:
    """The scale of a figure."""
    for m in re.finditer(r"(?<=\d )(?:thousand|million|billion|mn|bn|crore|lakh|trillion)\b", truth.draft.text, re.I):
        for other in random.sample(SCALES[m.group().lower()], len(SCALES[m.group().lower()])):
            yield _put(truth, Span(*m.span()), other)


CURRENCIES = ("USD ", "EUR ", "GBP ", "INR ", "JPY ", "CNY ")


def currency(truth: Truth, field: Field, random: Random) -> Made:
    """The currency of a figure."""
    for m in re.finditer(r"(?:US\$|USD|EUR|GBP|INR|\$|€|£|₹)\s?(?=\d)", truth.draft.text):
        own = parse(f"{m.group()}5 million")
        others = [c for c in CURRENCIES if not own or not own[0].unit.startswith(c.strip())]
        yield _put(truth, Span(*m.span()), random.choice(others))


def year(truth: Truth, field: Field, random: Random) -> Made:
    """A year: another of the statement or its neighbours."""
    found = list(re.finditer(r"(?<![\d.,$])(?:19|20)\d\d(?![\d%]|[.,]\d)", truth.draft.text))
    for m in random.sample(found, len(found)):
        own = int(m.group())
        others = {own + d for d in (-3, -2, -1, 1, 2, 3)} | {int(o.group()) for o in found}
        labelled = {(p.value, p.year) for p in field.source.points}
        for other in random.sample(sorted(others - {own}), 2):
            cited = [place.of(field.source.report.text) for place in truth.draft.evidence]
            fiscal = any(f"{other}{mark}" in text for text in cited for mark in "-/–")
            if not fiscal and not any((p.value, other) in labelled for p in truth.points) and _dated(m, truth):
                yield _put(truth, Span(*m.span()), str(other))


def _dated(m: re.Match[str], truth: Truth) -> bool:
    """Whether the year is that of a figure, and so a wrong one is false."""
    return bool(_figures(truth.draft.text))


def swapped(truth: Truth, field: Field, random: Random) -> Made:
    """Two figures of the statement."""
    figures = _figures(truth.draft.text)
    pairs = [
        (a, b)
        for i, a in enumerate(figures)
        for b in figures[i + 1 :]
        if base(a.value, a.unit)[1] == base(b.value, b.unit)[1] and a.value != b.value and a.unit != "years"
    ]
    for a, b in random.sample(pairs, len(pairs)):
        between = truth.draft.text[a.span.end : b.span.start]
        if len(between.split()) > 1:
            made = _put(truth, b.span, a.text)
            yield replace(made, text=made.text[: a.span.start] + b.text + made.text[a.span.end :])


def anothers(truth: Truth, field: Field, random: Random) -> Made:
    """The figure of another region, segment or market, whose place is cited as well, or is not."""
    for own in truth.points:
        text = plainly(own)
        others = [
            t
            for t in field.truths
            for p in t.points
            if len(t.points) == 1
            and p.subject != own.subject
            and p.unit == own.unit
            and p.value != own.value
            and not _labelled(field, own.subject, p.value)
        ]
        if text in truth.draft.text and others:
            other = random.choice(others)
            made = truth.draft.text.replace(text, plainly(other.points[0]))
            both = (*truth.draft.evidence, *other.draft.evidence)
            yield Draft(made, random.choice([truth.draft.evidence, both, other.draft.evidence]))


def _labelled(field: Field, subject: str, value: object) -> bool:
    return any(p.value == value and (p.subject == subject) for p in field.source.points)


def moved(truth: Truth, field: Field, random: Random) -> Made:
    """The citation, to a passage that does not say it."""
    own = _figures(truth.draft.text)
    said_words = set(re.findall(r"[a-z]{5,}", truth.draft.text.lower()))
    for line in random.sample(field.lines, min(len(field.lines), 12)):
        there = {(f.value, f.unit) for f in line.figures}
        words = set(re.findall(r"[a-z]{5,}", line.text.lower()))
        is_own = any(line.span.overlaps(place) for place in truth.draft.evidence)
        alike = len(said_words & words) > 0.4 * len(said_words)
        near = any(
            base(f.value, f.unit)[1] == base(v, u)[1]
            and abs(base(f.value, f.unit)[0] - base(v, u)[0]) <= abs(base(f.value, f.unit)[0]) / 50
            for f in own
            for v, u in there
        )
        if not is_own and not alike and not near:
            yield Draft(truth.draft.text, (line.span,))


def spliced(truth: Truth, field: Field, random: Random) -> Made:
    """Two quotes, the first half of one and the second of another."""
    words = truth.draft.text.split()
    other = random.choice(field.truths)
    behind = other.draft.text.split()
    if len(words) >= 8 and len(behind) >= 8 and other.draft.evidence != truth.draft.evidence:
        quote = f"{' '.join(words[: len(words) // 2])} {' '.join(behind[len(behind) // 2 :])}"
        if quote not in " ".join(field.source.report.text.split()):
            yield Draft(f"The report says: “{quote}”", (*truth.draft.evidence, *other.draft.evidence))


def name(truth: Truth, field: Field, random: Random) -> Made:
    """A region, segment or company, for another of its kind or one the report has never heard of."""
    for kind, names in field.source.names.items():
        for own in names:
            found = re.search(rf"(?<![\w-]){re.escape(own)}(?![\w-])", truth.draft.text)
            if not found or len(own) < 4:
                continue
            lower = truth.draft.text.lower()
            others = [
                n
                for n in names
                if n.lower() not in lower
                and lower.find(n.lower()[:6]) < 0
                and own.lower() not in n.lower()
                and not n.lower().startswith(("other", "rest"))
            ]
            others = [n for n in others if not _cited(n, truth, field) and not _shares(n, truth, field)]
            stranger = random.choice(field.strangers)
            if others and (kind != "players" or random.random() < 0.5):
                yield _put(truth, Span(*found.span()), random.choice(others))
            elif stranger.lower() not in field.source.report.text.lower():
                yield _put(truth, Span(*found.span()), stranger)


def _shares(name: str, truth: Truth, field: Field) -> bool:
    """Whether the labels give it one of the figures that are said."""
    values = {f.value for f in _figures(truth.draft.text)}
    return any(p.value in values for p in field.source.points if name.lower() in p.subject.lower())


def _cited(name: str, truth: Truth, field: Field) -> bool:
    """Whether it is in the very sentence, where it might truly be said as well."""
    return any(name.lower() in place.of(field.source.report.text).lower() for place in truth.draft.evidence)


_TURNS = """grow shrink; grew shrank; growing shrinking; grows shrinks; increase decrease; growth decline; rise fall;
increased decreased; increasing decreasing; rises falls; rose fell; rising falling; expand contract; climb drop;
climbs drops; decline increase; declined increased; falling rising; fell rose; fall rise; expanding shrinking;
expansion contraction; higher lower; lower higher; surge slump; gain loss"""
REVERSED = dict(pair.split() for pair in _TURNS.split(";"))


def reversed_(truth: Truth, field: Field, random: Random) -> Made:
    """What grows shrinks, and the reverse."""
    found = list(re.finditer(r"(?<![\w-])[A-Za-z]+(?![\w-])", truth.draft.text))
    for m in random.sample(found, len(found)):
        if m.group() in REVERSED:
            yield _put(truth, Span(*m.span()), REVERSED[m.group()])


_RANKS = """largest smallest; biggest smallest; fastest slowest; highest lowest; smallest largest; second third;
lowest highest; leads trails; fastest-growing slowest-growing; slowest fastest; leading smallest; most least"""
ORDERS = dict(pair.split() for pair in _RANKS.split(";"))
_ORDER = re.compile(r"\b(?:largest|biggest|fastest|highest|leads|led|dominat\w+|smallest|leading)\b", re.IGNORECASE)


def ranked(truth: Truth, field: Field, random: Random) -> Made:
    """A superlative, turned round or moved to another of the same kind."""
    text = truth.draft.text
    ranks = list(_ORDER.finditer(text))
    if not ranks:
        return
    for m in ranks:
        if m.group() in ORDERS and random.random() < 0.5:
            yield _put(truth, Span(*m.span()), ORDERS[m.group()])
    for names in field.source.names.values():
        own = [n for n in names if n in text]
        others = [n for n in names if n not in text and len(n) > 3 and not n.lower().startswith(("other", "rest"))]
        if len(own) == 1 and others and abs(text.find(own[0]) - ranks[0].start()) < 80:
            other = random.choice(others)
            rivals = [line.span for line in field.lines if other in line.text and not _ORDER.search(line.text)]
            if other not in " ".join(line.text for line in field.lines if _ORDER.search(line.text)):
                made = text.replace(own[0], other)
                places = (*truth.draft.evidence, *rivals[:1]) if random.random() < 0.5 else truth.draft.evidence
                yield Draft(made, places)


NEGATED = (
    (r"\b(was|were|is|are|will|should|has been|could|would)\b(?! not)", r"\1 not"),
    (r"\bheld\b", "did not hold"), (r"\breached\b", "did not reach"), (r"\bgrew\b", "did not grow"),
    (r"\bacquired\b", "did not acquire"), (r"\blaunched\b", "did not launch"), (r"\bopened\b", "did not open"),
    (r"\baccounted\b", "did not account"), (r"\bleads\b", "does not lead"), (r"\bled\b", "did not lead"),
    (r"\bgrows\b", "does not grow"), (r"\bhas a\b", "has no"), (r"\bstood\b", "did not stand"),
    (r"\bholds\b", "does not hold"),
    (r"\bannounced\b", "never announced"), (r"\bdrives\b", "does not drive"), (r"\bremains\b", "does not remain"),
)  # fmt: skip


def negated(truth: Truth, field: Field, random: Random) -> Made:
    """A negation put in."""
    for pattern, words in random.sample(NEGATED, len(NEGATED)):
        found = re.search(pattern, truth.draft.text)
        if found and not re.search(r"\b(?:not|no|never|none)\b", truth.draft.text):
            yield _put(truth, Span(*found.span()), found.expand(words))


_HEDGE = re.compile(
    r"\b(?:over|more than|nearly|almost|about|around|roughly|approximately|up to|at least|less than|under|"
    r"close to)\s+(?=[\d$€£U])",
    re.I,
)
HEDGED = {
    "over": ("", "nearly ", "up to "),
    "nearly": ("", "more than "),
    "about": ("more than ", "up to "),
    "up to": ("", "more than "),
}


def hedged(truth: Truth, field: Field, random: Random) -> Made:
    """A qualifier dropped, changed, or put in."""
    text = truth.draft.text
    for figure in _figures(text):
        hedge = hedge_of(text, figure)
        m = next((m for m in _HEDGE.finditer(text) if m.end() == figure.span.start), None)
        if hedge and m:
            yield _put(truth, Span(*m.span()), random.choice(HEDGED[hedge]))
        elif (
            not hedge and figure.kind in {"percent", "money"} and figure.text[:1] not in "-−" and _is_free(text, figure)
        ):
            yield _put(
                truth, Span(figure.span.start, figure.span.start), random.choice(("more than ", "up to ", "nearly "))
            )


def _is_free(text: str, figure: Figure) -> bool:
    return bool(re.search(r"\b(?:of|at|to|worth|was|held|reach)\s$", text[: figure.span.start]))


AS_FACT = (
    (r"\b(?:is|are) (?:expected|projected|forecast|anticipated|estimated|set|poised|predicted|likely|"
        r"tipped) to (?:reach|hit|climb to|rise to|grow to|come to|top)\b", "reached"),
    (r"\b(?:is|are) (?:expected|projected|forecast|anticipated|set|poised|predicted|likely) to (?:grow|expand|"
        r"rise|increase|advance|climb)\b", "grew"),
    (r"\b(?:will|should|is expected to|is projected to) (?:reach|hit)\b", "reached"),
    (r"\b(?:will|should) (?:grow|expand|rise|climb|advance)\b", "grew"),
    (r"\b(?:will|should|is expected to|is projected to|is forecast to) (?:be|be worth)\b", "was"),
    (r"\b(?:will|should|is expected to|is projected to) (?:hold|account for)\b", "held"),
)  # fmt: skip
AS_FORECAST = (
    (r"\bwas (?:worth|valued at)\b", "is expected to be worth"), (r"\bheld\b", "will hold"),
    (r"\bstood at\b", "is expected to stand at"),
    (r"\baccounted for\b", "will account for"), (r"\breached\b", "will reach"), (r"\bgrew\b", "will grow"),
)  # fmt: skip


def told(truth: Truth, field: Field, random: Random) -> Made:
    """A forecast told as fact, and what was in a year past as a forecast."""
    last = max((p.year for p in field.source.points if p.year), default=None)
    was = any(p.year for p in truth.points if p.year != last) or re.search(
        r"\b(?:was|were|in) .*(?:19|20)\d\d", truth.draft.text
    )
    for pattern, words in (*AS_FACT, *(AS_FORECAST if was else ())):
        found = re.search(pattern, truth.draft.text)
        if found:
            yield _put(truth, Span(*found.span()), words)


MUTATIONS: Mapping[str, Mutation] = {
    "a digit": digit,
    "the scale": scale,
    "the currency": currency,
    "the year": year,
    "two figures swapped": swapped,
    "another's figure": anothers,
    "the citation moved": moved,
    "a name replaced": name,
    "two quotes spliced": spliced,
    "the direction reversed": reversed_,
    "a superlative moved": ranked,
    "a negation added": negated,
    "a qualifier changed": hedged,
    "a forecast told as fact": told,
}
FIGURES_AND_NAMES = tuple(MUTATIONS)[:8]
"""Kinds with a wrong figure or name."""
