"""The application: calls and pages behind their guards."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from actqa import __version__
from actqa.assistant import Assistant
from actqa.errors import ActqaError
from actqa.serving import api, problems
from actqa.serving.access.calls import session_calls, token_calls
from actqa.serving.access.door import Door, DoorKeeper
from actqa.serving.access.proxies import Proxies, networks_of, root_path_of
from actqa.serving.facts import facts_calls
from actqa.serving.file_pages import page_calls
from actqa.serving.headers import Outermost
from actqa.serving.hosts import HostGuard, known_names
from actqa.serving.limits import SizeLimit, TimeLimit
from actqa.serving.origins import OriginGuard, Sharing
from actqa.serving.pages import add_pages
from actqa.serving.shelf import shelf_calls
from actqa.serving.suggestions import suggestion_calls
from actqa.settings import Settings

DESCRIPTION = """\
Answers questions about market-research reports, every figure cited to its exact place. Offsets count the characters
(code points) of a report's canonical text, half open. Every error is `{"error": {"code", "message"}}`.
"""


Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]


def create_app(assistant: Assistant, settings: Settings, lifespan: Lifespan | None = None) -> FastAPI:
    """The web page and the HTTP API over one assistant, which stays the caller's to close, perhaps at `lifespan`'s end.

    Raises UsageError, KeysError and StateError where the settings cannot be kept to.
    """
    door = Door(settings)
    app = FastAPI(
        title="actqa",
        version=__version__,
        lifespan=lifespan,
        description=DESCRIPTION,
        docs_url=None,  # FastAPI's own pages load their scripts from a CDN
        redoc_url=None,
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        middleware=_guards(settings, door),
        exception_handlers=dict.fromkeys((ActqaError, RequestValidationError, HTTPException), problems.handle),
    )
    app.state.assistant = assistant
    app.state.door = door
    app.include_router(api.open_calls)
    app.include_router(api.calls)
    app.include_router(facts_calls)
    app.include_router(page_calls)
    app.include_router(shelf_calls)
    app.include_router(suggestion_calls)
    app.include_router(session_calls)
    app.include_router(token_calls)
    add_pages(app)
    return app


def _guards(settings: Settings, door: Door) -> list[Middleware]:
    """What a request passes on its way in, in this order, and its reply on the way out."""
    return [
        Middleware(Outermost),
        Middleware(Proxies, networks=networks_of(settings), root_path=root_path_of(settings)),
        Middleware(HostGuard, names=known_names(settings)),
        Middleware(OriginGuard, allowed=door.origins),
        Middleware(Sharing, allowed=door.origins),
        Middleware(DoorKeeper, door=door),
        Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        Middleware(SizeLimit, limit=settings.max_request_bytes, file=settings.max_report_bytes),
        Middleware(TimeLimit, seconds=settings.max_request_seconds),
    ]
