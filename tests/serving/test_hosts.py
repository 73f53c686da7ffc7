"""The Host header."""

import pytest

from actqa.serving.hosts import is_loopback, known_names, name_of
from actqa.settings import Settings


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8765", "[0:0:0:0:0:0:0:1]"]
)
def test_loopback_names_are_known(client, host):
    assert client.get("/api/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:8765",
        "[::2]",
        "::1",
        "127.0.0.1:80:80",
        "127.0.0.1@evil.example",
        "localhost/",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/health", "/web/icon.svg", "/docs"])
def test_a_name_the_server_was_not_told_is_421(client, host, path):
    reply = client.get(path, headers={"Host": host})
    assert reply.status_code == 421
    assert reply.json()["error"]["code"] == "unknown_host"


def test_the_settings_name_further_hosts(run_app):
    client = run_app(allowed_hosts="Reports.example, [2001:DB8::7]", host="192.0.2.1")
    for host in ("reports.example", "REPORTS.example:443", "[2001:db8:0::7]:8765", "192.0.2.1:8765", "localhost"):
        assert client.get("/api/health", headers={"Host": host}).status_code == 200, host
    assert client.get("/api/health", headers={"Host": "www.reports.example"}).status_code == 421


def test_every_address_is_not_a_name():
    for host in ("0.0.0.0", "::", "::1"):
        assert known_names(Settings(_env_file=None, host=host)) == {"127.0.0.1", "localhost", "[::1]"}


@pytest.mark.parametrize(
    ("header", "name"),
    [("a.b:80", "a.b"), ("a.b:", "a.b"), ("[::1]:80", "[::1]"), ("[::1", ""), ("a b", ""), ("a\n", ""), ("ä", "")],
)
def test_the_name_in_a_header(header, name):
    assert name_of(header) == name


def test_loopback_addresses():
    assert [is_loopback(h) for h in ("127.0.0.1", "127.8.8.8", "::1", "[::1]", "localhost", "Localhost")] == [True] * 6
    assert [is_loopback(h) for h in ("0.0.0.0", "::", "192.0.2.1", "example.com", "")] == [False] * 5
