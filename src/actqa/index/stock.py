"""What lies in the index folder before a build: a whole generation, a damaged one, or nothing."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import manifest as manifests
from actqa.index.generations import Home, current_name, generation_names
from actqa.index.manifest import Entry, Manifest, broken_files
from actqa.index.records import check_database


@dataclass(frozen=True, slots=True)
class Stock:
    """The current generation as a build finds it."""

    name: str | None
    """None where there is no generation, or where it is damaged: then it is not built upon."""
    manifest: Manifest | None
    """Of a damaged generation the newest that can still be read."""
    damaged: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The reports that are or were in the index."""
        return self.manifest.entries if self.manifest else ()


def take_stock(home: Home) -> Stock:
    """Looks at every byte of the current generation; of a damaged one it saves what it can."""
    try:
        name = current_name(home)
        return Stock(name, sound_manifest(home, name))
    except IndexMissing:
        return Stock(None, None) if not home.catalogue.exists() else Stock(None, _salvage(home), damaged=True)
    except IndexDamaged:
        return Stock(None, _salvage(home), damaged=True)


def sound_manifest(home: Home, name: str) -> Manifest:
    """The generation's manifest, when all its files are as they were written. Raises IndexDamaged."""
    place = home.generation(name)
    manifest = manifests.load(place.manifest)
    for path in broken_files(home.root, manifest.seals):
        raise IndexDamaged(f"{home.root / path} is missing or damaged: {manifests.MEND}.")
    check_database(place.chroma, manifest.units)
    return manifest


def _salvage(home: Home) -> Manifest | None:
    for file in _manifest_files(home):
        try:
            return manifests.load(file)
        except IndexDamaged:
            continue
    return None


def _manifest_files(home: Home) -> Iterator[Path]:
    """Every copy of a manifest, the likeliest first."""
    with suppress(IndexMissing, IndexDamaged):
        yield home.generation(current_name(home)).manifest
    yield home.catalogue
    for name in reversed(generation_names(home)):
        yield home.generation(name).manifest
