"""What a chat model finds in a report beside the grammar: rows that stand in the text, joined to the facts."""

from actqa.facts.with_model.extracting import Spent, extract_with_model

__all__ = ["Spent", "extract_with_model"]
