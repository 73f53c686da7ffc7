"""The widget on pages of another origin: with a policy, styles and tokens of that page's own."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from web.hosting import RUDE, Host, hosting
from web.shelf import Shelf, answering, cite, serving

KEY = "a-key-of-the-intranet"
REPORT = "# Market\n\nThe market reaches USD 5 million in 2030.\n"


@dataclass
class Place:
    """An intranet page and the server that it embeds."""

    host: Host
    url: str
    shelf: Shelf

    def token(self, **wish: Any) -> tuple[int, str]:
        """What the intranet's backend gets for its key."""
        asked = {"reports": ["market"], "origin": self.host.origin, "seconds": 600} | wish
        call = httpx.post(
            f"{self.url}api/tokens", json=asked, headers={"Authorization": f"Bearer {KEY}"}, trust_env=False
        )
        return call.status_code, call.text

    @property
    def of_another_page(self) -> str:
        """A token that the same server signed, for a page that is on the list as well."""
        return self.token(origin="https://other.example")[1]

    def page_with(self, attributes: str = 'report="market" token-url="/token"', more: str = "") -> str:
        return f'<script type="module" src="{self.url}widget.js"></script>{more}<actqa-chat {attributes}></actqa-chat>'


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with (
        hosting() as host,
        serving(api_keys=KEY, allowed_origins=f"{host.origin},https://other.example") as (url, shelf),
    ):
        for id in ("market", "secret"):
            shelf.told.hold(id, REPORT)
        shelf.told.answer(answering(cite(shelf.told.reports["market"], "USD 5 million in 2030"), text="USD 5 million."))
        yield Place(host, url, shelf)


