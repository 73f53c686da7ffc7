"""Questions for lists, to a small report: complete, in the report's order, nested where it nests."""

from pathlib import Path

import pytest

from actqa import Answer, Assistant, Settings
from actqa.answering.asked.list_words import in_words
from actqa.answering.asked.question import understand
from actqa.answering.asked.wanted import wanted
from actqa.answering.seen.listings import Item, places_of
from actqa.reading import Span

REPORT = """\
# Oat Drinks Market Size, Share and Forecast

## Market Segmentation

**By Product Type**
- Plain Drinks
- Flavored Drinks
  - Vanilla
  - Cocoa
- Barista Drinks

**By Packaging Material**
- Cartons
- Glass
- Cans

**By End User**
- Households
- Coffee Shops

**By Region**
- North America
  - U.S.
  - Canada
- Europe
  - Germany
  - Sweden
  - Rest of Europe

## Market Dynamics

| Factor | Type | Effect |
|---|---|---|
| Lactose intolerance | Driver | High |
| Coffee shops that offer a choice | Driver | Medium |
| High price next to milk | Restraint | High |

## Key Companies Profiled

- Havre Foods AB (Sweden)
- Northfield Oats, Inc. (Canada)
- Milldale Ltd. (Germany)

## Recent Developments

- In March 2024, Havre Foods AB opened a plant in Malmo.
- In June 2023, Milldale Ltd. acquired Oatly Farms, a miller.

## Quality Tests

The laboratory carries out three tests, namely: Viscosity, Sediment, Froth.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory):
    home: Path = tmp_path_factory.mktemp("oats")
    (home / "corpus").mkdir()
    (home / "corpus" / "oats.md").write_text(REPORT, encoding="utf-8")
    with Assistant.open(Settings(corpus=home / "corpus", index=home / "index")) as opened:
        opened.build()
        yield opened


@pytest.fixture(scope="module")
def ask(assistant):
    def ask_oats(question: str) -> Answer:
        answer = assistant.ask(question, "oats", ())
        for citation in answer.citations:
            assert REPORT[citation.start : citation.end] == citation.quote
            assert len(citation.quote) <= 600
        return answer

    return ask_oats


def texts(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


PRODUCTS = "Product Type: Plain Drinks; Flavored Drinks (Vanilla, Cocoa); Barista Drinks."
MATERIALS = "Packaging Material: Cartons; Glass; Cans."
USERS = "End User: Households; Coffee Shops."
PLAYERS = "Key Companies Profiled: Havre Foods AB (Sweden); Northfield Oats, Inc. (Canada); Milldale Ltd. (Germany)."
PLANT = "In March 2024, Havre Foods AB opened a plant in Malmo."
BOUGHT = "In June 2023, Milldale Ltd. acquired Oatly Farms, a miller."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Product types?", [PRODUCTS]),
        ("What product segments are there?", [PRODUCTS]),
        ("Which oat drink varieties does it cover?", [PRODUCTS]),
        ("types of flavored drinks", ["Flavored Drinks: Vanilla; Cocoa."]),
        ("Which packaging materials are covered?", [MATERIALS]),
        ("list the packaging types", [MATERIALS]),
        ("end-use groups", [USERS]),
        ("Who are the customers?", [USERS]),
        ("product types and end users", [PRODUCTS, USERS]),
    ],
)
def test_a_dimension_is_found_by_its_words_and_by_words_like_them(ask, question, answer):
    assert texts(ask(question)) == answer


def test_all_dimensions_where_none_is_named(ask):
    assert texts(ask("How is the market segmented?")) == [
        PRODUCTS,
        MATERIALS,
        USERS,
        "Region: North America (U.S., Canada); Europe (Germany, Sweden, Rest of Europe).",
    ]


@pytest.mark.parametrize(
    "question", ["players?", "Who makes oat drinks?", "Which vendors are profiled?", "competitors"]
)
def test_players_with_their_notes(ask, question):
    assert texts(ask(question)) == [PLAYERS]


def test_players_from_a_place(ask):
    assert texts(ask("Swedish companies?")) == ["Key Companies Profiled, Sweden: Havre Foods AB (Sweden)."]
    assert not ask("Which Japanese vendors are listed?").answered


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("regions?", "Region: North America; Europe."),
        ("geographic scope", "Region: North America (U.S., Canada); Europe (Germany, Sweden, Rest of Europe)."),
        ("Which European countries are covered?", "Europe: Germany; Sweden; Rest of Europe."),
        ("how many regions", "Two under “Region”: North America; Europe."),
        (
            "How many countries are covered?",
            "Four countries under “Region”: North America (U.S., Canada); Europe (Germany, Sweden, Rest of Europe).",
        ),
    ],
)
def test_regions_and_what_they_hold(ask, question, answer):
    assert texts(ask(question)) == [answer]


def test_a_regions_countries_are_refused_where_none_are_listed(ask):
    assert not ask("Which countries in Latin America are covered?").answered


@pytest.mark.parametrize("question", ["drivers?", "what's driving demand?", "What are the growth drivers?"])
def test_drivers(ask, question):
    (text,) = texts(ask(question))
    assert text.split(": ")[1] == "Lactose intolerance; Coffee shops that offer a choice."


@pytest.mark.parametrize(
    "question", ["headwinds", "what is holding the market back?", "Which factors restrain growth?"]
)
def test_restraints(ask, question):
    (text,) = texts(ask(question))
    assert text.split(": ")[1] == "High price next to milk."


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("recent developments", [PLANT, BOUGHT]),
        ("anything new in 2024?", [PLANT]),
        ("acquisitions", [BOUGHT]),
        ("What has Milldale done lately?", [BOUGHT]),
        ("What has Havre Foods announced in 2024?", [PLANT]),
    ],
)
def test_what_happened_by_year_company_and_sort(ask, question, answer):
    assert texts(ask(question)) == answer


@pytest.mark.parametrize("question", ["anything new in 2019?", "trends", "What has Northfield Oats done lately?"])
def test_what_the_report_does_not_list_is_refused(ask, question):
    answer = ask(question)
    assert (answer.answered, answer.statements) == (False, ())


def test_a_list_that_only_the_text_tells(ask):
    (text,) = texts(ask("Which quality tests are there?"))
    assert "Viscosity, Sediment, Froth" in text


def test_a_segment_that_holds_none_gets_no_other_list(ask):
    assert not ask("types of barista drinks").answered


@pytest.mark.parametrize(
    ("text", "phrase", "topics"),
    [
        ("Through which sales channels is it sold?", "sales channels", ()),
        ("how many types of solution does it break down", "types of solution", ()),
        ("Who sells it?", "sells", ("players",)),
        ("List all drivers and restraints", "drivers and restraints", ("drivers", "restraints")),
        ("which end users are covered", "enduser", ()),
    ],
)
def test_what_is_wanted(text, phrase, topics):
    found = wanted(understand(text), frozenset())
    assert (found.phrase, found.topics) == (phrase, topics)


def test_places_are_few_and_short_enough_to_be_quotes():
    items = [Item(str(n), (Span(n * 100, n * 100 + 20), Span(5000 + n * 10, 5000 + n * 10 + 9))) for n in range(20)]
    assert places_of(items) == (Span(5000, 5199),)
    far = [Item("a", (Span(0, 5),)), Item("b", (Span(400, 405),)), Item("c", (Span(900, 905),))]
    assert places_of(far) == (Span(0, 405), Span(900, 905))


@pytest.mark.parametrize(("count", "said"), [(1, "one"), (12, "twelve"), (20, "twenty"), (47, "forty-seven")])
def test_counts_in_words(count, said):
    assert in_words(count) == said
