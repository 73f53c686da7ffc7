"""The commands `keys …`."""

import json
import re

import pytest

from actqa.cli.main import run
from actqa.serving.access.keys import KeyRing
from actqa.settings import Settings


@pytest.fixture
def keys(tmp_path, monkeypatch, capfd):
    """`keys(…)`: status, output and errors of a command."""
    monkeypatch.chdir(tmp_path)

    def of(*arguments):
        status = run(["keys", *arguments])
        return status, *capfd.readouterr()

    return of


def test_a_key_is_printed_once_and_opens(keys, tmp_path):
    status, out, err = keys("add", "newsroom", "--reports", "tea, salt", "--expires", "30d")
    assert (status, err) == (0, "")
    (key,) = out.splitlines()
    assert re.fullmatch(r"actqa_[\w-]{43}", key)
    found = KeyRing(Settings(_env_file=None, keys_file=tmp_path / "keys.json")).find(key.encode())
    assert (found.name, found.reports) == ("newsroom", {"tea", "salt"})
    assert key not in "".join(keys("list")[1:])


def test_keys_are_listed_with_what_they_open_and_their_end(keys):
    keys("add", "anna")
    keys("add", "newsroom", "--reports", "tea,salt", "--expires", "2099-12-31")
    status, out, _ = keys("list")
    assert status == 0
    anna, newsroom = out.splitlines()
    assert re.fullmatch(r"anna: all reports, made \d{4}-\d\d-\d\d \d\d:\d\d UTC", anna)
    assert re.fullmatch(r"newsroom: tea, salt, made .* UTC, ends 2100-01-01 00:00 UTC", newsroom)


def test_a_key_is_taken_away(keys, tmp_path):
    keys("add", "anna")
    assert keys("remove", "anna") == (0, "", "")
    assert json.loads((tmp_path / "keys.json").read_text()) == {"keys": []}
    assert keys("list") == (0, "", "")
    status, _, err = keys("remove", "anna")
    assert status == 1
    assert err.startswith("There is no key anna in keys.json")


@pytest.mark.parametrize("wrong", [("add", "a b"), ("add", "anna", "--expires", "soon"), ("add",), ("lose", "anna")])
def test_wrong_usage_is_one_line_and_status_2(keys, wrong, tmp_path):
    status, out, err = keys(*wrong)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "keys.json").exists()


def test_the_file_is_that_of_the_option_or_the_setting(keys, tmp_path, monkeypatch):
    keys("add", "anna", "--keys-file", str(tmp_path / "mine"))
    monkeypatch.setenv("ACTQA_KEYS_FILE", str(tmp_path / "mine"))
    assert keys("list")[1].startswith("anna: ")
