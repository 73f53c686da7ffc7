"""The file of keys: what `actqa keys` writes and a running server follows. It holds hashes, never a key."""

import os
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from actqa.errors import KeysError, UsageError
from actqa.index.disk import write_whole

NAME = re.compile(r"[\w.@-]{1,64}")
PREFIX = "actqa_"
"""Of every key that is made, so that one that has strayed into a log or a repository is known for what it is."""
SECONDS_TO_WAIT = 10
_LIFE = re.compile(r"(\d{1,5})([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


class StoredKey(BaseModel):
    """A key as the file has it.

    SHA-256, bare and quick, is right here: a key is 256 random bits, which nobody tries out, however fast. A slow hash
    with a salt is for passwords that people choose; here it would only make every request slow.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=NAME.pattern)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    reports: tuple[str, ...] | None = None
    """Ids of the reports that it opens; None: all."""
    made: datetime
    expires: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether it has expired."""
        return self.expires is not None and self.expires <= now


class KeysFile(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    keys: tuple[StoredKey, ...] = ()


def digest_of(key: bytes) -> bytes:
    """What is kept and compared in place of a key."""
    return sha256(key).digest()


def read(file: Path) -> tuple[StoredKey, ...]:
    """The keys; none where there is no file. Raises KeysError."""
    try:
        return KeysFile.model_validate_json(file.read_bytes()).keys
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise KeysError(f"The keys in {file} cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise KeysError(
            f"{file} is no file of keys ({'.'.join(map(str, first['loc'])) or 'JSON'}: {first['msg']}): "
            "mend it, or remove it and make the keys anew with `actqa keys add`."
        ) from error


def add(file: Path, name: str, reports: Sequence[str] | None = None, expires: datetime | None = None) -> str:
    """Makes a key and keeps its hash; returns the key, which cannot be had again. Raises UsageError, KeysError."""
    if not NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name for a key: give 1 to 64 letters, digits, dots, @, _ or -.")
    key = PREFIX + secrets.token_urlsafe(32)
    now = datetime.now(UTC).replace(microsecond=0)
    stored = StoredKey(
        name=name,
        sha256=digest_of(key.encode()).hex(),
        reports=None if reports is None else tuple(reports),
        made=now,
        expires=expires,
    )

    def with_it(keys: tuple[StoredKey, ...]) -> tuple[StoredKey, ...]:
        if any(known.name == name for known in keys):
            raise UsageError(f"There is a key {name} already: take another name, or remove that key first.")
        return (*keys, stored)

    _change(file, with_it)
    return key


def remove(file: Path, name: str) -> None:
    """Forgets a key. Raises KeysError where there is none of that name."""

    def without_it(keys: tuple[StoredKey, ...]) -> tuple[StoredKey, ...]:
        kept = tuple(known for known in keys if known.name != name)
        if len(kept) == len(keys):
            raise KeysError(f"There is no key {name} in {file}: `actqa keys list` shows those there are.")
        return kept

    _change(file, without_it)


def expiry(said: str, now: datetime) -> datetime:
    """`30d`, `12h` or `8w` from now, or the end of a day, `2027-01-31`, in UTC. Raises UsageError."""
    life = _LIFE.fullmatch(said)
    try:
        if life:
            end = now + timedelta(**{_UNITS[life[2]]: int(life[1])})
        else:
            end = datetime.strptime(said, "%Y-%m-%d").replace(tzinfo=UTC) + timedelta(days=1)
    except (ValueError, OverflowError):
        raise UsageError(f"{said!r} is no time to expire: say 30d, 12h, 8w or a date like 2027-01-31.") from None
    if end <= now:
        raise UsageError(f"{said} is over: a key that expires then would open nothing.")
    return end


def _change(file: Path, change: Callable[[tuple[StoredKey, ...]], tuple[StoredKey, ...]]) -> None:
    with _alone(file):
        keys = change(read(file))
        write_whole(file, KeysFile(keys=keys).model_dump_json(indent=2).encode() + b"\n")
        file.chmod(0o600)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Nobody else changes the file meanwhile, and what is made is for its owner only."""
    before = os.umask(0o077)
    try:
        with FileLock(file.with_name(f".{file.name}.lock"), timeout=SECONDS_TO_WAIT):
            yield
    except Timeout as error:
        raise KeysError(f"Another process is changing {file}: try again.") from error
    except OSError as error:
        raise KeysError(f"The keys in {file} cannot be written ({error.strerror}).") from error
    finally:
        os.umask(before)
