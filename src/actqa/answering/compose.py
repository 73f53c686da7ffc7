"""Answers without an LLM: from the report's own sentences, rows, lists and figures."""

from actqa.answering.draft import Drafted
from actqa.answering.figures import compose_figures
from actqa.answering.lists import compose_list
from actqa.answering.passages import compose_passage
from actqa.answering.question import Question
from actqa.answering.view import ReportView
from actqa.retrieval import Ranked

COMPOSERS = {"figure": compose_figures, "list": compose_list, "passage": compose_passage}


class Composer:
    """The Drafter that needs no model."""

    name = "extractive"

    def draft(self, question: Question, view: ReportView, found: list[Ranked]) -> Drafted:
        """Statements by the kind of the question."""
        return COMPOSERS[question.kind](question, view, found)
