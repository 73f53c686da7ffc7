import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.reading import Span, shown
from actqa.reading.markup import read


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("raw", "as_read"),
    [
        ("USD&nbsp;360.2&nbsp;million", "USD 360.2 million"),
        ("R&amp;D &lt; 5&#37;", "R&D < 5%"),
        ("the <b>market</b> grew", "the market grew"),
        ("one<br>two", "one two"),
        ("worth 10.5%<sup>1</sup> in 2024<sup>2</sup>", "worth 10.5%¹ in 2024²"),
        ("**Bold:** and __strong__", "Bold: and strong"),
        ("see [the page](https://x.example/a) now", "see the page now"),
        ("a <!-- hidden --> b", "a b"),
        ("<script>alert(1)</script>safe", "safe"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        (r"2\*3", "2*3"),
        ("  many \n\t spaces\u00a0here ", "many spaces here"),
    ],
)
def test_a_reader_sees(raw, as_read):
    assert shown(raw, whole(raw)) == as_read


def test_what_is_read_knows_where_it_stands():
    raw = "😀 at US$&nbsp;<b>4.2</b>&nbsp;Bn"
    seen = read(raw, whole(raw))
    start = seen.text.index("US$ 4.2 Bn")
    assert seen.raw(start, start + 10).of(raw) == "US$&nbsp;<b>4.2</b>&nbsp;Bn"


@given(st.text(alphabet=st.sampled_from("ab <>&;*_#[]()/!-\\\n😀é"), max_size=60))
def test_offsets_rise_and_stay_within_the_text(raw):
    seen = read(raw, whole(raw))
    assert len(seen.text) == len(seen.offsets) == len(seen.ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(seen.offsets, seen.ends, strict=True))
    assert list(seen.offsets) == sorted(seen.offsets)
    assert seen.text == shown(raw, whole(raw))
    assert not seen.text.startswith(" ")
    assert "  " not in seen.text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="<&*_[]\\!"), max_size=80))
def test_text_without_markup_is_read_as_it_stands(raw):
    assert shown(raw, whole(raw)) == " ".join(raw.split())
