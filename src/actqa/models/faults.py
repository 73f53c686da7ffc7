"""What a provider's error means for us. Its words are not passed on: some repeat the key, or what was asked."""

from collections.abc import Iterator

from actqa.errors import ModelDenied, ModelDown, ModelFault, ModelLimited, ModelNonsense, ModelSlow

BY_STATUS: dict[int, type[ModelFault]] = {
    401: ModelDenied,
    403: ModelDenied,
    404: ModelDenied,
    402: ModelLimited,
    408: ModelSlow,
    429: ModelLimited,
}
"""Status of the reply → what it means; from 500 on the server is down, others are denied."""

BY_NAME: dict[str, type[ModelFault]] = {
    "Timeout": ModelSlow,
    "ConnectError": ModelDown,
    "ConnectionError": ModelDown,
    "APIConnectionError": ModelDown,
    "RemoteProtocolError": ModelDown,
    "ReadError": ModelDown,
    "JSONDecodeError": ModelNonsense,
    "ValidationError": ModelNonsense,
    "LengthFinishReasonError": ModelNonsense,
    "UnicodeDecodeError": ModelNonsense,
}
"""Part of an exception's name, or of one that it comes from → what it means."""

SAID: dict[type[ModelFault], str] = {
    ModelDenied: "refused the request{status}: look at ACTQA_MODEL, ACTQA_MODEL_URL and the key",
    ModelLimited: "has reached a limit of requests or its quota{status}: try again later",
    ModelSlow: "took longer than ACTQA_MODEL_TIMEOUT_SECONDS",
    ModelDown: "cannot be reached or broke off{status}: see whether its server runs",
    ModelNonsense: "returned nothing that can be read",
}

PASSING = (ModelLimited, ModelDown)
"""What another try may mend."""
QUOTA = "insufficient_quota"
"""OpenAI's code for a 429 that no waiting mends."""


def fault_of(error: BaseException, name: str) -> ModelFault:
    """Ours, for any error that a provider raises."""
    status = _status(error)
    if status is not None:
        kind = BY_STATUS.get(status) or (ModelDown if status >= 500 else ModelDenied)
    else:
        kind = _by_name(error)
    return told(kind, name, status)


def told(kind: type[ModelFault], name: str, status: int | None = None) -> ModelFault:
    """A fault in our words."""
    return kind(f"The model {name} {SAID[kind].format(status=f' (HTTP {status})' if status else '')}.")


def is_passing(error: BaseException, fault: ModelFault) -> bool:
    """Whether the same request may be answered a little later."""
    spent = getattr(error, "code", None) == QUOTA or _status(error) == 402
    return isinstance(fault, PASSING) and not spent


def wait_asked_for(error: BaseException) -> float | None:
    """Seconds that the server asks to be left alone, where it says so in seconds."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    said = headers.get("retry-after", "")
    return float(said) if said.replace(".", "", 1).isdigit() else None


def _status(error: BaseException) -> int | None:
    for it in _chain(error):
        for field in ("status_code", "code"):
            value = getattr(it, field, None)
            if isinstance(value, int) and 400 <= value < 600:
                return value
    return None


def _by_name(error: BaseException) -> type[ModelFault]:
    names = [kind.__name__ for it in _chain(error) for kind in type(it).__mro__]
    for part, kind in BY_NAME.items():
        if any(part in name for name in names):
            return kind
    return ModelNonsense


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those it comes from."""
    at: BaseException | None = error
    while at is not None:
        yield at
        at = at.__cause__ or at.__context__
