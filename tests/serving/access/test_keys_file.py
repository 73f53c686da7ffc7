"""The file of keys."""

import json
import os
import stat
import threading
from datetime import UTC, datetime

import pytest

from actqa.errors import KeysError, UsageError
from actqa.serving.access import keys_file
from actqa.serving.access.keys_file import expiry

NOON = datetime(2026, 5, 5, 12, tzinfo=UTC)


def test_only_a_hash_is_kept(file):
    key = keys_file.add(file, "anna", ["tea"])
    assert key.startswith("actqa_")
    assert len(key) == len("actqa_") + 43  # 32 bytes in base 64
    assert key not in file.read_text()
    (kept,) = json.loads(file.read_text())["keys"]
    assert (kept["name"], kept["reports"], kept["expires"]) == ("anna", ["tea"], None)
    assert kept["sha256"] == keys_file.digest_of(key.encode()).hex()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_is_its_owners(file):
    file.write_text('{"keys": []}')
    file.chmod(0o644)
    keys_file.add(file, "anna")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_keys_differ_and_names_may_not(file):
    assert keys_file.add(file, "anna") != keys_file.add(file, "ben")
    with pytest.raises(UsageError, match="There is a key anna already"):
        keys_file.add(file, "anna")
    for name in ("", "a b", "a\n", "x" * 65, "../x"):
        with pytest.raises(UsageError, match="is no name for a key"):
            keys_file.add(file, name)
    assert [key.name for key in keys_file.read(file)] == ["anna", "ben"]


def test_a_key_is_removed_by_name(file):
    keys_file.add(file, "anna")
    keys_file.add(file, "ben")
    keys_file.remove(file, "anna")
    assert [key.name for key in keys_file.read(file)] == ["ben"]
    with pytest.raises(KeysError, match=r"There is no key anna in .*keys\.json: `actqa keys list` shows"):
        keys_file.remove(file, "anna")


def test_several_at_once_lose_none(file):
    threads = [threading.Thread(target=keys_file.add, args=(file, f"key-{at}")) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(key.name for key in keys_file.read(file)) == [f"key-{at}" for at in range(8)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "JSON"),
        ("[]", "JSON"),
        ('{"keys": [{"name": "anna"}]}', r"keys\.0\.sha256: Field required"),
        ('{"keys": [], "more": 1}', "more: Extra inputs"),
    ],
)
def test_what_is_no_file_of_keys_is_told(file, text, why):
    file.write_text(text)
    with pytest.raises(KeysError, match=rf"is no file of keys \({why}"):
        keys_file.read(file)


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("30d", datetime(2026, 6, 4, 12, tzinfo=UTC)),
        ("12h", datetime(2026, 5, 6, 0, tzinfo=UTC)),
        ("2w", datetime(2026, 5, 19, 12, tzinfo=UTC)),
        ("2026-05-05", datetime(2026, 5, 6, tzinfo=UTC)),
        ("2027-01-31", datetime(2027, 2, 1, tzinfo=UTC)),
    ],
)
def test_a_key_expires_after_a_while_or_at_the_end_of_a_day(said, when):
    assert expiry(said, NOON) == when


@pytest.mark.parametrize("said", ["", "30", "d", "30m", "-1d", "2026-02-30", "2026-05-04", "0d", "tomorrow"])
def test_no_other_expiry(said):
    with pytest.raises(UsageError):
        expiry(said, NOON)
