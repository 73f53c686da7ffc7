"""axe-core finds nothing on any view, light or dark; nothing jumps while an answer comes; what is loaded stays small."""

import gzip
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from web.canned import FACTS, ID, TEXT, facts, give
from web.reading import ask, open_citation
from web.shelf import Told, answering, cite

from actqa.answering.answer import AnswerFigure, Conflict, Statement, Withheld
from actqa.answering.events import AnswerEvent, Event, StatementEvent, StatusEvent
from actqa.index.boxes import Rectangle

OpenPage = Callable[..., Page]
WEB = Path(__file__).parents[2] / "web"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZED = "The size of this market is expected to increase to USD 29,723.68 million by the year 2031"
OTHER = "projected to reach USD 23.44 billion by 2030"
GREW = "valued at USD 14,776.33 million in the year 2024"


@pytest.fixture
def held(told: Told) -> Told:
    """One report, and an answer with all that an answer can have."""
    report = replace(told.hold(ID, TEXT), page_starts=(0,), pages=1)
    told.reports[ID], told.boxes = report, {1: [Rectangle(0.1, 0.2, 0.6, 0.25)]}
    citations = [cite(report, quote, id) for id, quote in enumerate((SIZED, OTHER, GREW), 1)]
    figures = [
        AnswerFigure(text="USD 29,723.68 million", value=29723.68, unit="USD million", year=2031, citations=(1,)),
        AnswerFigure(text="USD 23.44 billion", value=23.44, unit="USD billion", year=2030, citations=(2,)),
        AnswerFigure(text="USD 14,776.33 million", value=14776.33, unit="USD million", year=2024, citations=(3,)),
        AnswerFigure(
            text="2.01 times",
            value=2.01,
            unit="x",
            origin="computed",
            citations=(1, 3),
            formula="USD 29,723.68 million ÷ USD 14,776.33 million",
        ),
    ]
    statements = (
        Statement(text=f"{SIZED}.", citations=(1,)),
        Statement(text="That is 2.01 times the size of 2024.", citations=(1, 3), origin="computed"),
        Statement(text="Key players: Acme; Beta; Gamma; Delta.", citations=(2,)),
    )
    told.answer(
        answering(
            *citations,
            figures=figures,
            statements=statements,
            answer=" ".join(one.text for one in statements),
            conflicts=(Conflict(summary="Two sizes.", figures=(0, 1), citations=(1, 2)),),
            withheld=(Withheld(text="It will reach USD 99 million.", reason="no passage states it"),),
        )
    )
    told.suggested = ("What is the market size in 2031?", "Who are the key players?")
    return told


def of_now(told: Told) -> dict[str, Any]:
    """The facts of the report that is held."""
    return facts(report={**FACTS["report"], "revision": told.reports[ID].revision})


LOOKS = {"type": "rule", "values": ["color-contrast", "target-size", "scrollable-region-focusable"]}
"""The rules whose outcome depends on how wide the page is, or how dark."""
WIDE, NARROW = (1440, 768), (360,)


def violations(page: Page, rules: object) -> dict[str, Any]:
    """What axe-core finds, by its rule: the nodes."""
    options = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("(options) => axe.run(document, options)", options)["violations"]
    return {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in found}


def audited(page: Page) -> Page:
    page.evaluate(f"() => {{ {AXE_SCRIPT} }}")
    return page


def check(page: Page, view: str, widths: tuple[int, ...]) -> None:
    """Nothing is found in the view at these widths, by all rules at the first, then by those of looks.

    Both themes are seen at the first; colours are the same at any width.
    """
    rules: object = RULES
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark") if width == widths[0] else ("light",):
            page.emulate_media(color_scheme=scheme)
            assert violations(page, rules) == {}, f"{view}, {width}, {scheme}"
            rules = LOOKS
    page.set_viewport_size({"width": widths[0], "height": 800})


