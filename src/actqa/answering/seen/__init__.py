"""A report as answering looks at it: its units, figures, lists and names, and what a question names of them."""
