"""Words of questions and reports are brought to one form before they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.asked.spoken import asking_words
from actqa.answering.asked.words import stem, stems, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Europe's share", ["europe", "share"]),
        ("the players’ names", ["the", "players", "names"]),
        ("R&D and X-ray", ["r&d", "and", "x-ray"]),
        ("the U.S. market", ["the", "u.s", "market"]),
        ("TVs, PCs, a Bus", ["tv", "pc", "a", "bus"]),
        ("(glass), “cans”;", ["glass", "cans"]),
        ("5G in 2024", ["5g", "in", "2024"]),
        ("", []),
    ],
)
def test_words_are_in_lower_case_without_possessives(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("flavoured tyres", "flavored tires"),
        ("fibre centres", "fiber centers"),
        ("organisations", "organizations"),
        ("paediatric oestrogen", "pediatric estrogen"),
        ("anaemia programmes", "anemia programs"),
        ("aluminium by the litre", "aluminum by the liter"),
        ("a coloured harbour", "a colored harbor"),
    ],
)
def test_british_words_are_spelled_the_american_way(british, american):
    assert words(british) == words(american)


@pytest.mark.parametrize("text", ["four hours", "our", "pour"])
def test_short_words_that_look_british_are_left(text):
    assert words(text) == text.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the top 5", "top five"),
        ("growing grows", "grow"),
        ("What is the market size of batteries?", "battery sizes"),
        ("x-ray", "x-rays"),
    ],
)
def test_texts_that_name_the_same_have_the_same_stems(one, other):
    assert stems(one) == stems(other)


def test_stems_leave_out_asking_words_and_numbers():
    assert stems("What is the market worth in 2024, or 13?") == {"worth"}
    assert stems("How do they, he or she see them?") == frozenset()


def test_a_compound_is_told_whole_and_by_its_parts():
    assert stems("end-user") == {"endus", "user"}
    assert stem("end-user") == stem("enduser")


@given(st.text(max_size=60))
def test_words_have_no_capitals_and_no_space(text):
    for word in words(text):
        assert word == word.lower()
        assert not any(c.isspace() for c in word)


@given(st.lists(st.sampled_from("glass Cans tyre's 2024 R&D end-user, (top) fibre; they".split()), max_size=8))
def test_a_text_has_the_stems_of_its_words(parts):
    assert stems(" ".join(parts)) == frozenset[str]().union(*map(stems, parts))


def test_words_that_ask_include_those_of_all_tables():
    assert asking_words() >= {"germany", "share", "players", "october", "forecast", "cagr", "exports", "mkt"}
    assert not asking_words() & {"glass", "battery"}


@pytest.mark.parametrize(
    ("one", "several"), [("gas", "gases"), ("lens", "lenses"), ("bus", "buses"), ("case", "cases")]
)
def test_one_and_several_have_one_stem(one, several):
    assert stem(several) == stem(one)
