"""Bare, scraped and marked-up text, and what is recovered from it."""

from pathlib import Path

from actqa.reading import Span, read_report

SEED = Path(__file__).parents[2] / "corpus" / "adoptive-cell-therapy.md"
RUNNING = "The market is growing because more people buy it, and it will go on growing for years."


def test_bare_lines_over_running_text_are_headings(outline):
    text = f"Tea Market Overview\n{RUNNING}\nRegional Momentum\n{RUNNING}\n"
    assert outline(text) == ["1# Tea Market Overview", RUNNING, "3# Regional Momentum", RUNNING]


def test_headings_that_name_the_market_stand_above_those_that_do_not(outline):
    text = f"Tea Market\n{RUNNING}\nTea Market, Segmentation by Type\n{RUNNING}\nGreen Tea\n{RUNNING}\nTea Market Dynamics\n{RUNNING}"
    assert [line for line in outline(text) if "#" in line] == [
        "1# Tea Market",
        "2# Tea Market, Segmentation by Type",
        "3# Green Tea",
        "2# Tea Market Dynamics",
    ]


def test_a_heading_glued_to_the_line_before_is_parted(outline):
    text = f"Tea Leaf Market\nBy Product;\nGreen, Black and OolongBy Region;\nAsia and EuropeTea Leaf Market Overview\n{RUNNING}"
    assert outline(text) == [
        "1# Tea Leaf Market",
        "3# By Product;",
        "Green, Black and Oolong",
        "3# By Region;",
        "Asia and Europe",
        "2# Tea Leaf Market Overview",
        RUNNING,
    ]


def test_a_name_in_camel_case_is_not_parted(outline):
    assert outline("Tea Market\n- GlaxoSmithKline\n- ByteDance\n") == [
        "1# Tea Market",
        "- GlaxoSmithKline",
        "- ByteDance",
    ]


def test_a_bullet_alone_on_its_line_belongs_to_the_text_below(outline):
    text = f"Tea Market\n-\n\n{RUNNING}\n-\nGreen tea leads.\n"
    assert outline(text) == ["1# Tea Market", f"- {RUNNING}", "- Green tea leads."]


def test_short_lines_below_a_heading_are_a_list(outline):
    text = (
        f"Tea Market\n{RUNNING}\nBy Application\nHome\nOffice\nOthers\nTea Market Regional Outlook\nEurope\n{RUNNING}"
    )
    assert outline(text)[2:] == [
        "3# By Application",
        "- Home",
        "- Office",
        "- Others",
        "2# Tea Market Regional Outlook",
        "3# Europe",
        RUNNING,
    ]


def test_indentation_nests(outline):
    text = "Market segmentation\n\nBy Equipment\n    Deposition\n        PVD\n        CVD\n    Etching\nBy Dimension\n    2D\n    3D\n"
    assert outline(text) == [
        "1# Market segmentation",
        "3# By Equipment",
        "- Deposition",
        "  - PVD",
        "  - CVD",
        "- Etching",
        "3# By Dimension",
        "- 2D",
        "- 3D",
    ]


def test_numbered_questions_over_answers_are_headings(outline):
    text = f"Tea Market\n\n1. What is the size?\n{RUNNING}\n\n2. Who leads?\n{RUNNING}\n"
    assert outline(text) == ["1# Tea Market", "3# What is the size?", RUNNING, "3# Who leads?", RUNNING]


def test_a_table_of_contents_is_a_list(outline):
    text = "Tea Market\n\nTable of contents\n\n1 INTRODUCTION 24\n1.1 STUDY 24\n1.1.1 SCOPE 26\n2 METHOD 29\n"
    assert outline(text)[2:] == ["- 1 INTRODUCTION 24", "  - STUDY 24", "    - SCOPE 26", "- 2 METHOD 29"]


def test_a_markdown_table_with_its_head(outline):
    text = "Tea Market\n| Region ↓ / Year → | 2024 | 2031 |\n|---|---|---|\n| Asia | USD 5 | USD 7 |\n"
    assert outline(text)[1:] == ["REGION ↓ / YEAR → | 2024 | 2031", "--- | --- | ---", "Asia | USD 5 | USD 7"]


def test_a_scraped_scope_table_has_no_head_though_a_rule_stands_under_its_first_row(outline):
    text = "Tea Market\n| Study Period | 2025 - 2031 |\n|---|---|\n| Base Year | 2024 |\n"
    assert outline(text)[1:] == ["Study Period | 2025 - 2031", "--- | ---", "Base Year | 2024"]


def test_rows_without_a_frame(outline):
    text = "Tea Market\n\nReport Coverage | Details |\nMarket Size 2023 | $91.2 billion |\nForecast | 2023-2028 |\n"
    assert outline(text)[1:] == [
        "REPORT COVERAGE | DETAILS",
        "Market Size 2023 | $91.2 billion",
        "Forecast | 2023-2028",
    ]


