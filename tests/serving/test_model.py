"""A served model: what streams is checked, and health names it."""

import json

import httpx
import pytest
from running import CORPUS

from actqa.testing import Reply, ScriptedModel, keys_in

SIZE = "29,723.68 million"
ASKED = {"question": "What is the market size in 2031?", "report": "adoptive-cell-therapy"}


@pytest.fixture(scope="module")
def model():
    with ScriptedModel() as model:
        yield model


@pytest.fixture(scope="module")
def served(model, start_server, seed_index):
    settings = {f"ACTQA_{name.upper()}": value for name, value in model.settings.items()}
    server = start_server(CORPUS, seed_index, **settings)
    yield server
    assert server.stop() == 0
    assert server.errors.read_text() == ""


def said(*lines):
    def reply(request):
        asked = "\n".join(message["content"] for message in request["messages"])
        key = next(key for key in keys_in(asked, SIZE) if key.startswith("P"))
        return Reply("\n".join(f"{line} [{key}]" for line in lines))

    return reply


def test_health_names_it(served, model):
    assert httpx.get(f"{served.url}/api/health", trust_env=False).json()["model"] == "openai:scripted"


def test_statuses_and_statements_stream_and_the_wrong_one_does_not(served, model):
    model.forget()
    true = f"The market is expected to reach USD {SIZE} by 2031."
    wrong = "The market is expected to reach USD 30,723.68 million by 2031."
    model.reply(said(true, wrong), said(wrong))
    text = httpx.post(f"{served.url}/api/chat", json=ASKED, timeout=90, trust_env=False).text
    shown = [block.split("\n", 1) for block in text.split("\n\n") if block.startswith("event: ")]
    kinds = [head.removeprefix("event: ") for head, _ in shown]
    assert kinds[:5] == ["status"] * 4 + ["statement"]
    assert kinds[-1] == "answer"
    told = [
        json.loads(data.removeprefix("data: "))
        for kind, (_, data) in zip(kinds, shown, strict=True)
        if kind == "status"
    ]
    assert [status["stage"] for status in told[:4]] == ["searching", "reading", "writing", "checking"]
    assert told[2] == {"text": "openai:scripted is writing", "stage": "writing"}
    assert not any("30,723.68" in data for kind, (_, data) in zip(kinds, shown, strict=True) if kind == "statement")
    answer = shown[-1][1]
    assert '"engine":"openai:scripted"' in answer
    assert f'"withheld":[{{"text":"{wrong}"' in answer


def test_without_the_model_the_answer_comes_all_the_same(served, model):
    model.forget()
    answer = httpx.post(f"{served.url}/api/ask", json=ASKED, timeout=90, trust_env=False)
    assert answer.status_code == 200
    body = answer.json()
    assert (body["engine"], SIZE in body["answer"]) == ("extractive", True)
    assert body["note"].startswith("The model openai:scripted cannot be reached or broke off (HTTP 500)")
