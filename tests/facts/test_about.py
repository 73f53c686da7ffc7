from pathlib import Path

SEED = Path(__file__).parents[2] / "corpus" / "adoptive-cell-therapy.md"


def test_the_real_report(facts):
    about = facts(SEED.read_text("utf-8")).report
    assert (about.study_period, about.base_year, about.pages) == ((2025, 2031), 2024, 344)
    assert (about.concentration, about.currency_unit) == ("Low", "USD million")
    assert about.evidence["pages"][0].quote == "| Report Pages | 344 |"


def test_keys_over_their_values(facts):
    about = facts("Tea Market\n\nForecast period\n2024-2028\n\nBase Year\n2023\n\nNumber of Pages: 110\n").report
    assert (about.study_period, about.base_year, about.pages) == ((2024, 2028), 2023, 110)


def test_what_is_not_said_is_null(facts):
    about = facts("Tea Market\n\nTea is drunk.\n").report
    assert (about.study_period, about.base_year, about.pages, about.concentration, about.currency_unit) == (None,) * 5
    assert about.evidence == {}
