"""What a citation opens is highlighted to the letter, whatever the text around it is made of."""

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from web.reading import ask, marked, off_centre, open_citation
from web.shelf import Told, answering, cite, revised

from actqa.answering.events import Event

OpenPage = Callable[..., Page]
FILLER = "\n\n".join(f"Paragraph {n} fills the page with words that nobody asked about." for n in range(60))


def show(told: Told, open_page: OpenPage, text: str, quote: str) -> Page:
    report = told.hold("market", f"# Market\n\n{FILLER}\n\n{text}\n\n{FILLER}\n")
    told.answer(answering(cite(report, quote)))
    page = open_page()
    ask(page, "How large?")
    open_citation(page)
    return page


@pytest.mark.parametrize(
    "before",
    ["", "é ü 中文 ", "😀 ", "𝒜𝒷𝒸 🇩🇪 👩‍🔬 ", "😀" * 3000],
    ids=["plain", "two-byte", "emoji", "joined", "many"],
)
def test_the_highlight_is_the_quote_whatever_stands_before_it(told: Told, open_page: OpenPage, before: str) -> None:
    page = show(
        told,
        open_page,
        f"{before}It begins. The market reached USD 5 million 😀 in 2024. It ends.",
        "The market reached USD 5 million 😀 in 2024.",
    )
    assert page.locator("actqa-source mark").all_text_contents() == ["The market reached USD 5 million 😀 in 2024."]


def test_the_highlight_lies_in_the_middle_of_the_pane(told: Told, open_page: OpenPage) -> None:
    page = show(told, open_page, "The market reached USD 5 million.", "The market reached USD 5 million.")
    assert abs(off_centre(page)) <= 1


def test_a_span_may_begin_and_end_within_blocks(told: Told, open_page: OpenPage) -> None:
    quote = "end of one paragraph.\n\n- First item\n- Second"
    page = show(told, open_page, f"The {quote} item\n", quote)
    assert page.locator("actqa-source mark").all_text_contents() == ["end of one paragraph.", "First item", "Second"]


def test_a_row_is_highlighted_cell_by_cell(told: Told, open_page: OpenPage) -> None:
    table = "| Year | Size |\n|---|---|\n| 2024 | USD 5 million |\n| 2031 | USD 9 million |"
    page = show(told, open_page, table, "| 2031 | USD 9 million |")
    assert page.locator("actqa-source mark").all_text_contents() == ["2031", "USD 9 million"]
    assert page.locator("actqa-source td.cited").all_text_contents() == ["2031", "USD 9 million"]
    assert page.locator("actqa-source th").all_text_contents() == ["Year", "Size"]


def test_a_part_of_a_cell_is_highlighted_alone(told: Told, open_page: OpenPage) -> None:
    table = "| Year | Size |\n|---|---|\n| 2031 | about USD 9 million |"
    page = show(told, open_page, table, "USD 9 million")
    assert page.locator("actqa-source mark").all_text_contents() == ["USD 9 million"]
    assert page.locator("actqa-source td.cited").count() == 0


def test_tags_are_left_out_and_entities_decoded(told: Told, open_page: OpenPage) -> None:
    raw = "R&amp;D <b>spend</b> rose &gt; 5&nbsp;% to &#163;3&#x2d;4 million"
    page = show(told, open_page, f"Then {raw} again.", raw)
    assert marked(page) == "R&D spend rose > 5 % to £3-4 million"


def test_emphasis_is_shown_not_spelled(told: Told, open_page: OpenPage) -> None:
    page = show(
        told, open_page, "The market reached **USD 5 million** in *2024*.", "reached **USD 5 million** in *2024*"
    )
    assert marked(page) == "reached USD 5 million in 2024"
    assert page.locator("actqa-source strong").all_text_contents() == ["USD 5 million"]


