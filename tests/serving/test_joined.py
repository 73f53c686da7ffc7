"""Modules as one file, run by Node.js as browsers run them."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from actqa.serving.joined import join_modules, join_sheets

MODULES = {
    "app.js": """\
import { add, Counter as Own } from "./deep/count.js";
import "./said.js";
import {
  START,
  later,
} from "./deep/more.js";

const counter = new Own();
console.log("app", add(START, 1), counter.next(), counter.next());
later();
""",
    "said.js": 'console.log("said");\n',
    "deep/count.js": """\
import { START } from "./more.js";

export function add(a, b) {
  return a + b;
}

export class Counter {
  static made = 0;
  #at = START;
  next() {
    Counter.made += 1;
    return ++this.#at;
  }
}
""",
    "deep/more.js": """\
export const START = 40;
const counter = new URL("../styles/", import.meta.url);

export async function later() {
  return import("./last.js");
}

export function* numbers() {
  yield counter.pathname.split("/").at(-2);
}
""",
    "deep/last.js": """\
import { add, Counter } from "./count.js";
import { START, numbers } from "./more.js";
import { shared } from "./only.js";
console.log("last", add(START, 2), Counter.made, [...numbers()][0], shared);
""",
    "deep/only.js": 'export const shared = "only later";\n',
}


def said_by(folder: Path, modules: dict[str, str]) -> list[str]:
    """What the program of these modules prints."""
    node = shutil.which("node") or shutil.which("nodejs")
    assert node, "Install nodejs (18 or newer) for the tests of the JavaScript."
    for name, text in {**modules, "package.json": json.dumps({"type": "module"})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    done = subprocess.run([node, folder / "app.js"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_joined_modules_do_what_they_do_apart(tmp_path):
    said = ["said", "app 41 41 42", "last 42 2 styles only later"]
    assert said_by(tmp_path / "apart", MODULES) == said
    joined = join_modules("app.js", MODULES.__getitem__)
    assert joined.exports == {
        "deep/more.js": ("START", "later", "numbers"),
        "deep/count.js": ("add", "Counter"),
        "said.js": (),
        "app.js": (),
    }
    # What comes later gets the one Counter that there is, by way of the file that stands in for its module.
    instead = {name: joined.stand_in(name) for name in joined.exports} | {"app.js": joined.text}
    assert said_by(tmp_path / "joined", {**MODULES, **instead}) == said


@pytest.mark.parametrize(
    ("modules", "line"),
    [
        ({"app.js": "export default 1;\n"}, "app.js: cannot be joined: export default 1;"),
        ({"app.js": 'import * as all from "./b.js";\n'}, 'app.js: cannot be joined: import * as all from "./b.js";'),
        ({"app.js": 'import "./b.js";\n', "b.js": "export let a = 1;\n"}, "b.js: cannot be joined: export let a = 1;"),
        ({"app.js": 'import "./b.js";\n', "b.js": 'import "./app.js";\n'}, "app.js imports itself by way of b.js."),
    ],
)
def test_what_cannot_be_joined_is_told(modules, line):
    with pytest.raises(ValueError, match=f"^{re.escape(line)}$"):
        join_modules("app.js", modules.__getitem__)


def test_a_style_sheet_comes_with_those_that_it_imports():
    sheets = {
        "first.css": '@import "styles/a.css";\n@import "styles/b.css";\np {}\n',
        "styles/a.css": "a {}\n",
        "styles/b.css": "b {}\n",
    }
    assert join_sheets("first.css", sheets.__getitem__) == "a {}\nb {}\np {}\n"
