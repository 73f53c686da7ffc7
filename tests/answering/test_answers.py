"""Questions to the real report, over the real index, with the answers an analyst expects."""

from pathlib import Path

import pytest

from actqa import Answer, Assistant, Settings
from actqa.errors import QuestionError, ReportNotFound

SEED = "adoptive-cell-therapy"


@pytest.fixture(scope="module")
def assistant(seed_index: Path):
    with Assistant.open(Settings(index=seed_index)) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(assistant):
    def ask_seed(question: str, *history: str) -> Answer:
        answer = assistant.ask(question, SEED, history)
        text = assistant.report(SEED).text
        for citation in answer.citations:
            assert text[citation.start : citation.end] == citation.quote
            assert citation.end - citation.start <= 600
        for figure in (f for f in answer.figures if f.origin == "stated"):
            quotes = [c.shown for c in answer.citations if c.id in figure.citations]
            assert any(figure.text in quote for quote in quotes)
        return answer

    return ask_seed


def figures(answer: Answer) -> list[tuple[float | None, str, int | None]]:
    return [(f.value, f.unit, f.year) for f in answer.figures]


def test_the_size_in_a_year(ask):
    answer = ask("What is the market size in 2031?")
    assert figures(answer) == [(29723.68, "USD million", 2031), (10.5, "percent", None)]
    assert "USD 29,723.68 million" in answer.statements[0].text
    assert answer.citations[0].section == "Adoptive Cell Therapy for Cancer Treatment Market (USD Million)"
    assert answer.answered


def test_the_main_figure_comes_before_another_houses(ask):
    answer = ask("market size 2024")
    assert figures(answer) == [(14776.33, "USD million", 2024), (5.6, "USD billion", 2024)]
    assert answer.conflicts[0].citations == (1, 3)


def test_values_of_different_years_are_no_conflict(ask):
    answer = ask("How large is the adoptive cell therapy market?")
    assert figures(answer) == [(14776.33, "USD million", 2024), (5.6, "USD billion", 2024)]


def test_a_scope_tables_row_answers(ask):
    assert ask("base year").answer == "Base Year: 2024 [1]"


def test_two_lists_of_players_are_both_given(ask):
    answer = ask("Who are the major players?")
    assert answer.statements[0].text.startswith(
        "Key players in Adoptive Cell Therapy for Cancer Treatment Market include:"
    )
    assert answer.statements[0].text.endswith("Sorrento Therapeutics; Immatics.")
    assert [s.text for s in answer.statements[1:]] == [
        "Major Players: GlaxoSmithKline; Janssen; Genentech; Roche; Bristol-Myers Squibb; Amgen; Merck; Eli Lilly."
    ]
    assert answer.conflicts[0].summary == "The report gives two lists that differ."


def test_rival_figures_are_all_given_and_said_to_differ(ask):
    answer = ask("What CAGR is forecast?")
    assert figures(answer) == [(10.5, "percent", None), (21.5, "percent", None), (24.5, "percent", None)]
    (conflict,) = answer.conflicts
    assert conflict.figures == (0, 1, 2)
    said = "The report gives different figures for this: 10.5%, 21.5%, 24.5%; the first stands in more places."
    assert said in answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Market size in 2035?",
            "The report does not say: I looked for a size or value in 2035 and found none; it gives years from 2022 to "
            "2033, not 2035. [1]",
        ),
        (
            "What was the North American market worth in USD in 2024?",
            "The report does not say: I looked for a size or value in USD for North America in 2024 and found none; it "
            "gives a size or value for the whole market only. [1]",
        ),
        (
            "What is Novartis' market share?",
            "The report does not say: I looked for a share about “novartis” and found none.",
        ),
        (
            "What CAGR is forecast for Brazil?",
            "The report does not say: I looked for a growth rate for Brazil and found none; it gives a growth rate for "
            "the whole market only. [1]",
        ),
    ],
)
def test_what_the_report_does_not_say_gets_no_figure(ask, question, said):
    answer = ask(question)
    assert (answer.answered, answer.figures, answer.statements) == (False, (), ())
    assert answer.answer == said


@pytest.mark.parametrize(
    ("question", "figure", "formula"),
    [
        (
            "How many million dollars does the market add from 2024 to 2031?",
            (14947.35, "USD million"),
            "USD 29,723.68 million − USD 14,776.33 million",
        ),
        ("By what multiple does it grow from 2022 to 2030?", (4.755, "x"), "USD 23.44 billion / USD 4.93 billion"),
        (
            "What CAGR do the values of 2024 and 2033 imply?",
            (22.7, "percent"),
            "(USD 35.3 billion / USD 5.6 billion)^(1/9) − 1",
        ),
        ("How many years until the market doubles?", (6.942, "years"), "ln 2 / ln(1 + 10.5%)"),
    ],
)
def test_sums_are_worked_out_from_cited_figures(ask, question, figure, formula):
    answer = ask(question)
    computed = answer.figures[0]
    assert (round(computed.value or 0, 3 if figure[1] != "percent" else 2), computed.unit) == figure
    assert (computed.origin, computed.formula) == ("computed", formula)
    assert answer.statements[0].origin == "computed"
    assert computed.text in answer.statements[0].text


