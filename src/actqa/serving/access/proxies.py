"""What a reverse proxy says of a request: believed only from the addresses that the settings name."""

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from actqa.errors import UsageError
from actqa.settings import Settings

Network = IPv4Network | IPv6Network

PROXIED = "actqa.proxied"
"""In the scope of a request: whether it came through a proxy that is believed."""

LONGEST_USER = 200


def networks_of(settings: Settings) -> tuple[Network, ...]:
    """The addresses of proxies. Raises UsageError for what is none, and for a user header that nobody may send."""
    try:
        networks = tuple(ip_network(address, strict=False) for address in settings.proxy_addresses)
    except ValueError as error:
        raise UsageError(f"ACTQA_PROXY_ADDRESSES: {error}; give addresses or networks, such as 10.0.0.0/8.") from error
    if any(network.prefixlen == 0 for network in networks):
        raise UsageError("ACTQA_PROXY_ADDRESSES: every address would be believed; name those of the proxies.")
    if settings.user_header and not networks:
        raise UsageError(
            "ACTQA_USER_HEADER is set, and nobody is believed to send it: name the proxy in ACTQA_PROXY_ADDRESSES."
        )
    return networks


class Proxies:
    """Notes whether a proxy sent the request, takes over the client's address and scheme from it, and its root path."""

    def __init__(self, app: ASGIApp, networks: Sequence[Network], root_path: str) -> None:
        self.app = ProxyHeadersMiddleware(app, [str(network) for network in networks])  # type: ignore[arg-type]  # its ASGI types are its own
        self.networks = networks
        self.root_path = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI has it."""
        if scope["type"] == "http":
            scope = {**scope, PROXIED: self._is_proxy(scope)}
            if self.root_path and scope["path"] == self.root_path:  # the page's links count from the slash
                await RedirectResponse(f"{self.root_path}/")(scope, receive, send)
                return
            if self.root_path:
                scope |= {"root_path": self.root_path, "path": self._whole(scope["path"])}
        await self.app(scope, receive, send)  # type: ignore[arg-type]  # likewise

    def _is_proxy(self, scope: Scope) -> bool:
        if not (self.networks and scope.get("client")):
            return False
        try:
            peer = ip_address(scope["client"][0])
        except ValueError:
            return False
        return any(peer in network for network in self.networks)

    def _whole(self, path: str) -> str:
        """With the root path, which the proxy may have taken away or left."""
        return path if path.startswith(f"{self.root_path}/") else self.root_path + path


def root_path_of(settings: Settings) -> str:
    """`/actqa`, without a slash at the end; empty for none. Raises UsageError."""
    root = settings.root_path.rstrip("/")
    if root and not (root.startswith("/") and root.isascii() and not set(root) & set(' "?#%\\')):
        raise UsageError(f"ACTQA_ROOT_PATH: {settings.root_path!r} is no path: give one such as /actqa.")
    return root


def user_of(request: HTTPConnection, header: str) -> str:
    """Whom a proxy that is believed says has signed in; empty for nobody, and where it says so more than once."""
    if not (header and request.scope.get(PROXIED)):
        return ""
    said = request.headers.getlist(header)
    return said[0].strip()[:LONGEST_USER] if len(said) == 1 else ""


def address_of(request: HTTPConnection) -> str:
    """What requests from one place are counted under: an IPv4 address, or the network of 2⁶⁴ that one IPv6 line has."""
    host = request.client.host if request.client else "unknown"
    try:
        address = ip_address(host)
    except ValueError:
        return host[:64]
    return str(address) if address.version == 4 else str(ip_network((address, 64), strict=False))
