"""The gate that every statement passes: no figure leaves that does not stand in what the statement cites, or that is
not worked out from figures that do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from actqa.answering.asked.parts_of_year import short_parts
from actqa.answering.counted import miscounted, without_count
from actqa.answering.draft import Draft
from actqa.answering.figures.operations import OPERATIONS, Computed
from actqa.answering.gate.belonging import follow, misplaced
from actqa.answering.gate.carrying import uncarried
from actqa.answering.gate.cited import cited
from actqa.answering.gate.copied import miscopied
from actqa.answering.gate.dated import misdated
from actqa.answering.gate.direction import misdirected
from actqa.answering.gate.foretold import foretold
from actqa.answering.gate.naming import unnamed
from actqa.answering.gate.negation import denied
from actqa.answering.gate.order import misranked
from actqa.answering.gate.quoted import QUOTES, misquoted
from actqa.answering.gate.reckonings import reckonings
from actqa.answering.gate.sentence import Sentence
from actqa.answering.gate.tallied import mistallied
from actqa.answering.gate.worked import misreckoned
from actqa.answering.standing import TIMES, Standing, blanked, key, numbers_in, standing, times_of
from actqa.facts import ReportFacts
from actqa.figures import Figure, parse
from actqa.reading import Report, Span
from actqa.reading.sentences import split


@dataclass(frozen=True, slots=True)
class Failure:
    """A statement that may not leave, and why."""

    text: str
    reason: str


def check(report: Report, draft: Draft, asked: str = "", facts: ReportFacts | None = None) -> Failure | None:
    """None where every figure, number and year of the draft stands in the places it cites, said of the same thing, or
    follows from such figures by the operation it names; else why it is withheld.

    Years of the question may be echoed beside a sum. `facts` are the report's, where they are at hand.
    """
    places = [span for span in draft.evidence if 0 <= span.start < span.end <= len(report.text)]
    if len(places) < len(draft.evidence) or not places:
        return Failure(draft.text, "it cites no place in the report")
    stands = standing(report, places)
    reason = _misread(draft.figures, places, stands)
    if not reason and draft.computed is None:
        reason = miscounted(draft.text) or _untrue(
            _unframed(without_count(draft.text), draft.frame), report, places, stands, facts
        )
    elif not reason and draft.computed is not None:
        reason = _unworked(draft.text, draft.computed, places, stands, asked)
    return Failure(draft.text, reason) if reason else None


def reckoned(report: Report, draft: Draft) -> tuple[tuple[Figure, Computed], ...]:
    """The figures that a draft which has passed states without citing them, each with how it comes about."""
    there = cited(report, draft.evidence)
    sentences = (Sentence(span.of(draft.text), there.known) for span in _sentences(draft.text))
    return tuple(found for sentence in sentences for found in follow(sentence, there))


def _unframed(text: str, frame: Sequence[str]) -> str:
    """The text without the words around it that bring no figure."""
    for words in frame:
        if words and not any(c.isdigit() for c in words):
            text = text.replace(words, " ", 1)
    return text.strip()


def _untrue(text: str, report: Report, places: Sequence[Span], stands: Standing, facts: ReportFacts | None) -> str:
    """Why a sentence of the text may not be said; what stands there word for word may."""
    there = None
    if QUOTES.search(text):
        there = cited(report, places, facts)
        if reason := misquoted(Sentence(text, there.known), there):
            return reason
    for span in _sentences(text):
        if not stands.says(span.of(text)):
            there = there or cited(report, places, facts)
            sentence = Sentence(span.of(text), there.known)
            reason = next(filter(None, (look(sentence, there) for look in LOOKS)), "")
            reckoned = [it.span for it in reckonings(sentence.text)]
            bare = blanked(sentence.text, [*short_parts(sentence.text), *reckoned])
            reason = reason or _unstated_number(bare, sentence.figures, stands)
            reason = reason or _misdated_number(sentence.text, sentence.figures, stands)
            if reason:
                return reason
    return ""


_SCALE_ENDS = re.compile(r"(?<=\d )(?:[bB]n|[mM]n|[mM]io|[mM]rd|[tT]n)\.\s+(?=[A-Z])")
"""A scale's full stop that ends a sentence of a statement as well."""


def _sentences(text: str) -> list[Span]:
    """The statement's sentences."""
    cuts = [0, *(m.end() for m in _SCALE_ENDS.finditer(text)), len(text)]
    return [span for start, end in pairwise(cuts) for span in split(text, Span(start, end))]


LOOKS = (
    misplaced,
    misreckoned,
    mistallied,
    misdated,
    unnamed,
    misranked,
    misdirected,
    foretold,
    denied,
    uncarried,
    miscopied,
)
"""What is compared of a sentence with what it cites, one idea each."""


def check_words(text: str, *sources: str) -> Failure | None:
    """The same for words that cite nothing: their figures, numbers and years must be those of the sources."""
    reason = _unstated(text, Standing((), sources))
    return Failure(text, reason) if reason else None


