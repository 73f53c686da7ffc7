"""What a report names, found by its words and by other words; and slips of the pen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.asked.words import stem, stems
from actqa.answering.seen.names import Spelling


def told(names):
    return {(name.text, name.kind) for name in names}


def test_segments_dimensions_and_players_are_told_by_what_sets_them_apart(garden):
    telling = {name.text: name.stems for name in garden.view.names.all}
    assert telling["Lawn Mowers"] == {"lawn", "mower"}
    assert telling["Region"] == {"region"}
    assert telling["Havre Garden AB"] == {"havr"}
    assert telling["Milldale Ltd."] == {"milldal"}
    assert not any(name.stems & garden.view.subject for name in garden.view.names.all)


def test_a_name_is_found_where_all_its_telling_words_are_said(garden):
    within = garden.view.names.within
    assert told(within(stems("lawn mowers of Milldale"))) == {("Lawn Mowers", "segment"), ("Milldale Ltd.", "player")}
    assert within(stems("a lawn")) == ()
    assert told(within(stems("in North America"))) == {("North America", "segment")}
    assert within(frozenset()) == ()


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("grass cutting machines", "Lawn Mowers"),
        ("trowel for the hand", "Hand Trowels"),
        ("shovel", None),
        ("bank loans", None),
        ("", None),
    ],
)
def test_other_words_mean_a_segment_where_one_is_clearly_nearest(garden, phrase, name):
    found = garden.view.names.like(phrase)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("phrase", "known", "is_market"),
    [
        ("gardening equipment market", False, True),
        ("garden furniture market", False, False),
        ("electric garden tools market", False, False),
        ("lawn mowers market", True, False),
        ("bicycle market", True, False),
    ],
)
def test_the_market_by_another_name_is_no_other_market(garden, phrase, known, is_market):
    assert garden.view.names.is_market(phrase, "Garden Tools Market", known=known) == is_market


KNOWN = frozenset("market yogurt flavored region regional chicken segments manufacturers vertical of in the".split())
SPELLING = Spelling(KNOWN)


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("yogrt", "yogurt"),
        ("yoghurt", "yogurt"),
        ("maket", "market"),
        ("marekt", "market"),
        ("regoin", "region"),
        ("vretical", "vertical"),
        ("manufcturres", "manufacturers"),
    ],
)
def test_a_slip_becomes_the_word_that_the_report_uses(slip, mended):
    assert SPELLING.mended(slip) == mended


@pytest.mark.parametrize(
    "word",
    ["chickens", "kitchen", "thicken", "merket", "covid19", "yog", "manufacturer", "zzzzzzzz", "", "ümarket"],
)  # fmt: skip
def test_another_word_is_left_as_it_is(word):
    assert SPELLING.mended(word) == word


RANKED = Spelling(
    frozenset("brands profiled drivers insurance containers".split()), {"band": 1, "bands": 2, "profit": 3, "driver": 4}
)


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("bands", "bands"),
        ("profited", "profited"),
        ("brnads", "brands"),
        ("drivrs", "drivers"),
        ("profled", "profiled"),
    ],
)
def test_a_word_of_the_language_is_no_slip_of_one_of_the_report(word, mended):
    assert RANKED.mended(word) == mended


def test_in_a_text_names_and_compounds_are_left():
    assert (
        SPELLING.mended_text("Yogrt maket, regoin-x in Marekt 12regoin") == "Yogrt market, regoin-x in Marekt 12regoin"
    )


@given(st.lists(st.sampled_from([*sorted(KNOWN), "2031", "USD 5.2%", "–", "maket", "regoin"]), max_size=8))
def test_mending_keeps_known_words_numbers_and_length_in_words(parts):
    text = " ".join(parts)
    mended = SPELLING.mended_text(text).split()
    assert len(mended) == len(text.split())
    for before, after in zip(text.split(), mended, strict=True):
        assert after == before or (before not in KNOWN and after in KNOWN)


@given(st.sampled_from(sorted(w for w in KNOWN if len(w) > 6)), st.data())
def test_a_letter_left_out_doubled_or_swapped_is_mended(word, data):
    at = data.draw(st.integers(1, len(word) - 2))
    slips = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    slip = data.draw(st.sampled_from(slips))
    mended = SPELLING.mended(slip)
    assert mended in KNOWN or stem(slip) in set(map(stem, KNOWN))
    assert SPELLING.mended(mended) == mended
