"""What becomes of Word documents, workbooks, CSV files and presentations."""

import datetime

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm
from reading.formats.made import docx, pptx, xlsx

from actqa.errors import ReadingError
from actqa.reading.formats.canonical import Limits
from actqa.reading.formats.readers import READERS


def read(kind, data, **limits):
    return READERS[kind](data, f"r.{kind}", Limits(**limits))


def document(it):
    it.sections[0].header.paragraphs[0].text = "Confidential"
    it.add_heading("Tea Market", 0)
    it.add_heading("Market Size", 1)
    it.add_paragraph("The market reached USD 4.1 billion in 2024.")
    it.add_paragraph("Green tea", "List Bullet")
    it.add_paragraph("Black tea", "List Bullet")
    table = it.add_table(3, 3)
    for cell, text in zip(
        table._cells, ["Region", "2024", "2030", "Asia", "2.1", "3.4", "Europe", "1.0", "1.2"], strict=True
    ):
        cell.text = text
    it.add_paragraph("Source: own | estimates.")


def test_a_word_document_has_its_headings_lists_and_tables():
    assert read("docx", docx(document)).text == (
        "# Tea Market\n\n# Market Size\n\nThe market reached USD 4.1 billion in 2024.\n\n- Green tea\n- Black tea\n\n"
        "| Region | 2024 | 2030 |\n| --- | --- | --- |\n| Asia | 2.1 | 3.4 |\n| Europe | 1.0 | 1.2 |\n\n"
        "Source: own | estimates.\n"
    )


def test_merged_cells_of_a_word_table():
    def build(it):
        table = it.add_table(3, 3)
        table.cell(0, 1).merge(table.cell(0, 2)).text = "Value"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "Asia"
        for row, column, text in ((1, 1, "2.1"), (1, 2, "3.4"), (2, 1, "1.0"), (2, 2, "1.2")):
            table.cell(row, column).text = text

    assert read("docx", docx(build)).text == (
        "|  | Value | Value |\n| --- | --- | --- |\n| Asia | 2.1 | 3.4 |\n| Asia | 1.0 | 1.2 |\n"
    )


def test_a_sheet_is_a_section_and_its_rows_are_table_rows():
    data = xlsx(
        (
            "Forecast",
            [
                ["Tea market"],
                ["USD million"],
                ["Year", "Value", "Growth", "As of"],
                [2024, (4100.5, '"$"#,##0.00'), (0.105, "0.0%"), datetime.datetime(2024, 5, 1)],
                [2030, (1234567, "#,##0"), (0.2 + 0.1, "0%"), None],
                [],
                ["Region", None, "Share"],
                ["Asia", None, (0.45, "0%")],
            ],
        ),
        ("Empty", []),
        ("Notes", [["Own estimates."]]),
    )
    assert read("xlsx", data).text == (
        "## Forecast\n\nTea market\n\nUSD million\n\n"
        "| Year | Value | Growth | As of |\n| --- | --- | --- | --- |\n"
        "| 2024 | $4,100.5 | 10.5% | 2024-05-01 |\n| 2030 | 1,234,567 | 30% |  |\n\n"
        "| Region | Share |\n| --- | --- |\n| Asia | 45% |\n\n## Notes\n\nOwn estimates.\n"
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_file_is_a_table_whatever_parts_its_cells(sign):
    rows = [["Region", "Value, in USD"], ["Asia | Pacific", "2,100"], ["Europe", "900"]]
    data = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows).encode("utf-8-sig")
    assert read("csv", data).text == (
        "| Region | Value, in USD |\n| --- | --- |\n| Asia \\| Pacific | 2,100 |\n| Europe | 900 |\n"
    )


def deck(it):
    slide = it.slides.add_slide(it.slide_layouts[1])
    slide.shapes.title.text = "Tea Market"
    slide.placeholders[1].text = "Grows by 6.4%\nLed by Asia"
    slide.notes_slide.notes_text_frame.text = "Say this slowly."
    it.slides.add_slide(it.slide_layouts[6])
    slide = it.slides.add_slide(it.slide_layouts[5])
    slide.shapes.title.text = "Forecast"
    chart = CategoryChartData()
    chart.categories = ["2024", "2030"]
    chart.add_series("USD million", (4100.5, 5960))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(1), Cm(9), Cm(9), Cm(6), chart)
    table = slide.shapes.add_table(2, 2, Cm(1), Cm(4), Cm(9), Cm(2)).table
    for at, text in enumerate(["Region", "Share", "Asia", "45%"]):
        table.cell(at // 2, at % 2).text = text


def test_a_slide_is_a_page_with_its_table_chart_and_notes():
    found = read("pptx", pptx(deck))
    first = "## Tea Market\n\n- Grows by 6.4%\n- Led by Asia\n\nSay this slowly.\n\n"
    assert found.text == first + (
        "## Forecast\n\n| Region | Share |\n| --- | --- |\n| Asia | 45% |\n\n"
        "|  | USD million |\n| --- | --- |\n| 2024 | 4100.5 |\n| 2030 | 5960 |\n"
    )
    assert found.page_starts == (0, len(first) - 2, len(first))


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        ("docx", docx(document), "r.docx is a damaged Word document: open it in Word and save it again."),
        ("xlsx", xlsx(("A", [[1]])), "r.xlsx is a damaged workbook: open it in Excel and save it again."),
        ("pptx", pptx(deck), "r.pptx is a damaged presentation: open it in PowerPoint and save it again."),
    ],
)
def test_a_file_that_was_cut_short_is_named(kind, data, message):
    with pytest.raises(ReadingError) as caught:
        read(kind, data[: len(data) // 2])
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("kind", "data"), [("docx", docx(document)), ("xlsx", xlsx(("A", [["x" * 50]]))), ("pptx", pptx(deck))]
)
def test_more_text_than_is_read_of_one_file_is_refused(kind, data):
    with pytest.raises(ReadingError, match="holds too much text: at most 20 characters are read of one file"):
        read(kind, data, characters=20)
