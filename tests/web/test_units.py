"""The JavaScript that needs no browser, by node's own runner."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def test_the_modules_pass_their_own_tests(tmp_path: Path) -> None:
    node = shutil.which("node") or shutil.which("nodejs")
    if not node:
        pytest.fail("Install nodejs (18 or newer) for the tests of the JavaScript.", pytrace=False)
    # Copied beside a package.json, since nothing else tells every node that these files are modules.
    (tmp_path / "package.json").write_text('{"type": "module"}')
    shutil.copytree(ROOT / "web", tmp_path / "web", ignore=shutil.ignore_patterns("vendor"))
    shutil.copytree(HERE / "js", tmp_path / "tests" / "web" / "js")
    files = sorted(map(str, (tmp_path / "tests" / "web" / "js").glob("*.test.mjs")))
    done = subprocess.run([node, "--test", *files], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout
    written = sum(Path(file).read_text().count('\ntest("') for file in files)
    assert f"# pass {written}\n" in done.stdout
