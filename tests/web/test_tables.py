"""The second view: a report's facts as tables, each row a way to its source."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request, Route, expect
from web.canned import (
    ALTERNATIVE,
    COUNTRIES,
    EMPTY,
    FACTS,
    FORECASTS,
    GLOBAL,
    ID,
    KEYED,
    MAJOR,
    TEXT,
    VALUED,
    at,
    facts,
    give,
    show_tables,
)
from web.reading import marked, picked
from web.shelf import Told, serving

from actqa.facts import extract

OpenPage = Callable[..., Page]
SOURCE = ", open the source"


def table(page: Page, kind: str) -> list[list[str]]:
    """The shown texts of a table, its head first, white space folded."""
    rows: list[list[str]] = page.locator(f"table.{kind} tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\\s+/g, ' ').trim()))"
    )
    return rows


def spread(values: list[float]) -> float:
    return max(values) - min(values)


def test_every_kind_of_fact_is_set_in_order(shown: Page) -> None:
    page = shown
    expect(page.locator(".facts-page h2")).to_have_text(["Adoptive Cell Therapy For Cancer Treatment Market"])
    expect(page.locator(".about div")).to_have_text(
        ["Study period2025–2031", "Base year2024", "Pages344", "ConcentrationLow", "Currency and unitUSD million"]
    )
    parts = ["Forecasts", "Segments", "Players", "Shares", "Developments", "What moves the market", "Contradictions"]
    expect(page.locator(".facts h3")).to_have_text(parts)
    counts = ["3", "34", "14", "3", "2", "8", "2"]
    expect(page.locator(".contents button")).to_have_text(
        [f"{part} {count}" for part, count in zip(parts, counts, strict=True)]
    )
    assert table(page, "forecasts") == [
        ["Market", "Unit", "Start", "Size at start", "End", "Size at end", "CAGR (%)", "CAGR for", "Values give (%)"],
        [
            "Adoptive Cell Therapy for Cancer Treatment Market 2 places ≠ 1",
            "USD million",
            "2024",
            "14,776.33",
            "2031",
            "29,723.68",
            "10.5",
            "",
            "10.5",
        ],
        ["global adoptive cell therapy market", "USD billion", "2022", "4.93", "2030", "23.44", "21.5", "", "21.52"],
        ["the market ≠ 1", "USD billion", "2024", "5.6", "2033", "35.3", "24.5", "2026–2033", "22.7"],
    ]
    players = table(page, "players")
    assert [row[0] for row in players[1:9]] == list(MAJOR)
    assert players[9] == ["Gilead Sciences", "via Kite Pharma", "B"]
    expect(page.locator(".titles div")).to_have_text(
        ["AMajor Players", "BKey players in Adoptive Cell Therapy for Cancer Treatment Market include"]
    )
    assert table(page, "shares")[1:] == [
        ["North America", "over", "45", ""],
        ["Asia-Pacific", "about", "30", ""],
        ["top innovators", "nearly", "55.5", ""],
    ]
    assert [row[:2] for row in table(page, "developments")[1:]] == [
        ["2022-02", "The Janssen Pharmaceutical Companies of Johnson & Johnson"],
        ["2023-06", "Galapagos NV"],
    ]
    expect(page.locator(".dynamics h4")).to_have_text(["Drivers", "Restraints", "Opportunities"])


def test_segments_are_nested_as_the_report_nests_them(shown: Page) -> None:
    page = shown
    expect(page.locator(".segmentations h4")).to_have_text(["Product", "Application", "Geography"])
    regions = page.locator(".segmentations .card").nth(2).locator(":scope > ul > li")
    expect(regions.locator(":scope > .name")).to_have_text(list(COUNTRIES))
    expect(regions.first.locator("ul .name")).to_have_text(list(COUNTRIES["North America"]))
    [region, country] = regions.first.locator(".row-source").all()[:2]
    assert country.bounding_box()["x"] - region.bounding_box()["x"] == 20  # type: ignore[index]


def test_numbers_stand_with_one_decimal_point_under_the_other(shown: Page) -> None:
    page = shown
    found = page.locator("table.forecasts tbody td.number").evaluate_all(
        """(cells) => cells.map((cell) => {
            const at = cell.textContent.indexOf(".");
            const range = document.createRange();
            if (at < 0 || !cell.firstChild) return null;
            range.setStart(cell.firstChild, at);
            range.setEnd(cell.firstChild, at + 1);
            return [cell.cellIndex, range.getBoundingClientRect().x];
        }).filter(Boolean)"""
    )
    columns: dict[int, list[float]] = {}
    for column, x in found:
        columns.setdefault(column, []).append(x)
    assert {column: len(points) for column, points in columns.items()} == {3: 3, 5: 3, 6: 3, 8: 3}
    assert all(spread(points) < 0.1 for points in columns.values())
    cells = page.locator("table.forecasts tbody td.number").nth(1)
    expect(cells).to_have_css("font-variant-numeric", "tabular-nums")
    expect(cells).to_have_css("text-align", "right")


def test_a_unit_that_all_rows_share_stands_in_the_head(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page, facts(forecasts=FORECASTS[1:], conflicts=[]))
    assert table(page, "forecasts")[0][:5] == [
        "Market",
        "Start",
        "Size at start (USD billion)",
        "End",
        "Size at end (USD billion)",
    ]
    expect(page.locator("table .differs")).to_have_count(0)
    expect(page.locator(".conflicts .none")).to_have_text("Nothing was found in the report that contradicts itself.")


def test_the_head_stays_while_its_rows_pass(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page, height=400)
    page.get_by_role("button", name="Iovance").or_(
        page.locator(".players .row-source").last
    ).scroll_into_view_if_needed()
    pane = page.locator("actqa-tables .scroller").bounding_box()
    head = page.locator(".players thead th").first.bounding_box()
    assert pane is not None
    assert head is not None
    assert abs(head["y"] - pane["y"]) <= 1


def test_a_row_opens_its_source_and_brackets_step_through_its_places(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page)
    row = page.locator("table.forecasts tbody tr").first
    row.locator("td").nth(3).click()
    expect(page.locator("actqa-source mark").first).to_be_visible()
    assert marked(page) == VALUED
    expect(page.locator("actqa-source .position")).to_have_text("1 of 2")
    expect(page.locator("actqa-source .report")).to_have_text("Adoptive Cell Therapy For Cancer Treatment Market")
    expect(page.locator("actqa-source .path")).to_have_text(
        re.compile(r"Adoptive Cell Therapy for Cancer Treatment Market \(USD Million\)$")
    )
    expect(page.locator("actqa-source .note")).to_be_hidden()
    page.keyboard.press("]")
    expect(page.locator("actqa-source mark")).to_have_text(["Market Size (2024)", "USD 14,776.33 Million"])
    expect(row.locator(".row-source")).to_have_attribute("aria-current", "true")
    expect(page.locator("actqa-tables [aria-current]")).to_have_count(1)
    page.locator("table.players .row-source", has_text="Gilead").click()
    expect(page.locator("actqa-source mark")).to_have_text(["Gilead Sciences"])
    page.keyboard.press("Escape")
    expect(page.locator("actqa-source")).to_be_hidden()
    expect(page.locator("table.players .row-source", has_text="Gilead")).to_be_focused()
    expect(page.locator("actqa-tables [aria-current]")).to_have_count(0)


def test_every_row_and_every_field_of_the_report_has_a_named_button(shown: Page) -> None:
    page = shown
    for kind, count in {"forecasts": 3, "players": 14, "shares": 3, "developments": 2}.items():
        expect(page.locator(f"table.{kind}").get_by_role("row")).to_have_count(count + 1)
        expect(page.locator(f"table.{kind}").get_by_role("button", name=SOURCE)).to_have_count(count)
    for part, count in {".segmentations": 34, ".dynamics": 8, ".conflicts": 4, ".about": 5}.items():
        expect(page.locator(part).get_by_role("button", name=SOURCE)).to_have_count(count)
    expect(page.get_by_role("button", name=f"Base year: 2024{SOURCE}")).to_be_visible()


def test_contradictions_are_sentences_with_their_quotes_and_rows_lead_to_them(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page)
    conflicts = page.locator(".contradiction")
    expect(conflicts.locator(".summary")).to_have_text(
        [
            "≠ 1market size The market of 2024 is said to be USD 14,776.33 million and USD 5.6 billion.",
            "≠ 2concentration Concentration is said to be “Low” and “moderately concentrated”.",
        ]
    )
    expect(conflicts.first.locator(".row-source")).to_have_text(
        ["Market Size (2024) · USD 14,776.33 Million", ALTERNATIVE]
    )
    expect(page.locator("table button.differs")).to_have_count(2)
    expect(page.locator("table.forecasts tbody tr").nth(1).locator(".differs")).to_have_count(0)
    mark = page.get_by_role("button", name="Contradiction 1: The market of 2024").first
    mark.click()
    expect(conflicts.first).to_be_focused()
    expect(conflicts.first).to_be_in_viewport()
    conflicts.first.locator(".row-source").nth(1).click()
    expect(page.locator("actqa-source mark")).to_have_text([ALTERNATIVE])
    page.keyboard.press("]")
    expect(page.locator("actqa-source mark")).to_have_text(["Market Size (2024)", "USD 14,776.33 Million"])


def test_what_can_hold_is_a_note_and_marks_no_row(told: Told, open_page: OpenPage) -> None:
    note = {"kind": "different period", "summary": "24.5 % is stated for 2026–2033.", "evidence": at(ALTERNATIVE)}
    page = show_tables(told, open_page, facts(conflicts=[note]))
    expect(page.locator(".conflicts .none")).to_have_text("Nothing was found in the report that contradicts itself.")
    expect(page.locator(".notes .note .summary")).to_have_text(["different period 24.5 % is stated for 2026–2033."])
    expect(page.locator(".differs, .amber")).to_have_count(0)
    page.locator(".note .row-source").click()
    expect(page.locator("actqa-source mark")).to_have_text([ALTERNATIVE])


def test_a_series_tells_the_years_between(told: Told, open_page: OpenPage) -> None:
    series = {**FORECASTS[1], "points": [[2022, 4.93], [2026, 10.75], [2030, 23.44]]}
    page = show_tables(told, open_page, facts(forecasts=[series], conflicts=[]))
    expect(page.locator("table.forecasts .more")).to_have_text("2022: 4.93 · 2026: 10.75 · 2030: 23.44")


def test_all_is_reached_with_keys_alone(told: Told, open_page: OpenPage) -> None:
    told.hold(ID, TEXT)
    page = open_page()
    give(page, facts())
    press = page.keyboard.press
    expect(page.get_by_role("button", name="Who are the key players?")).to_be_visible()
    press("t")
    expect(page.get_by_role("link", name="Tables", exact=True)).to_have_attribute("aria-current", "page")
    expect(page.locator("table.forecasts")).to_be_visible()
    press("t")
    first = page.get_by_role("button", name=f"{FORECASTS[0]['market']}{SOURCE}")
    expect(first).to_be_focused()
    press("Tab")
    expect(page.locator("table.forecasts .differs").first).to_be_focused()
    press("Tab")
    expect(page.locator("table.forecasts .row-source").nth(1)).to_be_focused()
    press("Enter")
    expect(page.locator("actqa-source mark")).to_have_text([GLOBAL])
    expect(page.get_by_role("region", name="Report text")).to_be_focused()
    press("Escape")
    expect(page.locator("table.forecasts .row-source").nth(1)).to_be_focused()
    press("/")
    expect(page.get_by_label("Your question")).to_be_focused()
    expect(page.locator("actqa-tables")).to_be_hidden()
    page.go_back()
    expect(page.locator("table.forecasts")).to_be_visible()
    page.get_by_role("link", name="Skip to the tables").focus()
    press("Enter")
    expect(page.get_by_role("region", name="Tables of the report")).to_be_focused()


def test_a_report_is_picked_first_and_stands_in_the_address(told: Told, open_page: OpenPage) -> None:
    told.hold(ID, TEXT)
    told.hold("other", "# Other market\n\nNothing.\n")
    page = open_page()
    give(page, facts())
    page.get_by_role("link", name="Tables", exact=True).click()
    expect(page.get_by_role("heading", name="Which report’s tables?")).to_be_visible()
    offered = page.locator("actqa-tables button.example")
    expect(offered).to_have_text(["Adoptive Cell Therapy For Cancer Treatment Market", "Other market"])
    offered.first.click()
    expect(page.locator("table.forecasts")).to_be_visible()
    expect(picked(page)).to_have_text("Adoptive Cell Therapy For Cancer Treatment Market")
    assert page.url.endswith(f"#report={ID}&view=tables")
    page.reload()
    expect(page.locator("table.forecasts")).to_be_visible()
    page.get_by_role("link", name="Ask", exact=True).click()
    expect(page.get_by_role("heading", name="Ask about Adoptive Cell Therapy")).to_be_visible()
    expect(picked(page)).to_have_text("Adoptive Cell Therapy For Cancer Treatment Market")


def test_a_link_to_a_place_opens_exactly_that(told: Told, open_page: OpenPage) -> None:
    text = f"# Market\n\n😀😀 It begins.\n\n{'Filler. ' * 300}\n\nThe market 😀 reached USD 5 million in 2024.\n"
    told.hold("market", text)
    start = text.index("USD 5 million")
    page = open_page()
    page.goto(f"{page.url}#report=market&start={start}&end={start + 13}")
    expect(page.locator("actqa-source mark")).to_have_text(["USD 5 million"])
    expect(page.locator("actqa-source mark")).to_be_in_viewport()
    expect(picked(page)).to_have_text("Market")
    page.reload()
    expect(page.locator("actqa-source mark")).to_have_text(["USD 5 million"])
    start = text.index("It begins")
    page.evaluate(f"location.hash = '#report=market&start={start}&end={start + 9}'")
    expect(page.locator("actqa-source mark")).to_have_text(["It begins"])
    page.evaluate("location.hash = '#report=market&start=90000&end=90005'")
    expect(page.locator("actqa-source .note")).to_contain_text("The report is shorter than this link says")


def test_a_link_to_a_report_that_is_not_there_says_so(told: Told, open_page: OpenPage) -> None:
    told.hold("market", "# Market\n\nText.\n")
    page = open_page()
    page.goto(f"{page.url}#report=gone&start=1&end=5")
    expect(page.locator("actqa-source .fault .what")).to_have_text("There is no report gone; pick one of the list.")


def test_what_a_report_does_not_name_is_said(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page, facts(**{**dict.fromkeys(FACTS, ()), **EMPTY, "dynamics": {}}))
    expect(page.locator(".facts-page .none")).to_have_text(
        ["The report names no sizes, segments, players, shares or developments that could be set in tables."]
    )
    expect(page.locator(".facts-page a")).to_have_count(0)
    page.close()
    page = show_tables(told, open_page, facts(players=(), shares=(), developments=()))
    expect(page.locator(".facts-page .none")).to_have_text(
        ["The report names no players.", "The report names no shares.", "The report names no developments."]
    )


def test_waiting_is_said_after_a_while_and_a_failure_can_be_tried_again(told: Told, open_page: OpenPage) -> None:
    told.hold(ID, TEXT)
    page = open_page()
    held: list[Route] = []
    page.route("**/facts", lambda route: held.append(route))
    page.get_by_role("link", name="Tables", exact=True).click()
    expect(page.locator(".facts-page .status")).to_have_text("Fetching the report’s tables…")
    held[0].fulfill(status=503, json={"error": {"code": "index_missing", "message": "There is no index yet."}})
    expect(page.locator("actqa-tables .fault .what")).to_have_text("There is no index yet.")
    page.unroute("**/facts")
    give(page, facts())
    page.locator("actqa-tables").get_by_role("button", name="Try again").click()
    expect(page.locator("table.forecasts")).to_be_visible()
    expect(page.locator("actqa-tables .fault")).to_have_count(0)


def test_files_are_plain_links(shown: Page) -> None:
    page = shown
    base = f"api/reports/{ID}/facts"
    links: list[list[str]] = page.locator("a.download").evaluate_all(
        "(links) => links.map((link) => [link.ariaLabel, link.href, link.download])"
    )
    assert [(name, href.split("/", 3)[3], file) for name, href, file in links] == [
        ("All tables as an Excel file", f"{base}.xlsx?what=all", f"{ID}-facts.xlsx"),
        ("Forecasts as CSV", f"{base}.csv?what=forecasts", f"{ID}-forecasts.csv"),
        ("Segments as CSV", f"{base}.csv?what=segments", f"{ID}-segments.csv"),
        ("Players as CSV", f"{base}.csv?what=players", f"{ID}-players.csv"),
        ("Shares as CSV", f"{base}.csv?what=shares", f"{ID}-shares.csv"),
        ("Developments as CSV", f"{base}.csv?what=developments", f"{ID}-developments.csv"),
    ]


def test_who_has_signed_in_downloads_by_plain_links(open_page: OpenPage) -> None:
    with serving(api_keys=("right",)) as (url, shelf):
        shelf.told.hold(ID, TEXT)
        page = open_page(url)
        give(page, facts())
        shelf.facts = lambda id, among=None: extract(shelf.report(id))  # type: ignore[method-assign]
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request))
        page.get_by_role("link", name="Tables", exact=True).click()
        page.get_by_label("API key").fill("right")
        page.get_by_role("button", name="Continue").click()
        with page.expect_download() as download:
            page.get_by_role("link", name="Players as CSV").click()
        assert download.value.suggested_filename == f"{ID}-players.csv"
        assert download.value.path().read_text(encoding="utf-8-sig").startswith("name,note,")
        assert not [request for request in sent if "authorization" in request.headers]
        page.close()


def test_on_a_phone_rows_fold_and_the_way_back_leads_to_the_row(told: Told, open_page: OpenPage) -> None:
    page = show_tables(told, open_page, width=360, height=740)
    spare = """() => {
      const node = document.querySelector("actqa-tables .scroller");
      return node.scrollWidth === node.clientWidth && document.documentElement.scrollWidth === innerWidth;
    }"""
    for width in (1440, 1100, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_function(spare)  # charts are drawn anew a frame later
    page.set_viewport_size({"width": 360, "height": 740})
    row = page.locator("table.players .row-source", has_text="Cellectis")
    row.scroll_into_view_if_needed()
    before = page.evaluate("document.querySelector('actqa-tables .scroller').scrollTop")
    row.click()
    expect(page.locator("actqa-source mark")).to_have_text(["Cellectis"])
    assert page.locator("actqa-tables").evaluate("(node) => node.inert")
    page.get_by_role("button", name="Back").click()
    expect(page.locator("actqa-source")).to_be_hidden()
    assert page.evaluate("document.querySelector('actqa-tables .scroller').scrollTop") == before
    expect(row).to_be_focused()


@pytest.mark.parametrize("words", ["<b>x</b>", "<img src=x onerror=alert(1)>", "javascript:alert(1)"])
def test_facts_are_text_whatever_they_hold(told: Told, open_page: OpenPage, words: str) -> None:
    player = {"name": words, "note": words, "listed_in": [words], "evidence": at(KEYED)}
    page = show_tables(told, open_page, facts(players=[player]))
    assert table(page, "players")[1][0].startswith(words)
    expect(page.locator("actqa-tables img, actqa-tables b")).to_have_count(0)
