"""Everything without a pointer."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from web.shelf import Told, answering, cite

OpenPage = Callable[..., Page]
REPORT = "# Market\n\nAlpha stands here.\n\nOmega stands there.\n"


def open_with_two_citations(told: Told, open_page: OpenPage, **options: object) -> Page:
    report = told.hold("market", REPORT)
    citations = [cite(report, "Alpha stands here.", 1), cite(report, "Omega stands there.", 2)]
    told.answer(answering(*citations, text="Alpha [1] and Omega [2]."))
    return open_page(**options)


def test_a_question_is_asked_read_and_checked_with_keys_alone(told: Told, open_page: OpenPage) -> None:
    page = open_with_two_citations(told, open_page)
    press = page.keyboard.press
    expect(page.get_by_role("button", name="Who are the key players?")).to_be_visible()
    press("/")
    box = page.get_by_label("Your question")
    expect(box).to_be_focused()
    page.keyboard.type("Where/")
    press("Shift+Enter")
    page.keyboard.type("exactly?")
    expect(box).to_have_value("Where/\nexactly?")
    press("Enter")
    expect(page.locator(".question")).to_have_text(["Where/\nexactly?"])
    expect(page.locator(".engine")).to_be_visible()
    chip = page.get_by_role("button", name="Citation 1: Market")
    while not chip.evaluate("(node) => node === document.activeElement"):
        press("Shift+Tab")
        assert page.evaluate("document.activeElement !== document.body")
    press("Enter")
    expect(page.locator("actqa-source mark")).to_have_text(["Alpha stands here."])
    expect(page.get_by_role("region", name="Report text")).to_be_focused()
    press("]")
    expect(page.locator("actqa-source mark")).to_have_text(["Omega stands there."])
    press("Escape")
    expect(page.locator("actqa-source")).to_be_hidden()
    expect(chip).to_be_focused()


def test_the_keys_are_listed_on_demand(told: Told, open_page: OpenPage) -> None:
    page = open_with_two_citations(told, open_page)
    button = page.get_by_role("button", name="Keys")
    page.keyboard.press("?")
    expect(page.locator(".keys dt")).to_have_text(
        ["/", "r", "t", "n", "Enter", "Shift–Enter", "↑", "[", "]", "p", "Esc", "?"]
    )
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".keys")).to_be_hidden()
    expect(button).to_be_focused()


def test_letters_typed_into_the_question_are_no_commands(told: Told, open_page: OpenPage) -> None:
    page = open_with_two_citations(told, open_page)
    page.get_by_label("Your question").press_sequentially("why [1]? and/or")
    expect(page.get_by_label("Your question")).to_have_value("why [1]? and/or")
    expect(page.locator(".keys")).to_be_hidden()


def test_every_control_has_a_name_and_shows_its_focus(told: Told, open_page: OpenPage) -> None:
    page = open_with_two_citations(
        told, open_page, color_scheme="light"
    )  # in a context of its own: nothing is kept yet
    page.get_by_label("Your question").fill("Where?")
    page.keyboard.press("Enter")
    page.locator(".chip").first.press("Enter")
    expect(page.locator("actqa-source mark")).to_be_visible()
    page.get_by_role("link", name="Skip to the question").focus()
    seen: list[str] = []
    for _ in range(40):
        focused = page.evaluate(
            """() => {
                const node = document.activeElement;
                const name = node.ariaLabel || node.labels?.[0]?.textContent || node.innerText;
                const style = getComputedStyle(node);
                return node === document.body ? null : {name, outline: style.outlineStyle, width: style.outlineWidth};
            }"""
        )
        if focused is None or (seen and focused["name"] == seen[0]):
            break
        assert focused["name"].strip(), focused
        assert (focused["outline"], focused["width"]) == ("solid", "2px"), focused
        seen.append(focused["name"])
        page.keyboard.press("Tab")
    assert seen == [
        "Skip to the question",
        "Reports and conversations, picked: All reports",
        "Ask",
        "Tables",
        "Theme: auto",
        "Keys",
        "All reports",
        "Market",
        "Add reports",
        "New",
        "Where?",
        "More for “Where?”",
        "Conversation text",
        "Edit: Where?",
        "Citation 1: Market",
        "Citation 2: Market",
        "Copy",
        "Copy with citations",
        "Open the sources",
        "Ask again",
        "Your question",
        "Ask",
        "Width of the source",
        "Close",
        "Previous citation",
        "Next citation",
        "Report text",
    ]


def test_nothing_moves_where_less_motion_is_wanted(told: Told, open_page: OpenPage) -> None:
    page = open_with_two_citations(told, open_page, width=768, reduced_motion="reduce")
    page.get_by_label("Your question").fill("Where?")
    page.keyboard.press("Enter")
    page.locator(".chip").first.click()
    expect(page.locator("actqa-source")).to_have_css("animation-duration", "0s")
    expect(page.locator(".chip").first).to_have_css("transition-duration", "0s, 0s")
