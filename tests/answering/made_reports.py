"""Random reports for the tests of the gate: sentences and tables that write figures in many ways."""

from dataclasses import dataclass

from hypothesis import strategies as st

from actqa.answering.draft import Draft
from actqa.facts.said import Said, said
from actqa.figures import Figure
from actqa.reading import Report, read_report

NAMES = ("Tea", "Coffee", "Cocoa", "Juice", "Water", "Milk", "Cider", "Syrup")
MONEY = ("USD {} million", "US$ {} Mn", "${} billion", "€{} bn", "EUR {} million", "INR {} crore", "{} million euros")
SENTENCES = (
    "{name} was worth {money} in {year}.",
    "In {year}, {name} reached {money}.",
    "{name} came to {money} in {year} &amp; is set to grow.",
    "**{name}** sold {number} million units in {year}.",
    "In {year}, {name} held {percent}% of the market.",
    "{name}: {percent} percent in {year}.",
)
TABLES = (
    "| Year | {name} (USD Million) |\n|---|---|\n| {year} | {number} |\n| {later} | {other} |",
    "| Region | {year} | {later} |\n|---|---|---|\n| {name} | USD {number} bn | USD {other} bn |",
    "Share by kind, {year}\n\n| Kind | Share |\n|---|---|\n| {name} | {percent}% |",
)


@dataclass(frozen=True)
class Made:
    """A report, and what can be quoted of it."""

    report: Report
    quotes: tuple[Draft, ...]
    """True ones, each of a sentence or row with all of its figures."""


def quoted(line: Said) -> Draft:
    """What a line says, with its figures; of a row its cells."""
    text = ": ".join(filter(None, line.cells)) if line.kind == "row" else line.text
    return Draft(text, (line.span,), telling(line.figures))


def telling(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    return tuple(f for f in figures if f.kind not in {"year", "period"})


@st.composite
def reports(draw: st.DrawFn) -> Made:
    """Every name, year and value comes but once, so that what is true of one place is of no other."""
    count = draw(st.integers(2, 5))
    names = draw(st.permutations(NAMES))[:count]
    years = draw(st.lists(st.integers(1990, 2049), min_size=2 * count, max_size=2 * count, unique=True))
    values = draw(
        st.lists(st.integers(11, 99_999), min_size=3 * count, max_size=3 * count, unique_by=lambda value: str(value))
    )
    parts = ["# Drinks Market"]
    for at, name in enumerate(names):
        number, other, tenths = values[3 * at : 3 * at + 3]
        template = draw(st.sampled_from((*SENTENCES, *TABLES)))
        money = draw(st.sampled_from(MONEY)).format(f"{number / 10:,.1f}")
        year, later = years[2 * at : 2 * at + 2]
        words = {"name": name, "money": money, "year": year, "later": later, "percent": f"{tenths % 997 / 10:.1f}"}
        parts.append(f"## {name}")
        parts.append(template.format(**words, number=f"{number / 10:,.1f}", other=f"{other / 10:,.1f}"))
    report = read_report("\n\n".join(parts).encode(), id="drinks", name="drinks.md")
    lines = [line for line in said(report) if not line.at.head and telling(line.figures)]
    return Made(report, tuple(quoted(line) for line in lines))
