"""The whole way, with nothing stood in for: index, answering, server, page."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect
from web.reading import ask, marked, off_centre, open_citation

QUESTION = "What is the market size in 2031?"
SENTENCE = (
    "The size of this market is expected to increase to USD 29,723.68 million by the year 2031, "
    "while growing at a Compounded Annual Growth Rate (CAGR) of 10.5%."
)


@pytest.fixture(scope="module")
def answer(server: Any) -> dict[str, Any]:
    """What the page will be told; the first question waits for the embedding model to load."""
    call = httpx.post(f"{server.url}/api/ask", json={"question": QUESTION}, timeout=120, trust_env=False)
    found: dict[str, Any] = call.raise_for_status().json()
    return found


@pytest.fixture
def page(server: Any, answer: dict[str, Any], open_page: Callable[..., Page]) -> Page:
    return open_page(server.url)


def test_the_market_size_in_2031_is_answered_and_found_in_the_report(page: Page) -> None:
    ask(page, QUESTION)
    expect(page.locator(".lead .figure").first).to_have_text("USD 29,723.68 million")
    expect(page.locator(".engine")).to_be_visible()
    open_citation(page, 1)
    assert marked(page) == SENTENCE
    assert abs(off_centre(page)) <= 1
    expect(page.locator("actqa-source .report")).to_have_text("Adoptive Cell Therapy For Cancer Treatment Market")
    expect(page.locator("actqa-source .path")).to_contain_text("Adoptive Cell Therapy for Cancer Treatment Market")


def test_every_citation_of_an_answer_opens_its_quote(page: Page, answer: dict[str, Any]) -> None:
    assert len(answer["citations"]) > 0
    ask(page, QUESTION)
    for citation in answer["citations"]:
        open_citation(page, citation["id"])
        expect(page.locator(".chip[aria-current]").first).to_have_text(str(citation["id"]))
        assert marked(page).split() == citation["quote"].replace("|", " ").split()


def test_what_the_report_does_not_say_is_said_plainly(page: Page) -> None:
    ask(page, "What does a litre of milk cost in Reykjavik?")
    expect(page.locator(".refusal .statement")).to_be_visible(timeout=10_000)
    expect(page.locator(".refusal .figure")).to_have_count(0)
    expect(page.locator(".fault")).to_have_count(0)
