"""What is printed: answers and results on standard output, one line for each thing gone wrong on standard error."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

    from actqa.answering.answer import Answer, Citation
    from actqa.facts import ReportFacts
    from actqa.facts.types import Evidence
    from actqa.index.build import BuildResult
    from actqa.reading import Report


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
    return re.sub(r"[\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069]+", " ", text).strip()


def unforeseen(error: Exception) -> str:
    """The line for an error that is none of actqa's own."""
    kind = type(error).__name__
    return f"Something went wrong that actqa did not foresee ({kind}: {error}): actqa --debug … shows where."


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


def show_withheld(answer: "Answer") -> None:
    """What failed the checks, and why; and what a model then got right."""
    if answer.withheld or answer.mended:
        say("")
    for it in answer.withheld:
        say(f"Withheld: “{it.text}”: {it.reason}.")
    for mended in answer.mended:
        say(f"Mended: “{mended.text}”: {mended.reason}. It became: “{mended.became}”")


def _heading(citation: "Citation") -> "Text":
    from rich.text import Text

    where = " › ".join(citation.path or (citation.section,))
    page = f", page {citation.page}" if citation.page else ""
    return Text.assemble((f"[{citation.id}] ", "cyan"), (plain(f"{citation.report}: {where}{page}"), "dim"))


def show_json(answer: "Answer") -> None:
    """The answer as it goes over HTTP, in UTF-8 whatever the terminal's encoding is."""
    show_data(answer.model_dump_json().encode() + b"\n")


def show_data(data: bytes) -> None:
    """UTF-8 text as it is; on a terminal without what that would take for commands."""
    if sys.stdout.isatty():
        data = re.sub(rb"[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]", b"", data)
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def show_check(facts: "ReportFacts", report: "Report") -> None:
    """Each finding as one sentence, then what is said where."""
    found = len(facts.conflicts)
    if not found:
        say(f"No contradictions were found in {report.id}.")
        return
    say(f"{found} finding{'' if found == 1 else 's'} in {report.id}:")
    for number, conflict in enumerate(facts.conflicts, 1):
        say("")
        say(f"{number}. {conflict.kind.capitalize()}: {conflict.summary}")
        for evidence in conflict.evidence:
            _show_evidence(evidence, report)


def _show_evidence(evidence: "Evidence", report: "Report") -> None:
    from actqa.reading import Span, shown

    quote = shown(report.text, Span(evidence.start, evidence.end))
    holding = [at for at, it in enumerate(report.sections) if it.span.start <= evidence.start < it.span.end]
    where = [" › ".join(report.path(holding[-1]))] if holding else []  # parents come before children
    where += [f"page {evidence.page}"] if evidence.page else []
    where += [f"characters {evidence.start:,}–{evidence.end:,}"]
    sys.stdout.write(f"    “{plain(quote)}”\n        {plain(', '.join(filter(None, where)))}\n")
