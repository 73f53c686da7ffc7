"""Facts as CSV, Markdown and workbooks, read back by others' readers."""

import csv
import io

import openpyxl
import pytest
from facts.stated import FACTS, FORMULA, SIZE, TEXT
from hypothesis import given
from hypothesis import strategies as st

from actqa.facts.export import KINDS, Table, part_of, table, to_csv, to_markdown, to_xlsx
from actqa.facts.export.cells import written
from actqa.facts.types import About, Evidence, ReportFacts

HERE = "http://127.0.0.1:8765/#report=tea"


def link(quote):
    start = TEXT.index(quote)
    return f"{HERE}&start={start}&end={start + len(quote)}"


def offsets(quote):
    return TEXT.index(quote), TEXT.index(quote) + len(quote)


def read_csv(kind, facts=FACTS):
    return list(csv.DictReader(io.StringIO(to_csv(table(facts, kind)), newline="")))


def read_xlsx(*kinds):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx([table(FACTS, kind) for kind in kinds])))


def test_a_forecast_is_a_row_with_its_first_quote_and_the_count_of_places():
    found = table(FACTS, "forecasts")
    assert found.header == (
        *("market", "unit", "start_year", "start_value", "end_year", "end_value", "cagr_percent"),
        *("period_start", "period_end", "implied_cagr_percent", "points"),
        *("quote", "page", "start", "end", "places", "link"),
    )
    assert found.rows[0] == (
        *("tea market", "USD million", 2024, 5.25, 2030, 9, 9.4, 2024, 2030, 9.4, "2024: 5.25; 2030: 9"),
        *(SIZE, 3, *offsets(SIZE), 2, link(SIZE)),
    )
    assert found.rows[1][:11] == ("=SUM(A1)", "USD million", None, -14776.33, *(None,) * 7)


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("report", [("id", "tea"), ("title", "Tea 🍵 market"), ("market", ""), ("study_period", "2024–2030")]),
        (
            "segments",
            [
                ("leaf", 1, "green", "green"),
                ("leaf", 2, "matcha", "green › matcha"),
                ("leaf", 1, "-black", "-black"),
            ],
        ),
        ("players", [("@Tea Ltd", "Japan", "Farms; Leaders")]),
        ("shares", [("Asia", 45, "over", None)]),
        ("developments", [("2024-02", "@Tea Ltd", "opened a farm")]),
        ("dynamics", [("drivers", "green")]),
        ("conflicts", [("market size", "The size in 2024 is given as 5.25 and -14776.33 USD million.")]),
    ],
)
def test_each_kind_has_its_columns(kind, rows):
    found = table(FACTS, kind)
    assert [row[:-6] for row in found.rows] == rows
    assert found.header[-6:] == ("quote", "page", "start", "end", "places", "link")


@pytest.mark.parametrize("kind", KINDS)
def test_every_quote_stands_at_its_place_and_its_link_leads_there(kind):
    for *_, quote, _page, start, end, _places, url in table(FACTS, kind).rows:
        if quote is not None:
            assert TEXT[start:end] == quote
            assert url == f"{HERE}&start={start}&end={end}"


def test_the_links_lead_to_the_server_that_is_named():
    (row,) = table(FACTS, "shares", "https://reports.example.com/tea").rows
    assert row[-1].startswith("https://reports.example.com/tea/#report=tea&start=")


def test_csv_is_read_back_whole():
    first, second = read_csv("forecasts")
    assert (first["quote"], first["start_value"], first["end_value"], first["places"]) == (SIZE, "5.25", "9", "2")
    assert (second["start_year"], second["link"]) == ("", link(FORMULA))
    assert to_csv(table(FACTS, "shares")).splitlines(keepends=True)[1].endswith("\r\n")


def test_no_text_in_csv_is_a_formula_and_negative_numbers_stay_numbers():
    assert read_csv("forecasts")[1]["market"] == "'=SUM(A1)"
    assert read_csv("forecasts")[1]["quote"] == f"'{FORMULA}"
    assert read_csv("forecasts")[1]["start_value"] == "-14776.33"
    assert read_csv("segments")[2]["name"] == "'-black"
    assert read_csv("players")[0]["name"] == "'@Tea Ltd"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", " =", "\n=", "\ufeff=", "＝"])
