"""Who is calling."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["anyone", "key", "session", "user", "token"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request, as far as its credentials say."""

    kind: Kind
    """`anyone` where the server asks for nothing; `user` where a reverse proxy names one."""
    name: str = ""
    """The key's name, or the user's."""
    reports: frozenset[str] | None = None
    """Ids of the reports that may be seen; None: all."""
    counts_as: str = ""
    """What its requests are counted under."""
    expires: datetime | None = None
    """When the credentials end, in UTC."""

    @property
    def may_change(self) -> bool:
        """Whether what others see may be changed: not by a token, nor with a key for some reports."""
        return self.kind != "token" and self.reports is None


ANYONE = Caller("anyone")
