"""What signs sessions and tokens: PyJWT, with HMAC-SHA-256 and nothing else."""

import hmac
from collections.abc import Mapping
from typing import Any, Literal

import jwt

from actqa.errors import UsageError
from actqa.serving.access.state import State
from actqa.settings import Settings

ALGORITHM = "HS256"
SHORTEST = 32
"""Characters of a secret; RFC 7518 asks for as many bytes as the hash has."""

Use = Literal["actqa-session", "actqa-token"]


class Expired(Exception):
    """What was signed is over."""


class Signer:
    """Signs claims and reads them back. What is signed for one use is worth nothing in the other."""

    def __init__(self, settings: Settings, state: State) -> None:
        """Raises UsageError, StateError."""
        given = settings.secret.get_secret_value()
        if given and len(given) < SHORTEST:
            raise UsageError(
                f"ACTQA_SECRET has fewer than {SHORTEST} characters: make one with `openssl rand -hex 32`, "
                "or leave it out, and the server makes its own."
            )
        self._secret = given or state.secret()

    def sign(self, use: Use, claims: Mapping[str, Any]) -> str:
        """The claims as a JSON Web Token; `exp` has to be one of them."""
        return jwt.encode({**claims, "aud": use}, self._secret, algorithm=ALGORITHM)

    def read(self, use: Use, signed: str) -> dict[str, Any] | None:
        """The claims, where they were signed here for this use. Raises Expired."""
        try:
            return jwt.decode(
                signed,
                self._secret,
                algorithms=[ALGORITHM],
                audience=use,
                options={"require": ["exp", "iat", "aud"]},
            )
        except jwt.ExpiredSignatureError as error:
            raise Expired from error
        except jwt.InvalidTokenError:
            return None

    def name_of(self, digest: bytes) -> str:
        """What a key is called in claims: worth nothing to who reads it, not even to try out weak keys on."""
        return hmac.new(self._secret.encode(), b"key " + digest, "sha256").hexdigest()[:32]
