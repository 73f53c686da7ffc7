"""Tables of which each cell has come to stand on a line of its own."""

from actqa.reading import read_report
from actqa.reading.tables import column_heads

RATES = """# Kettle Market

Growth by country

Country
CAGR (2025 to 2035)
France
4.6%
Peru
3.9%
Chad
n/a

The kettle market is growing.
"""


def rows(text):
    report = read_report(text.encode(), id="report", name="report.md")
    read = [[cell.of(report.text) for cell in b.cells] for b in report.blocks if b.kind == "row"]
    return read, list(column_heads(report).values())


def test_lines_that_go_from_name_to_figure_below_their_heads_are_rows():
    assert rows(RATES) == (
        [["Country", "CAGR (2025 to 2035)"], ["France", "4.6%"], ["Peru", "3.9%"], ["Chad", "n/a"]],
        [("Country", "CAGR (2025 to 2035)")],
    )


def test_three_columns_of_which_two_are_years():
    text = "# Kettle Market\n\nRegion\n2024\n2030\nAsia\n$5 mn\n$6 mn\nEurope\n$3 mn\n$4 mn\nAfrica\n$1 mn\n$2 mn\n"
    read, heads = rows(text)
    assert heads == [("Region", "2024", "2030")]
    assert read[1:] == [["Asia", "$5 mn", "$6 mn"], ["Europe", "$3 mn", "$4 mn"], ["Africa", "$1 mn", "$2 mn"]]


def test_figures_that_each_have_a_label_of_their_own_are_no_table():
    text = "# Kettle Market\n\nAt a glance\nMarket size 2024\n$5 mn\nMarket size 2030\n$7 mn\nCAGR\n5%\nLeader\nAsia\n"
    assert rows(text) == ([], [])


def test_three_lines_with_one_bar_each_are_rows():
    text = (
        "# Kettle Market\n\nAttribute | Description\nSize in 2024 | $5 mn\nLeader | Asia\n\nA line.\n\nHome | Kitchen\n"
    )
    assert rows(text)[0] == [["Attribute", "Description"], ["Size in 2024", "$5 mn"], ["Leader", "Asia"]]


def test_lines_with_semicolons_between_their_cells_are_rows():
    text = "# Kettle Market\n\nItem;2023;2028\nSize;3,120;4,180\nHomes;1,870;2,440\n\nOne; two; three.\n"
    assert rows(text)[0] == [["Item", "2023", "2028"], ["Size", "3,120", "4,180"], ["Homes", "1,870", "2,440"]]


def test_rows_of_one_cell_that_are_by_turns_key_and_value_are_put_together():
    text = "# Kettle Market\n\nAttribute |\nDetails |\nSize in 2024 |\n$5 mn |\nLeader |\nAsia |\n\nKettles boil.\n"
    assert rows(text)[0] == [["Attribute", "Details"], ["Size in 2024", "$5 mn"], ["Leader", "Asia"]]


def test_rows_of_one_cell_that_begin_with_a_figure_by_turns_stay_apart():
    text = "# Kettle Market\n\n2024 |\n$5 mn |\n$6 mn |\n2025 |\n$7 mn |\n$8 mn |\n\nKettles boil.\n"
    assert all(len(row) == 1 for row in rows(text)[0])
