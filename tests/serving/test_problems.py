"""Every error has one shape and a fitting status."""

import pytest

import actqa.errors
from actqa.errors import ActqaError
from actqa.serving.problems import STATUSES


def test_every_error_class_has_a_status():
    classes = {c for c in vars(actqa.errors).values() if isinstance(c, type) and issubclass(c, ActqaError)}
    assert set(STATUSES) == classes


def test_no_error_class_lives_elsewhere():
    import actqa.cli
    import actqa.serving.app  # noqa: F401 - brings every module that has an error of its own

    def subclasses(c):
        return {c}.union(*map(subclasses, c.__subclasses__()))

    assert subclasses(ActqaError) == set(STATUSES)


@pytest.mark.parametrize("path", ["/nothing", "/api/nothing", "/api/reports/tiny/nothing", "/web/nothing.js", "/api"])
def test_an_unknown_path_is_404(client, path):
    reply = client.get(path)
    assert reply.status_code == 404
    assert reply.json() == {
        "error": {"code": "not_found", "message": f"There is nothing at {path}; /docs lists the calls."}
    }


def test_the_wrong_method_is_405(client):
    reply = client.get("/api/ask")
    assert reply.status_code == 405
    assert reply.headers["allow"] == "POST"
    assert reply.json() == {
        "error": {"code": "method_not_allowed", "message": "/api/ask does not take GET; /docs lists the calls."}
    }


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"{}", "question: Field required"),
        (b'{"question": 5}', "question: Input should be a valid string"),
        (b'{"question": null}', "question: Input should be a valid string"),
        (b'{"question": "q", "report": 1}', "report: Input should be a valid string"),
        (b'{"question": "q", "history": ["a", 1]}', "history.1: Input should be a valid string"),
        (b'{"question": "q", "history": "a"}', "history: Input should be a valid tuple"),
        (b"{", "1: the body is not JSON (Expecting property name enclosed in double quotes)"),
        (b"", "body: Field required"),
        (b"[]", "body: the body should be a JSON object, sent with Content-Type: application/json"),
    ],
)
def test_a_body_of_another_shape_is_422_with_one_line(client, body, message):
    reply = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == 422
    assert reply.json() == {"error": {"code": "invalid", "message": message}}


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"question": "\xff"}', b"1" * 5000])
def test_a_body_that_cannot_be_read_is_400(client, body):
    reply = client.post("/api/ask", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code in (400, 422)
    assert set(reply.json()["error"]) == {"code", "message"}


def test_a_body_that_is_not_said_to_be_json_is_422(client):
    reply = client.post("/api/ask", content=b'{"question": "q"}', headers={"Content-Type": "text/plain"})
    assert reply.status_code == 422


def test_a_surprise_is_500_without_its_text_and_logged(client, caplog):
    def fail():
        raise RuntimeError("secret path /home/someone")

    client.assistant.on_ask = fail
    reply = client.post("/api/ask", json={"question": "q"})
    assert reply.status_code == 500
    assert reply.json() == {
        "error": {"code": "internal", "message": "Something went wrong on the server; its log says what."}
    }
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert caplog.text.count("RuntimeError: secret path") == 1
