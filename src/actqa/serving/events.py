"""An answer as server-sent events: `status`, `statement` one at a time, last `answer` or `error`."""

from collections.abc import Iterable, Iterator

from fastapi.sse import ServerSentEvent

from actqa.answering.events import AnswerEvent, Event
from actqa.serving.problems import reply_to

DESCRIPTION = (
    "`status` (what is being done), `statement` (one at a time, with its figures and new citations), last "
    "`answer` (the whole, as `/api/ask` returns it) or `error` (in the shape of every error)."
)


def frames(events: Iterable[Event]) -> Iterator[ServerSentEvent]:
    """The events as sent; a failure on the way becomes the last one, `error`, in the shape of every error."""
    try:
        for event in events:
            yield ServerSentEvent(event=event.event, raw_data=_payload(event))
    except Exception as error:  # the stream is open: no status can tell it any more
        yield ServerSentEvent(event="error", raw_data=bytes(reply_to(error).body).decode())


def _payload(event: Event) -> str:
    if isinstance(event, AnswerEvent):
        return event.answer.model_dump_json()
    return event.model_dump_json(exclude={"event"})
