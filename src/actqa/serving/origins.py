"""Pages of other origins: only those of the list may call, and only to read and to ask.

An Origin header proves nothing about who calls. What it does is to keep a browser from being used by a page against
the person before it, and that is all it is taken for.
"""

import re
from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actqa.errors import UsageError
from actqa.serving.paths import path_of
from actqa.serving.problems import reply
from actqa.settings import Settings

READING = ("GET", "HEAD", "OPTIONS")
ASKING = ("/api/ask", "/api/chat")
"""What a page of the list may do besides reading."""

_ORIGIN = re.compile(r"(https?)://(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::(\d{1,5}))?")
_PORTS = {"http": "80", "https": "443"}


def origins_of(settings: Settings) -> frozenset[str]:
    """The origins of the list, as browsers write them. Raises UsageError for what is none, a star among them."""
    return frozenset(map(_origin, settings.allowed_origins))


def _origin(said: str) -> str:
    origin = normal(said)
    if not origin:
        raise UsageError(
            f"ACTQA_ALLOWED_ORIGINS: {said!r} is no origin: give https://intranet.example.com, without a path."
        )
    return origin


def normal(origin: str) -> str:
    """As browsers write it: in lower case, and without the scheme's own port; empty for what is no origin."""
    found = _ORIGIN.fullmatch(origin.strip().lower())
    if not found:
        return ""
    scheme, host, port = found.groups()
    return f"{scheme}://{host}" if port in (None, _PORTS[scheme]) else f"{scheme}://{host}:{port}"


def is_foreign(headers: Headers) -> bool:
    """Whether a browser says that a page of another origin sent this.

    Browsers leave Sec-Fetch-Site out where the page came neither by HTTPS nor from loopback; Origin speaks then.
    https://www.w3.org/TR/fetch-metadata/
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def origin_of(request: HTTPConnection) -> str | None:
    """Where a browser says that the request comes from; it leaves its own origin out where it only reads."""
    origin = request.headers.get("origin")
    if origin is None and request.headers.get("sec-fetch-site") == "same-origin":
        return own_origin(request)
    return None if origin is None else normal(origin) or None


def own_origin(request: HTTPConnection) -> str:
    """The server's own, by the name that it is called."""
    return normal(f"{request.url.scheme}://{request.headers.get('host', '')}")


def calls_for_pages(method: str, path: str) -> bool:
    """Whether a page of the list may make the call."""
    return method in READING or (method == "POST" and path in ASKING)


class OriginGuard:
    """Refuses what would make the server work for a page of an origin that is not on the list."""

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self.app = app
        self.allowed = allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "http" and self._is_refused(scope):
            await reply(403, "A page of another origin may not call this server.")(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_refused(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if scope["method"] in READING or not is_foreign(headers):
            return False
        is_listed = headers.get("origin", "") in self.allowed
        return not (is_listed and calls_for_pages(scope["method"], path_of(scope)))


class Sharing:
    """Lets pages of the list read what the API says to them: CORS, without cookies."""

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self.app = app
        self.allowed = allowed
        self.shared = CORSMiddleware(
            app,
            allow_origins=allowed,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type", "If-None-Match"),
            expose_headers=("ETag", "Retry-After"),
            allow_private_network=True,  # a page on the internet may embed a server that is not
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http" or not self.allowed or not path_of(scope).startswith("/api/"):
            await self.app(scope, receive, send)
        elif Headers(scope=scope).get("origin", "") in self.allowed:
            await self.shared(scope, receive, send)
        else:
            await self.app(scope, receive, _varying(send))


def _varying(send: Send) -> Send:
    """A cache must not show a page of the list what it was told without the headers for it."""

    async def send_varying(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], (b"vary", b"Origin")]
        await send(message)

    return send_varying
