"""Wide, middle, narrow; light and dark."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from web.reading import ask, off_centre, open_citation
from web.shelf import Told, answering, cite

OpenPage = Callable[..., Page]
FILLER = "\n\n".join(f"Paragraph {n} fills the page with words that nobody asked about." for n in range(60))
TABLE = "| A | B | C | D | E | F |\n|---|---|---|---|---|---|\n| one | two | three | four | five | sixth cell |"
PAIRS = [
    ("ink", "ground", 4.5),
    ("ink", "surface", 4.5),
    ("soft", "ground", 4.5),
    ("soft", "surface", 4.5),
    ("soft", "hover", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "accent-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("on-mark", "mark", 4.5),
    ("amber", "amber-soft", 4.5),
    ("red", "red-soft", 4.5),
    ("ink", "red-soft", 4.5),
    ("amber", "surface", 4.5),
    *((f"line-{number}", "surface", 4.5) for number in range(1, 7)),
    ("control", "ground", 3),
    ("control", "surface", 3),
]


@pytest.fixture
def held(told: Told) -> Told:
    report = told.hold("market", f"# Market\n\n{FILLER}\n\nThe market reached USD 5 million.\n\n{TABLE}\n\n{FILLER}\n")
    citations = [cite(report, "The market reached USD 5 million.", 1), cite(report, "sixth cell", 2)]
    told.answer(answering(*citations, text="It reached USD 5 million. " + "It went on. " * 60))
    return told


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).bounding_box()
    assert found is not None
    return {name: round(value) for name, value in found.items()}


def test_on_a_wide_screen_the_source_stands_beside_the_conversation(held: Told, open_page: OpenPage) -> None:
    page = open_page(width=1440)
    assert box(page, "actqa-conversation")["width"] == 1200
    ask(page, "How large?")
    open_citation(page)
    assert box(page, "actqa-conversation")["width"] == 624
    assert (box(page, "actqa-source")["x"], box(page, "actqa-source")["width"]) == (864, 576)


def test_on_a_middling_screen_the_source_lies_over_the_conversation(held: Told, open_page: OpenPage) -> None:
    page = open_page(width=768)
    ask(page, "How large?")
    open_citation(page)
    assert box(page, "actqa-conversation")["width"] == 768
    assert (box(page, "actqa-source")["x"], box(page, "actqa-source")["width"]) == (168, 600)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("actqa-source")).to_be_hidden()


@pytest.mark.parametrize("back", ["button", "browser"])
def test_on_a_phone_the_source_covers_all_and_back_finds_the_place_again(
    held: Told, open_page: OpenPage, back: str
) -> None:
    page = open_page(width=360, height=740)
    for _ in range(3):
        ask(page, "How large?")
        expect(page.locator("actqa-turn").last.locator(".engine")).to_be_visible()
    page.locator("actqa-turn").nth(1).locator(".chip").first.scroll_into_view_if_needed()
    before = page.evaluate("document.querySelector('actqa-conversation .scroller').scrollTop")
    assert before > 100
    page.locator("actqa-turn").nth(1).locator(".chip").first.click()
    expect(page.locator("actqa-source mark")).to_be_in_viewport()
    assert abs(off_centre(page)) <= 1
    assert (box(page, "actqa-source")["x"], box(page, "actqa-source")["width"]) == (0, 360)
    assert page.locator("actqa-conversation").evaluate("(node) => node.inert")
    assert box(page, ".leave")["y"] > 640
    if back == "button":
        page.get_by_role("button", name="Back").click()
    else:
        page.go_back()
    expect(page.locator("actqa-source")).to_be_hidden()
    assert page.evaluate("document.querySelector('actqa-conversation .scroller').scrollTop") == before
    expect(page.locator("actqa-turn").nth(1).locator(".chip").first).to_be_focused()


def test_nothing_is_cut_off_at_the_side(held: Told, open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How large? " + "W" * 200)
    expect(page.locator(".engine")).to_be_visible()
    spare = "(node) => [node.scrollWidth - node.clientWidth, document.documentElement.scrollWidth - innerWidth]"
    for width in (1440, 1100, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator("actqa-conversation .scroller").evaluate(spare) == [0, 0], width
        open_citation(page, 2)
        assert page.locator("actqa-source .scroller").evaluate(spare) == [0, 0], width
        expect(page.locator("actqa-source mark")).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        expect(page.locator("actqa-source")).to_be_hidden()


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(told: Told, open_page: OpenPage, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
    resolve = """(names) => names.map((name) => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = `var(--${name})`;
        const colour = getComputedStyle(probe).color;
        probe.remove();
        return colour;
    })"""
    names = sorted({name for pair in PAIRS for name in pair[:2]})
    colours = dict(zip(names, page.evaluate(resolve, names), strict=True))
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in PAIRS}
    assert {pair: value for pair, value in poor.items() if value < pair[2]} == {}


LIGHT, DARK = "rgb(244, 245, 245)", "rgb(19, 22, 24)"


def test_the_theme_follows_the_system_until_one_is_chosen(told: Told, open_page: OpenPage) -> None:
    page = open_page(color_scheme="dark")
    body = page.locator("body")
    expect(body).to_have_css("background-color", DARK)
    for name, colour in [("light", LIGHT), ("dark", DARK), ("auto", DARK), ("light", LIGHT)]:
        page.get_by_role("button", name="Theme").click()
        expect(page.get_by_role("button", name=f"Theme: {name}")).to_be_visible()
        expect(body).to_have_css("background-color", colour)
    page.reload()
    expect(page.get_by_role("button", name="Theme: light")).to_be_visible()
    expect(body).to_have_css("background-color", LIGHT)


@pytest.mark.parametrize(("wish", "seconds"), [("reduce", "0s"), ("no-preference", "0.16s")])
def test_nothing_moves_for_who_does_not_want_it(held: Told, open_page: OpenPage, wish: str, seconds: str) -> None:
    page = open_page(width=768, reduced_motion=wish)
    ask(page, "How large?")
    open_citation(page)
    expect(page.locator("actqa-source")).to_have_css("animation-duration", seconds)
    expect(page.get_by_role("button", name="Close")).to_have_css("transition-duration", f"{seconds}, {seconds}")
    moving = "document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime > 0 && one.playState === 'running').length"
    assert wish != "reduce" or page.evaluate(moving) == 0
