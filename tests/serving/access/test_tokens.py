"""The widget's tokens: what they open, for whom, and how long."""

import json
import re
import shlex
import shutil
import subprocess
import time
from datetime import datetime
from pathlib import Path

import jwt
import pytest
from serving.access.conftest import INTRANET, SECRET, key
from serving.access.test_sessions import forge, without_signature

from actqa.serving.access import keys_file

README = Path(__file__).parents[3] / "README.md"
ELSEWHERE = "http://elsewhere.example"
ASK = {"question": "q"}


@pytest.fixture
def wide(run_app, file):
    """Two origins may embed it."""
    return run_app(api_keys="set", keys_file=file, allowed_origins=f"{INTRANET}, {ELSEWHERE}", secret=SECRET)


def make(client, presented="set", origin=INTRANET, reports=None, seconds=60):
    wish = {"reports": reports, "origin": origin, "seconds": seconds}
    reply = client.post("/api/tokens", json=wish, headers=key(presented))
    assert reply.status_code == 200, reply.text
    return reply.json()["token"]


def page(token, origin=INTRANET):
    """As a browser sends it from a page."""
    return {**key(token), "Origin": origin, "Sec-Fetch-Site": "cross-site"}


def test_a_token_opens_its_reports_to_its_origin(keyed):
    reply = keyed.post("/api/tokens", json={"reports": ["tiny"], "origin": INTRANET, "seconds": 60}, headers=key("set"))
    assert abs(datetime.fromisoformat(reply.json()["expires"]).timestamp() - time.time() - 60) < 5
    headers = page(reply.json()["token"])
    for sent in (
        keyed.get("/api/reports", headers=headers),
        keyed.get("/api/reports/tiny/text", headers=headers),
        keyed.post("/api/ask", json=ASK, headers=headers),
        keyed.post("/api/chat", json=ASK, headers=headers),
    ):
        assert sent.status_code == 200
        assert sent.headers["access-control-allow-origin"] == INTRANET
        assert "access-control-allow-credentials" not in sent.headers
        assert "Origin" in sent.headers["vary"]
    assert keyed.assistant.among == [{"tiny"}, {"tiny"}]
    assert keyed.get("/api/session", headers=headers).json()["kind"] == "token"


def test_it_is_worth_nothing_to_other_origins(wide):
    token = make(wide)
    assert wide.get("/api/reports", headers=page(token)).status_code == 200
    for headers in (
        page(token, ELSEWHERE),  # which is on the list, but not the token's
        page(token, "http://evil.example"),
        page(token, "null"),
        page(token, INTRANET + ":81"),
        page(token, "https://intranet.example"),
        page(token, "http://intranet.example.evil.example"),
        key(token),
        {**key(token), "Sec-Fetch-Site": "cross-site"},
    ):
        reply = wide.get("/api/reports", headers=headers)
        assert (reply.status_code, reply.json()["error"]["code"]) == (403, "forbidden"), headers


def test_an_origin_that_has_left_the_list_has_no_tokens(run_app, file):
    token = make(run_app(api_keys="set", allowed_origins=INTRANET, secret=SECRET))
    for allowed in ("", ELSEWHERE):
        later = run_app(api_keys="set", allowed_origins=allowed, secret=SECRET)
        assert later.get("/api/reports", headers=page(token)).status_code == 403


def test_the_servers_own_frame_calls_with_a_token_of_the_page_around_it(run_app):
    """A browser leaves its own origin out where it only reads."""
    client = run_app(api_keys="set", allowed_origins=INTRANET, secret=SECRET)
    token, host = make(client), {"Host": "127.0.0.1"}
    reading = {**key(token), **host, "Sec-Fetch-Site": "same-origin"}
    assert client.get("/api/reports", headers=reading).status_code == 200
    asking = {**reading, "Origin": "http://127.0.0.1"}
    assert client.post("/api/ask", json={"question": "How large?"}, headers=asking).status_code == 200
    assert client.get("/api/reports", headers={**key(token), **host}).status_code == 403


def test_the_servers_own_origin_is_on_the_list_or_has_no_tokens(run_app):
    """The list is one for all: what it does not name has none, not even this server's pages."""
    for allowed, status in ((INTRANET, 400), (f"{INTRANET},http://127.0.0.1", 200)):
        client = run_app(api_keys="set", allowed_origins=allowed, secret=SECRET)
        wish = {"origin": "http://127.0.0.1"}
        reply = client.post("/api/tokens", json=wish, headers={**key("set"), "Host": "127.0.0.1"})
        assert reply.status_code == status


