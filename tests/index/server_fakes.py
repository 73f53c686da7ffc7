"""A real Chroma server on loopback, an index on it, and processes that write and get killed."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
from index.fakes import build_at

from actqa.index.server.connection import Address, Server
from actqa.index.server.home import ServerHome

CHROMA = Path(sys.executable).parent / "chroma"
DATABASES = "/api/v2/tenants/default_tenant/databases"


class Chroma:
    """`chroma run`, to be stopped and started again over the same files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [CHROMA, "run", "--path", self.folder, "--host", "127.0.0.1", "--port", str(self.port)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        patience = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{self.url}/api/v2/heartbeat", timeout=5).raise_for_status()
                return
            except httpx.HTTPError:
                assert time.monotonic() < patience, "chroma run did not start"
                time.sleep(0.05)

    def stop(self) -> None:
        """With whatever the command has started itself."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def database(self) -> str:
        """A new one, empty."""
        name = f"test-{secrets.token_hex(6)}"
        httpx.post(self.url + DATABASES, json={"name": name}, timeout=20).raise_for_status()
        return name


MADE: list[ServerHome | Server] = []
"""To be closed when the test is over."""


def home_at(url: str, database: str, cache: Path, **more: Any) -> ServerHome:
    """As a machine with that cache sees the index."""
    MADE.append(home := ServerHome(Address(url, database=database), cache, **more))
    return home


def server_at(url: str, database: str) -> Server:
    """A connection to look at what lies there."""
    MADE.append(server := Server(Address(url, database=database)))
    return server


def collections(url: str, database: str, prefix: str = "actqa-") -> list[str]:
    """Names of the collections, without what makes them the only ones of their kind."""
    return [listed.name for listed in server_at(url, database).listed(prefix)]


def build_there(
    url: str, database: str, cache: Path, corpus: Path, report: Any = None, more: dict[str, Any] | None = None
) -> None:
    """A build; each of its steps, and last its result or its error, is sent to `report`."""
    home = home_at(url, database, cache, **(more or {}))
    try:
        result: Any = build_at(home, corpus, progress=report.send if report else None)
    except Exception as error:
        result = error
    if report:
        report.send(result)


def build_until(
    url: str, database: str, cache: Path, corpus: Path, moment: int, answered: bool, count: Any = None
) -> None:
    """A build that is killed at a request to the server, before it is sent or when it is answered."""
    sent = 0
    send = httpx.Client.send

    def watch(*arguments: Any, **options: Any) -> httpx.Response:
        nonlocal sent
        sent += 1
        if sent == moment and not answered:
            os.kill(os.getpid(), signal.SIGKILL)
        reply = send(*arguments, **options)
        if sent == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return reply

    httpx.Client.send = watch  # type: ignore[method-assign]
    build_there(url, database, cache, corpus, more={"beat_seconds": 60.0, "read_seconds": 0.0, "stale_seconds": 0.0})
    if count:
        count.send(sent)
