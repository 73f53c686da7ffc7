"""Nothing beyond loopback is looked up or connected to, whatever actqa does."""

import re
import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from running import CORPUS, ROOT, clean_environment, start

from actqa.testing import ScriptedModel

QUESTION = "What is the market size in 2031?"


class Trap:
    """A proxy that nobody should use: code outside Python, which no audit hook sees, heeds the proxy variables too."""

    def __init__(self):
        self.calls = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.calls += 1
            connection.close()


@pytest.fixture
def trap():
    trap = Trap()
    yield trap
    trap.listener.close()


@pytest.fixture
def lookups(tmp_path):
    return tmp_path / "lookups"


@pytest.fixture
def environment(tmp_path, trap):
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"), trap.url)
    more = {"ACTQA_CORPUS": str(CORPUS), "ACTQA_INDEX": str(tmp_path / "index"), "NO_PROXY": "127.0.0.1"}
    return {**clean_environment(tmp_path), **proxies, **more}


def run(environment, folder, *arguments):
    command = [sys.executable, "-m", "actqa", *arguments]
    return subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)


def test_the_guard_sees_what_it_should(environment, tmp_path, lookups):
    code = "import urllib.request as u; u.urlopen('http://example.com')"
    del environment["HTTP_PROXY"], environment["http_proxy"]
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert lookups.read_text() == "socket.getaddrinfo example.com\n"


def test_the_guard_holds_in_the_tests_themselves():
    with pytest.raises(PermissionError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.com", 80)


def test_serve_ask_and_index_reach_nothing(environment, tmp_path, lookups, trap):
    server = start(tmp_path, CORPUS, tmp_path / "index", **environment)
    assert httpx.post(f"{server.url}/api/ask", json={"question": QUESTION}, timeout=60).json()["answered"] is True
    assert server.stop() == 0
    assert server.errors.read_text() == ""
    asked = run(environment, tmp_path, "ask", QUESTION)
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "29,723.68" in asked.stdout
    indexed = run(environment, tmp_path, "index")
    assert (indexed.returncode, indexed.stderr) == (0, "")
    assert re.fullmatch(r"0 added, 0 changed, 0 dropped, 1 unchanged in [\d.]+ s\n", indexed.stdout)
    assert not lookups.exists()
    assert trap.calls == 0


def test_with_a_model_its_server_alone_is_reached(environment, tmp_path, lookups, trap, seed_index):
    with ScriptedModel() as model:
        model.say("NONE")
        named = {"ACTQA_MODEL": model.settings["model"], "ACTQA_MODEL_URL": model.url, "ACTQA_INDEX": str(seed_index)}
        asked = run({**environment, **named}, tmp_path, "ask", QUESTION, "--report", "adoptive-cell-therapy")
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "29,723.68" in asked.stdout
    assert len(model.requests) == 1
    assert not lookups.exists()
    assert trap.calls == 0


class Traces:
    """What LangSmith would be sent, taken in on loopback."""

    def __init__(self):
        self.paths: list[str] = []
        self.sent = b""
        taken = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                taken.sent += self.rfile.read(int(self.headers["Content-Length"]))
                taken.paths.append(self.path)
                self._answer()

            def do_GET(self):
                self._answer()

            def _answer(self):
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, format, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


ASKS_A_MODEL = """
from actqa import Settings
from actqa.models import open_model

model = open_model(Settings(_env_file=None))
print(model.reply([("human", "How large is it?")], model.deadline()))
"""


@pytest.mark.parametrize("is_set_up", [True, False])
def test_what_a_model_is_asked_is_traced_where_langsmith_is_set_up_and_nowhere_else(is_set_up, environment, lookups):
    traces = Traces()
    langsmith = {"LANGSMITH_ENDPOINT": traces.url, "LANGSMITH_API_KEY": "of-the-test"}
    traced = {**langsmith, "LANGSMITH_TRACING": "true", "LANGSMITH_DISABLE_RUN_COMPRESSION": "true"}
    with ScriptedModel() as model:
        model.say("Large.")
        named = {"ACTQA_MODEL": model.settings["model"], "ACTQA_MODEL_URL": model.url}
        whole = {**environment, **named, **(traced if is_set_up else langsmith)}
        asked = subprocess.run(
            [sys.executable, "-c", ASKS_A_MODEL], env=whole, capture_output=True, text=True, check=False
        )
    traces.server.shutdown()
    traces.server.server_close()
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "Large.\n", "")
    assert any(path.startswith("/runs") for path in traces.paths) == is_set_up
    assert (b"How large is it?" in traces.sent) == is_set_up
    assert b"of-the-test" not in traces.sent
    assert not lookups.exists()


@pytest.mark.parametrize("is_set_up", [True, False])
def test_opentelemetry_gets_what_a_model_is_asked_where_it_is_set_up_and_else_nothing(is_set_up, environment, lookups):
    """Through LangChain's tracer, by environment variables alone, to a collector; LangSmith is sent nothing."""
    collector, langsmith = Traces(), Traces()
    endpoints = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "LANGSMITH_ENDPOINT": langsmith.url}
    traced = {**endpoints, "LANGSMITH_TRACING": "true", "LANGSMITH_TRACING_MODE": "otel"}
    with ScriptedModel() as model:
        model.say("Large.")
        named = {"ACTQA_MODEL": model.settings["model"], "ACTQA_MODEL_URL": model.url}
        whole = {**environment, **named, **(traced if is_set_up else endpoints)}
        asked = subprocess.run(
            [sys.executable, "-c", ASKS_A_MODEL], env=whole, capture_output=True, text=True, check=False
        )
    for traces in (collector, langsmith):
        traces.server.shutdown()
        traces.server.server_close()
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, "Large.\n", "")
    assert set(collector.paths) == ({"/v1/traces"} if is_set_up else set())
    assert (b"How large is it?" in collector.sent) == is_set_up
    assert langsmith.paths == []
    assert not lookups.exists()


OWN_PROVIDER = """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

spans = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(spans))
trace.set_tracer_provider(provider)
{asks}
from langchain_core.tracers.langchain import wait_for_all_tracers

wait_for_all_tracers()
print(any("How large is it?" in str(dict(span.attributes)) for span in spans.get_finished_spans()))
"""


@pytest.mark.parametrize("is_set_up", [True, False])
def test_a_programs_own_tracer_provider_gets_the_spans_only_where_tracing_is_on(is_set_up, environment, lookups):
    on = {"LANGSMITH_TRACING": "true", "LANGSMITH_TRACING_MODE": "otel"} if is_set_up else {}
    with ScriptedModel() as model:
        model.say("Large.")
        named = {"ACTQA_MODEL": model.settings["model"], "ACTQA_MODEL_URL": model.url}
        code = OWN_PROVIDER.format(asks=ASKS_A_MODEL)
        asked = subprocess.run(
            [sys.executable, "-c", code],
            env={**environment, **named, **on},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (asked.returncode, asked.stdout, asked.stderr) == (0, f"Large.\n{is_set_up}\n", "")
    assert not lookups.exists()


def test_nothing_that_runs_what_it_reads_is_loaded():
    """Pickles, and the objects that LangChain writes out, may come from anywhere."""
    unsafe = re.compile(r"\b(?:pickle|dill|joblib|cloudpickle|shelve|marshal)\b|langchain_core\.load|torch\.load\(")
    sources = sorted((ROOT / "src").rglob("*.py"))
    assert [path.name for path in sources if unsafe.search(path.read_text(encoding="utf-8"))] == []
