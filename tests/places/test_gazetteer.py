from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actqa.places import canonical, find, is_of_place, is_place, is_region, lies_in, regions_in, written
from actqa.places.names import places, plain


def names(text, **how):
    return [(text[named.start : named.end], named.name, named.way) for named in find(text, **how)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the U.S., sales fell.", [("U.S.", "United States", "name")]),
        ("the US. It", [("US", "United States", "name")]),
        ("Asia-Pacific (APAC)", [("Asia-Pacific", "Asia Pacific", "name"), ("APAC", "Asia Pacific", "name")]),
        ("Middle East & Africa", [("Middle East & Africa", "Middle East and Africa", "name")]),
        ("NORTH AMERICA", [("NORTH AMERICA", "North America", "name")]),
        (
            "North American and Dutch makers",
            [("North American", "North America", "adjective"), ("Dutch", "Netherlands", "adjective")],
        ),
        ("The South Korean market", [("South Korean", "South Korea", "adjective")]),
        ("Côte d'Ivoire", [("Côte d'Ivoire", "Ivory Coast", "name")]),
        ("NA", [("NA", "North America", "short")]),
        (
            "Rest of the World (RoW)",
            [("Rest of the World", "Rest of the World", "name"), ("RoW", "Rest of the World", "name")],
        ),
        ("US$ 5, US dollars, U.S.$, Canadian dollars, US-based, Chinaware, us", []),
        ("the market in germany", []),
    ],
)
def test_names_of_places_in_a_text(text, found):
    assert names(text) == found


def test_in_a_question_names_need_no_capitals_but_letters_that_make_words_do():
    found = names("tell us how the uk, asia-pacific and the US grow per row", cased=False)
    assert [name for _, name, _ in found] == ["United Kingdom", "Asia Pacific", "United States"]


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("U.S.", "United States"),
        ("usa", "United States"),
        ("The Netherlands", "Netherlands"),
        ("APAC", "Asia Pacific"),
        ("Asia-Pacific", "Asia Pacific"),
        ("MEA", "Middle East and Africa"),
        ("U.A.E.", "United Arab Emirates"),
        ("German", "Germany"),
        ("NA", "North America"),
        ("Acme", "Acme"),
    ],
)
def test_one_spelling(name, one):
    assert canonical(name) == one


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        ("Germany", "Europe", True),
        ("Germany", "DACH", True),
        ("Germany", "EMEA", True),
        ("U.S.", "NA", False),
        ("U.S.", "North America", True),
        ("Mexico", "Latin America", True),
        ("Middle East", "MEA", True),
        ("GCC", "Middle East", True),
        ("Western Europe", "Europe", True),
        ("Rest of Europe", "Europe", True),
        ("Rest of APAC", "Asia Pacific", True),
        ("Rest of Europe", "Asia", False),
        ("China", "APEJ", True),
        ("Japan", "Asia Pacific excluding Japan", False),
        ("Europe", "Europe", False),
        ("Europe", "Germany", False),
        ("Acme", "Europe", False),
    ],
)
def test_what_lies_in_what(part, whole, inside):
    assert lies_in(part, whole) is inside


def test_what_is_a_region_and_what_a_place():
    assert is_region("Asia-Pacific")
    assert not is_region("Japan")
    assert is_place("Rest of Europe")
    assert is_place("RoW")
    assert is_place("World")
    assert find("The World market") == []
    assert not is_place("German")
    assert not is_place("NA")
    assert not is_place("Acme")


def test_regions_in_one_run_of_words():
    text = "The Asia-Pacific Europe and Acme"
    assert [text[start:end] for start, end in regions_in(text)] == ["Asia-Pacific", "Europe"]


def test_every_way_a_place_is_written_leads_to_it():
    names = [name for place in places() for name, way in place.written() if way == "name"]
    assert len({plain(name) for name in names}) == len(names)
    for place in places():
        for name, way in place.written():
            assert canonical(name) == place.name
            assert [(n.name, n.way) for n in find(f"{name[:1].upper()}{name[1:]} grew.")] == [(place.name, way)]
    assert "Dutch" in written("Netherlands")


@given(st.text(max_size=80))
def test_finding_never_fails_and_never_overlaps(text):
    found = find(text, cased=False)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= named.start < named.end <= len(text) for named in found)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Dutch", True), ("South Korean", True), ("Netherlands", False), ("Dutch Machine Works", False), ("Ducth", False)],
)
def test_what_only_says_of_where_something_is(name, is_one):
    assert is_of_place(name) is is_one
