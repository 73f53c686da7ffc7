"""A chat model by its name: what is missing is said in one line, and no key is."""

import sys

import pytest

from actqa import Settings
from actqa.errors import ModelUnset
from actqa.models import open_model
from actqa.models.providers import PROVIDERS

KEY = "sk-very-secret-0123456789"


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch):
    for provider in PROVIDERS.values():
        for key in provider.keys:
            monkeypatch.delenv(key, raising=False)


def opened(model, **settings):
    return open_model(Settings(_env_file=None, model=model, **settings))


def test_without_a_name_there_is_none():
    assert opened("") is None


@pytest.mark.parametrize("name", ["gpt-4o", ":x", "openai:", "openai"])
def test_a_name_has_two_parts(name):
    with pytest.raises(
        ModelUnset, match=r"names no chat model: ACTQA_MODEL is provider:model, for example openai:gpt-4o"
    ):
        opened(name)


def test_a_provider_that_nobody_knows():
    with pytest.raises(ModelUnset, match=r"^There is no provider nobody of chat models: ACTQA_MODEL is"):
        opened("nobody:x")


@pytest.mark.parametrize(
    ("provider", "package", "extra"),
    [
        ("openai", "langchain_openai", "openai"),
        ("anthropic", "langchain_anthropic", "anthropic"),
        ("google_genai", "langchain_google_genai", "google"),
        ("ollama", "langchain_ollama", "ollama"),
    ],
)
def test_a_missing_extra_is_named(provider, package, extra, monkeypatch):
    from langchain.chat_models import base

    base._get_chat_model_creator.cache_clear()
    monkeypatch.setitem(sys.modules, package, None)
    for key in PROVIDERS[provider].keys:
        monkeypatch.setenv(key, KEY)
    with pytest.raises(ModelUnset) as caught:
        opened(f"{provider}:some-model")
    assert str(caught.value) == f"{provider}:some-model needs a package: pip install 'actqa[{extra}]'."


@pytest.mark.parametrize(
    ("provider", "key"),
    [("openai", "OPENAI_API_KEY"), ("anthropic", "ANTHROPIC_API_KEY"), ("google_genai", "GOOGLE_API_KEY")],
)
def test_a_missing_key_is_named(provider, key):
    with pytest.raises(ModelUnset) as caught:
        opened(f"{provider}:some-model")
    assert str(caught.value) == f"{provider}:some-model needs a key: set {key}."


def test_a_server_of_ones_own_needs_no_key():
    model = opened("openai:served", model_url="http://127.0.0.1:1/v1")
    assert (model.name, model.input_tokens, model.structured) == ("openai:served", 8000, False)


def test_a_known_model_brings_its_own_limit(monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    model = opened("openai:gpt-4o", model_context=9000)
    assert (model.input_tokens, model.structured) == (128_000, True)
    assert KEY not in repr(model.__dict__)
