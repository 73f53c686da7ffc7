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


def test_a_table_whose_first_cells_are_lost_but_for_what_opens_a_dimension_is_one():
    text = "# Kettle Market\n\nBy Volume | Below 1 l\n1-2 l\nAbove 2 l\nBy Use | Homes\nOffices\n\nKettles boil.\n"
    assert rows(text)[0] == [["By Volume", "Below 1 l"], ["1-2 l"], ["Above 2 l"], ["By Use", "Homes"], ["Offices"]]


def test_dimensions_with_their_series_on_one_line_are_no_such_table():
    assert rows("# Kettle Market\n\nBy Volume: small, large\nBy Use: homes, offices\n\nKettles boil.\n") == ([], [])


def test_columns_parted_by_single_spaces_are_told_by_the_years_of_their_heads():
    text = "# Kettle Market\n\nRegion 2024 2031 CAGR (2025-2031)\nNorth America 2,611 4,148 6.8%\nEurope 2,135 - n/a\n\nA.\n"
    assert rows(text) == (
        [
            ["Region", "2024", "2031", "CAGR (2025-2031)"],
            ["North America", "2,611", "4,148", "6.8%"],
            ["Europe", "2,135", "-", "n/a"],
        ],
        [("Region", "2024", "2031", "CAGR (2025-2031)")],
    )


def test_keys_of_a_scope_table_stand_apart_from_the_values_right_behind_them():
    text = "# Kettle Market\n\nStudy Period 2019-2031 CAGR 7.2%\nBase Year 2022\nLargest Market Asia\nWe deliver.\n"
    assert rows(text)[0] == [
        ["Study Period", "2019-2031"],
        ["CAGR", "7.2%"],
        ["Base Year", "2022"],
        ["Largest Market", "Asia"],
    ]


def test_two_such_keys_are_no_table():
    assert rows("# Kettle Market\n\nBase Year 2022\nLargest Market Asia\n\nKettles boil.\n") == ([], [])


def test_contents_set_in_columns_are_no_table_and_ranks_are():
    contents = "4      BY BLADE     40\n4.1    CARBON       41\n4.2    NYLON        43"
    assert rows(contents) == ([], [])
    ranks = "1      Paddlers     40\n2      Oarsmen      41\n3      Rowers       43"
    assert rows(ranks) == ([["1", "Paddlers", "40"], ["2", "Oarsmen", "41"], ["3", "Rowers", "43"]], [])