def test_brackets_step_through_the_citations_of_the_answer(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", f"# Market\n\nAlpha stands first.\n\n{FILLER}\n\nOmega stands last.\n")
    told.answer(answering(cite(report, "Alpha stands first.", 1), cite(report, "Omega stands last.", 2)))
    page = open_page()
    ask(page, "How large?")
    open_citation(page)
    assert marked(page) == "Alpha stands first."
    for key, quote, position in [
        ("]", "Omega stands last.", "2 of 2"),
        ("]", "Alpha stands first.", "1 of 2"),
        ("[", "Omega stands last.", "2 of 2"),
    ]:
        page.keyboard.press(key)
        expect(page.locator("actqa-source .position")).to_have_text(position)
        expect(page.locator("actqa-source mark")).to_have_text([quote])
        expect(page.locator("actqa-source mark")).to_be_in_viewport()
    expect(page.locator(".chip[aria-current]")).to_have_text(["2"])
    expect(page.locator("actqa-source .tick")).to_have_count(2)


def test_what_the_source_shows_stays_marked_when_the_answer_is_whole(told: Told, open_page: OpenPage) -> None:
    """The source may be opened at a statement before the answer has ended."""
    report = told.hold("market", "# Market\n\nAlpha stands first.\n\nOmega stands last.\n")
    told.answer(answering(cite(report, "Alpha stands first.", 1), cite(report, "Omega stands last.", 2)))
    go_on = threading.Event()
    whole = list(told.script("?"))

    def slow(question: str) -> Iterator[Event]:
        yield from whole[:-1]
        assert go_on.wait(20)
        yield whole[-1]

    told.script = slow
    page = open_page()
    ask(page, "How large?")
    open_citation(page)
    expect(page.locator(".chip[aria-current]")).to_have_text(["1"])
    go_on.set()
    expect(page.locator(".engine")).to_be_visible()
    expect(page.locator(".chip[aria-current]")).to_have_text(["1"])
    page.keyboard.press("]")
    expect(page.locator("actqa-source mark")).to_have_text(["Omega stands last."])
    expect(page.locator(".chip[aria-current]")).to_have_text(["2"])


def test_citations_of_two_reports_open_one_after_the_other(told: Told, open_page: OpenPage) -> None:
    one, other = told.hold("one", "# One\n\nAlpha.\n"), told.hold("other", "# Other\n\nOmega.\n")
    told.answer(answering(cite(one, "Alpha.", 1), cite(other, "Omega.", 2)))
    page = open_page()
    ask(page, "Which?")
    open_citation(page)
    expect(page.locator("actqa-source .report")).to_have_text("One")
    page.get_by_role("button", name="Next citation").click()
    expect(page.locator("actqa-source .report")).to_have_text("Other")
    expect(page.locator("actqa-source mark")).to_have_text(["Omega."])


def test_a_passage_that_has_moved_is_found_again(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\nAlpha stands here.\n")
    told.answer(answering(cite(report, "Alpha stands here.")))
    told.reports["market"] = revised(report, f"# Market\n\n{FILLER}\n\nAlpha stands\nhere.\n")
    page = open_page()
    ask(page, "Where?")
    open_citation(page)
    assert marked(page) == "Alpha stands here."
    expect(page.locator("actqa-source .note")).to_have_text(
        "The report has changed since this answer. The quoted passage now stands here."
    )


def test_a_passage_that_is_gone_is_said_to_be(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\nAlpha stands here.\n")
    told.answer(answering(cite(report, "Alpha stands here.")))
    told.reports["market"] = revised(report, "# Market\n\nBeta stands here.\n")
    page = open_page()
    ask(page, "Where?")
    page.locator(".chip").first.click()
    expect(page.locator("actqa-source .note")).to_have_text(
        "The report has changed since this answer, and this passage is no longer in it:Alpha stands here."
    )
    expect(page.locator("actqa-source mark")).to_have_count(0)
    expect(page.locator("actqa-source .sheet")).to_contain_text("Beta stands here.")


def test_a_report_that_cannot_be_had_says_what_to_do(told: Told, open_page: OpenPage) -> None:
    report = told.hold("market", "# Market\n\nAlpha stands here.\n")
    told.answer(answering(cite(report, "Alpha stands here.")))
    page = open_page()
    ask(page, "Where?")
    del told.reports["market"]
    page.locator(".chip").first.click()
    expect(page.locator("actqa-source .fault .what")).to_have_text("There is no report market; pick one of the list.")
    told.reports["market"] = report
    page.locator("actqa-source").get_by_role("button", name="Try again").click()
    expect(page.locator("actqa-source mark")).to_have_text(["Alpha stands here."])
