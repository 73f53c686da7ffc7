"""From the question to the answer, and what is said when it does not come."""

import json
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect
from web.reading import ask, pick
from web.shelf import Asked, Told, answering, cite, stream_of

from actqa.answering.answer import AnswerFigure, Conflict, Mended, Statement, Withheld
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.errors import IndexMissing

OpenPage = Callable[..., Page]
FORECAST = "It will reach USD 10 million by 2031."
OTHER = "It will reach USD 23 billion by 2031."
REPORT = f"# Market\n\nIt reached USD 5 million in 2024. {FORECAST}\n\n# Takeaways\n\n{OTHER}\n"


@pytest.fixture
def held(told: Told) -> Told:
    """One report, and the answer to every question: a forecast, what it is a multiple of, and a conflict."""
    report = told.hold("market", REPORT)
    quotes = [
        "It will reach USD 10 million by 2031.",
        "It reached USD 5 million in 2024.",
        "It will reach USD 23 billion by 2031.",
    ]
    citations = [cite(report, quote, id) for id, quote in enumerate(quotes, 1)]
    figures = [
        AnswerFigure(text="USD 10 million", value=10, unit="USD million", year=2031, citations=(1,)),
        AnswerFigure(text="2 times", value=2, unit="x", origin="computed", citations=(1, 2), formula="10 ÷ 5 = 2"),
        AnswerFigure(text="USD 23 billion", value=23, unit="USD billion", year=2031, citations=(3,)),
    ]
    statements = (
        Statement(text="It will reach USD 10 million by 2031 [1].", citations=(1,)),
        Statement(text="That is 2 times the size of 2024.", citations=(1, 2), origin="computed"),
    )
    told.answer(
        answering(
            *citations,
            figures=figures,
            statements=statements,
            answer=" ".join(one.text for one in statements),
            conflicts=(Conflict(summary="Two sizes for 2031.", figures=(0, 2), citations=(1, 3)),),
            withheld=(Withheld(text="It will reach USD 99 million.", reason="no passage states it"),),
            mended=(Mended(text="It reached USD 10 million.", reason="told as a forecast there", became=FORECAST),),
            elapsed_ms=12.4,
        )
    )
    return told


def test_an_answer_is_its_statements_with_their_citations_after_them(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".statement")).to_have_text(
        ["It will reach USD 10 million by 20311.", "That is 2 times the size of 2024.12"], use_inner_text=True
    )
    for locator, name, value in [
        (".lead", "font-size", "17px"),
        (".lead", "font-weight", "500"),
        (".lead .figure", "text-wrap-mode", "nowrap"),
        (".lead .figure", "font-variant-numeric", "tabular-nums"),
    ]:
        expect(page.locator(locator)).to_have_css(name, value)
    expect(page.get_by_role("button", name="Citation 1: Market").first).to_be_visible()


