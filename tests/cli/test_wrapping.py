"""Lines of a terminal's width."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from actqa.cli.wrapping import wrap

TEXTS = st.text("ab 7,市场", max_size=60).map(lambda text: re.sub(" +", " ", text).strip())


@given(TEXTS, st.integers(2, 30), st.lists(TEXTS, max_size=3))
def test_nothing_is_lost_and_no_line_is_too_long(text, width, whole):
    lines = wrap(text, width, whole)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cell_len, lines)) <= width


def test_a_figure_is_not_broken():
    text = "It reaches USD 29,723.68 million, by 2031."
    assert wrap(text, 20) == ["It reaches USD", "29,723.68 million,", "by 2031."]
    assert wrap(text, 24, ["USD 29,723.68 million"]) == ["It reaches", "USD 29,723.68 million,", "by 2031."]
    assert wrap(text, 12, ["USD 29,723.68 million"]) == ["It reaches", "USD", "29,723.68", "million, by", "2031."]


def test_wide_characters_take_two_cells():
    assert wrap("市场报告 of tea", 6) == ["市场报", "告 of", "tea"]


def test_no_text_is_one_empty_line():
    assert wrap("", 10) == [""]
