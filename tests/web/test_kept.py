"""Conversations are kept in the browser: nothing is lost, and all of it can be taken along."""

import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from web.reading import ask, open_citation, pick
from web.shelf import Shelf, Told, answering, cite, revised, serving

from actqa.answering.answer import Statement
from actqa.answering.events import Event, StatementEvent, StatusEvent

TEXT = "# Market\n\nAlpha stands here.\n\nOmega stands there.\n"


@pytest.fixture
def page(told: Told, chromium: Browser, shelf_server: tuple[str, Shelf]) -> Iterator[Page]:
    """In a context of its own, in which nothing is kept yet; what the clipboard takes can be read."""
    report = told.hold("market", TEXT)
    citations = [cite(report, "Alpha stands here.", 1), cite(report, "Omega stands there.", 2)]
    told.answer(answering(*citations, text="Alpha [1] and Omega [2]."))
    context: BrowserContext = chromium.new_context(
        reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(shelf_server[0])
    yield page
    context.close()


def answered(page: Page, question: str) -> None:
    ask(page, question)
    expect(page.locator("actqa-turn").last.locator(".engine")).to_be_visible()


def load_again(page: Page) -> None:
    """Once all has been written that is to be kept."""
    expect(page.locator("actqa-conversations[aria-busy]")).to_have_count(0)
    page.reload()


def entries(page: Page) -> Any:
    return page.locator("actqa-conversations button.open")


def more(page: Page, title: str, act: str) -> None:
    page.get_by_role("button", name=f"More for “{title}”").click()
    page.locator("actqa-conversations").get_by_role("button", name=act).click()


def test_a_reload_loses_nothing(page: Page) -> None:
    pick(page, "Market")
    answered(page, "Where?")
    answered(page, "And then?")
    page.get_by_label("Your question").fill("Half a quest")
    load_again(page)
    expect(page.locator(".question")).to_have_text(["Where?", "And then?"])
    expect(page.locator(".statement")).to_have_text(["Alpha1 and Omega2."] * 2)
    expect(page.get_by_label("Your question")).to_have_value("Half a quest")
    expect(entries(page)).to_have_text(["Where?"])
    open_citation(page, 2)
    expect(page.locator("actqa-source mark")).to_have_text(["Omega stands there."])


@pytest.fixture
def slow(told: Told) -> Iterator[threading.Event]:
    """Answers to "Slow?" end when the event is set."""
    whole, go_on = told.script, threading.Event()

    def script(question: str) -> Iterator[Event]:
        if question != "Slow?":
            yield from whole(question)
            return
        yield StatusEvent(text="Checking")
        go_on.wait(20)
        yield from whole(question)

    told.script = script
    yield go_on
    go_on.set()


def test_an_answer_goes_on_while_another_conversation_is_shown(page: Page, slow: threading.Event) -> None:
    ask(page, "Slow?")
    expect(page.locator(".status")).to_have_text("Checking")
    page.get_by_role("button", name="New").click()
    expect(entries(page)).to_have_text(["Slow?"])
    expect(page.locator("actqa-conversations .entries")).to_contain_text("being answered…")
    answered(page, "Quick?")
    entries(page).filter(has_text="Slow?").click()
    expect(page.locator(".status")).to_have_text("Checking")
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    entries(page).filter(has_text="Quick?").click()
    slow.set()
    expect(page.locator("actqa-conversations .entries")).not_to_contain_text("being answered…")
    load_again(page)
    entries(page).filter(has_text="Slow?").click()
    expect(page.locator(".statement")).to_have_text(["Alpha1 and Omega2."])
    expect(page.locator(".engine")).to_be_visible()


def test_a_conversation_that_is_deleted_while_it_is_answered_stays_so(page: Page, slow: threading.Event) -> None:
    ask(page, "Slow?")
    expect(page.locator(".status")).to_be_visible()
    page.get_by_role("button", name="New").click()
    more(page, "Slow?", "Delete")
    slow.set()
    answered(page, "Quick?")
    load_again(page)
    expect(entries(page)).to_have_text(["Quick?"])


def test_what_is_being_done_is_said_politely(page: Page, slow: threading.Event) -> None:
    ask(page, "Slow?")
    said = page.locator("actqa-conversation [aria-live=polite] p")
    expect(said.last).to_have_text("Checking")
    slow.set()
    expect(said.last).to_have_text("Alpha [1] and Omega [2].")


def test_an_answer_cut_by_a_reload_keeps_what_came_and_can_be_asked_again(page: Page, told: Told) -> None:
    whole = told.script
    go_on = threading.Event()

    def slow(question: str) -> Iterator[Event]:
        yield StatementEvent(statement=Statement(text="A first thought.", citations=()))
        while not go_on.wait(0.05):
            yield StatusEvent(text="Still at it")

    told.script = slow
    ask(page, "Where?")
    expect(page.locator(".statement")).to_have_text(["A first thought."])
    load_again(page)
    go_on.set()
    expect(page.locator(".statement")).to_have_text(["A first thought."])
    expect(page.locator(".stopped")).to_contain_text("This page was closed before the answer was whole.")
    told.script = whole
    page.get_by_role("button", name="Ask again").click()
    expect(page.locator(".statement")).to_have_text(["Alpha1 and Omega2."])


def test_conversations_are_begun_opened_named_and_told_apart(page: Page) -> None:
    answered(page, "First?")
    page.get_by_role("button", name="New").click()
    expect(page.locator("actqa-turn")).to_have_count(0)
    expect(page.get_by_label("Your question")).to_be_focused()
    answered(page, "Second?")
    expect(entries(page)).to_have_text(["Second?", "First?"])
    more(page, "First?", "Rename")
    page.get_by_label("Name of the conversation").fill("Alpha and Omega")
    page.keyboard.press("Enter")
    expect(entries(page)).to_have_text(["Second?", "Alpha and Omega"])
    entries(page).last.click()
    expect(page.locator(".question")).to_have_text(["First?"])
    answered(page, "Third?")
    expect(entries(page)).to_have_text(["Alpha and Omega", "Second?"])
    load_again(page)
    expect(page.locator(".question")).to_have_text(["First?", "Third?"])


def test_a_deleted_conversation_comes_back_by_one_press(page: Page) -> None:
    answered(page, "First?")
    more(page, "First?", "Delete")
    expect(entries(page)).to_have_count(0)
    expect(page.locator("actqa-turn")).to_have_count(0)
    notice = page.locator("actqa-notice")
    expect(notice.get_by_role("status")).to_have_text("“First?” is deleted.")
    notice.get_by_role("button", name="Undo").click()
    expect(notice).to_be_hidden()
    expect(page.locator(".question")).to_have_text(["First?"])
    more(page, "First?", "Delete")
    expect(notice).to_be_visible()
    load_again(page)
    expect(page.get_by_role("heading", name="Ask about the reports")).to_be_visible()
    expect(entries(page)).to_have_count(0)


def test_a_conversation_is_exported_as_markdown(page: Page) -> None:
    pick(page, "Market")
    answered(page, "Where *is* it?")
    with page.expect_download() as download:
        more(page, "Where *is* it?", "Export")
    assert download.value.suggested_filename == "where-is-it.md"
    text = re.sub(r"\d{4}-\d{2}-\d{2}", "DATE", download.value.path().read_text("utf-8"))
    assert text == (
        "# Where \\*is\\* it?\n\nExported from actqa, DATE.\n\n## Where \\*is\\* it?\n\n*Market*\n\n"
        "Alpha [1] and Omega [2].\n\n"
        "- [1] Market: “Alpha stands here.”\n- [2] Market: “Omega stands there.”\n"
    )


def test_an_answer_is_copied_with_its_citations(page: Page) -> None:
    answered(page, "Where?")
    page.get_by_role("button", name="Copy with citations").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "Alpha [1] and Omega [2].\n\n[1] Market: “Alpha stands here.”\n[2] Market: “Omega stands there.”"
    )
    expect(page.get_by_role("log")).to_contain_text("Copied")


