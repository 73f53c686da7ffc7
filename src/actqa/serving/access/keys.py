"""The keys that open the server: those of the setting and those of the file, which is followed as it changes."""

import hmac
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from actqa.errors import KeysError
from actqa.serving.access import keys_file
from actqa.serving.access.keys_file import StoredKey, digest_of
from actqa.settings import Settings

log = logging.getLogger("actqa")

Mark = tuple[int, int, int]
"""What tells one state of the file from the next: inode, time and size."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key that is known, by its hash."""

    name: str
    digest: bytes
    reports: frozenset[str] | None = None
    expires: datetime | None = None

    def is_over(self) -> bool:
        """Whether it has expired."""
        return self.expires is not None and self.expires <= datetime.now(UTC)


class KeyRing:
    """All keys. Once keys are asked for they always are, even after the last one has been removed."""

    def __init__(self, settings: Settings) -> None:
        """Raises KeysError where there is a file that cannot be read."""
        self._own = tuple(
            Key(f"key {at}", digest_of(key.encode())) for at, key in enumerate(settings.api_keys, start=1)
        )
        self._file = settings.keys_file
        self._is_named = "keys_file" in settings.model_fields_set
        self._mark = _mark(self._file)
        self._filed = tuple(map(_known, keys_file.read(self._file)))
        self._asks = bool(self._own) or self._is_named or self._mark is not None

    @property
    def asks(self) -> bool:
        """Whether the server asks for keys: some are set, or there is a file of them, or one is named."""
        self._follow()
        return self._asks

    def find(self, presented: bytes) -> Key | None:
        """The key, where it is known and has not expired.

        It is compared with every key, by hashes of one length and without stopping at the first difference or the
        first match, so that the time taken tells nothing.
        """
        self._follow()
        digest = digest_of(presented)
        found = [key for key in (*self._own, *self._filed) if hmac.compare_digest(digest, key.digest)]
        return next((key for key in found if not key.is_over()), None)

    def all(self) -> Sequence[Key]:
        """Every key that has not expired."""
        self._follow()
        return [key for key in (*self._own, *self._filed) if not key.is_over()]

    def _follow(self) -> None:
        """Reads the file again where it has changed; where that fails, the keys are those from before."""
        mark = _mark(self._file)
        if mark == self._mark:
            return
        try:
            filed = tuple(map(_known, keys_file.read(self._file)))
        except KeysError as error:
            log.warning("%s The keys from before hold.", error)
        else:
            self._filed = filed
        self._mark = mark
        self._asks = True


def asks_for_keys(settings: Settings) -> bool:
    """The same before there is a ring."""
    return bool(settings.api_keys) or "keys_file" in settings.model_fields_set or settings.keys_file.exists()


def _known(stored: StoredKey) -> Key:
    reports = None if stored.reports is None else frozenset(stored.reports)
    return Key(stored.name, bytes.fromhex(stored.sha256), reports, stored.expires)


def _mark(file: Path) -> Mark | None:
    try:
        seen = file.stat()
    except OSError:
        return None
    return seen.st_ino, seen.st_mtime_ns, seen.st_size
