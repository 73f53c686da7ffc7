"""How many requests in a while."""

import re

import pytest
from serving.access.conftest import INTRANET, key
from serving.access.test_tokens import make, page

from actqa.errors import UsageError
from actqa.serving.access.proxies import address_of
from actqa.serving.access.rates import Rates
from actqa.serving.access.state import State
from actqa.settings import Settings


def statuses(client, times, **headers):
    return [client.get("/api/reports", headers=headers).status_code for _ in range(times)]


def test_one_request_too_many_says_how_long_to_wait(run_app):
    client = run_app(api_keys="one, two", rate_key="3/minute")
    assert statuses(client, 4, **key("one")) == [200, 200, 200, 429]
    reply = client.get("/api/reports", headers=key("one"))
    seconds = int(reply.headers["retry-after"])
    assert 50 < seconds <= 60
    assert reply.json()["error"]["code"] == "too_many"
    assert re.fullmatch(
        r"Too many requests with this key: wait \d+ s, then try again\.", reply.json()["error"]["message"]
    )
    assert statuses(client, 1, **key("two")) == [200]


def test_workers_count_together(run_app, tmp_path):
    one, two = (run_app(api_keys="one", rate_key="3/minute", state=tmp_path / "state") for _ in range(2))
    assert statuses(one, 2, **key("one")) + statuses(two, 2, **key("one")) == [200, 200, 200, 429]


def test_sessions_count_with_their_key(run_app):
    client = run_app(api_keys="one", rate_key="3/minute")
    for _ in range(2):
        client.post("/api/session", json={"key": "one"})
        assert statuses(client, 1) == [200]
        client.cookies.clear()
    assert statuses(client, 2, **key("one")) == [200, 429]


def test_each_token_counts_by_itself(run_app):
    client = run_app(api_keys="one", allowed_origins=INTRANET, rate_token="2/minute")
    first, second = make(client, "one"), make(client, "one")
    assert statuses(client, 3, **page(first)) == [200, 200, 429]
    assert statuses(client, 1, **page(second)) == [200]
    assert (
        client.get("/api/reports", headers=page(first)).headers["access-control-expose-headers"] == "ETag, Retry-After"
    )


def test_an_address_counts_whoever_calls_from_it(run_app):
    client = run_app(api_keys="one", rate_address="3/minute", proxy_addresses="127.0.0.1")
    there = {"X-Forwarded-For": "198.51.100.7"}
    assert statuses(client, 4, **there) == [401, 401, 401, 429]
    assert statuses(client, 1, **there, **key("one")) == [429]
    assert statuses(client, 1, **{"X-Forwarded-For": "198.51.100.8"}, **key("one")) == [200]
    spoofed = {"X-Forwarded-For": "203.0.113.1, 198.51.100.7"}  # what the client made up comes first
    assert statuses(client, 1, **spoofed, **key("one")) == [429]


def test_who_guesses_keys_is_soon_not_heard_any_more(run_app):
    client = run_app(api_keys="right", rate_refused="3/minute")
    assert statuses(client, 4, **key("wrong")) == [401, 401, 401, 429]
    assert statuses(client, 1, **key("right")) == [429]
    assert client.post("/api/session", json={"key": "right"}).status_code == 429


def test_sessions_are_heard_while_somebody_guesses(run_app):
    client = run_app(api_keys="right", rate_refused="1/minute")
    client.post("/api/session", json={"key": "right"})
    statuses(client, 3, **key("wrong"))
    assert statuses(client, 1) == [200]


def test_any_number_where_there_is_no_limit_and_where_no_keys_are_asked_for(run_app):
    assert statuses(run_app(api_keys="one", rate_key="", rate_address=""), 5, **key("one")) == [200] * 5
    assert statuses(run_app(rate_address="1/minute"), 5) == [200] * 5


def test_a_rate_that_is_none_is_told(tmp_path):
    for rate in ("many", "5", "5/fortnight", "-1/minute"):
        with pytest.raises(UsageError, match=r"The setting rate_key \(ACTQA_RATE_KEY\)"):
            Rates(Settings(_env_file=None, rate_key=rate), State(tmp_path))


def test_a_count_begins_anew_and_what_is_over_is_swept_away(tmp_path):
    state = State(tmp_path)
    assert [state.count("a", 60), state.count("a", 60), state.count("b", -1)] == [1, 2, 1]
    assert state.count("b", -1) == 1
    assert [state.counted("a")[0], state.counted("b")[0]] == [2, 0]
    state.count("c", 60)
    assert state._database.execute("SELECT what FROM counts ORDER BY what").fetchall() == [("a",), ("c",)]


class Asked:
    def __init__(self, host):
        self.client = type("Client", (), {"host": host})


def test_a_whole_network_of_ipv6_counts_as_one():
    assert address_of(Asked("2001:db8:1:2:3:4:5:6")) == address_of(Asked("2001:db8:1:2::9")) == "2001:db8:1:2::/64"
    assert address_of(Asked("198.51.100.7")) == "198.51.100.7"
