"""Another origin's pages, as an intranet has them: with styles, scripts and a policy of their own."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HEAD = '<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Intranet</title>'
RUDE = "/rude.css"
RUDE_STYLES = (
    "* { font-size: 40px !important; letter-spacing: 9px; } button, textarea, p, div { display: none; color: red; }"
    " actqa-chat { line-height: 3; text-transform: uppercase; color: red; }"
)


class Host(ThreadingHTTPServer):
    """Serves `pages` (path → HTML after the head), `policy` with each, and tokens at /token from `give_token`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages: dict[str, str] = {}
        self.policy = ""
        self.lang = "en"
        self.give_token: Callable[[], tuple[int, str]] = lambda: (404, "")
        self.tokens_asked = 0

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def reply_to(self, path: str) -> tuple[int, str, str]:
        if path == "/token":
            self.tokens_asked += 1
            return (*self.give_token(), "application/json")
        if path == RUDE:
            return 200, RUDE_STYLES, "text/css"
        if path in self.pages:
            return 200, HEAD.format(lang=self.lang) + self.pages[path], "text/html"
        return 204, "", "text/plain"


class Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        status, body, kind = self.server.reply_to(self.path)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def hosting() -> Iterator[Host]:
    """A host on a free port."""
    host = Host()
    thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        thread.join(10)
        host.server_close()
