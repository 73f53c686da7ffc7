"""Sessions: signing in, what the cookie is worth, and its end."""

import base64
import json
import os
import stat
import subprocess
import sys
import time
from datetime import datetime
from http.cookies import SimpleCookie

import jwt
import pytest
from serving.access.conftest import INTRANET, SECRET, key, soon

from actqa.errors import StateError, UsageError
from actqa.serving.access import keys_file
from actqa.serving.access.door import Door
from actqa.serving.access.state import State
from actqa.settings import Settings

COOKIE = "actqa_session"


def sign_in(client, presented, **headers):
    """The cookie; the client keeps none."""
    reply = client.post("/api/session", json={"key": presented}, headers=headers)
    assert reply.status_code == 200, reply.text
    client.cookies.clear()
    (morsel,) = SimpleCookie(reply.headers["set-cookie"].replace("expires=", "x-expires=")).values()
    return morsel


def status(client, cookie, call="/api/reports"):
    return client.get(call, headers={"Cookie": f"{COOKIE}={cookie}"}).status_code


def claims_of(cookie):
    return jwt.decode(cookie, options={"verify_signature": False})


def test_a_key_is_taken_once_for_a_cookie(keyed, made):
    anna = made("anna", ["tiny"])
    before = time.time()
    reply = keyed.post("/api/session", json={"key": f" {anna}\n"})
    assert (reply.status_code, reply.json()["kind"], reply.json()["name"]) == (200, "session", "anna")
    assert abs(datetime.fromisoformat(reply.json()["expires"]).timestamp() - before - 43_200) < 5
    said = reply.headers["set-cookie"]
    for attribute in ("HttpOnly", "SameSite=strict", "Path=/;", "Max-Age=432"):
        assert attribute in said
    assert "Secure" not in said  # plain HTTP, on loopback
    assert anna not in said
    assert [report["id"] for report in keyed.get("/api/reports").json()] == ["tiny"]
    assert keyed.get("/api/session").json() == reply.json()
    assert keyed.post("/api/ask", json={"question": "q"}).status_code == 200
    assert keyed.assistant.among == [{"tiny"}]


def test_a_wrong_key_gets_nothing(keyed):
    for presented in ("wrong", "", "é" * 500):
        reply = keyed.post(
            "/api/session", content=json.dumps({"key": presented}), headers={"Content-Type": "application/json"}
        )
        assert reply.status_code == 401, presented
        assert "set-cookie" not in reply.headers
    assert keyed.get("/api/session").status_code == 401


