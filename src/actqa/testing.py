"""A chat model for tests: a scripted server on loopback that speaks as OpenAI's does, well or badly.

    from actqa import Assistant, Settings
    from actqa.testing import Reply, ScriptedModel

    with ScriptedModel() as model, Assistant.open(Settings(**model.settings)) as assistant:
        model.say("The market was worth USD 3 million in 2020. [P1]")
        model.reply(Reply(status=429))
        answer = assistant.ask("What was the market worth in 2020?")
        assert "USD 3 million" in model.asked[0]

Replies are used up in their order; when none is left, the server says so with a 500. A function in place of a reply is
called with the request, and returns one. It needs nothing but the standard library; clients need `actqa[openai]`.
"""

import json
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Request = dict[str, Any]
"""The JSON that a client posted."""

PIECE = 12
"""Characters of a piece of a stream."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server says to one request."""

    text: str = ""
    """What the model says."""
    status: int = 200
    """Of HTTP; from 400 on it is an error."""
    code: str = ""
    """Of an error, in its body: `insufficient_quota`."""
    message: str = "as scripted"
    """Of an error, in its body."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Beside the usual ones: `{"Retry-After": "1"}`."""
    seconds: float = 0.0
    """How long it takes before it says anything."""
    seconds_a_piece: float = 0.0
    """How long it takes before each piece of a stream."""
    last: threading.Event | None = None
    """Waited for before the last piece of what is said in a stream; None: nothing."""
    pieces: int | None = None
    """After how many pieces of a stream the connection is cut; None: never."""
    raw: bytes | None = None
    """Sent as the body in place of what would be well-formed."""
    finish: str = "stop"
    """Why it stopped: `length` where it was cut off."""


Scripted = Reply | Callable[[Request], Reply]


class ScriptedModel:
    """The server, running for as long as its block."""

    def __init__(self, name: str = "scripted") -> None:
        self.name = name
        """As which it is served. Under a name that LangChain knows (`gpt-4o`) it is asked for structured output."""
        self.requests: list[Request] = []
        self.headers: list[dict[str, str]] = []
        """Of the requests, names in lower case."""
        self._replies: deque[Scripted] = deque()
        self._guard = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.scripted = self
        self._over = threading.Event()

    @property
    def url(self) -> str:
        """What to set ACTQA_MODEL_URL to."""
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    @property
    def settings(self) -> dict[str, str]:
        """Arguments of `Settings` that make it the model."""
        return {"model": f"openai:{self.name}", "model_url": self.url}

    @property
    def asked(self) -> list[str]:
        """The messages of each request, joined: what the model was told."""
        return ["\n".join(_words(message) for message in request.get("messages", ())) for request in self.requests]

    def reply(self, *replies: Scripted) -> None:
        """Adds replies to those not yet used up."""
        self._replies.extend(replies)

    def say(self, *texts: str) -> None:
        """Adds replies in which the model says the texts, one to a reply."""
        self._replies.extend(Reply(text) for text in texts)

    def state(self, *statements: tuple[str, Sequence[str]]) -> None:
        """Adds a reply of statements, each with the keys it cites, as structured output has them."""
        listed = [{"text": text, "keys": list(keys), "formula": None} for text, keys in statements]
        self.say(json.dumps({"statements": listed}))

    def forget(self) -> None:
        """Drops the replies that are left, and what was asked."""
        self._replies.clear()
        self.requests.clear()
        self.headers.clear()

    @property
    def left(self) -> int:
        """How many replies are not used up."""
        return len(self._replies)

    def wait(self, seconds: float) -> None:
        """As long as that, or until the server ends."""
        self._over.wait(seconds)

    def wait_for(self, event: threading.Event) -> None:
        """Until it is set, or the server ends."""
        while not (event.wait(0.05) or self._over.is_set()):
            pass

    def take(self, request: Request, headers: Mapping[str, str]) -> Reply:
        """The reply to a request, which is recorded."""
        with self._guard:
            self.requests.append(request)
            self.headers.append({name.lower(): value for name, value in headers.items()})
            scripted = self._replies.popleft() if self._replies else Reply(status=500, message="no reply is left")
        return scripted(request) if callable(scripted) else scripted

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()


def keys_in(asked: str, quoted: str) -> list[str]:
    """Keys of the passages and facts, in what a model was asked, that hold the quoted words: what it should cite."""
    found = re.findall(r"^--- (\w+) ([PF]\d+)\n(.*?)\n--- \1 end of \2$", asked, re.MULTILINE | re.DOTALL)
    return [key for _, key, text in found if quoted in text]


def _words(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    if isinstance(content, list):
        return "".join(part.get("text", "") for part in content if isinstance(part, dict))
    return str(content or "")


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    scripted: ScriptedModel

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves is none."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"  # whose chunks let a client tell a stream that is cut from one that ends

    @property
    def _model(self) -> ScriptedModel:
        server = self.server
        assert isinstance(server, _Server)  # noqa: S101 - no other makes it
        return server.scripted

    def do_POST(self) -> None:
        """A completion, asked for by any path."""
        length = int(self.headers.get("Content-Length") or 0)
        request: Request = json.loads(self.rfile.read(length) or b"{}")
        reply = self._model.take(request, dict(self.headers))
        self._model.wait(reply.seconds)
        try:
            self._answer(request, reply)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # whoever asked has left

    def _answer(self, request: Request, reply: Reply) -> None:
        if reply.raw is not None:
            kind = "text/event-stream" if request.get("stream") else "application/json"
            self._send(reply, reply.raw, kind)
        elif reply.status >= 400:
            error = {"message": reply.message, "type": "scripted", "code": reply.code or None}
            self._send(reply, json.dumps({"error": error}).encode())
        elif request.get("stream"):
            self._stream(reply)
        else:
            self._send(reply, json.dumps(_whole(self._model.name, reply)).encode())

    def _stream(self, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for number, data in enumerate(_chunks(self._model.name, reply)):
            if number == reply.pieces:
                self.close_connection = True
                return
            self._model.wait(reply.seconds_a_piece)
            if reply.last and number == -(-len(reply.text) // PIECE):
                self._model.wait_for(reply.last)
            self._chunk(f"data: {data}\n\n".encode())
        self._chunk(b"")

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
        self.wfile.flush()

    def _send(self, reply: Reply, body: bytes, kind: str = "application/json") -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: what was asked is in `requests`."""


def _whole(name: str, reply: Reply) -> dict[str, Any]:
    message = {"role": "assistant", "content": reply.text}
    return {
        "id": "scripted",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": name,
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish}],
        "usage": _usage(reply.text),
    }


def _chunks(name: str, reply: Reply) -> Iterator[str]:
    """The data of a stream's events."""
    head = {"id": "scripted", "object": "chat.completion.chunk", "created": int(time.time()), "model": name}

    def chunk(delta: dict[str, str], finish: str | None = None) -> str:
        return json.dumps({**head, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    yield chunk({"role": "assistant", "content": ""})
    for at in range(0, len(reply.text), PIECE):
        yield chunk({"content": reply.text[at : at + PIECE]})
    yield chunk({}, reply.finish)
    yield json.dumps({**head, "choices": [], "usage": _usage(reply.text)})
    yield "[DONE]"


def _usage(text: str) -> dict[str, int]:
    count = len(text) // 4
    return {"prompt_tokens": count, "completion_tokens": count, "total_tokens": 2 * count}
