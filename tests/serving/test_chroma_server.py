"""`actqa serve` over a real Chroma server, which goes away and comes back."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from index.fakes import market, write
from index.server_fakes import Chroma
from running import Server, clean_environment

DOWN = ": start it with `chroma run`, or mend ACTQA_CHROMA_URL."


@pytest.fixture(scope="module")
def chroma(tmp_path_factory) -> Iterator[Chroma]:
    server = Chroma(tmp_path_factory.mktemp("chroma"))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    return write(tmp_path_factory.mktemp("reports"), tea=market("tea", 5), zinc=market("zinc", 7))


@pytest.fixture(scope="module")
def served(start_server, chroma, corpus, tmp_path_factory) -> Server:
    return start_server(corpus, tmp_path_factory.mktemp("none") / "index", ACTQA_CHROMA_URL=chroma.url)


def ask(served: Server, question: str) -> httpx.Response:
    return httpx.post(f"{served.url}/api/ask", json={"question": question}, timeout=60)


def run(home: Path, corpus: Path, *arguments: str, url: str) -> subprocess.CompletedProcess[str]:
    """Another process; its machine has the model, and of the reports nothing."""
    environment = {**clean_environment(home), "ACTQA_CHROMA_URL": url, "ACTQA_CORPUS": str(corpus)}
    command = [sys.executable, "-m", "actqa", *arguments]
    return subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, timeout=100, check=False)


def test_an_index_on_a_server_is_built_served_and_changed(served, chroma, corpus, cache, tmp_path):
    assert [report["id"] for report in httpx.get(f"{served.url}/api/reports", timeout=60).json()] == ["tea", "zinc"]
    (figure,) = ask(served, "What was the size of the tea market in 2024?").json()["figures"]
    assert figure["value"] == 5.0

    shutil.rmtree(cache / "servers")
    other = run(tmp_path, corpus, "ask", "What was the size of the zinc market in 2024?", url=chroma.url)
    assert (other.returncode, other.stderr) == (0, "")
    assert "USD 7 million" in other.stdout

    file = write(tmp_path / "new", salt=market("salt", 9)) / "salt.md"
    added = run(tmp_path, corpus, "add", str(file), url=chroma.url)
    assert (added.returncode, added.stdout) == (0, "Added salt.\n")
    (figure,) = ask(served, "What was the size of the salt market in 2024?").json()["figures"]
    assert figure["value"] == 9.0
    assert httpx.delete(f"{served.url}/api/reports/salt", timeout=60).status_code == 200
    assert run(tmp_path, corpus, "index", url=chroma.url).returncode == 0
    assert not list(tmp_path.glob("index"))


def test_a_server_that_goes_away_is_told_and_taken_up_again(served, chroma, corpus, tmp_path):
    question = "Which products do consumers prefer?"
    assert ask(served, question).status_code == 200
    chroma.stop()
    try:
        reply = ask(served, question)
        assert (reply.status_code, reply.json()["error"]["code"]) == (503, "index_unreachable")
        message = reply.json()["error"]["message"]
        assert message.startswith(f"The Chroma server at {chroma.url} cannot be reached (")
        assert message.endswith(DOWN)
        for command in (("index",), ("ask", question)):
            done = run(tmp_path, corpus, *command, url=chroma.url)
            assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
            assert done.stderr.strip().endswith(DOWN)
    finally:
        chroma.start()
    assert ask(served, question).status_code == 200


def test_an_address_that_is_none_is_wrong_usage(corpus, tmp_path):
    done = run(tmp_path, corpus, "ask", "What is it?", url="chroma:8000")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "The setting chroma_url (ACTQA_CHROMA_URL): 'chroma:8000' is no address: say http://host:8000.\n"
    )
