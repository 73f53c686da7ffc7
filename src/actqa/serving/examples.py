"""What the API's documentation shows as examples."""

from actqa.answering.answer import Answer, AnswerFigure, Citation, Statement

QUOTE = "The market is expected to reach USD 29,723.68 million by 2031."

ANSWER = Answer(
    question="What is the market size in 2031?",
    report="adoptive-cell-therapy",
    answer=f"{QUOTE} [1]",
    answered=True,
    statements=(Statement(text=QUOTE, citations=(1,), figures=(0,)),),
    figures=(
        AnswerFigure(text="USD 29,723.68 million", value=29723.68, unit="USD million", year=2031, citations=(1,)),
    ),
    citations=(
        Citation(
            id=1,
            report="adoptive-cell-therapy",
            section="Market Overview",
            path=("Adoptive Cell Therapy Market", "Market Overview"),
            revision="4a1f0c9d2b7e6f35",
            start=531,
            end=531 + len(QUOTE),
            quote=QUOTE,
            shown=QUOTE,
        ),
    ),
    elapsed_ms=12.4,
).model_dump(mode="json")

STREAM = """\
event: status
data: {"text":"Searching the report"}

event: statement
data: {"statement":{"text":"…","citations":[1],"origin":"stated","figures":[0]},"citations":[…],"figures":[…]}

event: answer
data: {"question":"What is the market size in 2031?","answer":"…","answered":true,…}
"""
