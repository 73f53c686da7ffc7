"""The examples of the README run."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from actqa.cli.main import run
from actqa.serving.access import keys_file

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()
NOT_HERE = (
    "make ",
    "pip ",
    "PIP_EXTRA_INDEX_URL=",
    "actqa serve",
    "actqa chat",
    "ACTQA_ALLOWED_HOSTS=",
    "ACTQA_MODEL=",
)
"""What sets up or keeps running; the former is how the tests came about, the latter has tests in serving and cli."""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


COMMANDS = [line for block in blocks("bash") for line in block.splitlines() if not line.startswith(NOT_HERE)]


@pytest.fixture
def checkout(seed_index, tmp_path, monkeypatch):
    """The current folder is as the README supposes: a corpus, an index of it, and a key."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    shutil.copytree(seed_index, tmp_path / "index")
    keys_file.add(tmp_path / "keys.json", "ben")
    (tmp_path / "questions.jsonl").write_text("".join(blocks("json")))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.startswith("actqa ")])
def test_commands(command, checkout, capfd):
    assert run(shlex.split(command)[1:]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    if "2031" in command:
        assert "29,723.68" in out


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("actqa ")])
def test_calls(command, server):
    words = shlex.split(command.replace("http://127.0.0.1:8765", server.url))
    assert words[0] == "curl"
    if not shutil.which("curl"):
        pytest.skip("there is no curl here")
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert '"error"' not in done.stdout
    assert ("29,723.68" in done.stdout) == ("2031" in command)


@pytest.mark.parametrize("code", blocks("python"))
def test_python(code, checkout, capsys):
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out


def test_every_setting_that_can_be_used_is_in_the_table():
    from actqa import Settings

    named = set(re.findall(r"^\| `ACTQA_(\w+)` \| (?:`([^`]*)`|empty) \|", README, re.M))
    table = {name.lower(): default for name, default in named}
    fields = Settings.model_fields
    assert set(table) == set(fields)
    for name, default in table.items():
        known = fields[name].default
        assert default == ("" if known in ((), "") else str(known)), name
