"""Units and chunks: what is ranked, and what surrounds it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from actqa.errors import ReadingError
from actqa.index.units import CHUNK_CHARACTERS, Chunk, Unit, cut, embedded_texts
from actqa.reading import Block, Report, Section, Span, read_report

MARKED = ["# Overview", "## Size 😀", "Market Scope", "- tea", "  - green tea", "*", "1. one", "By Product;"]
TABULAR = ["| Year | Size |", "|---|---|", "| 2024 |"]
PLAIN = ["It grew by 5.1%. It may fall.", "x" * 700 + ".", "<b>USD&nbsp;5 million</b>", "", "\u00a0"]
LINES = st.sampled_from([*MARKED, *TABULAR, *PLAIN])
TEXTS = st.one_of(st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=25).map("\n".join), st.text(max_size=200))

TABLE = (
    "# Scope\n\nFigures below.\n\n| Attribute | Details |\n|---|---|\n| Base Year | 2024 |\n| Size &amp; Share | |\n"
)


def read(text: str) -> Report | None:
    try:
        return read_report(text.encode("utf-8", "ignore"), id="x", name="x.md")
    except ReadingError:
        return None


def check_cover(text: str, spans: list[Span]) -> None:
    """Disjoint, in order, and nothing but white space between them."""
    at = 0
    for span in spans:
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


@settings(max_examples=60)
@given(TEXTS)
def test_units_and_chunks_cover_every_text(text: str) -> None:
    if not (report := read(text)):
        return
    units, chunks = cut(report)

    check_cover(report.text, [unit.span for unit in units])
    check_cover(report.text, [chunk.span for chunk in chunks])
    assert [unit.number for unit in units] == list(range(len(units)))
    assert [chunk.number for chunk in chunks] == list(range(len(chunks)))
    assert all(unit.span.holds(unit.content) for unit in units)
    assert len(embedded_texts(report, units)) == len(units)


@settings(max_examples=60)
@given(TEXTS)
def test_a_chunk_holds_whole_units_of_one_section(text: str) -> None:
    if not (report := read(text)):
        return
    units, chunks = cut(report)

    assert [number for chunk in chunks for number in chunk.units] == list(range(len(units)))
    for chunk in chunks:
        members = [units[number] for number in chunk.units]
        assert {unit.section for unit in members} == {chunk.section}
        assert {unit.chunk for unit in members} == {chunk.number}
        assert chunk.span == Span(members[0].span.start, members[-1].span.end)


@settings(max_examples=60)
@given(TEXTS)
def test_a_chunk_is_long_only_where_a_unit_or_a_heading_forces_it(text: str) -> None:
    if not (report := read(text)):
        return
    units, chunks = cut(report)
    for chunk in chunks:
        body = [units[number] for number in chunk.units if units[number].kind != "heading"]
        if len(body) > 1:
            assert body[-1].span.end - body[0].span.start <= CHUNK_CHARACTERS


def paragraph(start: int, end: int, group: int, section: int = 0) -> Block:
    span = Span(start, end)
    return Block("paragraph", span, span, section, group, (span,))


def report_of(text: str, *blocks: Block, sections: int = 1) -> Report:
    whole = Span(0, len(text))
    return Report("x", "x", "x.md", text, "0" * 16, None, (Section("S", 1, whole, None),) * sections, blocks)


def test_a_heading_goes_with_the_first_chunk_of_its_section() -> None:
    heading = Block("heading", Span(0, 3), Span(2, 3), 0, 0, (Span(2, 3),))
    text = "# S" + "a" * 1300 + "b" * 10

    _, chunks = cut(report_of(text, heading, paragraph(3, 1303, 1), paragraph(1303, 1313, 2)))

    assert chunks == (Chunk(0, Span(0, 1303), 0, 0, 2), Chunk(1, Span(1303, 1313), 0, 2, 3))


def test_a_chunk_ends_with_its_section() -> None:
    _, chunks = cut(report_of("abcd", paragraph(0, 2, 0), paragraph(2, 4, 1, section=1), sections=2))

    assert chunks == (Chunk(0, Span(0, 2), 0, 0, 1), Chunk(1, Span(2, 4), 1, 1, 2))


def test_a_long_paragraph_is_cut_between_its_sentences() -> None:
    sentences = (Span(0, 700), Span(700, 1200), Span(1200, 1300))
    block = Block("paragraph", Span(0, 1300), Span(0, 1300), 0, 0, sentences)

    units, chunks = cut(report_of("x" * 1300, block))

    assert [unit.content for unit in units] == list(sentences)
    assert [chunk.span for chunk in chunks] == [Span(0, 1200), Span(1200, 1300)]


def test_an_item_gives_its_sentences_and_the_first_has_the_marker() -> None:
    block = Block("item", Span(0, 9), Span(2, 9), 0, 0, (Span(2, 5), Span(6, 9)))

    units, _ = cut(report_of("- Ab. Cd.", block))

    assert units == (
        Unit(0, Span(0, 5), Span(2, 5), "item", 0, 0, 0),
        Unit(1, Span(6, 9), Span(6, 9), "item", 0, 0, 0),
    )


def rows(text: str) -> list[str]:
    report = read_report(text.encode(), id="x", name="x.md")
    units, _ = cut(report)
    texts = embedded_texts(report, units)
    return [text for unit, text in zip(units, texts, strict=True) if unit.kind == "row"]


def test_a_row_is_embedded_with_its_section_and_column_heads() -> None:
    assert "Scope: Attribute: Base Year; Details: 2024" in rows(TABLE)


def test_an_empty_cell_has_no_head_and_entities_are_decoded() -> None:
    assert "Scope: Attribute: Size & Share" in rows(TABLE)


def test_a_sentence_is_embedded_as_it_reads() -> None:
    report = read_report(b"It <b>grew</b> to USD&nbsp;5&#160;million.\n", id="x", name="x.md")

    assert embedded_texts(report, cut(report)[0]) == ("It grew to USD 5 million.",)
