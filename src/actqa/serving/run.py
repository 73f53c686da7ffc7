"""Serving: take the address, bring the index up to date, listen."""

import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

import uvicorn
from fastapi import FastAPI

from actqa.assistant import Assistant
from actqa.errors import ActqaError, AddressError, CorpusError, IndexFault
from actqa.serving.access.keys import asks_for_keys
from actqa.serving.app import create_app
from actqa.serving.config import config_of, log_warnings
from actqa.serving.hosts import bracketed, is_every_address, is_loopback
from actqa.serving.workers import run_workers
from actqa.settings import Settings

Say = Callable[[str], None]
Build = Callable[[Assistant], object]
"""Brings the assistant's index up to date, showing its progress."""


def serve(settings: Settings, build: Build, say: Say, warn: Say) -> None:
    """Serves until told to stop by SIGINT or SIGTERM. Raises AddressError, and what a build raises.

    A build that fails is only said where the index there is can be used.
    """
    check_address(settings)
    log_warnings()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with listening_socket(settings.host, settings.port) as listener, Assistant.open(settings) as assistant:
        app = create_app(assistant, settings)
        assistant.check_model()
        bring_up_to_date(assistant, build, warn)
        listen(listener)
        if is_every_address(settings.host) and not settings.allowed_hosts:
            warn("So far it answers to loopback names only: name it in ACTQA_ALLOWED_HOSTS as others will.")
        if app.state.door.nobody_can_enter:
            warn(f"No key opens it so far: {settings.keys_file} has none. Make one with `actqa keys add NAME`.")
        say(f"actqa answers from {count(assistant)} at {url_of(listener, settings.host)} (Ctrl-C stops it)")
        with suppress(KeyboardInterrupt):  # uvicorn has finished what was under way, and passes Ctrl-C on
            if settings.workers == 1:
                run(app, listener)
            else:
                assistant.close()  # lest it hold on to what the workers have long replaced
                run_workers(settings, listener)


def check_address(settings: Settings) -> None:
    """Raises AddressError for an address that others can reach, where nothing asks them for a key."""
    if not (asks_for_keys(settings) or settings.user_header or is_loopback(settings.host)):
        raise AddressError(
            f"Others can reach {settings.host or 'every address'}, and no key is set: "
            "make one with `actqa keys add NAME`, or set ACTQA_API_KEYS, or serve on 127.0.0.1."
        )


def bring_up_to_date(assistant: Assistant, build: Build, warn: Say) -> None:
    """Builds the index where it is missing or stale; where that fails, an index that can be used is kept to."""
    try:
        if _is_stale(assistant):
            build(assistant)
    except (CorpusError, IndexFault) as error:
        if not _is_usable(assistant):
            raise
        warn(f"{error} Serving the index as it is.")


def _is_stale(assistant: Assistant) -> bool:
    try:
        return assistant.is_stale()
    except IndexFault:  # a build says better what is wrong, or mends it
        return True


def _is_usable(assistant: Assistant) -> bool:
    try:
        return bool(assistant.reports())
    except IndexFault:
        return False


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket bound to the address. Raises AddressError where there is none such, ActqaError where it is taken."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise AddressError(f"There is no address {host}: give one of this machine's with --host.") from error
    bound = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # a port that a server has just left; on Windows it would share one in use
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        bound.close()
        raise _cannot_listen(host, port, error) from error
    return bound


def listen(listener: socket.socket) -> None:
    """From here on connections are taken, and wait for the server. Raises ActqaError where another was quicker."""
    try:
        listener.listen(2048)
    except OSError as error:
        host, port = listener.getsockname()[:2]
        raise _cannot_listen(host, port, error) from error


def _cannot_listen(host: str, port: int, error: OSError) -> ActqaError:
    return ActqaError(
        f"Cannot listen at {bracketed(host)}:{port} ({error.strerror}): "
        "stop what listens there, or choose another with --port."
    )


def url_of(listener: socket.socket, host: str) -> str:
    """The address to open, with the port the system chose where it was left to it."""
    return f"http://{bracketed(host)}:{listener.getsockname()[1]}"


def count(assistant: Assistant) -> str:
    """How many reports there are, in words."""
    found = len(assistant.reports())
    return f"{found} report" + ("" if found == 1 else "s")


def run(app: FastAPI, listener: socket.socket) -> None:
    """Serves on the socket until told to stop."""
    ending = threading.Event()
    warming = threading.Thread(target=warm_up, args=(app.state.assistant, ending))
    warming.start()
    try:
        uvicorn.Server(config_of(app)).run(sockets=[listener])
    finally:
        ending.set()
        warming.join()


def warm_up(assistant: Assistant, ending: threading.Event) -> None:
    """Brings what the first page would wait for, the index and what its reports state; then what questions would."""
    with suppress(ActqaError):  # who asks is told
        assistant.suggest()
        assistant.warm(ending.is_set)
