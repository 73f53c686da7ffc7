"""What becomes of a PDF: the order of its text, its tables, what runs through its pages, and where words stand."""

import pytest
from reading.formats.made import LOREM, Pdf, encrypted_pdf, prose, report_pdf, scanned_pdf, statement, turned

from actqa.errors import ReadingError
from actqa.reading.formats.canonical import Limits
from actqa.reading.formats.pdf.reader import read_pdf


def read(data, **limits):
    return read_pdf(data, "r.pdf", Limits(**limits))


def text_of(pdf):
    return read(pdf.next().data()).text


def test_lines_of_a_paragraph_are_one_and_headings_are_known_by_their_size():
    pdf = Pdf().text(60, 60, "Tea Market", 24).text(60, 110, "Market Overview", 15)
    pdf.flow(60, 140, LOREM, 470)
    assert text_of(pdf) == f"# Tea Market\n\n## Market Overview\n\n{LOREM.strip()}\n"


def test_bold_lines_over_text_are_headings():
    pdf = Pdf().text(60, 60, "Tea Market", 24).text(60, 140, "Key Trends", bold=True)
    pdf.flow(60, 160, LOREM, 470)
    assert "\n\n## Key Trends\n\n" in text_of(pdf)


def test_two_columns_are_read_one_after_the_other():
    pdf = Pdf().text(60, 50, "Cold Storage", 20)
    first, second = "Alpha " + LOREM * 2, "Omega " + LOREM * 2
    pdf.flow(60, 100, first, 220)
    pdf.flow(320, 100, second, 220)
    assert text_of(pdf) == f"# Cold Storage\n\n{first.strip()}\n\n{second.strip()}\n"


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page():
    pdf = Pdf()
    pdf.flow(60, 60, LOREM * 2 + "It will", 220)
    pdf.flow(320, 60, "grow until 2030. " + LOREM * 2 + "Prices may", 220)
    pdf.next().flow(60, 60, "fall in 2031. " + LOREM, 470)
    text = text_of(pdf)
    assert "It will grow until 2030." in text
    assert "Prices may fall in 2031." in text


def test_what_runs_through_the_pages_is_left_out():
    found = read(report_pdf(6))
    assert "Cold Storage Outlook" not in found.text
    assert "Page" not in found.text
    assert found.text.count("# Region") == 6


def test_running_feet_that_differ_by_chapter_are_known_by_their_page_numbers():
    pdf = Pdf()
    for page in range(6):
        pdf.flow(60, 60, f"Chapter text {page}. " + prose(page), 470)
        pdf.text(60, 810, f"{'Outlook' if page < 3 else 'Methods and sources'} {page + 12}").next()
    text = read(pdf.data()).text
    assert "Outlook" not in text
    assert "Methods" not in text
    assert text.count("Chapter text") == 6


def test_words_broken_at_line_ends_are_whole_and_compounds_keep_their_hyphen():
    pdf = Pdf()
    lines = [
        "Growth of the invest-",
        "ment was slow in the long-",
        "term view; one long plan, each term and the cost-",
        "benefit ratio fell. A cost-benefit study says so.",
    ]
    for at, line in enumerate(lines):
        pdf.text(60, 60 + 13 * at, line)
    assert text_of(pdf) == (
        "Growth of the investment was slow in the long-term view; one long plan, each term and the cost-benefit ratio "
        "fell. A cost-benefit study says so.\n"
    )


def test_bullets_are_items():
    pdf = Pdf().text(60, 60, "Drivers of the market are these:")
    for at, word in enumerate(("Urban farming", "Cheap light", "Water saved")):
        pdf.text(70, 80 + 14 * at, "\u2022").text(84, 80 + 14 * at, word)
    assert text_of(pdf).endswith("- Urban farming\n- Cheap light\n- Water saved\n")


def test_lines_that_end_early_stay_lines():
    pdf = Pdf().text(60, 60, "Key Players", 15)
    for at, name in enumerate(("Acme Cold Inc.", "Borealis Logistics", "Caspian Freezers")):
        pdf.text(60, 90 + 14 * at, name)
    pdf.flow(60, 180, LOREM, 470)
    assert "\n\nAcme Cold Inc.\nBorealis Logistics\nCaspian Freezers\n\n" in text_of(pdf)


def test_a_table_without_lines_has_its_heads_and_signs_with_their_figures():
    pdf = Pdf().text(370, 60, "Years ended June 30,")
    statement(pdf, 76, [("", "2024", "2023"), ("Revenue", "1,200", "1,100"), ("Cost of sales", "(700)", "(650)")])
    pdf.text(350, 90, "$").text(450, 90, "$")
    assert text_of(pdf) == (
        "| | Years ended June 30, 2024 | Years ended June 30, 2023 |\n| --- | --- | --- |\n"
        "| Revenue | $1,200 | $1,100 |\n| Cost of sales | (700) | (650) |\n"
    )


