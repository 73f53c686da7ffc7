"""Pages in a real browser, each of which must stay free of errors and of requests to anywhere else."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from web.canned import ID, TEXT, facts, give
from web.reading import watch
from web.shelf import Shelf, Told, serving

expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser on a busy machine may be late by seconds: what fails here is run once more, and the summary tells so."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def shelf_server() -> Iterator[tuple[str, Shelf]]:
    with serving() as started:
        yield started


@pytest.fixture
def told(shelf_server: tuple[str, Shelf]) -> Told:
    """What the server of `open_page` holds and answers; empty at first."""
    shelf_server[1].told = Told()
    return shelf_server[1].told


@pytest.fixture(scope="session")
def shared_context(chromium: Browser) -> Iterator[BrowserContext]:
    """For the pages that ask for nothing special, so that they need not load the same files again; without motion."""
    context = chromium.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def open_page(
    chromium: Browser, shared_context: BrowserContext, shelf_server: tuple[str, Shelf]
) -> Iterator[Callable[..., Page]]:
    """`open_page(url=…, width=…, height=…, **context)`: the page, at the told server unless a URL is given."""
    pages: list[Page] = []
    faults: list[str] = []

    def open_one(url: str = shelf_server[0], width: int = 1440, height: int = 900, **options: Any) -> Page:
        page = chromium.new_page(**options) if options else shared_context.new_page()
        pages.append(page)
        page.set_default_timeout(10_000)
        page.set_viewport_size({"width": width, "height": height})
        watch(page, url, faults)
        page.goto(url)
        return page

    yield open_one
    for page in pages:
        if not page.is_closed() and page.context is shared_context and page.url.startswith(shelf_server[0]):
            page.evaluate("localStorage.clear()")  # what was folded here is not so for the next
        page.close()
    assert faults == []


@pytest.fixture(scope="session")
def shown(shared_context: BrowserContext, shelf_server: tuple[str, Shelf]) -> Iterator[Page]:
    """The tables of the repository's own report, for tests that only look at them."""
    faults: list[str] = []
    url, shelf = shelf_server
    page = shared_context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    watch(page, url, faults)
    shelf.told = Told()
    shelf.told.hold(ID, TEXT)
    give(page, facts())
    page.goto(f"{url}#report={ID}&view=tables")
    page.locator(".facts-head").wait_for()
    yield page
    page.close()
    assert faults == []
