"""What `python -m build` makes, installed elsewhere."""

import re
import subprocess
import sys
import tarfile
import zipfile

import httpx
import pytest
from running import GUARD, ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the source archive and, made from that, the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """A folder with nothing but the wheel's content."""
    (wheel,) = built.glob("*.whl")
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def test_the_source_archive_holds_what_it_takes_to_build_and_test(built):
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {name.split("/", 1)[1] for name in tar.getnames() if "/" in name}
    assert {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "Makefile", "constraints.txt"} <= names
    assert {"src/actqa/py.typed", "web/index.html", "tests/conftest.py", "corpus/adoptive-cell-therapy.md"} <= names
    assert [name for name in names if name.startswith(("index/", ".venv", "dist/", ".env", "build/"))] == []


def test_the_wheel_holds_the_package_and_the_page_only(installed):
    found = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert {"actqa/py.typed", "actqa/web/index.html", "actqa/web/vendor/swagger-ui/LICENSE"} <= found
    assert {name.split("/")[0] for name in found} == {"actqa", "actqa-0.1.0.dist-info"}


def test_it_works_where_it_is_installed(installed, tmp_path):
    code = "import actqa, actqa.serving.files as p; print(actqa.__file__); print(p.web_folder())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(installed)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(installed / "actqa" / "__init__.py"), str(installed / "actqa" / "web")]


def test_it_serves_its_page_from_there(installed, start_server, seed_index, tmp_path):
    server = start_server(tmp_path / "no-corpus", seed_index, PYTHONPATH=f"{GUARD}:{installed}")
    page = httpx.get(server.url)
    assert page.status_code == 200
    in_editions = re.sub(rb"web/~[0-9a-f]{16}/", b"web/", page.content)
    assert in_editions == (ROOT / "web" / "index.html").read_bytes()
    assert httpx.get(f"{server.url}/docs").status_code == 200
    assert httpx.get(f"{server.url}/api/health").json()["reports"] == 1
    assert server.stop() == 0
