"""The competitors named in reports of other trades and styles."""

import pytest
from facts import styles

from actqa.facts.players.players import players
from actqa.reading import read_report

EXPECTED = {
    "robots": [
        ("Universal Robots A/S", "Denmark"),
        ("FANUC CORPORATION", "Japan"),
        ("ABB", "Switzerland"),
        ("TECHMAN ROBOT INC.", "Taiwan"),
        ("KUKA AG", "Germany"),
        "Doosan Robotics",
        "Franka Robotics GmbH",
        "Yaskawa Electric Corporation",
    ],
    "pet-food": [
        "Mars Petcare",
        "Nestlé Purina PetCare",
        "Hill's Pet Nutrition, Inc.",
        "Blue Buffalo",
        "Affinity Petcare S.A.",
        "General Mills Inc.",
    ],
    "hydrogen": [
        "Nel ASA",
        "thyssenkrupp nucera AG & Co. KGaA",
        "Plug Power Inc.",
        "ITM Power PLC",
        "Sunfire GmbH",
        "LONGi Hydrogen",
        "PERIC",
        "Sungrow",
        "McPhy",
        "John Cockerill",
        "Siemens Energy",
    ],
    "lighting": [
        "Signify Holding",
        "Acuity Brands, Inc.",
        "Legrand S.A.",
        "Zumtobel Group",
        ("OSRAM Licht AG", "ams OSRAM"),
        "Wipro Consumer Care & Lighting",
    ],
    "buses": [
        "BYD Company Limited",
        "Yutong Bus Co., Ltd.",
        "AB Volvo",
        "Daimler Truck AG",
        "NFI Group Inc.",
        "Proterra",
        "Tata Motors Limited",
        "Ashok Leyland",
        "Solaris Bus & Coach sp. z o.o.",
        "VDL Groep",
    ],
    "enzymes": [
        ("Novonesis", "Denmark"),
        ("DuPont", "US"),
        ("DSM-Firmenich", "Switzerland"),
        ("BASF SE", "Germany"),
        ("AB Enzymes", "Germany"),
        "Amano Enzyme Inc.",
        "Advanced Enzyme Technologies",
    ],
    "spirits": [
        "Pernod Ricard SA",
        "Rémy Cointreau",
        "William Grant & Sons Ltd",
        "Diageo plc",
        "Constellation Brands, Inc.",
        "House Spirits",
        "Chase Distillery Ltd.",
    ],
    "drones": [
        "Zipline International Inc.",
        "Matternet",
        "DHL Group",
        "Wingcopter GmbH",
        "Swoop Aero Pty Ltd",
        "Volansi",
        ("Flirtey", "SkyDrop"),
        "Vayu",
    ],
    "heaters": [
        ("MCZ Group S.p.A.", "Italy"),
        ("Palazzetti Lelio S.p.A.", "Italy"),
        ("Rika Innovative Ofentechnik GmbH", "Austria"),
        ("Hearth & Home Technologies, LLC", "U.S."),
        ("England's Stove Works, Inc.", "U.S."),
    ],
    "telehealth": [
        "Teladoc Health Inc.",
        ("American Well", "Amwell"),
        "Doctor on Demand",
        "MDLive",
        "Babylon Health",
        "Zoom Video Communications, Inc.",
    ],
}


def found(text):
    return players(read_report(text.encode(), id="report", name="report.md"))


