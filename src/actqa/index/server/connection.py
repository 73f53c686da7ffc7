"""The connection to a Chroma server: the one place that calls the client, and that turns its errors into ours."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast
from urllib.parse import quote, urlsplit

from actqa.errors import ActqaError, IndexFault, IndexUnreachable, UsageError

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

T = TypeVar("T")
Metadata = Mapping[str, str | int | float | bool]

CONNECT_SECONDS = 5
SECONDS = 60
"""How long the server may take to answer."""
PAGE = 100
"""Collections listed at a time; Chroma Cloud lists no more."""
RECORDS = 300
"""Records in one request, which is as many as Chroma Cloud takes."""


class Gone(LookupError):
    """There is no such collection, or no more."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is and how it lets us in."""

    url: str
    token: str = ""
    tenant: str = "default_tenant"
    database: str = "default_database"

    @property
    def shown(self) -> str:
        """Without a password that it may hold."""
        parts = urlsplit(self.url)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()

    @property
    def is_private(self) -> bool:
        """Whether what is said on the way there is encrypted."""
        return self.url.startswith("https")

    @property
    def headers(self) -> dict[str, str]:
        """What a reverse proxy looks at, and what Chroma Cloud does."""
        return {"Authorization": f"Bearer {self.token}", "X-Chroma-Token": self.token} if self.token else {}

    def check(self) -> None:
        """Raises UsageError for what is no address."""
        try:
            parts = urlsplit(self.url)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            fine = False
        if not fine:
            raise UsageError(
                f"The setting chroma_url (ACTQA_CHROMA_URL): {self.url!r} is no address: say http://host:8000."
            )


@dataclass(frozen=True, slots=True)
class Listed:
    """A collection as a list shows it."""

    name: str
    metadata: Metadata


