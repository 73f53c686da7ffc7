"""A real server with a real model: it babbles, and the answer is still right and cited."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from answering.desk import GARDEN
from running import clean_environment

from actqa import Assistant

SECONDS_TO_START = 120
ASKED = "How big was the garden tools market in 2032?"
SENTENCE = GARDEN.split("\n\n")[2].split(" In 2024, 800")[0]


def babbler(folder):
    """A transformer of two small layers with random weights, and a tokenizer of a few hundred pieces."""
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    pieces = Tokenizer(models.BPE())
    pieces.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pieces.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=600, special_tokens=["<s>", "</s>"], initial_alphabet=alphabet, show_progress=False
    )
    pieces.train_from_iterator([GARDEN], trainer)
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=pieces, bos_token="<s>", eos_token="</s>")
    tokenizer.chat_template = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    sizes = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = LlamaConfig(vocab_size=len(tokenizer), max_position_embeddings=32_768, **sizes)
    model = LlamaForCausalLM(config)
    model.generation_config.max_new_tokens = 24
    model.generation_config.do_sample = True
    model.save_pretrained(folder)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Name and address of the model, behind `transformers serve` in an environment that reaches loopback only."""
    home = tmp_path_factory.mktemp("babbler")
    folder = home / "model"
    babbler(folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = shutil.which("transformers", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    environment = {
        **clean_environment(home),
        "HF_HUB_OFFLINE": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "OMP_NUM_THREADS": "1",
    }
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [command, "serve", str(folder), "--host", "127.0.0.1", "--port", str(port), "--device", "cpu"],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/health", server, home / "log")
        yield {"model": f"openai:{folder}", "model_url": f"{url}/v1", "log": home / "log"}
    finally:
        server.terminate()
        server.wait(20)


def wait_for(url, server, log):
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            httpx.get(url, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"the server did not start:\n{log.read_text()[-2000:]}", pytrace=False)


def test_what_a_babbling_model_says_is_not_shown(served, garden):
    named = {name: served[name] for name in ("model", "model_url")}
    settings = garden.settings.model_copy(update={**named, "model_context": 3000, "model_timeout_seconds": 300})
    with Assistant.open(settings) as assistant:
        answer = assistant.ask(ASKED, "report")
    assert '"POST /v1/chat/completions HTTP/1.1" 200' in served["log"].read_text()
    assert answer.note == (
        f"The model {served['model']} returned nothing that can be read. This answer was composed without it."
    )
    assert (answer.answer, answer.engine, answer.withheld) == (f"{SENTENCE} [1]", "extractive", ())
    (citation,) = answer.citations
    assert GARDEN[citation.start : citation.end] == citation.quote == SENTENCE
    assert "USD 60 billion" in [figure.text for figure in answer.figures]
