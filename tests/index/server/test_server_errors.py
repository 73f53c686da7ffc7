"""What is wrong with a Chroma server is told in one line; when it is back, all goes on."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from index.fakes import HashEncoder, build_at, market, write
from index.server_fakes import MADE, Chroma, home_at, server_at

from actqa.errors import IndexFault, IndexUnreachable, UsageError
from actqa.index.library import Library
from actqa.index.server.connection import Address, Server
from actqa.index.server.home import ServerHome

Answer = Callable[[BaseHTTPRequestHandler], tuple[int, bytes]]


@contextmanager
def answering(answer: Answer) -> Iterator[str]:
    """A server that replies as it is told; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answer(self)
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def told(address: Address, cache: Path) -> str:
    """What a question to such an index is answered."""
    MADE.append(home := ServerHome(address, cache))
    with pytest.raises(IndexUnreachable) as caught, Library(home) as library, library.snapshot():
        pass
    return str(caught.value)


@pytest.mark.parametrize("url", ["chroma", "chroma:8000", "ftp://chroma", "http://", "http://host:none"])
def test_what_is_no_address_is_wrong_usage(url: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"\(ACTQA_CHROMA_URL\): .* is no address: say http://host:8000\.$"):
        ServerHome(Address(url), tmp_path)


def test_no_server_is_told(tmp_path: Path) -> None:
    said = told(Address("http://me:secret@127.0.0.1:9"), tmp_path)
    assert said.startswith("The Chroma server at http://127.0.0.1:9 cannot be reached (")
    assert said.endswith("): start it with `chroma run`, or mend ACTQA_CHROMA_URL.")


def test_another_server_is_told(tmp_path: Path) -> None:
    with answering(lambda _: (404, b"nothing")) as url:
        assert told(Address(url), tmp_path) == (
            f"What answers at {url} is no Chroma server (404): mend ACTQA_CHROMA_URL."
        )
    with answering(lambda _: (200, b"<html>hello</html>")) as url:
        assert told(Address(url), tmp_path) == f"What answers at {url} is no Chroma server: mend ACTQA_CHROMA_URL."
    with answering(lambda _: (502, b"bad gateway")) as url:
        assert told(Address(url), tmp_path) == (
            f"The Chroma server behind {url} does not answer (502): see that it runs."
        )


def test_a_token_is_sent_and_its_lack_is_told(tmp_path: Path) -> None:
    """A reverse proxy asks for it, as it might stand before a real server."""

    def guarded(request: BaseHTTPRequestHandler) -> tuple[int, bytes]:
        sent = request.headers["Authorization"], request.headers["X-Chroma-Token"]
        return (200, b'{"nanosecond heartbeat": 1}') if sent == ("Bearer right", "right") else (401, b"")

    with answering(guarded) as url:
        assert told(Address(url), tmp_path) == (
            f"The Chroma server at {url} does not let us in (401): set ACTQA_CHROMA_TOKEN."
        )
        assert told(Address(url, "wrong"), tmp_path).endswith("(401): mend ACTQA_CHROMA_TOKEN.")
        Server(Address(url, "right"))._knock()


def test_a_database_that_is_not_there_is_told(chroma: Chroma, tmp_path: Path) -> None:
    assert told(Address(chroma.url, database="other"), tmp_path) == (
        f"The Chroma server at {chroma.url} has no database other of default_tenant (404): "
        "make it, or mend ACTQA_CHROMA_DATABASE and ACTQA_CHROMA_TENANT."
    )


def test_what_the_server_refuses_is_told(chroma: Chroma, database: str) -> None:
    with pytest.raises(IndexFault, match=r"refuses: Validation error: name: Expected a name"):
        server_at(chroma.url, database).create("a", {"made": 1})


def test_a_server_that_goes_away_and_comes_back(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    chroma = Chroma(tmp_path_factory.mktemp("own"))
    try:
        database = chroma.database()
        home = home_at(chroma.url, database, tmp_path / "cache")
        corpus = write(tmp_path / "corpus", tea=market("tea"))
        build_at(home, corpus)
        vector = HashEncoder().encode(["tea"])[0]
        with Library(home) as library:
            with library.snapshot() as snapshot:
                assert len(snapshot.nearest(vector, 9)) == 2
            chroma.stop()
            with library.snapshot() as snapshot:
                assert list(snapshot.reports) == ["tea"]  # which needs no server
                with pytest.raises(IndexUnreachable, match="cannot be reached"):
                    snapshot.nearest(vector, 9)
            with pytest.raises(IndexUnreachable, match="cannot be reached"):
                build_at(home, corpus)
            chroma.start()
            with library.snapshot() as snapshot:
                assert len(snapshot.nearest(vector, 9)) == 2
            write(corpus, zinc=market("zinc"))
            assert build_at(home, corpus).added == ("zinc",)
            with library.snapshot() as snapshot:
                assert list(snapshot.reports) == ["tea", "zinc"]
    finally:
        chroma.stop()


def test_a_collection_for_which_clients_would_load_a_model_is_refused(
    chroma: Chroma, database: str, corpus: Path, tmp_path: Path
) -> None:
    """Another program may have made one, under a name of ours."""
    function = {"type": "known", "name": "sentence_transformer", "config": {"model_name": "some/model"}}
    httpx.post(
        f"{chroma.url}/api/v2/tenants/default_tenant/databases/{database}/collections",
        content=json.dumps({"name": "actqa-objects", "configuration": {"embedding_function": function}}),
        headers={"content-type": "application/json"},
        timeout=20,
    ).raise_for_status()
    home = home_at(chroma.url, database, tmp_path / "cache")
    with pytest.raises(
        IndexFault, match=r"^The collection actqa-objects on http.* is not of actqa's making: remove it"
    ):
        build_at(home, corpus)
