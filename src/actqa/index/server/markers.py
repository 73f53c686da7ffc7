"""Generations on a server: an empty collection for each, made in one step when all else is there."""

from dataclasses import dataclass

from actqa.index.disk import Seal
from actqa.index.server.connection import Listed, Metadata, Server
from actqa.index.server.parcels import Parcel

PREFIX = "actqa-generation-"


@dataclass(frozen=True, slots=True)
class Marker:
    """What the collection's metadata say."""

    number: int
    manifest: Parcel | None
    """None where nothing is indexed, and the number was only taken so that nobody else can."""
    units: str
    """Name of the collection of its units."""
    published: float
    """By the server's clock."""

    @property
    def name(self) -> str:
        """Of the generation; in the order of the numbers."""
        return f"{self.number:010d}"

    @property
    def metadata(self) -> Metadata:
        """What `_marker` reads."""
        seal = self.manifest.seal if self.manifest else Seal(0, 0)
        path = self.manifest.path if self.manifest else ""
        return {
            "published": self.published,
            "units": self.units,
            "manifest": path,
            "size": seal.size,
            "crc32": seal.crc32,
        }


def markers(server: Server) -> list[Marker]:
    """All there are, the current one last."""
    return [marker for listed in server.listed(PREFIX) if (marker := _marker(listed))]


def publish(server: Server, marker: Marker) -> bool:
    """Makes the generation current; False where its number is taken."""
    return server.create(PREFIX + marker.name, marker.metadata) is not None


def withdraw(server: Server, marker: Marker) -> None:
    """Removes a generation that is not current."""
    server.drop(PREFIX + marker.name)


def _marker(listed: Listed) -> Marker | None:
    """None for a collection that is not of our making."""
    said = listed.metadata
    try:
        seal = Seal(int(said["size"]), int(said["crc32"]))
        manifest = Parcel.of(str(said["manifest"]), seal) if said["manifest"] else None
        number = int(listed.name.removeprefix(PREFIX))
        return Marker(number, manifest, str(said["units"]), float(said["published"]))
    except (KeyError, ValueError):
        return None
