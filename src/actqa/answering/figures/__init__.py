"""Answers to questions for a figure: found, ranked, compared, or worked out from others."""
