"""Answers with a chat model: it writes statements that cite keys, and only what passes the checks is shown."""

from actqa.answering.writing.writer import Shown, Writer, Writing

__all__ = ["Shown", "Writer", "Writing"]