def test_a_list_comes_whole(ask):
    answer = ask("What restraints are named?")
    assert answer.statements[0].text == "Restraints: Manufacturing Challenges; Limited Infrastructure; Cost Barriers."


def test_reasons_come_in_the_reports_own_words(ask):
    answer = ask("Why does North America lead?")
    assert "North America leads" in answer.statements[0].text
    assert answer.statements[0].text == answer.citations[0].shown


def test_a_question_goes_on_from_the_one_before(ask):
    answer = ask("And in 2022?", "What was the market worth in 2024?")
    assert figures(answer)[0] == (4.93, "USD billion", 2022)


def test_without_a_report_the_fitting_one_answers(assistant):
    answer = assistant.ask("adoptive cell therapy market size 2031")
    assert answer.report is None
    assert {c.report for c in answer.citations} == {SEED}
    assert figures(answer)[0] == (29723.68, "USD million", 2031)


def test_the_stream_brings_the_same_answer_statement_by_statement(assistant):
    events = list(assistant.stream("What CAGR is forecast?", SEED))
    assert [e.event for e in events] == ["status", "statement", "statement", "statement", "answer"]
    assert tuple(e.statement for e in events[1:-1]) == events[-1].answer.statements
    assert tuple(c for e in events[1:-1] for c in e.citations) == events[-1].answer.citations
    assert tuple(f for e in events[1:-1] for f in e.figures) == events[-1].answer.figures


def test_the_chain_is_a_langchain_runnable(assistant):
    answer = assistant.chain.invoke({"question": "What is the market size in 2031?", "report": SEED})
    assert figures(answer)[0] == (29723.68, "USD million", 2031)


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("  \n", "The question is empty: ask something."),
        ("x" * 100_000, "The question has 100,000 characters: ask in at most 2,000."),
    ],
)
def test_no_question_and_an_endless_one_are_refused(assistant, question, message):
    with pytest.raises(QuestionError) as caught:
        assistant.ask(question, SEED)
    assert str(caught.value) == message


def test_an_unknown_report_is_said(assistant):
    with pytest.raises(ReportNotFound):
        assistant.stream("What is the size?", "nowhere")


@pytest.mark.parametrize("question", ["which segment grows fastest", "fastest growing segment"])
def test_the_segment_that_grows_fastest_is_no_region(ask, question):
    (statement,) = ask(question).statements
    assert statement.text.startswith("CAR-T cell therapy is anticipated to witness the highest growth")


@pytest.mark.parametrize("question", ["which application leads", "What's the leading application?"])
def test_the_segment_that_leads_is_no_company(ask, question):
    assert [statement.text[:45] for statement in ask(question).statements] == [
        "Autologous Adoptive T Cell Therapy involves u",
        "This segment dominates the current landscape,",
    ]


def test_the_largest_of_a_kind_is_told_by_its_name(ask):
    (statement,) = ask("what's the largest end user").statements
    assert statement.text.startswith("Hospitals are expected to be the largest end-users")


def test_years_to_double_however_they_are_asked_for(ask):
    assert [figure.text for figure in ask("double by when?").figures] == ["6.9 years", "10.5%"]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("does roche compete here", "Roche is named under “Major Players”."),
        (
            "what does novartis do here",
            "Novartis AG is named under “Key players in Adoptive Cell Therapy for Cancer Treatment Market include” "
            "and “Company Profiles”.",
        ),
    ],
)
def test_a_player_that_no_sentence_tells_of_is_told_by_its_lists(ask, question, text):
    answer = ask(question)
    assert [statement.text for statement in answer.statements] == [text]
    assert answer.figures == ()


def test_who_is_in_no_list_is_no_player(ask):
    assert not ask("is pfizer a player").answered


def test_a_short_form_is_told_by_the_sentence_that_writes_it_out(ask):
    (statement,) = ask("what does TIL stand for").statements
    assert "tumor-infiltrating lymphocyte (TIL) therapy" in statement.text
    assert not ask("what does XYZ stand for").answered


def test_what_drives_a_place_is_told_in_a_sentence_on_it(ask):
    (statement,) = ask("what drives growth in asia pacific").statements
    assert statement.text.startswith("Asia Pacific is expected to exhibit the fastest growth due to rising healthcare")


@pytest.mark.parametrize("question", ["NA vs APAC", "compare the shares of North America and Asia Pacific"])
def test_two_places_are_compared_by_their_shares(ask, question):
    answer = ask(question)
    assert figures(answer) == [(45.0, "percent", None), (30.0, "percent", None)]
    assert [statement.text[:13] for statement in answer.statements] == ["North America", "Asia-Pacific "]


def test_places_of_which_one_has_no_figure_are_not_compared(ask):
    assert ask("compare the share of Europe with that of North America").figures == ()


@pytest.mark.parametrize("question", ["what share do the top players have", "share of the leading innovators"])
def test_what_the_leading_firms_hold_together(ask, question):
    assert figures(ask(question)) == [(55.0, "percent", None)]


def test_what_so_many_firms_hold_is_not_told_by_what_others_do(ask):
    assert "55%" not in ask("how much do the top 5 companies control").answer
