"""Replies already paid for, on disk: by model, prompt and text, as plain JSON."""

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from actqa.models.calling import Message

LAYOUT = "1"


class Replies:
    """A folder of replies. What cannot be read or written there is asked for again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, model: str, messages: Sequence[Message]) -> str | None:
        """The reply to these very messages."""
        try:
            kept = json.loads(self._path(model, messages).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        reply = kept.get("reply") if isinstance(kept, dict) else None
        return reply if isinstance(reply, str) else None

    def put(self, model: str, messages: Sequence[Message], reply: str) -> None:
        """Keeps it; a reader sees all of it or nothing."""
        path = self._path(model, messages)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with open(handle, "w", encoding="utf-8") as file:
                json.dump({"model": model, "reply": reply}, file)
            os.replace(made, path)
        except OSError:
            return

    def _path(self, model: str, messages: Sequence[Message]) -> Path:
        said = json.dumps([LAYOUT, model, *map(list, messages)]).encode()
        return self._folder / f"{hashlib.sha256(said).hexdigest()}.json"
