"""The vectors once more, as rows of one file that is mapped into memory.

Chroma finds what is nearest among all reports. Within one report the cosine of every unit is wanted; read from here it
needs no search, and a question to one report need not open Chroma, whose import alone takes longer than the answer.
Raise the manifest's LAYOUT with every change that alters what the file holds.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
FORM = np.dtype("<f4")


def write_rows(file: Path, parts: Iterable[Rows]) -> None:
    """The parts one after the other, each of shape (units, dimensions). Raises OSError."""
    with file.open("wb") as stream:
        for part in parts:
            stream.write(np.ascontiguousarray(part, FORM).data)


def map_rows(file: Path, units: int, dimensions: int) -> Rows:
    """What was written, read-only: shape (units, dimensions). Raises OSError, ValueError where there is less of it."""
    if units == 0:  # nothing cannot be mapped
        return np.zeros((0, dimensions), np.float32)
    return np.memmap(file, FORM, "r", shape=(units, dimensions))
