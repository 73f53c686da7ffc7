"""Made-up reports on the disk, and questions to them."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from actqa.bench.made_up import report

YEARS = range(2024, 2034)
PLACES = ("North America", "Europe", "Asia Pacific", "China", "India", "Germany", "Brazil", "Japan", "France")
ASKED = (
    "What was the market size in {place} in {year}?",
    "How fast will the market in {place} grow from {year} on?",
    "Which share did {place} have in {year}?",
    "Who are the key players in {place} as of {year}?",
    "Which companies were acquired in {year} in {place}?",
    "Why did demand rise in {place} in {year}?",
    "How is the market of {place} segmented by material in {year}?",
    "What do buyers in {place} look at first in {year}?",
)
"""Some of each kind, and many that the reports cannot answer."""


def write_corpus(folder: Path, reports: int, pages: int) -> list[Path]:
    """So many files of so many pages, each on a market of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(reports):
        file = folder / f"market-{number:04}.md"
        file.write_text(on_own_market(report(pages, seed=number), number), "utf-8")
        files.append(file)
    return files


def on_own_market(text: str, number: int) -> str:
    """The same with a number in the name of what it is about."""
    return text.replace("ndustrial widget", f"ndustrial widget {number}").replace(
        "ndustrial Widget", f"ndustrial Widget {number}"
    )


def questions() -> Iterator[str]:
    """No two alike; neighbours are of different kinds."""
    for place, year in product(PLACES, YEARS):
        for asked in ASKED:
            yield asked.format(place=place, year=year)
