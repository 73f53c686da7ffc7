"""The stream of an answer."""

import json
import threading

import pytest

from actqa.answering.events import StatusEvent
from actqa.errors import IndexBusy


def events_of(reply):
    """(event, data) of each event of a reply that came whole."""
    found = []
    for block in reply.text.strip().split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if not line.startswith(":"))
        if fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def test_status_then_statements_then_the_answer(client):
    reply = client.post("/api/chat", json={"question": "How large?", "report": "tiny", "history": ["Hello?"]})
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/event-stream; charset=utf-8"
    (status, statement, answer) = events_of(reply)
    assert status == ("status", {"text": "Searching", "stage": "searching"})
    assert statement[0] == "statement"
    assert sorted(statement[1]) == ["citations", "figures", "statement"]
    assert statement[1]["statement"] == {
        "text": "The market reaches USD 5 million [1].",
        "citations": [1],
        "origin": "stated",
        "figures": [0],
    }
    assert answer == ("answer", client.post("/api/ask", json={"question": "How large?", "report": "tiny"}).json())
    assert client.assistant.asked[0] == ("How large?", "tiny", ("Hello?",))


def test_each_event_leaves_at_once_and_uncompressed(client):
    leave = threading.Event()

    def wait():
        leave.wait(20)
        yield StatusEvent(text="Still searching")

    client.assistant.on_stream = wait
    headers = {"Accept-Encoding": "gzip"}
    with client.stream("POST", "/api/chat", json={"question": "q"}, headers=headers) as reply:
        lines = reply.iter_lines()
        seen = []
        while "event: statement" not in seen:
            seen.append(next(lines))
        leave.set()
        seen.extend(lines)
    assert "content-encoding" not in reply.headers
    assert [line for line in seen if line.startswith("event")] == [
        "event: status",
        "event: statement",
        "event: status",
        "event: answer",
    ]


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"question": ""}, 422, "bad_question"),
        ({"question": "q", "report": "other"}, 404, "report_not_found"),
        ({"question": 5}, 422, "invalid"),
        ({}, 422, "invalid"),
    ],
)
def test_what_can_be_checked_is_refused_before_the_stream_opens(client, body, status, code):
    reply = client.post("/api/chat", json=body)
    assert reply.status_code == status
    assert reply.json()["error"]["code"] == code


def test_a_missing_index_is_refused_before_the_stream_opens(client):
    client.assistant.missing = True
    assert client.post("/api/chat", json={"question": "q"}).status_code == 503


def test_a_key_is_asked_for_before_the_stream_opens(run_app):
    assert run_app(api_keys="secret").post("/api/chat", json={"question": "q"}).status_code == 401


def test_an_error_on_the_way_is_the_last_event(client):
    def fail():
        raise IndexBusy("Another process builds the index: try again in a minute.")
        yield

    client.assistant.on_stream = fail
    assert events_of(client.post("/api/chat", json={"question": "q"}))[-1] == (
        "error",
        {"error": {"code": "index_busy", "message": "Another process builds the index: try again in a minute."}},
    )


def test_a_surprise_on_the_way_is_told_without_its_text_and_logged(client, caplog):
    def fail():
        yield StatusEvent(text="Soon")
        raise RuntimeError("secret path /home/someone")

    client.assistant.on_stream = fail
    reply = client.post("/api/chat", json={"question": "q"})
    assert reply.status_code == 200
    assert events_of(reply)[-1] == (
        "error",
        {"error": {"code": "internal", "message": "Something went wrong on the server; its log says what."}},
    )
    assert "secret" not in reply.text
    assert "secret path" in caplog.text


def test_a_client_that_leaves_ends_the_work(client):
    ended = threading.Event()

    def go_on():
        try:
            while True:
                yield StatusEvent(text="x" * 1000)
        finally:
            ended.set()

    client.assistant.on_stream = go_on
    with client.stream("POST", "/api/chat", json={"question": "q"}) as reply:
        next(reply.iter_lines())
    assert ended.wait(5)


def test_many_streams_at_once(client):
    answers = []

    def ask():
        answers.append(client.post("/api/chat", json={"question": "q"}))

    threads = [threading.Thread(target=ask) for _ in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [events_of(reply)[-1][0] for reply in answers] == ["answer"] * 60
