"""The measure of the gate, on reports of the repository's own whose facts are taken for labels."""

import json
from pathlib import Path

import pytest

from actqa.answering.draft import Draft
from actqa.answering.verify import check
from actqa.bench.gate import Count, _places, _read, honest, measured
from actqa.bench.mutations import MUTATIONS
from actqa.bench.truths import Source, as_labels, truths
from actqa.facts import extract
from actqa.reading import read_report

REPORTS = Path(__file__).parents[1] / "facts" / "reports"
PARAPHRASES = Path(__file__).parents[1] / "answering" / "paraphrases.jsonl"
FALSE = PARAPHRASES.with_name("false_reckonings.jsonl")
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
    """An upper bound for what is cited as exact."""
    count = honest(PARAPHRASES, (REPORTS, CORPUS), aside=False)
    assert sum(count.all.values()) == 1011
    assert [text for _, _, text, _ in count.wrong] == ["Docked fleets brought in no more than 19% of revenue."]


def test_what_is_reckoned_wrong_in_the_same_ways_is_stopped():
    rows = [json.loads(line) for line in FALSE.read_text("utf-8").splitlines()]
    reports = {row["report"]: _read(row["report"], (REPORTS, CORPUS)) for row in rows}
    drafts = [(reports[row["report"]], Draft(row["text"], _places(reports[row["report"]], row))) for row in rows]
    assert len(drafts) == 74
    assert [draft.text for report, draft in drafts if check(report, draft) is None] == []
