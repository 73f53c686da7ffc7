from collections.abc import Callable, Iterator

import pytest
from answering.desk import Desk


@pytest.fixture(scope="module")
def desk_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Desk]]:
    """A desk with the given report on it; cleared when the module is done."""
    desks: list[Desk] = []

    def of(text: str) -> Desk:
        desks.append(Desk(tmp_path_factory.mktemp("desk"), text))
        return desks[-1]

    yield of
    for desk in desks:
        desk.close()
