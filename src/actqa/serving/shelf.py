"""The calls that add a report and remove one."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, HTTPException, Request, UploadFile
from pydantic import BaseModel, Field

from actqa.assistant import Assistant
from actqa.serving.access.calls import bearer
from actqa.serving.messages import ReportEntry
from actqa.serving.problems import errors

shelf_calls = APIRouter(prefix="/api/reports", tags=["reports"], dependencies=[bearer])


class Added(ReportEntry):
    """The report that a file became."""

    change: Literal["added", "changed", "unchanged"] = Field(
        description="`changed`: it takes the place of a file of the same name."
    )


class Removed(BaseModel):
    """The report that is no more."""

    removed: str = Field(description="Its id.")


@shelf_calls.post("", status_code=201, responses=errors(401, 403, 413, 422, 429, 503))
def add(
    request: Request,
    file: Annotated[UploadFile, File(description="PDF, Word, web page, workbook, CSV, slides, Markdown or text.")],
) -> Added:
    """Puts a report into the corpus and indexes it; what kind of file it is, is told by its content."""
    assistant: Assistant = request.app.state.assistant
    if not file.filename:
        raise HTTPException(422, "The file has no name: send one, its stem becomes the report's id.")
    id, built = assistant.add(file.filename, file.file.read())
    change: Literal["added", "changed", "unchanged"] = "unchanged"
    if id in built.added:
        change = "added"
    elif id in built.changed:
        change = "changed"
    card = next(card for card in assistant.reports() if card.id == id)
    return Added(**ReportEntry.model_validate(card).model_dump(), change=change)


@shelf_calls.delete("/{id}", responses=errors(401, 403, 404, 422, 429, 503))
def remove(id: str, request: Request) -> Removed:
    """Drops a report from the index, and its file from the corpus."""
    assistant: Assistant = request.app.state.assistant
    assistant.remove(id)
    return Removed(removed=id)