def test_signing_out_ends_it_also_for_who_kept_the_cookie(keyed):
    cookie = sign_in(keyed, "set").value
    other = sign_in(keyed, "set").value
    assert status(keyed, cookie) == 200
    reply = keyed.request("DELETE", "/api/session", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert (reply.status_code, reply.content) == (204, b"")
    assert "Max-Age=0" in reply.headers["set-cookie"]
    assert (status(keyed, cookie), status(keyed, other)) == (401, 200)


def test_all_workers_know_of_it(run_app, tmp_path):
    """Two applications with one folder of state are as two workers: one secret, one list of what has ended."""
    one, two = (run_app(api_keys="set", state=tmp_path / "state") for _ in range(2))
    cookie = sign_in(one, "set").value
    assert status(two, cookie) == 200
    two.request("DELETE", "/api/session", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert status(one, cookie) == 401


def test_a_session_is_always_a_new_one(keyed):
    """What the request brings is not taken over, so that nobody can have planted it."""
    planted = sign_in(keyed, "set").value
    reply = keyed.post("/api/session", json={"key": "set"}, headers={"Cookie": f"{COOKIE}={planted}"})
    fresh = SimpleCookie(reply.headers["set-cookie"].replace("expires=", "x=")).popitem()[1].value
    assert claims_of(fresh)["sid"] != claims_of(planted)["sid"]
    assert (status(keyed, planted), status(keyed, fresh)) == (401, 200)


def test_a_key_that_goes_takes_its_sessions_along(keyed, file, made):
    anna, ben = (sign_in(keyed, made(name)).value for name in ("anna", "ben"))
    keys_file.remove(file, "anna")
    assert (status(keyed, anna), status(keyed, ben)) == (401, 200)
    made("anna")  # a new key of the same name does not bring them back
    assert status(keyed, anna) == 401


def test_a_session_ends_with_its_key_at_the_latest(keyed, made):
    morsel = sign_in(keyed, made("anna", expires=soon(seconds=100)))
    assert 90 < int(morsel["max-age"]) <= 100


def forge(claims, secret=SECRET, algorithm="HS256"):
    return jwt.encode(claims, secret, algorithm=algorithm)


def without_signature(signed):
    """The same with `alg: none`, which some libraries once took."""
    head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    return f"{head}.{signed.split('.')[1]}."


def test_nothing_forged_opens(keyed):
    good = sign_in(keyed, "set").value
    claims = claims_of(good)
    head, body, signature = good.split(".")
    assert status(keyed, forge(claims)) == 200  # the forgeries below differ from this in one thing each
    assert claims["exp"] > time.time()
    forged = {
        "another secret": forge(claims, "x" * 64),
        "no secret": without_signature(good),
        "no signature": f"{head}.{body}.",
        "another's signature": f"{head}.{forge({**claims, 'sid': 'x'}).split('.')[1]}.{signature}",
        "expired": forge({**claims, "exp": int(time.time()) - 1}),
        "without an end": forge({name: value for name, value in claims.items() if name != "exp"}),
        "a token": forge({**claims, "aud": "actqa-token"}),
        "of no use": forge({name: value for name, value in claims.items() if name != "aud"}),
        "another key": forge({**claims, "key": "0" * 32}),
        "not yet": forge({**claims, "nbf": int(time.time()) + 1000}),
        "empty": "",
        "nonsense": "a.b.c",
    }
    assert {name: status(keyed, cookie) for name, cookie in forged.items()} == dict.fromkeys(forged, 401)
    assert status(keyed, forge(claims, algorithm="HS512")) == 401


def test_a_cookie_is_no_bearer_and_a_token_is_no_cookie(keyed):
    cookie = sign_in(keyed, "set").value
    assert keyed.get("/api/reports", headers=key(cookie)).status_code == 401
    wish = {"origin": INTRANET}
    token = keyed.post("/api/tokens", json=wish, headers=key("set")).json()["token"]
    assert status(keyed, token) == 401


def test_a_wrong_key_is_not_made_good_by_a_cookie(keyed):
    cookie = sign_in(keyed, "set").value
    headers = {"Cookie": f"{COOKIE}={cookie}", **key("wrong")}
    assert keyed.get("/api/reports", headers=headers).status_code == 401


@pytest.mark.parametrize("sent", [{"Origin": INTRANET}, {"Origin": INTRANET, "Sec-Fetch-Site": "same-site"}])
def test_a_page_of_another_origin_has_no_use_of_the_cookie(keyed, sent):
    """Not even of the list, or of the same site, to which browsers send strict cookies."""
    cookie = sign_in(keyed, "set").value
    headers = {"Cookie": f"{COOKIE}={cookie}", **sent}
    assert keyed.get("/api/reports", headers=headers).status_code == 401
    assert keyed.post("/api/ask", json={"question": "q"}, headers=headers).status_code == 401
    assert keyed.assistant.asked == []


def test_a_session_makes_no_tokens(keyed):
    cookie = sign_in(keyed, "set").value
    reply = keyed.post("/api/tokens", json={"origin": INTRANET}, headers={"Cookie": f"{COOKIE}={cookie}"})
    assert (reply.status_code, reply.json()["error"]["code"]) == (403, "forbidden")


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_another_origin_can_neither_sign_in_nor_out(keyed, method):
    for origin in ("http://evil.example", INTRANET, "null"):
        headers = {"Origin": origin, "Sec-Fetch-Site": "cross-site"}
        assert keyed.request(method, "/api/session", json={"key": "set"}, headers=headers).status_code == 403


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_is_kept_is_the_owners(tmp_path):
    state = State(tmp_path / "state")
    assert len(state.secret()) == 64
    assert state.secret() == State(tmp_path / "state").secret()
    modes = {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in (tmp_path / "state").iterdir()}
    assert modes.pop("secret") == "0o600"
    assert modes.pop("access.sqlite3") == "0o600"
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700


def test_workers_that_start_at_once_share_one_secret_and_one_count(tmp_path):
    code = (
        "import sys; from pathlib import Path; from actqa.serving.access.state import State;"
        "state = State(Path(sys.argv[1])); [state.count('x', 60) for _ in range(50)]; print(state.secret())"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "state")]
    workers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    secrets = {worker.communicate(timeout=60)[0] for worker in workers}
    assert [worker.returncode for worker in workers] == [0] * 4
    assert len(secrets) == 1
    assert State(tmp_path / "state").counted("x")[0] == 200


def test_a_short_secret_and_a_folder_that_is_none_are_told(tmp_path):
    with pytest.raises(UsageError, match="fewer than 32 characters"):
        Door(Settings(_env_file=None, api_keys="k", state=tmp_path, secret="short"))
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="ACTQA_STATE"):
        Door(Settings(_env_file=None, api_keys="k", state=tmp_path / "file"))


def test_an_open_server_keeps_nothing(run_app, tmp_path):
    client = run_app(state=tmp_path / "state")
    assert client.get("/api/session").json() == {
        "kind": "anyone",
        "name": "",
        "expires": None,
        "may_change": True,
        "max_report_bytes": 20_000_000,
    }
    assert client.get("/api/reports").status_code == 200
    assert client.get("/api/reports", headers=key("any")).status_code == 200
    assert client.post("/api/session", json={"key": "any"}).json()["kind"] == "anyone"
    assert client.delete("/api/session").status_code == 204
    assert not (tmp_path / "state").exists()
