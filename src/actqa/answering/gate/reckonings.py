"""Words by which a sentence reckons: `nearly tripled`, `four times`, `eight percentage points`, `three more than`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from actqa.answering.gate.hedges import hedge_of
from actqa.figures import Figure
from actqa.figures.grammar import NUMBER_WORDS
from actqa.reading import Span

Kind = Literal["times", "points", "more"]


@dataclass(frozen=True, slots=True)
class Reckoning:
    """A number that is no figure, but says how figures lie to each other."""

    kind: Kind
    """`times`: one is so many times the other; `points`: so many percentage points lie between; `more`: so many
    things."""
    value: Decimal
    hedge: str
    span: Span
    text: str


_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?P<number>half a|\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{_WORDS})(?P<half> and a half)?)"
VERBS: dict[str, Decimal | int] = {
    "doubl": 2,
    "tripl": 3,
    "trebl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "halv": Decimal("0.5"),
    "twice": 2,
}
"""How a word begins → how many times that is."""
_VERB = (
    r"(?P<verb>(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:es|ed|ing)\b|"
    r"(?<![\w-])(?:double|triple|treble|quadruple|quintuple|halve)(?=$|[.,;:)–—]|\s(?:to|from|by|in|over|between|within|"
    r"the|its|their|that|what|of|again|during|since|compared|until|through|as|at|and|or|this|these|those)\b)"
    r"|twice(?! (?:a|per|each|every|daily|weekly|yearly)\b))"
)
_TIMES = re.compile(
    rf"(?<![\w.,$€£¥₹-])(?:{_NUMBER}(?:[- ]times\b(?! (?:a|per|each|every)\b)|[- ]?fold\b)|{_VERB})", re.IGNORECASE
)
_POINTS = re.compile(
    rf"(?<![\w.,$€£¥₹-]){_NUMBER}[- ](?P<basis>basis )?(?:percentage |percent |per cent |%-)?(?P<unit>points?|pps?|bps)"
    r"\b(?! (?:of|agenda|plan)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"(?<![\w.,$€£¥₹-])(?<!\bno )(?<!\bor ){_NUMBER}\s(?:more|fewer)\s(?:(?!than)[a-z]+\s)?than\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|cannot|without|n[’']t|short of)\s(?:\w+\s){0,2}$", re.IGNORECASE)


def reckonings(text: str) -> tuple[Reckoning, ...]:
    """Those of a sentence, in order; what it denies is none."""
    found = (*_times(text), *_points(text), *_more(text))
    return tuple(sorted((it for it in found if not _DENIED.search(text[: it.span.start])), key=lambda it: it.span))


def _times(text: str) -> Iterator[Reckoning]:
    for found in _TIMES.finditer(text):
        if found["verb"]:
            value = next(Decimal(times) for word, times in VERBS.items() if found["verb"].lower().startswith(word))
        else:
            value = _value(found)
        yield _reckoning("times", value, text, found)


def _points(text: str) -> Iterator[Reckoning]:
    for found in _POINTS.finditer(text):
        is_basis = found["basis"] or found["unit"].lower() == "bps"
        yield _reckoning("points", _value(found) / (100 if is_basis else 1), text, found)


def _more(text: str) -> Iterator[Reckoning]:
    for found in _MORE.finditer(text):
        yield _reckoning("more", _value(found), text, found)


def _value(found: re.Match[str]) -> Decimal:
    word = found["number"].lower().removesuffix(" and a half")
    if word == "half a":
        return Decimal("0.5")
    return Decimal(NUMBER_WORDS.get(word, word.replace(",", ""))) + (Decimal("0.5") if found["half"] else 0)


def _reckoning(kind: Kind, value: Decimal, text: str, found: re.Match[str]) -> Reckoning:
    span = Span(*found.span())
    hedged = Span(span.start - len(_ARTICLE.findall(text[: span.start])[0]), span.end)
    hedge = hedge_of(text, Figure("multiple", hedged, found.group(), value, "x"))
    return Reckoning(kind, value, hedge, span, found.group())


_ARTICLE = re.compile(r"(?:\b(?:a|an|the)\s)?$")
"""Between a hedge and what it loosens: `more than a threefold rise`."""
