"""Checked statements → Answer: citations numbered in the order they are first needed.

All words that leave pass here, and the gate with them: statements, what is said of figures that differ, refusals.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from actqa.answering.answer import Answer, AnswerFigure, Citation, Conflict, Origin, Statement, Withheld
from actqa.answering.draft import Draft, Drafted
from actqa.answering.operations import Computed
from actqa.answering.quoting import readable
from actqa.answering.verify import Failure, check, check_words
from actqa.figures import Figure
from actqa.reading import Report, Span, shown

SILENT = "The report does not say"
DIFFER = "The report gives different figures for this."
WITHHELD = "Something was withheld because it could not be checked."

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass
class _Desk:
    """Where an answer is put together."""

    report: Report
    citations: list[Citation] = field(default_factory=list)
    figures: list[AnswerFigure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)

    def cite(self, span: Span) -> int:
        for citation in self.citations:
            if (citation.start, citation.end) == span:
                return citation.id
        self.citations.append(_citation(self.report, span, len(self.citations) + 1))
        return len(self.citations)

    def state(self, draft: Draft) -> None:
        ids = tuple(dict.fromkeys(self.cite(span) for span in draft.evidence))
        origin: Origin = "computed" if draft.computed else "stated"
        first = len(self.figures)
        if draft.computed:
            self.figures.append(_computed(draft.computed, ids))
        for figure in draft.figures:
            own = [c for c in ids if Span(*self._span(c)).holds(figure.span)]
            said = [c for c in ids if c not in own]
            self.figures.append(_figure(figure, (*own, *said)))
        own_figures = tuple(range(first, len(self.figures)))
        self.statements.append(Statement(text=draft.text, citations=ids, origin=origin, figures=own_figures))

    def withhold(self, failure: Failure) -> None:
        self.withheld.append(Withheld(text=failure.text, reason=failure.reason))

    def _span(self, id: int) -> tuple[int, int]:
        return self.citations[id - 1].start, self.citations[id - 1].end


def assemble(asked: str, report: Report, drafted: Drafted, engine: str, history: Sequence[str] = ()) -> Answer:
    """The answer, each statement behind the gate; where none passes, the refusal. `history` are earlier questions."""
    desk = _Desk(report)
    for draft in drafted.drafts:
        quoting = readable(report, draft)
        failure = check(report, quoting, asked)
        if failure is None:
            desk.state(quoting)
        else:
            desk.withhold(failure)
    if not desk.statements:
        return _refused(asked, report, drafted, desk, engine, history)
    conflicts = _conflicts(drafted, desk)
    return Answer(
        question=asked,
        report=report.id,
        answer=_text(desk, conflicts),
        answered=True,
        statements=tuple(desk.statements),
        figures=tuple(desk.figures),
        citations=tuple(desk.citations),
        conflicts=conflicts,
        withheld=tuple(desk.withheld),
        engine=engine,
    )


def _refused(asked: str, report: Report, drafted: Drafted, desk: _Desk, engine: str, history: Sequence[str]) -> Answer:
    """The refusal; the place of what comes nearest is cited, and none of its values said."""
    said = drafted.refusal or f"{SILENT}: nothing that was found could be shown to stand in it."
    years = " ".join(year for year in _YEAR.findall(said) if year in report.text)
    failure = check_words(said, asked, *history, years)
    if failure is not None:
        desk.withhold(failure)
        said = f"{SILENT}."
    ids = [desk.cite(piece) for span in drafted.nearest for piece in readable(report, Draft(said, (span,))).evidence]
    marks = "".join(f"[{id}]" for id in ids)
    return Answer(
        question=asked,
        report=report.id,
        answer=" ".join(filter(None, (said, marks, WITHHELD if desk.withheld else ""))),
        answered=False,
        citations=tuple(desk.citations),
        withheld=tuple(desk.withheld),
        engine=engine,
    )


def _text(desk: _Desk, conflicts: tuple[Conflict, ...]) -> str:
    parts = [f"{s.text} {''.join(f'[{c}]' for c in s.citations)}" for s in desk.statements]
    if conflicts:
        parts.insert(1, conflicts[0].summary)
    if desk.withheld:
        parts.append(WITHHELD)
    return " ".join(parts)


def _conflicts(drafted: Drafted, desk: _Desk) -> tuple[Conflict, ...]:
    """That the statements differ; in other words where the composer's name a figure that the answer has not."""
    if not drafted.conflict or len(desk.statements) < 2:
        return ()
    summary = drafted.conflict
    failure = check_words(_without_titles(summary, desk), *(figure.text for figure in desk.figures))
    if failure is not None:
        desk.withhold(Failure(summary, failure.reason))
        summary = DIFFER
    ids = tuple(dict.fromkeys(s.citations[0] for s in desk.statements))
    return (Conflict(summary=summary, figures=tuple(range(len(desk.figures))), citations=ids),)


def _without_titles(summary: str, desk: _Desk) -> str:
    """Without the titles of cited sections in quotation marks, which are no figures."""
    for citation in desk.citations:
        summary = summary.replace(f"“{citation.section}”", "")
    return summary


def _figure(figure: Figure, citations: tuple[int, ...]) -> AnswerFigure:
    return AnswerFigure(
        text=figure.text, value=float(figure.value), unit=figure.unit, year=figure.year, citations=citations
    )


def _computed(computed: Computed, citations: tuple[int, ...]) -> AnswerFigure:
    return AnswerFigure(
        text=computed.text,
        value=float(computed.value),
        unit=computed.result[1],
        year=computed.year,
        origin="computed",
        citations=citations,
        formula=computed.formula,
    )


def _shown(report: Report, span: Span) -> str:
    """The quote as read; without the frame of a table's row."""
    is_row = any(b.kind == "row" and b.span.overlaps(span) for b in report.blocks)
    words = shown(report.text, span)
    return words.strip("| ") if is_row else words


def _citation(report: Report, span: Span, id: int) -> Citation:
    at = max(i for i, s in enumerate(report.sections) if s.span.start <= span.start)
    return Citation(
        id=id,
        report=report.id,
        section=report.sections[at].title,
        path=report.path(at),
        revision=report.revision,
        start=span.start,
        end=span.end,
        quote=span.of(report.text),
        shown=_shown(report, span),
    )
