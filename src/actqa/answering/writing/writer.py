"""Has a chat model write the answer: each statement is checked once it is whole, and goes back once if it fails."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from actqa.answering import relevance
from actqa.answering.draft import Draft
from actqa.answering.verify import Failure
from actqa.answering.writing.grounding import grounded
from actqa.answering.writing.material import Material, material
from actqa.answering.writing.prompting import prompt
from actqa.answering.writing.said import SCHEMA, JsonReader, LineReader, Reader, Said
from actqa.answering.writing.subjects import Subject
from actqa.errors import ModelFault, ModelNonsense
from actqa.models import ChatModel, Message
from actqa.models.budget import tokens
from actqa.models.faults import told

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig

REPLY = 1500
"""Tokens of the model's room that are left to its reply, and to a second one."""
LEAST = 300
"""Tokens of material, however small the model is."""
LONGEST_REPLY = 20_000
"""Characters; what goes on longer is not read to its end."""
MOST_STATEMENTS = 8
HISTORY = 10
"""Earlier questions that the model is given."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement that has passed."""

    draft: Draft
    of: Subject


@dataclass(frozen=True, slots=True)
class Doing:
    """What is being done."""

    text: str
    stage: Literal["reading", "writing", "checking", "mending"]


CHECKING = "Checking what was written against the report"

Step = Doing | Shown
"""What is being done, or a statement that may be shown."""


class Writer:
    """A chat model that writes answers."""

    def __init__(self, model: ChatModel) -> None:
        self.model = model

    @property
    def name(self) -> str:
        """As `engine` of the answer."""
        return self.model.name

    def over(
        self,
        subjects: Sequence[Subject],
        question: str,
        history: Sequence[str],
        config: "RunnableConfig | None" = None,
    ) -> "Writing":
        """One answer, to be gone through; question and history as they were typed."""
        return Writing(self.model, tuple(subjects), question, tuple(history[-HISTORY:]), config)


@dataclass
class Writing:
    """One answer while it is written."""

    model: ChatModel
    subjects: tuple[Subject, ...]
    question: str
    """As it was typed."""
    history: tuple[str, ...]
    config: "RunnableConfig | None" = None
    withheld: list[Failure] = field(default_factory=list)
    """What failed, and failed again; known once all steps are gone through."""
    mended: list[tuple[Failure, Draft]] = field(default_factory=list)
    """What failed at first, with what has passed in its place."""
    fault: ModelFault | None = None
    """Why the model did not finish."""
    led: bool = False
    """Whether a statement that answers the question has been shown."""
    _given: Material = field(init=False)
    _deadline: float = field(init=False)
    _failed: list[tuple[Said, Failure]] = field(default_factory=list)

    def steps(self) -> Iterator[Step]:
        """Statements that have passed, the first of them one that answers, and between them what is being done."""
        self._deadline = self.model.deadline()
        form = prompt("form_schema" if self.model.structured else "form_text")
        if len(self.subjects) > 1:
            form = f"{prompt('several')}\n\n{form}"
        nothing = prompt("answer", mark="", form=form) + prompt("question", history="", material="", question="")
        asking = [self.question, *self.history]
        room = self.model.input_tokens - REPLY - tokens(nothing) - sum(map(tokens, asking))
        self._given = material(self.subjects, max(room, LEAST))
        messages = self._messages(form)
        yield Doing(f"{self.model.name} is reading {_counted(self._given)}", "reading")
        yield self._writing
        try:
            replied: list[Said] = []
            yield from self._written(messages, replied)
            if self._failed:
                yield Doing(f"{self.model.name} is writing again what did not pass the checks", "mending")
                yield from self._mended([*messages, ("ai", _again(replied))])
        except ModelFault as fault:
            self.fault = fault
        self.withheld += [failure for _, failure in self._failed]
        self._failed.clear()

    @property
    def _writing(self) -> Doing:
        return Doing(f"{self.model.name} is writing", "writing")

    def _messages(self, form: str) -> list[Message]:
        history = "\n".join(f"- {' '.join(it.split())}" for it in self.history) or "(none)"
        asked = " ".join(self.question.split())
        question = prompt("question", history=history, material=self._given.text, question=asked)
        return [("system", prompt("answer", mark=self._given.mark, form=form)), ("human", question)]

    # The first reply and the second -----------------------------------------------------------------------------------

    def _written(self, messages: Sequence[Message], replied: list[Said]) -> Iterator[Step]:
        """The statements of the first reply; those that fail are kept for a second try."""
        for said in self._read(messages):
            replied.append(said)
            yield Doing(CHECKING, "checking")
            made = self._checked(said)
            if isinstance(made, Failure):
                self._failed.append((said, made))
            else:
                self.led = True
                yield made
            yield self._writing

    def _mended(self, messages: Sequence[Message]) -> Iterator[Step]:
        """What the model makes of those that failed, each in the place of one; what fails again is withheld."""
        failed = "\n".join(f"- {it.text} — {failure.reason}" for it, failure in self._failed)
        for said in self._read([*messages, ("human", prompt("mend", failed=failed))]):
            if not self._failed:
                return
            _, failure = self._failed.pop(0)
            yield Doing(CHECKING, "checking")
            made = self._checked(said)
            if isinstance(made, Failure):
                self.withheld.append(made)
            else:
                self.led = True
                self.mended.append((failure, made.draft))
                yield made

    def _read(self, messages: Sequence[Message]) -> Iterator[Said]:
        """The statements of a reply as they come; those that cite nothing come last, being mostly talk around them.

        Raises ModelFault, also for a reply that holds nothing of the form asked for.
        """
        reader: Reader = JsonReader() if self.model.structured else LineReader()
        pieces = self.model.stream(messages, self._deadline, SCHEMA if self.model.structured else None, self.config)
        bare: list[Said] = []
        for count, said in enumerate(_statements(reader, pieces)):
            if count >= MOST_STATEMENTS:
                break
            if said.keys:
                yield said
            else:
                bare.append(said)
        if not reader.understood:
            raise told(ModelNonsense, self.model.name)
        yield from bare

    def _checked(self, said: Said) -> Shown | Failure:
        """The statement where it passes the gate and, as long as nothing has been shown, answers the question."""
        cited = {id(source.of): source.of for key in said.keys if (source := self._given.sources.get(key))}
        if len(cited) > 1:
            return Failure(said.text, "it rests on two reports: say of each what it says in a statement of its own")
        subject = next(iter(cited.values()), self.subjects[0])
        made = grounded(subject.asked, self._given, said, self.question)
        if isinstance(made, Failure):
            return made
        return (None if self.led else relevance.answers(subject.asked, made)) or Shown(made, subject)


def _statements(reader: Reader, pieces: Iterator[str]) -> Iterator[Said]:
    """What the reader makes of the pieces, of a reply that does not end no more than is read."""
    length = 0
    for piece in pieces:
        length += len(piece)
        yield from reader.take(piece)
        if length > LONGEST_REPLY:
            return
    yield from reader.end()


def _counted(given: Material) -> str:
    count = len(given.sources)
    return "1 passage" if count == 1 else f"{count} passages and facts"


def _again(replied: Sequence[Said]) -> str:
    """A reply as the model is reminded of it."""
    return "\n".join(f"{said.text} {' '.join(f'[{key}]' for key in said.keys)}" for said in replied) or "NONE"
