"""Several processes that serve from one socket.

The parent listens and indexes; each worker opens the index for itself, and what they have in common is on the disk or
on a Chroma server: the index, and in `ACTQA_STATE` sessions and counts. One that dies is replaced.
"""

import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait

from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from actqa.assistant import Assistant
from actqa.serving.app import create_app
from actqa.serving.config import config_of, log_warnings
from actqa.settings import Settings

SECONDS_TO_ANSWER = 60
"""After which a worker that does not even tell that it is alive is replaced; importing may keep it busy for long."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Makes the application, in a process of its own, with the settings that the parent has."""

    settings: Settings

    def __call__(self) -> FastAPI:
        """Called once in each."""
        log_warnings()
        assistant = Assistant.open(self.settings)

        @asynccontextmanager
        async def lifespan(_: FastAPI) -> AsyncIterator[None]:
            with assistant:  # the signal that stops a worker leaves no other moment to close it
                yield

        threading.Thread(target=_follow_parent, daemon=True).start()
        return create_app(assistant, self.settings, lifespan)


def run_workers(settings: Settings, listener: socket.socket) -> None:
    """Serves on the socket until told to stop by SIGINT or SIGTERM, and then waits for all."""
    config = config_of(
        Worker(settings), factory=True, workers=settings.workers, timeout_worker_healthcheck=SECONDS_TO_ANSWER
    )
    Multiprocess(config, [listener]).run()


def _follow_parent() -> None:
    """A parent that was killed stops nobody; then this worker stops by itself."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)
