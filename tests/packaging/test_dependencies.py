"""Every package is pinned, and under a licence that fits."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
EXTRAS = {"offline", "test"}


def read_pins():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    found = [Requirement(line) for line in lines if line and not line.lstrip().startswith("#")]
    return {(canonicalize_name(pin.name), str(pin.marker)): pin for pin in found}.values()


PINS = list(read_pins())


def needed():
    """Every package that actqa needs here, directly or not, each with its requirements."""
    found, open_ends = {}, [("actqa", frozenset(EXTRAS))]
    while open_ends:
        name, extras = open_ends.pop()
        if extras <= found.get(name, set()) and name in found:
            continue
        found[name] = found.get(name, set()) | extras
        for line in distribution(name).requires or ():
            wanted = Requirement(line)
            if any(not wanted.marker or wanted.marker.evaluate({"extra": e}) for e in (*extras, "")):
                open_ends.append((canonicalize_name(wanted.name), frozenset(wanted.extras)))
    return sorted(found.keys() - {"actqa"})


def test_every_package_is_pinned_to_one_version():
    here = {canonicalize_name(pin.name): pin for pin in PINS if not pin.marker or pin.marker.evaluate()}
    assert [name for name in needed() if name not in here] == []
    assert [str(pin) for pin in PINS if not re.fullmatch(r"==[\w.]+", str(pin.specifier))] == []


def test_the_pins_are_within_the_ranges():
    wanted = [Requirement(line) for line in distribution("actqa").requires or ()]
    for requirement in wanted:
        for pin in PINS:
            if canonicalize_name(pin.name) == canonicalize_name(requirement.name):
                assert requirement.specifier.contains(Version(str(pin.specifier)[2:])), pin


def test_torch_is_pinned_without_a_build():
    assert [str(pin) for pin in PINS if pin.name == "torch"] == ["torch==2.13.0"]


@pytest.mark.parametrize("name", needed())
def test_no_package_is_under_the_gpl_or_agpl(name):
    metadata = distribution(name).metadata
    first_lines = [str(metadata.get(field) or "").split("\n")[0] for field in ("License-Expression", "License")]
    classifiers = [c for c in metadata.get_all("Classifier") or () if c.startswith("License")]
    said = " ".join([*first_lines, *classifiers])
    assert not re.search(r"\bA?GPL|Affero|GNU General", said), said


def test_the_docs_name_every_direct_dependency():
    text = (ROOT / "docs" / "dependencies.md").read_text()
    named = {
        canonicalize_name(word) for row in re.findall(r"^\| ([\w, .-]+) \|", text, re.M) for word in row.split(", ")
    }
    wanted = {canonicalize_name(Requirement(line).name) for line in distribution("actqa").requires or ()}
    assert wanted - named == set()
