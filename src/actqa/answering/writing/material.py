"""What the model is given of a report: passages and facts, each under a short key, as many as the budget holds."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from actqa.answering.draft import Asked, Drafted
from actqa.answering.units import UnitView
from actqa.answering.writing.told_facts import told_facts
from actqa.models.budget import tokens
from actqa.reading import Span

MOST_PASSAGES = 16
FACTS_PART = 0.3
"""Of the budget, at most for facts."""


@dataclass(frozen=True, slots=True)
class Source:
    """A passage or a fact."""

    key: str
    text: str
    """As the model reads it."""
    places: tuple[Span, ...]
    """Of a passage its sentences and rows, of a fact where it is said."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything for one question."""

    sources: Mapping[str, Source]
    mark: str
    """Drawn anew for every question, so that no report can know it and write its own end of a passage."""

    @property
    def text(self) -> str:
        """As the model reads it."""
        return "\n".join(
            f"--- {self.mark} {it.key}\n{it.text}\n--- {self.mark} end of {it.key}" for it in self.sources.values()
        )


FRAME = 30
"""Tokens for the lines around a source."""


def material(asked: Asked, drafted: Drafted, budget: int) -> Material:
    """The facts that were found, and the passages, best first: those that the composed answer rests on lead."""
    sources: dict[str, Source] = {}
    left = int(budget * FACTS_PART)
    for number, (text, places) in enumerate(told_facts(asked), 1):
        cost = tokens(text) + FRAME
        if cost <= left:
            sources[f"F{number}"] = Source(f"F{number}", text, places)
            left -= cost
            budget -= cost
    for number, chunk in enumerate(_chunks(asked, drafted), 1):
        units = [u for u in asked.view.units if u.unit.chunk == chunk and any(c.isalnum() for c in u.text)]
        text = _passage(asked, units)
        cost = tokens(text) + FRAME
        if cost > budget or number > MOST_PASSAGES:
            break
        sources[f"P{number}"] = Source(f"P{number}", text, tuple(u.unit.content for u in units))
        budget -= cost
    return Material(sources, secrets.token_hex(5))


def _chunks(asked: Asked, drafted: Drafted) -> Iterator[int]:
    """Numbers of the chunks, each once."""
    cited = [span for draft in drafted.drafts for span in draft.evidence] + list(drafted.nearest)
    own = [u for span in cited for u in asked.view.units if u.unit.content.overlaps(span)]
    ranked = [asked.view.units[hit.unit] for hit in asked.found]
    yield from dict.fromkeys(u.unit.chunk for u in (*own, *ranked) if u.unit.kind != "heading")


def _passage(asked: Asked, units: list[UnitView]) -> str:
    """Under the titles it stands in; of a table's row every cell with its head."""
    titles = " › ".join(asked.view.report.path(units[0].unit.section))
    return "\n".join([titles, *(_line(unit) for unit in units if unit.unit.kind != "heading")])


def _line(unit: UnitView) -> str:
    if unit.unit.kind != "row":
        return unit.text
    heads = "" if unit.is_head or not unit.heads else f" ({' | '.join(unit.columns)})"
    return f"{unit.text}{heads}"
