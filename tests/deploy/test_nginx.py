"""The example of docs/deploy.md, run by a real nginx."""

import os
import re
import shutil
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from serving.conftest import running

from actqa.answering.events import StatusEvent
from actqa.serving.run import listening_socket

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
DEPLOY = (Path(__file__).parents[2] / "docs" / "deploy.md").read_text(encoding="utf-8")
INTRANET = "https://intranet.example.com"
NAME = "reports.example.com"
SIGNED_ON = {"Cookie": "signed_on=anna"}

pytestmark = pytest.mark.skipif(
    not (NGINX and shutil.which("openssl")), reason="nginx or openssl is missing (.ci/run installs them)"
)

MAIN = """
daemon off;
pid {home}/nginx.pid;
error_log {home}/error.log warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
{site}
}}
"""


class SignOn(BaseHTTPRequestHandler):
    """As oauth2-proxy answers `auth_request`: 202 and the name, or 401."""

    def do_GET(self) -> None:
        found = re.search(r"signed_on=(\w+)", self.headers.get("Cookie", ""))
        self.send_response(202 if found else 401)
        if found:
            self.send_header("X-Auth-Request-User", found[1])
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def sign_on() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), SignOn)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def free_port() -> int:
    with listening_socket("127.0.0.1", 0) as listener:
        return int(listener.getsockname()[1])


def site(replaced: dict[str, str]) -> str:
    """The example as it stands, but for addresses and files; all of these are in it."""
    (text,) = re.findall(r"^```nginx\n(.*?)^```", DEPLOY, re.M | re.S)
    for here, there in replaced.items():
        assert here in text, here
        text = text.replace(here, there)
    return text


def certificate(home: Path) -> None:
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}"]
    files = ["-keyout", str(home / "key"), "-out", str(home / "pem")]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)


@contextmanager
def nginx(home: Path, actqa: int, signing_on: int) -> Iterator[int]:
    certificate(home)
    port = free_port()
    text = site(
        {
            f"/etc/ssl/certs/{NAME}.pem": str(home / "pem"),
            f"/etc/ssl/private/{NAME}.key": str(home / "key"),
            # First, since a port that chance has given could begin so (41801).
            "127.0.0.1:4180": f"127.0.0.1:{signing_on}",
            "127.0.0.1:8765": f"127.0.0.1:{actqa}",
            "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        }
    )
    (home / "nginx.conf").write_text(MAIN.format(home=home, site=text))
    process = subprocess.Popen(
        [str(NGINX), "-c", str(home / "nginx.conf"), "-p", str(home), "-e", str(home / "error.log")]
    )
    try:
        for _ in range(200):
            if (home / "nginx.pid").exists() or process.poll() is not None:
                break
            time.sleep(0.05)
        assert process.poll() is None, (home / "error.log").read_text()
        yield port
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory):
    """An application with the settings of the unit in docs/deploy.md, and a client of the nginx before it."""
    home = tmp_path_factory.mktemp("nginx")
    home.chmod(0o755)  # its workers run as another user
    said = dict(
        re.findall(r"^Environment=ACTQA_(ROOT_PATH|ALLOWED_\w+|PROXY_ADDRESSES|USER_HEADER)=(.*)$", DEPLOY, re.M)
    )
    settings = {name.lower(): value for name, value in said.items()}
    with running(api_keys="key", **settings) as direct, sign_on() as signing_on:
        with nginx(home, direct.base_url.port, signing_on) as port:
            context = ssl.create_default_context(cafile=home / "pem")
            address = f"https://127.0.0.1:{port}/actqa"
            with httpx.Client(base_url=address, verify=context, trust_env=False, timeout=20) as client:
                client.headers["Host"] = NAME
                request = {"extensions": {"sni_hostname": NAME}}
                client.assistant = direct.assistant
                client.event_hooks["request"].append(lambda sent: sent.extensions.update(request["extensions"]))
                client.direct = direct
                yield client
        log = (home / "error.log").read_text()
        assert not re.search(r"\[(warn|error|crit|alert|emerg)\]", log), log


