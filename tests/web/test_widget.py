"""The widget on the server's own pages; on pages of others see test_widget_elsewhere."""

import gzip
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect
from web.shelf import Told, answering, cite

from actqa.answering.answer import AnswerFigure, Conflict, Mended, Withheld
from actqa.answering.events import Event, StatusEvent

OpenPage = Callable[..., Page]
WEB = Path(__file__).parents[2] / "web"
REPORT = (
    "# Market\n\n## Size\n\nThe market reaches USD 5 million in 2030.\n\n## Outlook\n\nIt may reach USD 7 million.\n"
)
FIVE = AnswerFigure(text="USD 5 million", value=5, unit="USD million", year=2030, citations=(1,))
SEVEN = AnswerFigure(text="USD 7 million", value=7, unit="USD million", citations=(2,))
TWICE = AnswerFigure(text="1.4x", value=1.4, unit="x", origin="computed", citations=(1, 2), formula="7 / 5 = 1.4")


def tell_sizes(told: Told, **more: Any) -> None:
    report = told.hold("market", REPORT)
    citations = (cite(report, "USD 5 million in 2030"), cite(report, "It may reach USD 7 million.", 2))
    told.answer(
        answering(*citations, text="It reaches USD 5 million, 1.4x less.", figures=(FIVE, SEVEN, TWICE), **more)
    )


def open_example(open_page: OpenPage, url: str, **options: Any) -> tuple[Page, Locator, Locator]:
    """The example page: it, the widget in the page, and the one behind the button."""
    page = open_page(f"{url}widget", **options)
    return page, page.locator("actqa-chat").first, page.locator("actqa-chat").last


def ask(chat: Locator, question: str) -> None:
    chat.get_by_label("Your question").fill(question)
    chat.get_by_label("Your question").press("Enter")


@pytest.fixture
def url(shelf_server: tuple[str, Any]) -> str:
    return shelf_server[0]


def test_the_launcher_opens_the_panel_and_escape_closes_it(told: Told, open_page: OpenPage, url: str) -> None:
    _, _, chat = open_example(open_page, url)
    launcher = chat.get_by_role("button", name="Ask the report")
    panel = chat.get_by_role("dialog", name="Ask the report")
    expect(panel).to_be_hidden()
    launcher.click()
    expect(panel).to_be_visible()
    expect(launcher).to_have_attribute("aria-expanded", "true")
    expect(chat.get_by_label("Your question")).to_be_focused()
    assert panel.bounding_box()["width"] == 380
    assert panel.bounding_box()["height"] == 560
    chat.get_by_label("Your question").press("Escape")
    expect(panel).to_be_hidden()
    expect(launcher).to_be_focused()


def test_an_answer_shows_its_quotes_on_the_spot(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told, conflicts=(Conflict(summary="They differ.", figures=(0, 1), citations=(1, 2)),))
    page, chat, _ = open_example(open_page, url)
    ask(chat, "How large?")
    expect(chat.locator(".statement p")).to_contain_text("It reaches USD 5 million")
    expect(chat.locator(".quote")).to_have_count(0)
    chip = chat.get_by_role("button", name="Source 1: Size")
    chip.click()
    expect(chip).to_have_attribute("aria-expanded", "true")
    expect(chat.locator(".quote mark")).to_have_text("USD 5 million in 2030")
    expect(chat.locator(".quote figcaption")).to_have_text("Market › Size · Open in report")
    start = REPORT.index("USD 5")
    address = f"{url}#report=market&start={start}&end={start + len('USD 5 million in 2030')}"
    expect(chat.get_by_role("link", name="Open in report")).to_have_attribute("href", address)
    chip.click()
    expect(chat.locator(".quote")).to_have_count(0)
    expect(chat.locator(".formula")).to_be_hidden()
    chat.get_by_role("button", name="1.4x, computed: show how").click()
    expect(chat.locator(".formula")).to_have_text("computed: 7 / 5 = 1.4")
    expect(chat.locator(".conflict tbody tr")).to_have_text(
        ["USD 5 millionused above2030Size", "USD 7 million–Outlook"]
    )
    page.evaluate("document.addEventListener('actqa-open-source', (event) => event.preventDefault())")
    chip.click()
    chat.get_by_role("link", name="Open in report").click()
    expect(page.locator("[aria-label=Events] li").last).to_have_text(f"actqa-open-source: {address}")
    assert len(page.context.pages) == len([one for one in page.context.pages if one.url != address])


