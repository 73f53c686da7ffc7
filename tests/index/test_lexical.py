"""Words: BM25 over texts, in memory and on the disk."""

import math
from pathlib import Path

import pytest

from actqa.errors import IndexDamaged
from actqa.index.lexical import Words

TEXTS = ["Tea grows.", "The market of tea and coffee grew.", "Nothing here"]


def test_scores_are_those_of_lucenes_bm25() -> None:
    idf = math.log(1 + (3 - 2 + 0.5) / (2 + 0.5))
    lengths = [2, 4, 2]  # without stop words: tea grow, market tea coffee grew, noth here
    expected = [idf / (1 + 0.9 * (1 - 0.4 + 0.4 * length / (8 / 3))) for length in lengths[:2]]

    assert Words.of(TEXTS).scores("TEA").tolist() == pytest.approx([*expected, 0.0], rel=1e-5)


def test_words_are_stemmed() -> None:
    assert Words.of(TEXTS).nearest("markets", 5)[0][0] == 1


def test_the_best_come_first_and_a_tie_goes_to_the_earlier() -> None:
    words = Words.of(["tea tea", "tea", "tea", "coffee"])

    assert [at for at, _ in words.nearest("tea", 2)] == [0, 1]
    assert [at for at, _ in words.nearest("tea", 9)] == [0, 1, 2]


@pytest.mark.parametrize("query", ["", "the of", "zzz", "?!"])
def test_a_query_without_a_known_word_finds_nothing(query: str) -> None:
    words = Words.of(TEXTS)

    assert words.scores(query).tolist() == [0.0, 0.0, 0.0]
    assert words.nearest(query, 5) == []


@pytest.mark.parametrize("texts", [[], [""], ["the", "a"]])
def test_texts_without_words_are_saved_and_loaded(texts: list[str], tmp_path: Path) -> None:
    Words.of(texts).save(tmp_path)

    assert Words.load(tmp_path, len(texts)).scores("tea").tolist() == [0.0] * len(texts)


def test_what_is_loaded_scores_as_what_was_saved(tmp_path: Path) -> None:
    Words.of(TEXTS).save(tmp_path)

    assert Words.load(tmp_path, 3).scores("tea market").tolist() == Words.of(TEXTS).scores("tea market").tolist()


def test_files_that_are_no_word_index_are_damage(tmp_path: Path) -> None:
    (tmp_path / "params.index.json").write_text("{")

    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        Words.load(tmp_path, 3)
