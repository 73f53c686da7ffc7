"""Reports that are added on the page and removed again."""

import threading
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from web.reading import pick, picked
from web.shelf import Told

from actqa.errors import ReadingError

OpenPage = Callable[..., Page]
TEA = {"name": "tea.md", "mimeType": "text/markdown", "buffer": b"# Tea\n\nTea reached USD 5 million.\n"}
BAD = {"name": "bad.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-"}
DROP = """(names) => {
    const given = new DataTransfer();
    for (const name of names) given.items.add(new File([`# ${name}\\n\\nOf ${name}.\\n`], `${name}.md`));
    const fire = (type) => document.querySelector("actqa-conversation").dispatchEvent(
        new DragEvent(type, { dataTransfer: given, bubbles: true, cancelable: true }));
    fire("dragenter");
    const seen = !document.querySelector(".veil").hidden;
    fire("drop");
    return [seen, !document.querySelector(".veil").hidden];
}"""


@pytest.fixture
def page(told: Told, open_page: OpenPage) -> Page:
    told.hold("coffee", "# Coffee\n\nCoffee reached USD 7 million.\n")
    page = open_page()
    expect(page.get_by_role("button", name="Add reports")).to_be_visible()
    return page


def titles(page: Page) -> list[str]:
    return page.locator("actqa-reports a").all_text_contents()


def test_files_are_added_and_each_that_is_not_says_why(told: Told, page: Page) -> None:
    def take(name: str, data: bytes) -> None:
        if name == "bad.pdf":
            raise ReadingError("bad.pdf is a damaged PDF: download or export it again.")

    told.take = take
    page.locator("actqa-uploads input").set_input_files([BAD, TEA])
    lines = page.locator(".uploads li")
    expect(lines.nth(1).locator(".state")).to_have_text("added")
    expect(lines.nth(0).locator(".state")).to_have_text("bad.pdf is a damaged PDF: download or export it again.")
    expect(page.locator("actqa-reports a")).to_have_text(["All reports", "Coffee", "Tea"])
    lines.nth(1).get_by_role("link", name="Tea").click()
    expect(picked(page)).to_have_text("Tea")
    page.get_by_role("button", name="Dismiss bad.pdf").click()
    expect(lines).to_have_count(1)


def test_what_is_dropped_anywhere_is_added(told: Told, page: Page) -> None:
    assert page.evaluate(DROP, ["One", "Two"]) == [True, False]
    expect(page.locator("actqa-reports a")).to_have_text(["All reports", "Coffee", "One", "Two"])


def test_one_that_waits_can_be_cancelled(told: Told, page: Page) -> None:
    go_on = threading.Event()
    told.take = lambda name, data: bool(go_on.wait(10))
    page.locator("actqa-uploads input").set_input_files([TEA, {**TEA, "name": "more.md"}])
    expect(page.locator(".uploads .state")).to_have_text(["being read and indexed…", "waiting"])
    expect(page.get_by_role("progressbar", name="How far tea.md is")).to_be_visible()
    page.get_by_role("button", name="Cancel more.md").click()
    go_on.set()
    expect(page.locator(".uploads .state")).to_have_text(["added"])
    assert set(told.reports) == {"coffee", "tea"}


def test_a_file_that_is_too_large_is_not_even_sent(told: Told, page: Page) -> None:
    page.locator("actqa-uploads").evaluate("(element) => (element.most = 10)")
    page.locator("actqa-uploads input").set_input_files([TEA])
    expect(page.locator(".uploads .state")).to_have_text(["Not sent: larger than 0 MB."])
    assert set(told.reports) == {"coffee"}


def test_a_report_is_removed_once_that_is_confirmed(told: Told, page: Page) -> None:
    pick(page, "Coffee")
    page.get_by_role("button", name="More for “Coffee”").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="More for “Coffee”")).to_be_focused()
    assert set(told.reports) == {"coffee"}
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Remove", exact=True).click()
    page.get_by_role("button", name="Remove for good").click()
    expect(page.locator("actqa-notice")).to_contain_text("“Coffee” is removed.")
    assert told.reports == {}
    assert titles(page) == []
    expect(page.get_by_role("heading", name="There is nothing to ask about yet")).to_be_visible()


def test_who_may_not_change_the_reports_is_not_offered_to(told: Told, open_page: OpenPage) -> None:
    told.hold("coffee", "# Coffee\n\nCoffee reached USD 7 million.\n")
    page = open_page()
    said = {"kind": "session", "name": "newsroom", "expires": None, "may_change": False, "max_report_bytes": 9}
    page.route("**/api/session", lambda route: route.fulfill(json=said))
    page.reload()
    pick(page, "Coffee")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    expect(page.get_by_role("button", name="Add reports")).to_be_hidden()
    expect(page.get_by_role("button", name="More for “Coffee”")).to_be_hidden()
