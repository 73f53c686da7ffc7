"""A page of another origin may not make the server work: there is no CORS, and a POST from elsewhere is refused."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from actqa.serving.problems import reply

READING = ("GET", "HEAD", "OPTIONS")


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


class OriginGuard:
    """Refuses what would make the server work for a page of another origin."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "http" and scope["method"] not in READING and is_foreign(Headers(scope=scope)):
            await reply(403, "A page of another origin may not call this server.")(scope, receive, send)
            return
        await self.app(scope, receive, send)
