from collections.abc import Iterator

import pytest
from answering.desk import GARDEN, Desk


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with the report on garden tools on it; for reading only."""
    desk = Desk(tmp_path_factory.mktemp("garden"), GARDEN)
    yield desk
    desk.close()