def test_a_computed_figure_opens_its_formula_in_place(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large?")
    figure = page.get_by_role("button", name="2 times, computed: show how")
    expect(page.locator(".formula")).to_be_hidden()
    figure.click()
    expect(page.locator(".formula")).to_have_text("computed: 10 ÷ 5 = 212")
    expect(figure).to_have_attribute("aria-expanded", "true")
    figure.click()
    expect(page.locator(".formula")).to_be_hidden()


def test_conflicting_figures_stand_side_by_side_with_the_main_one_marked(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large?")
    table = page.get_by_role("table", name="Differs Two sizes for 2031.")
    expect(table.locator("thead th")).to_have_text(["Figure", "What and when", "Where it stands"])
    expect(table.locator("tbody th")).to_have_text(["USD 10 millionused above", "USD 23 billion"])
    expect(table.locator("tbody tr:nth-child(2) td")).to_have_text([f"2031{OTHER}", "Takeaways 3"])
    table.locator("[data-citation='3']").click()
    expect(page.locator("actqa-source mark")).to_have_text(["It will reach USD 23 billion by 2031."])


def test_passages_that_differ_without_a_figure_stand_in_two_columns(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\n| Leader | Acme |\n|---|---|\n\nBeta leads.\n")
    citations = [cite(report, "| Leader | Acme |", 1), cite(report, "Beta leads.", 2)]
    told.answer(answering(*citations, conflicts=(Conflict(summary="Two leaders.", citations=(1, 2)),)))
    page = open_page()
    ask(page, "Who leads?")
    table = page.get_by_role("table", name="Differs Two leaders.")
    expect(table.locator("thead th")).to_have_text(["What and when", "Where it stands"])
    expect(table.locator("td:first-child")).to_have_text(["Leader · Acme", "Beta leads."])


def test_a_statement_that_lists_is_set_as_a_list(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\nAcme; Beta; Gamma; Delta.\n")
    told.answer(answering(cite(report, "Acme; Beta; Gamma; Delta."), text="Key players: Acme; Beta; Gamma; Delta."))
    page = open_page()
    ask(page, "Who is there?")
    expect(page.locator(".statement p")).to_have_text(["Key players:1"])
    expect(page.locator(".statement li")).to_have_text(["Acme", "Beta", "Gamma", "Delta"])


def test_what_was_withheld_is_shown_on_demand(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".withheld li")).to_be_hidden()
    page.get_by_text("1 statement withheld").click()
    expect(page.locator(".withheld li")).to_have_text(["It will reach USD 99 million. – no passage states it"])
    expect(page.locator(".engine")).to_have_text("from the report’s own words · 12 ms")


def test_what_came_right_at_the_second_try_is_shown_on_demand(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".mended li")).to_be_hidden()
    page.get_by_text("1 statement corrected").click()
    said = f"It reached USD 10 million. – told as a forecast there. It became: {FORECAST}"
    expect(page.locator(".mended li")).to_have_text([said])


def test_a_refusal_is_plain_text(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", REPORT)
    text = "The report does not say. The nearest: it will reach USD 10 million by 2031 [1]."
    told.answer(
        answering(cite(report, "It will reach USD 10 million by 2031."), answered=False, statements=(), answer=text)
    )
    page = open_page()
    ask(page, "How large in 2050?")
    expect(page.locator(".statement")).to_have_text([text.replace(" [1]", "1")])
    expect(page.locator(".statement")).to_have_css("font-weight", "400")
    expect(page.locator(".fault")).to_have_count(0)


def test_statements_appear_as_they_come_and_are_announced_whole(held: Told, open_page: OpenPage) -> None:
    go_on = threading.Event()
    whole = list(held.script("?"))

    def slow(question: str) -> Iterator[Event]:
        yield from whole[:2]
        assert go_on.wait(20)
        yield from whole[2:]

    held.script = slow
    page = open_page()
    ask(page, "How large?")
    # Between statements it is also said what is being done, where they are slow to come.
    said = page.locator("[aria-live=polite] p").filter(has_text="2")
    expect(page.locator(".statement")).to_have_count(1)
    expect(said).to_have_text(["It will reach USD 10 million by 2031 [1]."])
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    go_on.set()
    expect(page.locator(".statement")).to_have_count(2)
    expect(said).to_have_text(["It will reach USD 10 million by 2031 [1].", "That is 2 times the size of 2024."])
    expect(page.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_the_wait_is_silent_at_first_and_then_says_what_is_done(held: Told, open_page: OpenPage) -> None:
    go_on = threading.Event()
    answer = held.script

    def slow(question: str) -> Iterator[Event]:
        yield StatusEvent(text="Searching 1 report")
        assert go_on.wait(20)
        yield from answer(question)

    held.script = slow
    page = open_page(color_scheme="light")  # in a context of its own, since the clock is the context's
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    ask(page, "How large?")
    status = page.locator("actqa-turn .status")
    expect(status).to_have_text("Searching 1 report")
    page.clock.run_for(290)
    expect(status).to_be_hidden()
    page.clock.run_for(20)
    expect(status).to_be_visible()
    go_on.set()
    expect(page.locator(".engine")).to_be_visible()
    expect(status).to_be_hidden()


def test_a_running_answer_can_be_stopped_and_asked_again(held: Told, open_page: OpenPage) -> None:
    stopped = threading.Event()
    answer = held.script

    def endless(question: str) -> Iterator[Event]:
        try:
            yield next(iter(list(answer(question))[1:]))
            while not stopped.wait(0.02):
                yield StatusEvent(text="Still at it")
        finally:
            stopped.set()

    held.script = endless
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".statement")).to_have_count(1)
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".stopped")).to_contain_text("Stopped.")
    assert stopped.wait(10), "the server goes on with an answer that nobody waits for"
    held.script = answer
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".statement")).to_have_count(2)
    expect(page.locator("actqa-turn")).to_have_count(1)


def cut(route: Route, events: list[Event]) -> None:
    """A stream that ends without its answer."""
    body = "".join(f"event: {event.event}\r\ndata: {event.model_dump_json()}\r\n\r\n" for event in events)
    route.fulfill(status=200, content_type="text/event-stream", body=body)


def test_a_cut_stream_keeps_what_came_and_can_be_tried_again(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    begun = list(held.script("?"))[:2]
    page.route("**/api/chat", lambda route: cut(route, begun), times=1)
    ask(page, "How large?")
    expect(page.locator(".fault .what")).to_have_text("The answer broke off before it was complete.")
    expect(page.locator(".statement")).to_have_count(1)
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".engine")).to_be_visible()
    expect(page.locator(".fault")).to_have_count(0)
    expect(page.locator(".statement")).to_have_count(2)


