"""Sessions: a key is taken once, and a signed cookie stands for it until it expires or somebody signs out.

The cookie names the session and the key, never the key itself; a key that is removed or expires ends its sessions.
"""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from actqa.serving.access.caller import Caller
from actqa.serving.access.keys import Key, KeyRing
from actqa.serving.access.signing import Expired, Signer
from actqa.serving.access.state import State

COOKIE = "actqa_session"


@dataclass(frozen=True, slots=True)
class Sessions:
    """Begins, knows and ends them."""

    signer: Signer
    ring: KeyRing
    state: State
    seconds: int

    def begin(self, key: Key, request: Request, response: Response) -> Caller:
        """A new session with a name of its own, whatever the request brought; an older one of the browser's ends."""
        self._end(request)
        now = int(time.time())
        until = now + self.seconds
        if key.expires:
            until = min(until, int(key.expires.timestamp()))
        claims = {"sid": secrets.token_hex(16), "key": self.signer.name_of(key.digest), "iat": now, "exp": until}
        response.set_cookie(
            COOKIE, self.signer.sign("actqa-session", claims), max_age=until - now, **_attributes(request)
        )
        return _caller(key, claims)

    def find(self, request: Request) -> Caller | None:
        """Whoever the request's cookie stands for, where it still does."""
        claims = self._claims(request)
        if claims is None or self.state.has_ended(claims["sid"]):
            return None
        named = (key for key in self.ring.all() if self.signer.name_of(key.digest) == claims["key"])
        return next((_caller(key, claims) for key in named), None)

    def end(self, request: Request, response: Response) -> None:
        """For good, in all workers, even for who has kept the cookie."""
        self._end(request)
        response.delete_cookie(COOKIE, **_attributes(request))

    def _end(self, request: Request) -> None:
        claims = self._claims(request)
        if claims is not None:
            self.state.end(claims["sid"], claims["exp"])

    def _claims(self, request: Request) -> dict[str, Any] | None:
        try:
            return self.signer.read("actqa-session", request.cookies.get(COOKIE, ""))
        except Expired:
            return None


def _caller(key: Key, claims: Mapping[str, Any]) -> Caller:
    return Caller("session", key.name, key.reports, claims["key"], datetime.fromtimestamp(claims["exp"], UTC))


def _attributes(request: Request) -> dict[str, Any]:
    """The same to set and to delete it: for this server's path, out of reach of scripts and of other sites."""
    return {
        "path": f"{request.scope.get('root_path', '')}/",
        "secure": request.url.scheme == "https",
        "httponly": True,
        "samesite": "strict",
    }
