"""How many requests in a while, with the `limits` library, counted where all workers see it."""

import math
import time
from collections.abc import Mapping
from typing import Literal

from limits import RateLimitItem, parse
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter
from starlette.exceptions import HTTPException

from actqa.errors import StateError, UsageError
from actqa.serving.access.state import State
from actqa.settings import Settings

Counted = Literal["key", "token", "address", "refused"]

MESSAGES: Mapping[Counted, str] = {
    "key": "Too many requests with this key",
    "token": "Too many requests with this token",
    "address": "Too many requests from your address",
    "refused": "Too many keys from your address were not accepted",
}


class Shared(Storage):
    """Counts in the state's database; the library's own storages are either of one process or need a service."""

    STORAGE_SCHEME = ["actqa"]  # noqa: RUF012 - as the library declares it

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may be raised."""
        return StateError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Counts."""
        return self._state.count(key, expiry, amount)

    def get(self, key: str) -> int:
        """The count."""
        return self._state.counted(key)[0]

    def get_expiry(self, key: str) -> float:
        """When it begins anew."""
        return self._state.counted(key)[1]

    def check(self) -> bool:
        """Whether it can be used; opening it has shown that."""
        return True

    def reset(self) -> None:
        """Forgets all."""
        self._state.forget()

    def clear(self, key: str) -> None:
        """Forgets one."""
        self._state.forget(key)


class Rates:
    """The limits of the settings."""

    def __init__(self, settings: Settings, state: State) -> None:
        """Raises UsageError for a rate that is none."""
        said: dict[Counted, str] = {
            "key": settings.rate_key,
            "token": settings.rate_token,
            "address": settings.rate_address,
            "refused": settings.rate_refused,
        }
        self._items = {counted: _item(f"rate_{counted}", rate) for counted, rate in said.items() if rate.strip()}
        self._limiter = FixedWindowRateLimiter(Shared(state))

    def count(self, counted: Counted, who: str) -> None:
        """Counts a request. Raises HTTPException 429 where it is one too many."""
        item = self._items.get(counted)
        if item and not self._limiter.hit(item, counted, who):
            raise self._too_many(item, counted, who)

    def check(self, counted: Counted, who: str) -> None:
        """The same without counting."""
        item = self._items.get(counted)
        if item and not self._limiter.test(item, counted, who):
            raise self._too_many(item, counted, who)

    def _too_many(self, item: RateLimitItem, counted: Counted, who: str) -> HTTPException:
        reset = self._limiter.get_window_stats(item, counted, who).reset_time
        seconds = max(1, math.ceil(reset - time.time()))
        return HTTPException(
            429, f"{MESSAGES[counted]}: wait {seconds} s, then try again.", {"Retry-After": str(seconds)}
        )


def _item(name: str, rate: str) -> RateLimitItem:
    try:
        return parse(rate)
    except ValueError as error:
        raise UsageError(
            f"The setting {name} (ACTQA_{name.upper()}): {rate!r} is no rate: say 60/minute, or nothing for any number."
        ) from error