def test_a_server_out_of_reach_is_said_and_can_be_tried_again(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    page.route("**/api/chat", lambda route: route.abort(), times=1)
    ask(page, "How large?")
    expect(page.locator(".fault p")).to_have_text(
        ["The server could not be reached.", "Check that it is running and that you are connected, then try again."]
    )
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".engine")).to_be_visible()


def test_a_failure_within_the_stream_is_said_in_the_servers_words(held: Told, open_page: OpenPage) -> None:
    answer = held.script

    def failing(question: str) -> Iterator[Event]:
        yield from list(answer(question))[:2]
        raise IndexMissing("The index went away.")

    held.script = failing
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".fault .what")).to_have_text("The index went away.")
    held.script = answer
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".engine")).to_be_visible()


def test_a_refused_question_shows_the_servers_message(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    error = {"error": {"code": "bad_question", "message": "Ask in 2,000 characters or fewer."}}
    page.route("**/api/chat", lambda route: route.fulfill(status=422, json=error), times=1)
    ask(page, "How large?")
    expect(page.locator(".fault p")).to_have_text(
        ["Ask in 2,000 characters or fewer.", "Change the question and ask it again."]
    )


def test_an_answer_that_differs_from_its_stream_replaces_it(held: Told, open_page: OpenPage) -> None:
    answers = [event.answer for event in held.script("?") if isinstance(event, AnswerEvent)]

    def differing(question: str) -> Iterator[Event]:
        yield StatementEvent(statement=Statement(text="A first thought.", citations=()))
        yield AnswerEvent(answer=answers[0])

    held.script = differing
    page = open_page()
    ask(page, "How large?")
    expect(page.locator(".engine")).to_be_visible()
    expect(page.locator(".lead")).to_contain_text("It will reach USD 10 million by 2031")
    expect(page.locator(".statement")).to_have_count(2)


def test_earlier_questions_and_the_picked_report_go_along(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    for question in ["How large?", "And how fast?"]:
        ask(page, question)
        expect(page.locator("actqa-turn").last.locator(".engine")).to_be_visible()
    pick(page, "Market")
    ask(page, "And who?")
    expect(page.locator("actqa-turn")).to_have_count(3)
    expect(page.locator("actqa-turn").last.locator(".engine")).to_be_visible()
    assert held.asked == [
        Asked("How large?", None, ()),
        Asked("And how fast?", None, ("How large?",)),
        Asked("And who?", "market", ("How large?", "And how fast?")),
    ]


def test_the_last_question_can_be_edited(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How lrge?")
    expect(page.locator(".engine")).to_be_visible()
    box = page.get_by_label("Your question")
    box.press("ArrowUp")
    expect(box).to_have_value("How lrge?")
    expect(page.get_by_text("Replaces your last question.")).to_be_visible()
    ask(page, "How large?")
    expect(page.locator(".question")).to_have_text(["How large?"])
    expect(page.locator(".engine")).to_be_visible()
    assert held.asked[-1] == Asked("How large?", None, ())


def test_an_empty_page_offers_questions_to_begin_with(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    expect(page.get_by_role("heading", name="Ask about the reports")).to_be_visible()
    page.get_by_role("button", name="Which region leads?").click()
    expect(page.locator(".question")).to_have_text(["Which region leads?"])
    expect(page.locator(".engine")).to_be_visible()
    assert [asked.question for asked in held.asked] == ["Which region leads?"]


def test_without_reports_the_page_says_how_to_add_some(told: Told, open_page: OpenPage) -> None:
    page = open_page()
    expect(page.get_by_role("heading", name="There is nothing to ask about yet")).to_be_visible()
    told.hold("market", REPORT)
    page.get_by_role("button", name="Load again").click()
    expect(page.get_by_role("heading", name="Ask about the reports")).to_be_visible()
    expect(page.locator("actqa-reports li")).to_have_text(["All reports", "Market"])


def test_a_list_of_reports_that_fails_to_load_can_be_loaded_again(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    missing = {"error": {"code": "index_missing", "message": "Nothing is indexed yet."}}
    page.route("**/api/reports", lambda route: route.fulfill(status=503, body=json.dumps(missing)), times=1)
    page.reload()
    expect(page.locator(".fault p")).to_have_text(
        ["Nothing is indexed yet.", "Run “actqa index” on the server, then try again."]
    )
    page.get_by_role("button", name="Load again").click()
    expect(page.get_by_role("heading", name="Ask about the reports")).to_be_visible()


def test_a_stream_of_the_shelf_is_one_of_the_answer() -> None:
    """The helper that these tests rest on."""
    answer = answering(text="So it is.")
    assert [event.event for event in stream_of(answer)] == ["status", "statement", "answer"]
