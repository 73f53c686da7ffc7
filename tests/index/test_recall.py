"""An encoder that remembers: it gives what the other would give, and asks it once."""

import numpy as np
from index.fakes import HashEncoder

from actqa.index.recall import RecallingEncoder


def test_the_vectors_are_those_of_the_encoder_in_the_order_asked() -> None:
    encoder = RecallingEncoder(HashEncoder())
    encoder.encode(["tea", "milk"])

    found = encoder.encode(["milk", "iron", "tea", "milk"])

    assert np.array_equal(found, HashEncoder().encode(["milk", "iron", "tea", "milk"]))
    assert encoder.encode([]).shape == (0, 97)
    assert (encoder.fingerprint, encoder.dimensions) == ("hash/1", 97)


def test_a_text_is_encoded_once() -> None:
    plain = HashEncoder()
    encoder = RecallingEncoder(plain)

    encoder.encode(["tea", "milk", "tea"])
    encoder.encode(["milk", "iron"])

    assert plain.encoded == ["tea", "milk", "iron"]


def test_of_too_many_texts_those_used_last_are_kept() -> None:
    plain = HashEncoder()
    encoder = RecallingEncoder(plain, texts=2)

    for text in ("tea", "milk", "tea", "iron", "tea", "milk"):
        encoder.encode([text])

    assert plain.encoded == ["tea", "milk", "iron", "milk"]


def test_what_is_handed_out_may_be_changed() -> None:
    encoder = RecallingEncoder(HashEncoder())

    encoder.encode(["tea"])[:] = 0

    assert np.array_equal(encoder.encode(["tea"]), HashEncoder().encode(["tea"]))


def test_progress_tells_all_texts() -> None:
    told: list[int] = []
    encoder = RecallingEncoder(HashEncoder())

    encoder.encode(["tea", "milk"], told.append)
    encoder.encode(["tea", "milk"], told.append)

    assert told == [2, 2]
