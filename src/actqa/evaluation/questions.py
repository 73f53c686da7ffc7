"""A file of labelled questions, one JSON object a line."""

import json
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from actqa.errors import QuestionSetError
from actqa.evaluation.types import LabelledQuestion


def read_questions(path: Path) -> list[LabelledQuestion]:
    """The questions in order; empty lines are skipped. Raises QuestionSetError, which names the line."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except OSError as error:
        raise QuestionSetError(
            f"{path} cannot be read ({error.strerror or error}): name a file of questions."
        ) from error
    except UnicodeDecodeError as error:
        raise QuestionSetError(f"{path} is not UTF-8 text: save it as such.") from error
    found = [_question(line, number, path) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise QuestionSetError(f"{path} holds no question: write one JSON object a line.")
    return found


def _question(line: str, number: int, path: Path) -> LabelledQuestion:
    where = f"{path}, line {number}"
    try:
        return LabelledQuestion.model_validate(_object(line, where) | {"line": number})
    except ValidationError as error:
        raise QuestionSetError(f"{where}: {_first(error)}.") from error


def _object(line: str, where: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise QuestionSetError(f"{where} is not JSON: {error}.") from error
    if not isinstance(read, dict):
        raise QuestionSetError(f"{where} is not a JSON object: write {{…}} with report, question, kind and expect.")
    return read


def _first(error: ValidationError) -> str:
    """The first thing wrong, and where: `expect.figures.0.value: Field required`."""
    first = error.errors()[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field}: {first['msg'].removeprefix('Value error, ')}"
