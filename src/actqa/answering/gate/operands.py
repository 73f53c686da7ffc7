"""Which cited figures a sentence reckons with: those that it gives, and those that it names by year and owner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from actqa.answering.gate.cited import Cited
from actqa.answering.gate.mentions import Mention, Owners, mentions_in
from actqa.answering.gate.owned import same_name
from actqa.answering.gate.rounding import Quantity, alike, quantity, stands_for
from actqa.answering.gate.sentence import OTHERS, Sentence
from actqa.answering.standing import TIMES, times_of
from actqa.reading import Span

LOOSE = frozenset({"over", "nearly", "up to"})
"""Hedges of what nothing can be worked out from without one."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A cited figure that may be reckoned with."""

    mention: Mention
    worth: Quantity
    at: Span | None
    """Where the sentence gives it; None of one of whom it only names."""

    is_timed: bool
    """Whether the sentence says when, too."""

    @property
    def owners(self) -> Owners:
        """Whose it is; the market as a whole is nobody's."""
        return _owners(self.mention)


def _owners(mention: Mention) -> Owners:
    """Others in the same line are whose it is only where nobody else is named."""
    owners = (mention.places | mention.names) - {""}
    return owners - {OTHERS} or owners


def operands(sentence: Sentence, cited: Cited, hedge: str) -> list[Operand]:
    """In the order in which the sentence gives them, those that it only names last; `hedge` is that of the result."""
    said = mentions_in(sentence)
    years = {year for f in sentence.figures if f.kind in TIMES for year in times_of(f)}
    stems = frozenset(word.stem for word in sentence.words)
    keys = frozenset(a.key for a in (*sentence.places, *sentence.names))
    out: dict[tuple[Span, object], Operand] = {}
    for found, _ in cited.mentions:
        if found.figure.kind == "multiple" or (found.hedge in LOOSE and not hedge):
            continue
        same = [m for m in said if stands_for(m.figure, m.hedge, found.figure, found.hedge)]
        own = [m for m in same if m.figure.year in {None, found.figure.year} or found.figure.year is None]
        at = own[0].figure.span if own else None
        if at is None and not (_is_named(found, keys) or (found.near and found.near <= stems)):
            continue
        is_timed = found.figure.year in years or (found.figure.year is None and bool(found.places | found.names))
        worth = quantity(found.figure.value, found.figure.unit)
        out[found.figure.span, found.figure.value] = Operand(found, worth, at, is_timed)
    return sorted(out.values(), key=lambda it: (it.at is None, it.at or it.mention.figure.span))


def _is_named(found: Mention, keys: Owners) -> bool:
    """Whether the sentence names whose it is, as far as that is known."""
    owners = _owners(found)
    return not owners or all(any(same_name(key, other) for other in keys) for key in owners)


def alike_operands(of: Sequence[Operand]) -> Iterator[list[Operand]]:
    """Groups of one measure; a rate of growth is none with a share."""
    left = list(of)
    while left:
        first = left[0]
        group = [it for it in left if _is_alike(first, it)]
        left = [it for it in left if not any(it is other for other in group)]
        yield group


def _is_alike(one: Operand, other: Operand) -> bool:
    kinds = {"quantity" if it.mention.figure.kind == "count" else it.mention.figure.kind for it in (one, other)}
    metrics = {one.mention.metric, other.mention.metric} - {""}
    return len(kinds) == 1 and alike(one.worth[1], other.worth[1]) and len(metrics) < 2


def pairs(of: Sequence[Operand], near: Span, *, moving: bool) -> Iterator[tuple[Operand, Operand]]:
    """Two that may be set against each other: where the sentence gives two of a measure, in the part that is `near` or
    else anywhere, these; else one that it gives with another of whom it speaks, or two of whom and when it speaks;
    where it lets something go up or down (`moving`), one time is enough."""
    for group in alike_operands(of):
        given = [it for it in group if it.at is not None]
        close = [it for it in given if it.at is not None and near.holds(it.at)]
        told = next((them for them in (close, given) if len({it.worth for it in them}) > 1), [])
        yield from ((a, b) for a, b in combinations(told, 2) if a.worth != b.worth)
        for one, other in combinations(group, 2):
            bound = (one.at is None, other.at is None) if told else (one.at is None and other.at is None,)
            timed = [it.is_timed or it.at is not None for it in (one, other)]
            is_own = _is_one_owner(one, other)
            is_meant = (any(timed) if is_own and moving else all(timed)) if all(bound) else not told
            if is_meant and one.worth != other.worth and _is_comparable(one, other):
                yield one, other


def _is_comparable(one: Operand, other: Operand) -> bool:
    """Whether they are of one owner and two times, or of two owners and one time."""
    first, second = one.mention.figure.year, other.mention.figure.year
    is_known = None not in {first, second}
    return not is_known or ((first != second) == _is_one_owner(one, other))


def _is_one_owner(one: Operand, other: Operand) -> bool:
    return one.owners == other.owners or any(same_name(a, b) for a in one.owners for b in other.owners)
