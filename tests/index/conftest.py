"""A corpus of three small reports, and its index."""

from pathlib import Path

import pytest
from index.fakes import build_now, market, write


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus", iron=market("iron"), salt=market("salt"), tea=market("tea"))


@pytest.fixture
def index(tmp_path: Path, corpus: Path) -> Path:
    """Where the index of `corpus` lies, built."""
    build_now(tmp_path / "index", corpus)
    return tmp_path / "index"