def test_two_widgets_hold_two_conversations(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    page, one, other = open_example(open_page, url)
    page.locator("select[name=report]").select_option("market")
    ask(one, "How large?")
    expect(one.locator(".statement")).to_have_count(1)
    ask(one, "And by 2030?")
    expect(one.locator(".statement")).to_have_count(2)
    other.get_by_role("button", name="Ask the report").click()
    ask(other, "Who leads?")
    expect(other.locator(".statement")).to_have_count(1)
    expect(one.locator(".statement")).to_have_count(2)
    found = [(asked.question, asked.report, asked.history) for asked in told.asked]
    assert found == [
        ("How large?", "market", ()),
        ("And by 2030?", "market", ("How large?",)),
        ("Who leads?", "market", ()),
    ]
    one.get_by_role("button", name="New conversation").click()
    expect(one.locator(".statement")).to_have_count(0)
    expect(one.locator(".greeting")).to_be_visible()
    expect(other.locator(".statement")).to_have_count(1)


def test_a_page_asks_by_itself_and_hears_what_comes(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    page, _, chat = open_example(open_page, url)
    answer = chat.evaluate("(chat) => chat.ask('  How large? ').then((answer) => answer.statements[0].text)")
    assert answer == "It reaches USD 5 million, 1.4x less."
    expect(chat.get_by_role("dialog")).to_be_visible()
    assert chat.evaluate("(chat) => chat.ask('  ')") is None
    chat.evaluate("(chat) => chat.clear()")
    expect(chat.locator(".turn")).to_have_count(0)
    expect(page.locator("[aria-label=Events] li")).to_have_text(["actqa-answer: ?"])


def test_what_was_said_stays_when_the_page_moves_the_element(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    _, chat, _ = open_example(open_page, url)
    ask(chat, "How large?")
    expect(chat.locator(".statement")).to_have_count(1)
    chat.evaluate("(chat) => { const home = chat.parentNode; chat.remove(); home.prepend(chat); }")
    expect(chat.locator(".statement")).to_have_count(1)
    ask(chat, "Again?")
    expect(chat.locator(".statement")).to_have_count(2)
    assert [asked.question for asked in told.asked] == ["How large?", "Again?"]


def test_a_running_answer_is_stopped_and_asked_again(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    whole, gate = told.script, threading.Event()

    def slow(question: str) -> Iterator[Event]:
        yield StatusEvent(text="Searching")
        gate.wait(10)
        yield from whole(question)

    told.script = slow
    _, chat, _ = open_example(open_page, url)
    ask(chat, "How large?")
    expect(chat.locator(".status")).to_have_text("Searching")
    expect(chat.locator("[aria-live=polite]")).to_contain_text("Searching")
    chat.get_by_role("button", name="Stop").click()
    expect(chat.locator(".end")).to_have_text("Stopped.Try again")
    gate.set()
    chat.get_by_role("button", name="Try again").click()
    expect(chat.locator(".statement")).to_have_count(1)
    expect(chat.get_by_role("button", name="Ask", exact=True)).to_be_visible()


def test_a_stream_that_breaks_off_says_so_and_can_be_asked_again(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    whole = told.script
    told.script = lambda question: list(whole(question))[:-1]
    page, chat, _ = open_example(open_page, url)
    ask(chat, "How large?")
    expect(chat.locator(".fault p")).to_have_text(re.compile("^The answer broke off"))
    expect(chat.locator(".statement")).to_have_count(1)
    expect(page.locator("[aria-label=Events] li")).to_have_text(["actqa-error: cut"])
    told.script = whole
    chat.get_by_role("button", name="Try again").click()
    expect(chat.locator(".fault")).to_have_count(0)
    expect(chat.locator(".statement")).to_have_count(1)


def test_an_unknown_report_is_said_to_be_missing(told: Told, open_page: OpenPage, url: str) -> None:
    _, chat, _ = open_example(open_page, url)
    chat.evaluate("(chat) => chat.setAttribute('report', 'nosuch')")
    ask(chat, "How large?")
    expect(chat.locator(".fault p")).to_have_text(
        "The report that this page names is not there. Tell whoever runs the page."
    )


def test_it_speaks_german(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    page, _, chat = open_example(open_page, url)
    page.locator("select[name=language]").select_option("de")
    chat.get_by_role("button", name="Den Bericht fragen").click()
    chat.get_by_label("Ihre Frage").fill("Wie groß?")
    chat.get_by_role("button", name="Fragen", exact=True).click()
    expect(chat.get_by_role("button", name="Quelle 1: Size")).to_be_visible()
    page.evaluate("document.documentElement.lang = 'de-AT'")
    chat.evaluate("(chat) => { chat.removeAttribute('language'); chat.setAttribute('title', 'Markt'); }")
    expect(chat.get_by_role("dialog", name="Markt")).to_be_visible()
    expect(chat.get_by_role("button", name="Schließen")).to_be_visible()


def test_what_the_check_held_back_or_sent_back_is_shown_on_demand(told: Told, open_page: OpenPage, url: str) -> None:
    held = Withheld(text="It grows 9%.", reason="9% does not stand in what it cites")
    better = Mended(
        text="It is USD 6 million.", reason="USD 6 million does not stand there", became="It is USD 5 million."
    )
    tell_sizes(told, withheld=(held,), mended=(better,))
    for language, words in (
        ("en", ("1 withheld: could not be tied to the report", "1 corrected after the check")),
        ("de", ("1 zurückgehalten: im Bericht nicht zu belegen", "1 nach der Prüfung berichtigt")),
    ):
        page, chat, _ = open_example(open_page, url)
        page.evaluate("tag => document.querySelector('actqa-chat').setAttribute('language', tag)", language)
        chat.get_by_role("textbox").fill("How large?")
        chat.get_by_role("textbox").press("Enter")
        for summary, text in zip(
            words,
            (
                "It grows 9%. – 9% does not stand in what it cites",
                "It is USD 6 million. – USD 6 million does not stand there → It is USD 5 million.",
            ),
            strict=True,
        ):
            item = chat.get_by_text(text)
            expect(chat.get_by_text(summary)).to_be_visible()
            expect(item).to_be_hidden()
            chat.get_by_text(summary).click()
            expect(item).to_be_visible()


def test_every_language_has_every_word(open_page: OpenPage, url: str) -> None:
    page = open_page(f"{url}widget")
    code = "async () => { const { LANGUAGES } = await import('/web/widget/words.js'); return LANGUAGES; }"
    languages = page.evaluate(code)
    assert list(languages) == ["en", "de"]
    holes = {
        language: {key: re.findall(r"\{\w+\}", text) for key, text in t.items()} for language, t in languages.items()
    }
    assert holes["de"] == holes["en"]
    assert all(text.strip() for words in languages.values() for text in words.values())


def test_it_fills_a_phone_and_keeps_to_its_own_styles(told: Told, open_page: OpenPage, url: str) -> None:
    _, _, chat = open_example(open_page, url, width=360, height=700)
    chat.get_by_role("button", name="Ask the report").click()
    assert chat.get_by_role("dialog").bounding_box() == {"x": 0, "y": 0, "width": 360, "height": 700}
    chat.get_by_role("button", name="Close").click()
    expect(chat.get_by_role("button", name="Ask the report")).to_be_visible()


def test_the_frame_takes_its_attributes_from_the_address(told: Told, open_page: OpenPage, url: str) -> None:
    tell_sizes(told)
    page = open_page(f"{url}embed?report=market&title=Reports&language=de&onload=x#token=abc")
    chat = page.locator("actqa-chat")
    expect(chat.get_by_role("region", name="Reports", exact=True)).to_be_visible()
    assert chat.bounding_box() == {"x": 0, "y": 0, "width": 1440, "height": 900}
    assert page.url == f"{url}embed?report=market&title=Reports&language=de&onload=x"
    assert chat.get_attribute("onload") is None
    with page.expect_request("**/api/chat") as sent:
        chat.get_by_label("Ihre Frage").fill("How large?")
        chat.get_by_label("Ihre Frage").press("Enter")
    assert sent.value.headers["authorization"] == "Bearer abc"
    expect(chat.locator(".statement")).to_have_count(1)
    assert told.asked[0].report == "market"


def test_hostile_text_is_shown_as_text(told: Told, open_page: OpenPage, url: str) -> None:
    attack = (
        "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>[a](javascript:alert(1))"
    )
    report = told.hold("market", f"# {attack}\n\n{attack} ends.\n")
    told.answer(answering(cite(report, f"{attack} ends."), text=f"{attack}."))
    page, chat, _ = open_example(open_page, url)
    ask(chat, attack)
    expect(chat.locator(".question")).to_have_text(attack)
    expect(chat.locator(".statement p")).to_have_text(f"{attack}.1")
    chat.locator(".chip").click()
    expect(chat.locator(".quote mark")).to_have_text(re.compile("script"))
    assert chat.locator(":is(img, script, iframe)").count() == 0
    assert chat.locator("a:not([href^='http'])").count() == 0
    assert page.title() == "The actqa widget on a page"


def loaded(name: str, seen: set[str]) -> set[str]:
    """The module and all that it imports, by path within web/."""
    if name in seen:
        return seen
    seen.add(name)
    folder = (WEB / name).parent
    for found in re.findall(r'(?:from|import) "(\.[^"]+)"', (WEB / name).read_text()):
        target = WEB / found.removeprefix("./web/") if name == "widget.js" else (folder / found).resolve()
        loaded(str(target.relative_to(WEB)), seen)
    return seen


def test_all_that_it_loads_is_under_40_kilobytes() -> None:
    modules = loaded("widget.js", set())
    assert {"widget/define.js", "widget/style.js", "net/sse.js"} <= modules
    assert sum(len(gzip.compress((WEB / name).read_bytes(), 6)) for name in modules) < 40_000
