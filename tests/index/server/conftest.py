"""One Chroma server for all, and a database of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from index.server_fakes import MADE, Chroma, home_at

from actqa.index.server.home import ServerHome


@pytest.fixture(scope="session")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chroma]:
    server = Chroma(tmp_path_factory.mktemp("chroma"))
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """What the test has opened is closed."""
    yield
    while MADE:
        MADE.pop().close()


@pytest.fixture
def database(chroma: Chroma) -> str:
    return chroma.database()


@pytest.fixture
def home(chroma: Chroma, database: str, tmp_path: Path) -> ServerHome:
    """Swept at once, since nobody else reads."""
    return home_at(chroma.url, database, tmp_path / "cache", read_seconds=0.0)


@pytest.fixture
def elsewhere(chroma: Chroma, database: str, tmp_path: Path) -> Callable[[], ServerHome]:
    """The same index, as a machine sees it that has no copies of anything."""
    machines = iter(range(100))
    return lambda: home_at(chroma.url, database, tmp_path / f"machine{next(machines)}")
