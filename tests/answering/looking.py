"""A report, and the gate before it."""

from collections.abc import Callable

from actqa.answering.draft import Draft
from actqa.answering.verify import check
from actqa.facts.said import said
from actqa.reading import read_report


def looking_at(text: str, *, id: str, name: str) -> Callable[..., str]:
    """`stopped(statement, *words)`: why a statement that cites the lines with these words is stopped; empty where it
    passes."""
    report = read_report(text.encode(), id=id, name=name)
    lines = [line for line in said(report) if line.kind != "heading"]

    def stopped(statement: str, *words: str) -> str:
        places = tuple(line.span for line in lines if any(word in line.text for word in words))
        failure = check(report, Draft(statement, places))
        return failure.reason if failure else ""

    return stopped
