"""Questions for words to a small report written for them: the sentences that answer, and what is not answered."""

from pathlib import Path

import pytest

from actqa import Assistant, Settings
from actqa.answering.asked.cues import cues_of, defines
from actqa.answering.asked.outside import IN_ENGLISH, NOT_MINE, declined
from actqa.answering.seen.wording import keys, says_something

REPORT = """# Heat Pump Market Size and Forecast 2024 - 2030

The heat pump market stood at USD 61.2 billion in 2024 and should reach USD 98.5 billion by 2030.

## What Is a Heat Pump?

A heat pump is a machine that moves warmth from outdoor air, ground or water into a building. It uses a third of the
electricity that a resistance heater needs.

## Growth Factors

Gas boilers are being phased out in new houses. That is why builders order heat pumps by the hundred. Grants pay part of
the bill for owners of older houses.

## Restraints

### High price of installation

A retrofit costs three times as much as a boiler, and old radiators often have to be replaced. Too few trained fitters
are on the market.

## Regional Insights

### Europe

Europe accounted for the largest share of 41% in 2024. Carbon taxes and cold winters keep the region on top. Norway leads
in Europe, since its electricity is cheap and its grid is strong.

### Asia Pacific

China builds four of five compressors. Japanese makers sell small split units that cool as well.

## Competitive Landscape

The market is moderately fragmented. Daikin bought the fitter Cordell in March 2023 to have crews of its own.

Key players are Daikin, Bosch Thermotechnik, NIBE and Viessmann.

## Frequently Asked Questions

Why do installers prefer propane?

It works at higher water temperatures, so radiators can stay.

Who should read this report?

Makers, fitters and utilities.
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory):
    corpus = tmp_path_factory.mktemp("corpus")
    Path(corpus, "heat-pumps.md").write_text(REPORT, encoding="utf-8")
    settings = Settings(corpus=corpus, index=tmp_path_factory.mktemp("index") / "index")
    with Assistant.open(settings) as assistant:
        assistant.build()

        def said(question: str) -> list[str]:
            answer = assistant.ask(question, "heat-pumps")
            quotes = {c.id: c.shown for c in answer.citations}
            for statement in answer.statements:
                assert " ".join(statement.text.split()) in " ".join(quotes[statement.citations[0]].split())
            return [" ".join(s.text.split()) for s in answer.statements] or [answer.answer]

        yield said


def test_a_definition_is_the_sentence_that_says_what_the_thing_is(ask):
    assert ask("what is a heat pump?")[0] == (
        "A heat pump is a machine that moves warmth from outdoor air, ground or water into a building."
    )


def test_a_sentence_that_leans_on_the_one_before_brings_it(ask):
    assert ask("Why do builders order heat pumps?") == [
        "Gas boilers are being phased out in new houses.",
        "That is why builders order heat pumps by the hundred.",
    ]


def test_why_a_region_leads_is_answered_with_the_reason(ask):
    assert ask("Why is Europe the largest region?")[:2] == [
        "Europe accounted for the largest share of 41% in 2024.",
        "Carbon taxes and cold winters keep the region on top.",
    ]


def test_who_leads_within_a_region_is_looked_for_there(ask):
    assert ask("who leads in europe and why")[0] == (
        "Norway leads in Europe, since its electricity is cheap and its grid is strong."
    )


def test_a_heading_tells_what_its_sentences_are_about(ask):
    assert ask("what is the problem with the installation price?") == [
        "Too few trained fitters are on the market.",
        "A retrofit costs three times as much as a boiler, and old radiators often have to be replaced.",
    ]


def test_a_question_the_report_asks_itself_is_answered_by_what_follows(ask):
    assert ask("why is propane preferred by installers?") == [
        "It works at higher water temperatures, so radiators can stay."
    ]


def test_when_is_answered_with_a_date(ask):
    assert ask("When did Daikin buy Cordell?") == [
        "Daikin bought the fitter Cordell in March 2023 to have crews of its own."
    ]


def test_what_the_report_says_in_other_words_is_found(ask):
    assert ask("what problems does the workforce cause?") == ["Too few trained fitters are on the market."]


def test_a_best_sentence_in_doubt_brings_those_that_come_close(ask):
    assert ask("what keeps the continent first?") == [
        "Europe accounted for the largest share of 41% in 2024.",
        "Carbon taxes and cold winters keep the region on top.",
        "Norway leads in Europe, since its electricity is cheap and its grid is strong.",
    ]


def test_a_people_stands_for_its_place(ask):
    assert ask("What do Italians say?") == ["The report does not say: it does not mention Italy."]
    assert ask("why do the Scandinavians lead?") == [
        "Norway leads in Europe, since its electricity is cheap and its grid is strong."
    ]


def test_only_a_when_that_asks_wants_a_date():
    (time,) = cues_of("When did Daikin buy Cordell?")
    assert time.needed
    assert not any(cue.needed for cue in cues_of("what do owners get when houses are old?"))


def test_kindred_words_are_compared_as_one():
    assert keys("the workforce") == keys("fitters")
    assert keys("the workforce") != keys("boilers")


@pytest.mark.parametrize(
    "line", ["Order now | Ask the authors | See also", "Food .......... 41", "Edition 7 · March 2025 · euro"]
)
def test_what_leads_elsewhere_answers_nothing(line):
    assert not says_something(line)


def test_concentration(ask):
    assert ask("is the market concentrated?") == ["The market is moderately fragmented."]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why is Carrier leaving the business?", "The report does not say: it does not mention Carrier."),
        ("When did Daikin buy Midea?", "The report does not say: it does not mention Midea."),
        ("Why is Brazil growing?", "The report does not say: it does not mention Brazil."),
    ],
)
def test_what_the_report_never_mentions_is_named(ask, question, said):
    assert ask(question) == [said]


@pytest.mark.parametrize(
    "question",
    [
        "Why did Viessmann buy Cordell?",
        "who won the election?",
        "When was NIBE founded?",
    ],
)
def test_a_near_miss_is_no_answer(ask, question):
    (answer,) = ask(question)
    assert answer == f"The report does not say: I looked for “{question}” and found nothing on it."


@pytest.mark.parametrize(
    "question",
    [
        "Wie groß ist der Markt?",
        "Was ist die Wachstumsrate bis 2030?",
        "Quelle est la taille du marché ?",
        "¿Cuál es el tamaño del mercado?",
        "Qual é o tamanho do mercado?",
        "Quali sono i principali operatori del mercato?",
        "Wie groot is de markt in 2030?",
        "市场规模有多大？",
        "Каков размер рынка?",
    ],
)
def test_other_languages_are_asked_for_in_english(question):
    assert declined(question) == IN_ENGLISH


@pytest.mark.parametrize(
    "question",
    [
        "market size 2030",
        "Who owns Banco do Brasil de la Plata?",
        "Société Générale de Paris revenue",
        "Is La Roche-Posay profiled?",
        "die casting market in Mexico",
        "CAGR",
        "Why is β-glucan in demand?",
        "Was Hansol sold in 2021?",
        "drivers",
        "and in Europe?",
    ],
)
def test_names_do_not_make_a_question_foreign(question):
    assert declined(question) == ""


@pytest.mark.parametrize(
    "question", ["write me a poem", "tell me a joke about tyres", "hello", "translate this to French"]
)
def test_what_is_no_question_about_reports_is_declined(question):
    assert declined(question) == NOT_MINE


def test_what_a_thing_is_expected_to_do_does_not_define_it():
    assert defines("PHX", "PHX is the top segment, with a 40% share.") == 0.0
    assert defines("PHX", "Plate heat exchangers (PHX) are stacks of thin sheets.") == 1.0
    assert defines("stricture", "The usual reason to do so is a stricture, a narrowing of the duct.") == 0.6
