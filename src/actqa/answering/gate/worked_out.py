"""How a figure that stands nowhere in what is cited comes about from those that do, where a sentence tells it as what
follows from them: a difference, a sum, a rest, a change or part in percent, a multiple."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from actqa.answering.figures.operations import Computed
from actqa.answering.gate.cited import Cited
from actqa.answering.gate.dating import coordinate
from actqa.answering.gate.mentions import Mention
from actqa.answering.gate.operands import Operand, alike_operands, operands, pairs
from actqa.answering.gate.sentence import Sentence
from actqa.answering.gate.worked import comes_to, gap, is_moving, is_times, is_towards
from actqa.figures import Figure
from actqa.reading import Span

_HEDGED = (
    r"(?:\s(?:of|about|around|roughly|some|nearly|almost|over|only|just|a|an|another|more|than|approximately|estimated|"
    r"further|additional|close|to|well|under)){0,4}\s*$"
)
_BY = re.compile(
    r"\b(?:by|gain|increase|rise|drop|fall|decline|decrease|difference|gap|lead|margin|up|down|adding|adds|added|add|"
    r"plus|minus|growth|distance|spread|put on|gained|gaining|lost|losing|shed|shedding)" + _HEDGED,
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s(?:a year\s)?(?:more|less|fewer|higher|lower|above|below|ahead|behind|apart|short of|larger|smaller|bigger|"
    r"extra|increase|rise|gain|drop|decline|gap|difference|lead|cheaper|dearer)\b",
    re.IGNORECASE,
)
_GAP = re.compile(
    r"\b(?:lead|gap|difference|margin|distance|spread|advantage)\b[^.;\d]*\b(?:from|to|of|at|is|was|be)\s+"
    r"(?:about\s|around\s|roughly\s|only\s|just\s)?$|\b(?:lead|gap|difference|margin|advantage)\b[^.;]*\bto\s+$",
    re.IGNORECASE,
)
"""Words that tell a figure as a difference, before it and behind it."""
_TOGETHER = re.compile(
    r"\b(?:together|combined|jointly|in (?:all|total|sum)|altogether|between them|both|add(?:s|ed|ing)? up to|sums? to|"
    r"collectively|total(?:s|ling|ing)?|cumulatively|(?:top|largest|leading|biggest|first) (?:two|three|four|five))\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|remaining|remainder|other|others|leaving|leaves|balance)\b[^\d]*$", re.IGNORECASE)
_PART = re.compile(
    r", or\b|\b(?:of|share|accounts?|accounted|accounting|makes? up|made up|part|portion|represents?|represented)\b",
    re.IGNORECASE,
)
MOST_SUMMED = 6
NEAR = 45
"""Characters beside a percentage in which a word says that it is a part."""

Result = tuple[Decimal, str, Computed]
"""What comes out, without scale, its unit, and how."""


def worked_out(said: Mention, sentence: Sentence, cited: Cited) -> Computed | None:
    """How the figure comes about; None where it does not."""
    own = said.figure.span
    of = [it for it in operands(sentence, cited, said.hedge) if it.at is None or not it.at.overlaps(own)]
    near = coordinate(sentence.text, own)
    results = _results(said, sentence, cited, of, near)
    if said.figure.kind == "multiple":
        found = (pair for pair in pairs(of, near, moving=is_moving(sentence, near)))
        return next(
            (_how("multiple", *_ordered(*p)) for p in found if is_times(said.figure.value, said.hedge, *p)), None
        )
    fitting = (how for worth, unit, how in results if worth > 0 and comes_to(said.figure, said.hedge, worth, unit))
    return next(fitting, None)


def _results(said: Mention, sentence: Sentence, cited: Cited, of: Sequence[Operand], near: Span) -> Iterator[Result]:
    figure, text = said.figure, sentence.text
    before, behind = text[: figure.span.start], text[figure.span.end :]
    alike = next((group for group in alike_operands(of) if _is_of_kind(figure, group[0])), [])
    is_change = bool(_BY.search(before) or _MORE.match(behind) or _GAP.search(before))
    if is_change:
        for pair in pairs(alike, near, moving=True):
            if any(_is_of(figure, it) for it in pair) and is_towards(text, figure.span, *pair):
                yield gap(*pair), pair[0].worth[1], _how("gap", *_ordered(*pair))
    if _TOGETHER.search(text):
        for parts in _sums([it for it in alike if _is_of(figure, it)]):
            yield _total(parts), parts[0].worth[1], _how("sum", *parts)
    if figure.kind != "percent":
        return
    if _REST.search(before[-30:]):
        for shares in (*_sums(alike, least=1), *_told(cited)):
            yield 100 - _total(shares), "percent", _how("rest", *shares)
    yield from _ratios(said, of, near, text, is_change=is_change or said.moves)


def _how(operation: str, *of: Operand) -> Computed:
    return Computed(operation, tuple(it.mention.figure for it in of))


def _ordered(one: Operand, other: Operand) -> tuple[Operand, Operand]:
    """The larger one first."""
    return (one, other) if one.worth[0] >= other.worth[0] else (other, one)


def _total(of: Sequence[Operand]) -> Decimal:
    return sum((it.worth[0] for it in of), Decimal(0))


def _is_of(figure: Figure, operand: Operand) -> bool:
    """Whether it may be of the time that the result is said of."""
    return None in {figure.year, operand.mention.figure.year} or figure.year == operand.mention.figure.year


def _is_of_kind(figure: Figure, operand: Operand) -> bool:
    kinds = {figure.kind, operand.mention.figure.kind}
    if len({"quantity" if kind == "count" else kind for kind in kinds}) > 1:
        return False
    return figure.kind != "money" or figure.unit[:3] == operand.worth[1][:3]


def _sums(of: Sequence[Operand], least: int = 2) -> Iterator[list[Operand]]:
    """Runs of what the sentence gives, and all that it names of one time."""
    given: list[Operand] = []
    for it in of:
        if it.at is not None and all(it.at != other.at for other in given):
            given.append(it)
    for size in range(least, min(len(given), MOST_SUMMED) + 1):
        for start in range(len(given) - size + 1):
            yield given[start : start + size]
    years = {it.mention.figure.year for it in of}
    for times in [{year} for year in years] + [{year, None} for year in years]:
        held = [it for it in of if it.mention.figure.year in times]
        if len(held) >= least:
            yield held


def _told(cited: Cited) -> Iterator[list[Operand]]:
    """The shares of each line."""
    for read in cited.reads:
        shares = [m for m in read.mentions if m.figure.kind == "percent" and m.metric != "growth"]
        if shares:
            yield [Operand(m, (m.figure.value, "percent"), None, is_timed=False) for m in shares]


def _ratios(said: Mention, of: Sequence[Operand], near: Span, text: str, *, is_change: bool) -> Iterator[Result]:
    """A change in percent, or the part that one amount is of another."""
    amounts = [it for it in of if it.mention.figure.kind in {"money", "quantity", "count"}]
    is_part = bool(_PART.search(text[max(0, said.figure.span.start - NEAR) : said.figure.span.end + NEAR]))
    for pair in pairs(amounts, near, moving=is_change):
        high, low = _ordered(*pair)
        if low.worth[0] <= 0:
            continue
        years = {it.mention.figure.year for it in pair}
        if is_change and len(years) > 1:
            first, last = sorted(pair, key=lambda it: it.mention.figure.year or 0)
            yield abs(last.worth[0] / first.worth[0] - 1) * 100, "percent", _how("change", last, first)
        if is_part and len(years) == 1:
            yield low.worth[0] / high.worth[0] * 100, "percent", _how("fraction", low, high)
