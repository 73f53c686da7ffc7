"""What a build takes in, keeps and drops, and what it makes again."""

import os
import shutil
from pathlib import Path

import pytest
from index.fakes import HashEncoder, build_now, contents, files_below, generations, market, write

from actqa.errors import CorpusError, EncoderError, IndexUnwritable
from actqa.index import parsed
from actqa.index.build import BuildStep, is_stale
from actqa.index.folder import FolderHome
from actqa.index.library import Library
from actqa.index.manifest import load

TEA = ["Market of tea", "The tea market reached USD 5 million in 2024."]


def stale(index: Path, corpus: Path, encoder: HashEncoder | None = None) -> bool:
    return is_stale(home=FolderHome(index), corpus=corpus, encoder=encoder or HashEncoder())


def snapshot_of(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in files_below(folder)}


def test_a_first_build_takes_in_the_corpus(tmp_path: Path, corpus: Path) -> None:
    result = build_now(tmp_path / "index", corpus)

    assert (result.added, result.changed, result.dropped, result.unchanged) == (("iron", "salt", "tea"), (), (), ())
    assert (result.failed, result.rebuilt, result.units) == ((), None, 6)
    assert contents(tmp_path / "index")["tea"] == TEA


def test_only_what_is_new_is_embedded(index: Path, corpus: Path) -> None:
    (corpus / "salt.md").unlink()
    write(corpus, iron=market("iron", 7), zinc=market("zinc"))
    encoder = HashEncoder()

    result = build_now(index, corpus, encoder=encoder)

    assert (result.added, result.changed, result.dropped) == (("zinc",), ("iron",), ("salt",))
    assert (result.unchanged, result.rebuilt, result.units) == (("tea",), None, 6)
    assert encoder.encoded == [
        "The iron market reached USD 7 million in 2024.",
        "Market of zinc",
        "The zinc market reached USD 5 million in 2024.",
    ]
    assert contents(index)["iron"][1] == encoder.encoded[0]
    assert list(contents(index)) == ["iron", "tea", "zinc"]


def test_nothing_changed_makes_no_generation(index: Path, corpus: Path) -> None:
    before = snapshot_of(index)
    os.utime(corpus / "tea.md", (1, 1))

    result = build_now(index, corpus)

    assert result.unchanged == ("iron", "salt", "tea")
    assert snapshot_of(index) == before
    assert not stale(index, corpus)


def test_a_change_that_keeps_size_and_time_of_a_fresh_file_is_seen(index: Path, corpus: Path) -> None:
    time = (corpus / "tea.md").stat().st_mtime_ns
    write(corpus, tea=market("tea", 6))
    os.utime(corpus / "tea.md", ns=(time, time))

    assert stale(index, corpus)
    assert build_now(index, corpus).changed == ("tea",)


def test_steps_are_told(tmp_path: Path, corpus: Path) -> None:
    steps: list[BuildStep] = []

    build_now(tmp_path / "index", corpus, progress=steps.append)

    assert [step for step in steps if step.stage == "reading"] == [BuildStep("reading", n, 3) for n in (1, 2, 3)]
    assert BuildStep("embedding", 6, 6) in steps
    assert BuildStep("storing", 6, 6) in steps


def test_equal_files_are_two_reports(index: Path, corpus: Path) -> None:
    shutil.copy(corpus / "tea.md", corpus / "copy.md")

    assert build_now(index, corpus).added == ("copy",)
    assert contents(index)["copy"] == contents(index)["tea"] == TEA


def test_a_file_with_a_taken_or_empty_stem_gets_an_id_that_stays(index: Path, corpus: Path) -> None:
    write(corpus, a__tea=market("green tea"))
    (corpus / "茶叶市场.md").write_text(market("茶"), "utf-8")
    added = build_now(index, corpus).added
    assert len(added) == 2

    (corpus / "tea.md").unlink()
    assert build_now(index, corpus).dropped == ("tea",)

    assert set(contents(index)) == {"iron", "salt", *added}
    write(corpus, tea=market("black tea"))
    assert build_now(index, corpus).added == ("tea",)
    assert set(contents(index)) == {"iron", "salt", "tea", *added}


