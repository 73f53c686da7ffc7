"""The measure of the gate, on reports of the repository's own whose facts are taken for labels."""

from pathlib import Path

import pytest

from actqa.bench.gate import Count, honest, measured
from actqa.bench.mutations import MUTATIONS
from actqa.bench.truths import Source, as_labels, truths
from actqa.facts import extract
from actqa.reading import read_report

REPORTS = Path(__file__).parents[1] / "facts" / "reports"
PARAPHRASES = Path(__file__).parents[1] / "answering" / "paraphrases.jsonl"
CORPUS = Path(__file__).parents[2] / "corpus"


def source(name: str) -> Source:
    report = read_report((REPORTS / name).read_bytes(), id=Path(name).stem, name=name)
    facts = extract(report)
    return Source(report, facts, as_labels(facts), ())


@pytest.fixture(scope="module")
def counts() -> tuple[Count, Count]:
    return measured([source(name) for name in ("scooters.md", "sunscreen.md", "forklifts.md")], wanted=450, seed=7)


def test_true_statements_pass(counts):
    true, _ = counts
    assert true.all["as the report says it"] > 10
    assert [wrong for wrong in true.wrong if wrong[0] == "as the report says it"] == []


def test_the_same_seed_makes_the_same_statements():
    one, other = (measured([source("scooters.md")], wanted=60, seed=3)[1] for _ in range(2))
    assert one.all == other.all
    assert one.wrong == other.wrong


@pytest.mark.parametrize("kind", MUTATIONS)
def test_false_statements_of_each_kind_are_stopped(counts, kind):
    _, false = counts
    assert false.all[kind] > 0
    assert false.stopped[kind] == false.all[kind], [wrong for wrong in false.wrong if wrong[0] == kind]


def test_a_truth_says_what_the_label_says():
    said = [truth.draft.text for truth in truths(source("scooters.md"))]
    assert "The Europe market is expected to reach USD 2,950 million by 2033." in said


def test_honest_paraphrases_pass_but_for_a_few():
    """An upper bound for what is cited as exact, years for months, a rank by a verb that is in no table."""
    count = honest(PARAPHRASES, (REPORTS, CORPUS), aside=False)
    assert sum(count.all.values()) == 661
    assert sorted(text for _, _, text, _ in count.wrong) == [
        "A rented scooter has a lifespan of about two and a half years (30 months).",
        "Docked fleets brought in no more than 19% of revenue.",
        "With 36.5%, Asia Pacific narrowly beats North America (36.0%) as the largest region.",
    ]
