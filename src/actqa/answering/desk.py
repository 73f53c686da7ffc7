"""Where an answer is put together: statements with their figures, citations numbered in the order they are needed."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from itertools import islice, takewhile

from actqa.answering.answer import AnswerFigure, Citation, Origin, Statement, Withheld
from actqa.answering.draft import Draft
from actqa.answering.events import StatementEvent
from actqa.answering.figures.operations import Computed
from actqa.answering.verify import Failure
from actqa.figures import Figure
from actqa.figures.arithmetic import base
from actqa.reading import Report, Span, shown


@dataclass
class Desk:
    """Where an answer is put together."""

    report: Report
    citations: list[Citation] = field(default_factory=list)
    figures: list[AnswerFigure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)

    told: dict[str, list[Figure]] = field(default_factory=dict)
    """The figures that have been given, by the id of their report."""

    def turn_to(self, report: Report) -> None:
        """Goes on with another report."""
        self.report = report

    def cite(self, span: Span) -> int:
        """The number of the citation."""
        for citation in self.citations:
            if (citation.report, citation.start, citation.end) == (self.report.id, *span):
                return citation.id
        self.citations.append(_citation(self.report, span, len(self.citations) + 1))
        return len(self.citations)

    def state(self, draft: Draft) -> StatementEvent:
        """Adds a statement that has passed the gate; as it is shown, with the citations that no earlier one brought."""
        known = len(self.citations)
        ids = tuple(dict.fromkeys(self.cite(span) for span in draft.evidence))
        origin: Origin = "computed" if draft.computed or draft.reckoned else "stated"
        first = len(self.figures)
        if draft.computed:
            self.figures.append(_computed(draft.computed, ids))
        told = ((_computed(how, ids), figure) for figure, how in draft.reckoned)
        self.figures += [own.model_copy(update={"text": figure.text, "year": figure.year}) for own, figure in told]
        for figure in draft.figures:
            own = [c for c in ids if Span(*self._span(c)).holds(figure.span)]
            said = [c for c in ids if c not in own]
            self.figures.append(_figure(figure, (*own, *said)))
        own_figures = tuple(range(first, len(self.figures)))
        statement = Statement(text=draft.text, citations=ids, origin=origin, figures=own_figures)
        self.statements.append(statement)
        self.told.setdefault(self.report.id, []).extend(draft.figures)
        fresh, figures = tuple(self.citations[known:]), tuple(self.figures[first:])
        return StatementEvent(statement=statement, citations=fresh, figures=figures)

    def repeats(self, draft: Draft) -> bool:
        """Whether a draft brings nothing that has not been said: the same words, or no figure but known ones."""
        if any(draft.text == statement.text for statement in self.statements):
            return True
        return bool(draft.figures) and draft.computed is None and all(map(self._is_told, draft.figures))

    def gives(self, draft: Draft) -> bool:
        """Whether the figure that the draft answers with has been given; it comes first of a draft's figures."""
        if draft.computed is not None:
            return any(known.text == draft.computed.text and known.formula for known in self.figures)
        return self.repeats(replace(draft, figures=draft.figures[:1]))

    def _is_told(self, figure: Figure) -> bool:
        return any(
            base(figure.value, figure.unit) == base(known.value, known.unit) and figure.year in (None, known.year)
            for known in self.told.get(self.report.id, ())
        )

    def withhold(self, failure: Failure) -> None:
        """Records what failed the gate."""
        self.withheld.append(Withheld(text=failure.text, reason=failure.reason))

    def _span(self, id: int) -> tuple[int, int]:
        return self.citations[id - 1].start, self.citations[id - 1].end


def _figure(figure: Figure, citations: tuple[int, ...]) -> AnswerFigure:
    return AnswerFigure(
        text=figure.text, value=float(figure.value), unit=figure.unit, year=figure.year, citations=citations
    )


def _computed(computed: Computed, citations: tuple[int, ...]) -> AnswerFigure:
    return AnswerFigure(
        text=computed.text,
        value=float(computed.value),
        unit=computed.unit,
        year=computed.year,
        origin="computed",
        citations=citations,
        formula=computed.formula,
    )


def _shown(report: Report, span: Span) -> str:
    """The quote as read; without the frame of a table's row."""
    first = max(0, bisect_right(report.blocks, span.start, key=lambda block: block.span.start) - 1)
    reached = takewhile(lambda block: block.span.start < span.end, islice(report.blocks, first, None))
    is_row = any(block.kind == "row" and block.span.overlaps(span) for block in reached)
    words = shown(report.text, span)
    return words.strip("| ") if is_row else words


def _citation(report: Report, span: Span, id: int) -> Citation:
    at = max(i for i, s in enumerate(report.sections) if s.span.start <= span.start)
    return Citation(
        id=id,
        report=report.id,
        section=report.sections[at].title,
        path=report.path(at),
        page=report.page_of(span),
        revision=report.revision,
        start=span.start,
        end=span.end,
        quote=span.of(report.text),
        shown=_shown(report, span),
    )
