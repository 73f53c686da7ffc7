"""How large a request may be, and how long it may take to arrive."""

import asyncio

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actqa.serving.paths import path_of
from actqa.serving.problems import reply

DRAINED = 8 * 1024 * 1024
"""Bytes of a refused body that are still taken in, so that a client that sends it whole gets to read the refusal."""

UPLOAD = "/api/reports"
CLOSE = {"Connection": "close"}
"""Without it the server would take in the rest, however long it is."""


class SizeLimit:
    """Refuses a request body of more than `limit` bytes, announced or sent in pieces; an upload has room for a file.

    Starlette has one of its own, whose refusal is plain text.
    """

    def __init__(self, app: ASGIApp, limit: int, file: int = 0) -> None:
        self.app = app
        self.limits = {
            False: (limit, f"The request is larger than {limit:,} bytes (ACTQA_MAX_REQUEST_BYTES)."),
            True: (limit + file, f"The file is larger than {file:,} bytes (ACTQA_MAX_REPORT_BYTES)."),
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit, message = self.limits[scope["method"] == "POST" and path_of(scope) == UPLOAD]
        if _announced(scope) > limit:
            await _drain(receive)
            await reply(413, message, headers=CLOSE)(scope, receive, send)
        else:
            await self.app(scope, self._counting(receive, limit, message), send)

    def _counting(self, receive: Receive, limit: int, refusal: str) -> Receive:
        taken = 0

        async def count() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                if message.get("more_body", False):
                    await _drain(receive)
                raise HTTPException(413, refusal, CLOSE)
            return message

        return count


class TimeLimit:
    """Refuses a request whose body has not arrived in `seconds`, so that nobody holds a place by sending slowly.

    What comes after the body, that the client goes away, may take as long as the answer does.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        await self.app(scope, self._timed(receive) if scope["type"] == "http" else receive, send)

    def _timed(self, receive: Receive) -> Receive:
        until = asyncio.get_running_loop().time() + self.seconds
        arrived = False

        async def take() -> Message:
            nonlocal arrived
            if arrived:
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(
                    408, f"The request took more than {self.seconds:g} s to arrive (ACTQA_MAX_REQUEST_SECONDS).", CLOSE
                ) from None
            arrived = not message.get("more_body", False)
            return message

        return take


def _announced(scope: Scope) -> int:
    length = Headers(scope=scope).get("content-length", "0")
    return int(length) if length.isdecimal() else 0


async def _drain(receive: Receive) -> None:
    taken, more = 0, True
    while more and taken < DRAINED:
        message = await receive()
        taken += len(message.get("body", b""))
        more = message.get("more_body", False)
