"""A report of three sentences, and questions and answers about it."""

from actqa.answering.answer import Answer, AnswerFigure, Citation, Statement
from actqa.evaluation import LabelledQuestion

SIZE = "The market was worth USD 1,380.5 million in 2024."
MAKERS = "Acme Corp. and Zenith Tools lead it."
SHARE = "Two-thirds of it is Asian."
TEXT = f"{SIZE} {MAKERS} {SHARE}"


def text_of(report):
    return {"tea": TEXT}[report]


def question(kind="figure", *, history=(), **expect):
    return LabelledQuestion(id="q", report="tea", question="How large?", history=history, kind=kind, expect=expect)


def cite(quote, id=1, report="tea"):
    start = TEXT.index(quote)
    return Citation(id=id, report=report, section="", revision="r", start=start, end=start + len(quote), quote=quote)


def figure(value, unit, text, citations=(1,), **more):
    return AnswerFigure(value=value, unit=unit, text=text, citations=citations, **more)


ASKED = figure(1380.5, "USD million", "USD 1,380.5 million")


PLACE = cite(SIZE)


def answer(text=f"{SIZE} [1]", figures=(ASKED,), citations=(PLACE,), answered=True):
    statements = (Statement(text=text, citations=(1,)),)
    return Answer(
        question="How large?",
        answer=text,
        answered=answered,
        statements=statements,
        figures=figures,
        citations=citations,
    )
