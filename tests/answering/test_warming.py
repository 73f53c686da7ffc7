"""Reports are looked at before anybody asks."""

from pathlib import Path

import pytest

from actqa import Assistant, Settings
from actqa.answering.seen import view as viewing
from actqa.index.parsed import IndexedReport

MARKETS = {"tea": "Tea Market", "salt": "Salt Market", "iron": "Iron Market"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Three reports, and a model at an address where nobody answers."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, title in MARKETS.items():
        (corpus / f"{name}.md").write_text(f"# {title}\n\nThe market reached USD 5 million in 2024.\n", "utf-8")
    return Settings(
        corpus=corpus, index=tmp_path / "index", model="openai:none", model_url="http://127.0.0.1:9/v1", _env_file=None
    )


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The reports as they are looked at, by id."""
    seen: list[str] = []
    look = viewing.view

    def noting(indexed: IndexedReport, *more: object) -> object:
        seen.append(indexed.report.id)
        return look(indexed, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(viewing, "view", noting)
    return seen


def test_each_report_is_looked_at_once_and_no_model_is_asked(settings: Settings, looked_at: list[str]) -> None:
    with Assistant.open(settings) as assistant:
        assistant.build()
        assistant.warm()
        assert looked_at == ["iron", "salt", "tea"]
        assistant.warm()
    assert looked_at == ["iron", "salt", "tea"]


def test_it_ends_when_told_to_and_when_memory_is_full(
    settings: Settings, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Assistant.open(settings) as assistant:
        assistant.build()
        assistant.warm(lambda: len(looked_at) == 1)
        assert looked_at == ["iron"]
        monkeypatch.setattr(viewing, "CHARACTERS_IN_MEMORY", 120)
        assistant.warm()
    assert looked_at == ["iron", "salt"]
