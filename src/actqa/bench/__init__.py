"""Measurements for whoever changes actqa: `python -m actqa.bench NAME --help`.

Each benchmark is a module with one function, named in the table of `__main__.py`, whose parameters are its options.
What is read from outside is named by an option; nothing is fetched.

page.py        puts what was measured under its heading in a Markdown page
made_up.py     writes made-up reports
extraction.py  times reading and extraction
questions.py   times answers, and by stages.py the steps of answering
speed/         times actqa beside the usual recipe and the least that the work takes
gate.py        counts what the gate stops: true statements of truths.py, false ones that mutations.py makes of them
"""
