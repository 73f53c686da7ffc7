"""What a market is split by, in reports of other trades and styles."""

import pytest
from facts import styles

from actqa.facts.segmentations import segmentations
from actqa.reading import read_report

EXPECTED = {
    "ROBOTS": {
        "Payload": ["Up to 5 kg", "5-10 kg", "More than 10 kg"],
        "Component": ["Hardware", "Software"],
        "Application": ["Handling", "Assembling & Disassembling", "Welding & Soldering", "Dispensing", "Processing"],
        "Industry": ["Automotive", "Electronics", "Metals & Machining", "Food & Beverages"],
    },
    "PET_FOOD": {
        "Pet Type": ["Dogs", "Cats", ("Others", ["Birds", "Fish"])],
        "Form": ["Dry food", "Wet food", "Treats & chews"],
        "Sales Channel": ["supermarkets", "specialty stores", "online"],
        "Region": [
            ("North America", ["U.S.", "Canada"]),
            ("Europe", ["Germany", "UK"]),
            ("Asia Pacific", ["China", "Japan"]),
        ],
    },
    "HYDROGEN": {
        "Technology": ["alkaline", "proton exchange membrane", "solid oxide"],
        "Capacity": ["below 500 kW", "500 kW to 2 MW", "above 2 MW"],
        "End Use": ["refining", "ammonia", "steel", "mobility"],
        "Geography": ["North America", "Europe", "Asia-Pacific", "Rest of the World"],
    },
    "LIGHTING": {
        "Offering": [
            ("Hardware", ["Lamps & Luminaires", "Lighting Controls"]),
            "Software",
            ("Services", ["Professional Services", "Managed Services"]),
        ],
        "Communication Technology": ["Wired Technology", "Wireless Technology"],
        "Installation Type": ["New Installation", "Retrofit"],
        "Geography": ["North America", "Europe", "Asia-Pacific", "Latin America", "Middle East & Africa (MEA)"],
    },
    "BUSES": {
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
    "ENZYMES": {
        "Type": ["Carbohydrases", "Proteases", "Lipases", "Polymerases & Nucleases", "Others"],
        "Source": ["Microorganisms", "Plants", "Animals"],
        "Application": ["Food & Beverages", "Bioethanol", "Animal Feed", "Detergents", "Textiles", "Others"],
        "Region": ["North America", "Europe", "Asia Pacific", "South America", "RoW"],
    },
    "SPIRITS": {
        "Type": ["Whiskey", "Gin", "Rum & Brandy"],
        "Distiller Size": ["Large Craft Distillers", "Medium Craft Distillers", "Small Craft Distillers"],
        "Distribution Channel": ["On-trade", "Off-trade"],
        "Geography": ["North America", "Europe", "Asia Pacific", "Rest of the World"],
    },
    "DRONES": {
        "Technology": ["Fixed wing", "Rotor drones", "Hybrid drones"],
        "Application": ["Blood transfer", "Vaccination programs", "Drug transfer", "Others"],
    },
    "HEATERS": {
        "Region": [
            ("North America", ["U.S.", "Canada"]),
            ("Europe", ["Germany", "Italy", "France", "Rest of Europe"]),
            ("Asia Pacific", ["China", "Japan", "Rest of Asia Pacific"]),
        ],
        "Type": ["Pellet Stoves", "Pellet Boilers", "Pellet Furnaces"],
        "Application": ["Residential", "Commercial", "Industrial"],
        "Distribution Channel": ["Direct", "Indirect"],
    },
    "TELEHEALTH": {
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
    rows = found(getattr(styles, style))
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
