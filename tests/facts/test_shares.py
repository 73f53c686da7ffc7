import pytest

TITLE = "Ceramic Tile Market\n\nOverview\n\n"


@pytest.mark.parametrize(
    ("text", "subject", "percent", "qualifier", "year"),
    [
        ("North America leads with over 45% dominance.", "North America", 45, "over", None),
        ("The floor segment held a revenue share of 61.4% in 2021.", "floor segment", 61.4, "exact", 2021),
        ("Radials now make up close to 98% of car tyres.", "Radials", 98, "nearly", None),
        ("Homes brought in around two-thirds of revenue in 2019.", "Homes", 66.67, "about", 2019),
        ("The top five firms together hold about 75% of sales.", "top five firms", 75, "about", None),
        ("In our own count schools take over 42% of the tiles.", "In our own count schools", 42, "over", None),
        ("In its count kitchens take over 42% of sales.", "kitchens", 42, "over", None),
        ("With a share of 52.1%, glazed tiles were the largest type in 2024.", "glazed tiles", 52.1, "exact", 2024),
        ("The share of hospitals stood at 28% in 2024.", "hospitals", 28, "exact", 2024),
    ],
)
def test_a_part_of_a_whole(facts, text, subject, percent, qualifier, year):
    (share,) = facts(TITLE + text).shares
    assert (share.subject, share.percent, share.qualifier, share.year) == (subject, percent, qualifier, year)
    assert share.evidence[0].quote == text


@pytest.mark.parametrize(
    "text",
    [
        "The market grows at a CAGR of 5.5%.",
        "Kilns need 90% less water than before.",
        "Prices rose by 12% in 2023.",
        "Output was 7% more than a year earlier.",
        "Get 10% Free Customization on this report.",
        "The price lost a third of its height.",
    ],
)
def test_what_is_no_share(facts, text):
    assert facts(TITLE + text).shares == ()


def test_a_share_said_twice_is_one_row(facts):
    found = facts(
        f"{TITLE}Europe holds 30% of the market. In short, it is so.\n\nRegions\n\nEurope holds 30% of the market.\n"
    )
    assert [(s.subject, len(s.evidence)) for s in found.shares] == [("Europe", 2)]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Homes held 47% of value in 2024, offices 38% and schools 15%.", ["Homes", "offices", "schools"]),
        ("Asia: 51% of demand, Europe: 29%, rest: 20%", ["Asia", "Europe", "rest"]),
        ("Aftermarket = 57% of revenue", ["Aftermarket"]),
        ("Europe, with 46.5% of revenue in 2024.", ["Europe"]),
        ("Renovation stood for 68% of sales.", ["Renovation"]),
        ("| Country | 2023 share | 2029 share |\n|---|---|---|\n| Italy | 19.5% | 18.4% |", ["Italy", "Italy"]),
    ],
)
def test_who_holds_a_share(facts, text, subjects):
    assert [share.subject for share in facts(TITLE + text).shares] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("57% of last year's tile sales went to South America.", ["South America"]),
        ("Half of the revenue came from hotels.", ["hotels"]),
        ("Floor tiles rose from 12% of exports in 2018 to 17% in 2022.", ["Floor tiles", "Floor tiles"]),
        ("Tiles sold for USD 7 million in 2019, and made up 6.5% of all wall coverings.", ["Tiles"]),
    ],
)
def test_who_holds_a_share_that_is_named_elsewhere(facts, text, subjects):
    assert [share.subject for share in facts(TITLE + text).shares] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Asia's share stood at 27% in 2022, up from 24% in 2018.", ["Asia", "Asia"]),
        ("In 2023, walls led the market, with a 45.0% share, followed by floors (35%).", ["walls", "floors"]),
        ("Shops took 57 per cent of turnover, builders the other 43 per cent.", ["Shops", "builders"]),
        ("The share of web shops rose from 9% to 14% between 2019 and 2024.", ["web shops", "web shops"]),
    ],
)
def test_who_holds_the_next_share_of_a_sentence(facts, text, subjects):
    assert [share.subject for share in facts(TITLE + text).shares] == subjects
