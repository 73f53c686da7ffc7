"""The prompts, Markdown files in `prompts/`."""

from functools import cache
from importlib.resources import files
from string import Template


@cache
def _read(name: str) -> Template:
    return Template((files(__package__) / "prompts" / f"{name}.md").read_text(encoding="utf-8"))


def prompt(name: str, **words: str) -> str:
    """A prompt with the words for its `$names`; what the words themselves hold is left as it is."""
    return _read(name).substitute(words).strip()
