"""The size of a request."""

import socket
import time

import pytest


def pieces(total, piece=4096):
    for _ in range(total // piece):
        yield b" " * piece


def send_for_ever(connection):
    for _ in range(10_000):
        connection.sendall(b" " * 65536)


@pytest.mark.parametrize("size", [300_000, 5_000_000])
def test_a_body_that_announces_too_much_is_413(client, size):
    reply = client.post("/api/ask", content=b" " * size)
    assert reply.status_code == 413
    assert reply.json() == {
        "error": {
            "code": "too_large",
            "message": "The request is larger than 262,144 bytes (ACTQA_MAX_REQUEST_BYTES).",
        }
    }


@pytest.mark.parametrize("size", [300_000, 5_000_000])
@pytest.mark.parametrize("call", ["/api/ask", "/api/chat"])
def test_a_body_in_pieces_that_grows_too_large_is_413(client, size, call):
    reply = client.post(call, content=pieces(size), headers={"Content-Type": "application/json"})
    assert reply.status_code == 413
    assert reply.json()["error"]["code"] == "too_large"


def test_the_limit_is_a_setting(run_app):
    client = run_app(max_request_bytes=1024)
    question = {"question": "q", "history": ["x" * 985]}
    assert client.post("/api/ask", json=question).status_code == 200
    assert client.post("/api/ask", json={**question, "history": ["x" * 1100]}).status_code == 413


def test_a_refused_body_is_not_taken_in_for_ever(client):
    """A client that sends on and on after its refusal is cut off."""
    with socket.create_connection((client.base_url.host, client.base_url.port)) as connection:
        connection.settimeout(10)
        head = f"POST /api/ask HTTP/1.1\r\nHost: {client.base_url.netloc.decode()}\r\n"
        connection.sendall(f"{head}Content-Length: 10000000000\r\n\r\n".encode())
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            send_for_ever(connection)


def test_a_body_that_comes_too_slowly_is_408(run_app):
    client = run_app(max_request_seconds=0.3)
    with socket.create_connection((client.base_url.host, client.base_url.port), 20) as connection:
        connection.sendall(
            b"POST /api/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"
        )
        said = connection.recv(4096)
    assert said.startswith(b"HTTP/1.1 408 ")
    assert b'"code":"too_slow"' in said
    assert b"0.3 s to arrive" in said


def test_an_answer_may_take_longer_than_the_question(run_app):
    client = run_app(max_request_seconds=0.3)
    client.assistant.on_ask = lambda: time.sleep(0.6)
    assert client.post("/api/ask", json={"question": "q"}).status_code == 200
