"""A page of a PDF in the source pane, with the cited words framed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from web.reading import ask, open_citation
from web.shelf import Told, answering, cite

from actqa.index.boxes import Rectangle

OpenPage = Callable[..., Page]
FIRST = "# Market\n\n😀 Alpha stands here.\n\n"
TEXT = f"{FIRST}Omega stands there.\n"
FRAMED = Rectangle(0.1, 0.75, 0.6, 0.8)


@pytest.fixture
def page(told: Told, open_page: OpenPage) -> Page:
    """An answer that cites both pages of a file, opened at the second citation."""
    report = replace(told.hold("market", TEXT), page_starts=(0, len(FIRST)), pages=2)
    told.reports["market"] = report
    told.boxes = {2: [FRAMED]}
    omega = cite(report, "Omega stands there.", 2, page=2)
    told.answer(answering(cite(report, "Alpha stands here.", 1, page=1), omega))
    page = open_page()
    ask(page, "Where?")
    open_citation(page, 2)
    return page


def box_on_image(page: Page) -> list[float]:
    return page.evaluate(
        """() => {
            const of = (selector) => document.querySelector(selector).getBoundingClientRect();
            const [image, box] = [of("img.printed"), of(".box")];
            return [(box.left - image.left) / image.width, (box.top - image.top) / image.height,
                    box.width / image.width, box.height / image.height].map((share) => Math.round(share * 1000) / 1000);
        }"""
    )


def test_the_page_is_shown_with_what_is_cited_framed(page: Page) -> None:
    page.get_by_role("group", name="Shown as").get_by_role("button", name="Page").click()
    expect(page.locator(".paper:not([aria-busy]) .box")).to_be_in_viewport()
    assert box_on_image(page) == [0.1, 0.75, 0.5, 0.05]
    image = page.get_by_role("img", name="Page 2 of 2 of “Market” as it was printed")
    expect(image).to_be_visible()
    assert "Framed on it: “Omega stands there.”." in (image.get_attribute("alt") or "")
    page.get_by_role("button", name="Page before").click()
    expect(page.locator(".where")).to_have_text("Page 1 of 2")
    expect(page.locator(".box")).to_have_count(0)
    expect(page.get_by_role("button", name="Page before")).to_be_disabled()


def test_quotes_say_on_which_page_they_stand(page: Page) -> None:
    expect(page.locator("actqa-source .report")).to_have_text("Market · page 2")
    page.locator("actqa-turn .chip").first.hover()
    expect(page.locator(".quote-card .section")).to_have_text("Market · page 1")


def test_keys_lead_to_it_and_back_and_through_the_citations(page: Page) -> None:
    page.keyboard.press("p")
    expect(page.locator(".where")).to_have_text("Page 2 of 2")
    expect(page.get_by_role("button", name="Page", exact=True)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("[")
    expect(page.locator(".where")).to_have_text("Page 1 of 2")
    page.keyboard.press("p")
    expect(page.locator("actqa-source mark")).to_have_text(["Alpha stands here."])
    expect(page.locator("actqa-source mark")).to_be_in_viewport()
    expect(page.locator("img.printed")).to_be_hidden()


def test_a_page_that_cannot_be_shown_says_so(page: Page) -> None:
    page.route("**/pages/*.png*", lambda route: route.fulfill(status=404))
    page.keyboard.press("p")
    expect(page.locator(".pages-view .none")).to_have_text(
        "This page cannot be shown as it was printed. Its words are in the text."
    )


def test_a_report_without_pages_has_no_such_choice(told: Told, open_page: OpenPage) -> None:
    report = told.hold("plain", TEXT)
    told.answer(answering(cite(report, "Omega stands there.")))
    page = open_page()
    ask(page, "Where?")
    open_citation(page)
    expect(page.get_by_role("group", name="Shown as")).to_be_hidden()
    page.keyboard.press("p")
    expect(page.locator("actqa-source mark")).to_be_visible()
