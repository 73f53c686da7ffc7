"""Which home the settings name."""

from actqa.index.folder import FolderHome
from actqa.index.home import Home
from actqa.index.server.connection import Address
from actqa.index.server.home import ServerHome
from actqa.settings import Settings


def home_of(settings: Settings) -> Home:
    """Nothing is opened yet. Raises UsageError."""
    if not settings.chroma_url:
        return FolderHome(settings.index)
    token = settings.chroma_token.get_secret_value()
    address = Address(settings.chroma_url, token, settings.chroma_tenant, settings.chroma_database)
    return ServerHome(address, settings.cache.expanduser())
