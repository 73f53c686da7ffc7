"""API keys."""

import pytest

from actqa.serving.keys import is_known


@pytest.fixture
def keyed(run_app):
    return run_app(api_keys="first, zweiter-schlüssel")


def test_health_and_pages_are_open(keyed):
    for path in ("/api/health", "/openapi.json", "/docs"):
        assert keyed.get(path).status_code == 200


def test_every_other_call_asks_for_a_key(keyed):
    calls = keyed.get("/openapi.json").json()["paths"]
    for path, methods in calls.items():
        for method in methods:
            status = keyed.request(method, path.replace("{id}", "tiny"), json={"question": "q"}).status_code
            assert status == (200 if path == "/api/health" else 401), path


def test_a_refusal_says_how(keyed):
    reply = keyed.get("/api/reports")
    assert reply.headers["www-authenticate"] == 'Bearer realm="actqa"'
    assert reply.json() == {
        "error": {
            "code": "unauthorized",
            "message": "This server asks for a key: send the header Authorization: Bearer KEY.",
        }
    }


@pytest.mark.parametrize("key", ["first", "zweiter-schlüssel"])
def test_each_key_opens(keyed, key):
    headers = {"Authorization": f"Bearer {key}".encode()}
    assert keyed.get("/api/reports", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "header",
    ["Bearer other", "Bearer firs", "Bearer first2", "Bearer", "first", "Basic first", "Bearer first, x"],
)
def test_nothing_else_opens(keyed, header):
    assert keyed.get("/api/reports", headers={"Authorization": header}).status_code == 401


def test_a_key_is_compared_with_all():
    assert is_known(b"b", ("a", "b"))
    assert is_known(b"a", ("a", "b"))
    assert not is_known(b"", ("a", "b"))
    assert not is_known(b"a", ())
