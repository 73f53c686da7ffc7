"""A server that asks for a key: signing in and out."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Route, expect
from web.reading import ask, open_citation
from web.shelf import Told, answering, cite, serving


def test_the_key_is_taken_once_and_kept_nowhere(open_page: Callable[..., Page]) -> None:
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
        assert page.evaluate("document.cookie") == ""
        assert "right" not in page.evaluate("[...document.querySelectorAll('input')].map((it) => it.value).join()")
        assert all("right" not in request.url for request in sent)
        assert [urlsplit(it.url).path for it in sent if "right" in (it.post_data or "")] == ["/api/session"]
        assert not [it for it in sent if "authorization" in it.headers]
        page.reload()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        expect(page.get_by_label("API key")).to_have_count(0)
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_label("API key")).to_be_visible()
        expect(page.get_by_role("button", name="Sign out")).to_have_count(0)
        assert page.context.cookies() == []
        page.close()


def test_the_cookie_is_out_of_reach(open_page: Callable[..., Page]) -> None:
    with serving(api_keys=("right",)) as (url, _):
        page = open_page(url, locale="en")
        page.get_by_label("API key").fill("right")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        (cookie,) = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"], cookie["secure"]) == (
            True,
            "Strict",
            "/",
            False,
        )
        assert "right" not in cookie["value"]
        page.close()


def test_an_open_server_has_nothing_to_sign_out_of(told: Told, open_page: Callable[..., Page]) -> None:
    told.hold("market", "# Market\n\nAlpha stands here.\n")
    page = open_page()
    expect(page.get_by_label("Your question")).to_be_visible()
    expect(page.get_by_role("button", name="Sign out")).to_have_count(0)


def test_a_question_that_met_a_locked_door_is_asked_again_with_the_key(open_page: Callable[..., Page]) -> None:
    """And what is being typed stands when the door turns out to be locked."""
    with serving(api_keys=("right",)) as (url, shelf):
        report = shelf.told.hold("market", "# Market\n\nAlpha stands here.\n")
        shelf.told.answer(answering(cite(report, "Alpha stands here.")))
        page = open_page(url)
        sent: list[Route] = []
        page.route("**/api/chat", lambda route: sent.append(route), times=1)
        ask(page, "Where?")
        page.get_by_label("API key").fill("right")
        expect(page.locator("actqa-turn")).to_have_count(1)
        sent[0].continue_()
        expect(page.locator("actqa-turn .fault .what")).to_be_visible()
        expect(page.get_by_label("API key")).to_have_value("right")
        expect(page.get_by_role("alert")).to_have_count(0)
        page.get_by_role("button", name="Continue").click()
        expect(page.locator(".statement")).to_have_text(["It is so.1"])
        expect(page.locator("actqa-turn")).to_have_count(1)
        page.close()


def test_a_question_turned_away_after_the_key_was_given_is_asked_again(open_page: Callable[..., Page]) -> None:
    with serving(api_keys=("right",)) as (url, shelf):
        report = shelf.told.hold("market", "# Market\n\nAlpha stands here.\n")
        shelf.told.answer(answering(cite(report, "Alpha stands here.")))
        page = open_page(url)
        sent: list[Route] = []
        page.route("**/api/chat", lambda route: sent.append(route), times=1)
        ask(page, "Where?")
        expect(page.locator("actqa-turn")).to_have_count(1)
        page.get_by_label("API key").fill("right")
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        expect(page.get_by_label("API key")).to_have_count(0)
        refusal = {"error": {"code": "unauthorized", "message": "An API key is needed."}}
        sent[0].fulfill(status=401, json=refusal)
        expect(page.locator(".statement")).to_have_text(["It is so.1"])
        expect(page.locator("actqa-turn")).to_have_count(1)
        page.close()