class Server:
    """A Chroma server. Safe to share between threads; connects when it is first needed, and again after a failure."""

    def __init__(self, address: Address) -> None:
        """Raises UsageError."""
        address.check()
        self.address = address
        self._client: Client | None = None
        self._opening = threading.Lock()

    def find(self, name: str) -> "Collection | None":
        """The collection of that name.

        Chroma's client builds an embedding function that the server names, and so loads a model, whenever records are
        added, however the collection was opened. None of ours names one; one that does is another's doing, and refused.
        """
        try:
            found = self._call(lambda client: client.get_collection(name, embedding_function=None))
        except Gone:
            return None
        if _names_function(found._model.configuration_json) or _names_function(found._model.serialized_schema):
            raise IndexFault(
                f"The collection {name} on {self.address.shown} is not of actqa's making: "
                "remove it, or name another database in ACTQA_CHROMA_DATABASE."
            )
        return found

    def create(self, name: str, metadata: Metadata, configuration: Any = None) -> "Collection | None":
        """A new collection; None where there already is one of that name: of several who ask, one gets it."""
        try:
            return self._call(
                lambda client: client.create_collection(
                    name, embedding_function=None, metadata=dict(metadata), configuration=configuration
                )
            )
        except IndexUnreachable:
            raise
        except IndexFault:  # the protocol has no type for it
            if self.find(name) is None:
                raise
            return None

    def drop(self, name: str) -> None:
        """Removes the collection, if it is there."""
        try:
            self._call(lambda client: client.delete_collection(name))
        except Gone:
            return

    def listed(self, prefix: str) -> list[Listed]:
        """Every collection whose name begins so, by name."""
        found: list[Listed] = []
        while True:
            page = self._page(len(found))
            found += [Listed(it.name, cast(Metadata, it.metadata or {})) for it in page]
            if len(page) < PAGE:
                return sorted((it for it in found if it.name.startswith(prefix)), key=lambda it: it.name)

    def _page(self, first: int) -> "Sequence[Collection]":
        return self._call(lambda client: client.list_collections(PAGE, first))

    def now(self) -> float:
        """The server's clock, in seconds, which is the same for all who ask."""
        return self._call(lambda client: client.heartbeat()) / 1e9

    def on(self, method: Callable[..., T], **arguments: Any) -> T:
        """Calls a method of a collection. Raises Gone, IndexUnreachable, IndexFault."""
        with self._told():
            return method(**arguments)

    def _call(self, act: "Callable[[Client], T]") -> T:
        with self._told():
            return act(self._open())

    def close(self) -> None:
        """Lets go of the connection."""
        with self._opening:
            if self._client is not None:
                self._client.close()
                for session in _sessions(self._client):  # which Chroma's client leaves open
                    session.close()
                self._client = None

    def _open(self) -> "Client":
        with self._opening:
            if self._client is None:
                self._knock()
                self._client = self._connected()
            return self._client

    def _connected(self) -> "Client":
        import chromadb
        import httpx
        from chromadb.config import Settings

        to = self.address
        quiet: Any = {"anonymized_telemetry": False, "_env_file": None}  # a .env here is actqa's, not Chroma's
        if not to.is_private:
            quiet["chroma_server_ssl_verify"] = False  # nothing is: this only keeps certificates from being loaded
        client = chromadb.HttpClient(
            to.url, headers=to.headers, settings=Settings(**quiet), tenant=to.tenant, database=to.database
        )
        # Chroma's client waits for ever, and has no setting for that.
        for session in _sessions(client):
            session.timeout = httpx.Timeout(SECONDS, connect=CONNECT_SECONDS)
        return cast("Client", client)

    def _knock(self) -> None:
        """Sees who is there, which Chroma's client does without saying what is wrong. Raises IndexUnreachable."""
        to = self.address
        if b"heartbeat" not in self._get("heartbeat"):
            raise IndexUnreachable(f"What answers at {to.shown} is no Chroma server: mend ACTQA_CHROMA_URL.")
        self._get(f"tenants/{quote(to.tenant, safe='')}/databases/{quote(to.database, safe='')}")

    def _get(self, path: str) -> bytes:
        import httpx

        to = self.address
        try:
            reply = httpx.get(
                f"{to.url.rstrip('/').removesuffix('/api/v2')}/api/v2/{path}",
                headers=to.headers,
                timeout=httpx.Timeout(SECONDS, connect=CONNECT_SECONDS),
                verify=to.is_private,
            )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise self._down(error) from error
        status = reply.status_code
        if status == 200:
            return reply.content
        raise IndexUnreachable(self._reason(status, path))

    def _reason(self, status: int, path: str) -> str:
        to = self.address
        if status in (401, 403):
            verb = "mend" if to.token else "set"
            return f"The Chroma server at {to.shown} does not let us in ({status}): {verb} ACTQA_CHROMA_TOKEN."
        if status in (502, 503, 504):
            return f"The Chroma server behind {to.shown} does not answer ({status}): see that it runs."
        if path == "heartbeat":
            return f"What answers at {to.shown} is no Chroma server ({status}): mend ACTQA_CHROMA_URL."
        return (
            f"The Chroma server at {to.shown} has no database {to.database} of {to.tenant} ({status}): "
            "make it, or mend ACTQA_CHROMA_DATABASE and ACTQA_CHROMA_TENANT."
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        import httpx

        try:
            yield
        except (ActqaError, Gone):
            raise
        except httpx.HTTPError as error:
            raise self._down(error) from error
        except Exception as error:
            self._tell(error)

    def _tell(self, error: Exception) -> NoReturn:
        from chromadb.errors import ChromaAuthError, ChromaError, NotFoundError

        message = str(error).splitlines()[0] if str(error) else type(error).__name__
        if isinstance(error, NotFoundError) and "ollection" in message:
            raise Gone(message) from error
        if not isinstance(error, ChromaError) or isinstance(error, ChromaAuthError):
            self._knock()  # says better what is wrong, if it still is
        raise IndexFault(f"The Chroma server at {self.address.shown} refuses: {message[:300]}.") from error

    def _down(self, error: Exception) -> IndexUnreachable:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        return IndexUnreachable(
            f"The Chroma server at {self.address.shown} cannot be reached ({reason}): "
            "start it with `chroma run`, or mend ACTQA_CHROMA_URL."
        )


def _sessions(client: Any) -> list[Any]:
    """The HTTP clients under Chroma's."""
    return [client._server._session, client._admin_client._server._session]


def _names_function(said: Any) -> bool:
    """Whether a collection's configuration has an embedding function for clients to build."""
    if isinstance(said, list):
        return any(map(_names_function, said))
    if not isinstance(said, dict):
        return False
    function = said.get("embedding_function")
    named = isinstance(function, dict) and function.get("type") not in ("legacy", "unknown")
    return named or any(map(_names_function, said.values()))
