"""The ranking over the real index with the real encoder."""

from pathlib import Path

import pytest

from actqa import Assistant, Settings
from actqa.errors import ReportNotFound

SEED = "adoptive-cell-therapy"
WORTH = "Adoptive Cell Therapy for Cancer Treatment Market was valued at USD 14,776.33 million in the year 2024."


@pytest.fixture(scope="module")
def assistant(seed_index: Path):
    with Assistant.open(Settings(index=seed_index)) as opened:
        yield opened


@pytest.mark.parametrize("report", [SEED, None])
def test_the_sentence_that_answers_is_found_with_its_span_and_its_surroundings(assistant, report):
    retriever = assistant.retriever.model_copy(update={"report": report, "k": 3})
    documents = retriever.invoke("What was the market valued at in 2024?")
    assert len(documents) == 3
    text = assistant.report(SEED).text
    for document in documents:
        meta = document.metadata
        assert text[meta["start"] : meta["end"]] == meta["quote"]
        assert text[meta["passage_start"] : meta["passage_end"]] == document.page_content
        assert meta["quote"] in document.page_content
        assert (meta["report"], meta["revision"]) == (SEED, assistant.report(SEED).revision)
    assert WORTH in [d.metadata["quote"] for d in documents]


def test_passages_come_once_each(assistant):
    documents = assistant.retriever.model_copy(update={"k": 6}).invoke("cost barriers")
    places = [d.metadata["passage_start"] for d in documents]
    assert len(places) == len(set(places)) == 6


def test_an_unknown_report_is_said(assistant):
    with pytest.raises(ReportNotFound, match="There is no report nowhere"):
        assistant.retriever.model_copy(update={"report": "nowhere"}).invoke("size?")
