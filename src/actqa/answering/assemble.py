"""Checked statements → Answer: citations numbered in the order they are first needed.

All words that leave pass here, and the gate with them: statements, what is said of figures that differ, refusals.
"""

import re
from collections.abc import Iterable, Sequence

from actqa.answering.answer import Answer, Conflict, Statement
from actqa.answering.asked.relative_years import dated
from actqa.answering.desk import Desk
from actqa.answering.draft import Draft, Drafted
from actqa.answering.quoting import readable
from actqa.answering.verify import Failure, check, check_words
from actqa.reading import Report

SILENT = "The report does not say"
DIFFER = "The report gives different figures for this."
WITHHELD = "Something was withheld because it could not be checked."

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def assemble(
    asked: str,
    report: Report,
    drafted: Drafted,
    engine: str,
    history: Sequence[str] = (),
    withheld: Iterable[Failure] = (),
) -> Answer:
    """The answer, each statement behind the gate; where none passes, the refusal.

    `history` are earlier questions, `withheld` is what has failed before.
    """
    desk = Desk(report)
    for failure in withheld:
        desk.withhold(failure)
    for draft in drafted.drafts:
        made = passed(report, draft, asked)
        if isinstance(made, Failure):
            desk.withhold(made)
        else:
            desk.state(made)
    if not desk.statements:
        return _refused(asked, report, drafted, desk, engine, history)
    return finished(asked, desk, engine, conflicts(drafted.conflict, desk, desk.statements))


def passed(report: Report, draft: Draft, asked: str) -> Draft | Failure:
    """The draft as it may be shown, its places short enough to read; else why it may not."""
    quoting = readable(report, draft)
    return check(report, quoting, dated(asked)) or quoting


def finished(asked: str, desk: Desk, engine: str, differ: tuple[Conflict, ...]) -> Answer:
    """The answer that lies on the desk."""
    return Answer(
        question=asked,
        report=desk.report.id,
        answer=_text(desk, differ),
        answered=True,
        statements=tuple(desk.statements),
        figures=tuple(desk.figures),
        citations=tuple(desk.citations),
        conflicts=differ,
        withheld=tuple(desk.withheld),
        engine=engine,
    )


def _refused(asked: str, report: Report, drafted: Drafted, desk: Desk, engine: str, history: Sequence[str]) -> Answer:
    """The refusal; the place of what comes nearest is cited, and none of its values said."""
    said = drafted.refusal or f"{SILENT}: nothing that was found could be shown to stand in it."
    years = " ".join(year for year in _YEAR.findall(said) if year in report.text)
    failure = check_words(said, *map(dated, (asked, *history)), years)
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


def _text(desk: Desk, differ: tuple[Conflict, ...]) -> str:
    parts = [f"{s.text} {''.join(f'[{c}]' for c in s.citations)}" for s in desk.statements]
    if differ:
        parts.insert(1, differ[0].summary)
    if desk.withheld:
        parts.append(WITHHELD)
    return " ".join(parts)


def conflicts(summary: str, desk: Desk, statements: Iterable[Statement]) -> tuple[Conflict, ...]:
    """That the statements differ; in other words where the summary names a figure that the answer has not."""
    differing = tuple(statements)
    if not summary or len(differing) < 2:
        return ()
    failure = check_words(_without_titles(summary, desk), *(f"{figure.text}." for figure in desk.figures))
    if failure is not None:
        desk.withhold(Failure(summary, failure.reason))
        summary = DIFFER
    ids = tuple(dict.fromkeys(s.citations[0] for s in differing))
    figures = tuple(at for s in differing for at in s.figures)
    return (Conflict(summary=summary, figures=figures, citations=ids),)


def _without_titles(summary: str, desk: Desk) -> str:
    """Without the titles of cited sections in quotation marks, which are no figures."""
    for citation in desk.citations:
        summary = summary.replace(f"“{citation.section}”", "")
    return summary
