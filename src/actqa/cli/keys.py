"""The commands `keys add`, `keys list` and `keys remove`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from actqa.cli.options import settings_from
from actqa.cli.show import say

keys = typer.Typer(
    help="Keys that open the server; a running one takes changes up by itself.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

File = Annotated[
    Path | None, typer.Option("--keys-file", help="Where keys are kept [ACTQA_KEYS_FILE, else keys.json].")
]
Name = Annotated[str, typer.Argument(help="Who or what has the key.", show_default=False)]


@keys.command()
def add(
    name: Name,
    reports: Annotated[
        str | None, typer.Option(metavar="ID,…", help="Ids of the reports that it opens; all if left out.")
    ] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="30d|DATE", help="When it ends: 30d, 12h, 8w or a day; never if left out.")
    ] = None,
    keys_file: File = None,
) -> None:
    """Make a key and print it, this once; only its hash is kept."""
    from actqa.serving.access import keys_file as filed

    ids = None if reports is None else [id.strip() for id in reports.split(",") if id.strip()]
    until = filed.expiry(expires, datetime.now(UTC)) if expires is not None else None
    file = settings_from(keys_file=keys_file).keys_file
    key = filed.add(file, name, ids, until)
    say(key)
    if sys.stdout.isatty():
        say(f"This is the only time it is shown; {file} holds its hash.")


@keys.command("list")
def show(keys_file: File = None) -> None:
    """List the keys by name, with what they open and until when."""
    from actqa.serving.access import keys_file as filed

    now = datetime.now(UTC)
    for key in filed.read(settings_from(keys_file=keys_file).keys_file):
        opens = "all reports" if key.reports is None else ", ".join(key.reports) or "no report"
        ends = "" if key.expires is None else f", {'ended' if key.is_over(now) else 'ends'} {_day(key.expires)}"
        say(f"{key.name}: {opens}, made {_day(key.made)}{ends}")


@keys.command()
def remove(name: Name, keys_file: File = None) -> None:
    """Take a key away; its sessions and tokens end with it."""
    from actqa.serving.access import keys_file as filed

    filed.remove(settings_from(keys_file=keys_file).keys_file, name)


def _day(time: datetime) -> str:
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
