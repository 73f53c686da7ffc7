"""Paths as the application has them, whatever path a reverse proxy shows it under."""

from starlette.types import Scope


def path_of(scope: Scope) -> str:
    """`/api/ask`, also behind a root path; that is always there once the request has passed the proxies' guard."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))
