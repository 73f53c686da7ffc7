"""What is printed: answers and results on standard output, one line for each thing gone wrong on standard error."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

    from actqa.answering.answer import Answer, Citation
    from actqa.index.build import BuildResult


def say(line: str) -> None:
    """A line on standard output, at once."""
    sys.stdout.write(plain(line) + "\n")
    sys.stdout.flush()


def warn(line: str) -> None:
    """A line on standard error."""
    sys.stderr.write(plain(line) + "\n")
    sys.stderr.flush()


def plain(text: str) -> str:
    """The text on one line, without what a terminal would take for commands."""
    return re.sub(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+", " ", text).strip()


def show_build(result: "BuildResult") -> None:
    """What a build did, and a warning for each file that could not be read."""
    for path, message in result.failed:
        warn(message if Path(path).name in message else f"{path}: {message}")
    if result.rebuilt:
        say(f"All was indexed anew: {result.rebuilt}.")
    say(
        f"{len(result.added)} added, {len(result.changed)} changed, {len(result.dropped)} dropped, "
        f"{len(result.unchanged)} unchanged in {result.seconds:.1f} s"
    )


def show_answer(answer: "Answer") -> None:
    """The answer, then its citations by number, with section and quote; without colours or line breaks in a pipe."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(Text(plain(answer.answer), style="bold"))
    for citation in answer.citations:
        console.print()
        console.print(_heading(citation))
        console.print(Text(f"    “{plain(citation.shown or citation.quote)}”"))


def _heading(citation: "Citation") -> "Text":
    from rich.text import Text

    where = " › ".join(citation.path or (citation.section,))
    page = f", page {citation.page}" if citation.page else ""
    return Text.assemble((f"[{citation.id}] ", "cyan"), (plain(f"{citation.report}: {where}{page}"), "dim"))


def show_json(answer: "Answer") -> None:
    """The answer as it goes over HTTP, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.buffer.write(answer.model_dump_json().encode() + b"\n")
    sys.stdout.buffer.flush()
