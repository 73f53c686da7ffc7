"""A chat model by its name, or one line that says what to set or install."""

import os

from actqa.errors import ModelUnset
from actqa.models.calling import ChatModel
from actqa.models.providers import PROVIDERS
from actqa.settings import Settings

PLACEHOLDER = "none"
"""The key sent to a server of one's own, which asks for none; clients send nothing without one."""
LIKE = "ACTQA_MODEL is provider:model, for example openai:gpt-4o, anthropic:claude-sonnet-4-5 or ollama:llama3.1"


def open_model(settings: Settings) -> ChatModel | None:
    """The model of the settings, None where none is set. Nothing is sent. Raises ModelUnset."""
    if not settings.model:
        return None
    provider, _, model = settings.model.partition(":")
    if not provider or not model:
        raise ModelUnset(f"“{settings.model}” names no chat model: {LIKE}.")
    return ChatModel(_made(provider.replace("-", "_").lower(), model, settings), settings)


def _made(provider: str, model: str, settings: Settings) -> object:
    """LangChain's object. What a provider raises may hold a key, so nothing of it is passed on but its kind."""
    from langchain.chat_models import init_chat_model

    known = PROVIDERS.get(provider)
    options = dict(known.options) if known else {}
    options["timeout"] = settings.model_timeout_seconds
    if settings.model_url:
        options["base_url"] = settings.model_url
    if provider == "openai" and settings.model_url:
        options["api_key"] = os.environ.get("OPENAI_API_KEY") or PLACEHOLDER
        options["use_responses_api"] = False  # servers that imitate OpenAI's speak chat completions
    elif known and known.keys and not any(os.environ.get(key) for key in known.keys):
        raise ModelUnset(f"{settings.model} needs a key: set {known.keys[0]}.")
    if provider == "ollama":
        options["client_kwargs"] = {"timeout": options.pop("timeout")}
    try:
        return init_chat_model(model, model_provider=provider, **options)
    except ImportError:
        raise ModelUnset(f"{settings.model} needs a package: {_install(provider)}.") from None
    except ValueError as error:
        if "Unsupported provider" in str(error):
            raise ModelUnset(f"There is no provider {provider} of chat models: {LIKE}.") from None
        raise ModelUnset(f"{settings.model} cannot be set up ({type(error).__name__}): look at its settings.") from None
    except Exception as error:  # each provider has errors of its own, of which any may be raised here
        raise ModelUnset(
            f"{settings.model} cannot be set up ({type(error).__name__}): look at its key and settings."
        ) from None


def _install(provider: str) -> str:
    known = PROVIDERS.get(provider)
    return f"pip install 'actqa[{known.extra}]'" if known else f"install LangChain's package for {provider}"
