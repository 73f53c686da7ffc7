"""What happened, in reports of other trades and styles."""

import pytest
from facts import styles

from actqa.facts.developments.developments import developments
from actqa.reading import read_report

EXPECTED = {
    "robots": [("2024-05", "ABB"), ("2024-01", "FANUC CORPORATION"), ("2023-11", "Universal Robots A/S")],
    "pet-food": [("2024-04", "Mars Petcare"), ("2023-11", "Hill's Pet Nutrition, Inc.")],
    "hydrogen": [("2023-08", "Nel ASA"), ("2024-01", "Plug Power"), ("2023-07", "ITM Power")],
    "lighting": [("2024-03", "Signify Holding"), ("2023-10", "Legrand S.A."), ("2023-09", "Zumtobel Group")],
    "buses": [("2024-02", "Ashok Leyland"), ("2023-10", "Solaris"), ("2023-06", "Volvo Buses")],
    "enzymes": [("2024-01", "Novonesis"), ("2023-06", "BASF SE"), ("2023-07", "Amano Enzyme Inc.")],
    "spirits": [
        ("2023-05", "Diageo plc"),
        ("2023-03", "Pernod Ricard SA"),
        ("2022", "House Spirits"),
        ("2021-06", "Acme Bio"),
    ],
    "drones": [("2023-03", "Zipline International Inc."), ("2023", "Wingcopter GmbH"), ("2022-09", "Matternet")],
    "heaters": [("2024-09", "Rika Innovative Ofentechnik GmbH"), ("2024-01", "MCZ Group S.p.A.")],
    "telehealth": [("2024-08", "Amwell")],
}


def found(text):
    return developments(read_report(text.encode(), id="report", name="report.md"))


@pytest.mark.parametrize("style", EXPECTED)
def test_every_event_of_a_report(style):
    assert [(row.date, row.company) for row in found(styles.text(style))] == EXPECTED[style]


@pytest.mark.parametrize(
    ("text", "date", "company"),
    [
        ("In February 2022, Acme Corp acquired Bolt.", "2022-02", "Acme Corp"),
        ("2021: Acme closed the sale in July 2021.", "2021-07", "Acme"),
        ("Acme and Bolt called off their merger in 2019.", "2019", "Acme"),
        ("On 3 May 2023, Bolt was acquired by Acme Corp for cash.", "2023-05", "Acme Corp"),
        ("In June 2023, the U.S. FDA approved Acme's inhaler.", "2023-06", "Acme"),
    ],
)
def test_who_did_it_and_when(text, date, company):
    (row,) = found(f"# Widgets\n\n## Recent Developments\n\n- {text}\n")
    assert (row.date, row.company, row.event) == (date, company, text)


@pytest.mark.parametrize(
    "text",
    [
        "2024/05/22 Acme Corp showed a widget.",
        "Earlier, in May 2024, Acme Corp said it would stop.",
        "In May 2024, a new plant was opened by Acme Corp in Texas.",
        "Acquisition of Bolt by Acme Corp in May 2024.",
        "22 May 2024 | Acme Corp | Launch of a widget",
        "### May 2024\n\nAcme Corp launched a widget.",
        "2024-05 | Acme Corp | buys the arm of Bolt\n2024-05 | Acme Corp | sells the leg of Bolt",
    ],
)
def test_news_in_many_shapes(text):
    rows = found(f"# Widgets\n\n## Recent Developments\n\n{text}\n")
    assert {(row.date, row.company) for row in rows} == {("2024-05", "Acme Corp")}


@pytest.mark.parametrize(
    "text",
    [
        "In 2023, the widget market reached USD 5 billion.",
        "The widget market will have doubled by 2030.",
        "Acme opened a plant.",
    ],
)
def test_what_is_no_event(text):
    assert found(f"# Widgets\n\n## Recent Developments\n\n- {text}\n") == ()


@pytest.mark.parametrize("style", EXPECTED)
def test_each_name_stands_where_the_evidence_says(style):
    text = read_report(styles.text(style).encode(), id="report", name="report.md").text
    for row in developments(read_report(text.encode(), id="report", name="report.md")):
        for place in row.evidence:
            assert text[place.start : place.end] == place.quote
