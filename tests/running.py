"""A real `actqa serve`, in an environment in which nothing but loopback can be reached."""

import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
GUARD = Path(__file__).parent / "loopback_only"
SECONDS_TO_START = 120


@dataclass(frozen=True)
class Server:
    """A running `actqa serve`."""

    url: str
    process: "subprocess.Popen[str]"
    errors: Path
    """What it wrote to standard error."""

    def stop(self) -> int:
        """Ends it as systemd would; its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()
            if self.process.stdout:
                self.process.stdout.close()


def clean_environment(home: Path) -> dict[str, str]:
    """An otherwise empty environment, in which Python reaches loopback only and notes what it was kept from."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "PYTHONPATH": os.pathsep.join((str(GUARD), str(ROOT / "src"))),
        "ACTQA_TEST_LOOKUPS": str(home / "lookups"),
        "ACTQA_CACHE": os.environ["ACTQA_CACHE"],
    }


def start(home: Path, corpus: Path, index: Path, *options: str, **env: str) -> Server:
    """Starts `actqa serve` on a free port, in a process of its own, and waits until it listens."""
    errors = home / "stderr"
    environment = {**clean_environment(home), "ACTQA_CORPUS": str(corpus), "ACTQA_INDEX": str(index), **env}
    with errors.open("w") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "actqa", "serve", "--port", "0", *options],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    killer = threading.Timer(SECONDS_TO_START, process.kill)
    killer.start()
    try:
        for line in process.stdout or ():
            if found := re.search(r"http://\S+", line):
                return Server(found[0], process, errors)
    finally:
        killer.cancel()
    pytest.fail(f"actqa serve ended with {process.wait()} before it listened:\n{errors.read_text()}", pytrace=False)
