"""A file of questions is read whole, or one line says what is wrong where."""

import json

import pytest

from actqa.errors import QuestionSetError
from actqa.evaluation import read_questions

GOOD = {"id": "q1", "report": "tea", "question": "How?", "kind": "figure", "expect": {"items": ["x"]}, "note": "n"}


def written(tmp_path, *lines):
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(it if isinstance(it, str) else json.dumps(it) for it in lines), "utf-8")
    return path


def test_every_line_is_a_question_and_empty_ones_are_none(tmp_path):
    path = written(tmp_path, "\ufeff" + json.dumps(GOOD), "", {**GOOD, "id": "q2", "history": ["Who?"]}, "  ")
    found = read_questions(path)
    assert [(it.id, it.line, it.history) for it in found] == [("q1", 1, ()), ("q2", 3, ("Who?",))]


def test_a_separator_of_lines_in_a_question_ends_no_line(tmp_path):
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({**GOOD, "question": "a\u2028b\x85c"}, ensure_ascii=False) + "\r\n", "utf-8", newline="")
    assert [it.question for it in read_questions(path)] == ["a\u2028b\x85c"]


def without(field):
    return {key: value for key, value in GOOD.items() if key != field}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON: Expecting property name"),
        ("[" * 100_000, "is not JSON: "),
        ("7", "is not a JSON object"),
        (without("report"), "report: Field required."),
        (without("question"), "question: Field required."),
        (without("kind"), "kind: Field required."),
        (without("expect"), "expect: Field required."),
        ({**GOOD, "kind": "figur"}, "kind: Input should be 'figure', 'list', "),
        ({**GOOD, "expect": {}}, "expect: nothing is expected: give figures, items or quotes, or set refuse."),
        ({**GOOD, "expect": {"figures": [{"unit": "USD"}]}}, "expect.figures.0.value: Field required."),
        ({**GOOD, "history": "Who?"}, "history: Input should be a valid tuple."),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(tmp_path, line, message):
    path = written(tmp_path, GOOD, line)
    with pytest.raises(QuestionSetError) as raised:
        read_questions(path)
    assert str(raised.value).startswith(f"{path}, line 2")
    assert message in str(raised.value)


def test_a_file_that_holds_nothing_is_no_set(tmp_path):
    with pytest.raises(QuestionSetError, match=r"holds no question: write one JSON object a line\.$"):
        read_questions(written(tmp_path, "", " "))


def test_a_file_that_is_not_there_or_not_text(tmp_path):
    with pytest.raises(QuestionSetError, match=r"nowhere cannot be read \(No such file or directory\)"):
        read_questions(tmp_path / "nowhere")
    (tmp_path / "picture").write_bytes(b"\x89PNG\xff")
    with pytest.raises(QuestionSetError, match="is not UTF-8 text"):
        read_questions(tmp_path / "picture")
