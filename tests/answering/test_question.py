import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.asked.history import complete
from actqa.answering.asked.places import places_in
from actqa.answering.asked.question import understand, written_out, years_in
from actqa.answering.asked.words import stems


@pytest.mark.parametrize(
    ("text", "kind", "metric", "years"),
    [
        ("What is the market size in 2031?", "figure", "size", (2031,)),
        ("mkt size 2031?", "figure", "size", (2031,)),
        ("How fast will it grow?", "figure", "growth", ()),
        ("yoy growth 23-24", "figure", "yoy", (2023, 2024)),
        ("What were exports in 2019-20, in Rs crore?", "figure", "size", (2019, 2020)),
        ("What is APAC's contribution to growth?", "figure", "contribution", ()),
        ("share of flavoured yogurt in 2016", "figure", "share", (2016,)),
        ("How many pages does the report have?", "figure", "count", ()),
        ("Who are the major players?", "list", "", ()),
        ("Product segments?", "list", "", ()),
        ("Which European countries does the report cover?", "list", "", ()),
        ("Why is CAR-T so expensive to make?", "passage", "", ()),
        ("what curbs the growth?", "passage", "growth", ()),
        ("Which region leads?", "passage", "", ()),
        ("Does the move to electric cars help or hurt demand?", "passage", "", ()),
        ("What did the FDA approve in February 2022?", "passage", "", (2022,)),
    ],
)
def test_what_is_asked(text, kind, metric, years):
    asked = understand(text)
    assert (asked.kind, asked.metric, asked.years) == (kind, metric, years)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("How big is the North American market?", ("North America",)),
        ("NA share", ("North America",)),
        ("na und?", ()),
        ("Growth in the US and the U.K.", ("United States", "United Kingdom")),
        ("share of the French process", ()),
        ("the French market", ("France",)),
        ("South Africa and Middle East & Africa", ("South Africa", "Middle East and Africa")),
        ("worth in US dollars, or U.S.$", ()),
        ("Tell us more", ()),
    ],
)
def test_places_asked_for(text, places):
    assert places_in(text) == places


def test_british_and_american_spelling_meet():
    assert stems("flavoured tyres in centres") == stems("flavored tires in centers")


def test_a_follow_up_takes_what_it_leaves_out_from_the_question_before():
    asked = complete("And Germany?", ["What is the growth rate for Japan?"])
    assert (asked.kind, asked.metric, asked.places) == ("figure", "growth", ("Germany",))
    asked = complete("And in 2027?", ["How large was the active fleet in 2024?"])
    assert (asked.kind, asked.metric, asked.years) == ("figure", "size", (2027,))
    assert asked.stems == stems("active fleet")


def test_a_new_topic_takes_nothing():
    asked = complete("Who are the key players in this market?", ["What is the growth rate for Japan?"])
    assert (asked.kind, asked.topic, asked.places) == ("list", "players", ())


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("mkt sz 27", "market size 27"),
        ("EVS in W. Europe", "EVS in Western Europe"),
        ("evs in W. Europe", "electric vehicles in Western Europe"),
        ("who's the mfr", "who is the manufacturer"),
        ("$5 bn vs 3bn", "$5 billion vs 3bn"),
        ("tech, TECH and Tech", "technology, TECH and technology"),
        ("R&D, rev & govt", "R&D, revenue & government"),
        ("N. America vol", "North America volume"),
        ("its n. american and s. Korean sales", "its North American and South Korean sales"),
        ("share of the top 10 firms, the 10 largest", "share of the top ten firms, the ten largest"),
        ("the top 10% and the top 10.5 of 10 firms", "the top 10% and the top 10.5 of 10 firms"),
    ],
)
def test_what_is_short_is_written_out_unless_in_capitals(text, full):
    assert written_out(text) == full


@given(
    st.lists(
        st.sampled_from("mkt sz 2031 USD 29,723.68 mn 10.5% yr Rs 5 crore FY24 '27 $4.2bn r&d".split()), max_size=9
    )
)
def test_writing_out_keeps_every_number(parts):
    text = " ".join(parts)
    assert [c for c in written_out(text) if c.isdigit()] == [c for c in text if c.isdigit()]
    assert written_out(written_out(text)) == written_out(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025-31", (2025, 2031)),
        ("1999–2005", (1999, 2005)),
        ("25-31", (2025, 2031)),
        ("24 to 31", (2024, 2031)),
        ("'27", (2027,)),
        ("FY24", (2024,)),
        ("CY '25", (2025,)),
        ("2019/20", (2019, 2020)),
        ("2024, again 2024", (2024,)),
        ("$25-31", ()),
        ("25-31%", ()),
        ("in 25 days", ()),
        ("2031-25", (2031,)),
        ("120245", ()),
    ],
)
def test_years_as_busy_people_write_them(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "own", "excepted"),
    [
        ("Which packages are there besides glass?", "Which packages are there?", {"glass"}),
        ("apart from Havre, which makers are named", "which makers are named", {"havr"}),
        ("who else is profiled besides the leaders", "who else is profiled besides the leaders", set()),
        ("What is the market size of regions other than Europe?",) * 2 + (set(),),
    ],
)
def test_a_list_may_be_asked_for_without_some_of_it(text, own, excepted):
    asked = understand(text)
    assert (asked.own, asked.excepted) == (own, frozenset(excepted))


@pytest.mark.parametrize("text", ["why is it dear in the us", "why is it dear in South America?", "us market size"])
def test_the_words_of_a_place_are_no_names(text):
    asked = understand(text)
    assert asked.names == ()
    assert len(asked.places) == 1


def test_how_long_ago_it_was_names_nothing():
    asked = understand("What was the market worth five years ago, in 2020?")
    assert (asked.terms, asked.years) == ((), (2020,))
