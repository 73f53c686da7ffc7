"""Programs in processes of their own: what they took, and a server with its memory."""

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, Self
from urllib.parse import urlsplit

SECONDS_TO_START = 300
SECONDS_TO_REPLY = 120

LEFT_OUT = ("ACTQA_", "PYTHONDONTWRITEBYTECODE")

ACTQA = (sys.executable, "-m", "actqa")


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of a program from its start to its end."""

    wall: float
    processor: float


def run(program: Sequence[str], settings: Mapping[str, str] | None = None) -> Took:
    """Runs the program; what it prints is dropped. Raises CalledProcessError where it fails."""
    before, started = os.times(), time.perf_counter()
    subprocess.run(  # noqa: S603 - a program of this file's callers
        program, env=environment(settings), check=True, stdin=subprocess.DEVNULL, capture_output=True
    )
    wall, after = time.perf_counter() - started, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Took(wall, spent)


def environment(settings: Mapping[str, str] | None) -> dict[str, str]:
    """This process's, with these settings of actqa and no others but the cache; modules compiled once stay so."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(LEFT_OUT) or name == "ACTQA_CACHE"}
    return kept | {f"ACTQA_{name.upper()}": value for name, value in (settings or {}).items()}


@dataclass(frozen=True, slots=True)
class Server:
    """A running `actqa serve`."""

    process: "subprocess.Popen[str]"
    url: str
    started: float
    """Seconds until it listened."""

    def resident(self) -> int | None:
        """Bytes of memory that the process occupies; None where the system does not say it this way."""
        status = Path(f"/proc/{self.process.pid}/status")
        found = re.search(r"^VmRSS:\s+(\d+) kB", status.read_text(), re.MULTILINE) if status.exists() else None
        return int(found[1]) * 1024 if found else None

    def client(self) -> "Client":
        """A connection."""
        return Client(self.url)


@contextmanager
def serving(corpus: Path, index: Path) -> Iterator[Server]:
    """A server of this index, on a free port, until the block ends."""
    settings = {"corpus": str(corpus), "index": str(index), "state": str(index.parent / "state")}
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - actqa itself
        [*ACTQA, "serve", "--port", "0"],
        env=environment(settings),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        killer = Timer(SECONDS_TO_START, process.kill)
        killer.start()
        try:
            yield Server(process, _url(process), time.perf_counter() - began)
        finally:
            killer.cancel()
            process.terminate()


def _url(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        if found := re.search(r"http://\S+", line):
            return found[0]
    raise RuntimeError("actqa serve ended before it listened")


class Client:
    """One connection to a server, kept open."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=SECONDS_TO_REPLY)

    def ask(self, question: str, report: str | None = None) -> float:
        """Seconds until the answer is there, whole. Raises RuntimeError for any other reply."""
        body = json.dumps({"question": question, "report": report})
        return self._timed("POST", "/api/ask", body)

    def get(self, path: str) -> float:
        """Seconds until the reply is there. Raises RuntimeError."""
        return self._timed("GET", path, None)

    def _timed(self, method: str, path: str, body: str | None) -> float:
        began = time.perf_counter()
        self._connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        reply = self._connection.getresponse()
        data = reply.read()
        took = time.perf_counter() - began
        if reply.status != http.client.OK:
            raise RuntimeError(f"{method} {path}: {reply.status} {data[:200]!r}")
        return took

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: Any) -> None:
        self._connection.close()
