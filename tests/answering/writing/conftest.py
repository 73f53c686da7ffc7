"""A model that says what a test tells it to, asked about the garden report."""

from collections.abc import Callable, Iterator

import pytest
from answering.desk import Desk

from actqa import Answer, Assistant
from actqa.models import calling
from actqa.testing import ScriptedModel

ASKED = "How big was the garden tools market in 2032?"
LEAD = "The garden tools market should reach USD 60 billion by 2032."


class Told:
    """An assistant with a scripted model."""

    def __init__(self, desk: Desk, model: ScriptedModel, **settings: object) -> None:
        self.model = model
        self.assistant = Assistant(desk.settings.model_copy(update={**model.settings, **settings}))

    def ask(self, question: str = ASKED, *history: str) -> Answer:
        return self.assistant.ask(question, "report", history)

    def events(self, question: str = ASKED, *history: str) -> list[object]:
        return list(self.assistant.stream(question, "report", history))


@pytest.fixture(scope="session")
def _lines() -> Iterator[ScriptedModel]:
    with ScriptedModel() as model:
        yield model


@pytest.fixture(scope="session")
def _structured() -> Iterator[ScriptedModel]:
    with ScriptedModel("gpt-4o") as model:
        yield model


@pytest.fixture(scope="session")
def _told(garden: Desk, _lines: ScriptedModel, _structured: ScriptedModel) -> Iterator[dict[str, Told]]:
    told = {"lines": Told(garden, _lines), "structured": Told(garden, _structured)}
    yield told
    for it in told.values():
        it.assistant.close()


@pytest.fixture
def told(_told: dict[str, Told]) -> Told:
    """With a model that writes lines."""
    _told["lines"].model.forget()
    return _told["lines"]


@pytest.fixture
def structured(_told: dict[str, Told]) -> Told:
    """With a model that keeps to a schema."""
    _told["structured"].model.forget()
    return _told["structured"]


@pytest.fixture
def hurried(garden: Desk, _lines: ScriptedModel) -> Iterator[Callable[..., Told]]:
    """`hurried(model_timeout_seconds=…)`: the same with settings of the test's own."""
    made: list[Told] = []

    def make(**settings: object) -> Told:
        _lines.forget()
        made.append(Told(garden, _lines, **settings))
        return made[-1]

    yield make
    for it in made:
        it.assistant.close()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "FIRST_WAIT", 0.01)
