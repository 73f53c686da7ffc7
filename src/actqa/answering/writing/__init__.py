"""Answers with a chat model: it writes statements that cite keys, and only what passes the checks is shown."""

from actqa.answering.writing.subjects import Subject
from actqa.answering.writing.writer import Doing, Shown, Writer, Writing

__all__ = ["Doing", "Shown", "Subject", "Writer", "Writing"]
