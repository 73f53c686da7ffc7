"""Questions to begin with: each has its answer, and none is asked of what a report does not state."""

from answering.desk import Desk

from actqa.answering.suggesting import MOST, questions_across, questions_for
from actqa.facts import ReportFacts, extract
from actqa.facts.types import About
from actqa.reading import read_report


def facts_of(text: str, name: str = "report") -> ReportFacts:
    return extract(read_report(text.encode(), id=name, name=f"{name}.md"))


def test_every_question_has_its_answer(garden: Desk) -> None:
    found = questions_for(facts_of(garden.text))
    assert found == (
        "What is the market size in 2032?",
        "What is the expected CAGR?",
        "Who are the key players?",
        "How is the market segmented by product?",
        "By how much does the market grow from 2024 to 2032?",
    )
    assert [question for question in found if not garden.answer(question).answered] == []


def test_a_report_that_states_nothing_suggests_nothing() -> None:
    assert questions_for(ReportFacts(report=About(id="empty", title="Empty"))) == ()
    assert questions_across([]) == ()


def sized(thing: str) -> ReportFacts:
    text = (
        f"# {thing} Market\n\nThe {thing} market was worth USD 5 million in 2024 and will reach USD 9 million by 2031."
    )
    return facts_of(text, thing.lower())


def test_over_all_reports_each_question_names_its_market_and_no_more_are_read_than_asked() -> None:
    reports = iter(
        [sized("Tea"), facts_of("# Notes\n\nNothing.\n"), *map(sized, ("Rope", "Salt", "Soap", "Wire", "Zips"))]
    )
    found = questions_across(reports)
    assert len(found) == MOST
    assert found[:2] == ("How large will the Tea Market be in 2031?", "How large will the Rope Market be in 2031?")
    assert next(reports).report.id == "zips"


def test_a_lone_report_is_asked_without_its_name() -> None:
    assert questions_across([sized("Tea")])[0] == "What is the market size in 2031?"