def test_nothing_forged_opens(keyed):
    good = make(keyed)
    claims = jwt.decode(good, options={"verify_signature": False})
    assert set(claims) == {"jti", "key", "origin", "reports", "iat", "exp", "aud"}
    forged = {
        "another secret": forge(claims, "x" * 64),
        "no secret": without_signature(good),
        "another algorithm": forge(claims, algorithm="HS384"),
        "another key": forge({**claims, "key": "0" * 32}),
        "no key": forge({**claims, "key": ""}),
        "a session": forge({**claims, "aud": "actqa-session"}),
        "without an end": forge({name: value for name, value in claims.items() if name != "exp"}),
    }
    assert keyed.get("/api/reports", headers=page(forge(claims))).status_code == 200
    told = {name: keyed.get("/api/reports", headers=page(token)).status_code for name, token in forged.items()}
    assert told == dict.fromkeys(forged, 401)


def test_an_expired_token_says_so(keyed):
    claims = jwt.decode(make(keyed), options={"verify_signature": False})
    reply = keyed.get("/api/reports", headers=page(forge({**claims, "exp": int(time.time()) - 1})))
    assert (reply.status_code, reply.json()["error"]["code"]) == (401, "token_expired")
    assert reply.headers["access-control-allow-origin"] == INTRANET  # so that the page gets to read it


def test_it_never_opens_more_than_its_key(keyed, made, file):
    narrow = made("narrow", ["salt"])
    for wish in ({"origin": INTRANET}, {"origin": INTRANET, "reports": []}):
        token = keyed.post("/api/tokens", json=wish, headers=key(narrow)).json()["token"]
        assert keyed.get("/api/reports", headers=page(token)).json() == []
        assert keyed.get("/api/reports/tiny/text", headers=page(token)).status_code == 404
    told = set()
    for id in ("tiny", "none"):
        wish = {"origin": INTRANET, "reports": [id]}
        reply = keyed.post("/api/tokens", json=wish, headers=key(narrow))
        assert reply.status_code == 404
        told.add(reply.text.replace(id, "ID"))
    assert len(told) == 1
    token = make(keyed, made("gone"))
    keys_file.remove(file, "gone")
    assert keyed.get("/api/reports", headers=page(token)).status_code == 401


def test_it_lives_no_longer_than_is_allowed(run_app):
    client = run_app(api_keys="set", allowed_origins=INTRANET, token_seconds=30)
    claims = jwt.decode(make(client, seconds=10**9), options={"verify_signature": False})
    assert claims["exp"] - claims["iat"] == 30


def test_only_keys_make_tokens_and_only_for_the_list(keyed):
    token = make(keyed)
    assert keyed.post("/api/tokens", json={"origin": INTRANET}, headers=key(token)).status_code == 403
    assert keyed.post("/api/tokens", json={"origin": INTRANET}).status_code == 401
    assert keyed.post("/api/tokens", json={"origin": INTRANET}, headers=page("set")).status_code == 403
    for origin in ("http://evil.example", "null", "*", "", "http://intranet.example/path", "javascript:alert(1)"):
        reply = keyed.post("/api/tokens", json={"origin": origin}, headers=key("set"))
        assert (reply.status_code, reply.json()["error"]["code"]) == (400, "usage"), origin


def test_it_is_for_reading_and_asking_only(keyed):
    """Also calls that are still to come, such as to remove a report."""
    token = make(keyed)
    for headers in (page(token), key(token)):
        for method, call in (("DELETE", "/api/reports/tiny"), ("POST", "/api/reports"), ("POST", "/api/tokens")):
            assert keyed.request(method, call, headers=headers).status_code == 403


def test_an_open_server_gives_tokens_that_a_locked_one_does_not_take(run_app, tmp_path):
    shared = {"allowed_origins": INTRANET, "secret": SECRET}
    token = run_app(**shared).post("/api/tokens", json={"origin": INTRANET}).json()["token"]
    assert run_app(**shared).get("/api/reports", headers=page(token)).status_code == 200
    assert run_app(api_keys="set", **shared).get("/api/reports", headers=page(token)).status_code == 401


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl here")
def test_the_call_in_the_readme(run_app):
    (block,) = re.findall(r"^```sh\n(curl .*?/api/tokens.*?)^```", README.read_text(encoding="utf-8"), re.M | re.S)
    client = run_app(api_keys="KEY", allowed_origins="https://intranet.example.com")
    said = block.replace("http://127.0.0.1:8765", str(client.base_url).rstrip("/")).replace(
        "adoptive-cell-therapy", "tiny"
    )
    done = subprocess.run(shlex.split(said.replace("\\\n", "")), capture_output=True, text=True, check=True)
    headers = page(json.loads(done.stdout)["token"], "https://intranet.example.com")
    assert [report["id"] for report in client.get("/api/reports", headers=headers).json()] == ["tiny"]
