"""Answers to questions for a list."""
