"""What lies in the index folder before a build: a whole generation, a damaged one, or nothing."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from actqa.errors import IndexDamaged, IndexMissing
from actqa.index import manifest as manifests
from actqa.index.disk import seal_of_bytes
from actqa.index.generations import Places, current_name, generation_names
from actqa.index.home import Stock
from actqa.index.manifest import Manifest, Shelf, broken_files
from actqa.index.marks import load_marks, marks_of, save_marks
from actqa.index.records import DATABASE, check_database


def take_stock(places: Places) -> Stock:
    """Looks at every file of the current generation; of a damaged one it saves what it can."""
    try:
        name = current_name(places)
        return Stock(name, sound_manifest(places, name, note=True))
    except IndexMissing:
        return Stock(None, None) if not places.catalogue.exists() else Stock(None, _salvage(places), damaged=True)
    except IndexDamaged:
        return Stock(None, _salvage(places), damaged=True)


def sound_manifest(places: Places, name: str, *, note: bool = False) -> Manifest:
    """The generation's manifest, when all its files are as they were written; of those that nobody has touched since
    they were compared, that is taken for granted. What has been compared is noted down for the writer, who may `note`.

    Raises IndexDamaged.
    """
    place = places.generation(name)
    manifest = manifests.load(place.manifest)
    paths = checked_paths(places, manifest)
    noted, marks = load_marks(place.marks), marks_of(places.root, paths)
    touched = [path for path in paths if path not in marks or marks[path] != noted.get(path)]
    seals = {path: manifest.seals[path] for path in touched if path in manifest.seals}
    for path in broken_files(places.root, seals):
        raise IndexDamaged(f"{places.root / path} is missing or damaged: {manifests.MEND}.")
    for shelf in manifest.shelves:
        if _database(places, shelf) in touched:
            check_database(places.shelf(shelf.name), shelf.units)
    if note and noted != marks:
        save_marks(place.marks, marks)
    return manifest


def checked_paths(places: Places, manifest: Manifest) -> list[str]:
    """Of every file that has to be sound."""
    return [*manifest.seals, *(_database(places, shelf) for shelf in manifest.shelves)]


def read_sealed(places: Places, stock: Stock, path: str) -> bytes | None:
    """A file of the stock's; None where it is missing or not what was written."""
    seal = stock.manifest.seals.get(path) if stock.manifest else None
    try:
        data = (places.root / path).read_bytes()
    except OSError:
        return None
    return data if seal is not None and seal == seal_of_bytes(data) else None


def _database(places: Places, shelf: Shelf) -> str:
    return places.relative(places.shelf(shelf.name) / DATABASE)


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