@pytest.fixture
def visit(place: Place, chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`visit(html, policy="")`: the page of the intranet."""
    place.host.give_token, place.host.tokens_asked, place.host.policy = place.token, 0, ""
    pages: list[Page] = []

    def open_one(html: str, policy: str = "") -> Page:
        place.host.pages["/page"], place.host.policy = html, policy
        page = chromium.new_page(reduced_motion="reduce")
        pages.append(page)
        page.goto(f"{place.host.origin}/page")
        return page

    yield open_one
    for page in pages:
        page.close()


def ask(page: Page, question: str = "How large?") -> Locator:
    chat = page.locator("actqa-chat")
    chat.evaluate("(chat, question) => void chat.ask(question)", question)
    return chat


def test_a_page_with_a_strict_policy_and_rude_styles_gets_answers(place: Place, visit: Callable[..., Page]) -> None:
    server = place.url.rstrip("/")
    policy = f"default-src 'none'; script-src {server}; style-src 'self'; connect-src 'self' {server}; require-trusted-types-for 'script'"
    page = visit(place.page_with(more=f'<link rel="stylesheet" href="{RUDE}"><p>theirs</p>'), policy)
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    chat = ask(page)
    statement = chat.locator(".statement p")
    expect(statement).to_have_text("USD 5 million.1")
    assert page.locator("p", has_text="theirs").is_hidden()
    style = "(node) => { const s = getComputedStyle(node); return [s.fontSize, s.textTransform, s.letterSpacing, s.lineHeight]; }"
    assert statement.evaluate(style) == ["15px", "none", "normal", "22.5px"]
    chat.get_by_role("button", name="Source 1: Market").click()
    expect(chat.locator(".quote mark")).to_have_text("USD 5 million in 2030")
    assert place.host.tokens_asked == 1
    assert refused == []


def test_a_script_web_part_puts_it_into_a_form_later(place: Place, visit: Callable[..., Page]) -> None:
    """As SharePoint's does: markup set after the page has loaded, the script added beside it, a form around everything,
    a base of its own, and keys that the page listens for.
    """
    page = visit('<base href="/sites/team/pages/"><form action="/sent" method="get"><div id="part"></div></form>')
    page.evaluate(
        """([html, script]) => {
            window.heard = [];
            addEventListener("keydown", (event) => heard.push(event.key));
            document.querySelector("#part").innerHTML = html;
            const added = Object.assign(document.createElement("script"), { type: "module", src: script });
            document.head.append(added, added.cloneNode());
        }""",
        ['<actqa-chat report="market" token-url="/token" position="inline"></actqa-chat>', f"{place.url}widget.js"],
    )
    chat = page.locator("actqa-chat")
    chat.get_by_label("Your question").fill("How large")
    chat.get_by_label("Your question").press("?")
    chat.get_by_label("Your question").press("Enter")
    expect(chat.locator(".statement p")).to_have_text("USD 5 million.1")
    chat.get_by_role("button", name="Source 1: Market").click()
    assert page.evaluate("heard") == []
    assert page.url == f"{place.host.origin}/page"
    open_in_report = chat.get_by_role("link", name="Open in report").get_attribute("href") or ""
    assert open_in_report.startswith(f"{place.url}#report=market&start=")


MACRO = '<iframe sandbox="{allowed}" src="/macro" width="600" height="600"></iframe>'


@pytest.mark.parametrize(
    ("allowed", "seen"), [("allow-scripts allow-same-origin", ".statement"), ("allow-scripts", ".fault")]
)
def test_a_macro_puts_it_into_a_sandbox(place: Place, visit: Callable[..., Page], allowed: str, seen: str) -> None:
    """As Confluence's do. A sandbox that takes the page's origin away takes the widget's, too: it then says so."""
    place.host.pages["/macro"] = place.page_with('report="market" token-url="/token" position="inline"')
    chat = visit(MACRO.format(allowed=allowed)).frame_locator("iframe").locator("actqa-chat")
    chat.get_by_label("Your question").fill("How large?")
    chat.get_by_label("Your question").press("Enter")
    expect(chat.locator(seen)).to_be_visible()


def test_a_framework_may_set_the_token_before_the_script_comes(place: Place, visit: Callable[..., Page]) -> None:
    """And take the element out and put it back, as React does with all of its elements while developing."""
    page = visit("<div></div>")
    page.evaluate(
        """([token, script]) => {
            const chat = document.createElement("actqa-chat");
            chat.setAttribute("report", "market");
            chat.token = token;
            const box = document.querySelector("div");
            box.append(chat);
            document.head.append(Object.assign(document.createElement("script"), { type: "module", src: script }));
            return customElements.whenDefined("actqa-chat").then(() => { chat.remove(); box.append(chat); });
        }""",
        [json.loads(place.token()[1])["token"], f"{place.url}widget.js"],
    )
    expect(ask(page).locator(".statement p")).to_have_text("USD 5 million.1")
    assert place.host.tokens_asked == 0


def test_a_token_that_is_about_to_end_is_renewed(place: Place, visit: Callable[..., Page]) -> None:
    place.host.give_token = lambda: place.token(seconds=15)
    page = visit(place.page_with())
    expect(ask(page).locator(".statement")).to_have_count(1)
    expect(ask(page).locator(".statement")).to_have_count(2)
    assert place.host.tokens_asked == 2


def test_a_token_that_is_not_accepted_is_asked_for_once_more(place: Place, visit: Callable[..., Page]) -> None:
    given = iter([(200, json.dumps({"token": "forged", "expires": time.time() + 600})), place.token()])
    place.host.give_token = lambda: next(given)
    expect(ask(visit(place.page_with())).locator(".statement p")).to_have_text("USD 5 million.1")
    assert place.host.tokens_asked == 2


@pytest.mark.parametrize(
    ("give", "attributes", "words"),
    [
        (
            lambda place: (200, json.dumps({"token": "forged", "expires": 9e9})),
            'report="market" token-url="/token"',
            "denied",
        ),
        (lambda place: (200, place.of_another_page), 'report="market" token-url="/token"', "denied"),
        (lambda place: place.token(), 'report="secret" token-url="/token"', "missing"),
        (lambda place: (403, "{}"), 'report="market" token-url="/token"', "denied"),
        (lambda place: place.token(), 'report="market"', "denied"),
    ],
    ids=["forged", "of another origin", "for another report", "refused by the page's backend", "none at all"],
)
def test_no_answer_without_a_fitting_token(
    place: Place, visit: Callable[..., Page], give: Any, attributes: str, words: str
) -> None:
    place.host.give_token = lambda: give(place)
    chat = ask(visit(place.page_with(attributes)))
    said = {"denied": "This page may not ask the server.", "missing": "The report that this page names is not there."}
    expect(chat.locator(".fault p")).to_contain_text(said[words])
    expect(chat.locator(".statement")).to_have_count(0)


def test_a_page_that_is_not_on_the_list_gets_nothing(place: Place, chromium: Browser) -> None:
    with hosting() as other:
        other.pages["/page"] = place.page_with()
        other.give_token = lambda: place.token()
        page = chromium.new_page()
        page.goto(f"{other.origin}/page")
        chat = ask(page)
        expect(chat.locator(".fault")).to_be_visible()
        expect(chat.locator(".statement")).to_have_count(0)
        other.pages["/frame"] = f'<iframe src="{place.url}embed?report=market"></iframe>'
        page.goto(f"{other.origin}/frame")
        page.wait_for_load_state()
        assert page.frames[1].url.startswith("chrome-error://")
        page.close()


def frame_with(place: Place, given: tuple[int, str], more: str = "") -> str:
    address = f"{place.url}embed?report=market#token={json.loads(given[1])['token']}"
    return f'<iframe src="{address}" width="380" height="560" {more}></iframe>'


def test_a_frame_uses_no_token_of_another_page(place: Place, chromium: Browser) -> None:
    """Both pages are on the list; whoever got hold of the one's token gets nothing for it on the other."""
    with (
        hosting() as one,
        hosting() as other,
        serving(api_keys=KEY, allowed_origins=f"{one.origin},{other.origin}") as (
            url,
            shelf,
        ),
    ):
        shelf.told = place.shelf.told
        there = Place(one, url, shelf)
        page = chromium.new_page()
        for host, seen in ((one, ".statement"), (other, ".fault")):
            host.pages["/frame"] = frame_with(there, there.token())
            page.goto(f"{host.origin}/frame")
            frame = page.frame_locator("iframe")
            frame.get_by_label("Your question").fill("How large?")
            frame.get_by_label("Your question").press("Enter")
            expect(frame.locator(f"actqa-chat {seen}")).to_be_visible()
        page.close()


def test_a_frame_answers_on_a_page_without_scripts(place: Place, visit: Callable[..., Page]) -> None:
    page = visit(frame_with(place, place.token()), "script-src 'none'")
    frame = page.frame_locator("iframe")
    frame.get_by_label("Your question").fill("How large?")
    frame.get_by_label("Your question").press("Enter")
    expect(frame.locator("actqa-chat .statement p")).to_have_text("USD 5 million.1")
