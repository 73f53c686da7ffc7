"""Facts of the repository's own report, written by hand, and a page that is given them."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from web.shelf import Told

from actqa.facts.types import ReportFacts

ID = "adoptive-cell-therapy"
TEXT = (Path(__file__).parents[2] / "corpus" / f"{ID}.md").read_text()
EMPTY: dict[str, Any] = {"report": {"id": ID, "title": "Adoptive Cell Therapy For Cancer Treatment Market"}}


def at(*quotes: str | tuple[str, int], text: str = TEXT) -> list[dict[str, Any]]:
    """Evidence: each quote's first place, or the place with the number beside it."""
    found = []
    for quote, number in (one if isinstance(one, tuple) else (one, 0) for one in quotes):
        start = [match.start() for match in re.finditer(re.escape(quote), text)][number]
        found.append({"start": start, "end": start + len(quote), "quote": quote, "page": None})
    return found


def named(*names: str) -> list[dict[str, Any]]:
    return [{"name": name, "evidence": at(name)} for name in names]


VALUED = (
    "Adoptive Cell Therapy for Cancer Treatment Market was valued at USD 14,776.33 million in the year 2024. "
    "The size of this market is expected to increase to USD 29,723.68 million by the year 2031, while growing at a "
    "Compounded Annual Growth Rate (CAGR) of 10.5%."
)
KEYED = "| Market Size (2024) | USD 14,776.33 Million |"
GLOBAL = (
    "The global adoptive cell therapy market was valued at USD 4.93 billion in 2022 and is projected to reach "
    "USD 23.44 billion by 2030, growing at a CAGR of 21.5% during the forecast period."
)
ALTERNATIVE = (
    "Alternative estimates suggest the market will expand from USD 5.6 billion in 2024 to USD 35.3 billion by 2033, "
    "reflecting a CAGR of 24.5% from 2026 to 2033."
)
FORECASTS = [
    {
        "market": "Adoptive Cell Therapy for Cancer Treatment Market",
        "unit": "USD million",
        "start_year": 2024,
        "start_value": 14776.33,
        "end_year": 2031,
        "end_value": 29723.68,
        "cagr_percent": 10.5,
        "implied_cagr_percent": 10.5,
        "evidence": at(VALUED, KEYED),
    },
    {
        "market": "global adoptive cell therapy market",
        "unit": "USD billion",
        "start_year": 2022,
        "start_value": 4.93,
        "end_year": 2030,
        "end_value": 23.44,
        "cagr_percent": 21.5,
        "implied_cagr_percent": 21.52,
        "evidence": at(GLOBAL),
    },
    {
        "market": "the market",
        "unit": "USD billion",
        "start_year": 2024,
        "start_value": 5.6,
        "end_year": 2033,
        "end_value": 35.3,
        "cagr_percent": 24.5,
        "period": [2026, 2033],
        "implied_cagr_percent": 22.7,
        "evidence": at(ALTERNATIVE),
    },
]
COUNTRIES = {
    "North America": ("United States", "Canada"),
    "Europe": ("Germany", "United Kingdom", "France", "Italy", "Spain", "Nordic", "Benelux", "Rest of Europe"),
    "Asia Pacific": ("Japan", "China", "India", "Australia & New Zealand", "South Korea", "Rest of Asia Pacific"),
    "Middle East & Africa": ("GCC", "Israel", "South Africa", "Rest of Middle East & Africa"),
    "Latin America": ("Brazil", "Mexico", "Argentina", "Rest of Latin America"),
}
MAJOR = ("GlaxoSmithKline", "Janssen", "Genentech", "Roche", "Bristol-Myers Squibb", "Amgen", "Merck", "Eli Lilly")
KEY = (
    ("Gilead Sciences", "via Kite Pharma"),
    ("Novartis AG", ""),
    ("Johnson & Johnson", ""),
    ("Autolus Therapeutics", ""),
    ("Cellectis", ""),
    ("Nkarta, Inc.", ""),
)
KEY_LIST = "Key players in Adoptive Cell Therapy for Cancer Treatment Market include:"
FACTS: dict[str, Any] = {
    "report": {
        **EMPTY["report"],
        "study_period": [2025, 2031],
        "base_year": 2024,
        "pages": 344,
        "concentration": "Low",
        "currency_unit": "USD million",
        "evidence": {
            "study_period": at("| Study Period | 2025 - 2031 |"),
            "base_year": at("| Base Year | 2024 |"),
            "pages": at("| Report Pages | 344 |"),
            "concentration": at("| Market Concentration | Low |"),
            "currency_unit": at("*Market size in USD million"),
        },
    },
    "forecasts": FORECASTS,
    "segmentations": [
        {"dimension": "Product", "segments": named("Surgery", "Chemotherapy", "Radiotherapy")},
        {
            "dimension": "Application",
            "segments": named("Autologous Adoptive T Cell Therapy", "Allogeneic Adoptive T Cell Therapy"),
        },
        {
            "dimension": "Geography",
            "segments": [
                {**named(region)[0], "children": named(*countries)} for region, countries in COUNTRIES.items()
            ],
        },
    ],
    "players": [
        *({"name": name, "note": "", "listed_in": ["Major Players"], "evidence": at(f"- {name}")} for name in MAJOR),
        *({"name": name, "note": note, "listed_in": [KEY_LIST], "evidence": at((name, -1))} for name, note in KEY),
    ],
    "shares": [
        {
            "subject": "North America",
            "percent": 45,
            "qualifier": "over",
            "evidence": at("North America leads with over 45% dominance"),
        },
        {
            "subject": "Asia-Pacific",
            "percent": 30,
            "qualifier": "about",
            "evidence": at("Asia-Pacific shows faster growth momentum, contributing around 30%"),
        },
        {
            "subject": "top innovators",
            "percent": 55.5,
            "qualifier": "nearly",
            "evidence": at("top innovators commanding nearly 55% of the share"),
        },
    ],
    "developments": [
        {
            "date": "2022-02",
            "company": "The Janssen Pharmaceutical Companies of Johnson & Johnson",
            "event": "the U.S. FDA had approved CARVYKTI™ (ciltacabtagene autoleucel) for the treatment of adults with "
            "relapsed or refractory multiple myeloma after receiving four or more prior therapies",
            "evidence": at("In February 2022, The Janssen Pharmaceutical Companies of Johnson & Johnson announced"),
        },
        {
            "date": "2023-06",
            "company": "Galapagos NV",
            "event": "showcased its innovative CAR-T point-of-care manufacturing platform",
            "evidence": at("In June 2023, Galapagos NV showcased its innovative CAR-T"),
        },
    ],
    "dynamics": {
        "drivers": named("Immunotherapy Advancements", "Precision Oncology", "Targeted Antigen Recognition"),
        "restraints": named("Manufacturing Challenges", "Limited Infrastructure", "Cost Barriers"),
        "opportunities": named("Personalized Treatment", "Targeted Therapies"),
    },
    "conflicts": [
        {
            "kind": "market size",
            "summary": "The market of 2024 is said to be USD 14,776.33 million and USD 5.6 billion.",
            "evidence": at(KEYED, ALTERNATIVE),
        },
        {
            "kind": "concentration",
            "summary": "Concentration is said to be “Low” and “moderately concentrated”.",
            "evidence": at("| Market Concentration | Low |", "The competitive structure is moderately concentrated"),
        },
    ],
}


def facts(text: str = TEXT, **changes: Any) -> dict[str, Any]:
    """The facts with changes, as the server would send them: every quote stands where it says."""
    return ReportFacts.checked({**FACTS, **changes}, text).model_dump(mode="json")


def show_tables(
    told: Told, open_page: Callable[..., Page], given: Mapping[str, Any] | None = None, **options: Any
) -> Page:
    """The page at the report's tables, once they stand there."""
    told.hold(ID, TEXT)
    page = open_page(**options)
    give(page, given if given is not None else facts())
    page.locator("actqa-views a, actqa-tabs button").get_by_text("Tables").filter(visible=True).click()
    page.locator(".facts-head").wait_for()
    return page


def give(page: Page, given: Mapping[str, Any]) -> None:
    """Answers the call for facts so."""
    page.route("**/facts", lambda route: route.fulfill(json=given))
