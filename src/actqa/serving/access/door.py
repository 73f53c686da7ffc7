"""The guard before every call of the API: nothing under /api is reached by anybody it does not know."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from anyio import CapacityLimiter, to_thread
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from actqa.errors import ActqaError
from actqa.serving.access.caller import ANYONE, Caller
from actqa.serving.access.keys import Key, KeyRing
from actqa.serving.access.proxies import address_of, user_of
from actqa.serving.access.rates import Rates
from actqa.serving.access.sessions import Sessions
from actqa.serving.access.signing import Signer
from actqa.serving.access.state import State
from actqa.serving.access.tokens import Tokens
from actqa.serving.origins import calls_for_pages, is_foreign, origin_of, origins_of, own_origin
from actqa.serving.paths import path_of
from actqa.serving.problems import reply_to
from actqa.settings import Settings

CALLER = "actqa.caller"
"""In the scope of a request: who sent it."""

THREADS = 4
"""The door's own, so that it opens while slow answers take up all others; SQLite serves one at a time anyway."""

OPEN: Mapping[str, Collection[str]] = {"/api/health": ("GET", "HEAD"), "/api/session": ("POST", "DELETE")}
"""Calls that ask for nothing; those of a session look at the key, or the cookie, themselves."""

OWN = ("/api/session", "/api/tokens")
"""Calls that change nothing but what the caller has."""

ASKS = {"WWW-Authenticate": 'Bearer realm="actqa"'}


@dataclass(frozen=True, slots=True)
class Locks:
    """What is behind the door of a server that asks who is there."""

    signer: Signer
    sessions: Sessions
    tokens: Tokens
    rates: Rates


class Door:
    """Knows callers by their credentials."""

    def __init__(self, settings: Settings) -> None:
        """Raises KeysError, StateError, UsageError."""
        self._settings = settings
        self._locks: Locks | None = None
        self.ring = KeyRing(settings)
        self.origins = origins_of(settings)
        if self.asks:
            self.locks()

    @property
    def asks(self) -> bool:
        """Whether callers have to say who they are."""
        return bool(self._settings.user_header) or self.ring.asks

    @property
    def nobody_can_enter(self) -> bool:
        """Whether it asks for keys and knows none."""
        return self.ring.asks and not self.ring.all() and not self._settings.user_header

    def locks(self) -> Locks:
        """Made when they are first needed, since a server that is open to its own machine writes nothing."""
        if self._locks is None:
            state = State(self._settings.state)
            signer = Signer(self._settings, state)
            self._locks = Locks(
                signer,
                Sessions(signer, self.ring, state, self._settings.session_seconds),
                Tokens(signer, self.ring, self.origins, self._settings.token_seconds),
                Rates(self._settings, state),
            )
        return self._locks

    def admit(self, request: Request) -> Caller:
        """Who sent the request. Raises HTTPException 401, 403 and 429, StateError."""
        asks = self.asks
        if asks:
            self.locks().rates.count("address", address_of(request))
        path = path_of(request.scope)
        if request.method in OPEN.get(path, ()):
            return ANYONE
        caller = self._identify(request, asks)
        if asks:
            self.locks().rates.count("token" if caller.kind == "token" else "key", caller.counts_as)
        _check_change(caller, request.method, path)
        return caller

    def key_of(self, presented: bytes, request: HTTPConnection) -> Key | None:
        """The key, where it is known. Raises HTTPException 429 where too many from the same address were not."""
        rates, address = self.locks().rates, address_of(request)
        rates.check("refused", address)
        key = self.ring.find(presented)
        if key is None:
            rates.count("refused", address)
        return key

    def _identify(self, request: Request, asks: bool) -> Caller:
        """Credentials that are sent on purpose come first, and are never passed over where they are wrong."""
        presented = _bearer(request)
        if presented is not None:
            return self._by_bearer(presented, request, asks)
        if not asks:
            return ANYONE
        if not (is_foreign(request.headers) and "origin" in request.headers):  # what a browser adds by itself
            user = user_of(request, self._settings.user_header)
            if user:
                return Caller("user", user, None, f"user {user}")
            session = self.locks().sessions.find(request)
            if session:
                return session
        raise HTTPException(401, "This server asks for a key: send the header Authorization: Bearer KEY.", ASKS)

    def _by_bearer(self, presented: str, request: Request, asks: bool) -> Caller:
        token = None
        if presented.count(".") == 2:
            token = self.locks().tokens.find(presented, origin_of(request), own_origin(request))
        if token:
            return token
        if not asks:
            return ANYONE
        key = self.key_of(presented.encode("latin-1"), request)  # as Starlette has decoded it
        if key is None:
            raise HTTPException(401, "This key is not known, or has expired: ask for another.", ASKS)
        return Caller("key", key.name, key.reports, self.locks().signer.name_of(key.digest), key.expires)


def _check_change(caller: Caller, method: str, path: str) -> None:
    """Raises HTTPException 403 where a token, or a key for some reports, is used to change what others see."""
    if calls_for_pages(method, path):
        return
    if caller.kind == "token":
        raise HTTPException(403, "A token is for questions and for reading: this call needs a key.")
    if caller.reports is not None and path not in OWN:
        raise HTTPException(403, "This key is for asking some reports: to change any takes a key for all.")


def _bearer(request: HTTPConnection) -> str | None:
    """What follows `Bearer` in the Authorization header; None where there is none such.

    Other schemes are not for us: a reverse proxy that asks for a password passes on what it was told.
    """
    said = [it.partition(" ") for it in request.headers.getlist("authorization")]
    presented = [rest.strip() for scheme, _, rest in said if scheme.lower() == "bearer"]
    return (presented[0] if len(said) == 1 else "") if presented else None


class DoorKeeper:
    """Lets calls of the API through once the door knows who calls; pages are open."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door
        self.threads = CapacityLimiter(THREADS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "http" and _is_call(path_of(scope)):
            try:
                scope[CALLER] = await to_thread.run_sync(self.door.admit, Request(scope), limiter=self.threads)
            except (HTTPException, ActqaError) as error:
                await reply_to(error)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _is_call(path: str) -> bool:
    return path == "/api" or path.startswith("/api/")
