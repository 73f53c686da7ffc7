"""How actqa says that the report is silent."""

from actqa.answering.question import Question

SILENT = "The report does not say"
METRIC_NAMES = {
    "size": "a size or value",
    "growth": "a growth rate",
    "share": "a share",
    "count": "a count",
    "": "an answer",
}


def refusal(question: Question) -> str:
    """One sentence that says what was looked for."""
    what = (
        f"a list of {question.topic}" if question.kind == "list" and question.topic else METRIC_NAMES[question.metric]
    )
    where = " and ".join(question.places)
    names = ", ".join(question.names)
    years = " or ".join(map(str, question.years))
    parts = [what, f"for {where}" if where else "", f"about {names}" if names else "", f"in {years}" if years else ""]
    return f"{SILENT}: I looked for {' '.join(p for p in parts if p)} and found none."