def test_a_file_that_moves_keeps_its_id(index: Path, corpus: Path) -> None:
    (corpus / "2024").mkdir()
    (corpus / "tea.md").rename(corpus / "2024" / "camellia.md")
    encoder = HashEncoder()

    result = build_now(index, corpus, encoder=encoder)

    assert (result.added, result.dropped, result.unchanged) == ((), (), ("iron", "salt", "tea"))
    assert encoder.encoded == []
    with Library(FolderHome(index)) as library, library.snapshot() as snapshot:
        assert snapshot.reports["tea"].source == "camellia.md"


def test_a_file_that_cannot_be_read_leaves_its_old_version(index: Path, corpus: Path) -> None:
    (corpus / "tea.md").write_text(" \n")
    (corpus / "new.md").write_bytes(b"")

    result = build_now(index, corpus)

    assert sorted(path for path, _ in result.failed) == ["new.md", "tea.md"]
    assert result.unchanged == ("iron", "salt", "tea")
    assert contents(index)["tea"] == TEA


def test_a_file_that_is_too_large_is_not_read(index: Path, corpus: Path) -> None:
    with (corpus / "huge.md").open("wb") as file:
        file.truncate(50_000_000_000)

    result = build_now(index, corpus, max_bytes=1000)

    assert result.failed == (
        (
            str(corpus / "huge.md"),
            f"{corpus / 'huge.md'} is too large: 50,000,000,000 bytes, at most 1,000 are read "
            "(ACTQA_MAX_REPORT_BYTES).",
        ),
    )
    assert len(contents(index)) == 3


@pytest.mark.parametrize("made", [False, True])
def test_a_corpus_without_a_report_is_refused(made: bool, tmp_path: Path) -> None:
    if made:
        (tmp_path / "corpus").mkdir()

    with pytest.raises(CorpusError):
        build_now(tmp_path / "index", tmp_path / "corpus")
    assert not (tmp_path / "index" / "CURRENT").exists()


def test_a_corpus_of_unreadable_reports_makes_no_index(tmp_path: Path) -> None:
    result = build_now(tmp_path / "index", write(tmp_path / "corpus", tea=""))

    assert [path for path, _ in result.failed] == ["tea.md"]
    assert not (tmp_path / "index" / "CURRENT").exists()


@pytest.mark.parametrize("empty", [False, True])
def test_an_index_outlives_its_corpus(empty: bool, index: Path, corpus: Path) -> None:
    before = snapshot_of(index)
    shutil.rmtree(corpus)
    if empty:
        corpus.mkdir()

    assert not stale(index, corpus)
    with pytest.raises(CorpusError):
        build_now(index, corpus)
    assert snapshot_of(index) == before
    assert contents(index)["tea"] == TEA


