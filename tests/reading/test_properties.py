"""What holds for every text, however mangled."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from actqa.errors import ReadingError
from actqa.reading import Report, read_report

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "- ",
        "-\n",
        "• ",
        "| ",
        "|",
        "a",
        "Word ",
        "The market grew. ",
        "10.5% ",
        "<p>",
        "</p>",
        "<ul>",
        "<li>",
        "</ul>",
        "<table>",
        "<tr>",
        "<td>",
        "<th>",
        "</td>",
        "</tr>",
        "</table>",
        "<h2>",
        "</h2>",
        "<br>",
        "&amp;",
        "&nbsp;",
        "😀",
        "é",
        "1. ",
        "1.1 ",
        "# ",
        "**",
        "---",
        "===",
        "|---|---|",
        "\t",
        "By Type;",
        "Market",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "\r\n",
        "Inc. ",
        "U.S. ",
        "\u2028",
        "\x0b",
        "\xa0",
        "x" * 60 + " ",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=50).map("".join), st.text(max_size=200))


def read(text: str) -> Report | None:
    try:
        return read_report(text.encode("utf-8", "replace"), id="r", name="r.md")
    except ReadingError:
        return None


@settings(max_examples=400)
@example("<tr>stray<td>cell</table>after")
@example("<!-- never closed <b>bold</b>")
@given(TEXTS)
def test_blocks_hold_all_but_white_space_once_and_in_order(text):
    report = read(text)
    if report is None:
        return
    held = [c for block in report.blocks for c in range(*block.span)]
    assert held == sorted(set(held))
    assert all(c.isspace() for at, c in enumerate(report.text) if at not in set(held))
    for block in report.blocks:
        assert block.span.holds(block.content)
        assert block.content.start < block.content.end
        assert all(block.span.holds(cell) for cell in block.cells)


@settings(max_examples=200)
@given(TEXTS)
def test_sentences_hold_their_block_and_sections_nest(text):
    report = read(text)
    if report is None:
        return
    for block in report.blocks:
        if block.kind != "row":
            said = "".join(s.of(report.text) for s in block.sentences)
            assert "".join(said.split()) == "".join(block.content.of(report.text).split())
    for at, section in enumerate(report.sections):
        if section.parent is not None:
            parent = report.sections[section.parent]
            assert section.parent < at
            assert parent.level < section.level
            assert parent.span.holds(section.span)


@pytest.mark.parametrize(
    "piece",
    ["<", "<p ", "<!--", "**", "a.", "|", "- ", "<script>", "&", "[", "(", "Aa bb\n", "<td>", "<ul>", "1.", "By A"],
)
def test_no_text_takes_time_without_end(piece):
    started = time.perf_counter()
    read(piece * (60_000 // len(piece)))
    assert time.perf_counter() - started < 30
