"""The competitors a report names, in lists, sentences, rows and contents."""
