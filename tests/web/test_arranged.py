"""Tables that are sorted, filtered, copied and shown in part; quotes on the spot; reports that are searched for."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from web.canned import ID, TEXT, show_tables
from web.reading import ask
from web.shelf import Shelf, Told, answering, cite

OpenPage = Callable[..., Page]


@pytest.fixture
def page(told: Told, chromium: Browser, shelf_server: tuple[str, Shelf]) -> Iterator[Page]:
    """The tables, in a context of its own whose clipboard can be read."""
    context = chromium.new_context(reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"])

    def open_one() -> Page:
        page = context.new_page()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(shelf_server[0])
        return page

    yield show_tables(told, open_one)
    context.close()


def column(page: Page, kind: str, at: int) -> list[str]:
    """What stands in a column of the rows that are seen."""
    cells = page.locator(f"table.{kind} tbody tr:not(.more) > :nth-child({at})").filter(visible=True)
    return [" ".join(text.split()) for text in cells.all_inner_texts()]


def test_a_head_sorts_its_column_up_down_and_back(page: Page) -> None:
    head = page.locator("table.shares th", has_text="Share (%)")
    assert column(page, "shares", 3) == ["45", "30", "55.5"]
    for order, values in [
        ("ascending", ["30", "45", "55.5"]),
        ("descending", ["55.5", "45", "30"]),
        (None, ["45", "30", "55.5"]),
    ]:
        head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == order
        assert column(page, "shares", 3) == values


def test_a_filter_leaves_the_rows_that_have_all_words_in_every_table(page: Page) -> None:
    page.get_by_label("Filter", exact=True).fill("asia  pacific")
    expect(page.locator(".filter .found")).to_have_text("8 of 66 rows")
    expect(page.locator("table.shares tbody tr").filter(visible=True)).to_have_count(1)
    expect(page.locator(".facts.players")).to_be_hidden()
    expect(page.locator(".card li", has_text="Australia & New Zealand").last).to_be_visible()
    expect(page.locator(".card li", has_text="Benelux").last).to_be_hidden()
    page.get_by_label("Filter", exact=True).fill("")
    expect(page.locator(".facts.players")).to_be_visible()
    expect(page.locator(".filter .found")).to_have_text("")


def test_a_column_that_nobody_wants_stays_away_and_is_not_copied(page: Page) -> None:
    shares = page.locator(".facts.shares")
    shares.get_by_text("Columns").click()
    shares.get_by_label("Said as").uncheck()
    expect(shares.locator("thead th").filter(visible=True)).to_have_count(3)
    page.reload()
    page.locator("table.shares").wait_for()
    expect(shares.locator("thead th").filter(visible=True)).to_have_count(3)
    shares.get_by_role("button", name="Copy").click()
    expect(shares.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "Who or what\tShare (%)",
        "North America\t45",
        "Asia-Pacific\t30",
        "top innovators\t55.5",
    ]


def test_a_quote_stands_at_its_chip_while_that_is_pointed_at_or_focused(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\nAlpha stands here.\n")
    told.answer(answering(cite(report, "Alpha stands here.")))
    page = open_page()
    ask(page, "Where?")
    chip = page.locator(".statement .chip")
    card = page.locator(".quote-card")
    chip.hover()
    expect(card.locator("blockquote")).to_have_text("Alpha stands here.")
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    page.mouse.move(0, 0)
    page.get_by_role("button", name="Edit: Where?").focus()
    page.keyboard.press("Tab")
    expect(chip).to_be_focused()
    expect(card).to_be_visible()
    expect(chip).to_have_attribute("aria-description", "Alpha stands here.")
    page.keyboard.press("Enter")
    expect(card).to_be_hidden()
    expect(page.locator("actqa-source mark")).to_have_text(["Alpha stands here."])


def test_reports_are_searched_for_by_words_of_their_titles(told: Told, open_page: OpenPage) -> None:
    for name in ("Tea", "Green Tea", "Café", "Rope", "Salt", "Soap"):
        told.hold(name.lower().replace(" ", "-"), f"# {name} Market\n\nText.\n")
    page = open_page()
    seen = page.locator("actqa-reports li").filter(visible=True)
    expect(seen).to_have_count(7)
    page.keyboard.press("r")
    field = page.get_by_label("Find a report")
    expect(field).to_be_focused()
    field.fill("market tea")
    expect(seen).to_have_text(["Tea Market", "Green Tea Market"])
    field.fill("cafe")
    expect(seen).to_have_text(["Café Market"])
    field.press("Enter")
    expect(page.get_by_role("heading", name="Ask about Café Market")).to_be_visible()
    field.fill("wire")
    expect(page.locator("actqa-reports").get_by_role("status")).to_have_text("No report’s title has these words.")
    field.press("Escape")
    expect(seen).to_have_count(7)


def test_the_source_is_made_wider_by_keys_and_by_a_press(told: Told, open_page: OpenPage) -> None:
    report = told.hold(ID, TEXT)
    told.answer(answering(cite(report, "| Base Year | 2024 |")))
    page = open_page()
    ask(page, "Which year?")
    page.locator(".statement .chip").click()
    edge = page.get_by_role("separator", name="Width of the source")
    source = page.locator("actqa-source")
    expect(source).to_have_css("width", "576px")
    edge.press("ArrowLeft")
    expect(edge).to_have_attribute("aria-valuenow", "42")
    edge.press("End")
    expect(source).to_have_css("width", "360px")
    edge.click()
    expect(edge).to_have_attribute("aria-valuenow", "55")
