"""The call that suggests questions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from actqa.serving.api import Served, errors
from actqa.serving.keys import require_key
from actqa.serving.messages import Questions

suggestion_calls = APIRouter(prefix="/api", tags=["questions"], dependencies=[Depends(require_key)])

One = Annotated[str | None, Query(description="Id of the report to ask; without it, all.")]


@suggestion_calls.get("/questions", responses=errors(401, 404, 422, 503))
def questions(assistant: Served, report: One = None) -> Questions:
    """A few questions that the report, or all of them, are sure to answer, made from what they state."""
    return Questions(questions=assistant.suggest(report))
