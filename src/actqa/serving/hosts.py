"""The Host header must be a name the server was told, against DNS rebinding.

In that attack a foreign page lets its own name resolve to this machine, and is then of one origin with the server.
"""

import re
from ipaddress import IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from actqa.serving.problems import reply
from actqa.settings import LOOPBACK_NAMES, Settings

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.-]+)(?::[0-9]{0,5})?")


def is_loopback(host: str) -> bool:
    """Whether an address to listen at reaches this machine only."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_every_address(host: str) -> bool:
    """Whether it stands for all addresses of this machine, and so is no name to call it by."""
    try:
        return ip_address(host.strip("[]")).is_unspecified
    except ValueError:
        return not host


def bracketed(host: str) -> str:
    """The host as a URL writes it: an IPv6 address in brackets and in its shortest form, all in lower case."""
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return host.lower()
    return f"[{address.compressed}]" if isinstance(address, IPv6Address) else str(address)


def name_of(header: str) -> str:
    """The Host header without its port; empty where it is malformed."""
    found = _HOST.fullmatch(header)
    return bracketed(found[1]) if found else ""


def known_names(settings: Settings) -> frozenset[str]:
    """The names the server answers to."""
    own = () if is_every_address(settings.host) else (settings.host,)
    return frozenset(bracketed(name) for name in (*LOOPBACK_NAMES, *own, *settings.allowed_hosts))


class HostGuard:
    """Refuses a request for a name the server does not go by."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self.app = app
        self.names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "lifespan" or name_of(Headers(scope=scope).get("host", "")) in self.names:
            await self.app(scope, receive, send)
            return
        message = "The Host header is not a name of this server; name it in ACTQA_ALLOWED_HOSTS to allow it."
        await reply(421, message)(scope, receive, send)
