"""What each provider of chat models needs: the extra that brings its package, and the variable of its key."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider that an extra of actqa brings."""

    extra: str
    keys: tuple[str, ...]
    """Variables of which one holds the key; none where no key is needed."""
    options: Mapping[str, Any]
    """Arguments of its chat model: retries are ours, so that they keep within the time-out."""


PROVIDERS: Mapping[str, Provider] = {
    "openai": Provider("openai", ("OPENAI_API_KEY",), {"max_retries": 0}),
    "anthropic": Provider("anthropic", ("ANTHROPIC_API_KEY",), {"max_retries": 0}),
    "ollama": Provider("ollama", (), {}),
    "google_genai": Provider("google", ("GOOGLE_API_KEY", "GEMINI_API_KEY"), {"max_retries": 1}),
}
"""By LangChain's name for it; any other that LangChain knows works once its package is installed."""
