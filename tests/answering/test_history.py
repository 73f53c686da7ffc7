"""What a question takes from the ones before it, and what it does not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.asked.history import asks_of_entity, complete
from actqa.answering.asked.question import understand

JAPAN = "What was the market worth in Japan in 2024?"


def slots(question):
    return question.kind, question.metric, question.years, question.places, question.terms


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("And in 2030?", JAPAN, ("figure", "size", (2030,), ("Japan",), ())),
        ("2030?", JAPAN, ("figure", "size", (2030,), ("Japan",), ())),
        ("And growth?", JAPAN, ("figure", "growth", (2024,), ("Japan",), ())),
        ("and its CAGR?", JAPAN, ("figure", "growth", (2024,), ("Japan",), ())),
        ("What about China?", JAPAN, ("figure", "size", (2024,), ("China",), ())),
        ("and for cans?", "How fast does glass grow?", ("figure", "growth", (), (), ("cans",))),
        ("How about the cans segment?", "What was the share of glass in 2024?", ("figure", "share", (2024,), (), ("cans",))),
        ("And China?", "What share have cans in Japan?", ("figure", "share", (), ("China",), ("cans",))),
        ("And the players?", JAPAN, ("list", "", (2024,), ("Japan",), ())),
    ],
)  # fmt: skip
def test_what_is_left_out_comes_from_the_question_before(text, before, expected):
    assert slots(complete(text, [before])) == expected


def test_a_chain_of_follow_ups_is_gone_back_through():
    asked = complete("And Germany?", ["What is the growth for Japan?", "And in 2030?"])
    assert (asked.metric, asked.years, asked.places) == ("growth", (2030,), ("Germany",))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("and ten years later?", 2034),
        ("And a year earlier?", 2023),
        ("Then 15 years after?", 2039),
        ("two years before?", 2022),
    ],
)
def test_years_are_moved_by_what_is_said_of_them(text, year):
    assert slots(complete(text, [JAPAN])) == ("figure", "size", (year,), ("Japan",), ())


@pytest.mark.parametrize("text", ["Why?", "and why is that", "how come?", "But why not?", "so what for"])
def test_why_asks_for_the_reasons_of_what_was_asked(text):
    asked = complete(text, ["What share has Europe?"])
    assert (asked.kind, asked.metric, asked.places) == ("passage", "", ("Europe",))
    assert asked.text == "Why? What share has Europe?"


@pytest.mark.parametrize(
    "text",
    ["Who are the key players in the glass business?", "What is the CAGR of cans in Spain?", "How is wool sorted at a mill?"],
)  # fmt: skip
def test_a_whole_question_takes_nothing(text):
    assert complete(text, [JAPAN]) == understand(text)
    assert complete(text, [JAPAN]).history == ()


@pytest.mark.parametrize("text", ["And in 2030?", "Why?", "What about China?", "market size"])
def test_without_history_every_question_stands_by_itself(text):
    assert complete(text, []) == understand(text)


def test_a_pronoun_is_no_subject():
    asked = complete("How much do they earn?", ["What share does glass have in Spain?"])
    assert slots(asked) == ("figure", "size", (), ("Spain",), ("glass",))


@pytest.mark.parametrize(
    ("text", "history", "points"),
    [
        ("What is its share?", ["Which region leads?"], True),
        ("How fast does that segment grow?", ["Which segment leads?"], True),
        ("What is its share?", [], False),
        ("What is Italy's share?", ["Which region leads?"], False),
    ],
)
def test_a_pronoun_may_stand_for_whom_the_answer_named(text, history, points):
    assert asks_of_entity(text, history) == points


@given(
    st.lists(
        st.sampled_from([JAPAN, "And in 2030?", "Why?", "What about cans?", "Who leads?", "It?", "😀"]), max_size=5
    )
)
def test_any_history_is_understood_and_kept_or_left(history):
    asked = complete("And in 2027?", history)
    assert asked.years == (2027,)
    assert asked.history in {(), tuple(history)}


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        (
            "Which region had the highest share in 2022?",
            "and the one that grows fastest?",
            "Which region grows fastest?",
        ),
        ("What sales channel leads?", "Which one is growing fastest?", "Which sales channel is growing fastest?"),
    ],
)
def test_the_one_is_one_of_those_asked_about_before(before, text, meant):
    assert replace(complete(text, [before]), history=()) == understand(meant)


def test_the_end_of_the_forecast_is_not_the_year_asked_about_before():
    assert complete("And their value at the end of the forecast?", ["What share did cans have in 2023?"]).years == ()
