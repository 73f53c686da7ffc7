"""The calls under /api."""

from collections.abc import Generator, Iterator
from contextlib import closing
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.responses import Response

from actqa import __version__
from actqa.answering.answer import Answer
from actqa.answering.events import Event
from actqa.assistant import Assistant
from actqa.errors import IndexMissing
from actqa.serving import events, examples
from actqa.serving.access.calls import bearer
from actqa.serving.access.reach import Reach, Served
from actqa.serving.messages import Ask, Health, ReportEntry, ReportText
from actqa.serving.pages import send_tagged
from actqa.serving.problems import errors


def errors_of_stream(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The same where FastAPI would take errors to be of the stream's media type."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorBody"}}}
    return {s: {"description": e["description"], "content": content} for s, e in errors(*statuses).items()}


open_calls = APIRouter(prefix="/api", tags=["server"])
calls = APIRouter(prefix="/api", dependencies=[bearer])


@open_calls.get("/health", responses=errors())
def health(request: Request) -> Health:
    """Whether the server is up; asks for no key, and answers before anything is indexed."""
    assistant: Assistant = request.app.state.assistant
    try:
        count = len(assistant.reports())
    except IndexMissing:
        count = 0
    settings = assistant.settings
    return Health(version=__version__, reports=count, model=settings.model, embedding_model=settings.embedding_model)


@calls.get("/reports", tags=["reports"], responses=errors(401, 429, 503))
def reports(assistant: Served) -> list[ReportEntry]:
    """Every report that is indexed, by title."""
    return [ReportEntry.model_validate(card) for card in assistant.reports()]


@calls.get("/reports/{id}/text", tags=["reports"], response_model=ReportText, responses=errors(401, 404, 422, 429, 503))
def text(id: str, assistant: Served, request: Request) -> Response:
    """A report's canonical text with its sections and blocks; with an ETag, and 304 to a client that has it."""
    body = ReportText.of(assistant.report(id)).model_dump_json().encode()
    return send_tagged(request, body, "application/json", {"Cache-Control": "private, no-cache"})


@calls.post(
    "/ask",
    tags=["questions"],
    responses={
        200: {"content": {"application/json": {"example": examples.ANSWER}}},
        **errors(401, 403, 404, 413, 422, 429, 503),
    },
)
def ask(asked: Ask, assistant: Served) -> Answer:
    """The answer to a question, every figure in it cited; `answered` is false where the report does not say."""
    return assistant.ask(asked.question, asked.report, asked.history)


def open_stream(asked: Ask, assistant: Served) -> Iterator[Iterator[Event]]:
    """The answer's events, ended when the response is. Raises what can be told before the stream opens."""
    assistant.check(asked.question, asked.report)
    with closing(_generate(asked, assistant)) as stream:
        yield stream


def _generate(asked: Ask, assistant: Reach) -> Generator[Event]:
    yield from assistant.stream(asked.question, asked.report, asked.history)


@calls.post(
    "/chat",
    tags=["questions"],
    response_class=EventSourceResponse,
    responses={
        200: {
            "description": events.DESCRIPTION,
            "content": {"text/event-stream": {"example": examples.STREAM}},
        },
        **errors_of_stream(401, 403, 404, 413, 422, 429, 503),
    },
)
def chat(stream: Annotated[Iterator[Event], Depends(open_stream)]) -> Iterator[ServerSentEvent]:
    """The same answer as server-sent events."""
    yield from events.frames(stream)
