"""The one shape of every error, and the one table that says which status an error of ours gets."""

import logging
from collections.abc import Mapping
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request

from actqa.errors import (
    ActqaError,
    AddressError,
    CorpusError,
    EncoderError,
    IndexBusy,
    IndexDamaged,
    IndexFault,
    IndexMissing,
    IndexUnreachable,
    IndexUnwritable,
    KeysError,
    ModelDenied,
    ModelDown,
    ModelFault,
    ModelLimited,
    ModelNonsense,
    ModelSlow,
    ModelUnset,
    PageNotFound,
    QuestionError,
    QuestionSetError,
    ReadingError,
    ReportNotFound,
    StateError,
    UsageError,
)

log = logging.getLogger("actqa")

STATUSES: Mapping[type[ActqaError], int] = {
    ActqaError: 500,
    UsageError: 400,
    QuestionError: 422,
    AddressError: 400,
    ModelUnset: 503,
    ReadingError: 422,
    CorpusError: 503,
    ReportNotFound: 404,
    PageNotFound: 404,
    QuestionSetError: 422,
    KeysError: 503,
    StateError: 503,
    EncoderError: 503,
    ModelFault: 503,
    ModelDenied: 503,
    ModelLimited: 503,
    ModelSlow: 503,
    ModelDown: 503,
    ModelNonsense: 503,
    IndexFault: 503,
    IndexMissing: 503,
    IndexDamaged: 503,
    IndexUnwritable: 503,
    IndexUnreachable: 503,
    IndexBusy: 503,
}
"""Every class of the tree; a test finds one that is left out."""

CODES: Mapping[int, str] = {
    400: "bad_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "too_slow",
    413: "too_large",
    421: "unknown_host",
    422: "invalid",
    429: "too_many",
    500: "internal",
}
"""The code of an error that is HTTP's own."""


class Problem(BaseModel):
    """What went wrong."""

    code: str = Field(description="The machine's word for it.", examples=["report_not_found"])
    message: str = Field(description="One line for people: what is wrong and what to do.")


class ErrorBody(BaseModel):
    """The shape of every error."""

    error: Problem


ERRORS: dict[int | str, dict[str, Any]] = {
    401: {"model": ErrorBody, "description": "The server asks for a key, and the call brings none that is good."},
    403: {"model": ErrorBody, "description": "A page of another origin sent it, or the key is not for this."},
    404: {"model": ErrorBody, "description": "No report has this id, as far as the caller may see."},
    413: {"model": ErrorBody, "description": "The request is too large."},
    421: {"model": ErrorBody, "description": "The Host header is not a name of this server."},
    422: {"model": ErrorBody, "description": "What was sent has another shape, or the question is empty or too long."},
    429: {"model": ErrorBody, "description": "Too many requests; `Retry-After` says how many seconds to wait."},
    503: {"model": ErrorBody, "description": "Nothing is indexed yet, or the index or its model cannot be used."},
}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What the documentation says about these statuses, and about those of every call."""
    return {status: ERRORS[status] for status in sorted({*statuses, 421})}


def reply(status: int, message: str, code: str = "", headers: Mapping[str, str] | None = None) -> JSONResponse:
    """An error as a response."""
    problem = Problem(code=code or CODES.get(status, "error"), message=message)
    return JSONResponse(ErrorBody(error=problem).model_dump(), status, headers)


def reply_to(error: Exception) -> JSONResponse:
    """The response to an exception; what nobody foresaw is logged, and its text is kept from the client."""
    match error:
        case ActqaError():
            return reply(STATUSES[type(error)], str(error), error.code)
        case RequestValidationError():
            return reply(422, one_line(error.errors()))
        case HTTPException():
            return reply(error.status_code, error.detail, getattr(error, "code", ""), error.headers)
        case _:
            log.error("A request failed unexpectedly.", exc_info=error)
            return reply(500, "Something went wrong on the server; its log says what.")


async def handle(request: Request, error: Exception) -> JSONResponse:
    """`reply_to` as a handler of the application's."""
    if isinstance(error, HTTPException) and error.status_code == 404 and error.detail == "Not Found":
        return reply(404, f"There is nothing at {request.url.path}; /docs lists the calls.")
    if isinstance(error, HTTPException) and error.status_code == 405:
        message = f"{request.url.path} does not take {request.method}; /docs lists the calls."
        return reply(405, message, headers=error.headers)
    return reply_to(error)


def one_line(errors: Any) -> str:
    """What validation found, for people: `question: Field required; history.0: Input should be a valid string`."""
    return "; ".join(f"{_place(e['loc'])}: {_reason(e)}" for e in errors)


def _place(loc: tuple[str | int, ...]) -> str:
    inner = [str(part) for part in loc if part not in ("body", "query", "path")]
    return ".".join(inner) or "body"


def _reason(error: Mapping[str, Any]) -> str:
    if error["type"] == "json_invalid":
        return f"the body is not JSON ({error['ctx']['error']})"
    if error["type"] == "model_attributes_type":
        return "the body should be a JSON object, sent with Content-Type: application/json"
    return str(error["msg"])
