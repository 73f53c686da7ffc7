import pytest

from actqa.answering.asked.asides import without_asides


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("ok why do bees swarm", "why do bees swarm"),
        ("hey, quick question: who sells hives?", "who sells hives?"),
        ("i mean how does the smoker work, roughly?", "how does the smoker work?"),
        ("what does the hive act change, in a nutshell", "what does the hive act change"),
        ("Does the report give a size for the Spanish market?", "size for the Spanish market?"),
        ("Is there a CAGR for wax?", "CAGR for wax?"),
        ("can you tell me who leads?", "who leads?"),
        ("which hives are listed, I think there were four", "which hives are listed"),
        ("what share has Spain, do the numbers agree?", "what share has Spain?"),
        ("I keep seeing different numbers for honey sales. What does this report say?", "honey sales?"),
        (
            "How many tons did Spain use in 2024, if you apply its share to the total?",
            "How many tons did Spain use in 2024?",
        ),
        ("What share is Spain, from the table?", "What share is Spain?"),
        ("why though", "why"),
    ],
)
def test_what_is_no_part_of_the_question_is_left_out(text, bare):
    assert without_asides(text) == bare


@pytest.mark.parametrize(
    "text",
    [
        "so far how many hives?",
        "who leads, and is it growing?",
        "Does the report say why prices fell?",
        "Are there patents?",
        "Does the market grow?",
        "Right of return for hives?",
        "please",
        "size?",
    ],
)
def test_a_question_is_left_as_it_is(text):
    assert without_asides(text) == text
