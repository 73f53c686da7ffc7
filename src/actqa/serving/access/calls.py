"""The calls for sessions and tokens."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

from actqa.errors import ReportNotFound, UsageError
from actqa.serving.access.caller import ANYONE, Caller, Kind
from actqa.serving.access.door import ASKS, Door
from actqa.serving.access.reach import Called, Served
from actqa.serving.origins import normal
from actqa.serving.problems import errors

bearer = Depends(
    HTTPBearer(auto_error=False, description="A key, or a widget's token; where the server asks for neither, nothing.")
)
"""For the documentation; the door does the work."""

session_calls = APIRouter(prefix="/api/session", tags=["access"])
token_calls = APIRouter(prefix="/api/tokens", tags=["access"], dependencies=[bearer])


class SignIn(BaseModel):
    """A key, to be taken once."""

    key: str = Field(description="One of the server's keys.", max_length=1000)


class Session(BaseModel):
    """Who is calling, and until when."""

    kind: Kind = Field(description="`session` of the page, `key`, `token`, a `user` of the proxy, or `anyone`.")
    name: str = Field(description="The key's or the user's.", examples=["anna"])
    expires: datetime | None = Field(description="When the credentials end.")
    may_change: bool = Field(description="Whether reports may be added and removed.")
    max_report_bytes: int = Field(description="Size of the largest file that may be added.")

    @classmethod
    def of(cls, caller: Caller, request: Request) -> "Session":
        """The caller's."""
        most = request.app.state.assistant.settings.max_report_bytes
        return cls(
            kind=caller.kind,
            name=caller.name,
            expires=caller.expires,
            may_change=caller.may_change,
            max_report_bytes=most,
        )


class TokenWish(BaseModel):
    """What a widget's token is to open."""

    reports: tuple[str, ...] | None = Field(
        default=None,
        description="Ids of the reports, of those that the key opens; null for all of them.",
        max_length=1000,
    )
    origin: str = Field(description="Of the pages that will use it; one of `ACTQA_ALLOWED_ORIGINS`.", max_length=300)
    seconds: int = Field(default=600, ge=1, description="How long it is good for; cut to `ACTQA_TOKEN_SECONDS`.")


class Token(BaseModel):
    """A token."""

    token: str = Field(description="For `Authorization: Bearer`.")
    expires: datetime = Field(description="When to have fetched another.")


async def the_door(request: Request) -> Door:
    """The application's."""
    door: Door = request.app.state.door
    return door


Doors = Annotated[Door, Depends(the_door)]


@session_calls.get("", dependencies=[bearer], responses=errors(401, 429))
def session(caller: Called, request: Request) -> Session:
    """Who is calling, as far as the server knows, and what they may do."""
    return Session.of(caller, request)


@session_calls.post("", responses=errors(401, 403, 413, 422, 429))
def sign_in(wish: SignIn, door: Doors, request: Request, response: Response) -> Session:
    """Takes a key once, and sets a cookie for it that scripts cannot read. The page signs in with this."""
    if not door.asks:
        return Session.of(ANYONE, request)
    key = door.key_of(wish.key.strip().encode(errors="replace"), request)
    if key is None:
        raise HTTPException(401, "This key is not known, or has expired: ask for another.", ASKS)
    return Session.of(door.locks().sessions.begin(key, request, response), request)


@session_calls.delete("", status_code=204, responses=errors(403, 429))
def sign_out(door: Doors, request: Request, response: Response) -> None:
    """Ends the session for good, whoever has kept its cookie."""
    if door.asks:
        door.locks().sessions.end(request, response)


@token_calls.post("", responses=errors(401, 403, 404, 413, 422, 429))
def token(wish: TokenWish, door: Doors, caller: Called, assistant: Served, request: Request) -> Token:
    """A token for a widget: signed, short-lived, for some reports and the pages of one origin. It takes a key.

    Reports that are not the key's are as unknown as those that there are not.
    """
    if caller.kind not in ("key", "anyone"):
        raise HTTPException(403, "Tokens are made with a key: send it as Authorization: Bearer KEY.")
    origin = normal(wish.origin)
    if origin not in door.origins:
        raise UsageError("This origin is not one of ACTQA_ALLOWED_ORIGINS: name it there, and start the server again.")
    known = {card.id for card in assistant.reports()} if wish.reports else set()
    for id in wish.reports or ():
        if id not in known:
            raise ReportNotFound(f"There is no report {id[:100]}: GET /api/reports lists them.")
    signed, until = door.locks().tokens.make(caller, wish.reports, origin, wish.seconds)
    return Token(token=signed, expires=datetime.fromtimestamp(until, UTC))