@pytest.mark.parametrize("style", EXPECTED)
def test_every_competitor_of_a_report_once(style):
    rows = found(styles.text(style))
    assert [(row.name, row.note) if row.note else row.name for row in rows] == EXPECTED[style]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Key players include Acme, Inc., Bolt GmbH & Co. KG and Cog Ltd.",
            ["Acme, Inc.", "Bolt GmbH & Co. KG", "Cog Ltd."],
        ),
        ("Acme, Bolt and Cog are the leading suppliers in the field.", ["Acme", "Bolt", "Cog"]),
        ("Companies such as Acme and Bolt, buy rivals.", ["Acme", "Bolt"]),
        ("Major names in the field: Acme, Bolt, and Cog.", ["Acme", "Bolt", "Cog"]),
        ("Acme Inc., Bolt and Cog AG dominate the market.", ["Acme Inc.", "Bolt", "Cog AG"]),
        ("Acme Inc. leads the field, followed by Bolt and Cog AG.", ["Acme Inc.", "Bolt", "Cog AG"]),
        ("The top three – Acme Inc., Bolt and Cog AG – hold 40% of the market.", ["Acme Inc.", "Bolt", "Cog AG"]),
        ("Suppliers such as Acme Group and Bolt Ltd. sell kits to firms.", ["Acme Group", "Bolt Ltd."]),
        (
            "Who sells: Acme Sp. z o.o., Bolt S.p.A. and Cog AG. Acme leads.",
            ["Acme Sp. z o.o.", "Bolt S.p.A.", "Cog AG"],
        ),
        ("Who are the leading players?\n\nAcme Inc., Bolt and Cog AG.", ["Acme Inc.", "Bolt", "Cog AG"]),
        (
            "| Key Players | Acme Inc.<br>Bolt<br>Cog AG |\n|---|---|\n| Base Year | 2024 |",
            ["Acme Inc.", "Bolt", "Cog AG"],
        ),
        ("## Top Companies\n\n### 1. Acme Inc.\n\nIt sells.\n\n### 2. Bolt AG\n\nIt makes.", ["Acme Inc.", "Bolt AG"]),
        (
            "## Top Companies\n\n- **Acme** makes widgets in Ohio.\n- **Bolt AG** sells them abroad.",
            ["Acme", "Bolt AG"],
        ),
        (
            "Depth at the quay counts. Some of the leading companies in the widget market include:\n\n"
            "Acme Inc., Bolt, Cog AG, Dash Group",
            ["Acme Inc.", "Bolt", "Cog AG", "Dash Group"],
        ),
        ("## Leading Players\n\n• Acme Inc. • Bolt • Cog AG", ["Acme Inc.", "Bolt", "Cog AG"]),
    ],
)
def test_a_series_in_words(text, names):
    assert [row.name for row in found(f"Widget Market\n\nOverview\n\n{text}")] == names


def test_spellings_of_one_company_are_one_row_that_knows_its_lists():
    text = "# Widgets\n\n## Key Players\n\n- Bolt-Cog (via Acme)\n- Nut AG\n\n## Top Companies\n\n- Bolt Cog Company\n- Nut\n"
    first, second = found(text)
    assert (first.name, first.note, first.listed_in) == ("Bolt-Cog", "via Acme", ("Key Players", "Top Companies"))
    assert (second.name, len(second.evidence)) == ("Nut AG", 2)


@pytest.mark.parametrize(
    "text",
    [
        "The FDA and the EMA set the rules.",
        "Customers include bars such as The Lamb and The Fox.",
        "The profile of each company has:\n\n- Company Overview\n- SWOT Analysis\n- Strategies\n",
        "Companies in the United States, Germany and Japan lead.",
        "## Competition\n\nSmall firms buy from German, Dutch and Chinese machine builders, with brands such as Ram and Ewe.",
        "Clients include Lamb Inc., Fox Ltd. and Hare AG, which lead the market for inns.",
    ],
)
def test_who_is_no_competitor(text):
    assert found(f"Widget Market\n\nOverview\n\n{text}") == ()


@pytest.mark.parametrize("style", EXPECTED)
def test_each_name_stands_where_the_evidence_says(style):
    text = read_report(styles.text(style).encode(), id="report", name="report.md").text
    for row in players(read_report(text.encode(), id="report", name="report.md")):
        for place in row.evidence:
            assert text[place.start : place.end] == place.quote
