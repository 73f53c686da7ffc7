"""The calls that show a page of a report's file, and where on it a quote stands."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from actqa.serving.access.calls import bearer
from actqa.serving.access.reach import Served
from actqa.serving.pages import send_tagged
from actqa.serving.problems import errors

WIDTH = 1200
KEPT = {"Cache-Control": "private, max-age=600"}
"""To draw a page takes a process of its own; who leafs back and forth need not wait for each again."""
PRIVATE = {"Cache-Control": "private, no-cache"}

page_calls = APIRouter(prefix="/api/reports/{id}/pages", tags=["reports"], dependencies=[bearer])

Page = Annotated[int, Path(ge=1, description="From 1.")]


class PageBox(BaseModel):
    """A rectangle on the page; all four are fractions, of the page's width or height."""

    left: float = Field(ge=0, le=1)
    top: float = Field(ge=0, le=1)
    width: float = Field(ge=0, le=1)
    height: float = Field(ge=0, le=1)


class PageBoxes(BaseModel):
    """Where a span stands on a page."""

    page: int
    boxes: tuple[PageBox, ...] = Field(description="One for each line; none where the span is on another page.")


@page_calls.get(
    "/{page}.png",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}, "description": "The page."}, **errors(401, 404, 422, 429, 503)},
)
def page_image(
    id: str,
    page: Page,
    assistant: Served,
    request: Request,
    width: Annotated[int, Query(ge=100, le=2400, description="Pixels across.")] = WIDTH,
    revision: Annotated[
        str, Query(description="Of the text that is shown; while it holds, the image may be kept.")
    ] = "",
) -> Response:
    """A page of a PDF as an image; with an ETag, and 304 to a client that has it."""
    holds = revision == next((card.revision for card in assistant.reports() if card.id == id), None)
    return send_tagged(request, assistant.page_image(id, page, width), "image/png", KEPT if holds else PRIVATE)


@page_calls.get("/{page}/boxes", responses=errors(401, 404, 422, 429, 503))
def page_boxes(
    id: str,
    page: Page,
    assistant: Served,
    start: Annotated[int, Query(ge=0, description="In code points of the canonical text.")],
    end: Annotated[int, Query(ge=0, description="Behind the last one.")],
) -> PageBoxes:
    """Where the characters `start` to `end` of the canonical text stand on a page."""
    found = assistant.page_boxes(id, page, start, end)
    boxes = (
        PageBox(left=b.left, top=b.top, width=max(0.0, b.right - b.left), height=max(0.0, b.bottom - b.top))
        for b in found
    )
    return PageBoxes(page=page, boxes=tuple(boxes))
