"""What moves a market, in reports of other trades and styles."""

import pytest
from facts import styles

from actqa.facts.dynamics import dynamics
from actqa.reading import read_report

EXPECTED = {
    "pet-food": {"drivers": ["Humanization of pets", "E-commerce"], "restraints": ["Raw material prices", "Recalls"]},
    "hydrogen": {"drivers": ["Falling cost of renewable power", "National hydrogen strategies", "Carbon pricing"]},
    "lighting": {
        "drivers": ["Energy codes for buildings", "Falling LED prices"],
        "restraints": ["High upfront cost"],
        "opportunities": ["Human-centric lighting"],
        "challenges": ["Interoperability of protocols", "Cybersecurity of connected lamps"],
    },
    "buses": {
        "drivers": ["Stricter emission norms", "Subsidies for clean transport"],
        "restraints": ["High purchase price"],
        "opportunities": ["Hydrogen corridors"],
    },
    "enzymes": {"drivers": ["cleaner detergents", "rising biofuel mandates", "demand for gluten-free food"]},
    "spirits": {
        "drivers": [
            "Rising disposable income",
            "Interest in local ingredients",
            "Rising taste for local drinks",
            "Craft tourism",
        ],
        "restraints": ["High taxes"],
    },
    "drones": {
        "drivers": ["faster delivery of blood", "fewer cold-chain losses", "lower cost per trip"],
        "restraints": ["Airspace rules", "Payload limits"],
        "opportunities": ["Beyond-visual-line-of-sight permits", "Night flights"],
    },
    "telehealth": {"restraints": ["Data privacy concerns", "Licensing across states"]},
}


def found(text):
    return dynamics(read_report(text.encode(), id="report", name="report.md"))


def names(text):
    return {kind: [row["name"] for row in rows] for kind, rows in found(text).model_dump().items() if rows}


@pytest.mark.parametrize("style", EXPECTED)
def test_every_force_of_a_report(style):
    assert names(styles.text(style)) == EXPECTED[style]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Drivers:\n- Cheap power\n- Cost Barriers : Cost barriers are high in most places.\n",
            {"drivers": ["Cheap power", "Cost Barriers"]},
        ),
        ("| Driver | Impact |\n|---|---|\n| Cheap power | +1.2% |\n", {"drivers": ["Cheap power"]}),
        ("Restraint: cost of ownership\n\nMachines are dear.\n", {"restraints": ["cost of ownership"]}),
        (
            "| Topic | Details |\n|---|---|\n| Key Market Challenge | Lack of staff |\n",
            {"challenges": ["Lack of staff"]},
        ),
    ],
)
def test_a_force_by_name(text, expected):
    assert names(f"# Widgets\n\n## Market Dynamics\n\n{text}") == expected


def test_a_force_ends_where_the_market_is_split():
    text = (
        "Widget Market\n\nMARKET CHALLENGES\n\nUneven Quality of Goods\n\nSEGMENTATION ANALYSIS\n\nBy Feedstock\n\nWood Waste Leads\n\n"
        "Based on feedstock, the market is segmented into wood and straw.\n"
    )
    assert names(text)["challenges"] == ["Uneven Quality of Goods"]


def test_tables_of_forces_right_under_each_other_with_their_titles_glued_to_their_heads():
    text = """# Contract Software Market

Trends and Insights

Drivers Impact AnalysisDRIVER | (~) % IMPACT ON CAGR FORECAST | GEOGRAPHIC RELEVANCE |
Rules on third-party risk | +2.2% | Europe |
Remote signing | +1.4% | Global |
Restraints Impact AnalysisRESTRAINT | (~) % IMPACT ON CAGR FORECAST | GEOGRAPHIC RELEVANCE |
Contracts on paper only | -1.6% | Asia Pacific |
Doubts about shared clouds | -1.1% | Europe |
"""
    found = dynamics(read_report(text.encode(), id="x", name="x.md"))
    assert [row.name for row in found.drivers] == ["Rules on third-party risk", "Remote signing"]
    assert [row.name for row in found.restraints] == ["Contracts on paper only", "Doubts about shared clouds"]


def test_the_next_chapter_of_the_contents_is_no_force():
    lines = [
        "4. MARKET LANDSCAPE",
        "4.1 Market Drivers",
        "4.2 Market Restraints",
        "4.3 Supply-Chain Analysis",
        "4.4 Outlook",
    ]
    text = "\n".join(["# Contract Software Market", "", *lines, ""])
    found = dynamics(read_report(text.encode(), id="x", name="x.md"))
    assert (found.drivers, found.restraints) == ((), ())
