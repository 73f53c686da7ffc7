"""What the user types, line by line: with editing and history on a terminal, plain from a pipe."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence


def on_terminal() -> bool:
    """Whether somebody types and reads."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def read_lines(prompt: Callable[[], str], words: Sequence[str]) -> Iterator[str]:
    """Lines until the end, without white space around them, empty ones left out; the tab key completes the words."""
    if isinstance(sys.stdin, io.TextIOWrapper):  # bytes that are no text are no reason to fail
        sys.stdin.reconfigure(errors="replace")
    if on_terminal():
        _edit(words)
        lines = iter(lambda: _typed(prompt()), None)
    else:
        lines = iter(sys.stdin.readline if sys.stdin else str, "")
    yield from filter(None, (line.strip() for line in lines if line is not None))


def _typed(prompt: str) -> str | None:
    try:
        return input(prompt)
    except EOFError:
        sys.stdout.write("\n")
        return None


def _edit(words: Sequence[str]) -> None:
    """Python's `input` edits lines, and goes back in them, once this module is loaded."""
    try:
        import readline
    except ImportError:  # on Windows the terminal itself does
        return

    def complete(begun: str, position: int) -> str | None:
        return next((word for word in [w for w in words if w.startswith(begun)][position:]), None)

    readline.set_completer(complete)
    readline.set_completer_delims(" ")
    readline.parse_and_bind("tab: complete")
