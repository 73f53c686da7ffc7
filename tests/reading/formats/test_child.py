"""Files are read in a process of their own: by content, within limits, and a bad one is one line of text."""

import pytest
from reading.formats.made import Pdf, bomb, docx, report_pdf

from actqa.errors import ReadingError
from actqa.reading import Limits, Span, read_placed, read_report
from actqa.reading.formats.kinds import kind_of


def test_a_report_knows_its_pages_and_the_places_of_its_words():
    found = read_placed(report_pdf(3), id="cold", name="cold.md")
    report = found.report
    assert (report.title, report.pages, len(report.page_starts)) == ("Cold Storage Market Report", 3, 3)
    for page in (1, 2, 3):
        at = report.text.index(f"USD {100 + page} million")
        assert report.page_of(Span(at, at + 15)) == page
    assert all(report.text[box.start : box.end].strip() for box in found.boxes)


def test_a_text_file_has_no_pages():
    report = read_report(b"# Tea\n\nIt grows.", id="tea", name="tea.md")
    assert (report.pages, report.page_of(Span(0, 1))) == (None, None)


def test_a_file_that_takes_too_much_memory_is_given_up():
    with pytest.raises(
        ReadingError,
        match=r"^r.csv takes more than 256 MB of memory to read: split it, or raise ACTQA_READ_MEGABYTES\.$",
    ):
        read_report(b"a," * 10_000_000, id="r", name="r.csv", limits=Limits(megabytes=256))


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr("actqa.reading.formats.child.GRACE", 0)
    with pytest.raises(
        ReadingError, match=r"^r.pdf takes more than 0.01 seconds to read: split it, or raise ACTQA_READ_SECONDS\.$"
    ):
        read_report(report_pdf(3), id="r", name="r.pdf", limits=Limits(seconds=0.01))


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("r.docx", bomb(), "r.docx would unpack to 286 MB, which no report needs: it is not read."),
        ("r.docx", docx(lambda it: None)[:300], "r.docx is a damaged or cut Office file: export or download it again."),
        ("r.pdf", b"just text", "r.pdf is not what its name says, or is cut short: export or download it again."),
        ("r.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "r.xlsx is an Office file with a password or of an old kind: save it as .docx, .xlsx or .pptx without one."),
        ("r.odt", b"text", "r.odt is of a kind that is not read: give it as .md, .txt, .pdf, .docx, .html, .htm, .xlsx, .csv or .pptx."),
    ],
)  # fmt: skip
def test_what_is_no_report_is_named_before_it_is_opened(name, data, message):
    with pytest.raises(ReadingError) as caught:
        kind_of(data, name)
    assert str(caught.value) == message


def test_what_a_file_is_is_told_by_its_content():
    assert kind_of(Pdf().next().data(), "r.docx") == "pdf"
    assert kind_of(docx(lambda it: None), "r.pdf") == "docx"
    assert kind_of(b" <!DOCTYPE html><html>", "r.pdf") == "html"
    assert kind_of(b"<!DOCTYPE html><html>", "r.md") == "text"


@pytest.mark.parametrize("seed", range(4))
def test_a_pdf_with_flipped_bits_is_read_or_refused_in_one_line(seed):
    data = bytearray(report_pdf(2))
    for at in range(seed + 40, len(data), 211):
        data[at] ^= 1 << (seed + at) % 8
    told = ""
    try:
        text = read_report(bytes(data), id="r", name="r.pdf").text
    except ReadingError as error:
        told, text = str(error), ""
    assert text.strip() or told.startswith("r.pdf ")
    assert "\n" not in told
