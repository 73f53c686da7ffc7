"""`actqa serve --workers 2`: whichever process a request reaches, the reply is the same."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
from running import CORPUS, Server

KEY = {"Authorization": "Bearer secret"}
REPORT = ("tea.md", b"# Tea\n\nThe tea market reached USD 5 million in 2024.\n")


@pytest.fixture(scope="module")
def served(start_server, seed_index, tmp_path_factory) -> Server:
    """Two workers; what they are to serve is said on the command line only."""
    folder = tmp_path_factory.mktemp("workers")
    shutil.copytree(CORPUS, folder / "corpus")
    shutil.copytree(seed_index, folder / "index")
    options = ("--workers", "2", "--corpus", str(folder / "corpus"), "--index", str(folder / "index"))
    return start_server(
        folder / "none", folder / "neither", *options, ACTQA_API_KEYS="secret,other", ACTQA_RATE_KEY="40/minute"
    )


@pytest.fixture(scope="module")
def workers(served) -> tuple[int, int]:
    """The two processes, once both serve."""
    for _ in range(600):
        found = [
            pid for pid in children(served.process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
        ]
        if len(found) == 2:
            break
        time.sleep(0.1)
    first, second = found
    for pid in found:
        with only(pid, found):
            assert httpx.get(f"{served.url}/api/health", timeout=100).status_code == 200
    return first, second


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@contextmanager
def only(pid: int, workers) -> Iterator[None]:
    """The others are held up meanwhile, so that every request reaches this one."""
    others = [other for other in workers if other != pid]
    for other in others:
        os.kill(other, signal.SIGSTOP)
    try:
        yield
    finally:
        for other in others:
            os.kill(other, signal.SIGCONT)


def test_a_session_begun_at_one_is_known_to_the_other_and_ends_for_both(served, workers):
    one, other = workers
    with httpx.Client(base_url=served.url, headers={"Origin": served.url}, timeout=60) as client:
        with only(one, workers):
            assert client.post("/api/session", json={"key": "secret"}).status_code in (200, 201)
            client.headers["Connection"] = "close"
        kept = dict(client.cookies)
        for pid in workers:
            with only(pid, workers):
                assert httpx.get(f"{served.url}/api/reports", cookies=kept, timeout=60).status_code == 200
        with only(other, workers):
            out = httpx.delete(f"{served.url}/api/session", cookies=kept, headers={"Origin": served.url}, timeout=60)
            assert out.is_success
        for pid in workers:
            with only(pid, workers):
                assert httpx.get(f"{served.url}/api/reports", cookies=kept, timeout=60).status_code == 401


def test_what_is_added_and_removed_at_one_is_so_for_the_other(served, workers):
    one, other = workers

    def listed() -> list[str]:
        return [report["id"] for report in httpx.get(f"{served.url}/api/reports", headers=KEY, timeout=60).json()]

    with only(one, workers):
        assert "tea" not in listed()
    with only(other, workers):
        added = httpx.post(f"{served.url}/api/reports", files={"file": REPORT}, headers=KEY, timeout=100)
        assert (added.status_code, added.json()["id"]) == (201, "tea")
    with only(one, workers):
        assert "tea" in listed()
        asked = {"question": "What was the size of the tea market in 2024?", "report": "tea"}
        answer = httpx.post(f"{served.url}/api/ask", json=asked, headers=KEY, timeout=100).json()
        assert [figure["value"] for figure in answer["figures"]] == [5.0]
        assert httpx.delete(f"{served.url}/api/reports/tea", headers=KEY, timeout=100).status_code == 200
    with only(other, workers):
        assert "tea" not in listed()


def test_requests_are_counted_over_both(served, workers):
    statuses = []
    key = {"Authorization": "Bearer other"}
    for at in range(44):
        if at % 22 == 0:
            pid = workers[at // 22]
        with only(pid, workers):
            statuses.append(httpx.get(f"{served.url}/api/reports", headers=key, timeout=60).status_code)
    assert statuses == [200] * 40 + [429] * 4
    for pid in workers:
        with only(pid, workers):
            assert httpx.get(f"{served.url}/api/reports", headers=key, timeout=60).status_code == 429


def test_one_that_dies_is_replaced(served, workers):
    os.kill(workers[0], signal.SIGKILL)
    patience = time.monotonic() + 60
    while workers[0] in children(served.process.pid) or len(children(served.process.pid)) < 3:
        assert time.monotonic() < patience
        time.sleep(0.1)
    assert httpx.get(f"{served.url}/api/health", timeout=60).status_code == 200


def test_workers_do_not_outlive_a_parent_that_is_killed(served, workers):
    """Last, since it ends the server."""
    processes = children(served.process.pid)
    served.process.kill()
    served.process.wait(20)
    wait_for_end(processes)


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_stops_all(way, start_server, seed_index, tmp_path):
    shutil.copytree(seed_index, tmp_path / "index")
    copied = set(tmp_path.glob("index/generations/*/readers/*"))
    server = start_server(tmp_path / "none", tmp_path / "index", "--workers", "2")
    assert httpx.get(f"{server.url}/api/reports", timeout=100).status_code == 200
    processes = children(server.process.pid)
    assert len(processes) == 3
    server.process.send_signal(way)
    assert server.process.wait(30) == 0
    wait_for_end(processes)
    assert server.errors.read_text() == ""
    assert set(tmp_path.glob("index/generations/*/readers/*")) <= copied


def wait_for_end(processes: list[int]) -> None:
    patience = time.monotonic() + 30
    while any(map(is_alive, processes)):
        assert time.monotonic() < patience
        time.sleep(0.1)


def is_alive(pid: int) -> bool:
    """Whether it runs; one that has ended, and that nobody has asked for its status, does not."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False
