"""The Makefile where something is missing; that it works is what runs these tests."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAKE = shutil.which("make")


@pytest.fixture
def checkout(tmp_path):
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def run_make(checkout, *arguments):
    command = [MAKE, "-C", str(checkout), *arguments]
    return subprocess.run(command, env={"PATH": "/nonexistent"}, capture_output=True, text=True, check=False)


def test_without_a_python_it_says_so(checkout):
    done = run_make(checkout, ".venv/.ready")
    assert done.returncode == 2
    assert done.stderr.startswith(
        "actqa needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python.\n"
    )


def test_an_older_python_is_passed_over(checkout):
    old = checkout / "old"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = run_make(checkout, ".venv/.ready", f"PYTHON={old}")
    assert "actqa needs Python 3.11 or newer" in done.stderr


def test_what_is_set_up_is_not_set_up_again(checkout):
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / ".ready").touch()
    assert run_make(checkout, "-n", "serve").stdout.splitlines()[1:-1] == [".venv/bin/actqa serve"]
