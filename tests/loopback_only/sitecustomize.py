"""Every look-up and connection beyond loopback fails, and is noted in the file that ACTQA_TEST_LOOKUPS names.

Python imports this module by itself where its folder is on PYTHONPATH; the suite's conftest imports it into pytest.
"""

import os
import sys
from ipaddress import ip_address

LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")


def is_near(host: object) -> bool:
    """Loopback, or no host at all, as when a server binds every address."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        address = ip_address(str(name).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def guard(event: str, arguments: tuple) -> None:
    """An audit hook: https://docs.python.org/3/library/audit_events.html."""
    if event in LOOK_UPS:
        host = arguments[0]
    elif event in SENDING and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if is_near(host):
        return
    if note := os.environ.get("ACTQA_TEST_LOOKUPS"):
        with open(note, "a") as file:
            file.write(f"{event} {host}\n")
    raise PermissionError(f"a test reached beyond loopback: {event} {host}")


sys.addaudithook(guard)
