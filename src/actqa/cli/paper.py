"""What a conversation is printed on: standard output, in lines of the terminal's width."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.text import Text

from actqa.cli.show import plain
from actqa.cli.wrapping import wrap

NARROWEST = 20
"""Cells; where a terminal says it has fewer, lines are this long."""


def console(*, stderr: bool = False) -> Console:
    """Without any style where NO_COLOR is set (https://no-color.org), or where it is no terminal."""
    colours = None if os.environ.get("NO_COLOR") else "auto"
    return Console(
        stderr=stderr,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
        color_system=colours,  # type: ignore[arg-type]  # one of the names it knows
    )


class Paper:
    """Prints text, and nothing that a terminal would take for commands."""

    def write(self, text: str, *, style: str = "", first: str = "", rest: str = "", whole: Iterable[str] = ()) -> None:
        """The text, wrapped on a terminal; `first` stands before its first line, `rest` before every other one."""
        there = console()
        lines = [plain(text)]
        if there.is_terminal:
            width = max(NARROWEST, there.width) - max(len(first), len(rest))
            lines = wrap(plain(text), width, map(plain, whole))
        for number, line in enumerate(lines):
            there.print(Text.assemble(rest if number else first, (line, style)))

    def gap(self) -> None:
        """An empty line."""
        sys.stdout.write("\n")
        sys.stdout.flush()

    @contextmanager
    def waiting(self, what: str) -> Iterator[None]:
        """Says on a terminal what takes a while, and takes it back; nothing where `what` is empty."""
        there = console(stderr=True)
        if not (what and there.is_terminal):
            yield
            return
        with there.status(f"{what} …"):
            yield