def test_a_list_is_copied_as_a_table(page: Page, told: Told) -> None:
    report = told.hold("market", "# Market\n\nAcme; Beta; Gamma; Delta.\n")
    told.answer(answering(cite(report, "Acme; Beta; Gamma; Delta."), text="Key players: Acme; Beta; Gamma; Delta."))
    answered(page, "Who?")
    page.get_by_role("button", name="Copy as table").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[:2] == [
        "Name\tOf\tWhere it stands",
        "Acme\tKey players\tMarket",
    ]


def test_an_earlier_question_is_edited_in_its_place(page: Page, told: Told) -> None:
    answered(page, "Frist?")
    answered(page, "Second?")
    page.get_by_role("button", name="Edit: Frist?").click()
    box = page.get_by_label("Your question")
    expect(box).to_have_value("Frist?")
    expect(box).to_be_focused()
    expect(page.get_by_text("Replaces an earlier question.")).to_be_visible()
    answered(page, "First?")
    expect(page.locator(".question")).to_have_text(["First?", "Second?"])
    expect(page.locator("actqa-turn").first.locator(".engine")).to_be_visible()
    assert [asked.question for asked in told.asked] == ["Frist?", "Second?", "First?"]
    load_again(page)
    expect(page.locator(".question")).to_have_text(["First?", "Second?"])


