"""Every look-up and connection beyond loopback fails, and is noted in the file that ACTQA_TEST_LOOKUPS names.

Python imports this module by itself where its folder is on PYTHONPATH; the suite's conftest imports it into pytest.
"""

import os
import sys
from ipaddress import IPv4Address, IPv6Address, ip_address

LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")
SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg")


def address_of(host: object) -> IPv4Address | IPv6Address | None:
    """The address where the host is written as one; then nobody has to look it up."""
    try:
        return ip_address(str(host).partition("%")[0])
    except ValueError:
        return None


def is_forbidden(event: str, host: object) -> bool:
    """Whether it goes beyond loopback; no host at all is what a server gives that binds every address."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return False
    address = address_of(name)
    if event in LOOK_UPS:
        return address is None
    return address is None or not (address.is_loopback or address.is_unspecified)


def guard(event: str, arguments: tuple) -> None:
    """An audit hook: https://docs.python.org/3/library/audit_events.html."""
    if event in LOOK_UPS:
        host = arguments[0]
    elif event in SENDING and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if not is_forbidden(event, host):
        return
    if note := os.environ.get("ACTQA_TEST_LOOKUPS"):
        with open(note, "a") as file:
            file.write(f"{event} {host}\n")
    raise PermissionError(f"a test reached beyond loopback: {event} {host}")


sys.addaudithook(guard)
