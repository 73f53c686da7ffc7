"""A whole set: counts by kind, misses, times, and what cannot be asked."""

from types import SimpleNamespace

import pytest
from evaluation.labelled import TEXT, answer, question

from actqa.errors import EncoderError, QuestionError, QuestionSetError, ReportNotFound
from actqa.evaluation import Count, evaluate

RIGHT = question(figures=[{"value": 1380.5, "unit": "USD million"}])
WRONG = question("list", items=["Foo"], history=("Who?",)).model_copy(update={"question": "Which?"})


class Told:
    """An assistant that knows one answer, and fails as told."""

    refused = failure = None

    def __init__(self):
        self.asked = []

    def check(self, question, report):
        if self.refused:
            raise self.refused

    def ask(self, question, report, history):
        self.asked.append((question, report, history))
        if self.failure and question == "Which?":
            raise self.failure
        return answer()

    def report(self, id):
        return SimpleNamespace(text=TEXT)


def test_right_answers_are_counted_in_all_and_by_kind():
    score = evaluate(Told(), [RIGHT, WRONG, RIGHT])
    assert (score.questions, score.reports, score.errors) == (3, 1, 0)
    assert score.right == Count(hits=2, of=3)
    assert score.by_kind == {"figure": Count(hits=2, of=2), "list": Count(hits=0, of=1)}
    assert (score.few_other_figures.of, score.short_enough.of, score.right_place_cited.of) == (2, 3, 0)
    assert [(it.question, it.answer, it.lacks) for it in score.misses] == [(WRONG, answer(), ("not named: Foo",))]
    assert score.model_dump()["right"] == {"hits": 2, "of": 3, "share": 0.6667}


def test_each_question_is_asked_with_its_history_and_progress_is_told():
    assistant, told = Told(), []
    evaluate(assistant, [RIGHT, WRONG], lambda *step: told.append(step))
    assert assistant.asked[-2:] == [("How large?", "tea", ()), ("Which?", "tea", ("Who?",))]
    assert told == [("asking", 1, 2), ("asking", 2, 2)]


def test_seconds_are_the_middle_one_and_the_slow_one():
    score = evaluate(Told(), [RIGHT] * 20)
    assert 0 <= score.seconds_median <= score.seconds_95th_percentile < 1


def test_no_questions_make_an_empty_score():
    score = evaluate(Told(), [])
    assert (score.questions, score.right.share, score.seconds_median, score.misses) == (0, None, None, ())


def test_a_question_that_fails_is_wrong_and_the_rest_goes_on():
    assistant = Told()
    assistant.failure = KeyError("x")
    score = evaluate(assistant, [WRONG, RIGHT])
    assert (score.right, score.errors) == (Count(hits=1, of=2), 1)
    assert [(it.answer, it.lacks) for it in score.misses] == [(None, ("asking failed (KeyError: 'x')",))]


def test_without_an_encoder_there_is_no_score():
    assistant = Told()
    assistant.failure = EncoderError("It is not there.")
    with pytest.raises(EncoderError):
        evaluate(assistant, [RIGHT, WRONG])


@pytest.mark.parametrize("refused", [ReportNotFound("There is no report tea."), QuestionError("It is too long.")])
def test_what_cannot_be_asked_is_named_before_anything_is(refused):
    assistant = Told()
    assistant.refused = refused
    with pytest.raises(QuestionSetError, match=f"^line 3, q: {refused}$"):
        evaluate(assistant, [RIGHT.model_copy(update={"line": 3})])
    assert assistant.asked == []
