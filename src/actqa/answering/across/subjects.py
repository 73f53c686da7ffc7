"""What a model may write of where several reports are asked: which of them, and the question as it is put to each."""

import re
from collections.abc import Iterator, Sequence

from actqa.answering.across.choosing import content_of
from actqa.answering.across.joined import Part, labelled
from actqa.answering.across.scope import Scope
from actqa.answering.across.words import CATALOGUE, COMPARATIVES, COUNTED, FIGURES, RANKING
from actqa.answering.across.work import Work
from actqa.answering.writing.subjects import Subject

MOST_GIVEN = 5
"""Reports that a model is given, lest each has too little room."""


def subjects_of(work: Work, scope: Scope, parts: Sequence[Part]) -> Iterator[Subject]:
    """None where reports are ranked, counted or listed, which is worked out from all of them; nor where no report is
    meant, or not told which."""
    if scope.kind not in {"compare", "all"} or _is_worked_out(work):
        return
    if scope.kind == "compare":
        ids, question = list(scope.reports), work.compared_question(scope.reports, scope.named)
    else:
        is_figure = work.question.metric in FIGURES
        ids = list(dict.fromkeys([*(part.report.id for part in parts), *work.nearest()]))
        question = work.figure_question(work.terms(())) if is_figure else work.question
    for id in ids[:MOST_GIVEN]:
        asked = work.put_to(question, id)
        label, _ = labelled(work.briefs[id].label, work.snapshot.report(id))
        yield Subject(asked, work.drafter.draft(asked), label)


def _is_worked_out(work: Work) -> bool:
    """Whether the answer is a rank, a count or a list of reports."""
    lower = work.lower
    found = CATALOGUE.fullmatch(work.text.lower().strip()) or COUNTED.search(lower) or RANKING.search(lower)
    compares = any(re.search(said, lower) for said in COMPARATIVES.values())
    is_bare = bool(work.meant) and not (content_of(work.question) or work.question.metric or work.question.topic)
    return bool(work.question.leader) or found is not None or compares or is_bare
