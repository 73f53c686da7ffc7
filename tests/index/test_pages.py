"""Reports whose files have pages: what the index keeps of them, and that a bad file harms no other."""

from pathlib import Path

from index.fakes import build_now, market
from reading.formats.made import encrypted_pdf, report_pdf

from actqa.index.folder import FolderHome
from actqa.index.library import Library


def test_a_pdf_is_indexed_with_its_pages_and_a_bad_one_only_named(tmp_path: Path):
    corpus, index = tmp_path / "mixed", tmp_path / "own"
    corpus.mkdir()
    (corpus / "cold.pdf").write_bytes(report_pdf(3))
    (corpus / "hidden.pdf").write_bytes(encrypted_pdf())
    (corpus / "cut.docx").write_bytes(b"PK\x03\x04 cut")
    (corpus / "tea.md").write_text(market("tea"))
    result = build_now(index, corpus)
    assert result.added == ("cold", "tea")
    assert [path for path, _ in result.failed] == ["cut.docx", "hidden.pdf"]
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        assert snapshot.card("cold").pages == 3
        report = snapshot.report("cold").report
        places = {e.quote: e.page for forecast in snapshot.facts("cold").forecasts for e in forecast.evidence}
    assert report.page_starts[1:] == (report.text.index("## Region 2"), report.text.index("## Region 3"))
    assert places == {f"The market in region {n} reached USD {100 + n} million in 2024.": n for n in (1, 2, 3)}
