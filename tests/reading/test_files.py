from pathlib import Path, PurePosixPath

import pytest

from actqa.errors import CorpusError, ReadingError
from actqa.reading import assign_ids, find_files, read_report


def ids(*paths, known=None):
    return assign_ids([PurePosixPath(p) for p in paths], {PurePosixPath(k): v for k, v in (known or {}).items()})


def test_an_id_is_the_stem_slugified():
    assert list(ids("Adoptive Cell_Therapy (2024).md").values()) == ["adoptive-cell-therapy-2024"]


def test_two_files_of_one_stem_get_two_ids_and_the_first_keeps_the_plain_one():
    assert list(ids("tea.md", "tea.txt").values()) == ["tea", "tea-4ba154e8"]


def test_a_chinese_name_gets_an_id_from_its_path():
    (id,) = ids("细胞治疗.md").values()
    assert len(id) == 8
    assert id == next(iter(ids("细胞治疗.md").values()))


def test_an_id_once_given_stays():
    assert list(ids("a/tea.md", "tea.md", known={"tea.md": "tea"}).values()) == ["tea-8ddcb27c", "tea"]


def test_files_are_found_below_the_folder_but_not_hidden_ones(tmp_path: Path):
    for name in ("b.txt", "a.MD", "sub/c.md", ".hidden.md", ".git/d.md", "e.PDF", "f.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [str(p) for p in find_files(tmp_path)] == ["a.MD", "b.txt", "e.PDF", "sub/c.md"]


def test_a_missing_corpus_says_what_to_do(tmp_path: Path):
    with pytest.raises(CorpusError, match=r"There is no corpus folder .*nowhere: make it and put reports in"):
        find_files(tmp_path / "nowhere")


def test_a_kind_that_is_not_read_is_refused():
    with pytest.raises(ReadingError, match=r"^r.odt is of a kind that is not read: give it as .md, .txt, .pdf, .*\.$"):
        read_report(b"x", id="r", name="r.odt")


def test_a_report_without_a_title_line_is_titled_by_its_file():
    report = read_report(b"The market grew in 2024. It will grow again.", id="tea", name="tea-2024.md")
    assert report.title == "tea-2024"
    assert [s.title for s in report.sections] == [""]
