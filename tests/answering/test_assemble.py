"""Every answer passes the gate: statements, what is said of figures that differ, refusals, and their citations."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from answering.made_reports import Made, reports
from hypothesis import given
from hypothesis import strategies as st

from actqa.answering.answer import Answer
from actqa.answering.assemble import WITHHELD, assemble
from actqa.answering.chain import statements
from actqa.answering.draft import Draft, Drafted
from actqa.answering.figures.operations import OPERATIONS, Computed
from actqa.facts.said import said
from actqa.figures import Figure, parse
from actqa.reading import Report, Span, read_report

TEXT = """# Tea Market in 2024

The market was worth USD 5.5 billion in 2024. Others put it at USD 7.5 billion in 2024. It will be worth USD 11 billion in 2031.
"""
REPORT = read_report(TEXT.encode(), id="tea", name="tea.md")
WORTH, OTHERS, LATER = REPORT.blocks[1].sentences


def quote(place: Span, report: Report = REPORT) -> Draft:
    return Draft(place.of(report.text), (place,), parse(report.text, place)[:1])


def answered(*drafts: Draft, **more) -> Answer:
    return assemble("How large is it?", REPORT, Drafted(drafts, **more), "extractive")


def test_a_withheld_statement_is_said_to_be_withheld_and_takes_no_other_with_it():
    answer = answered(Draft("It will be worth USD 9 billion.", (WORTH,)), quote(WORTH))
    assert answer.answer == f"The market was worth USD 5.5 billion in 2024. [1] {WITHHELD}"
    assert [f.text for f in answer.figures] == ["USD 5.5 billion"]
    (withheld,) = answer.withheld
    assert withheld.text == "It will be worth USD 9 billion."
    assert withheld.reason == "USD 9 billion does not stand in what it cites"


def test_where_all_is_withheld_nothing_is_answered():
    answer = answered(Draft("It will be worth USD 9 billion.", (WORTH,)))
    assert (answer.answered, answer.figures, answer.statements, answer.citations) == (False, (), (), ())
    assert not re.search(r"\d", answer.answer)
    assert answer.answer.endswith(WITHHELD)


def test_statements_know_their_figures():
    computed = Computed("multiple", (parse(TEXT, LATER)[0], parse(TEXT, WORTH)[0]))
    text = f"It grows to {computed.text} (computed: {computed.formula})."
    answer = answered(quote(WORTH), Draft(text, (LATER, WORTH), computed.operands, computed))
    assert [s.figures for s in answer.statements] == [(0,), (1, 2, 3)]
    assert [s.origin for s in answer.statements] == ["stated", "computed"]
    figure = answer.figures[1]
    assert (figure.text, figure.value, figure.unit, figure.origin) == ("2x", 2.0, "x", "computed")
    assert figure.formula == "USD 11 billion / USD 5.5 billion"
    first, second = statements(answer)
    assert [f.text for f in first.figures] == ["USD 5.5 billion"]
    assert [f.text for f in second.figures] == ["2x", "USD 11 billion", "USD 5.5 billion"]
    assert ([c.id for c in first.citations], [c.id for c in second.citations]) == ([1], [2])


def test_a_summary_names_no_figure_but_the_answers():
    both = (quote(WORTH), quote(OTHERS))
    told = "The report gives different figures for this: USD 5.5 billion, USD 7.5 billion; the first stands under “Tea Market in 2024”."
    answer = answered(*both, conflict=told)
    assert answer.conflicts[0].summary == told
    assert (answer.conflicts[0].figures, answer.conflicts[0].citations) == ((0, 1), (1, 2))
    answer = answered(*both, conflict=told.replace("USD 7.5 billion", "USD 8.5 billion"))
    assert answer.conflicts[0].summary == "The report gives different figures for this."
    assert answer.withheld[0].reason == "USD 8.5 billion does not stand in what it cites"
    assert "8.5" not in answer.answer


def test_a_conflict_of_which_one_side_is_withheld_is_none():
    answer = answered(quote(WORTH), Draft("Others say USD 9 billion.", (OTHERS,)), conflict="They differ.")
    assert answer.conflicts == ()
    assert "differ" not in answer.answer


@pytest.mark.parametrize(
    ("refusal", "answer"),
    [
        (
            "The report does not say: I looked for a size in 2040 and found none; it gives 2024, 2031, not 2040.",
            "The report does not say: I looked for a size in 2040 and found none; it gives 2024, 2031, not 2040. [1]",
        ),
        ("The report does not say: it gives USD 5.5 billion.", f"The report does not say. [1] {WITHHELD}"),
        ("The report does not say: 5.5 is for 2024.", f"The report does not say. [1] {WITHHELD}"),
        ("The report does not say: it gives 2033.", f"The report does not say. [1] {WITHHELD}"),
        ("The report does not say: nothing on 5G phones for 3 people.", "…"),
    ],
)
def test_a_refusal_says_no_figure_but_what_was_asked(refusal, answer):
    asked = assemble(
        "And in 2040?", REPORT, Drafted((), refusal=refusal, nearest=(WORTH,)), "x", ["5G phones for 3 people?"]
    )
    assert not asked.answered
    assert asked.answer == (f"{refusal} [1]" if answer == "…" else answer)
    assert asked.figures == ()


def test_a_long_place_is_cited_in_short_ones_that_carry_the_statement():
    filler = "; ".join(f"kind {chr(97 + at % 26)} of leaf from the hills" for at in range(40))
    long = f"# Tea\n\nAmong the kinds are {filler}; and all of it was worth USD 5.5 billion in 2024.\n"
    report = read_report(long.encode(), id="tea", name="tea.md")
    (place,) = report.blocks[1].sentences
    figure = parse(long, place)[0]
    short = Draft("And all of it was worth USD 5.5 billion in 2024.", (place,), (figure,))
    answer = assemble("?", report, Drafted((short,)), "extractive")
    assert answer.statements[0].text == short.text
    assert all(c.end - c.start <= 600 and c.quote == long[c.start : c.end] for c in answer.citations)
    assert "USD 5.5 billion" in answer.citations[0].quote
    whole = replace(short, text=place.of(long))
    answer = assemble("?", report, Drafted((whole,)), "extractive")
    assert "".join(sorted((c.quote for c in answer.citations), key=long.index)) == place.of(long).replace(
        "; ", ";"
    ) or (" ".join(sorted((c.quote for c in answer.citations), key=long.index)) == place.of(long))


# Any answer ----------------------------------------------------------------------------------------------------------

POWERS = {"thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12}


def plainly(figure: Figure) -> Decimal:
    """The value without its scale."""
    return figure.value.scaleb(sum(POWERS.get(word, 0) for word in figure.unit.split()))


def is_true(answer: Answer, report: Report, drafts: list[Draft]) -> None:
    """What holds of every answer, whatever was put forward."""
    by_id = {c.id: c for c in answer.citations}
    for citation in answer.citations:
        assert report.text[citation.start : citation.end] == citation.quote
        assert citation.end - citation.start <= 600
    for figure in answer.figures:
        quotes = [by_id[id] for id in figure.citations]
        if figure.origin == "stated":
            assert figure.text in quotes[0].shown
            there = [
                f for line in said(report) for f in line.figures if quotes[0].start <= f.span.start < quotes[0].end
            ]
            assert (figure.text, figure.value, figure.unit, figure.year) in [
                (f.text, float(f.value), f.unit, f.year) for f in there
            ]
    for statement in answer.statements:
        first, *operands = (answer.figures[at] for at in statement.figures)
        if statement.origin == "computed":
            assert first.formula == " − ".join(f.text for f in operands)
            assert {f.origin for f in operands} == {"stated"}
            assert set(first.citations) == {id for f in operands for id in f.citations}
    used = [at for statement in answer.statements for at in statement.figures]
    assert used == list(range(len(answer.figures)))
    assert answer.answered == bool(answer.statements)
    assert len(answer.statements) + len(answer.withheld) == len(drafts)
    assert (WITHHELD in answer.answer) == bool(answer.withheld)
    events = list(statements(answer))
    assert [f for event in events for f in event.figures] == list(answer.figures)
    assert [c for event in events for c in event.citations] == list(answer.citations)


@given(reports(), st.data())
def test_an_answer_holds_true_statements_only(made: Made, data: st.DataObject):
    drafts = []
    for quote in data.draw(st.lists(st.sampled_from(made.quotes), min_size=1, max_size=4)):
        other = data.draw(st.sampled_from(made.quotes))
        kind = data.draw(st.sampled_from(["true", "elsewhere", "more", "sum", "wrong sum"]))
        computed = Computed("increase", (quote.figures[0], other.figures[0]))
        if kind == "elsewhere":
            drafts.append(replace(quote, evidence=other.evidence))
        elif kind == "more":
            drafts.append(replace(quote, text=f"{quote.text} That is USD 123.45 trillion."))
        elif kind.endswith("sum"):
            try:
                text = f"It comes to {computed.text} (computed: {computed.formula})."
            except (ValueError, ArithmeticError):
                text = "It comes to 5."
            text = text.replace("It comes to", "It comes to 7 or") if kind == "wrong sum" else text
            drafts.append(Draft(text, quote.evidence + other.evidence, computed.operands, computed))
        else:
            drafts.append(quote)
    answer = assemble("?", made.report, Drafted(tuple(drafts)), "extractive")
    true = {quote.text: quote for quote in made.quotes}
    for statement in answer.statements:
        if statement.origin == "stated":
            places = {(c.start, c.end) for c in answer.citations if c.id in statement.citations}
            assert places == set(true[statement.text].evidence)
    is_true(answer, made.report, drafts)


@given(reports(), st.data())
def test_a_computed_figure_is_the_difference_of_its_operands(made: Made, data: st.DataObject):
    one, other = (data.draw(st.sampled_from(made.quotes)) for _ in range(2))
    computed = Computed("increase", (one.figures[0], other.figures[0]))
    try:
        text = f"It comes to {computed.text} (computed: {computed.formula})."
    except ValueError:
        return
    draft = Draft(text, one.evidence + other.evidence, computed.operands, computed)
    answer = assemble("?", made.report, Drafted((draft,)), "extractive")
    (figure, *_) = answer.figures
    result = plainly(one.figures[0]) - plainly(other.figures[0])
    unit = Decimal(1).scaleb(sum(POWERS.get(word, 0) for word in figure.unit.split()))
    assert figure.value == pytest.approx(float(result / unit), rel=1e-5)
    assert figure.origin == "computed"
    assert OPERATIONS["increase"].formula(computed.operands, 0) == figure.formula
