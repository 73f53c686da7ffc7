"""API keys: where any are set, a call must bring one as `Authorization: Bearer KEY`."""

import hmac
from collections.abc import Iterable
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

bearer = HTTPBearer(auto_error=False, description="One of the server's keys (`ACTQA_API_KEYS`), where it has any.")


async def require_key(
    request: Request, presented: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
) -> None:
    """Lets through a call that brings a known key, and every call where no keys are set."""
    keys = request.app.state.settings.api_keys
    if keys and not (presented and is_known(presented.credentials.encode("latin-1"), keys)):
        raise HTTPException(
            401,
            "This server asks for a key: send the header Authorization: Bearer KEY.",
            headers={"WWW-Authenticate": 'Bearer realm="actqa"'},
        )


def is_known(key: bytes, keys: Iterable[str]) -> bool:
    """Whether the key is one of `keys`; takes the same time whichever it is, or none, and however long."""
    digest = sha256(key).digest()
    found = [hmac.compare_digest(digest, sha256(known.encode()).digest()) for known in keys]
    return any(found)
