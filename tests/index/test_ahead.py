import threading

import numpy as np
import pytest

from actqa.errors import EncoderError
from actqa.index.ahead import AT_ONCE, EncoderAhead
from actqa.index.encoder import MANY
from tests.index.fakes import HashEncoder, build_now, write


def texts(count: int, word: str = "unit") -> list[str]:
    return [f"{word} {number}" for number in range(count)]


def test_what_was_begun_is_embedded_once_and_given_in_the_order_asked_for():
    encoder = HashEncoder()
    begun, rest = texts(MANY), texts(3, "rest")
    asked = [*rest, *reversed(begun), rest[0]]
    heard: list[int] = []
    with EncoderAhead(encoder) as ahead:
        ahead.begin(begun)
        vectors = ahead.encode(asked, heard.append)
    np.testing.assert_array_equal(vectors, HashEncoder().encode(asked))
    assert encoder.encoded == begun + rest
    assert heard == [MANY, MANY + 3]


def test_few_texts_wait_for_more():
    encoder = HashEncoder()
    with EncoderAhead(encoder) as ahead:
        ahead.begin(texts(MANY - 1))
        ahead.begin(texts(MANY - 1))
    assert encoder.encoded == []


def test_many_are_embedded_while_the_caller_goes_on():
    class Slow(HashEncoder):
        def encode(self, texts, progress=None):
            assert read_on.wait(30)
            return super().encode(texts, progress)

    read_on = threading.Event()
    with EncoderAhead(Slow()) as ahead:
        ahead.begin(texts(MANY))
        read_on.set()
        assert ahead.encode(texts(MANY)).shape == (MANY, 97)


def test_what_goes_wrong_is_raised_where_the_vectors_are_asked_for():
    class Broken(HashEncoder):
        def encode(self, texts, progress=None):
            raise EncoderError("no weights")

    with EncoderAhead(Broken()) as ahead:
        ahead.begin(texts(MANY))
        with pytest.raises(EncoderError, match="no weights"):
            ahead.encode(texts(MANY))


def test_what_is_not_asked_for_is_given_up():
    class Held(HashEncoder):
        def encode(self, texts, progress=None):
            begun.set()
            assert ended.wait(30)
            return super().encode(texts, progress)

    begun, ended = threading.Event(), threading.Event()
    encoder = Held()
    with EncoderAhead(encoder) as ahead:
        ahead.begin(texts(3 * AT_ONCE))
        assert begun.wait(30)
        threading.Timer(1, ended.set).start()
    assert encoder.encoded == texts(AT_ONCE)


def test_a_build_begins_with_new_reports_only(tmp_path):
    seen: list[tuple[str, int]] = []

    class Counting(HashEncoder):
        def encode(self, texts, progress=None):
            seen.append((threading.current_thread().name, len(texts)))
            return super().encode(texts, progress)

    def report(first: int) -> str:
        return "# Iron\n\n" + "\n\n".join(f"Mine {number} sold {number} tons." for number in range(first, first + 300))

    corpus = write(tmp_path / "corpus", iron=report(0))
    build_now(tmp_path / "index", corpus, encoder=Counting())
    assert seen == [("embedding ahead_0", 301)]
    write(corpus, iron=report(1))
    build_now(tmp_path / "index", corpus, encoder=Counting())
    assert seen[1:] == [("MainThread", 1)]
