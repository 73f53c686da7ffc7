"""API keys."""

import logging

import pytest
from serving.access.conftest import key, soon

from actqa.errors import KeysError
from actqa.serving.access import keys_file
from actqa.serving.access.keys import KeyRing
from actqa.settings import Settings


@pytest.fixture
def two_keys(run_app):
    return run_app(api_keys="first, zweiter-schlüssel")


OPEN = {("get", "/api/health"): 200, ("post", "/api/session"): 422, ("delete", "/api/session"): 204}


def test_health_and_pages_are_open(two_keys):
    for path in ("/api/health", "/openapi.json", "/docs"):
        assert two_keys.get(path).status_code == 200


def test_every_other_call_asks_for_a_key(two_keys):
    calls = two_keys.get("/openapi.json").json()["paths"]
    for path, methods in calls.items():
        for method in methods:
            status = two_keys.request(method, path.replace("{id}", "tiny"), json={"question": "q"}).status_code
            assert status == OPEN.get((method, path), 401), path


def test_a_refusal_says_how(two_keys):
    reply = two_keys.get("/api/reports")
    assert reply.headers["www-authenticate"] == 'Bearer realm="actqa"'
    assert reply.json() == {
        "error": {
            "code": "unauthorized",
            "message": "This server asks for a key: send the header Authorization: Bearer KEY.",
        }
    }


@pytest.mark.parametrize("key", ["first", "zweiter-schlüssel"])
def test_each_key_opens(two_keys, key):
    headers = {"Authorization": f"Bearer {key}".encode()}
    assert two_keys.get("/api/reports", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "header",
    ["Bearer other", "Bearer firs", "Bearer first2", "Bearer", "first", "Basic first", "Bearer first, x"],
)
def test_nothing_else_opens(two_keys, header):
    assert two_keys.get("/api/reports", headers={"Authorization": header}).status_code == 401


def test_a_key_is_compared_with_all():
    ring = KeyRing(Settings(_env_file=None, api_keys="a, b"))
    assert [ring.find(key).name for key in (b"a", b"b")] == ["key 1", "key 2"]
    assert ring.find(b"") is None


def test_the_file_is_followed_without_a_restart(keyed, file, made):
    assert keyed.get("/api/reports", headers=key("nothing")).status_code == 401
    anna = made("anna")
    assert keyed.get("/api/reports", headers=key(anna)).status_code == 200
    keys_file.remove(file, "anna")
    assert keyed.get("/api/reports", headers=key(anna)).status_code == 401
    assert keyed.get("/api/reports", headers=key("set")).status_code == 200


def test_an_open_server_asks_as_soon_as_there_is_a_file_and_ever_after(run_app, file, made):
    client = run_app(keys_file=file.parent / "other.json")
    assert client.get("/api/reports").status_code == 401  # a file that is named and not there opens nothing
    ring = KeyRing(Settings(_env_file=None, keys_file=file))
    assert ring.asks
    made("anna")
    file.unlink()
    assert ring.asks
    assert ring.find(b"") is None


def test_the_usual_file_need_not_be_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ring = KeyRing(Settings(_env_file=None))
    assert not ring.asks
    anna = keys_file.add(tmp_path / "keys.json", "anna")
    assert ring.asks
    assert ring.find(anna.encode()).name == "anna"
    (tmp_path / "keys.json").unlink()
    assert ring.asks
    assert ring.find(anna.encode()) is None


def test_a_key_opens_until_it_expires(file, made, monkeypatch):
    ring = KeyRing(Settings(_env_file=None, keys_file=file))
    anna = made("anna", expires=soon(seconds=-1)).encode()
    ben = made("ben", expires=soon(hours=1)).encode()
    assert ring.find(anna) is None
    assert ring.find(ben).name == "ben"
    assert [it.name for it in ring.all()] == ["ben"]


def test_a_file_that_is_spoilt_leaves_the_keys_as_they_were(file, made, caplog):
    anna = made("anna").encode()
    ring = KeyRing(Settings(_env_file=None, keys_file=file))
    file.write_text("{")
    with caplog.at_level(logging.WARNING):
        assert ring.find(anna).name == "anna"
    assert "is no file of keys" in caplog.text
    with pytest.raises(KeysError):
        KeyRing(Settings(_env_file=None, keys_file=file))


def test_every_key_is_compared_whatever_was_found(file, made, monkeypatch):
    """Constant time by construction: digests of one length, each compared to its end, and all of them."""
    first, *_, last = [made(f"key-{at}") for at in range(5)]
    ring = KeyRing(Settings(_env_file=None, keys_file=file, api_keys="set"))
    compared = []

    def compare(one, other):
        compared.append((len(one), len(other)))
        return one == other

    monkeypatch.setattr("actqa.serving.access.keys.hmac.compare_digest", compare)
    for presented in (first, last, "set", "", "x" * 100_000):
        compared.clear()
        ring.find(presented.encode())
        assert compared == [(32, 32)] * 6


def test_reports_that_are_not_the_keys_are_unknown(keyed, made):
    headers = key(made("ben", ["salt"]))
    assert keyed.get("/api/reports", headers=headers).json() == []
    for call in ("text", "facts", "facts.md", "facts.csv?what=shares"):
        told = {}
        for id in ("tiny", "none"):
            reply = keyed.get(f"/api/reports/{id}/{call}", headers=headers)
            assert reply.status_code == 404
            told[id] = reply.text.replace(id, "ID")
        assert told["tiny"] == told["none"]
    told = {keyed.get(f"/api/questions?report={id}", headers=headers).text.replace(id, "") for id in ("tiny", "none")}
    assert len(told) == 1
    assert "no report" in told.pop()
    for call in ("/api/ask", "/api/chat"):
        reply = keyed.post(call, json={"question": "q", "report": "tiny"}, headers=headers)
        assert reply.status_code == 404
        assert "Tiny" not in reply.text


def test_a_key_for_some_reports_changes_none(keyed, made):
    """Also calls that are still to come; another key gets as far as the call itself."""
    headers = key(made("ben", ["tiny"]))
    for method, call in (("DELETE", "/api/reports/tiny"), ("POST", "/api/reports"), ("PUT", "/api/anything")):
        reply = keyed.request(method, call, headers=headers)
        assert (reply.status_code, reply.json()["error"]["code"]) == (403, "forbidden")
        assert keyed.request(method, call, headers=key("set")).status_code not in (401, 403)


def test_no_report_means_those_of_the_key(keyed, made):
    for name, reports, among in (("anna", ["tiny", "salt"], {"tiny", "salt"}), ("ben", None, None)):
        headers = key(made(name, reports))
        keyed.post("/api/ask", json={"question": "q"}, headers=headers)
        keyed.post("/api/chat", json={"question": "q"}, headers=headers).read()
        assert keyed.assistant.among == [among, among]
        keyed.assistant.forget()
