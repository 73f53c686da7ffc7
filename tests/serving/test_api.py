"""The calls under /api, but for the stream."""

import gzip
import threading

import httpx
import pytest

from actqa import __version__


def test_health_says_what_serves(client):
    assert client.get("/api/health").json() == {
        "status": "ok",
        "version": __version__,
        "reports": 1,
        "model": "",
        "embedding_model": "sentence-transformers/all-MiniLM-L6-v2",
    }


def test_health_answers_before_anything_is_indexed(client):
    client.assistant.missing = True
    reply = client.get("/api/health")
    assert reply.status_code == 200
    assert reply.json()["reports"] == 0


def test_reports_are_listed(client):
    assert client.get("/api/reports").json() == [
        {
            "id": "tiny",
            "title": "Tiny",
            "source": "tiny.md",
            "characters": 47,
            "pages": None,
            "revision": "0123456789abcdef",
        }
    ]


def test_questions_are_suggested_for_one_report_or_all(client):
    for path in ("/api/questions", "/api/questions?report=tiny"):
        assert client.get(path).json() == {"questions": ["How large is tiny?"]}
    reply = client.get("/api/questions?report=none")
    assert (reply.status_code, reply.json()["error"]["code"]) == (404, "report_not_found")


def test_a_missing_index_is_503(client):
    client.assistant.missing = True
    for reply in (client.get("/api/reports"), client.post("/api/ask", json={"question": "q"})):
        assert reply.status_code == 503
        assert reply.json() == {
            "error": {"code": "index_missing", "message": "Nothing is indexed yet: run actqa index."}
        }


def test_the_text_comes_with_its_layout(client):
    text = client.get("/api/reports/tiny/text").json()
    assert text == {
        "id": "tiny",
        "revision": "0123456789abcdef",
        "title": "Tiny",
        "source": "tiny.md",
        "text": "# Overview\n😀 The market reaches USD 5 million.\n",
        "page_starts": [],
        "sections": [{"title": "Overview", "level": 1, "start": 0, "end": 47}],
        "blocks": [
            {
                "kind": "heading",
                "start": 0,
                "end": 10,
                "content": [2, 10],
                "section": 0,
                "group": 0,
                "depth": 0,
                "cells": [],
                "head": False,
            },
            {
                "kind": "paragraph",
                "start": 11,
                "end": 46,
                "content": [11, 46],
                "section": 0,
                "group": 1,
                "depth": 0,
                "cells": [],
                "head": False,
            },
        ],
    }


def test_a_text_that_the_client_has_is_not_sent_again(client):
    first = client.get("/api/reports/tiny/text")
    again = client.get("/api/reports/tiny/text", headers={"If-None-Match": first.headers["etag"]})
    other = client.get("/api/reports/tiny/text", headers={"If-None-Match": '"other"'})
    assert (first.status_code, again.status_code, other.status_code) == (200, 304, 200)
    assert again.content == b""
    assert again.headers["etag"] == first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"


def test_an_unknown_report_is_404(client):
    for reply in (
        client.get("/api/reports/other/text"),
        client.post("/api/ask", json={"question": "q", "report": "other"}),
    ):
        assert reply.status_code == 404
        assert reply.json()["error"]["code"] == "report_not_found"


def test_an_answer_goes_out_as_it_is(client):
    reply = client.post("/api/ask", json={"question": "How large?", "report": "tiny", "history": ["Hello?"]})
    assert reply.status_code == 200
    assert client.assistant.asked == [("How large?", "tiny", ("Hello?",))]
    assert reply.json()["figures"] == [
        {
            "text": "USD 5 million",
            "value": 5.0,
            "unit": "USD million",
            "year": None,
            "origin": "stated",
            "citations": [1],
            "formula": None,
        }
    ]


def test_report_and_history_may_be_left_out(client):
    assert client.post("/api/ask", json={"question": "How large?"}).status_code == 200
    assert client.assistant.asked == [("How large?", None, ())]


def test_history_is_cut_not_refused(client):
    history = [f"{n}" + "x" * 2500 for n in range(20)]
    assert client.post("/api/ask", json={"question": "q", "history": history}).status_code == 200
    kept = client.assistant.asked[0][2]
    assert kept == tuple(f"{n}" + "x" * 1998 for n in range(10, 20))


@pytest.mark.parametrize("question", ["", "   ", "x" * 100_000])
def test_an_empty_or_endless_question_is_422(client, question):
    for call in ("/api/ask", "/api/chat"):
        reply = client.post(call, json={"question": question})
        assert reply.status_code == 422
        assert reply.json()["error"]["code"] == "bad_question"


def test_half_a_character_is_replaced(client):
    reply = client.post("/api/ask", content=b'{"question": "a\\ud800b"}', headers={"Content-Type": "application/json"})
    assert reply.json()["question"] == "a?b"


def test_a_slow_answer_holds_nobody_up(client):
    entered, leave = threading.Event(), threading.Event()

    def wait():
        entered.set()
        leave.wait(20)

    client.assistant.on_ask = wait
    slow = threading.Thread(target=lambda: httpx.post(client.base_url.join("/api/ask"), json={"question": "q"}))
    slow.start()
    assert entered.wait(10)
    assert client.get("/api/health", timeout=2).status_code == 200
    leave.set()
    slow.join()


def test_large_replies_are_compressed_on_request(client):
    with client.stream("GET", "/openapi.json", headers={"Accept-Encoding": "gzip"}) as reply:
        raw = b"".join(reply.iter_raw())
    assert reply.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw).startswith(b'{"openapi"')
