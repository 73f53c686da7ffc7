"""The widget's tokens: an intranet's backend asks for one with its key, and its pages call with it.

A token is bound to reports and to one origin, and lives some minutes. What is in it can be read by whoever sees the
page: report ids, the origin, and a name of the key that is worth nothing elsewhere.
"""

import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from starlette.exceptions import HTTPException

from actqa.serving.access.caller import Caller
from actqa.serving.access.keys import KeyRing
from actqa.serving.access.signing import Expired, Signer


class TokenExpired(HTTPException):
    """The token was good and is over: its page has to fetch another."""

    code = "token_expired"

    def __init__(self) -> None:
        super().__init__(401, "This token has expired: fetch another.", {"WWW-Authenticate": 'Bearer realm="actqa"'})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Makes and reads them."""

    signer: Signer
    ring: KeyRing
    origins: Collection[str]
    longest: int

    def make(self, caller: Caller, reports: Collection[str] | None, origin: str, seconds: int) -> tuple[str, int]:
        """A token for an origin of the list and for reports of the caller's; with when it ends."""
        now = int(time.time())
        until = now + min(seconds, self.longest)
        if caller.expires:
            until = min(until, int(caller.expires.timestamp()))
        claims = {
            "jti": secrets.token_hex(16),
            "key": caller.counts_as,
            "origin": origin,
            "reports": None if reports is None else sorted(reports),
            "iat": now,
            "exp": until,
        }
        return self.signer.sign("actqa-token", claims), until

    def find(self, presented: str, origin: str | None, own: str) -> Caller | None:
        """Whoever the token stands for; None for what is no token of this server's, or of a key that is gone.

        `origin` is where the request says it comes from. That is no proof of anything, and only narrows what a token
        is good for: a browser sends it truly, so that a page cannot use the token of another page. `own` is the
        server's: from there the frame calls that shows the widget on a page without scripts. Only pages of the list
        may show it, and it uses no token that is not of the page around it (web/widget/embed.js).
        Raises TokenExpired, and HTTPException 403 for another origin.
        """
        try:
            claims = self.signer.read("actqa-token", presented)
        except Expired:
            raise TokenExpired from None
        if claims is None:
            return None
        allowed = self._of_key(claims)
        if allowed is None:
            return None
        if claims["origin"] not in self.origins or origin not in (claims["origin"], own):
            raise HTTPException(403, "This token is for the pages of another origin.")
        return allowed

    def _of_key(self, claims: dict[str, Any]) -> Caller | None:
        """The token never opens more than its key does now."""
        expires = datetime.fromtimestamp(claims["exp"], UTC)
        own = None if claims["reports"] is None else frozenset(claims["reports"])
        if not claims["key"]:  # made by a server that asked for no keys
            return None if self.ring.asks else Caller("token", "", own, claims["jti"], expires)
        for key in self.ring.all():
            if self.signer.name_of(key.digest) == claims["key"]:
                reports = own if key.reports is None or own is None else own & key.reports
                return Caller("token", key.name, key.reports if own is None else reports, claims["jti"], expires)
        return None
