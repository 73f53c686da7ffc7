"""The benchmark of files and pages: made-up sets in the shape of the public ones."""

import json
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from actqa import Answer
from actqa.answering.answer import AnswerFigure
from actqa.bench.documents import Sought, documents, figures_in, judged, read_annual, read_quarterly, same

ANSWER = "Tea Co sold goods for $8,123 million in the quarter ended June 25, 2022. It paid 7,450 people.\n\nSOURCE: Q1 TEA.pdf"
ROWS = f'Question,Source Docs,Answer\n"How much did Tea Co sell goods for in the quarter?","*Q1 TEA*","{ANSWER}"\n'
ANNUAL = [
    {"question": "How many ships does Port Co own?", "answer": [31400], "schema": "number"},
    {"question": "What was the marketing budget of Moon Co in 2021?", "answer": ["N/A"], "schema": "number"},
    {"question": "What was the margin of Port Co?", "answer": [5.1, "N/A"], "schema": "number"},
]


def print_pages(path: Path, pages: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.drawString(72, 760 - 20 * at, line)
        canvas.showPage()
    canvas.save()


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    quarterly, annual = tmp_path / "sec-10-q", tmp_path / "annual-reports"
    print_pages(
        quarterly / "Q1-TEA.pdf",
        [
            ["Tea Co grows tea.", "It has grown tea for long."],
            ["In the quarter Tea Co sold goods for $8,123 million."],
            ["Tea Co paid 7,450 people."],
        ],
    )
    print_pages(quarterly / "Q1-MILK.pdf", [["Milk Co keeps cows.", "Milk Co sold milk for $9,555 million."]])
    print_pages(annual / "port.pdf", [["Port Co at a glance", "Port Co owns 31,400 ships."]])
    (quarterly / "qna_data.csv").write_text(ROWS, encoding="utf-8-sig")
    (annual / "questions.json").write_text(json.dumps(ANNUAL))
    return tmp_path


def test_a_worked_answer_knows_its_files_and_figures(sets: Path) -> None:
    (one,) = read_quarterly(sets / "sec-10-q")
    assert (one.files, one.figures, one.leading) == (frozenset({"Q1-TEA.pdf"}), ("8123", "745"), ("8123",))


def test_what_may_be_refused_or_answered_is_not_asked(sets: Path) -> None:
    assert [(one.leading, one.given) for one in read_annual(sets / "annual-reports")] == [
        (("31400",), True),
        ((), False),
    ]


def test_figures_are_compared_by_their_digits() -> None:
    assert list(figures_in("On May 25, 2022 it was 82,959 of 12 or 7.25 % in 2023, or $3,770,600")) == [
        "82959",
        "725",
        "37706",
    ]
    assert same("8123", "81")
    assert same("36413", "364")
    assert same("3648", "365")
    assert not same("36413", "363")
    assert not same("", "36")


@pytest.mark.parametrize(
    ("answered", "text", "given", "kind"),
    [
        (True, "8.1 billion", True, "right"),
        (True, "9 billion", True, "words without a figure"),
        (True, "9.1 billion", True, "another figure"),
        (False, "", True, "refused"),
        (False, "", False, "refused, and rightly"),
        (True, "9.1 billion", False, "answered what no file says"),
    ],
)
def test_an_answer_is_judged(answered: bool, text: str, given: bool, kind: str) -> None:
    figures = (AnswerFigure(text=text, value=1, unit="USD billion", citations=(1,)),) if "." in text else ()
    answer = Answer.model_construct(answered=answered, figures=figures)
    assert judged(answer, Sought("?", leading=("8123",) if given else (), given=given)) == kind


def test_real_files_are_asked_and_the_figures_written(sets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents(sets, misses=True, write=sets / "page.md")
    page = (sets / "page.md").read_text()
    assert "| right file, 1 questions | first 1 | first 5 | first 10 | MRR |" in page
    assert "| right page, 1 questions |" in page
    assert page.count("| actqa | 100.0 % | 100.0 % | 100.0 % | 1.000 |") == 2
    assert "| right | 1 |" in page
    assert "| refused, and rightly | 1 |" in page
    assert page.count("| right | 1 |") == 2
    assert capsys.readouterr().out.strip() in page + "\n"
