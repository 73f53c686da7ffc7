"""A server that asks for keys, the file of them, and requests as browsers send them."""

from datetime import UTC, datetime, timedelta

import pytest

from actqa.serving.access import keys_file

INTRANET = "http://intranet.example"
SECRET = "0123456789abcdef" * 4


def soon(**delta: float) -> datetime:
    return datetime.now(UTC) + timedelta(**delta)


def key(presented: str) -> dict[str, str]:
    """The header that brings a key or a token."""
    return {"Authorization": f"Bearer {presented}"}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "keys.json"


@pytest.fixture
def made(file):
    """`made(name, reports, expires)`: a key in the file."""
    return lambda name, reports=None, expires=None: keys_file.add(file, name, reports, expires)


@pytest.fixture
def keyed(run_app, file):
    """A server with the file of keys, one key of the setting, and one origin that may embed it."""
    return run_app(api_keys="set", keys_file=file, allowed_origins=INTRANET, secret=SECRET)
