"""The estimate of tokens errs on the safe side."""

from hypothesis import given
from hypothesis import strategies as st
from running import CORPUS
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from actqa.models.budget import tokens


def test_a_text_counts_by_four_letters_digits_and_bytes():
    assert tokens("") == 0
    assert tokens("Market size") == 2 + 1
    assert tokens("USD 29,723.68") == 1 + 2 + 1 + 3 + 1 + 2
    assert tokens("€茶\n\n") == 3 + 3 + 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_more_text_never_counts_less(one, other):
    assert max(tokens(one), tokens(other)) <= tokens(f"{one}\n{other}")


def test_a_real_tokenizer_makes_fewer_of_a_report():
    """A byte-level one of a few thousand words, far fewer than any model's, trained on another half of the text."""
    text = "\n".join(path.read_text() for path in sorted(CORPUS.glob("*.md")))
    half = len(text) // 2
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=3000, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator([text[:half]], trainer)
    assert len(tokenizer.encode(text[half:]).ids) <= tokens(text[half:])
