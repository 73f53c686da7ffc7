"""What a question calls otherwise than the report does, and what a sentence is about that only others say."""

from collections.abc import Iterator

import pytest
from answering.desk import Desk

from actqa.answering.seen.acronyms import acronyms, shortened

FEED = """\
# Feed Enzymes Market Size and Forecast, 2024 - 2032

## Overview

The feed enzymes market was worth USD 40 billion in 2024 and should reach USD 60 billion by 2032, at a CAGR of 5.2% from 2024 to 2032. An earlier release had put the feed enzymes market at USD 37 billion in 2024.

Mills bought 21,300 tonnes of enzymes in 2024.

## Key Companies Profiled

- Harrow Feeds plc
- Bell Sons, Inc.
- Otter (Pty) Ltd
- Milldale Enzymes

Harrow Feeds, Bell Sons, Inc. and Otter together hold 61% of sales. Otter says that call-outs fall by 20% to 30%.

## By Livestock

- Swine
- Poultry
- Ruminants

Swine held 45% of the market in 2024. Ruminants come second with 30%. The swine segment will grow at 6.1% a year. Pig farmers complain of the price.

## By Process

- Indirect Method
- Direct Method

The indirect or French process spares heat. The indirect method held 71% of the market in 2024. Some plants use a Kessel heated tank (KHT). KHT plants made up 12% of capacity in 2024.

## By Supply Mode

- Bulk
- Bags

## Sizes by Region

| Region | 2023 (USD billion) | 2024 (USD billion) | 2032 (USD billion) |
| --- | --- | --- | --- |
| Europe | 12.0 | 13.2 | 21.4 |
| Asia Pacific | 10.0 | 11.5 | 22.0 |

## What lockdowns did

Fitters stayed at home in 2020. England obliges local farms to test feed before every winter.
"""


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("feed"), FEED)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How much of the market is pigs?", "45%"),
        ("How fast will hogs grow?", "6.1%"),
        ("What share does the French process hold?", "71%"),
        ("share of kessel heated tank plants in 2024", "12%"),
        ("What share did ruminants have in 2024?", "30%"),
        ("combined share of the big three", "61%"),
        ("How many tonnes did feed mills buy in 2024?", "21,300 tonnes"),
        ("y/y growth in Europe in 2024 over 2023", "10%"),
        ("CAGR of Europe 2024-2032", "6.23%"),
        ("By how much did the market grow from 2024 to 2032 in %?", "50%"),
        ("interim figure for 2032?", "USD 60 billion"),
    ],
)
def test_other_words_find_the_figure(feed: Desk, question: str, figure: str) -> None:
    assert feed.figures(question)[0] == figure


@pytest.mark.parametrize(
    "question",
    [
        "What share does Otter have?",
        "What share does the American process hold?",
        "What share do fish have?",
        "How fast will sheep grow?",
        "What is the CAGR of the pet feed enzymes market?",
        "share of kessel steam ovens in 2024",
        "share of the big four",
    ],
)
def test_what_is_not_the_same_thing_gets_no_figure(feed: Desk, question: str) -> None:
    assert feed.figures(question) == []


def test_an_earlier_release_is_told_as_a_rival(feed: Desk) -> None:
    answer = feed.answer("market size 2024")
    assert [answer.figures[at].text for at in answer.conflicts[0].figures] == ["USD 40 billion", "USD 37 billion"]


def test_players_are_named_as_the_list_names_them(feed: Desk) -> None:
    named = "Harrow Feeds plc; Bell Sons, Inc.; Otter (Pty) Ltd; Milldale Enzymes"
    assert named in feed.answer("Who is profiled in the company section?").answer


def test_ways_of_doing_ask_for_the_dimension(feed: Desk) -> None:
    assert "Supply Mode: Bulk; Bags" in feed.answer("ways of supplying the enzymes?").answer


def test_a_new_place_takes_the_place_of_the_segment_before(feed: Desk) -> None:
    assert feed.figures("How big are ruminants in 2024?", "How big was Europe in 2024?")[0] == "USD 12 billion"
    assert feed.figures("and Asia Pacific?", "What was the swine share in 2024?") == []
    assert feed.figures("and Europe?", "What were swine sales in 2024?")[0] == "13.2"


def test_growth_asked_for_after_a_size_is_not_bound_to_its_year(feed: Desk) -> None:
    assert feed.figures("how fast will it grow?", "What share did swine have in 2024?") == ["6.1%"]


def test_the_title_right_above_tells_what_a_sentence_is_about(feed: Desk) -> None:
    assert "Fitters stayed at home in 2020." in feed.answer("What did the pandemic change for fitters?").answer


def test_a_body_that_only_the_question_names_does_not_refuse_what_fits(feed: Desk) -> None:
    assert "before every winter" in feed.answer("What does England oblige local NFU farms to test?").answer


def test_short_forms_are_told_by_brackets() -> None:
    known = acronyms("Most use Chinese hamster ovary (CHO) cells; procalcitonin (PCT) rises (see Table A).")
    assert known == {"cho": frozenset({"chines", "hamster", "ovari"}), "pct": frozenset({"procalcitonin"})}
    assert shortened(["hamster", "chinese", "cells"], known) == ["cells", "cho"]
    assert shortened(["hamster", "cells"], known) == ["hamster", "cells"]


OFFICES = """\
# Contract Software Market

The market was worth USD 1.84 billion in 2025 and will reach USD 3.41 billion by 2030.

## By Organization Size

- Large Enterprises
- Small and Medium Enterprises

Large enterprises grow at a CAGR of 9.1%, and small and medium enterprises are advancing at a 15.2% CAGR to 2030.

## By Deployment

- Cloud
- On-Premise

On-premise revenue was USD 0.46 billion in 2024. Hosted sales grew. Online sales were worth $968 million in 2022.

Regional players are strong with one trade, among them Dash, Elm Works and Fir SA; their part is 28%. The
country put duties of 60% on contracts from abroad after a complaint by Dash.

The Digital Operational Resilience Act has applied to banks since 2025. It makes banks keep exit clauses ready.

Leading Market Players:

- Acme Inc.
- Bolt AG
- Cog Ltd.

Drivers

- Remote signing
- Stricter rules
"""


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("offices"), OFFICES)
    yield desk
    desk.close()


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("SME growth rate", "15.2%"),
        ("on prem revenue 2024?", "USD 0.46 billion"),
        ("How much was sold over the internet in 2022?", "$968 million"),
    ],
)
def test_initials_that_leave_out_and_and_short_or_everyday_words(offices, question, figure):
    assert offices.answer(question).figures[0].text == figure


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Name the leading market players.", ["Acme Inc.", "Bolt AG", "Cog Ltd."]),
        ("Which drivers are listed in the report details?", ["Remote signing", "Stricter rules"]),
    ],
)
def test_lists_asked_for_by_who_leads_and_by_where_they_stand(offices, question, items):
    answer = offices.answer(question)
    assert all(item in answer.answer for item in items)


@pytest.mark.parametrize("question", ["How much of the market does Dash have?", "market share of Elm Works"])
def test_the_share_of_a_group_is_none_of_its_members_nor_is_a_duty(offices, question):
    answer = offices.answer(question)
    assert (answer.answered, answer.figures) == (False, ())


def test_a_body_asked_for_by_initials_that_the_report_never_writes(offices):
    answer = offices.answer("what does DORA make banks do?")
    assert "exit clauses" in answer.answer
    assert offices.answer("what does MIFID make banks do?").answered is False
