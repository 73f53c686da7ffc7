"""What tests do on the page, and read off it."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect


def ask(page: Page, question: str) -> None:
    """Types the question and sends it; does not wait for the answer."""
    page.get_by_label("Your question").fill(question)
    page.get_by_label("Your question").press("Enter")


def pick(page: Page, title: str) -> None:
    """Picks the report of that title in the list."""
    page.locator("actqa-reports").get_by_role("link", name=title, exact=True).click()


def picked(page: Page) -> Locator:
    """The entry of the report that is picked, or of all."""
    return page.locator("actqa-reports [aria-current]")


def open_citation(page: Page, id: int = 1) -> None:
    """Clicks the citation's chip in the last answer and waits until the source shows it."""
    page.locator("actqa-turn").last.locator(f".statements [data-citation='{id}']").first.click()
    expect(page.locator("actqa-source mark").first).to_be_visible()


def marked(page: Page) -> str:
    """All that is highlighted, white space folded; parts of different blocks or cells are joined by a space."""
    return " ".join(" ".join(page.locator("actqa-source mark").all_text_contents()).split())


def off_centre(page: Page) -> float:
    """Pixels between the middle of what is highlighted and the middle of the pane."""
    return page.evaluate(
        """() => {
            const found = [...document.querySelectorAll("actqa-source mark")];
            const marks = found.map((mark) => mark.getBoundingClientRect());
            const pane = document.querySelector("actqa-source .scroller").getBoundingClientRect();
            return (marks[0].top + marks.at(-1).bottom) / 2 - (pane.top + pane.bottom) / 2;
        }"""
    )


def watch(page: Page, url: str, faults: list[str]) -> None:
    """Notes errors and violations of the policy, which the browser logs, and requests to other places."""
    home = urlsplit(url).netloc

    def log(message: Any) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            faults.append(message.text)

    def request(sent: Any) -> None:
        if urlsplit(sent.url).netloc != home:
            faults.append(sent.url)

    page.on("console", log)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", request)
