"""Short lines under each other: a list, whatever each of its lines was taken for."""

from collections.abc import Iterator

from actqa.reading import Report


def run_on(report: Report, at: int, most: int = 200) -> Iterator[int]:
    """Positions of the blocks that follow the block at `at` line by line, without an empty line between."""
    for after in range(at + 1, min(at + 1 + most, len(report.blocks))):
        between = report.text[report.blocks[after - 1].span.end : report.blocks[after].span.start]
        if between.count("\n") != 1 or report.blocks[after].kind == "row":
            return
        yield after
