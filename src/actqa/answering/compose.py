"""Answers without an LLM: from the report's own sentences, rows, lists and figures."""

from actqa.answering.draft import Asked, Drafted
from actqa.answering.figures import compose_figures
from actqa.answering.lists import compose_list, wants_list
from actqa.answering.passages import compose_passage

COMPOSERS = {"figure": compose_figures, "list": compose_list, "passage": compose_passage}


class Composer:
    """The Drafter that needs no model."""

    name = "extractive"

    def draft(self, asked: Asked) -> Drafted:
        """Statements by the kind of the question."""
        return COMPOSERS["list" if wants_list(asked) else asked.question.kind](asked)
