"""Files of every kind → canonical text.

kinds.py      what a file is, told by its content
canonical.py  what a reader makes of it, and how much it may take
readers.py    the reader of each kind
child.py      reads in a process of its own, with limits on memory and time
pdf/          html.py  docx.py  sheets.py  slides.py
"""
