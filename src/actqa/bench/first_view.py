"""How long the page takes from its address to being usable, beside a bare page of the same size in the same run."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from actqa.bench.page import put_section, table

PAGE = Path("docs/performance.md")
HEADING = "The page"
READY = "actqa-ready"
"""The mark that the page sets once reports are listed and the question box takes text."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-background-networking", "--disable-component-update")

SINCE_NAVIGATION = """async (name) => {
  while (performance.getEntriesByName(name).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.getEntriesByName(name)[0].startTime;
}"""
SIZES = """(name) => {
  const [{ startTime: ready }] = performance.getEntriesByName(name);
  const came = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= ready);
  return came.map(({ encodedBodySize }) => encodedBodySize);
}"""

BARE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title>
<script src="bare.js" defer></script></head><body><p>bare</p></body></html>
"""


def first_view(
    runs: Annotated[int, typer.Option(help="Times that each page is opened.")] = 7,
    write: Annotated[bool, typer.Option("--write", help=f"Put the result into {PAGE}.")] = False,
) -> None:
    """From navigation to usable: with nothing kept, and opened again; ACTQA_CHROMIUM names the browser."""
    with serving() as url, chromium() as browser:
        in_turn(browser, [url], 1)  # the server's first request, and the browser's
        size = bytes_of(browser, url)
        with bare_page(size) as plain:
            rows = {
                "with nothing kept": in_turn(browser, (url, plain), runs),
                "opened again": in_turn(browser, (url, plain), runs, again=True),
            }
    said = report(rows, size)
    typer.echo(said)
    if write:
        put_section(PAGE, HEADING, said)


def report(rows: Mapping[str, list[list[float]]], size: int) -> str:
    """The medians as a table, milliseconds."""
    lines = [
        (name, f"{median(ours):.0f}", f"{median(bare):.0f}", f"{median(ours) / median(bare):.1f}")
        for name, (ours, bare) in rows.items()
    ]
    head = ("from the address to usable", "page, ms", "bare page, ms", "ratio")
    return (
        f"Before the page can be used it has taken in {size / 1000:.0f} KB. The bare page is one script of that size "
        f"that does nothing, from a server that does nothing else; both are opened in turn by the same browser on the "
        f"same machine.\n\n{table(head, lines)}"
    )


def in_turn(browser: Any, urls: Sequence[str], runs: int, again: bool = False) -> list[list[float]]:
    """Milliseconds of each opening of each page, one after the other; `again`: by a browser that was there before."""
    times: list[list[float]] = [[] for _ in urls]
    for _ in range(runs):
        for url, taken in zip(urls, times, strict=True):
            context = browser.new_context()
            if again:
                time_of(context, url)
            taken.append(time_of(context, url))
            context.close()
    return times


def time_of(context: Any, url: str) -> float:
    """Milliseconds from navigation to the mark."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    taken = page.evaluate(SINCE_NAVIGATION, READY)
    page.close()
    return float(taken)


def bytes_of(browser: Any, url: str) -> int:
    """What has come, as it is sent, by the time the page can be used."""
    page = browser.new_page()
    page.goto(url, wait_until="commit")
    page.evaluate(SINCE_NAVIGATION, READY)
    size = sum(page.evaluate(SIZES, READY))
    page.close()
    return int(size)


@contextmanager
def chromium() -> Iterator[Any]:
    """A headless browser of the system's."""
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("ACTQA_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        raise typer.BadParameter("Install chromium, or name one in ACTQA_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(ARGUMENTS))
        yield browser
        browser.close()


@contextmanager
def serving() -> Iterator[str]:
    """`actqa serve` with the settings of the environment, at a free port."""
    command = [sys.executable, "-m", "actqa", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - this program itself
        try:
            lines = (line.partition(" at ")[2].split() for line in server.stdout or ())
            yield next(f"{words[0]}/" for words in lines if words)
        finally:
            server.terminate()


@contextmanager
def bare_page(size: int) -> Iterator[str]:
    """A page and one script of the size, from a server that does nothing else."""
    with TemporaryDirectory() as folder:
        Path(folder, "index.html").write_text(BARE)
        Path(folder, "bare.js").write_text(f"/*{'x' * size}*/performance.mark('{READY}');")
        handler: Callable[..., SimpleHTTPRequestHandler] = partial(Silent, directory=folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class Silent(SimpleHTTPRequestHandler):
    """Without a line for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""
