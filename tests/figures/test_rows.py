import pytest

from actqa.figures import parse_row
from actqa.reading import read_report, shown


def figures(row, head=""):
    text = f"Scope\n{head}\n|---|---|---|\n{row}\n" if head else f"Scope\n| Publisher | Desk |\n{row}\n"
    report = read_report(text.encode(), id="r", name="r.md")
    rows = [b for b in report.blocks if b.kind == "row"]
    heads = [shown(text, c) for c in rows[0].cells] if head else []
    return [
        (f.text, f.unit, f.year) for f in parse_row(text, rows[-1].cells, heads) if f.kind not in {"year", "period"}
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Market Size (2031) | USD 29,723.68 Million |", ("USD 29,723.68 Million", "USD million", 2031)),
        ("| Report Pages | 344 |", ("344", "pages", None)),
        ("| Market Size 2023 | Million Units | 190.5 |", ("190.5", "million units", 2023)),
        ("| CAGR (%) | 10.5 |", ("10.5", "percent", None)),
        ("| Revenue (USD Million) | 41.2 |", ("41.2", "USD million", None)),
    ],
)
def test_a_number_takes_unit_and_year_from_the_cells_beside_it(row, expected):
    assert figures(row) == [expected]


def test_a_number_takes_its_year_from_the_column():
    assert figures("| Europe (USD Million) | 12.5 | 20.1 |", "| Region | 2024 | 2031 |") == [
        ("12.5", "USD million", 2024),
        ("20.1", "USD million", 2031),
    ]


def test_a_number_takes_its_fiscal_year_from_the_column():
    assert figures("| Europe (USD Million) | 12.5 | 20.1 |", "| Region | FY24 | FY31 |") == [
        ("12.5", "USD million", 2024),
        ("20.1", "USD million", 2031),
    ]


def test_a_number_without_a_unit_is_no_figure():
    assert figures("| Report ID | 68039 |") == []
