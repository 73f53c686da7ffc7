"""What a market is split by, in reports of other trades and styles."""

import pytest
from facts import styles

from actqa.facts.segments.segmentations import segmentations
from actqa.reading import read_report

EXPECTED = {
    "robots": {
        "Payload": ["Up to 5 kg", "5-10 kg", "More than 10 kg"],
        "Component": ["Hardware", "Software"],
        "Application": ["Handling", "Assembling & Disassembling", "Welding & Soldering", "Dispensing", "Processing"],
        "Industry": ["Automotive", "Electronics", "Metals & Machining", "Food & Beverages"],
    },
    "pet-food": {
        "Pet Type": ["Dogs", "Cats", ("Others", ["Birds", "Fish"])],
        "Form": ["Dry food", "Wet food", "Treats & chews"],
        "Sales Channel": ["supermarkets", "specialty stores", "online"],
        "Region": [
            ("North America", ["U.S.", "Canada"]),
            ("Europe", ["Germany", "UK"]),
            ("Asia Pacific", ["China", "Japan"]),
        ],
    },
    "hydrogen": {
        "Technology": ["alkaline", "proton exchange membrane", "solid oxide"],
        "Capacity": ["below 500 kW", "500 kW to 2 MW", "above 2 MW"],
        "End Use": ["refining", "ammonia", "steel", "mobility"],
        "Geography": ["North America", "Europe", "Asia-Pacific", "Rest of the World"],
    },
    "lighting": {
        "Offering": [
            ("Hardware", ["Lamps & Luminaires", "Lighting Controls"]),
            "Software",
            ("Services", ["Professional Services", "Managed Services"]),
        ],
        "Communication Technology": ["Wired Technology", "Wireless Technology"],
        "Installation Type": ["New Installation", "Retrofit"],
        "Geography": ["North America", "Europe", "Asia-Pacific", "Latin America", "Middle East & Africa (MEA)"],
    },
    "buses": {
        "Propulsion": ["Battery Electric", "Plug-in Hybrid", "Fuel Cell"],
        "Length": ["Less than 9 m", "9-14 m", "Above 14 m"],
        "End User": ["Public", "Private"],
        "Region": [
            ("North America", ["U.S.", "Canada", "Mexico"]),
            ("Europe", ["UK", "Germany", "France", "Rest of Europe"]),
            ("Asia-Pacific", ["China", "Japan", "India", "Rest of Asia-Pacific"]),
            ("LAMEA", ["Latin America", "Middle East", "Africa"]),
        ],
    },
    "enzymes": {
        "Type": ["Carbohydrases", "Proteases", "Lipases", "Polymerases & Nucleases", "Others"],
        "Source": ["Microorganisms", "Plants", "Animals"],
        "Application": ["Food & Beverages", "Bioethanol", "Animal Feed", "Detergents", "Textiles", "Others"],
        "Region": ["North America", "Europe", "Asia Pacific", "South America", "RoW"],
    },
    "spirits": {
        "Type": ["Whiskey", "Gin", "Rum & Brandy"],
        "Distiller Size": ["Large Craft Distillers", "Medium Craft Distillers", "Small Craft Distillers"],
        "Distribution Channel": ["On-trade", "Off-trade"],
        "Geography": ["North America", "Europe", "Asia Pacific", "Rest of the World"],
    },
    "drones": {
        "Technology": ["Fixed wing", "Rotor drones", "Hybrid drones"],
        "Application": ["Blood transfer", "Vaccination programs", "Drug transfer", "Others"],
        "Region": [
            ("North America", ["US", "Canada"]),
            ("Europe", ["Germany", "UK", "France", "Rest of Europe"]),
            ("Asia Pacific", ["China", "Japan", "India", "Rest of Asia Pacific"]),
            "Rest of World",
        ],
    },
    "heaters": {
        "Region": [
            ("North America", ["U.S.", "Canada"]),
            ("Europe", ["Germany", "Italy", "France", "Rest of Europe"]),
            ("Asia Pacific", ["China", "Japan", "Rest of Asia Pacific"]),
        ],
        "Type": ["Pellet Stoves", "Pellet Boilers", "Pellet Furnaces"],
        "Application": ["Residential", "Commercial", "Industrial"],
        "Distribution Channel": ["Direct", "Indirect"],
    },
    "telehealth": {
        "Component": ["Hardware", "Software", "Services"],
        "Application": ["Teleradiology", "Telepsychiatry", "Others"],
        "End-use": ["Providers", "Payers", "Patients"],
        "Region": [("North America", ["U.S.", "Canada"]), ("Europe", ["Germany", "UK"])],
    },
}


