"""A model that words what several reports say: each statement from one of them, checked there, and naming it."""

import pytest
from answering.desk import reports_desk
from answering.test_across import REPORTS
from answering.writing.test_writing import WITHHELD

from actqa import Assistant
from actqa.testing import Reply, keys_in

DRIVERS = "What drives bee hives and roof slates?"
BEES = "Demand for bee hives is driven by urban beekeeping and pollination contracts."
SLATES = "Repair of listed buildings is a driver."
SIZES = "Compare the garden sheds and bee hives markets in 2024."
SHEDS_SIZE = "In 2024, the garden sheds market was worth USD 4.20 billion."
BEES_SIZE = "The bee hives market stood at USD 610 million in 2024."


@pytest.fixture(scope="module")
def assistants(tmp_path_factory, _lines):
    settings = reports_desk(tmp_path_factory.mktemp("several"), REPORTS)
    with (
        Assistant.open(settings) as plain,
        Assistant.open(settings.model_copy(update=_lines.settings)) as worded,
    ):
        yield plain, worded


@pytest.fixture
def composed(assistants):
    return lambda question: assistants[0].ask(question, None)


@pytest.fixture
def model(_lines):
    _lines.forget()
    return _lines


@pytest.fixture
def ask(assistants, model):
    """Asks all reports; the model says the lines, `[words]` in them filled with the key of the passage with the words."""
    worded = assistants[1]

    def asked(question, *replies):
        for lines in replies:
            model.reply(lambda request, lines=lines: Reply("\n".join(filled(line, request) for line in lines)))
        answer = worded.ask(question, None)
        for citation in answer.citations:
            assert worded.report(citation.report).text[citation.start : citation.end] == citation.quote
        return answer

    return asked


def filled(line, request):
    asked = "\n".join(message["content"] for message in request["messages"])
    text, *quoted = line.rstrip("]").replace("]", "").split("[")
    return text + " ".join(f"[{next(k for k in keys_in(asked, words) if k[0] == 'P')}]" for words in quoted)


def said(answer):
    by_id = {citation.id: citation.report for citation in answer.citations}
    return [(statement.text, {by_id[id] for id in statement.citations}) for statement in answer.statements]


def test_each_statement_is_of_one_report_and_names_it(ask, model):
    answer = ask(DRIVERS, [f"{BEES} [Urban beekeeping]", f"{SLATES} [Repair of listed]"])
    assert said(answer) == [(BEES, {"bee-hives"}), (f"Roof Slates Market: {SLATES}", {"roof-slates"})]
    assert (answer.engine, answer.report, answer.withheld) == ("openai:scripted", None, ())
    assert [citation.id for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    (asked,) = model.asked
    assert "Report: Bee Hives Market" in asked
    assert "Every statement rests on one report" in asked


def test_figures_belong_to_their_report(ask):
    answer = ask(SIZES, [f"{SHEDS_SIZE} [USD 4.20 billion]", f"{BEES_SIZE} [USD 610 million]"])
    assert [text for text, _ in said(answer)] == [SHEDS_SIZE, BEES_SIZE]
    by_id = {citation.id: citation.report for citation in answer.citations}
    assert [(f.text, by_id[f.citations[0]]) for f in answer.figures] == [
        ("USD 4.20 billion", "garden-sheds"),
        ("USD 610 million", "bee-hives"),
    ]


def test_what_is_of_another_report_is_withheld_and_the_composed_answer_fills_in(ask):
    wrong = ["The garden sheds market was worth USD 610 million in 2024. [USD 4.20 billion]"]
    answer = ask(SIZES, [f"{BEES_SIZE} [USD 610 million]", *wrong], wrong)
    (withheld,) = answer.withheld
    assert withheld.reason == "USD 610 million does not stand in what it cites"
    assert said(answer)[0] == (BEES_SIZE, {"bee-hives"})
    assert [reports for text, reports in said(answer) if "USD 4.20 billion" in text] == [{"garden-sheds"}]
    assert answer.answer.endswith(WITHHELD)


def test_a_statement_of_two_reports_goes_back(ask):
    both = "Garden sheds were worth USD 4.20 billion in 2024, bee hives USD 610 million. [USD 4.20 billion] [USD 610 million]"
    answer = ask(SIZES, [both], [f"{SHEDS_SIZE} [USD 4.20 billion]"])
    (mended,) = answer.mended
    assert mended.reason == "it rests on two reports: say of each what it says in a statement of its own"
    assert [reports for _, reports in said(answer)] == [{"garden-sheds"}, {"bee-hives"}]


@pytest.mark.parametrize("reply", [["NONE"], ["Bee hives grow by 99% a year. [USD 610 million]"]])
def test_where_nothing_passes_the_answer_is_the_composed_one(reply, ask, composed):
    answer, plain = ask(SIZES, reply, reply), composed(SIZES)
    assert answer.engine == "extractive"
    assert answer.statements == plain.statements
    assert answer.answer.removesuffix(f" {WITHHELD}") == plain.answer


def test_a_model_that_is_down_leaves_the_composed_answer(ask, composed):
    answer = ask(DRIVERS)
    assert (answer.engine, answer.statements) == ("extractive", composed(DRIVERS).statements)
    assert answer.note.endswith("This answer was composed without it.")


@pytest.mark.parametrize(
    "question", ["Which market is the largest?", "How many reports mention Keter Group?", "Which reports are there?"]
)
def test_ranks_and_counts_of_reports_are_worked_out_without_the_model(question, ask, composed, model):
    assert ask(question, ["NONE"]).answer == composed(question).answer
    assert model.requests == []


def test_statements_are_streamed_as_they_pass(assistants, model):
    lines = [f"{SHEDS_SIZE} [USD 4.20 billion]", f"{BEES_SIZE} [USD 610 million]"]
    model.reply(lambda request: Reply("\n".join(filled(line, request) for line in lines)))
    events = list(assistants[1].stream(SIZES, None))
    assert [it.statement.text for it in events if it.event == "statement"] == [SHEDS_SIZE, BEES_SIZE]
    stages = [it.stage for it in events if it.event == "status"]
    assert list(dict.fromkeys(stages)) == ["searching", "reading", "writing", "checking"]
