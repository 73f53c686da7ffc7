"""A report of a million characters: only what is near the view is drawn, and nothing jumps."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect
from web.reading import ask, marked, off_centre, open_citation
from web.shelf import Told, answering, cite

from actqa.reading import Block, Report, Section, Span, read_report

PARAGRAPHS = 3500
MANY = 3000
"""Far fewer elements than the report has blocks and words; far more than the view needs."""


def paragraph(number: int) -> str:
    """Of very different lengths, so that no estimate of its height is right."""
    return f"Region {number} reached USD {number}.5 million. " + "It grew on and on. " * (number * 7 % 31)


def long_report(before: str) -> Report:
    """Laid out here, since reading a million characters takes seconds; `before` stands at its beginning."""
    title = read_report(b"# Long\n", id="long", name="long.md")
    parts = [before, *(paragraph(number) for number in range(PARAGRAPHS))]
    blocks, at = [], 0
    for number, part in enumerate(parts):
        span = Span(at, at + len(part.rstrip()))
        blocks.append(Block("paragraph", span, span, 0, number, (span,)))
        at += len(part) + 2
    text = "\n\n".join(parts)
    return replace(title, text=text, sections=(Section("Long", 1, Span(0, len(text)), None),), blocks=tuple(blocks))


@pytest.fixture(scope="module")
def long() -> Report:
    report = long_report("😀" * 500)
    assert len(report.text) > 1_000_000
    return report


@pytest.fixture
def page(told: Told, open_page: Callable[..., Page], long: Report) -> Page:
    told.reports["long"] = long
    numbers = [1, 1700, 3499]
    told.answer(
        answering(*(cite(long, f"Region {n} reached USD {n}.5 million.", id) for id, n in enumerate(numbers, 1)))
    )
    page = open_page()
    ask(page, "Which?")
    return page


def drawn(page: Page) -> int:
    return page.locator("actqa-source *").count()


def settle(page: Page) -> None:
    """Waits until what comes into view has been drawn."""
    page.evaluate("() => new Promise((done) => setTimeout(done, 250))")


@pytest.mark.parametrize(("id", "number"), [(1, 1), (2, 1700), (3, 3499)])
def test_a_jump_lands_exactly_and_draws_little(page: Page, id: int, number: int) -> None:
    open_citation(page, id)
    settle(page)
    assert marked(page) == f"Region {number} reached USD {number}.5 million."
    expect(page.locator("actqa-source mark")).to_be_in_viewport(ratio=1)
    if number == 1700:
        assert abs(off_centre(page)) <= 1
    assert drawn(page) < MANY


def test_jumps_between_far_places_land_exactly(page: Page) -> None:
    open_citation(page, 1)
    for key, number in [("]", 1700), ("]", 3499), ("[", 1700)]:
        page.keyboard.press(key)
        expect(page.locator("actqa-source mark")).to_have_text([f"Region {number} reached USD {number}.5 million."])
        settle(page)
        expect(page.locator("actqa-source mark")).to_be_in_viewport(ratio=1)
    assert abs(off_centre(page)) <= 1
    assert drawn(page) < MANY


def test_what_is_read_stays_where_it_is_while_pages_above_are_drawn(page: Page) -> None:
    """Scrolling up by a step moves every paragraph by exactly that step, however wrong the estimates were."""
    open_citation(page, 2)
    settle(page)
    moved = page.evaluate(
        """async () => {
            const pane = document.querySelector("actqa-source .scroller");
            const wait = () => new Promise((done) => setTimeout(done, 60));
            const off = [];
            for (let step = 0; step < 40; step += 1) {
                const view = pane.getBoundingClientRect();
                const seen = document.elementFromPoint(view.left + 60, view.top + 120);
                const before = seen.getBoundingClientRect().top;
                pane.scrollTop -= 300;
                await wait();
                if (seen.isConnected) off.push(Math.abs(seen.getBoundingClientRect().top - before - 300));
            }
            return {steps: off.length, worst: Math.max(...off)};
        }"""
    )
    assert moved["steps"] == 40
    assert moved["worst"] <= 1.5
    assert drawn(page) < MANY


def test_the_highlight_stays_in_view_when_the_width_changes(page: Page) -> None:
    open_citation(page, 2)
    page.set_viewport_size({"width": 800, "height": 700})
    settle(page)
    expect(page.locator("actqa-source mark")).to_be_in_viewport(ratio=1)
    assert abs(off_centre(page)) <= 1
