"""Who may use the server, and how much.

door.py       the guard before every call: who is calling, with which credentials
caller.py     who that is, and which reports are theirs
keys.py       the keys of the settings and of the file, compared in constant time
keys_file.py  the file that `actqa keys` writes
sessions.py   a key taken once, and a signed cookie for it
tokens.py     the widget's: signed, short-lived, bound to reports and an origin
signing.py    what signs both
state.py      what several workers share
rates.py      how many requests in a while
proxies.py    what a reverse proxy says, and whether it is believed
reach.py      an assistant bounded to the reports of a caller
calls.py      the calls for sessions and tokens
"""
