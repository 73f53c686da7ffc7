"""A model that is slow, down, out of quota or talks nonsense: the composed answer comes, with a note that says why."""

import json
import logging
import threading
import time

import pytest
from answering.writing.conftest import ASKED, LEAD
from answering.writing.test_writing import citing

from actqa.models.faults import BY_NAME, BY_STATUS, SAID, fault_of
from actqa.testing import Reply

WITHOUT = "This answer was composed without it."
DOWN = "The model openai:scripted cannot be reached or broke off"
LIMITED = "The model openai:scripted has reached a limit of requests or its quota (HTTP 429): try again later."
NONSENSE = "The model openai:scripted returned nothing that can be read."
KEY = "sk-very-secret-0123456789"
GOOD = citing("USD 60 billion", f"{LEAD} []")


def note_of(answer, garden):
    """The note of an answer that is in all else the composed one."""
    composed = garden.answer(ASKED)
    assert (answer.answer, answer.engine, answer.figures) == (composed.answer, "extractive", composed.figures)
    assert answer.withheld == ()
    return answer.note


def test_a_rate_limit_passes_after_a_while(told):
    told.model.reply(Reply(status=429), Reply(status=503), GOOD)
    answer = told.ask()
    assert (answer.engine, answer.note) == ("openai:scripted", "")
    assert len(told.model.requests) == 3


def test_tries_are_bounded(told, garden):
    told.model.reply(*[Reply(status=429)] * 9)
    assert note_of(told.ask(), garden) == f"{LIMITED} {WITHOUT}"
    assert len(told.model.requests) == 3


def test_a_server_that_wants_to_be_left_alone_for_long_is(told, garden):
    told.model.reply(Reply(status=429, headers={"Retry-After": "3600"}), GOOD)
    began = time.monotonic()
    assert note_of(told.ask(), garden) == f"{LIMITED} {WITHOUT}"
    assert time.monotonic() - began < 30
    assert len(told.model.requests) == 1


def test_no_other_try_is_made_without_quota(told, garden):
    told.model.reply(Reply(status=429, code="insufficient_quota"), GOOD)
    assert note_of(told.ask(), garden) == f"{LIMITED} {WITHOUT}"
    assert len(told.model.requests) == 1


def test_a_server_that_fails(told, garden):
    told.model.reply(*[Reply(status=500)] * 3)
    assert note_of(told.ask(), garden) == f"{DOWN} (HTTP 500): see whether its server runs. {WITHOUT}"


def test_a_server_that_is_not_there(hurried, garden):
    absent = hurried(model_url="http://127.0.0.1:9/v1")
    assert note_of(absent.ask(), garden) == f"{DOWN}: see whether its server runs. {WITHOUT}"


def test_a_key_that_is_refused_is_told_nowhere(hurried, garden, monkeypatch, caplog):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    refused = hurried()
    refused.model.reply(Reply(status=401, message=f"Incorrect API key provided: {KEY}"))
    answer = refused.ask()
    assert refused.model.headers[0]["authorization"] == f"Bearer {KEY}"
    assert note_of(answer, garden) == (
        "The model openai:scripted refused the request (HTTP 401): look at ACTQA_MODEL, ACTQA_MODEL_URL and the key. "
        f"{WITHOUT}"
    )
    assert KEY not in answer.model_dump_json()
    assert KEY not in caplog.text


@pytest.mark.parametrize(
    "reply", [Reply(LEAD, seconds=30), Reply("The market is growing, and growing. " * 99, seconds_a_piece=0.2)]
)
def test_one_that_takes_too_long_is_not_waited_for(reply, hurried, garden):
    slow = hurried(model_timeout_seconds=1.0)
    slow.model.reply(reply)
    began = time.monotonic()
    answer = slow.ask()
    assert time.monotonic() - began < 10
    assert note_of(answer, garden) == (
        f"The model openai:scripted took longer than ACTQA_MODEL_TIMEOUT_SECONDS. {WITHOUT}"
    )


def test_no_more_are_asked_at_once_than_may_be(hurried):
    one = hurried(model_concurrency=1, model_timeout_seconds=20)
    busy, most, guard = 0, 0, threading.Lock()

    def counted(request):
        nonlocal busy, most
        with guard:
            busy += 1
            most = max(most, busy)
        time.sleep(0.2)
        with guard:
            busy -= 1
        return GOOD(request)

    one.model.reply(*[counted] * 3)
    threads = [threading.Thread(target=one.ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, len(one.model.requests)) == (1, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Ich weiß es nicht, aber der Markt ist groß.",
        "市场规模将在2032年达到600亿美元。",
        "banana " * 5000,
        '{"statements": [{"text": ',
        "The market will reach USD 60 billion.",
    ],
)
def test_nonsense(text, told, garden):
    told.model.say(text)
    assert note_of(told.ask(), garden) == f"{NONSENSE} {WITHOUT}"


