"""What the gate compares of a statement with what it cites, one idea a file.

What is read:
  known.py      the names of a report          sentence.py   words, figures, places, names of a sentence
  cited.py      the lines that are cited       assigning.py  which figure belongs to which place, name, verb
  mentions.py   a figure with all of that      marks.py      words of a table, with what they are said of
  forms.py      forms of irregular verbs       dating.py      which year or period belongs to which figure
  numbers.py    ranges, parts in words         moving.py      words that say up or down
  reckonings.py multiples, points, so many more   operands.py   the cited figures that a sentence reckons with
  opposed.py    figures set against each other

What is compared:
  belonging.py  figures: of whom, when, what   rounding.py, hedges.py, metrics.py, tense.py   parts of that
  owned.py      whether they are another's     timed.py       whether they are of another time
  worked.py     what is worked out             spans_of_time.py   years and months between
  tallied.py    whether it lists as many       unrivalled.py      whether nobody comes up to one
  naming.py     names                          dated.py      months with their years
  direction.py  what rises and falls           order.py, ranking.py   what comes first and second
  foretold.py   what is only expected to rise or fall
  negation.py   what is denied                 quoted.py     words in quotation marks
  copied.py     what a copy changes
  carrying.py   whether it is about that at all
"""
