"""Answers to questions for words: the sentences that answer, what happened, what the report says of itself."""
