"""Asks a chat model: its reply as text, piece by piece, within a time; every error comes out as one of ours."""

import contextvars
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actqa.errors import ModelDown, ModelFault, ModelNonsense, ModelSlow
from actqa.models.faults import fault_of, is_passing, told, wait_asked_for
from actqa.models.providers import PROVIDERS
from actqa.settings import Settings

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig

Message = tuple[str, str]
"""Role (`system`, `human`, `ai`) and text, as LangChain takes them."""
Schema = Mapping[str, Any]
"""A JSON schema with a title and a description."""

TRIES = 3
ENDED = ("finish_reason", "stop_reason", "done_reason")
"""Where a reply's last piece says why it ended, by provider."""
AT_ITS_LONGEST = {"length", "max_tokens"}
FIRST_WAIT = 0.5
"""Seconds before the second try; doubled for the next, and drawn a little at random, lest many come back at once."""


@dataclass(frozen=True, slots=True)
class _End:
    """How the provider's stream ended."""

    error: BaseException | None = None
    tokens: int = 0
    """Asked and answered, where the client tells; else none."""


class ChatModel:
    """One chat model; safe to share between threads."""

    def __init__(self, model: Any, settings: Settings) -> None:
        self.name = settings.model
        self._model = model
        self._says_why_it_ended = settings.model.partition(":")[0] in PROVIDERS
        self._seconds = settings.model_timeout_seconds
        self._turns = threading.BoundedSemaphore(settings.model_concurrency)
        profile = getattr(model, "profile", None) or {}
        self.input_tokens: int = profile.get("max_input_tokens") or settings.model_context
        """Tokens it may be given."""
        self.structured = bool(profile.get("structured_output") or profile.get("tool_calling"))
        """Whether it is known to keep to a schema."""

    def deadline(self) -> float:
        """Until when, by `time.monotonic`, a request that begins now may take."""
        return time.monotonic() + self._seconds

    def stream(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Schema | None = None,
        config: "RunnableConfig | None" = None,
        spent: Callable[[int], None] | None = None,
    ) -> Iterator[str]:
        """The reply as it comes; with a schema, as JSON that should keep to it. Raises ModelFault.

        `spent` is told the tokens of question and reply, where the client counts them.

        What has come before a fault has been yielded: whoever reads tells what of it is whole.
        """
        if not self._turns.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise told(ModelSlow, self.name)
        try:
            yield from self._tried(messages, deadline, schema, config, spent)
        finally:
            self._turns.release()

    def reply(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Schema | None = None,
        spent: Callable[[int], None] | None = None,
    ) -> str:
        """The whole of it. Raises ModelFault."""
        return "".join(self.stream(messages, deadline, schema, spent=spent))

    def _tried(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Schema | None,
        config: "RunnableConfig | None",
        spent: Callable[[int], None] | None,
    ) -> Iterator[str]:
        """Tried again where that may help, as long as nothing has come."""
        for tried in range(1, TRIES + 1):
            begun = False
            try:
                for piece in self._pieces(messages, deadline, schema, config, spent):
                    begun = True
                    yield piece
                return
            except ModelFault:
                raise
            except Exception as error:  # whatever a provider raises: each has a tree of its own
                fault = fault_of(error, self.name)
                wait = wait_asked_for(error)
                if wait is None:
                    wait = FIRST_WAIT * 2 ** (tried - 1) * random.uniform(0.8, 1.2)  # noqa: S311 - no secret
                late = time.monotonic() + wait >= deadline
                if begun or late or tried == TRIES or not is_passing(error, fault):
                    raise fault from None
            time.sleep(wait)

    def _pieces(
        self,
        messages: Sequence[Message],
        deadline: float,
        schema: Schema | None,
        config: "RunnableConfig | None",
        spent: Callable[[int], None] | None,
    ) -> Iterator[str]:
        """Read in a thread of its own, since a provider's time-out is for each piece rather than for all."""
        pieces: queue.Queue[str | _End] = queue.Queue()
        left = threading.Event()
        read = contextvars.copy_context().run
        thread = threading.Thread(
            target=read,
            args=(self._read, self._runnable(schema), list(messages), config, pieces.put, left),
            daemon=True,
        )
        thread.start()
        try:
            while True:
                try:
                    piece = pieces.get(timeout=max(0.0, deadline - time.monotonic()))
                except queue.Empty:
                    raise told(ModelSlow, self.name) from None
                if isinstance(piece, str):
                    yield piece
                elif piece.error is not None:
                    raise piece.error
                else:
                    if spent is not None and piece.tokens:
                        spent(piece.tokens)
                    return
        finally:
            left.set()

    def _runnable(self, schema: Schema | None) -> Any:
        """The model, or it bound to the schema.

        LangChain's parser behind that is left away: it would hold all back until the end, and tells no cut reply.
        """
        if schema is None:
            return self._model
        bound = self._model.with_structured_output(dict(schema))
        return getattr(bound, "first", bound)

    def _read(
        self,
        runnable: Any,
        messages: list[Message],
        config: "RunnableConfig | None",
        put: Callable[[str | _End], None],
        left: threading.Event,
    ) -> None:
        """Hands on the text of every piece until the end, or until nobody waits for it any more."""
        error: BaseException | None = None
        ended, counted = "", 0
        try:
            for message in runnable.stream(messages, config=config):
                if left.is_set():
                    break
                if text := _text(message):
                    put(text)
                ended = _why(message) or ended
                counted += _counted(message)
            if ended.lower() in AT_ITS_LONGEST:
                error = told(ModelNonsense, self.name)
            elif not ended and self._says_why_it_ended:
                error = told(ModelDown, self.name)
        except BaseException as caught:  # handed to the thread that waits for it
            error = caught
        put(_End(error, counted))


def _why(message: Any) -> str:
    """Why the reply ends, where this piece says so."""
    told_of = message.response_metadata or {}
    return next((str(told_of[it]) for it in ENDED if told_of.get(it)), "")


def _counted(message: Any) -> int:
    """Tokens that this piece adds to the count of the whole, where the client tells."""
    usage = getattr(message, "usage_metadata", None) or {}
    return int(usage.get("total_tokens") or 0)


def _text(message: Any) -> str:
    """The words of a piece, or, of a call of a tool, its arguments, in which a schema is filled in."""
    calls = getattr(message, "tool_call_chunks", None) or ()
    return "".join(call.get("args") or "" for call in calls) or str(message.text)
