"""Which home the settings name."""

from actqa.index.folder import FolderHome
from actqa.index.home import Home
from actqa.settings import Settings


def home_of(settings: Settings) -> Home:
    """Nothing is opened yet."""
    return FolderHome(settings.index)
