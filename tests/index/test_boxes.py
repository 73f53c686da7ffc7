"""Where words stand on a page, as the index keeps it."""

import pytest

from actqa.errors import IndexDamaged
from actqa.index.boxes import Rectangle, dump, load
from actqa.reading import Box, Span

WORDS = (
    Box(0, 5, 1, 0.1, 0.1, 0.2, 0.12),
    Box(6, 10, 1, 0.21, 0.1, 0.3, 0.12),
    Box(11, 15, 1, 0.1, 0.13, 0.18, 0.15),
    Box(16, 20, 2, 0.1, 0.1, 0.18, 0.12),
)


def near(*sides):
    return Rectangle(*(pytest.approx(side, abs=2e-5) for side in sides))


def test_words_of_a_line_are_one_rectangle_and_other_pages_are_left_out():
    boxes = load(dump(WORDS), id="r")
    assert boxes.on_page(1, Span(0, 20)) == [near(0.1, 0.1, 0.3, 0.12), near(0.1, 0.13, 0.18, 0.15)]
    assert boxes.on_page(2, Span(0, 20)) == [near(0.1, 0.1, 0.18, 0.12)]
    assert boxes.on_page(3, Span(0, 20)) == []


def test_a_part_of_a_word_is_a_part_of_its_box():
    assert load(dump(WORDS), id="r").on_page(1, Span(6, 8)) == [near(0.21, 0.1, 0.255, 0.12)]


def test_a_file_that_was_cut_is_damaged():
    with pytest.raises(IndexDamaged, match="The stored places of r cannot be read"):
        load(dump(WORDS)[:-1], id="r")
