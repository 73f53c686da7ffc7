"""How fast actqa is beside what else one would write, and beside the least that the work takes: `make bench`.

command.py    the rows by name, run one after the other, and the page
lines.py      what a row has measured, beside its target
programs.py   programs in processes of their own: what they took, a server and its memory
recipe.py     the usual LangChain recipe
limit.py      the bare encoder and Chroma
bare_ask.py   a script that imports what a question needs, encodes one and puts one query
corpora.py    made-up reports, and questions to them
store.py      an index of many of them, its vectors made up as well
setting.py    what every row is given

indexing.py   indexing beside the recipe and beside the limit
cold.py       `actqa ask` beside the bare script, and `actqa --help`
warm.py       questions to a server that has answered before, and 32 clients at once
many.py       1,000 reports with 100,000 records
long.py       one report of 400 pages
"""
