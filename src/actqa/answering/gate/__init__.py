"""What the gate compares of a statement with what it cites, one idea a file.

hedges.py    the words before a figure that loosen it: over, nearly, about, up to
rounding.py  whether one figure may be said for another: other scale, honest rounding, the same hedge
"""
