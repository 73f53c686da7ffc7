"""How uvicorn runs the application, and what a server says on standard error, alone or as one of several workers."""

import logging
from collections.abc import Callable
from typing import Any

import uvicorn
from fastapi import FastAPI

SECONDS_TO_FINISH = 5
"""How long requests under way may take when the server is told to stop."""


def log_warnings() -> None:
    """Warnings and errors go to standard error; the level stands at the handler, since some libraries set their own."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logging.basicConfig(format="%(levelname)s: %(message)s", handlers=[handler])


def config_of(app: FastAPI | Callable[[], FastAPI], **more: Any) -> uvicorn.Config:
    """For an application, or, with `factory`, for what makes one."""
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=SECONDS_TO_FINISH,
        **more,
    )
