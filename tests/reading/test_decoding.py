import pytest

from actqa.errors import ReadingError
from actqa.reading.decoding import decode


def test_line_ends_become_newlines_and_nothing_else_changes():
    assert decode(b"a\r\nb\rc\n\xc2\xa0d  \n", "r.md") == "a\nb\nc\n\xa0d  \n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Größe 5 €".encode("utf-8-sig"), "Größe 5 €"),
        ("Größe 5 €".encode("utf-16"), "Größe 5 €"),
        ('<meta charset="iso-8859-1"><p>Größe'.encode("latin-1"), '<meta charset="iso-8859-1"><p>Größe'),
        ("# -*- coding: cp1252 -*-\nGröße €".encode("cp1252"), "# -*- coding: cp1252 -*-\nGröße €"),
        (
            "<?xml version='1.0' encoding='shift_jis'?>市場".encode("shift_jis"),
            "<?xml version='1.0' encoding='shift_jis'?>市場",
        ),
    ],
)
def test_a_declared_encoding_is_used(data, text):
    assert decode(data, "r.md") == text


def test_utf_8_wins_over_a_declaration_that_is_wrong():
    assert decode('<meta charset="latin-1">Größe'.encode(), "r.md") == '<meta charset="latin-1">Größe'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "r.md is empty: there is nothing to read in it."),
        (b" \n\t\n", "r.md is empty: there is nothing to read in it."),
        (
            b"Gr\xf6\xdfe",
            "r.md is not UTF-8 (byte 2) and declares no encoding that fits: save it as UTF-8 or declare its encoding.",
        ),
        (b"%PDF-1.7 \x00\x01", "r.md is a PDF under another name: save it as UTF-8 text (.md or .txt)."),
        (b"PK\x03\x04abc", "r.md is a ZIP or Office file under another name: save it as UTF-8 text (.md or .txt)."),
        (b"a\x00b", "r.md is not a text file: save it as UTF-8 text (.md or .txt)."),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, message):
    with pytest.raises(ReadingError) as caught:
        decode(data, "r.md")
    assert str(caught.value) == message
