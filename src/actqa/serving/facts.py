"""The calls that hand out what a report states: as JSON, and as files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from actqa.facts import ReportFacts
from actqa.facts.export import BOM, Kind, Table, What, kinds_of, table, to_csv, to_markdown, to_xlsx
from actqa.serving.access.calls import bearer
from actqa.serving.access.reach import Served
from actqa.serving.pages import send_tagged
from actqa.serving.problems import errors

PRIVATE = {"Cache-Control": "private, no-cache"}

One = Annotated[Kind, Query(description="Which table.")]
Some = Annotated[What, Query(description="Which table, or all of them.")]


@dataclass(frozen=True, slots=True)
class File:
    """A form that facts can be downloaded in."""

    ending: str
    media_type: str
    write: Callable[[Sequence[Table]], bytes]


CSV = File("csv", "text/csv; charset=utf-8", lambda tables: (BOM + to_csv(tables[0])).encode())
MARKDOWN = File("md", "text/markdown; charset=utf-8", lambda tables: to_markdown(tables).encode())
XLSX = File("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx)


def described(file: File) -> dict[str, Any]:
    """What the documentation says about a download."""
    kind = file.media_type.partition(";")[0]
    ok = {"description": "The file.", "content": {kind: {"schema": {"type": "string", "format": "binary"}}}}
    return {"response_class": Response, "responses": {200: ok, **errors(401, 404, 422, 429, 503)}}


facts_calls = APIRouter(prefix="/api/reports/{id}", tags=["reports"], dependencies=[bearer])


@facts_calls.get("/facts", response_model=ReportFacts, responses=errors(401, 404, 422, 429, 503))
def facts(id: str, assistant: Served, request: Request) -> Response:
    """What a report states, each row with its exact places; with an ETag, and 304 to a client that has it."""
    return send_tagged(request, assistant.facts(id).model_dump_json().encode(), "application/json", PRIVATE)


@facts_calls.get("/facts.csv", **described(CSV))
def facts_csv(id: str, what: One, assistant: Served, request: Request) -> Response:
    """One table as CSV in UTF-8, with the mark at the beginning that Excel wants."""
    return _send(request, assistant.facts(id), what, CSV)


@facts_calls.get("/facts.xlsx", **described(XLSX))
def facts_xlsx(id: str, assistant: Served, request: Request, what: Some = "all") -> Response:
    """A workbook with a sheet for each table."""
    return _send(request, assistant.facts(id), what, XLSX)


@facts_calls.get("/facts.md", **described(MARKDOWN))
def facts_markdown(id: str, assistant: Served, request: Request, what: Some = "all") -> Response:
    """The tables as Markdown."""
    return _send(request, assistant.facts(id), what, MARKDOWN)


def _send(request: Request, facts: ReportFacts, what: What, file: File) -> Response:
    """The tag is made from the facts, since a workbook also holds the time at which it was written."""
    base = str(request.base_url)
    name = "-".join([facts.report.id, "facts" if what == "all" else what])
    headers = {**PRIVATE, "Content-Disposition": f'attachment; filename="{name}.{file.ending}"'}
    body = file.write([table(facts, kind, base) for kind in kinds_of(what)])
    made_from = "\n".join((facts.model_dump_json(), name, file.ending, base)).encode()
    return send_tagged(request, body, file.media_type, headers, made_from)
