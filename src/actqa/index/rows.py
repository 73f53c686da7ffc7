"""The vectors once more, a file for each report.

Chroma finds what is nearest among all reports. Within one report the cosine of every unit is wanted; read from here it
needs no search, and a question to one report need not open Chroma, whose import alone takes longer than the answer.
Raise the manifest's LAYOUT with every change that alters what the file holds.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
FORM = np.dtype("<f4")


def rows_name(version: str, fingerprint: str) -> str:
    """Names the vectors that an encoder makes of the parsed report of this version."""
    return hashlib.sha256(f"{version}\n{fingerprint}".encode()).hexdigest()[:32]


def dump_rows(rows: Rows) -> bytes:
    """As the file holds them."""
    return np.ascontiguousarray(rows, FORM).tobytes()


def load_rows(data: bytes, units: int, dimensions: int) -> Rows:
    """What `dump_rows` gave, read-only: shape (units, dimensions). Raises ValueError where there is less of it."""
    return np.frombuffer(data, FORM).reshape(units, dimensions)
