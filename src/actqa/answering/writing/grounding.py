"""A model's statement → Draft: its keys become the sentences and rows that carry it, its formula our own sum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actqa.answering.asked.words import stems
from actqa.answering.draft import Asked, Draft
from actqa.answering.figures.operations import OPERATIONS, Computed
from actqa.answering.located import figures_of
from actqa.answering.quoting import readable
from actqa.answering.seen.units import UnitView
from actqa.answering.verify import Failure, check, reckoned
from actqa.answering.writing.material import Material
from actqa.answering.writing.plain import plain, unfit
from actqa.answering.writing.said import Formula, Said
from actqa.figures import Figure
from actqa.reading import Span

SUM = "{sum}"
"""Where a statement wants the result of its formula."""
MOST_PLACES = 12
"""That carry one statement: a list of a dozen names may stand in as many lines."""


@dataclass(frozen=True, slots=True)
class _Carrying:
    """A unit, and how much of a statement it carries."""

    unit: UnitView
    figures: frozenset[str]
    """Figures of the statement that stand in it, as the statement writes them."""
    words: frozenset[str]

    @property
    def places(self) -> tuple[Span, ...]:
        """Of a row also the heads, which name its years and units."""
        head = self.unit.head
        return (self.unit.unit.content,) if head is None else (self.unit.unit.content, head)


def grounded(asked: Asked, material: Material, said: Said, question: str) -> Draft | Failure:
    """The statement with the fewest places of what it cites that it passes the gate with; else why it does not."""
    text = plain(said.text)
    reason = unfit(text) or _unknown(material, said)
    if reason:
        return Failure(text, reason)
    units = _cited(asked, material, said.keys)
    made = _summed(asked, text, said.formula, units)
    if isinstance(made, Failure):
        return made
    return _narrowed(asked, made, units, question)


def _unknown(material: Material, said: Said) -> str:
    """Why what it cites cannot be looked up."""
    if not said.keys:
        return "it cites nothing"
    missing = [key for key in said.keys if key not in material.sources]
    return f"there is no {missing[0][:8]} to cite" if missing else ""


def _cited(asked: Asked, material: Material, keys: Sequence[str]) -> list[UnitView]:
    """The units that the keys stand for."""
    places = [place for key in keys for place in material.sources[key].places]
    return [u for u in asked.view.units if any(u.unit.content.overlaps(place) for place in places)]


# Sums ----------------------------------------------------------------------------------------------------------------


def _summed(asked: Asked, text: str, formula: Formula | None, units: Sequence[UnitView]) -> Draft | Failure:
    """The statement with the result of its formula, which is worked out here and nowhere else."""
    if formula is None:
        return Failure(text, f"it says {SUM} and gives no formula") if SUM in text else Draft(text, ())
    if SUM not in text:
        return Failure(text, f"it gives a formula, and does not say {SUM} where the result belongs")
    if formula.operation not in OPERATIONS:
        return Failure(text, f"there is no operation {formula.operation[:20]}")
    places = [place for unit in units for place in _places_of(unit)]
    operands: list[Figure] = []
    for written in formula.figures:
        found = figures_of(asked.view.report, written, places)
        if len(found) != 1:
            return Failure(text, f"{written[:40]} does not stand in what it cites")
        operands.append(found[0])
    computed = _computed(formula, tuple(operands))
    try:
        result = f"{computed.text} (computed: {computed.formula})"
    except (ArithmeticError, ValueError, LookupError) as error:
        return Failure(text, f"it cannot be worked out: {error}")
    return Draft(text.replace(SUM, result, 1), (), tuple(operands), computed)


def _places_of(unit: UnitView) -> tuple[Span, ...]:
    return (unit.unit.content,) if unit.head is None else (unit.unit.content, unit.head)


def _computed(formula: Formula, operands: tuple[Figure, ...]) -> Computed:
    """With the years between, from the operands, or else from what the formula says."""
    said = formula.years
    if formula.operation == "rate" and len(operands) == 2:
        end, start = operands[0].year or (said[-1:] or (0,))[0], operands[1].year or (said[:1] or (0,))[0]
        return Computed("rate", operands, end - start)
    if formula.operation == "value" and said and operands:
        start = operands[0].year or said[0]
        return Computed("value", operands, said[-1] - start, year=said[-1])
    return Computed(formula.operation, operands)


# Places --------------------------------------------------------------------------------------------------------------


def _narrowed(asked: Asked, draft: Draft, units: Sequence[UnitView], question: str) -> Draft | Failure:
    """As few of the units as carry the statement; the reason of a failure is that of all that carry it together."""
    failure = Failure(draft.text, "nothing that it cites says this")
    for places in _choices(asked, draft, units):
        figures = draft.figures or figures_of(asked.view.report, draft.text, places)
        tried = readable(asked.view.report, Draft(draft.text, places, figures, draft.computed))
        found = check(asked.view.report, tried, question)
        if found is None:
            return tried if draft.computed else replace(tried, reckoned=reckoned(asked.view.report, tried))
        failure = found
    return failure


def _choices(asked: Asked, draft: Draft, units: Sequence[UnitView]) -> Iterator[tuple[Span, ...]]:
    """Places to cite: first those that no figure can be without, then with one more each time that adds words."""
    left = [_carrying(asked, draft, unit) for unit in units]
    chosen: list[_Carrying] = [it for it in left if _holds_operand(it, draft)]
    left = [it for it in left if it not in chosen]
    while len(chosen) < MOST_PLACES:
        if chosen and not any(it.figures - _figures(chosen) for it in left):
            yield tuple(dict.fromkeys(place for it in chosen for place in it.places))
        best = max(left, key=lambda it: _adds(it, chosen), default=None)
        if best is None or _adds(best, chosen) <= (0, 0):
            return
        chosen.append(best)
        left.remove(best)


def _holds_operand(it: _Carrying, draft: Draft) -> bool:
    operands = draft.computed.operands if draft.computed else ()
    return any(it.unit.unit.content.holds(figure.span) for figure in operands)


def _carrying(asked: Asked, draft: Draft, unit: UnitView) -> _Carrying:
    stands = figures_of(asked.view.report, draft.text, _places_of(unit)) if unit.figures else ()
    values = frozenset(f"{figure.value} {figure.unit}" for figure in stands)
    return _Carrying(unit, values, unit.stems & stems(draft.text))


def _figures(chosen: Sequence[_Carrying]) -> frozenset[str]:
    return frozenset[str]().union(*(it.figures for it in chosen))


def _adds(it: _Carrying, chosen: Sequence[_Carrying]) -> tuple[int, int]:
    """What the unit says of the statement that those chosen do not."""
    words = frozenset[str]().union(*(known.words for known in chosen))
    return len(it.figures - _figures(chosen)), len(it.words - words)