@pytest.mark.parametrize("widths", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_in_the_widget(held: Told, open_page: OpenPage, widths: tuple[int, ...]) -> None:
    page = open_page(width=widths[0], height=800, reduced_motion="reduce")
    home = page.url
    page.goto(f"{home}embed?report={ID}")
    audited(page)
    chat = page.locator("actqa-chat")
    expect(chat.locator(".greeting")).to_be_visible()
    check(page, "empty", widths)
    chat.get_by_label("Your question").fill("How large?")
    chat.get_by_label("Your question").press("Enter")
    chat.locator(".computed").click()
    chat.locator(".chip").first.click()
    chat.locator("summary").click()
    check(page, "answer", widths)
    page.route("**/api/chat", lambda route: route.abort(), times=1)
    chat.evaluate("(chat) => void chat.ask('And then?')")
    expect(chat.locator(".fault")).to_be_visible()
    check(page, "fault", widths)
    page.goto(f"{home}widget")
    audited(page)
    page.locator("actqa-chat").last.get_by_role("button", name="Ask the report").click()
    check(page, "over a page", widths)


@pytest.mark.parametrize("widths", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_on_any_view(held: Told, open_page: OpenPage, widths: tuple[int, ...]) -> None:
    page = audited(open_page(width=widths[0], height=800, reduced_motion="reduce"))
    give(page, of_now(held))
    expect(page.locator("button.example").first).to_be_visible()
    check(page, "empty", widths)
    ask(page, "How large?")
    expect(page.locator(".answer-chart svg")).to_be_visible()
    page.locator(".computed").click()
    page.locator(".withheld summary").click()
    check(page, "answer", widths)
    open_citation(page)
    check(page, "source", widths)
    page.keyboard.press("p")
    expect(page.locator(".paper:not([aria-busy]) .box")).to_be_visible()
    check(page, "printed page", widths)
    page.keyboard.press("Escape")
    page.route("**/api/chat", lambda route: route.abort(), times=1)
    ask(page, "And then?")
    expect(page.locator(".fault")).to_be_visible()
    check(page, "fault", widths)
    if widths == NARROW:
        page.locator("actqa-tabs").get_by_text("Reports").click()
    page.get_by_role("button", name="More for “How large?”").click()
    page.locator("actqa-reports").get_by_role("link", name="Adoptive").click()
    if widths == NARROW:
        page.locator("actqa-tabs").get_by_text("Reports").click()
    page.locator("actqa-reports .more").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    page.locator("actqa-uploads input").set_input_files([{"name": "x.md", "mimeType": "text/plain", "buffer": b"\xff"}])
    expect(page.locator(".uploads [data-state=failed]")).to_be_visible()
    check(page, "reports and conversations", widths)
    page.locator("actqa-conversations").get_by_role("button", name="Delete").click()
    expect(page.locator("actqa-notice")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    check(page, "notice and keys", widths)
    page.goto(f"{page.url.split('#')[0]}#report={ID}&view=tables")
    expect(page.locator("table.forecasts")).to_be_visible()
    page.locator(".columns summary").first.click()
    check(page, "tables", widths)


@pytest.mark.parametrize("fault", [401, 503], ids=["sign-in", "fault"])
def test_axe_finds_nothing_before_there_is_anything_to_ask(told: Told, open_page: OpenPage, fault: int) -> None:
    page = open_page(reduced_motion="reduce")
    body = {"error": {"code": "no", "message": "Not now."}}
    page.route("**/api/reports", lambda route: route.fulfill(status=fault, json=body))
    page.reload()
    expect(page.locator("actqa-key-form, .fault").first).to_be_visible()
    check(audited(page), "start", (*WIDE, *NARROW))


SHIFTS = """() => {
    window.shifts = [];
    const note = (list) => list.getEntries().filter((one) => !one.hadRecentInput).forEach(({ value, sources }) => shifts.push([value, ...sources.map(({ node }) => node?.textContent?.slice(0, 80) ?? String(node))]));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
}"""


def test_nothing_jumps_while_an_answer_comes(held: Told, open_page: OpenPage) -> None:
    """Chromium's own measure; what moves within half a second after an input would not count, so it waits for that."""
    whole = list(held.script("?"))

    def slow(question: str) -> Iterator[Event]:
        time.sleep(0.6)
        for event in whole:
            assert isinstance(event, StatusEvent | StatementEvent | AnswerEvent)
            yield event
            time.sleep(0.1)

    held.script = slow
    page = open_page(color_scheme="light", reduced_motion="reduce")
    give(page, of_now(held))
    expect(page.locator("button.example").first).to_be_visible()
    page.evaluate(SHIFTS)
    for _ in range(2):
        ask(page, "How large?")
        expect(page.locator("actqa-turn").last.locator(".answer-chart svg")).to_be_visible()
    page.wait_for_timeout(100)
    assert [one for one in page.evaluate("shifts") if one[0] > 0.001] == []


def test_what_the_page_loads_first_is_small() -> None:
    """Under 100 KB as it is sent, also with all that comes later."""
    named = ["index.html", *re.findall(r'(?:href|src)="web/([^"]+)"', (WEB / "index.html").read_text())]
    apart = {"vendor", "widget", "widget.js"}
    files = [path for path in WEB.rglob("*.*") if path.suffix in (".js", ".css") and not apart & set(path.parts)]
    sent = {path: len(gzip.compress(path.read_bytes(), 9)) for path in [*(WEB / name for name in named), *files]}
    assert sum(sent[WEB / name] for name in named) < 50_000
    assert sum(sent.values()) < 110_000


def test_twice_the_size_loses_nothing(held: Told, open_page: OpenPage) -> None:
    """A window of 1280 at 200 % is one of 640 (WCAG 2.2, 1.4.4); of 320 at 400 % (1.4.10)."""
    page = open_page(color_scheme="light")
    give(page, of_now(held))
    ask(page, "How large?")
    expect(page.locator(".engine")).to_be_visible()
    for width in (640, 320):
        page.set_viewport_size({"width": width, "height": 512 if width == 640 else 400})
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0
        expect(page.get_by_label("Your question")).to_be_in_viewport()
        assert (
            page.locator("actqa-conversation .scroller").evaluate("(node) => node.scrollWidth - node.clientWidth") == 0
        )
