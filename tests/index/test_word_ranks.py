"""A tokenizer's vocabulary as a list of common words."""

import json

import pytest

from actqa.errors import EncoderError
from actqa.index.word_ranks import rank_of, word_ranks


def write(folder, entries, kind="WordPiece"):
    vocab = {word: at for at, word in enumerate(entries)}
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"type": kind, "vocab": vocab}}), "utf-8")
    return folder


def test_whole_words_are_ranked_and_pieces_are_none(tmp_path):
    ranks = word_ranks(write(tmp_path, ["[PAD]", "the", "##ing", "of", "market", "12", "##ed", "profit"]))
    assert dict(ranks) == {"the": 1, "market": 2, "profit": 3}


def test_a_tokenizer_of_another_kind_tells_nothing(tmp_path):
    assert dict(word_ranks(write(tmp_path, ["the", "market"], kind="Unigram"))) == {}


def test_without_a_tokenizer_there_are_no_words(tmp_path):
    assert dict(word_ranks(tmp_path)) == {}


def test_a_damaged_tokenizer_is_told(tmp_path):
    (tmp_path / "tokenizer.json").write_text("[]", "utf-8")
    with pytest.raises(EncoderError, match="fetch the model again"):
        word_ranks(tmp_path)


@pytest.mark.parametrize(
    ("word", "rank"),
    [
        ("stop", 1),
        ("stops", 1),
        ("stopped", 1),
        ("stopping", 1),
        ("carried", 2),
        ("boxes", 3),
        ("reduced", 4),
        ("stopps", None),
        ("boxs", 3),
        ("stopes", None),
        ("reduec", None),
    ],
)
def test_a_form_of_a_word_is_as_common_as_the_word(word, rank):
    assert rank_of(word, {"stop": 1, "carry": 2, "box": 3, "reduce": 4}) == rank
