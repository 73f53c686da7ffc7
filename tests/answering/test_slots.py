"""What a question asks of one report, in the report's own terms."""

import pytest

from actqa.answering.asked.question import understand
from actqa.answering.seen.slots import otherwise, slots_of


def in_short(slots):
    return [n.text for n in slots.names], set(slots.must), set(slots.may), set(slots.places), slots.unknown


@pytest.mark.parametrize(
    "question",
    [
        "What is the market size?",
        "How big is the garden tools market in 2032?",
        "GTM size",
        "units sold in 2024",
        "gardening equipment market size",
        "gardn tools market size",
    ],
)
def test_the_market_as_a_whole(garden, question):
    slots = slots_of(understand(question), garden.view)
    assert slots.is_whole
    assert slots.all == frozenset()


@pytest.mark.parametrize(
    ("question", "slots"),
    [
        ("size of the pruners segment", (["Pruners"], {"pruner"}, set(), set(), ())),
        ("prunners share", (["Pruners"], {"pruner"}, set(), set(), ())),
        ("Milldale revenue", (["Milldale Ltd."], {"milldal"}, set(), set(), ())),
        ("grass cutters size", (["Lawn Mowers"], {"lawn", "mower"}, set(), set(), ())),
        ("What is Stihl's share?", ([], {"stihl"}, set(), set(), ("stihl",))),
        ("share of electric lawn mowers", (["Lawn Mowers"], {"lawn", "mower", "electr"}, set(), set(), ("electric",))),
        ("What do batteries cut?", ([], set(), {"batteri", "cut"}, set(), ())),
        ("share of Germany in Europe", ([], set(), set(), {"Germany", "Europe"}, ())),
        ("the German market", ([], set(), set(), {"Germany"}, ())),
        ("size of the shovel segment", ([], {"shovel"}, set(), set(), ("shovel",))),
        ("garden furniture size", ([], {"furnitur"}, set(), set(), ("furniture",))),
    ],
)
def test_words_are_sorted_by_what_the_report_knows_of_them(garden, question, slots):
    assert in_short(slots_of(understand(question), garden.view)) == slots


def test_words_of_the_report_mean_nothing_else_where_it_names_something(garden):
    assert otherwise(understand("What share have pruners?"), garden.view) is None
    assert otherwise(understand("market size"), garden.view) is None
