"""A PDF → canonical text.

words.py      words with their boxes, and ruled lines, from pdfium
rows.py       words at one height, parted at wide gaps
furniture.py  running headers, footers and page numbers, which are left out
grids.py      tables between ruled lines
columns.py    the order of what stands beside each other
aligned.py    tables without lines
tables.py     what a table is, and which of its rows name columns
prose.py      paragraphs, items and headings
hyphens.py    words broken at the end of a line
compose.py    all of it as one text, each word knowing its place
reader.py     the way through them
image.py      a page as an image
"""