def test_people_sign_on_and_are_then_known(behind):
    reply = behind.get("/")
    assert reply.status_code == 302
    assert reply.headers["location"].endswith("/oauth2/start?rd=/actqa/")
    assert behind.get("/api/reports").status_code == 401
    assert behind.get("/", headers=SIGNED_ON).text.startswith("<!doctype html>")
    who = behind.get("/api/session", headers=SIGNED_ON).json()
    assert (who["kind"], who["name"]) == ("user", "anna")
    assert behind.get("/docs", headers=SIGNED_ON).status_code == 200
    assert behind.get("/openapi.json", headers=SIGNED_ON).json()["servers"] == [{"url": "/actqa"}]


def test_nobody_names_himself(behind):
    """Nor does anybody who brings a header of a key have the name he sends along."""
    for sent in ({"X-User": "admin"}, {"x-user": "admin", "Authorization": "Bearer wrong"}):
        assert behind.get("/api/reports", headers=sent).status_code == 401
    who = behind.get("/api/session", headers={"X-User": "admin", **SIGNED_ON}).json()
    assert who["name"] == "anna"
    with_key = behind.get("/api/session", headers={"X-User": "admin", "Authorization": "Bearer key"}).json()
    assert (with_key["kind"], with_key["name"]) == ("key", "key 1")


def test_statements_come_as_they_are_sent(behind):
    """The last one waits until the first has arrived."""
    arrived = threading.Event()

    def wait():
        assert arrived.wait(10)
        yield StatusEvent(text="Last")

    behind.assistant.on_stream = wait
    with behind.stream("POST", "/api/chat", json={"question": "q"}, headers=SIGNED_ON) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        text = ""
        for piece in reply.iter_text():
            text += piece
            if "event: statement" in text:
                arrived.set()
    assert text.count("event: status") == 2
    assert text.rstrip().rpartition("event: ")[2].startswith("answer")
    behind.assistant.forget()


def test_a_session_over_tls_has_a_cookie_for_tls_and_the_path_only(behind):
    reply = behind.post("/api/session", json={"key": "key"}, headers={"Origin": f"https://{NAME}", **SIGNED_ON})
    assert "Secure" in reply.headers["set-cookie"]
    assert "Path=/actqa/;" in reply.headers["set-cookie"]
    behind.cookies.clear()


def test_the_widget_is_public_and_calls_with_its_token(behind):
    for file in ("/widget.js", "/web/app.js", "/embed"):
        assert behind.get(file).status_code == 200
    assert INTRANET in behind.get("/embed").headers["content-security-policy"]
    wish = {"reports": ["tiny"], "origin": INTRANET, "seconds": 60}
    token = behind.post("/api/tokens", json=wish, headers={"Authorization": "Bearer key"}).json()["token"]
    page = {"Origin": INTRANET, "Sec-Fetch-Site": "cross-site"}
    asks = {**page, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization"}
    allowed = behind.options("/api/chat", headers=asks)
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, INTRANET)
    reply = behind.post("/api/ask", json={"question": "q"}, headers={**page, "Authorization": f"Bearer {token}"})
    assert (reply.status_code, reply.headers["access-control-allow-origin"]) == (200, INTRANET)
    assert behind.post("/api/ask", json={"question": "q"}, headers={**page, **SIGNED_ON}).status_code == 401


def test_the_unit_sets_what_there_is():
    from actqa import Settings

    (unit,) = re.findall(r"^```ini\n(.*?)^```", DEPLOY, re.M | re.S)
    named = re.findall(r"^Environment=ACTQA_(\w+)=", unit, re.M)
    assert set(map(str.lower, named)) <= set(Settings.model_fields)
    assert len(named) == len(set(named)) > 5
    if shutil.which("systemd-analyze"):
        assert "Unknown" not in checked(unit)


def checked(unit: str) -> str:
    """What systemd says of it."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        file = Path(folder) / "actqa.service"
        file.write_text(unit)
        done = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr
