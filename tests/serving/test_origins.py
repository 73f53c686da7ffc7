"""Pages of other origins."""

import pytest

ASK = {"question": "q"}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9"},
    ],
)
@pytest.mark.parametrize("call", ["/api/ask", "/api/chat"])
def test_a_page_of_another_origin_is_refused(client, headers, call):
    reply = client.post(call, json=ASK, headers=headers)
    assert reply.status_code == 403
    assert reply.json()["error"]["code"] == "forbidden"
    assert client.assistant.asked == []


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_own_page_and_the_user_are_let_through(client, site):
    assert client.post("/api/ask", json=ASK, headers={"Sec-Fetch-Site": site}).status_code == 200


def test_the_own_origin_is_let_through(client):
    origin = str(client.base_url).rstrip("/")
    assert client.post("/api/ask", json=ASK, headers={"Origin": origin}).status_code == 200


def test_a_link_from_elsewhere_opens_the_page(client):
    assert client.get("/docs", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_no_other_origin_may_read(client):
    asked = {"Origin": "http://evil.example", "Access-Control-Request-Method": "POST"}
    for reply in (client.options("/api/ask", headers=asked), client.get("/api/reports", headers=asked)):
        assert not [name for name in reply.headers if name.startswith("access-control")]