def _unstated(text: str, stands: Standing) -> str:
    """Why the text may not be said: a figure that does not stand there."""
    if stands.says(text):
        return ""
    figures = parse(text)
    for figure in figures:
        known = times_of(figure) <= stands.years if figure.kind in TIMES else key(figure) in stands.figures
        if not known:
            return f"{figure.text} does not stand in what it cites"
    return _unstated_number(text, figures, stands)


def _unstated_number(text: str, figures: Iterable[Figure], stands: Standing) -> str:
    """The same for numbers that are no part of a figure."""
    for found in numbers_in(blanked(text, [f.span for f in figures])):
        if found.number not in stands.numbers and not (found.text.isdigit() and int(found.text) in stands.years):
            return f"{found.text} does not stand in what it cites"
    return ""


def _misdated_number(text: str, figures: Sequence[Figure], stands: Standing) -> str:
    """Why a number alone, whose unit stands in its column's head, is of another year than the one before it."""
    years = [f for f in figures if f.kind == "year"]
    for found in numbers_in(blanked(text, [f.span for f in figures])):
        known = stands.cell_years.get(found.number, set())
        before = [
            f for f in years if f.span.end <= found.span.start and not _BREAK.search(text, f.span.end, found.span.start)
        ]
        if known and before:
            year = int(before[-1].value)
            if not _is_of_its_year(text, found.span, year, years, known, stands):
                return f"{found.text} is not said of {year} in what it cites"
    return ""


_BREAK = re.compile(r"[.;](?:\s|$)")


def _is_of_its_year(
    text: str, at: Span, year: int, years: Sequence[Figure], known: set[int | None], stands: Standing
) -> bool:
    """Whether the year that the text ties to a figure is the figure's own where it stands, or that of a title above
    it; what the report says in one breath and the same words is as the report says it."""
    if year in known or (None in known and year in stands.free_years):
        return True
    spans = (f.span for f in years if int(f.value) == year)
    breaths = (Span(min(span.start, at.start), max(span.end, at.end)) for span in spans)
    return any(stands.says(breath.of(text)) for breath in breaths)


def _misread(figures: Iterable[Figure], places: Sequence[Span], stands: Standing) -> str:
    """Why the figures may not be given: one is not cited, or not what stands there."""
    for figure in figures:
        if not any(place.holds(figure.span) for place in places):
            return f"{figure.text} does not stand in what it cites"
        if not stands.holds(figure):
            return f"{figure.text} is not what stands there"
    return ""


# Sums ----------------------------------------------------------------------------------------------------------------


def _unworked(text: str, computed: Computed, places: Sequence[Span], stands: Standing, asked: str) -> str:
    """Why the sum may not be shown: an operand that is not cited, an operation without a result, years that are not
    the operands', or a statement that says something else than the sum yields."""
    if computed.operation not in OPERATIONS:
        return f"there is no operation {computed.operation}"
    try:
        result, formula, _ = computed.text, computed.formula, computed.value
    except (ArithmeticError, ValueError, LookupError) as error:
        return f"it cannot be worked out: {error}"
    reason = _misread(computed.operands, places, stands) or _wrong_years(computed, stands, asked)
    if reason:
        return reason
    for part in (formula, result):
        if part not in text:
            return f"it does not say {part}"
        text = text.replace(part, " ", 1)
    return _unstated_beside(text, computed, stands, _years(computed, stands, asked))


def _unstated_beside(text: str, computed: Computed, stands: Standing, years: set[int]) -> str:
    """What is said beside result and formula: operands, their years, and what else stands in their places."""
    operands = {(f.value, f.unit) for f in computed.operands}
    figures = parse(text)
    for figure in figures:
        if figure.kind in TIMES:
            is_known = times_of(figure) <= years
        else:
            is_known = (figure.value, figure.unit) in operands or key(figure) in stands.figures
        if not is_known:
            return f"{figure.text} is nothing it is worked out from"
    return _unstated_number(text, figures, stands)


def _years(computed: Computed, stands: Standing, asked: str) -> set[int]:
    """Years that may stand beside the sum: the question's, the operands', and where one of these has none of its own,
    those of the places."""
    years = years_in(asked) | {f.year for f in computed.operands if f.year is not None}
    return years | stands.years if any(f.year is None for f in computed.operands) else years


def _wrong_years(computed: Computed, stands: Standing, asked: str) -> str:
    """Whether the sum takes another time than that between its operands, or is given for another year than theirs."""
    years = _years(computed, stands, asked)
    if computed.year is not None and computed.year not in years:
        return f"{computed.year} is no year of what it is worked out from"
    if computed.years is None:
        own = {f.year for f in computed.operands} - {None}
        is_other = computed.year is not None and own and computed.year not in own
        return f"{computed.year} is no year of what it is worked out from" if is_other else ""
    since, until = computed.years
    firsts = years if since is None else {since}
    lasts = years if until is None else {until}
    if computed.count not in {last - first for first in firsts for last in lasts}:
        return f"{computed.count} years do not lie between what it is worked out from"
    return ""


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def years_in(text: str) -> set[int]:
    """Years that a text names."""
    named = (times_of(figure) for figure in parse(text) if figure.kind in TIMES)
    return {int(year) for year in _YEAR.findall(text)}.union(*named)
