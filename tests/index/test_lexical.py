"""Words: BM25 over texts, in memory and on the disk."""

import math
from collections.abc import Callable
from pathlib import Path

import bm25s
import numpy as np
import pytest
import Stemmer
from hypothesis import given
from hypothesis import strategies as st

from actqa.errors import IndexDamaged
from actqa.index.lexical import FILE, GONE, Words

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


SENTENCES = st.lists(
    st.lists(st.sampled_from("tea the markets market grew growing of 2031 steel a".split())).map(" ".join)
)


@given(SENTENCES, st.sampled_from(["market", "tea market market", "the growing steel of 2031", "coffee"]))
def test_scores_are_those_of_bm25s(texts: list[str], query: str) -> None:
    stems = bm25s.tokenize([*texts, query], stopwords="en", stemmer=Stemmer.Stemmer("english"), return_ids=False)
    expected = np.zeros(len(texts))
    if any(stems[:-1]):
        reference = bm25s.BM25(method="lucene", k1=0.9, b=0.4)
        reference.index(stems[:-1], show_progress=False)
        if known := reference.get_tokens_ids(stems[-1]):
            expected = reference.get_scores_from_ids(known)

    assert Words.of(texts).scores(query).tolist() == pytest.approx(expected.tolist(), rel=1e-5)


@given(st.lists(SENTENCES))
def test_joined_parts_are_the_words_of_all(parts: list[list[str]]) -> None:
    whole = Words.of([text for part in parts for text in part])

    assert Words.joined([Words.of(part) for part in parts]).dump() == whole.dump()


@given(SENTENCES, st.integers(0, 6))
def test_the_nearest_are_the_first_of_all_in_order(texts: list[str], count: int) -> None:
    words = Words.of(texts)

    assert words.nearest("tea market", count) == words.nearest("tea market", len(texts) + 1)[:count]


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data + b"x", lambda _: b"{", lambda _: b""])
def test_files_that_are_no_word_index_are_damage(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(spoil(Words.of(TEXTS).dump()))

    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        Words.load(tmp_path, 3)


@pytest.mark.parametrize("texts", [2, 4])
def test_words_of_another_number_of_texts_are_damage(texts: int, tmp_path: Path) -> None:
    Words.of(TEXTS).save(tmp_path)

    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        Words.load(tmp_path, texts)


def test_a_missing_file_is_damage(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="run `actqa index`"):
        Words.load(tmp_path, 0)


REPORTS = st.lists(st.lists(st.text("abc ", max_size=12), max_size=3), max_size=5)


@given(before=REPORTS, new=REPORTS, data=st.data())
def test_what_comes_and_goes_leaves_the_same_as_joining_anew(
    before: list[list[str]], new: list[list[str]], data: st.DataObject
) -> None:
    stays = [data.draw(st.booleans()) for _ in before]
    parts = [(at, report) for at, (report, kept) in enumerate(zip(before, stays, strict=True)) if kept]
    for report in new:
        parts.insert(data.draw(st.integers(0, len(parts))), (GONE, report))
    places = {
        at: list(range(start, start + len(report))) for (at, report), start in zip(parts, starts(parts), strict=True)
    }
    moved = [place for at, report in enumerate(before) for place in places.get(at, [GONE] * len(report))]
    came = [(start, Words.of(report)) for (at, report), start in zip(parts, starts(parts), strict=True) if at == GONE]
    old = Words.joined([Words.of(report) for report in before])

    renewed = old.renewed(np.array(moved, dtype=np.int64), came)

    assert renewed.dump() == Words.joined([Words.of(report) for _, report in parts]).dump()


def starts(parts: list[tuple[int, list[str]]]) -> list[int]:
    return [sum(len(report) for _, report in parts[:at]) for at in range(len(parts))]
