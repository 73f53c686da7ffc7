"""What a model says, statement by statement as its reply comes in: from JSON, or from lines with key marks."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Formula(BaseModel):
    """A sum that a statement asks for."""

    model_config = ConfigDict(frozen=True)

    operation: str = Field(description="increase, rate, multiple, change, fraction, part, value, sum, rest, …")
    figures: tuple[str, ...] = Field(description="As they are written in what is cited.")
    years: tuple[int, ...] = Field(default=(), description="The first and the last year, for rate and value.")


class Said(BaseModel):
    """A statement as the model gives it."""

    model_config = ConfigDict(frozen=True)

    text: str
    keys: tuple[str, ...] = Field(default=(), description="Keys of the passages and facts it rests on: P1, F2.")
    formula: Formula | None = None


SCHEMA: dict[str, Any] = {
    "title": "statements",
    "description": "The statements that answer the question.",
    "type": "object",
    "properties": {
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string", "description": "One sentence."},
                    "keys": {"type": "array", "items": {"type": "string"}, "description": "What it rests on: P1, F2."},
                    "formula": {
                        "anyOf": [
                            {
                                "type": "object",
                                "properties": {
                                    "operation": {"type": "string"},
                                    "figures": {"type": "array", "items": {"type": "string"}},
                                    "years": {"type": "array", "items": {"type": "integer"}},
                                },
                                "required": ["operation", "figures", "years"],
                                "additionalProperties": False,
                            },
                            {"type": "null"},
                        ],
                        "description": "Of the sum that {sum} stands for.",
                    },
                },
                "required": ["text", "keys", "formula"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["statements"],
    "additionalProperties": False,
}
"""Of a reply. Written out, since pydantic's has references that not every server follows."""


class Reader(Protocol):
    """Takes a reply in as it comes."""

    understood: bool
    """Whether anything of the form asked for has been seen, be it that there is nothing to say."""

    def take(self, piece: str) -> Iterator[Said]:
        """The statements that this piece completes."""
        ...

    def end(self) -> Iterator[Said]:
        """What is complete because nothing more comes."""
        ...


# JSON ----------------------------------------------------------------------------------------------------------------

_LIST = re.compile(r'"statements"\s*:\s*\[')


@dataclass
class JsonReader:
    """Statements of a reply that keeps to `SCHEMA`, each as soon as its object is closed."""

    understood: bool = False
    _text: str = ""
    _at: int = -1

    def take(self, piece: str) -> Iterator[Said]:
        """See `Reader`."""
        self._text += piece
        if self._at < 0 and (begun := _LIST.search(self._text)):
            self._at, self.understood = begun.end(), True
        while self._at >= 0 and (found := _object(self._text, self._at)) is not None:
            start, self._at = found
            yield from _checked(self._text[start : self._at])

    def end(self) -> Iterator[Said]:
        """Nothing: an object that is not closed is no statement."""
        return iter(())


def _object(text: str, at: int) -> tuple[int, int] | None:
    """Start and end of the next whole object; None where there is none, or the list has ended."""
    start = at
    while start < len(text) and text[start] in " \t\r\n,":
        start += 1
    if start >= len(text) or text[start] != "{":
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return start, end


def _checked(text: str) -> Iterator[Said]:
    try:
        yield Said.model_validate_json(text)
    except ValidationError:
        return


# Lines ---------------------------------------------------------------------------------------------------------------

_KEY = re.compile(r"\[\s*([PF]\d{1,3}(?:\s*[,;]\s*[PF]\d{1,3})*)\s*\]")
_FORMULA = re.compile(r"=\s*([a-z]+)\((.*)\)\s*$")
_YEARS = re.compile(r"\s*(\d{4})\s*[-–]\s*(\d{4})\s*")
_BULLET = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)](?=\s)|S\d{1,2}:)\s*")
_BETWEEN = re.compile(r"(?<=\])\.?\s+(?=[A-Z“\"])")
NONE = "NONE"


@dataclass
class LineReader:
    """Statements of a reply with one a line, its keys in brackets."""

    understood: bool = False
    _rest: str = ""

    def take(self, piece: str) -> Iterator[Said]:
        """See `Reader`."""
        *lines, self._rest = (self._rest + piece).split("\n")
        for line in lines:
            yield from self._of(line)

    def end(self) -> Iterator[Said]:
        """The last line."""
        rest, self._rest = self._rest, ""
        yield from self._of(rest)

    def _of(self, line: str) -> Iterator[Said]:
        if line.strip().strip(".*").upper() == NONE:
            self.understood = True
        for part in _BETWEEN.split(line):
            said = _of_line(part)
            if said is not None:
                self.understood |= bool(said.keys)
                yield said


def _of_line(line: str) -> Said | None:
    """A statement; one without keys as well, where it says anything at all."""
    formula = _FORMULA.search(line) if _KEY.search(line) else None
    words = line[: formula.start()] if formula else line
    keys = tuple(key.strip() for group in _KEY.findall(words) for key in re.split("[,;]", group))
    text = _BULLET.sub("", re.sub(r"\s+([.,;])", r"\1", _KEY.sub("", words))).strip()
    if not any(c.isalnum() for c in text) or text.strip(".*").upper() == NONE:
        return None
    return Said(text=text, keys=tuple(dict.fromkeys(keys)), formula=_formula(formula) if formula else None)


def _formula(found: re.Match[str]) -> Formula:
    parts = [part.strip() for part in found[2].split(";")]
    years = [match for part in parts if (match := _YEARS.fullmatch(part))]
    figures = tuple(part for part in parts if part and not _YEARS.fullmatch(part))
    between = (int(years[0][1]), int(years[0][2])) if years else ()
    return Formula(operation=found[1], figures=figures, years=between)
