"""A Markdown page in which each benchmark owns one section."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

TITLE = """# Performance

What `python -m actqa.bench` measured; each section is written by its benchmark's `--write`.
"""


def put_section(page: Path, heading: str, body: str) -> None:
    """Writes `## heading` with the body, in place of the section of that name, else at the end of the page."""
    before = page.read_text("utf-8") if page.exists() else TITLE
    section = f"## {heading}\n\n{body.strip()}\n"
    old = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    if not old.search(before):
        before = f"{before.rstrip()}\n\n## {heading}\n"
    after = old.sub(lambda _: section + "\n", before)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(after.rstrip() + "\n", "utf-8")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; columns after the first are set to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)