def found(text):
    return segmentations(read_report(text.encode(), id="report", name="report.md"))


def tree(segment):
    return (segment.name, [tree(child) for child in segment.children]) if segment.children else segment.name


@pytest.mark.parametrize("style", EXPECTED)
def test_every_dimension_of_a_report_with_its_segments_in_order(style):
    rows = found(styles.text(style))
    assert {row.dimension: [tree(segment) for segment in row.segments] for row in rows} == EXPECTED[style]


@pytest.mark.parametrize(
    ("text", "dimension", "segments"),
    [
        ("The market is segmented by Grade into Food, Feed and Technical.", "Grade", ["Food", "Feed", "Technical"]),
        ("Based on form, the market is divided into liquid and powder.", "Form", ["liquid", "powder"]),
        ("The report covers process (Wet, Dry) and grade (A, B).", "Process", ["Wet", "Dry"]),
        (
            "Cement Market by Type (White, Grey, and Others) - Forecast to 2030 is out now.",
            "Type",
            ["White", "Grey", "Others"],
        ),
        (
            "By Material: Steel, Aluminium and Glass; By Region: Europe, Asia",
            "Material",
            ["Steel", "Aluminium", "Glass"],
        ),
    ],
)
def test_a_series_in_words(text, dimension, segments):
    row = found(f"Widget Market\n\nOverview\n\n{text}")[0]
    assert (row.dimension, [segment.name for segment in row.segments]) == (dimension, segments)


@pytest.mark.parametrize(
    "text",
    [
        "The market is segmented on the basis of material (Steel, Wood, Glass) and use (Homes, Shops).",
        "The study segments the market by material into Steel, Wood and Glass. By use the market splits into Homes and Shops.",
        "The market is split into Steel, Wood and Glass based on material. Use-wise, it is split into Homes and Shops.",
        "The material segment includes Steel, Wood and Glass. The use segment is divided into Homes and Shops.",
        "- By Material - Steel / Wood / Glass\n- By Use - Homes / Shops",
        "By Material, Steel, Wood and Glass.\n\nBy Use, Homes and Shops.",
        "**By Material (Steel, Wood, Glass)**\n\n**By Use:** Homes; Shops",
        "## Market Segmentation\n\n### Material\n\nSteel, Wood, Glass\n\n### Use\n\nHomes, Shops\n",
        "## Material Insights\n\nThe market is divided into Steel, Wood, and Glass.\n\n## Use Insights\n\nIt is split into Homes and "
        "Shops.",
        "Material Outlook (Revenue, USD Million)\n- Steel\n- Wood\n- Glass\n\nUse Outlook (Revenue, USD Million)\n- Homes\n- Shops",
        "| By Material | By Use |\n|---|---|\n| Steel | Homes |\n| Wood | Shops |\n| Glass | |",
        "| By Material | By Use |\n|---|---|\n| • Steel<br>• Wood<br>• Glass | • Homes<br>• Shops |",
        "| Segment | Sub-segments |\n|---|---|\n| Material | Steel; Wood; Glass |\n| Use | Homes; Shops |",
        "| Segments Covered | By Material: Steel, Wood, Glass<br>By Use: Homes, Shops |\n|---|---|\n| Base Year | 2024 |",
        "## By material\n\n| Material | Share |\n|---|---|\n| Steel | 50% |\n| Wood | 30% |\n| Glass | 20% |\n\nUse: Homes, Shops",
        "<table><tr><td>By Material</td><td><ul><li>Steel</li><li>Wood</li><li>Glass</li></ul></td></tr>"
        "<tr><td>By Use</td><td>Homes</td></tr><tr><td>Shops</td></tr></table>",
        "1. Widget Market, by Material ..... 4\n1.1 Steel 1.2 Wood 1.3 Glass\n2. Widget Market, by Use ..... 9\n2.1 Homes 2.2 Shops",
    ],
)
def test_one_split_said_in_many_ways(text):
    rows = {
        row.dimension: [segment.name for segment in row.segments]
        for row in found(f"Widget Market\n\nOverview\n\n{text}\n")
    }
    assert rows == {"Material": ["Steel", "Wood", "Glass"], "Use": ["Homes", "Shops"]}


@pytest.mark.parametrize(
    "text",
    [
        "Regional Analysis\n\n*Asia Pacific* is home to most buyers.\n\n*North America* imports.\n\n*Europe* makes its own.",
        "The report studies demand across Asia Pacific, North America, and Europe.",
        "| Region / country | 2024 |\n|---|---|\n| **Asia Pacific** | 28 |\n| **North America** | 20 |\n| **Europe** | 15 |",
    ],
)
def test_regions_are_a_split_wherever_they_stand(text):
    (row,) = found(f"Widget Market\n\n{text}\n")
    assert (row.dimension, [s.name for s in row.segments]) == ("Region", ["Asia Pacific", "North America", "Europe"])


