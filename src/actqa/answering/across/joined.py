"""Several reports' answers as one: each statement has passed the gate in its own report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from actqa.answering.answer import Answer, Statement, Withheld
from actqa.answering.asked.list_words import in_words
from actqa.answering.assemble import WITHHELD, assemble
from actqa.answering.draft import Draft, Drafted
from actqa.answering.verify import Failure, check_words
from actqa.index.library import IndexedReport
from actqa.reading import Report, Span, shown


@dataclass(frozen=True, slots=True)
class Part:
    """A statement put forward, and the report it is from."""

    report: Report
    draft: Draft


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of the statements together: it brings no number, and rests on what they cite."""

    text: str
    first: bool = False
    """Whether it leads the answer."""
    named: tuple[str, ...] = ()
    """Names of reports that it says, numbers and all."""
    counted: tuple[str, ...] = ()
    """Counts of reports that it says, in words: they are counted here, and stand nowhere."""


def joined(
    asked: str,
    parts: Sequence[Part],
    notes: Sequence[Note],
    refusal: str,
    engine: str,
    failed: Sequence[Failure] = (),
) -> Answer:
    """The answer from all parts that pass the gate; where none does, the refusal. `failed` is what has not before."""
    answers = [assemble(asked, part.report, Drafted((part.draft,)), engine) for part in parts]
    before = [Withheld(text=it.text, reason=it.reason) for it in failed]
    withheld = (*before, *(it for answer in answers for it in answer.withheld))
    said = f"{refusal} {WITHHELD}" if before else refusal
    empty = Answer(question=asked, answer=said, answered=False, withheld=withheld, engine=engine)
    whole = empty
    for answer in (it for it in answers if it.answered):
        whole = _added(whole, answer)
    if not whole.statements:
        return empty
    cited = tuple(c.id for c in whole.citations)
    fit = fitting(notes, asked)
    firsts, lasts = (
        [Statement(text=n.text, citations=cited) for n in fit if n.first is lead] for lead in (True, False)
    )
    statements = (*firsts, *whole.statements, *lasts)
    return whole.model_copy(update={"statements": statements, "answer": _text(statements, withheld), "answered": True})


def fitting(notes: Sequence[Note], asked: str) -> list[Note]:
    """The notes that bring no number but their own."""
    return [note for note in notes if check_words(note.text, asked, *note.named, *note.counted) is None]


def _added(whole: Answer, answer: Answer) -> Answer:
    """Both, the other's citations numbered on."""
    by, before = len(whole.citations), len(whole.figures)

    def moved(ids: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(id + by for id in ids)

    statements = (
        s.model_copy(update={"citations": moved(s.citations), "figures": tuple(at + before for at in s.figures)})
        for s in answer.statements
    )
    figures = (f.model_copy(update={"citations": moved(f.citations)}) for f in answer.figures)
    citations = (c.model_copy(update={"id": c.id + by}) for c in answer.citations)
    return whole.model_copy(
        update={
            "statements": (*whole.statements, *statements),
            "figures": (*whole.figures, *figures),
            "citations": (*whole.citations, *citations),
        }
    )


MOST_CITED = 8


def _text(statements: Sequence[Statement], withheld: Sequence[Withheld]) -> str:
    said = [f"{s.text} {''.join(f'[{c}]' for c in s.citations[:MOST_CITED])}" for s in statements]
    return " ".join([*said, WITHHELD] if withheld else said)


def listed(labels: Sequence[str], most: int = 5) -> str:
    """`A, B and C`; of many the first few, and how many others, in words."""
    shown = list(labels[:most])
    if len(labels) > most:
        shown.append(f"{in_words(len(labels) - most)} others" if len(labels) - most > 1 else labels[most])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def labelled(label: str, indexed: IndexedReport) -> tuple[str, tuple[Span, ...]]:
    """How the report is called; where that has a number, with the place where it stands, else without."""
    if not any(c.isdigit() for c in label):
        return label, ()
    text = indexed.report.text
    at = next((u.content for u in indexed.units if label.lower() in shown(text, u.content).lower()), None)
    return (label, (at,)) if at else (" ".join(re.sub(r"\S*\d\S*", "", label).split()) or indexed.report.id, ())
