"""Files that come to rest, by a clock that the test moves."""

from pathlib import Path

import pytest

from actqa.errors import CorpusError
from actqa.index.resting import RETRY, Resting

STILL = 2.0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "deep").mkdir(parents=True)
    (folder / "tea.md").write_text("tea")
    (folder / "deep" / "salt.md").write_text("salt")
    return folder


@pytest.fixture
def resting(corpus: Path) -> Resting:
    """One that has done with the whole folder, at the time 10."""
    resting = Resting(corpus, STILL)
    resting.look(0)
    assert resting.due(10) == ()
    return resting


def test_the_whole_folder_is_due_first_once_all_is_at_rest(corpus: Path) -> None:
    resting = Resting(corpus, STILL)
    resting.look(0)

    assert resting.due(1.9) is None
    assert resting.is_waiting
    assert resting.due(2) == ()
    assert resting.due(99) is None
    assert not resting.is_waiting


def test_what_is_at_rest_does_not_wait_for_what_moves(corpus: Path) -> None:
    resting = Resting(corpus, STILL)
    resting.look(0)
    (corpus / "tea.md").write_text("tea and")
    resting.look(1.5)

    assert resting.due(2) == (corpus / "deep" / "salt.md",)
    assert resting.due(3.5) == ()


def test_a_file_is_due_once_when_it_has_been_still(resting: Resting, corpus: Path) -> None:
    for now in (11, 12, 13):
        (corpus / "iron.md").write_text("iron" * now)
        resting.look(now)
        assert resting.due(now) is None
    resting.look(14)

    assert resting.due(14.9) is None
    assert resting.due(15) == (corpus / "iron.md",)
    assert resting.due(99) is None


def test_a_file_that_is_gone_is_due(resting: Resting, corpus: Path) -> None:
    (corpus / "deep" / "salt.md").unlink()
    resting.look(20)

    assert resting.due(22) == (corpus / "deep" / "salt.md",)


def test_a_file_that_is_replaced_at_once_is_not_dropped_before(resting: Resting, corpus: Path) -> None:
    (corpus / "tea.md").unlink()
    resting.look(20)
    (corpus / "tea.md").write_text("more tea")
    resting.look(21)

    assert resting.due(22) is None
    assert resting.due(23) == (corpus / "tea.md",)


def test_permissions_count_as_a_change(resting: Resting, corpus: Path) -> None:
    (corpus / "tea.md").chmod(0o600)
    resting.look(20)

    assert resting.due(22) == (corpus / "tea.md",)


def test_what_is_no_report_is_not_looked_at(resting: Resting, corpus: Path) -> None:
    for name in (".tea.md", "tea.md~", "~lock"):
        (corpus / name).write_text("x")
    resting.look(20)

    assert resting.due(99) is None


def test_what_failed_is_due_again_later(resting: Resting, corpus: Path) -> None:
    resting.put_off((corpus / "tea.md",), 20)

    assert resting.due(20 + RETRY - 0.1) is None
    assert resting.due(20 + RETRY) == (corpus / "tea.md",)

    resting.put_off((), 50)

    assert resting.due(50 + RETRY - 0.1) is None
    assert resting.due(50 + RETRY) == ()


def test_an_emptied_folder_is_due_as_a_whole(resting: Resting, corpus: Path) -> None:
    for file in list(corpus.rglob("*.md")):
        file.unlink()
    resting.look(20)

    assert resting.due(22) == ()


def test_a_lost_folder_is_told(resting: Resting, corpus: Path) -> None:
    corpus.rename(corpus.with_name("elsewhere"))

    with pytest.raises(CorpusError, match="There is no corpus folder"):
        resting.look(20)
