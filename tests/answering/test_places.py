"""Where a question or a sentence names a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.asked.places import place_spans, places_asked, places_in


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Europe and Africa, then Europe", ("Europe", "Africa")),
        ("APAC", ("Asia Pacific",)),
        ("Korea's share", ("South Korea",)),
        ("Middle East and Africa", ("Middle East and Africa",)),
        ("Middle East & Africa", ("Middle East and Africa",)),
        ("the German market", ("Germany",)),
        ("German engineering", ()),
        ("Indian demand rose", ("India",)),
        ("a Swiss watch", ()),
        ("nowhere in particular", ()),
    ],
)
def test_an_adjective_names_a_place_where_a_markets_noun_follows(text, places):
    assert places_in(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [("indias cagr", ("India",)), ("brazils share", ("Brazil",)), ("japans part", ("Japan",)), ("indias team", ())],
)
def test_a_possessive_may_lack_its_apostrophe(text, places):
    assert places_in(text) == places


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        ("chinese cashew market", ["China"], ()),
        ("the French green hydrogen industry", ["France"], ()),
        ("the french process", [], ()),
        ("the German market", ["Germany"], ("Germany",)),
    ],
)
def test_in_a_question_words_may_stand_between_adjective_and_noun(text, asked, said):
    assert [place for _, _, place in places_asked(text)] == asked
    assert places_in(text) == said


def test_spans_are_those_of_the_text_as_it_stands():
    text = "indias growth against Brazil's"
    assert [(text[a:b], place) for a, b, place in place_spans(text)] == [("india", "India"), ("Brazil", "Brazil")]


PARTS = st.sampled_from(
    ["india", "indias", "Indian", "share", "market", "the US", "U.K.", "APAC", "German", "é", "😀", ",", "2024", "'s"]
)


@given(st.lists(PARTS, max_size=8), st.sampled_from([" ", "", "  ", "\n"]))
def test_spans_lie_in_the_text_in_order_and_apart(parts, between):
    text = between.join(parts)
    for spans in (place_spans(text), places_asked(text)):
        ends = [0, *(end for _, end, _ in spans)]
        for (start, end, place), last in zip(spans, ends, strict=False):
            assert last <= start < end <= len(text)
            assert place
    assert {place for _, _, place in place_spans(text)} <= {place for _, _, place in places_asked(text)}
