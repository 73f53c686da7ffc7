"""Questions to all reports, over a real index of short ones, with the answers an analyst expects."""

import pytest

from actqa import Answer, Assistant, Settings
from actqa.errors import ReportNotFound

REPORTS = {
    "garden-sheds": """# Garden Sheds Market Size and Forecast 2024-2032

## Market Overview

The garden sheds market was valued at USD 4.20 billion in 2024. It is expected to reach USD 6.80 billion by 2032,
growing at a CAGR of 6.2% from 2024 to 2032. Europe held a share of 41% of the market in 2024.

## Segmentation

**By Region**

- North America
- Europe
- Asia Pacific

## Key Players

- Holzwerk AG
- Keter Group
- Palram Industries

Demand follows the weather: a wet spring costs dealers a month of sales.
""",
    "bee-hives": """# Bee Hives Market Report

The bee hives market stood at USD 610 million in 2024 and is projected to reach USD 1,150 million by 2032, at a CAGR
of 8.3% from 2025 to 2032. Europe accounted for 29% of the market in 2024.

Another consultancy expects a CAGR of 7.1% for the bee hives market.

## Competitive Landscape

Key players in the bee hives market include:

- Mann Lake
- Dadant and Sons
- Keter Group

## Drivers

- Urban beekeeping
- Pollination contracts
""",
    "tatami-mats": """# Tatami Mats Market

The tatami mats market was worth JPY 92 billion in 2024 and is forecast to be worth JPY 88 billion by 2032, a CAGR of
0.6% from 2024 to 2032. Producers fear cheap imports of woven rush.

## Segmentation

**By Country**

- Japan
- China

## Key Players

- Ikehiko Corporation
- Daiken Corporation
""",
    "roof-slates": """# Roof Slates Market Analysis

The roof slates market reached 3.1 million tons in 2024 and will reach 3.9 million tons by 2032, growing at a CAGR of
2.9% from 2024 to 2032.

## Key Players

- Cupa Pizarras
- Samaca

## Drivers

- Repair of listed buildings
""",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("across")
    (folder / "corpus").mkdir()
    for name, text in REPORTS.items():
        (folder / "corpus" / f"{name}.md").write_text(text, encoding="utf-8")
    with Assistant.open(Settings(corpus=folder / "corpus", index=folder / "index")) as opened:
        opened.build()
        yield opened


@pytest.fixture(scope="module")
def ask(assistant):
    def ask_all(question: str, *history: str) -> Answer:
        answer = assistant.ask(question, None, history)
        for citation in answer.citations:
            assert assistant.report(citation.report).text[citation.start : citation.end] == citation.quote
        for figure in answer.figures:
            assert any(figure.text in c.shown for c in answer.citations if c.id in figure.citations)
        for statement in answer.statements:
            assert set(statement.citations) <= {c.id for c in answer.citations}
        return answer

    return ask_all


def said(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


def cited(answer: Answer) -> list[str]:
    return list(dict.fromkeys(c.report for c in answer.citations))


def test_a_market_that_is_named_answers_alone(ask):
    answer = ask("What is the size of the garden sheds market in 2032?")
    assert cited(answer) == ["garden-sheds"]
    assert [(f.value, f.unit, f.year) for f in answer.figures if f.year == 2032] == [(6.8, "USD billion", 2032)]


def test_rates_are_ranked_and_said_to_be_for_different_periods(ask):
    assert said(ask("Which market grows fastest?")) == [
        "Highest growth rate: Bee Hives Market, 8.3% (2025–2032); it gives others too.",
        "Garden Sheds Market: 6.2% (2024–2032).",
        "Roof Slates Market: 2.9% (2024–2032).",
        "The rates are for different periods, so they compare only roughly.",
    ]


def test_a_question_that_goes_on_is_to_all_reports_again(ask):
    answer = ask("and the slowest one?", "Which market grows fastest?")
    assert said(answer)[0] == "Lowest growth rate: Tatami Mats Market, 0.6% (2024–2032)."


def test_a_pronoun_means_the_report_named_first(ask):
    answer = ask("Who are its key players?", "Which market grows fastest?")
    assert cited(answer) == ["bee-hives"]
    assert "Mann Lake" in answer.answer


def test_sizes_are_ranked_within_a_currency_only(ask):
    assert said(ask("Which market is the largest in 2032?")) == [
        "Larger size: Garden Sheds Market, USD 6.80 billion (2032).",
        "Bee Hives Market: USD 1,150 million (2032).",
        "Not ranked, as it counts something else: Roof Slates Market, 3.9 million tons (2032).",
        "Not ranked, as it is in JPY: Tatami Mats Market, JPY 88 billion (2032).",
    ]


def test_two_markets_are_compared(ask):
    answer = ask("Compare the 2024 sizes of bee hives and garden sheds")
    assert said(answer) == [
        "Larger size: Garden Sheds Market, USD 4.20 billion (2024).",
        "Bee Hives Market: USD 610 million (2024).",
    ]
    assert [(f.value, f.unit, f.year) for f in answer.figures] == [
        (4.2, "USD billion", 2024),
        (610.0, "USD million", 2024),
    ]


def test_the_smaller_comes_first_where_that_is_asked(ask):
    answer = ask("Which is smaller in 2032, bee hives or garden sheds?")
    assert said(answer)[0] == "Smaller size: Bee Hives Market, USD 1,150 million (2032)."


def test_currencies_that_differ_are_not_ranked(ask):
    assert said(ask("tatami mats vs garden sheds in 2032, which is bigger?"))[-1] == (
        "They are in different currencies (JPY and USD), so they are not ranked."
    )


def test_a_share_of_a_region_in_two_markets(ask):
    answer = ask("Compare Europe's share in bee hives and garden sheds")
    assert said(answer) == [
        "Higher share of Europe: Garden Sheds Market, 41% (2024).",
        "Bee Hives Market: 29% (2024).",
    ]


def test_lists_of_two_markets_stand_side_by_side(ask):
    assert said(ask("What are the drivers of bee hives and roof slates?")) == [
        "Bee Hives Market: Drivers: Urban beekeeping; Pollination contracts.",
        "Roof Slates Market: Drivers: Repair of listed buildings.",
    ]


def test_in_which_reports_a_company_plays(ask):
    assert said(ask("In which reports is Keter a player?")) == [
        "Bee Hives Market names Keter Group among the players.",
        "Garden Sheds Market names Keter Group among the players.",
    ]
    nobody = ask("In which reports is Novartis a player?")
    assert (nobody.answered, nobody.answer) == (False, "No report names “Novartis” among the players.")


def test_how_many_reports_cover_a_place(ask):
    assert said(ask("How many reports cover Europe?")) == [
        "Two of the four reports.",
        "Bee Hives Market covers Europe.",
        "Garden Sheds Market covers Europe.",
    ]


def test_which_reports_state_a_figure(ask):
    answer = ask("How big is each market in 2024?")
    assert said(answer) == [
        "Bee Hives Market: USD 610 million (2024).",
        "Garden Sheds Market: USD 4.20 billion (2024).",
        "Roof Slates Market: 3.1 million tons (2024).",
        "Tatami Mats Market: JPY 92 billion (2024).",
    ]
    none = ask("How big is each market in 2041?")
    assert not none.answered


def test_which_report_says_something(ask):
    assert said(ask("Which report mentions cheap imports?")) == [
        "Tatami Mats Market: Producers fear cheap imports of woven rush."
    ]


def test_which_report_is_on_a_market(ask):
    assert said(ask("Which report covers roof slates?")) == ["Roof Slates Market."]


def test_what_reports_there_are(ask):
    assert said(ask("What reports do you have?")) == [
        "Four reports:",
        "Bee Hives Market.",
        "Garden Sheds Market.",
        "Roof Slates Market.",
        "Tatami Mats Market.",
    ]


def test_a_market_that_no_report_is_on_is_refused(ask):
    answer = ask("What is the size of the wind turbine market in 2030?")
    assert not answer.answered
    assert answer.answer == (
        "No report is on “wind turbine”; there are reports on Bee Hives Market, Garden Sheds Market, Roof Slates "
        "Market and Tatami Mats Market."
    )


def test_a_question_for_words_that_names_no_market_is_asked_back(ask):
    answer = ask("What are the main restraints?")
    assert not answer.answered
    assert answer.answer.startswith("Please name the market; there are reports on Bee Hives Market")


def test_a_question_that_goes_on_stays_with_its_report_until_another_is_named(ask):
    first = "What is the CAGR of the garden sheds market?"
    assert cited(ask("And who are the key players?", first)) == ["garden-sheds"]
    assert cited(ask("And for roof slates?", first)) == ["roof-slates"]
    assert cited(ask("Who are the key players?", "And for roof slates?", first)) == ["garden-sheds"]


def test_a_report_that_is_given_answers_whatever_the_question_names(assistant):
    answer = assistant.ask("What is the CAGR?", "roof-slates")
    assert (answer.report, answer.figures[0].value) == ("roof-slates", 2.9)


@pytest.mark.parametrize(
    "question",
    [
        "Which market grows fastest?",
        "Which reports do you have?",
        "How many reports name Keter Group?",
        "What is the size of the bee hives market?",
        "Compare garden sheds and bee hives",
        "Which reports mention beekeeping?",
        "Who are the key players?",
        "Which market does Europe lead?",
        "What is the size of the space elevators market?",
        "beekeeping",
    ],
)
def test_reports_that_may_not_be_asked_are_as_if_there_were_none(assistant, question):
    answer = assistant.ask(question, among=("garden-sheds", "tatami-mats"))
    assert set(cited(answer)) <= {"garden-sheds", "tatami-mats"}
    told = answer.model_copy(update={"question": ""}).model_dump_json().lower()
    for secret in ("hives", "mann lake", "dadant", "slates", "cupa", "three reports", "four reports"):
        assert secret not in told or secret in question.lower()


def test_the_bound_holds_through_a_conversation_and_a_stream(assistant):
    history = ("How large is the bee hives market?", "Who are its key players?")
    events = [*assistant.stream("and its growth?", None, history, among=("tatami-mats",))]
    assert set(cited(events[-1].answer)) <= {"tatami-mats"}
    assert "8.3" not in events[-1].answer.model_dump_json(exclude={"elapsed_ms"})


def test_one_report_that_may_not_be_asked_is_unknown(assistant):
    for unknown in ("bee-hives", "no-such-thing"):
        with pytest.raises(ReportNotFound, match=rf"^There is no report {unknown}: the index holds tatami-mats\.$"):
            assistant.ask("How large is it?", unknown, among=("tatami-mats",))
    with pytest.raises(ReportNotFound, match="none of those that may be asked"):
        assistant.ask("How large is it?", among=())
    assert [card.id for card in assistant.reports(among=("tatami-mats", "gone"))] == ["tatami-mats"]