def test_where_the_browser_is_full_it_is_said_and_what_was_asked_can_be_exported(page: Page) -> None:
    page.evaluate(
        """() => {
            window.put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function () {
                this.transaction.abort();
                throw new DOMException("", "QuotaExceededError");
            };
        }"""
    )
    answered(page, "Where?")
    notice = page.locator("actqa-notice")
    expect(notice).to_contain_text("This browser has no room left")
    with page.expect_download() as download:
        notice.get_by_role("button", name="Export").click()
    assert "Alpha [1] and Omega [2]." in download.value.path().read_text("utf-8")
    page.evaluate("void (IDBObjectStore.prototype.put = window.put)")
    answered(page, "And then?")
    expect(notice).to_be_hidden()
    load_again(page)
    expect(page.locator(".question")).to_have_text(["Where?", "And then?"])


def test_where_the_browser_forbids_to_keep_anything_the_page_works_and_says_so(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('', 'SecurityError'); } });"
    )
    load_again(page)
    answered(page, "Where?")
    expect(page.locator("actqa-notice")).to_contain_text("This browser keeps nothing for this page")
    expect(entries(page)).to_have_text(["Where?"])


def test_two_tabs_see_each_others_conversations(page: Page, shelf_server: tuple[str, Shelf]) -> None:
    other = page.context.new_page()
    other.goto(shelf_server[0])
    expect(other.get_by_role("heading", name="Ask about the reports")).to_be_visible()
    answered(page, "Where?")
    expect(entries(other)).to_have_text(["Where?"])
    entries(other).click()
    answered(other, "And then?")
    expect(page.locator(".question")).to_have_text(["Where?", "And then?"])


def test_an_answer_from_before_a_report_changed_says_what_became_of_its_quotes(page: Page, told: Told) -> None:
    answered(page, "Where?")
    told.reports["market"] = revised(told.reports["market"], TEXT.replace("Alpha", "New words first.\n\nAlpha"))
    load_again(page)
    note = page.locator(".revised")
    expect(note).to_contain_text("The report has changed since this answer. All its quotes still stand there.")
    open_citation(page, 1)
    expect(page.locator("actqa-source mark")).to_have_text(["Alpha stands here."])
    told.reports["market"] = revised(told.reports["market"], TEXT.replace("Omega stands there.", "It went away."))
    load_again(page)
    expect(note).to_contain_text("1 of its 2 quotes no longer stand there.")
    expect(page.locator(".chip.lost")).to_have_text(["2"])
    told.answer(answering(cite(told.reports["market"], "It went away.")))
    note.get_by_role("button", name="Ask again").click()
    expect(page.locator(".statement")).to_have_text(["It is so.1"])
    expect(note).to_be_hidden()


def test_a_page_without_connection_says_so_and_goes_on_when_it_is_back(page: Page) -> None:
    page.context.set_offline(True)
    expect(page.locator("actqa-notice")).to_contain_text("There is no connection.")
    page.context.set_offline(False)
    expect(page.locator("actqa-notice")).to_be_hidden()


def test_questions_to_begin_with_are_those_of_the_report(page: Page, told: Told) -> None:
    told.suggested = ("How large is Alpha?",)
    load_again(page)
    expect(page.locator("button.example")).to_have_text(["How large is Alpha?"])
    page.locator("button.example").click()
    expect(page.locator(".question")).to_have_text(["How large is Alpha?"])


def test_each_who_signs_in_has_conversations_of_their_own(told: Told, chromium: Browser) -> None:
    with serving(api_keys=("first", "second")) as (url, shelf):
        report = shelf.told.hold("market", TEXT)
        shelf.told.answer(answering(cite(report, "Alpha stands here.")))
        context = chromium.new_context(reduced_motion="reduce")
        page = context.new_page()
        page.goto(url)

        def sign_in(key: str) -> None:
            page.get_by_label("API key").fill(key)
            page.get_by_label("API key").press("Enter")
            expect(page.get_by_role("heading", name="Ask about the reports")).to_be_visible()

        sign_in("first")
        answered(page, "Where?")
        page.get_by_role("button", name="Sign out").click()
        sign_in("second")
        expect(page.locator("actqa-conversations .none")).to_be_visible()
        expect(page.locator("actqa-turn")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        sign_in("first")
        expect(entries(page)).to_have_text(["Where?"])
        context.close()
