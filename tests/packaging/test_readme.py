"""The examples of the README run."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
NOT_HERE = ("make ", "pip ", "PIP_EXTRA_INDEX_URL=", "actqa serve", "ACTQA_API_KEYS=")
"""What sets up or keeps running; the former is how the tests came about, the latter is tested in tests/serving."""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


COMMANDS = [line for block in blocks("bash") for line in block.splitlines() if not line.startswith(NOT_HERE)]


@pytest.fixture(scope="module")
def checkout(seed_index, tmp_path_factory):
    """A folder as the README supposes it: a corpus, and an index of it."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    shutil.copytree(seed_index, folder / "index")
    return folder


def run(command, checkout):
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": str(checkout)}
    return subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands(command, checkout, server):
    if command.startswith("curl") and not shutil.which("curl"):
        pytest.skip("there is no curl here")
    words = shlex.split(command.replace("http://127.0.0.1:8765", server.url))
    done = run(words, checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert "error" not in done.stdout
    if "2031" in command:
        assert "29,723.68" in done.stdout


@pytest.mark.parametrize("code", blocks("python"))
def test_python(code, checkout):
    done = run([sys.executable, "-c", code], checkout)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_every_setting_that_can_be_used_is_in_the_table():
    from actqa import Settings

    later = {"model", "model_url", "model_context", "chroma_url", "allowed_origins"}
    named = set(re.findall(r"^\| `ACTQA_(\w+)` \| (?:`([^`]*)`|empty) \|", README, re.M))
    table = {name.lower(): default for name, default in named}
    fields = Settings.model_fields
    assert set(table) == set(fields) - later
    for name, default in table.items():
        known = fields[name].default
        assert default == ("" if known in ((), "") else str(known)), name
