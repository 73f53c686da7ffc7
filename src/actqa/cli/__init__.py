"""The same calls as serving, on a terminal.

main.py          runs a command, and turns what goes wrong into one line and an exit status
commands.py      the commands and their options
chat.py          the command `chat`
conversation.py  what each line of a conversation does
lines.py         what is typed
paper.py         what a conversation is printed on
wrapping.py      lines of a terminal's width
source.py        a citation opened
facts.py         the commands `extract` and `check`
watch.py         the command `watch`
evaluate.py      the command `evaluate`
keys.py          the commands `keys add`, `keys list` and `keys remove`
options.py       options that several commands share
show.py          what is printed
progress.py      the bar
"""

from actqa.cli.main import main

__all__ = ["main"]
