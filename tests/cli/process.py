"""`actqa` as a process of its own: the one under test, wherever it lies; also on a terminal."""

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

from running import clean_environment

import actqa

COMMAND = [sys.executable, "-m", "actqa"]
PATIENCE = 40
"""Seconds that a terminal waits for what should come."""


def environment(home, index):
    """As the servers have it, with an index."""
    clean = clean_environment(home)
    source = str(Path(actqa.__file__).parents[1])
    return {**clean, "PYTHONPATH": os.pathsep.join((clean["PYTHONPATH"], source)), "ACTQA_INDEX": str(index)}


class Terminal:
    """A terminal that the given streams of a process are connected to."""

    def __init__(self, arguments, streams, **options):
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen([*COMMAND, *arguments], **dict.fromkeys(streams, theirs), **options)
        os.close(theirs)
        self.shown = ""
        self._waited_for = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def type(self, keys):
        os.write(self._ours, keys.encode())

    def until(self, wanted):
        """What is shown after what was waited for before, up to the text; to the process's end where that is None."""
        begun, deadline = self._waited_for, time.monotonic() + PATIENCE
        while wanted is None or wanted not in self.shown[begun:]:
            assert select.select([self._ours], [], [], max(0, deadline - time.monotonic()))[0], self.shown
            try:
                more = os.read(self._ours, 100_000)
            except OSError:  # how Linux says that the other side is closed
                more = b""
            if not more:
                assert wanted is None, self.shown
                break
            self.shown += more.decode(errors="replace")
        self._waited_for = len(self.shown) if wanted is None else self.shown.index(wanted, begun) + len(wanted)
        return self.shown[begun : self._waited_for]

    def end(self):
        """The exit status, and what was shown last."""
        shown = self.until(None)
        return self.process.wait(PATIENCE), shown
