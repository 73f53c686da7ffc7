"""Facts in the index: stored with the report, read without it, extracted again when other code extracts."""

from pathlib import Path

import pytest
from index.fakes import HashEncoder, build_now, contents, market, write

from actqa.errors import IndexDamaged
from actqa.facts import extract
from actqa.index import parsed
from actqa.index.build import is_stale
from actqa.index.folder import FolderHome
from actqa.index.library import Library
from actqa.index.manifest import load

REPORT = "# Tea market\n\n🍵 The tea market reaches USD 9 million by 2030, at a CAGR of 9.4% from 2024 to 2030.\n"


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """An index of one report."""
    build_now(tmp_path / "index", write(tmp_path / "corpus", tea=REPORT))
    return tmp_path / "index"


def file_of(index: Path) -> Path:
    (file,) = (index / "objects" / "facts").iterdir()
    return file


def test_the_facts_are_those_of_the_report(stored: Path) -> None:
    with Library(FolderHome(stored)) as library, library.snapshot() as snapshot:
        indexed = snapshot.report("tea")
        assert snapshot.facts("tea") == indexed.facts == extract(indexed.report)
        assert indexed.facts.report.title == "Tea market"


def test_the_facts_are_read_without_the_report(stored: Path) -> None:
    with Library(FolderHome(stored)) as library, library.snapshot() as snapshot:
        for file in (stored / "objects" / "reports").iterdir():
            file.unlink()
        assert snapshot.facts("tea").report.id == "tea"


def test_facts_garbled_at_their_size_are_told_and_mended(stored: Path, tmp_path: Path) -> None:
    data = file_of(stored).read_bytes()
    file_of(stored).write_bytes(data.replace(b"Tea", b"Pea"))

    with (
        Library(FolderHome(stored)) as library,
        library.snapshot() as snapshot,
        pytest.raises(IndexDamaged, match="actqa index"),
    ):
        snapshot.facts("tea")
    assert build_now(stored, tmp_path / "corpus").rebuilt == "the index was damaged"
    assert file_of(stored).read_bytes() == data


def test_a_quote_that_is_not_in_the_text_is_damage(stored: Path) -> None:
    (report,) = (stored / "objects" / "reports").iterdir()
    evidence = b'"evidence":{"base_year":[{"start":2,"end":5,"quote":"Pea","page":null}]}'
    facts = b'{"report":{"id":"tea","title":"Tea","base_year":2024,' + evidence + b"}}"

    with pytest.raises(IndexDamaged):
        parsed.load(report.read_bytes(), facts, id="tea")
    assert parsed.load(report.read_bytes(), facts.replace(b"Pea", b"Tea"), id="tea").facts.report.base_year == 2024


def test_other_code_for_facts_extracts_again_and_embeds_nothing(
    index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(index)
    old = {file.name for file in (index / "objects" / "facts").iterdir()}
    monkeypatch.setattr(parsed, "_FACTS_CODE", "other")
    encoder = HashEncoder()
    assert is_stale(home=FolderHome(index), corpus=corpus, encoder=encoder)

    result = build_now(index, corpus, encoder=encoder)

    assert result.rebuilt == "the way reports are read changed"
    assert encoder.encoded == []
    assert not {file.name for file in (index / "objects" / "facts").iterdir()} & old
    assert len(list((index / "objects" / "facts").iterdir())) == 3
    manifest = load(index / "generations" / (index / "CURRENT").read_text().strip() / "manifest.json")
    assert manifest.buried == 0
    assert contents(index) == before
    assert not is_stale(home=FolderHome(index), corpus=corpus, encoder=encoder)


def test_the_facts_of_what_is_gone_go(index: Path, corpus: Path) -> None:
    (corpus / "salt.md").unlink()
    write(corpus, tea=market("tea", 7))

    build_now(index, corpus)

    assert len(list((index / "objects" / "facts").iterdir())) == 2
