import re

from hypothesis import given
from hypothesis import strategies as st

from actqa.facts.lookup import Lookup


def test_names_are_found_as_words_of_their_own():
    lookup = Lookup({"3m", "acme", "acme foods", "x-ray"})
    text = "acme foods, 3m and x-rays of acmes"
    assert sorted(text[start:end] for start, end in lookup.spans(text)) == ["3m", "acme", "acme foods"]
    assert sorted(lookup.at("acme foodstuff", 0)) == ["acme", "acme foods"]


@given(st.sets(st.text("ab -", min_size=1, max_size=6), max_size=5), st.text("ab -", max_size=20))
def test_what_is_found_is_what_looking_for_each_name_finds(names, text):
    found = {
        (at, at + len(n)) for n in names for at in range(len(text)) if re.match(_own(n), text[at:]) and _free(text, at)
    }
    assert set(Lookup(names).spans(text)) == {span for span in found if not text[span[0]].isspace()}


def _own(name):
    return rf"{re.escape(name)}(?![\w-])"


def _free(text, at):
    return not at or not re.match(r"[\w-]", text[at - 1])
