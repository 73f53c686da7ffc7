"""Runs a command: exit status 0 done, 2 wrong usage, 1 anything else with one line on standard error."""

import io
import os
import sys
import traceback
from collections.abc import Sequence

from typer.exceptions import TyperException

from actqa.cli.commands import app
from actqa.cli.show import unforeseen, warn
from actqa.errors import ActqaError, UsageError

STOPPED = 130
"""The shell's status for a command stopped by Ctrl-C."""


def main() -> None:
    """The program `actqa`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what the terminal's encoding lacks is no reason to fail
            stream.reconfigure(errors="replace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit status of a command line."""
    shared = {"debug": False}
    try:
        status = app(arguments, prog_name="actqa", standalone_mode=False, obj=shared)
        sys.stdout.flush()
    except BrokenPipeError:
        return _end_quietly()
    except Exception as error:
        if shared["debug"]:
            traceback.print_exc()
        return _tell(error)
    if status == STOPPED:
        warn("Stopped.")
    return status if isinstance(status, int) else 0


def _tell(error: Exception) -> int:
    match error:
        case TyperException():
            message = error.format_message()
            stop = "" if message.endswith((".", "?")) else "."
            warn(f"{message}{stop} See {_command(error)} --help.")
            return error.exit_code
        case UsageError():
            warn(str(error))
            return 2
        case ActqaError():
            warn(str(error))
            return 1
        case _:
            warn(unforeseen(error))
            return 1


def _command(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context else "actqa"


def _end_quietly() -> int:
    """Whoever reads the output has had enough; what is still buffered must not fail at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
