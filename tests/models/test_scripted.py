"""`actqa.testing`, as users' own tests see it."""

import httpx
import pytest

from actqa import Settings
from actqa.errors import ModelDown
from actqa.models import open_model
from actqa.testing import Reply, ScriptedModel, keys_in

MESSAGES = [("system", "Be brief."), ("human", "How big?")]


@pytest.fixture(scope="module")
def model():
    with ScriptedModel() as model:
        yield model


@pytest.fixture
def client(model):
    model.forget()
    return open_model(Settings(_env_file=None, **model.settings))


def test_it_says_what_it_is_told_piece_by_piece(model, client):
    model.say("USD 60 billion in 2032, with a long tail")
    assert list(client.stream(MESSAGES, client.deadline())) == ["USD 60 billi", "on in 2032, ", "with a long ", "tail"]
    assert model.asked == ["Be brief.\nHow big?"]
    assert (model.requests[0]["model"], model.requests[0]["stream"], model.left) == ("scripted", True, 0)
    assert model.headers[0]["authorization"] == "Bearer none"


def test_it_answers_whole_as_well(model):
    model.forget()
    model.say("Big.")
    done = httpx.post(f"{model.url}/chat/completions", json={"messages": []}, trust_env=False).json()
    assert done["choices"][0]["message"]["content"] == "Big."


def test_a_function_sees_what_was_asked(model, client):
    model.reply(lambda request: Reply(request["messages"][1]["content"].upper()))
    assert client.reply(MESSAGES, client.deadline()) == "HOW BIG?"


def test_when_no_reply_is_left_it_says_so(model, client, monkeypatch):
    monkeypatch.setattr("actqa.models.calling.FIRST_WAIT", 0.01)
    with pytest.raises(ModelDown):
        client.reply(MESSAGES, client.deadline())
    done = httpx.post(f"{model.url}/chat/completions", json={}, trust_env=False)
    assert (done.status_code, done.json()["error"]["message"]) == (500, "no reply is left")


def test_a_stream_can_be_cut(model, client):
    model.reply(Reply("one piece and some more", pieces=2))
    pieces = []
    with pytest.raises(ModelDown):
        pieces += client.stream(MESSAGES, client.deadline())


def test_keys_are_found_by_what_they_quote():
    asked = "--- ab12 P1\nTea 5\n--- ab12 end of P1\n--- ab12 F3\nTea 6\n--- ab12 end of F3"
    assert keys_in(asked, "Tea") == ["P1", "F3"]
    assert keys_in(asked, "Tea 6") == ["F3"]
