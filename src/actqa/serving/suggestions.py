"""The call that suggests questions."""

from typing import Annotated

from fastapi import APIRouter, Query

from actqa.serving.access.calls import bearer
from actqa.serving.access.reach import Served
from actqa.serving.messages import Questions
from actqa.serving.problems import errors

suggestion_calls = APIRouter(prefix="/api", tags=["questions"], dependencies=[bearer])

One = Annotated[str | None, Query(description="Id of the report to ask; without it, all.")]


@suggestion_calls.get("/questions", responses=errors(401, 404, 422, 429, 503))
def questions(assistant: Served, report: One = None) -> Questions:
    """A few questions that the report, or all of them, are sure to answer, made from what they state."""
    return Questions(questions=assistant.suggest(report))
