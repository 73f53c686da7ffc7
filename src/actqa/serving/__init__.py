"""The HTTP API and the web page: parse, call one function of the Assistant, reply.

app.py      create_app: the parts below put together
api.py      the calls under /api
facts.py    the calls for what a report states
messages.py what goes in and comes out, as models
events.py   an answer as server-sent events
examples.py what the documentation shows
problems.py errors: one shape, one table of statuses
keys.py, hosts.py, origins.py, limits.py    who may call, by which name, from where, with how much
headers.py  what every reply carries
pages.py    the web page and the API's documentation
run.py      serve: bind, index, listen
"""
