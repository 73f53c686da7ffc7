"""What the tests share: an index of the corpus, real servers, a real browser, and no network but loopback."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from loopback_only import sitecustomize as loopback_only  # from here on nothing in this process reaches further

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Server:
    """A running `actqa serve`."""

    url: str
    process: "subprocess.Popen[str]"
    errors: Path
    """What it wrote to standard error."""

    def stop(self) -> int:
        """Ends it as systemd would; its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()
            if self.process.stdout:
                self.process.stdout.close()


StartServer = Callable[..., Server]


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """An otherwise empty environment, in which Python reaches loopback only and notes what it was kept from."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": str(Path(loopback_only.__file__).parent),
        "ACTQA_TEST_LOOKUPS": str(home / "lookups"),
        **more,
    }


def start(home: Path, corpus: Path, index: Path, **env: str) -> Server:
    """Starts `actqa serve` on a free port, in a process of its own, and waits until it listens."""
    errors = home / "stderr"
    environment = clean_environment(home, ACTQA_CORPUS=str(corpus), ACTQA_INDEX=str(index), **env)
    with errors.open("w") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "actqa", "serve", "--port", "0"],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    killer = threading.Timer(SECONDS_TO_START, process.kill)
    killer.start()
    try:
        for line in process.stdout or ():
            if found := re.search(r"http://\S+", line):
                return Server(found[0], process, errors)
    finally:
        killer.cancel()
    pytest.fail(f"actqa serve ended with {process.wait()} before it listened:\n{errors.read_text()}", pytrace=False)


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """`start_server(corpus_dir, index_dir, **env)`: a server of one's own, ended with the session at last."""
    started: list[Server] = []

    def start_one(corpus: Path, index: Path, **env: str) -> Server:
        started.append(start(tmp_path_factory.mktemp("server"), corpus, index, **env))
        return started[-1]

    yield start_one
    for server in started:
        if server.process.poll() is None:
            server.stop()
        elif server.process.stdout:
            server.process.stdout.close()


@pytest.fixture(scope="session")
def seed_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the repository's corpus, built once with the real encoder; for reading only."""
    from actqa import Assistant, Settings

    index = tmp_path_factory.mktemp("seed") / "index"
    with Assistant.open(Settings(corpus=CORPUS, index=index)) as assistant:
        assistant.build()
    return index


@pytest.fixture(scope="session")
def server(start_server: StartServer, seed_index: Path) -> Server:
    """A server of the repository's corpus."""
    return start_server(CORPUS, seed_index)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A headless browser: ACTQA_CHROMIUM, else what is on the path."""
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("ACTQA_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not executable:
        pytest.fail("Install chromium for the tests of the page, or name one in ACTQA_CHROMIUM.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable,
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            ],
        )
        yield browser
        browser.close()
