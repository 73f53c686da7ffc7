from collections.abc import Callable

import pytest

from actqa.reading import Report, read_report, shown

Outline = Callable[[str], list[str]]


@pytest.fixture
def read() -> Callable[..., Report]:
    def read_text(text: str, name: str = "report.md") -> Report:
        return read_report(text.encode(), id="report", name=name)

    return read_text


@pytest.fixture
def outline(read: Callable[..., Report]) -> Outline:
    """A text's blocks in a line each: `2# heading`, `- item`, `  - nested`, `a | b` (heads in capitals), `paragraph`."""

    def lines(text: str) -> list[str]:
        report = read(text)
        return [_line(report, at) for at in range(len(report.blocks))]

    return lines


def _line(report: Report, at: int) -> str:
    block = report.blocks[at]
    words = shown(report.text, block.content)
    if block.kind == "heading":
        return f"{report.sections[block.section].level}# {words}"
    if block.kind == "item":
        return f"{'  ' * block.depth}- {words}"
    if block.kind == "row":
        row = " | ".join(shown(report.text, cell) for cell in block.cells)
        return row.upper() if block.head else row
    return words
