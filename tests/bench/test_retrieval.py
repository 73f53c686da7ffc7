"""The retrieval benchmark: made-up sets in the shape of the public ones."""

import json
from pathlib import Path

import pytest

from actqa.bench.question_sets import Asked, read_squad, read_tatqa
from actqa.bench.retrieval import first_right, measures, retrieval

TABLE = [["", "Years Ended", ""], ["", "2019", "2018"], ["Tea | sold", "5", "4"], ["Milk", "2", "1"]]
TATQA = [
    {
        "table": {"table": TABLE},
        "paragraphs": [{"order": 1, "text": "Tea is grown in\nthe hills."}, {"order": 2, "text": "Milk is bought."}],
        "questions": [
            {"question": "How much tea was sold?", "answer_from": "table", "rel_paragraphs": []},
            {"question": "Where is tea grown?", "answer_from": "text", "rel_paragraphs": ["1"]},
            {"question": "What is bought and sold?", "answer_from": "table-text", "rel_paragraphs": ["2"]},
        ],
    }
]
PARAGRAPHS = [
    {"context": "Iron rusts in rain.", "qas": [{"question": "What rusts?", "is_impossible": False}]},
    {"context": "Salt melts ice.", "qas": [{"question": "Who sells salt?", "is_impossible": True}]},
]


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    for name, content in {"tatqa/tatqa_dev": TATQA, "squad/squad2_dev_10_articles": {"data": []}}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / f"{name}.json").write_text(json.dumps(content))
    squad = {"data": [{"title": "Metal", "paragraphs": PARAGRAPHS}]}
    (tmp_path / "squad" / "squad2_dev_10_articles.json").write_text(json.dumps(squad))
    return tmp_path


def test_a_context_is_a_table_and_paragraphs_that_know_where_they_stand(sets: Path) -> None:
    found = read_tatqa(sets / "tatqa" / "tatqa_dev.json")

    (source,) = found.sources
    assert [span.of(source.text) for span in source.wholes] == [
        "|  | Years Ended 2019 | 2018 |\n| --- | --- | --- |\n| Tea / sold | 5 | 4 |\n| Milk | 2 | 1 |",
        "Tea is grown in\nthe hills.",
        "Milk is bought.",
    ]
    assert [asked.right for asked in found.questions] == [
        {("context-000", 0)},
        {("context-000", 1)},
        {("context-000", 0), ("context-000", 2)},
    ]


def test_only_what_a_paragraph_answers_is_asked(sets: Path) -> None:
    found = read_squad(sets / "squad" / "squad2_dev_10_articles.json")

    assert found.questions == (Asked("What rusts?", frozenset({("article-000", 0)})),)


def test_a_whole_counts_where_it_is_first_found() -> None:
    a, b, c = ("x", 0), ("x", 1), ("x", 2)

    assert first_right([a, a, None, b, c], frozenset({b, c})) == 3
    assert first_right([a], frozenset({b})) == 0
    assert measures([1, 4, 0, 10]) == [0.25, 0.5, 0.75, pytest.approx((1 + 1 / 4 + 1 / 10) / 4)]


def test_the_real_ranking_is_measured_and_written(sets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    retrieval(sets, write=sets / "page.md")

    page = (sets / "page.md").read_text()
    assert "## Retrieval" in page
    assert "| TAT-QA, 3 questions, 3 wholes | first 1 | first 5 | first 10 | MRR |" in page
    assert "| SQuAD 2.0, 1 questions, 2 wholes |" in page
    assert page.count("| actqa | 100.0 % | 100.0 % | 100.0 % | 1.000 |") == 2
    assert capsys.readouterr().out.strip() in page
