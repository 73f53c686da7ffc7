"""A server that asks for a key."""

from collections.abc import Callable

from playwright.sync_api import Page, Request, expect
from web.reading import ask, open_citation
from web.shelf import answering, cite, serving


def test_the_key_is_asked_for_once_and_kept_in_memory_only(open_page: Callable[..., Page]) -> None:
    with serving(api_keys=("right",)) as (url, shelf):
        report = shelf.told.hold("market", "# Market\n\nAlpha stands here.\n")
        shelf.told.answer(answering(cite(report, "Alpha stands here.")))
        page = open_page(url)
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request))
        field = page.get_by_label("API key")
        expect(field).to_be_focused()
        expect(field).to_have_attribute("type", "password")
        field.fill("wrong")
        field.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("This key was not accepted.")
        field.fill("right")
        field.press("Enter")
        expect(field).to_be_hidden()
        ask(page, "Where?")
        open_citation(page)
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
        assert "right" not in kept
        assert all("right" not in request.url for request in sent)
        assert sent[-1].headers["authorization"] == "Bearer right"
        page.reload()
        expect(page.get_by_label("API key")).to_be_visible()
        page.close()


def test_a_question_that_met_a_locked_door_is_asked_again_with_the_key(open_page: Callable[..., Page]) -> None:
    with serving(api_keys=("right",)) as (url, shelf):
        report = shelf.told.hold("market", "# Market\n\nAlpha stands here.\n")
        shelf.told.answer(answering(cite(report, "Alpha stands here.")))
        page = open_page(url)
        ask(page, "Where?")
        expect(page.locator(".fault .what")).to_be_visible()
        page.get_by_label("API key").fill("right")
        page.get_by_role("button", name="Continue").click()
        expect(page.locator(".statement")).to_have_text(["It is so.1"])
        expect(page.locator("actqa-turn")).to_have_count(1)
        page.close()