@pytest.mark.parametrize(
    "raw", [b"", b"data: {broken\n\n", b"<html>Bad gateway</html>", b"data: [DONE]\n\n", b"\xff\xfe\x00"]
)
def test_a_server_that_speaks_something_else(raw, told, garden):
    told.model.reply(*[Reply(raw=raw)] * 3)
    assert note_of(told.ask(), garden).endswith(WITHOUT)


def test_broken_json_where_a_schema_was_asked_for(structured):
    structured.model.say('{"statement": "x"', "")
    assert structured.ask().note == f"The model openai:gpt-4o returned nothing that can be read. {WITHOUT}"


def test_an_enormous_reply_is_not_read_to_its_end(told):
    told.model.reply(citing("USD 60 billion", f"{LEAD} []", "The market grows and grows. " * 20_000))
    answer = told.ask()
    assert answer.statements[0].text == LEAD
    assert len(answer.model_dump_json()) < 50_000


def test_more_statements_than_anyone_wants_are_not_taken(structured):
    structured.model.state(*[(f"{LEAD[:-1]}{'!' * at}.", ["P1"]) for at in range(30)])
    assert len(structured.ask().statements) <= 8


def test_a_stream_that_is_cut_keeps_what_was_whole(told):
    def cut(request):
        whole = GOOD(request).text + "\nIn 2024, 800 million units were sold. [P1]"
        return Reply(whole, pieces=len(LEAD) // 12 + 3)

    told.model.reply(cut)
    answer = told.ask()
    assert [statement.text for statement in answer.statements] == [LEAD]
    assert answer.engine == "openai:scripted"
    assert answer.note == (
        f"{DOWN}: see whether its server runs. What it had written before that has passed the checks."
    )


def test_of_json_that_is_cut_the_whole_objects_count(structured):
    whole = json.dumps({"statements": [{"text": LEAD, "keys": ["P1"], "formula": None}] * 2})
    structured.model.reply(Reply(whole, pieces=whole.index(LEAD, 90) // 12 + 2))
    answer = structured.ask()
    assert [statement.text for statement in answer.statements] == [LEAD]
    assert answer.note


def test_a_figure_that_is_cut_through_is_not_shown(told, garden):
    def cut(request):
        reply = GOOD(request)
        return Reply(reply.text, pieces=4)

    told.model.reply(cut, cut, cut)
    assert note_of(told.ask(), garden).startswith(DOWN)


def test_a_reply_that_ran_into_its_limit_is_no_whole_one(told, garden):
    told.model.reply(Reply("The garden tools market should reach USD 6", finish="length"))
    assert note_of(told.ask(), garden).endswith(WITHOUT)


def test_a_second_reply_that_fails_leaves_the_first(told):
    told.model.reply(citing("USD 60 billion", f"{LEAD} []", "It will be USD 99 billion in 2032. []"))
    answer = told.ask()
    assert answer.statements[0].text == LEAD
    assert [it.text for it in answer.withheld] == ["It will be USD 99 billion in 2032."]
    assert answer.note.startswith(f"{DOWN} (HTTP 500)")


def test_callbacks_of_the_chain_reach_the_model(told):
    from langchain_core.callbacks import BaseCallbackHandler

    class Heard(BaseCallbackHandler):
        models = 0

        def on_chat_model_start(self, *_, **__):
            self.models += 1

    heard = Heard()
    told.model.reply(GOOD)
    answer = told.assistant.chain.invoke({"question": ASKED, "report": "report"}, {"callbacks": [heard]})
    assert (answer.engine, heard.models) == ("openai:scripted", 1)


class Odd(Exception):
    pass


@pytest.mark.parametrize("status", [*BY_STATUS, 400, 413, 500, 502, 529])
def test_every_status_is_told_as_one_of_ours(status):
    error = Odd(KEY)
    error.status_code = status
    fault = fault_of(error, "some:model")
    assert type(fault) in SAID
    assert f"(HTTP {status})" in str(fault) or status == 408
    assert KEY not in str(fault)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_error_with_a_name_is_told_as_one_of_ours(name):
    error = type(f"Some{name}", (Exception,), {})(KEY)
    fault = fault_of(error, "some:model")
    assert type(fault) is BY_NAME[name]
    assert KEY not in str(fault)
