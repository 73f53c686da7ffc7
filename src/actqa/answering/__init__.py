"""Question and passages → Answer.

chain.py     the way through: history, what is asked, which reports, an answer without a model, or a model's words
asked/       what a question asks, whatever the report         seen/      a report as answering looks at it
compose.py   an answer without a model, of                     across/    several reports side by side
  figures/     found, ranked, compared, worked out             writing/   a model's words, grounded in the report
  lists/       what a report lists
  passages/    the sentences that answer
draft.py     a statement and what it rests on                  verify.py  the gate it passes, with its ideas in gate/
assemble.py  checked statements as an Answer                   answer.py  the Answer as it leaves the program
"""
