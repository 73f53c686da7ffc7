"""Whole reports in styles of other trades: press releases, pages of HTML, bulletins, letters, decks, lists of bare lines."""

from pathlib import Path

REPORTS = Path(__file__).with_name("reports")


def text(style: str) -> str:
    """The report in that style."""
    return next(path for path in REPORTS.iterdir() if path.stem == style and path.suffix != ".json").read_text("utf-8")
