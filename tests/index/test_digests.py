"""Digests of files, remembered."""

import hashlib
import json
import os
import time
from pathlib import Path

import pytest

from actqa.index import digests
from actqa.index.digests import FILE, FRESH_NS, LARGE, remember, sha256_of

OLD = time.time_ns() - 10 * FRESH_NS


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered in this process, and no file is fresh."""
    digests._sha256_of.cache_clear()
    monkeypatch.setattr(digests, "FRESH_NS", 0)


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    file = tmp_path / "weights"
    file.write_bytes(b"w" * LARGE)
    os.utime(file, ns=(OLD, OLD))
    return file


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_large_file_is_read_once_by_all_processes(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember([weights], tmp_path / "cache")
    digests._sha256_of.cache_clear()  # as another process
    monkeypatch.setattr(digests, "_computed", lambda file: "read again")

    assert sha256_of(weights, tmp_path / "cache") == digest(b"w" * LARGE)
    assert sha256_of(weights) == "read again"


def test_to_ask_for_a_digest_writes_nothing(weights: Path, tmp_path: Path) -> None:
    assert sha256_of(weights, tmp_path / "cache") == digest(b"w" * LARGE)
    assert not (tmp_path / "cache").exists()


def test_other_content_of_the_same_size_and_time_is_seen(weights: Path, tmp_path: Path) -> None:
    remember([weights], tmp_path)
    weights.write_bytes(b"v" * LARGE)
    os.utime(weights, ns=(OLD, OLD))

    assert sha256_of(weights, tmp_path) == digest(b"v" * LARGE)


@pytest.mark.parametrize("spoilt", [b"", b"[]", b"{", b'{"%s": [1, 2]}', b'{"%s": [[1, 2, 3, 4], "x"]}'])
def test_a_spoilt_memory_is_none(spoilt: bytes, weights: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(spoilt.replace(b"%s", os.fsencode(weights)))

    assert sha256_of(weights, tmp_path) == digest(b"w" * LARGE)
    remember([weights], tmp_path)
    assert json.loads((tmp_path / FILE).read_bytes())[str(weights)][1] == digest(b"w" * LARGE)


def test_small_files_and_fresh_ones_are_not_remembered(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = tmp_path / "small"
    small.write_bytes(b"s")
    monkeypatch.setattr(digests, "FRESH_NS", 10**18)
    remember([small, weights], tmp_path)

    assert not (tmp_path / FILE).exists()


def test_a_memory_that_cannot_be_written_does_no_harm(weights: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    remember([weights], tmp_path / "file" / "cache")

    assert sha256_of(weights, tmp_path / "file" / "cache") == digest(b"w" * LARGE)
