"""The HTTP API and the web page: parse, call one function of the Assistant, reply.

app.py      create_app: the parts below put together
api.py      the calls under /api
facts.py    the calls for what a report states
messages.py what goes in and comes out, as models
events.py   an answer as server-sent events
examples.py what the documentation shows
problems.py errors: one shape, one table of statuses
access/     who may call: keys, sessions, tokens, rates
hosts.py, origins.py, limits.py    by which name, from which pages, with how much
paths.py    paths without what a reverse proxy puts before them
headers.py  what every reply carries
files.py    the files of web/, as they are sent
pages.py    the web page and the API's documentation
run.py      serve: bind, index, listen
workers.py, config.py    serve from several processes; how each is run
"""
