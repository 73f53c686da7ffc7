"""What the tests share: an index of the corpus, real servers, a real browser, and no network but loopback."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import loopback_only.sitecustomize  # noqa: F401 - from here on nothing in this process reaches further
import pytest
from running import CORPUS, Server, start

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
StartServer = Callable[..., Server]

# Tests that run side by side ignore it, and so would the programs they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# How long one example takes is for the benchmarks to say: a busy machine is no failure.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The embedding model's ONNX copy is made once for all tests, by the first that builds an index with it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ACTQA_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartServer]:
    """`start_server(corpus_dir, index_dir, *options, **env)`: a server of one's own, ended with the session at last."""
    started: list[Server] = []

    def start_one(corpus: Path, index: Path, *options: str, **env: str) -> Server:
        started.append(start(tmp_path_factory.mktemp("server"), corpus, index, *options, **env))
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