@pytest.mark.parametrize(
    "text",
    [
        "Report ID: W-1 | Pages: 200 | Format: PDF, XLS",
        "Home > Floors | Rating 4.2 (3 reviews) | Buy Now USD 4,250 | Get Sample",
        "The companies are divided into leaders, followers and newcomers.",
    ],
)
def test_what_is_no_split(text):
    assert found(f"Widget Market\n\nOverview\n\n{text}\n") == ()


def test_regions_own_the_countries_behind_them_where_the_indentation_is_lost():
    text = """# Widget Market

## Contents

- Widget Market, By Region, 2021 - 2031 (USD Million)
- Europe
- Germany
- Rest of Europe
- Asia Pacific Excluding Japan
- China
- Japan
- Competitive Landscape
"""
    (row,) = found(text)
    assert [tree(segment) for segment in row.segments] == [
        ("Europe", ["Germany", "Rest of Europe"]),
        ("Asia Pacific Excluding Japan", ["China"]),
        "Japan",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Contents\n\n- Introduction\n- Research Methodology\n- Porter's Five Forces\n- Conclusion\n",
        "By region, Europe leads and Asia follows.",
        "The price rose by a third (Germany, France) within a year.",
    ],
)
def test_what_is_no_split_of_the_market(text):
    assert found(f"Widget Market\n\nOverview\n\n{text}") == ()


def test_what_stands_in_brackets_in_a_series_on_a_line_of_its_own_is_below_the_name_before_it():
    uses = "Food and Drinks (Meat Substitutes, Bakery, Snacks & Cereals), Feed, Cosmetics"
    text = f"# Pea Protein Market\n\nBy Use:\n{uses}\n\nBy Form:\nDry, Wet\n"
    splits = {split.dimension: [tree(segment) for segment in split.segments] for split in found(text)}
    assert splits == {
        "Use": [("Food and Drinks", ["Meat Substitutes", "Bakery", "Snacks & Cereals"]), "Feed", "Cosmetics"],
        "Form": ["Dry", "Wet"],
    }


def test_regions_over_their_countries_behind_a_sentence_that_announces_them():
    lines = ["Market, By Conductor", "Copper", "Aluminium", ""]
    lines += ["The above information has been provided for the following regions and countries:"]
    lines += ["Europe", " UK", " Germany", "Asia Pacific", " China", " Japan", "North America", " U.S.", " Canada"]
    splits = {s.dimension: [tree(x) for x in s.segments] for s in found("# Cable Market\n\n" + "\n".join(lines) + "\n")}
    assert splits == {
        "Conductor": ["Copper", "Aluminium"],
        "Region": [
            ("Europe", ["UK", "Germany"]),
            ("Asia Pacific", ["China", "Japan"]),
            ("North America", ["U.S.", "Canada"]),
        ],
    }


GLUED = """\
# Bird Feeder Market

How is the market split?

ModelHanging feedersWindow feedersPole mounted feedersBuyerHouseholdsSchoolsParksGeographyEuropeFranceGermanyUKAPACJapanRest of World (ROW)

By Model Insights

Hanging feeders lead.

6 Market Segmentation by Buyer
"""


def test_a_run_without_breaks_is_parted_by_the_dimensions_that_the_report_names(facts):
    assert {one.dimension: [segment.name for segment in one.segments] for one in facts(GLUED).segmentations} == {
        "Model": ["Hanging feeders", "Window feeders", "Pole mounted feeders"],
        "Buyer": ["Households", "Schools", "Parks"],
        "Geography": ["Europe", "APAC", "Rest of World (ROW)"],
    }


@pytest.mark.parametrize(
    "row",
    [
        "| By Region | Europe (Spain, France, Rest of Europe) Asia-Pacific (China, Japan) LAMEA (Latin America, Africa) |",
        "| Countries Covered | Europe • Spain • France • Rest of Europe Asia-Pacific • China • Japan |",
    ],
)
def test_regions_without_a_break_between_them_own_their_countries(facts, row):
    (split,) = facts(f"# Bird Feeder Market\n\n| Base Year | 2023 |\n{row}\n").segmentations
    assert [(one.name, [inner.name for inner in one.children]) for one in split.segments][:2] == [
        ("Europe", ["Spain", "France", "Rest of Europe"]),
        ("Asia-Pacific", ["China", "Japan"]),
    ]
