"""Files that are either there as a whole or not at all."""

import os
import re
import secrets
import zlib
from pathlib import Path
from typing import NamedTuple

UNFINISHED = re.compile(r"\.tmp-[0-9a-f]{16}")
"""The name of a file that is not yet whole."""


class Seal(NamedTuple):
    """What a file that nobody changes must look like."""

    size: int
    crc32: int


def seal_of(file: Path) -> Seal:
    """Size and checksum. Raises OSError."""
    size = crc = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            size += len(block)
            crc = zlib.crc32(block, crc)
    return Seal(size, crc)


def seal_of_bytes(data: bytes) -> Seal:
    """The same of what has been read."""
    return Seal(len(data), zlib.crc32(data))


def write_whole(file: Path, data: bytes) -> None:
    """Writes beside the file, then puts it in place in one step, for good even if the power fails. Raises OSError."""
    unfinished = file.with_name(f".tmp-{secrets.token_hex(8)}")
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    settle_folder(file.parent)


def settle(folder: Path) -> None:
    """Forces every file and folder below, and the folder itself, onto the disk. Raises OSError."""
    for place, _, names in os.walk(folder):
        for name in names:
            with Path(place, name).open("rb") as stream:
                os.fsync(stream.fileno())
        settle_folder(Path(place))


def settle_folder(folder: Path) -> None:
    """Forces the folder's list of names onto the disk; Windows has no such call."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
