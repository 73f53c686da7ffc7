"""The rows that a model returns for a part of a report, each with the words that state it."""

import json
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from actqa.facts.types import Qualifier

Kind = Literal["forecasts", "shares", "players", "developments", "dynamics", "segments"]


class Found(BaseModel):
    """A row as the model gives it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    kind: ClassVar[Kind]
    quote: str = Field(min_length=2, max_length=2000)

    @property
    def said(self) -> tuple[str, ...]:
        """What of it has to stand in the quote, word for word."""
        return ()

    @property
    def label(self) -> str:
        """The row in a few words, for people."""
        return ", ".join(str(value) for name, value in self if name != "quote" and value not in (None, ""))


class FoundForecast(Found):
    """A size in one year, or a growth rate."""

    kind = "forecasts"
    market: str = Field(default="", max_length=200)
    unit: str = Field(default="", max_length=40)
    year: int | None = Field(default=None, ge=1900, le=2100)
    value: float | None = None
    cagr_percent: float | None = None


class FoundShare(Found):
    """A part of a whole."""

    kind = "shares"
    subject: str = Field(min_length=1, max_length=200)
    percent: float
    qualifier: Qualifier = "exact"
    year: int | None = Field(default=None, ge=1900, le=2100)

    @property
    def said(self) -> tuple[str, ...]:
        """The holder."""
        return (self.subject,)


class FoundPlayer(Found):
    """A company."""

    kind = "players"
    name: str = Field(min_length=2, max_length=120)

    @property
    def said(self) -> tuple[str, ...]:
        """Its name."""
        return (self.name,)


class FoundDevelopment(Found):
    """Something that happened."""

    kind = "developments"
    date: str = Field(pattern=r"^\d{4}(-\d{2})?$")
    company: str = Field(min_length=2, max_length=120)
    event: str = Field(default="", max_length=600)

    @property
    def said(self) -> tuple[str, ...]:
        """Who did it."""
        return (self.company,)


class FoundDynamic(Found):
    """A driver, restraint, opportunity or challenge."""

    kind = "dynamics"
    group: Literal["drivers", "restraints", "opportunities", "challenges"]
    name: str = Field(min_length=2, max_length=200)

    @property
    def said(self) -> tuple[str, ...]:
        """Its name."""
        return (self.name,)


class FoundSegment(Found):
    """A segment of a dimension."""

    kind = "segments"
    dimension: str = Field(min_length=2, max_length=80)
    name: str = Field(min_length=1, max_length=120)
    parent: str | None = Field(default=None, max_length=120)
    """The segment of the dimension that it is a part of."""

    @property
    def said(self) -> tuple[str, ...]:
        """Its name."""
        return (self.name,)


ROWS: dict[Kind, type[Found]] = {
    row.kind: row for row in (FoundForecast, FoundShare, FoundPlayer, FoundDevelopment, FoundDynamic, FoundSegment)
}

_GROUPS = ["drivers", "restraints", "opportunities", "challenges"]
_TEXT, _NUMBER, _YEAR = {"type": "string"}, {"type": ["number", "null"]}, {"type": ["integer", "null"]}
_FIELDS: dict[Kind, dict[str, Any]] = {
    "forecasts": {"market": _TEXT, "unit": _TEXT, "year": _YEAR, "value": _NUMBER, "cagr_percent": _NUMBER},
    "shares": {
        "subject": _TEXT,
        "percent": {"type": "number"},
        "qualifier": {"type": "string", "enum": ["exact", "over", "about", "nearly", "up to"]},
        "year": _YEAR,
    },
    "players": {"name": _TEXT},
    "developments": {"date": _TEXT, "company": _TEXT, "event": _TEXT},
    "dynamics": {"group": {"type": "string", "enum": _GROUPS}, "name": _TEXT},
    "segments": {"dimension": _TEXT, "name": _TEXT, "parent": {"type": ["string", "null"]}},
}


def _listed(fields: dict[str, Any]) -> dict[str, Any]:
    own = {**fields, "quote": _TEXT}
    row = {"type": "object", "properties": own, "required": list(own), "additionalProperties": False}
    return {"type": "array", "items": row}


SCHEMA: dict[str, Any] = {
    "title": "stated",
    "description": "What the part states.",
    "type": "object",
    "properties": {kind: _listed(fields) for kind, fields in _FIELDS.items()},
    "required": list(_FIELDS),
    "additionalProperties": False,
}


def rows_in(reply: str) -> list[Found | str] | None:
    """The rows of a reply, in its order, one that is malformed as text; None where it is no JSON of this form."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        data = json.loads(reply[start : end + 1]) if 0 <= start < end else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or not data.keys() & ROWS.keys():
        return None
    return [row for kind in ROWS for row in _of(kind, data.get(kind))]


def _of(kind: Kind, listed: object) -> Iterator[Found | str]:
    for data in listed if isinstance(listed, list) else ():
        try:
            yield ROWS[kind].model_validate(data)
        except ValidationError as error:
            where = ".".join(map(str, error.errors()[0]["loc"]))
            yield f"{kind}: {' '.join(str(data).split())[:120]} ({where})"