def test_dots_that_lead_to_a_figure_are_left_out():
    pdf = Pdf()
    statement(pdf, 76, [("Revenue .........", "1,200", "1,100"), ("Cost . . . . . . .", "(700)", "(650)")])
    assert text_of(pdf) == "| Revenue | 1,200 | 1,100 |\n| Cost | (700) | (650) |\n"


def test_a_table_between_lines_keeps_the_lines_of_a_cell_together():
    pdf = Pdf()
    xs, ys = (60, 160, 400), (60, 80, 110, 140)
    for x in xs:
        pdf.line(x, ys[0], x, ys[-1])
    for y in ys:
        pdf.line(xs[0], y, xs[-1], y)
    pdf.text(64, 74, "Attribute").text(164, 74, "Details")
    pdf.text(64, 94, "Market size").text(164, 93, "USD 4.1 billion in 2024,").text(164, 105, "USD 6.0 billion in 2030")
    pdf.text(64, 124, "Players").text(164, 124, "Acme | Borealis")
    assert text_of(pdf) == (
        "| Attribute | Details |\n| --- | --- |\n"
        "| Market size | USD 4.1 billion in 2024, USD 6.0 billion in 2030 |\n| Players | Acme \\| Borealis |\n"
    )


def test_a_table_goes_on_over_a_page_and_its_heads_stand_once():
    pdf = Pdf()
    pdf.flow(60, 60, LOREM, 470)
    heads = ("Region", "2024", "2030")
    statement(pdf, 700, [heads, ("Europe", "120", "190"), ("Asia", "150", "260")])
    pdf.next()
    statement(pdf, 60, [heads, ("Africa", "12", "31"), ("Oceania", "9", "14")])
    found = read(pdf.next().data())
    assert found.text.endswith(
        "| Region | 2024 | 2030 |\n| --- | --- | --- |\n| Europe | 120 | 190 |\n| Asia | 150 | 260 |\n"
        "| Africa | 12 | 31 |\n| Oceania | 9 | 14 |\n"
    )
    assert found.page_starts == (0, found.text.index("| Africa"))


def test_every_page_has_its_start_also_an_empty_one():
    found = read(Pdf().text(60, 60, "First page.").next().next().text(60, 60, "Third page.").next().data())
    assert found.page_starts == (0, 13, 13)
    assert found.text[13:] == "Third page.\n"


def test_each_word_knows_where_it_stands():
    found = read(Pdf().text(60, 100, "Alpha Beta", 20).next().data())
    alpha, beta = found.boxes
    assert [found.text[box.start : box.end] for box in found.boxes] == ["Alpha", "Beta"]
    assert (alpha.page, alpha.left, alpha.bottom) == (
        1,
        pytest.approx(60 / 595, abs=0.002),
        pytest.approx(0.124, abs=0.003),
    )
    assert alpha.right < beta.left < beta.right < 0.3
    assert beta.bottom - beta.top == pytest.approx(20 / 842, abs=0.001)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn):
    pdf = Pdf()
    pdf.flow(60, 100, "Alpha opens the line. " + LOREM, 300)
    found = read(turned(pdf.next().data(), turn))
    assert found.text == "Alpha opens the line. " + LOREM.strip() + "\n"
    alpha = found.boxes[0]
    across = alpha.right - alpha.left > alpha.bottom - alpha.top
    assert across == (turn == 180)
    assert 0 <= alpha.left < alpha.right <= 1
    assert 0 <= alpha.top < alpha.bottom <= 1


def test_what_looks_like_a_tag_is_kept():
    assert text_of(Pdf().text(60, 60, "Shares of <b and R&amp;D at Q&A")) == "Shares of &lt;b and R&amp;amp;D at Q&A\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (scanned_pdf(), "r.pdf is a scanned PDF, pictures without text: put a text layer in, e.g. `ocrmypdf in.pdf out.pdf`."),
        (Pdf().next().data(), "r.pdf is a PDF without text: there is nothing to read in it."),
        (encrypted_pdf(), "r.pdf is encrypted: save it without its password, e.g. `qpdf --decrypt --password=… in.pdf out.pdf`."),
        (b"%PDF-1.7 nothing of the kind", "r.pdf is a damaged PDF: download or export it again."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_in_one_line(data, message):
    with pytest.raises(ReadingError) as caught:
        read(data)
    assert str(caught.value) == message


def test_a_pdf_of_too_many_pages_is_refused():
    with pytest.raises(
        ReadingError, match=r"^r.pdf is too long: 3 pages, at most 2 are read \(ACTQA_MAX_REPORT_PAGES\)\.$"
    ):
        read(report_pdf(3), pages=2)
