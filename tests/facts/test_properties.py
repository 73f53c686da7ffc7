"""What holds for every text: no exception, and no evidence that is not there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actqa.errors import ReadingError
from actqa.facts import ReportFacts, extract
from actqa.reading import read_report

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "- ",
        "| ",
        "|",
        "<b>",
        "</b>",
        "&nbsp;",
        "😀",
        "é",
        "\r\n",
        "; ",
        ", ",
        "(",
        ")",
        ": ",
        "Ceramic Tile Market",
        "The market ",
        "was valued at ",
        "USD 5.6 billion ",
        "in 2024 ",
        "to reach ",
        "by 2033 ",
        "CAGR of 24.5% ",
        "from 2026 to 2033",
        "Europe ",
        "holds 30% ",
        "of revenue ",
        "Key players ",
        "include ",
        "Acme Inc. ",
        "In May 2024, ",
        "acquired ",
        "By Type",
        "Type (A, B and C)",
        "Drivers:",
        "| Base Year | 2024 |\n",
        "respectively",
        "its ",
    ]
)


@settings(max_examples=300)
@given(st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=150)))
def test_evidence_is_exact_whatever_the_text(text):
    try:
        report = read_report(text.encode("utf-8", "replace"), id="r", name="r.md")
    except ReadingError:
        return
    found = extract(report)
    assert ReportFacts.checked(found.model_dump(), report.text) == found


def test_a_row_without_its_place_cannot_be_built():
    with pytest.raises(ValueError, match="does not stand at 0:3"):
        ReportFacts.checked(
            {
                "report": {"id": "r", "title": "R"},
                "shares": [{"subject": "A", "percent": 5, "evidence": [{"start": 0, "end": 3, "quote": "abc"}]}],
            },
            "xyz",
        )
    with pytest.raises(ValueError, match="at least 1 item"):
        ReportFacts.checked(
            {"report": {"id": "r", "title": "R"}, "shares": [{"subject": "A", "percent": 5, "evidence": []}]}, ""
        )


@pytest.mark.parametrize(
    "piece", ["USD 5 ", "5% ", "in 2024 to ", "By A, ", "Acme Inc., ", "(A, B) ", "its 5%; ", "| 5% ", "- A\n"]
)
def test_no_text_takes_time_without_end(piece):
    started = time.perf_counter()
    extract(read_report((piece * (6_000 // len(piece))).encode(), id="r", name="r.md"))
    assert time.perf_counter() - started < 40
