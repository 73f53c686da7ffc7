"""Reverse proxies: what is believed, and from whom."""

import http.client

import pytest

from actqa.errors import AddressError, UsageError
from actqa.serving import run
from actqa.serving.access.door import Door
from actqa.serving.access.proxies import networks_of, root_path_of
from actqa.settings import Settings

SIGNED_IN = {"X-User": "anna@example.com"}


@pytest.fixture
def proxied(run_app):
    """The test itself is the proxy."""
    return run_app(user_header="X-User", proxy_addresses="127.0.0.0/8", api_keys="set")


def test_a_user_that_the_proxy_names_is_let_in(proxied):
    assert proxied.get("/api/reports", headers=SIGNED_IN).status_code == 200
    assert proxied.get("/api/session", headers=SIGNED_IN).json()["name"] == "anna@example.com"
    assert proxied.get("/api/reports").status_code == 401
    assert proxied.get("/api/reports", headers={"X-User": ""}).status_code == 401


def test_the_header_is_worth_nothing_from_elsewhere(run_app):
    client = run_app(user_header="X-User", proxy_addresses="192.0.2.7")
    assert client.get("/api/reports", headers=SIGNED_IN).status_code == 401
    forwarded = {**SIGNED_IN, "X-Forwarded-For": "192.0.2.7", "Forwarded": "for=192.0.2.7", "X-Real-IP": "192.0.2.7"}
    assert client.get("/api/reports", headers=forwarded).status_code == 401


def test_a_password_for_the_proxy_is_none_of_ours(proxied):
    headers = {"Authorization": "Basic YW5uYTpzZWNyZXQ=", **SIGNED_IN}
    assert proxied.get("/api/reports", headers=headers).status_code == 200
    twice = [("Authorization", "Basic YW5uYTpzZWNyZXQ="), ("Authorization", "Bearer set"), ("X-User", "anna")]
    assert proxied.get("/api/reports", headers=twice).status_code == 401


def test_a_header_that_comes_twice_names_nobody(proxied):
    """One of them is the client's own."""
    twice = [("X-User", "admin"), ("X-User", "anna")]
    assert proxied.get("/api/reports", headers=twice).status_code == 401


def test_another_origin_has_no_use_of_the_proxys_sign_on(run_app):
    origin = {"Origin": "http://intranet.example", "Sec-Fetch-Site": "cross-site"}
    client = run_app(user_header="X-User", proxy_addresses="127.0.0.1", allowed_origins="http://intranet.example")
    assert client.post("/api/ask", json={"question": "q"}, headers={**SIGNED_IN, **origin}).status_code == 401


def test_a_server_with_a_user_header_may_be_reached_by_others(tmp_path):
    believed = {"user_header": "X-User", "proxy_addresses": "10.0.0.1", "keys_file": tmp_path / "none"}
    run.check_address(Settings(_env_file=None, host="0.0.0.0", **believed))
    with pytest.raises(AddressError, match="actqa keys add"):
        run.check_address(Settings(_env_file=None, host="0.0.0.0"))


def test_settings_that_cannot_be_kept_to_are_told():
    with pytest.raises(UsageError, match="nobody is believed"):
        networks_of(Settings(_env_file=None, user_header="X-User"))
    for wrong in ("*", "proxy.example", "10.0.0.0/33", "0.0.0.0/0", "::/0"):
        with pytest.raises(UsageError, match="ACTQA_PROXY_ADDRESSES"):
            networks_of(Settings(_env_file=None, proxy_addresses=wrong))
    for wrong in ("actqa", "/a b", "/a?b", '/"'):
        with pytest.raises(UsageError, match="ACTQA_ROOT_PATH"):
            root_path_of(Settings(_env_file=None, root_path=wrong))
    for wrong in ("*", "null", "intranet.example", "http://a.example/x", "http://a.example, *"):
        with pytest.raises(UsageError, match="ACTQA_ALLOWED_ORIGINS"):
            Door(Settings(_env_file=None, allowed_origins=wrong))


def test_scheme_and_address_are_taken_over_from_the_proxy_only(run_app):
    https = {"X-Forwarded-Proto": "https"}
    for believed, secure in (("127.0.0.1", True), ("192.0.2.1", False)):
        client = run_app(api_keys="set", proxy_addresses=believed)
        reply = client.post("/api/session", json={"key": "set"}, headers=https)
        assert ("Secure" in reply.headers["set-cookie"]) == secure


@pytest.mark.parametrize("said", ["/reports", "/reports/"])
@pytest.mark.parametrize("before", ["", "/reports"])
def test_under_a_path_of_its_own_all_calls_work_whether_the_proxy_leaves_it_or_not(run_app, said, before):
    client = run_app(api_keys="set", root_path=said)
    assert client.get(f"{before}/api/health").status_code == 200
    assert client.get(f"{before}/api/reports").status_code == 401
    assert client.get(f"{before}/").text.startswith("<!doctype html>")
    assert client.get(f"{before}/docs").status_code == 200
    assert client.get(f"{before}/web/app.js").status_code == 200
    assert client.get(f"{before}/openapi.json").json()["servers"] == [{"url": "/reports"}]
    reply = client.post(f"{before}/api/session", json={"key": "set"})
    assert "Path=/reports/;" in reply.headers["set-cookie"]
    cookie = {"Cookie": reply.headers["set-cookie"].partition(";")[0]}
    assert client.get(f"{before}/api/reports", headers=cookie).status_code == 200
    with client.stream("POST", f"{before}/api/chat", json={"question": "q"}, headers=cookie) as stream:
        assert stream.read().count(b"event: ") == 3
    assert client.get("/reports", follow_redirects=False).headers["location"] == "/reports/"


@pytest.mark.parametrize(
    "path",
    [
        "/API/reports",
        "//api/reports",
        "/api//reports",
        "/api/../api/reports",
        "/api/%72eports",
        "/x/api/reports",
        "/api/reports/",
        "/reportsapi/reports",
    ],
)
@pytest.mark.parametrize("root", ["", "/reports"])
def test_no_way_of_writing_a_path_leads_around_the_door(run_app, path, root):
    client = run_app(api_keys="set", root_path=root)
    for before in {"", root}:
        sent = http.client.HTTPConnection(client.base_url.host, client.base_url.port, timeout=20)
        sent.request("GET", f"{before}{path}")  # as it is; another client would tidy it up
        reply = sent.getresponse()
        assert reply.status in (401, 404), before
        assert b"Tiny" not in reply.read()
        sent.close()
