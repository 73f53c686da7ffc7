"""What the model is given of a report: passages and facts, each under a short key, as many as the budget holds."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from actqa.answering.draft import Asked, Drafted
from actqa.answering.seen.units import UnitView
from actqa.answering.writing.subjects import Subject
from actqa.answering.writing.told_facts import told_facts
from actqa.models.budget import tokens
from actqa.reading import Span

MOST_PASSAGES = 16
LEAST_PASSAGES = 3
"""Of one of several reports."""
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
    of: Subject
    """Whose it is."""


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


def material(subjects: Sequence[Subject], budget: int) -> Material:
    """Of each report the facts that were found, and the passages, best first; of several each has its part."""
    sources: dict[str, Source] = {}
    for left, subject in zip(range(len(subjects), 0, -1), subjects, strict=True):
        budget -= _add(sources, subject, budget // left, MOST_PASSAGES // len(subjects))
    return Material(sources, secrets.token_hex(5))


def _add(sources: dict[str, Source], subject: Subject, budget: int, most: int) -> int:
    """Adds what a report brings, within the budget; what it costs.

    The passages that the composed answer rests on lead.
    """
    spent, over = 0, f"Report: {subject.label}\n" if subject.label else ""
    for text, places in told_facts(subject.asked):
        cost = tokens(f"{over}{text}") + FRAME
        if spent + cost <= int(budget * FACTS_PART):
            _put(sources, "F", f"{over}{text}", places, subject)
            spent += cost
    for number, chunk in enumerate(_chunks(subject.asked, subject.drafted)):
        units = [u for u in subject.asked.view.units if u.unit.chunk == chunk and any(c.isalnum() for c in u.text)]
        text = over + _passage(subject.asked, units)
        cost = tokens(text) + FRAME
        if spent + cost > budget or number >= max(most, LEAST_PASSAGES):
            break
        _put(sources, "P", text, tuple(u.unit.content for u in units), subject)
        spent += cost
    return spent


def _put(sources: dict[str, Source], kind: str, text: str, places: tuple[Span, ...], subject: Subject) -> None:
    """Under the next key of its kind."""
    key = f"{kind}{1 + sum(known.startswith(kind) for known in sources)}"
    sources[key] = Source(key, text, places, subject)


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
