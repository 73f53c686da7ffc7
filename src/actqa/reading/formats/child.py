"""Runs a job on a file in a process of its own, so that no file can take more memory or time than it is given.

The process reads one line of JSON, which names the job, and then the file; it writes one line of JSON, the result or
what is wrong with the file, and then bytes, if the result has any.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, BinaryIO

from actqa.errors import ReadingError
from actqa.reading.formats.canonical import Box, Canonical, Limits

GRACE = 10.0
"""Seconds besides the limit for the process to start."""
MEGABYTE = 2**20


def read_apart(kind: str, data: bytes, name: str, limits: Limits) -> Canonical:
    """What the reader of this kind makes of the file. Raises ReadingError, also where it takes more than it may."""
    result, _ = _run({"job": "read", "kind": kind}, data, name, limits)
    return Canonical(result["text"], tuple(result["page_starts"]), tuple(Box(*box) for box in result["boxes"]))


def draw_apart(data: bytes, name: str, page: int, width: int, limits: Limits) -> bytes:
    """A PDF's page, from 1, as a PNG of so many pixels across. Raises ReadingError."""
    _, image = _run({"job": "draw", "page": page, "width": width}, data, name, limits)
    return image


def _run(job: dict[str, Any], data: bytes, name: str, limits: Limits) -> tuple[dict[str, Any], bytes]:
    head = json.dumps({**job, "name": name, "limits": asdict(limits)}).encode() + b"\n"
    command = [sys.executable, "-m", "actqa.reading.formats.child"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own program
        try:
            out, _ = process.communicate(head + data, timeout=limits.seconds + GRACE)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise ReadingError(_too_long(name, limits)) from error
        except BaseException:
            process.kill()
            raise
    line, _, rest = out.partition(b"\n")
    try:
        result = json.loads(line)
    except ValueError as error:
        raise ReadingError(_died(process.returncode, name, limits)) from error
    if "error" in result:
        raise ReadingError(result["error"])
    return result, rest


def _too_long(name: str, limits: Limits) -> str:
    return f"{name} takes more than {limits.seconds:g} seconds to read: split it, or raise ACTQA_READ_SECONDS."


def _died(status: int, name: str, limits: Limits) -> str:
    if status in {-24, -9}:  # SIGXCPU, and what follows it
        return _too_long(name, limits)
    return _stopped(name, f"status {status}")


def _stopped(name: str, why: str) -> str:
    return f"{name} is damaged in a way that stops its reader ({why}): export or download it again."


def main(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """The process itself."""
    job = json.loads(stdin.readline())
    limits = Limits(**job.pop("limits"))
    data = stdin.read()
    _bound(limits)
    image = b""
    try:
        result, image = _JOBS[job.pop("job")](data, limits=limits, **job)
    except ReadingError as error:
        result = {"error": str(error)}
    except MemoryError:
        result = {"error": _too_big(job["name"], limits)}
    except RecursionError:
        result = {"error": f"{job['name']} is nested too deep to be a report."}
    except Exception as error:  # what a library says of a damaged file is for its makers
        result = {"error": _stopped(job["name"], type(error).__name__)}
    stdout.write(json.dumps(result).encode() + b"\n" + image)


def _too_big(name: str, limits: Limits) -> str:
    return f"{name} takes more than {limits.megabytes:,} MB of memory to read: split it, or raise ACTQA_READ_MEGABYTES."


def _bound(limits: Limits) -> None:
    """Limits what this process may take, where the system can: Windows cannot, and there the clock alone does."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes * MEGABYTE,) * 2)
    seconds = int(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(data: bytes, *, name: str, kind: str, limits: Limits) -> tuple[dict[str, Any], bytes]:
    from actqa.reading.formats.readers import READERS

    found = next(reader for known, reader in READERS.items() if known == kind)(data, name, limits)
    if not found.text.strip():
        raise ReadingError(f"{name} is empty: there is nothing to read in it.")
    return {"text": found.text, "page_starts": found.page_starts, "boxes": found.boxes}, b""


def _draw(data: bytes, *, name: str, page: int, width: int, limits: Limits) -> tuple[dict[str, Any], bytes]:
    from actqa.reading.formats.pdf.image import draw

    return {}, draw(data, name, page, width)


_JOBS: dict[str, Callable[..., tuple[dict[str, Any], bytes]]] = {"read": _read, "draw": _draw}

if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
