"""What a question asks, whatever the report: its kind, its words, its places and years, and what came before it."""
