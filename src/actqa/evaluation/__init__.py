"""How good the answers are: a labelled question set → a score, with the misses and what each lacked.

types.py      the questions, and the score
questions.py  a file of questions, one JSON object a line
equality.py   when two figures, and two names, are the same
marks.py      one question and its answer → what was right about it
run.py        all of them → the score
"""

from actqa.evaluation.marks import mark
from actqa.evaluation.questions import read_questions
from actqa.evaluation.run import evaluate
from actqa.evaluation.types import Count, Expected, ExpectedFigure, LabelledQuestion, Marks, Miss, Score

__all__ = [
    "Count",
    "Expected",
    "ExpectedFigure",
    "LabelledQuestion",
    "Marks",
    "Miss",
    "Score",
    "evaluate",
    "mark",
    "read_questions",
]
