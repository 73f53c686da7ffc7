"""The modules that a first view needs, as one file: a browser is done with one sooner than with thirty.

A module becomes a function that returns what it exports, called once, in the order in which modules are evaluated. What
comes later imports a module by its own address, and gets there what the joined file has of it: each runs once.

Read are only the forms that our modules keep to: `import { a, b as c } from "./x.js";`, `import "./x.js";` and `export`
before a function, a class or a constant.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_IMPORT = re.compile(r'^import (?:\{(?P<names>[^}]*)\} from )?"(?P<path>\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
_LATER = re.compile(r'\bimport\("(?P<path>\.[^"]+)"\)')
_OTHER = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_SHEET = re.compile(r'^@import "(?P<path>[^"]+)";\n', re.MULTILINE)

MODULES = "joinedModules"
"""What the joined file exports: a mapping of the modules' names to what they export."""

Read = Callable[[str], str]
"""The text of a file of the web folder, by its path in it."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A file made of many."""

    text: str
    exports: Mapping[str, tuple[str, ...]]
    """What each module in it exports, by the module's name."""

    start: str
    """The module at whose address the file is served."""

    def stand_in(self, name: str) -> str:
        """A module that gives what the file has of the module `name`."""
        up = "../" * name.count("/") or "./"
        exported = ", ".join(self.exports[name])
        return (
            f'import {{ {MODULES} }} from "{up}{self.start}";\nexport const {{ {exported} }} = {MODULES}["{name}"];\n'
        )


def join_modules(start: str, read: Read) -> Joined:
    """The module `start`, which lies at the folder's top, and all that it imports.

    Raises ValueError for a form that is not read and for modules that import one another.
    """
    order = list(_in_order(start, read, [], set()))
    parts = [_as_function(name, read(name)) for name in order]
    exports = {name: tuple(found["name"] for found in _EXPORT.finditer(read(name))) for name in order}
    return Joined("\n".join([f"export const {MODULES} = {{}};", *parts, ""]), exports, start)


def join_sheets(start: str, read: Read) -> str:
    """The style sheet with those that it imports in their place."""
    folder = posixpath.dirname(start)
    return _SHEET.sub(lambda found: read(posixpath.join(folder, found["path"])), read(start))


def _in_order(name: str, read: Read, above: list[str], seen: set[str]) -> Iterator[str]:
    """What a module imports, before it: the order in which modules are evaluated."""
    if name in above:
        raise ValueError(f"{name} imports itself by way of {above[-1]}.")
    if name in seen:
        return
    for found in _IMPORT.finditer(read(name)):
        yield from _in_order(_named(found["path"], name), read, [*above, name], seen)
    seen.add(name)
    yield name


def _as_function(name: str, text: str) -> str:
    exported = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub("", _IMPORT.sub(lambda found: _taken(found, name), text))
    if other := _OTHER.search(body):
        raise ValueError(f"{name}: cannot be joined: {body[other.start() :].partition(chr(10))[0]}")
    body = _LATER.sub(lambda found: f'import("./{_named(found["path"], name)}")', body)
    body = body.replace("import.meta.url", f'new URL("{name}", import.meta.url).href')
    return f'{MODULES}["{name}"] = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();'


def _taken(found: re.Match[str], name: str) -> str:
    """An import as what is taken from a module that ran before."""
    if found["names"] is None:
        return ""
    return f'const {{{found["names"].replace(" as ", ": ")}}} = {MODULES}["{_named(found["path"], name)}"];'


def _named(path: str, by: str) -> str:
    """The name of the module that another names by a relative path."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(by), path))