def test_whatever_begins_like_a_formula_is_text(begin):
    hostile = Table("players", ("name", "link"), ((f'{begin}HYPERLINK("http://example.com","x")', None),))
    assert list(csv.reader(io.StringIO(to_csv(hostile), newline="")))[1][0].startswith("'" + begin)
    (row,) = openpyxl.load_workbook(io.BytesIO(to_xlsx([hostile])))["players"].iter_rows(min_row=2, max_col=1)
    assert (row[0].data_type, row[0].quotePrefix) == ("s", True)


def test_a_workbook_has_a_sheet_per_kind_with_numbers_header_filter_and_links():
    book = read_xlsx(*KINDS)
    assert book.sheetnames == list(KINDS)
    sheet = book["forecasts"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:Q3")
    head = {cell.value: cell.column for cell in sheet[1]}
    value = sheet.cell(3, head["start_value"])
    assert (value.value, value.data_type) == (-14776.33, "n")
    assert sheet.cell(2, head["start_year"]).value == 2024
    assert sheet.cell(2, head["quote"]).value == SIZE
    assert sheet.cell(2, head["link"]).hyperlink.target == link(SIZE)
    assert (sheet.cell(3, 1).value, sheet.cell(3, 1).data_type) == ("=SUM(A1)", "s")
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.data_type not in "sn"] == []


def test_a_workbook_of_nothing_has_headers():
    nothing = ReportFacts(report=About(id="a", title="A"))
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([table(nothing, "players")])))
    assert [cell.value for cell in book["players"][1]][:3] == ["name", "note", "listed_in"]
    assert book["players"].max_row == 1


def test_what_xml_cannot_hold_is_replaced():
    odd = Table("players", ("name", "link"), (("#N/A", None), ("a\x00b\x1b\ufffec", None)))
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([odd])))["players"]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [("#N/A", "s"), ("a\ufffdb\ufffd\ufffdc", "s")]


def test_markdown_is_one_line_a_row_and_shows_text_as_it_is():
    lines = to_markdown([table(FACTS, "forecasts"), table(FACTS, "shares")]).splitlines()
    assert lines[0] == "## Forecasts"
    assert lines[2].startswith("| market | unit | start_year |")
    assert SIZE.replace("\n", " ").replace("|", "\\|") in lines[4]
    assert lines[4].endswith(f"| 3 | {offsets(SIZE)[0]} | {offsets(SIZE)[1]} | 2 | [open](<{link(SIZE)}>) |")
    assert lines[7] == "## Shares"
    assert len(lines) == 12


def test_markdown_says_where_there_is_nothing():
    assert to_markdown([table(ReportFacts(report=About(id="a", title="A")), "shares")]) == "## Shares\n\nNone found.\n"


def test_hostile_markdown_is_shown_not_obeyed():
    hostile = Table("players", ("name", "link"), (("[a](http://b) <img> `c` **d** \\| e", None),))
    assert r"\[a\](http://b) \<img\> \`c\` \*\*d\*\* \\\| e" in to_markdown([hostile])


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_exactly_and_plainly(value):
    assert float(written(value)) == value
    assert set(written(value)) <= set("-.0123456789")


@given(st.text(min_size=1, max_size=30))
def test_any_quote_comes_back_from_csv(quote):
    seen = Evidence(start=0, end=len(quote), quote=quote)
    facts = ReportFacts(report=About(id="a", title="A", pages=1, evidence={"pages": (seen,)}))
    (row,) = [row for row in read_csv("report", facts) if row["field"] == "pages"]
    assert row["quote"].removeprefix("'") == quote.removeprefix("'")


def test_a_part_of_the_facts_is_the_same_object():
    assert part_of(FACTS, "all") is FACTS
    assert part_of(FACTS, "segments") is FACTS.segmentations
    assert part_of(FACTS, "conflicts") is FACTS.conflicts
