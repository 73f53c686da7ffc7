"""What lies in the index folder before a build: a whole generation, a damaged one, or nothing."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import manifest as manifests
from actqa.index.generations import Places, current_name, generation_names
from actqa.index.home import Stock
from actqa.index.manifest import Manifest, broken_files
from actqa.index.records import check_database


def take_stock(places: Places) -> Stock:
    """Looks at every byte of the current generation; of a damaged one it saves what it can."""
    try:
        name = current_name(places)
        return Stock(name, sound_manifest(places, name))
    except IndexMissing:
        return Stock(None, None) if not places.catalogue.exists() else Stock(None, _salvage(places), damaged=True)
    except IndexDamaged:
        return Stock(None, _salvage(places), damaged=True)


def sound_manifest(places: Places, name: str) -> Manifest:
    """The generation's manifest, when all its files are as they were written. Raises IndexDamaged."""
    place = places.generation(name)
    manifest = manifests.load(place.manifest)
    for path in broken_files(places.root, manifest.seals):
        raise IndexDamaged(f"{places.root / path} is missing or damaged: {manifests.MEND}.")
    check_database(place.chroma, manifest.units)
    return manifest


def _salvage(places: Places) -> Manifest | None:
    for file in _manifest_files(places):
        try:
            return manifests.load(file, any_layout=True)
        except IndexDamaged:
            continue
    return None


def _manifest_files(places: Places) -> Iterator[Path]:
    """Every copy of a manifest, the likeliest first."""
    with suppress(IndexMissing, IndexDamaged):
        yield places.generation(current_name(places)).manifest
    yield places.catalogue
    for name in reversed(generation_names(places)):
        yield places.generation(name).manifest
