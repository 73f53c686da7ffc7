"""`actqa serve` as a process of its own, on the real thing."""

import shutil
import signal
import socket
import subprocess
import sys

import httpx
import pytest
from running import CORPUS, clean_environment

from actqa import errors
from actqa.serving import run
from actqa.serving.access import keys_file
from actqa.settings import Settings

QUESTION = {"question": "What is the market size in 2031?", "report": "adoptive-cell-therapy", "history": []}


def serve(home, *arguments, **env):
    """Runs it to its end, which a mistake should bring about soon."""
    command = [sys.executable, "-m", "actqa", "serve", *arguments]
    environment = {**clean_environment(home), **env}
    return subprocess.run(command, env=environment, cwd=home, capture_output=True, text=True, timeout=60, check=False)


def test_it_answers_with_citations_that_hold(server):
    answer = httpx.post(f"{server.url}/api/ask", json=QUESTION, timeout=60).json()
    text = httpx.get(f"{server.url}/api/reports/adoptive-cell-therapy/text").json()
    assert text["text"] == (CORPUS / "adoptive-cell-therapy.md").read_text(encoding="utf-8")
    assert next(f["value"] for f in answer["figures"] if f["year"] == 2031) == 29723.68
    for citation in answer["citations"]:
        assert text["text"][citation["start"] : citation["end"]] == citation["quote"]
        assert citation["revision"] == text["revision"]


def test_it_streams_the_same_answer(server):
    plain = httpx.post(f"{server.url}/api/ask", json=QUESTION, timeout=60).json()
    events = []
    with httpx.stream("POST", f"{server.url}/api/chat", json=QUESTION, timeout=60) as reply:
        for line in reply.iter_lines():
            if line.startswith("event: "):
                events.append(line.removeprefix("event: "))
            last = line.removeprefix("data: ") if line.startswith("data: ") else locals().get("last")
    answer = httpx.Response(200, text=last).json()
    assert events[0] == "status"
    assert events[-1] == "answer"
    assert events.count("statement") == len(answer["statements"])
    assert {**answer, "elapsed_ms": 0} == {**plain, "elapsed_ms": 0}


@pytest.mark.parametrize("question", ["", " ", "x" * 100_000])
def test_a_question_it_cannot_take_is_422(server, question):
    for call in ("ask", "chat"):
        reply = httpx.post(f"{server.url}/api/{call}", json={"question": question})
        assert (reply.status_code, reply.json()["error"]["code"]) == (422, "bad_question")


def test_a_report_it_does_not_have_is_404(server):
    for reply in (
        httpx.get(f"{server.url}/api/reports/other/text"),
        httpx.post(f"{server.url}/api/ask", json={"question": "q", "report": "other"}),
        httpx.post(f"{server.url}/api/chat", json={"question": "q", "report": "other"}),
    ):
        assert (reply.status_code, reply.json()["error"]["code"]) == (404, "report_not_found")


def test_no_corpus_and_no_index_is_one_line(tmp_path):
    done = serve(tmp_path, "--port", "0")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("There is no corpus folder corpus:")


def test_an_index_folder_that_is_none_is_one_line(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "corpus").mkdir()
    shutil.copy(CORPUS / "adoptive-cell-therapy.md", tmp_path / "corpus")
    done = serve(tmp_path, "--port", "0", "--index", "file")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1


def test_an_occupied_port_is_one_line_and_status_1(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = serve(tmp_path, "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Cannot listen at 127.0.0.1:{port} (Address already in use): "
        "stop what listens there, or choose another with --port.\n"
    )


def test_an_address_of_another_machine_is_one_line(tmp_path):
    done = serve(tmp_path, "--host", "192.0.2.1", ACTQA_API_KEYS="secret")
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot listen at 192.0.2.1:8765 (Cannot assign requested address):")


def test_others_are_let_in_by_key_only():
    run.check_address(Settings(_env_file=None, host="0.0.0.0", api_keys="k"))
    run.check_address(Settings(_env_file=None, host="::1"))
    for host in ("0.0.0.0", "::", "192.0.2.1", "reports.example", ""):
        with pytest.raises(errors.AddressError):
            run.check_address(Settings(_env_file=None, host=host))


def test_every_address_is_served_by_key_under_its_names(seed_index, start_server, tmp_path):
    server = start_server(tmp_path / "none", seed_index, ACTQA_HOST="0.0.0.0", ACTQA_API_KEYS="secret")
    assert server.errors.read_text() == (
        "So far it answers to loopback names only: name it in ACTQA_ALLOWED_HOSTS as others will.\n"
    )
    port = server.url.rpartition(":")[2]
    health = f"http://127.0.0.1:{port}/api/health"
    assert httpx.get(health).status_code == 200
    assert httpx.get(health, headers={"Host": "0.0.0.0"}).status_code == 421
    assert server.stop() == 0


def test_keys_are_made_while_it_runs_behind_a_path(seed_index, start_server, tmp_path):
    file = tmp_path / "keys.json"
    server = start_server(tmp_path / "none", seed_index, ACTQA_KEYS_FILE=str(file), ACTQA_ROOT_PATH="/reports")
    assert server.errors.read_text() == (
        f"No key opens it so far: {file} has none. Make one with `actqa keys add NAME`.\n"
    )
    calls = f"{server.url}/reports/api/reports"
    assert httpx.get(calls).status_code == 401
    anna = keys_file.add(file, "anna")
    assert len(httpx.get(calls, headers={"Authorization": f"Bearer {anna}"}).json()) == 1
    assert httpx.get(calls.replace("/reports/api", "/api"), headers={"Authorization": "Bearer x"}).status_code == 401
    assert server.stop() == 0


def test_ipv6_is_served(seed_index, start_server, tmp_path):
    server = start_server(tmp_path / "none", seed_index, ACTQA_HOST="::1")
    assert server.url.startswith("http://[::1]:")
    assert httpx.get(f"{server.url}/api/health").json()["reports"] == 1
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(20) == 0


def test_a_report_that_cannot_be_read_is_said_and_the_rest_is_served(seed_index, start_server, tmp_path):
    shutil.copytree(CORPUS, tmp_path / "corpus")
    shutil.copytree(seed_index, tmp_path / "index")
    (tmp_path / "corpus" / "empty.md").write_text("")
    server = start_server(tmp_path / "corpus", tmp_path / "index")
    said = server.errors.read_text()
    assert said.count("\n") == 1
    assert "empty.md" in said
    assert [r["id"] for r in httpx.get(f"{server.url}/api/reports").json()] == ["adoptive-cell-therapy"]
    assert server.stop() == 0


def test_an_index_without_its_corpus_is_served(seed_index, start_server, tmp_path):
    server = start_server(tmp_path / "gone", seed_index, ACTQA_API_KEYS="secret")
    assert httpx.get(f"{server.url}/api/health").json()["reports"] == 1
    assert httpx.get(f"{server.url}/api/reports").status_code == 401
    allowed = httpx.get(f"{server.url}/api/reports", headers={"Authorization": "Bearer secret"})
    assert [report["id"] for report in allowed.json()] == ["adoptive-cell-therapy"]
    assert server.stop() == 0


def test_an_index_that_cannot_be_brought_up_to_date_is_served(seed_index, start_server, tmp_path):
    """The corpus was emptied: there is nothing to build, and the index is kept."""
    index = tmp_path / "index"
    shutil.copytree(seed_index, index)
    (tmp_path / "corpus").mkdir()
    server = start_server(tmp_path / "corpus", index)
    assert httpx.get(f"{server.url}/api/health").json()["reports"] == 1
    assert server.stop() == 0
