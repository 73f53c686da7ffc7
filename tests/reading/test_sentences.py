import pytest

from actqa.reading import Span
from actqa.reading.sentences import LONGEST, split


def sentences(text):
    return [span.of(text) for span in split(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "parts",
    [
        ["The market grew.", "It will grow again."],
        ["It reached USD 3.5 billion in 2024.", "By 2030 it doubles."],
        ["Nkarta, Inc. and Anterogen Co., Ltd. are listed.", "Others follow."],
        ["The U.S. FDA approved it.", "The U.K. followed."],
        ["Approved in the U.S.", "The market there grew."],
        ["R.C. Bigelow sells tea."],
        ["Rs. 1,100 crores went into plantations.", "Nothing else did."],
        ["Does it help?", "Yes!", "It does."],
        ['He said "it grows."', "Then he left."],
        ["See Fig. 3 for details, e.g. China vs. India."],
        ["The <b>market</b> grew.</b>", "It shrank."],
        ["Largest buyers: 1. Asia (55%) 2. Europe (20%) 3. Africa.", "They buy less."],
        ["It had a share of 12.", "Others had 1.", "Nobody had more."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts):
    assert sentences(" ".join(parts)) == parts


def test_a_sentence_glued_to_the_one_before_is_parted():
    text = "a CAGR of 12.4% from 2025 to 2033.Demand comes above all from young motorists."
    assert sentences(text) == ["a CAGR of 12.4% from 2025 to 2033.", "Demand comes above all from young motorists."]


def test_names_with_full_stops_inside_stay_whole():
    assert sentences("Node.js and U.S.A. are names, and so is Booking.com here.") == [
        "Node.js and U.S.A. are names, and so is Booking.com here."
    ]


def test_what_never_ends_is_cut_at_white_space():
    text = "word " * 1000
    parts = sentences(text)
    assert max(map(len, parts)) <= LONGEST
    assert " ".join(parts) == text.strip()
