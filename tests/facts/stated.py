"""The facts of a small text, with all that makes exporting hard: formulas, pipes, line breaks, nesting, two places."""

from actqa.facts.types import (
    About,
    Development,
    Dynamic,
    Dynamics,
    Evidence,
    FactConflict,
    Forecast,
    Player,
    ReportFacts,
    Segment,
    Segmentation,
    Share,
)

TEXT = """\
# Tea 🍵 market

The tea market, worth USD 5.25 million in 2024,
reaches USD 9 million by 2030 | CAGR 9.4%.
It is worth USD 5.25 million.
=SUM(A1) shrank to USD -14776.33 million.
By leaf: green (matcha), -black. Asia holds over 45%.
@Tea Ltd (Japan) opened a farm in 2024-02.
"""


def at(quote: str, page: int | None = None) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(start=start, end=start + len(quote), quote=quote, page=page)


SIZE = "worth USD 5.25 million in 2024,\nreaches USD 9 million by 2030 | CAGR 9.4%"
FORMULA = "=SUM(A1) shrank to USD -14776.33 million"

FACTS = ReportFacts.checked(
    ReportFacts(
        report=About(
            id="tea", title="Tea 🍵 market", study_period=(2024, 2030), evidence={"study_period": (at("in 2024"),)}
        ),
        forecasts=(
            Forecast(
                market="tea market",
                unit="USD million",
                start_year=2024,
                start_value=5.25,
                end_year=2030,
                end_value=9,
                cagr_percent=9.4,
                period=(2024, 2030),
                implied_cagr_percent=9.4,
                points=((2024, 5.25), (2030, 9)),
                evidence=(at(SIZE, 3), at("It is worth USD 5.25 million")),
            ),
            Forecast(market="=SUM(A1)", unit="USD million", start_value=-14776.33, evidence=(at(FORMULA),)),
        ),
        segmentations=(
            Segmentation(
                dimension="leaf",
                segments=(
                    Segment(
                        name="green",
                        children=(Segment(name="matcha", evidence=(at("matcha"),)),),
                        evidence=(at("green (matcha)"),),
                    ),
                    Segment(name="-black", evidence=(at("-black"),)),
                ),
            ),
        ),
        players=(Player(name="@Tea Ltd", note="Japan", listed_in=("Farms", "Leaders"), evidence=(at("@Tea Ltd"),)),),
        shares=(Share(subject="Asia", percent=45, qualifier="over", evidence=(at("Asia holds over 45%"),)),),
        developments=(
            Development(date="2024-02", company="@Tea Ltd", event="opened a farm", evidence=(at("opened a farm"),)),
        ),
        dynamics=Dynamics(drivers=(Dynamic(name="green", evidence=(at("green"),)),)),
        conflicts=(
            FactConflict(
                kind="market size",
                summary="The size in 2024 is given as 5.25 and -14776.33 USD million.",
                evidence=(at(SIZE, 3), at(FORMULA)),
            ),
        ),
    ).model_dump(),
    TEXT,
)
