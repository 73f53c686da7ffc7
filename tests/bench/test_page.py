"""A page of measurements, section by section."""

from pathlib import Path

from actqa.bench.page import TITLE, put_section, table


def test_a_new_page_begins_with_its_title(tmp_path: Path) -> None:
    put_section(tmp_path / "docs" / "page.md", "Tea", "warm\n")

    assert (tmp_path / "docs" / "page.md").read_text() == f"{TITLE}\n## Tea\n\nwarm\n"


def test_a_section_is_replaced_where_it_stands(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Title\n\n## Tea\n\nold\n\n### More\n\nold\n\n## Tea time\n\nkept\n")

    put_section(page, "Tea", r"new \1")
    put_section(page, "Milk", "white")

    assert page.read_text() == "# Title\n\n## Tea\n\nnew \\1\n\n## Tea time\n\nkept\n\n## Milk\n\nwhite\n"


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    for heading in ("Tea", "Milk", "Tea", "Milk"):
        put_section(page, heading, "warm")

    assert page.read_text() == f"{TITLE}\n## Tea\n\nwarm\n\n## Milk\n\nwarm\n"


def test_numbers_stand_to_the_right() -> None:
    assert table(["what", "s"], [["build", 1.5]]) == "| what | s |\n| --- | ---: |\n| build | 1.5 |"