def test_a_line_of_links_is_no_table(outline):
    assert outline("Tea Market\n\nAsk an Analyst | Request Brochure | Buy Now\n")[1:] == [
        "Ask an Analyst | Request Brochure | Buy Now"
    ]


def test_a_tab_behind_a_bullet_makes_no_table(outline):
    assert outline("Tea Market\n\n•\tGreen tea from Assam\n•\tBlack tea\n")[1:] == [
        "- Green tea from Assam",
        "- Black tea",
    ]
    assert outline("Tea Market\n\n1\tAcme\n2\tBolt\n")[1:] == ["1 | Acme", "2 | Bolt"]


def test_html_is_read_by_its_tags(outline):
    text = (
        "<h1>Tea Market</h1><p>Tea&nbsp;grew by <b>5%</b>.</p><h2>Players</h2><ul><li>A &amp; B</li><li>C"
        "<ul><li>D</li></ul></li></ul><table><tr><th>Year</th><th>Size</th></tr><tr><td>2024</td>\n<td>USD 5</td></tr></table>"
    )
    assert outline(text) == [
        "1# Tea Market",
        "Tea grew by 5%.",
        "2# Players",
        "- A & B",
        "- C",
        "  - D",
        "YEAR | SIZE",
        "2024 | USD 5",
    ]


def test_markdown_headings_keep_their_levels(outline):
    text = f"# Tea\n\n{RUNNING}\n\n## Size\n\n{RUNNING}\n\nSetext\n------\n\n{RUNNING}\n\n### Deep ###\n\n{RUNNING}\n"
    assert [line for line in outline(text) if "#" in line] == ["1# Tea", "2# Size", "2# Setext", "3# Deep"]


def test_text_broken_to_a_column_is_joined(outline):
    lines = ["The market for tea grew in all regions of the world because", "more people drank it, and", "it will."]
    assert outline("Tea Market\n\n" + "\n".join(lines) + "\n") == ["1# Tea Market", " ".join(lines)]


def test_a_key_begins_a_line_of_its_own_in_text_broken_to_a_column(outline):
    text = (
        "Letter\n\nThe roof window market closed the year at a size that is somewhat\nbelow the level which it had reached the "
        "year before, since rates rose\nDriver: attics turned into flats where land for building is very scarce\nRestraint: fewer new "
        "houses, since the rates of interest have gone up so\n"
    )
    assert [line.split(":")[0] for line in outline(text)[2:]] == ["Driver", "Restraint"]


def test_entries_of_contents_on_one_line_are_parted(outline):
    text = "Tea Market\n\n1.1 Aims 1.2 Terms 1.2.1 Words 1.3 Ends\n"
    assert [line.strip() for line in outline(text)[1:]] == ["- Aims", "- Terms", "- Words", "- Ends"]


def test_numbered_chapters_over_numbered_sections_are_headings(outline):
    text = (
        "Tea Market\n\n1. Structure\n\n1.1 By leaf\n\nThe market has two kinds of leaf, and both of them sell well.\n\n2. Ends\n\n"
        "2.1 Last words\n\nThe market ends here, for this edition of the study at least.\n"
    )
    assert [line for line in outline(text) if "#" in line][1:] == [
        "3# Structure",
        "4# By leaf",
        "3# Ends",
        "4# Last words",
    ]


def test_the_real_report():
    report = read_report(SEED.read_bytes(), id="seed", name=SEED.name)
    assert report.title == "Adoptive Cell Therapy For Cancer Treatment Market"
    at = report.text.index("The competitive structure is moderately concentrated")
    block = next(b for b in report.blocks if b.span.holds(Span(at, at + 1)))
    assert report.path(block.section) == (report.title, "Market Structure and Concentration")
    assert len(block.sentences) == 3
    players = next(s for s in report.sections if s.title.startswith("Key players in"))
    named = [b.content.of(report.text) for b in report.blocks if report.sections[b.section] == players]
    assert named[1:4] == [
        "Gilead Sciences (via Kite Pharma)",
        "Novartis AG",
        "Bristol-Myers Squibb (including Juno / Celgene lineage)",
    ]
    assert len(named) == 16
    cost = report.text.index("Cost Barriers : Cost barriers present")
    item = next(b for b in report.blocks if b.content.start == cost)
    assert (item.kind, report.sections[item.section].title, len(item.sentences)) == ("item", "Restraints", 4)


def test_a_question_set_apart_before_its_answer_heads_it(outline):
    text = f"# Tea Market\n\n*Who buys?* {RUNNING}\n\n**Where?** {RUNNING}\n"
    assert outline(text) == ["1# Tea Market", "4# Who buys?", RUNNING, "4# Where?", RUNNING]
