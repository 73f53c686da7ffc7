"""Everyday words that say the same."""

from collections import Counter

from actqa.answering.asked.kindred import KINDRED, kin
from actqa.answering.asked.words import stem


def test_no_word_stands_in_two_sets_lest_the_last_hides_the_first():
    stems = Counter(stemmed for line in KINDRED for stemmed in {stem(word) for word in line.split()})
    assert {stemmed for stemmed, lines in stems.items() if lines > 1} == set()


def test_a_word_has_all_the_others_of_its_set():
    assert kin(stem("house")) == {stem(word) for word in "home household residential dwelling".split()}