def test_a_named_file_stays_until_it_is_named_again_and_gone(index: Path, corpus: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", zinc=market("zinc"))

    assert build_now(index, corpus, other / "zinc.md").added == ("zinc",)
    (other / "zinc.md").unlink()
    assert build_now(index, corpus).unchanged == ("iron", "salt", "tea", "zinc")
    assert not stale(index, corpus)
    assert build_now(index, corpus, other / "zinc.md").dropped == ("zinc",)
    assert set(contents(index)) == {"iron", "salt", "tea"}


def test_a_named_folder_is_followed(index: Path, corpus: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other", zinc=market("zinc"), gold=market("gold"))
    assert build_now(index, corpus, other).added == ("gold", "zinc")
    (other / "gold.md").unlink()
    write(other, zinc=market("zinc", 9))

    result = build_now(index, corpus, other)

    assert (result.changed, result.dropped) == (("zinc",), ("gold",))


def test_a_named_file_of_the_corpus_is_the_corpuss_own(
    index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(corpus, zinc=market("zinc"), iron=market("iron", 8))
    monkeypatch.chdir(corpus)

    assert build_now(index, corpus, Path("zinc.md")).added == ("zinc",)
    assert contents(index)["iron"][1] == "The iron market reached USD 5 million in 2024."
    (corpus / "zinc.md").unlink()
    assert build_now(index, corpus).dropped == ("zinc",)


def test_named_paths_need_no_corpus(tmp_path: Path) -> None:
    other = write(tmp_path / "other", zinc=market("zinc"))

    assert build_now(tmp_path / "index", tmp_path / "none", other / "zinc.md").added == ("zinc",)


def test_paths_that_lead_to_no_report_are_told(index: Path, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "picture.png").write_bytes(b"png")

    result = build_now(index, corpus, tmp_path / "none.md", tmp_path / "empty", tmp_path / "picture.png")

    assert result.failed == (
        (str(tmp_path / "none.md"), f"There is no file or folder {tmp_path / 'none.md'}."),
        (str(tmp_path / "empty"), f"There is no report in {tmp_path / 'empty'}."),
        (
            str(tmp_path / "picture.png"),
            f"{tmp_path / 'picture.png'} is not a report: its name must end in .md, .txt, .pdf, .docx, .html, .htm, .xlsx, .csv or .pptx.",
        ),
    )
    assert result.unchanged == ("iron", "salt", "tea")


def test_another_encoder_makes_everything_again_from_stored_copies(index: Path, corpus: Path) -> None:
    shutil.rmtree(corpus)
    encoder = HashEncoder("hash/2")
    assert stale(index, corpus, encoder)

    result = build_now(index, corpus, encoder=encoder)

    assert (result.rebuilt, result.unchanged) == ("the embedding model changed", ("iron", "salt", "tea"))
    assert len(encoder.encoded) == 6
    assert contents(index)["tea"] == TEA
    assert not stale(index, corpus, encoder)


def test_other_chunking_reads_everything_again_and_embeds_only_new_texts(
    index: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(corpus)
    monkeypatch.setattr(parsed, "CHUNKING", 99)
    encoder = HashEncoder()

    assert stale(index, corpus)
    result = build_now(index, corpus, encoder=encoder)

    assert not stale(index, corpus)
    assert (result.rebuilt, result.units) == ("the way reports are read changed", 6)
    assert encoder.encoded == []
    assert contents(index)["tea"] == TEA


def test_a_failing_encoder_leaves_the_index_as_it_was(index: Path, corpus: Path) -> None:
    class Broken(HashEncoder):
        def encode(self, *_: object) -> None:  # type: ignore[override]
            raise EncoderError("no model")

    write(corpus, tea=market("tea", 9))
    before = generations(index)

    with pytest.raises(EncoderError, match="no model"):
        build_now(index, corpus, encoder=Broken())

    assert generations(index) == before
    assert contents(index)["tea"] == TEA


@pytest.mark.parametrize("name", ["file", "file/index"])
def test_an_index_folder_that_cannot_be_made_is_one_line(name: str, corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(IndexUnwritable, match=r"cannot be written \(.*\): mend that or set ACTQA_INDEX\.$"):
        build_now(tmp_path / name, corpus)


def test_foreign_files_are_left_alone(index: Path, corpus: Path) -> None:
    strange = ["notes.txt", ".gitkeep", "generations/notes.txt", "generations/mine/a", "objects/sources/a", ".tmp-mine"]
    for name in strange:
        (index / name).parent.mkdir(exist_ok=True)
        (index / name).write_text("mine")
    write(corpus, tea=market("tea", 9))

    build_now(index, corpus)
    build_now(index, corpus, encoder=HashEncoder("hash/2"))

    assert files_below(index) >= set(strange)


def test_a_graph_that_is_mostly_buried_is_made_anew(index: Path, corpus: Path) -> None:
    encoder = HashEncoder()
    buried = []
    for value in range(10, 15):
        write(corpus, tea=market("tea", value), salt=market("salt", value))
        build_now(index, corpus, encoder=encoder)
        (name,) = generations(index)
        buried.append(load(index / "generations" / name / "manifest.json").buried)

    assert buried == [4, 0, 4, 0, 4]
    assert len(encoder.encoded) == 10
    assert contents(index)["tea"] == [TEA[0], "The tea market reached USD 14 million in 2024."]


def test_the_last_report_can_be_dropped(tmp_path: Path) -> None:
    other = write(tmp_path / "other", zinc=market("zinc"))
    build_now(tmp_path / "index", tmp_path / "none", other)
    (other / "zinc.md").unlink()

    assert build_now(tmp_path / "index", tmp_path / "none", other / "zinc.md").dropped == ("zinc",)
    assert contents(tmp_path / "index") == {}


def test_no_index_is_stale(tmp_path: Path, corpus: Path) -> None:
    assert stale(tmp_path / "index", corpus)
    assert not (tmp_path / "index").exists()


@pytest.mark.parametrize("change", ["add", "drop", "edit"])
def test_a_changed_corpus_is_stale(change: str, index: Path, corpus: Path) -> None:
    assert not stale(index, corpus)
    if change == "drop":
        (corpus / "tea.md").unlink()
    else:
        write(corpus, **{"tea" if change == "edit" else "zinc": market("zinc")})
    assert stale(index, corpus)
