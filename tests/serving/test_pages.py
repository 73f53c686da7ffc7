"""The files of web/."""

import re
import shutil

import httpx
import pytest

from actqa.serving.files import web_folder
from actqa.serving.headers import page_policy


def test_the_page_is_served(client):
    reply = client.get("/")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    edition = re.search(r'src="web/(~[0-9a-f]{16})/app.js"', reply.text)[1]
    assert reply.text == (web_folder() / "index.html").read_text().replace('="web/', f'="web/{edition}/')


def test_files_of_the_page_are_kept_by_browsers_until_one_changes(client, monkeypatch, tmp_path):
    copy = tmp_path / "web"
    shutil.copytree(web_folder(), copy, ignore=shutil.ignore_patterns("vendor"))
    monkeypatch.setattr("actqa.serving.files.web_folder", lambda: copy)
    address = re.search(r'src="(web/~[0-9a-f]{16}/app.js)"', client.get("/").text)[1]
    assert client.get(address).headers["cache-control"] == "public, max-age=31536000, immutable"
    assert client.get("/web/app.js").headers["cache-control"] == "no-cache"
    assert client.get("/web/~0123456789abcdef/app.js").headers["cache-control"] == "no-cache"
    (copy / "dom.js").write_text((copy / "dom.js").read_text() + "// another")
    assert client.get("/web/dom.js").text.endswith("// another")
    assert address not in client.get("/").text
    late = client.get(address)
    assert (late.status_code, late.headers["cache-control"]) == (200, "no-cache")


def test_a_first_view_is_three_files(client):
    page = client.get("/").text
    addresses = re.findall(r'(?:src|stylesheet" href)="(web/[^"]+)"', page)
    assert [address.rpartition("/")[2] for address in addresses] == ["first-paint.js", "first.css", "app.js"]
    assert "modulepreload" not in page
    sheets = [(web_folder() / "styles" / f"{name}.css").read_text() for name in ("tokens", "base", "desk")]
    assert client.get(addresses[1]).text.startswith("".join(sheets))
    assert "@import" not in client.get(addresses[1]).text
    edition = addresses[2].removesuffix("app.js")
    assert "class Api {" in client.get(addresses[2]).text
    assert client.get(f"{edition}net/faults.js").text == (
        'import { joinedModules } from "../app.js";\n'
        'export const { explain, asksForKey } = joinedModules["net/faults.js"];\n'
    )
    for name in ("app.js", "net/faults.js", "first.css"):
        assert client.get(f"/web/{name}").text == (web_folder() / name).read_text()


def test_files_are_compressed_for_who_takes_them_so(client):
    whole = (web_folder() / "strings.js").read_bytes()
    for accepted, encoding in (("gzip, br", "gzip"), ("identity", None)):
        reply = client.get("/web/strings.js", headers={"Accept-Encoding": accepted})
        assert (reply.headers.get("content-encoding"), reply.content) == (encoding, whole)
        assert "accept-encoding" in reply.headers.get("vary", "").lower()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("vendor/swagger-ui/docs.js", "text/javascript; charset=utf-8"),
        ("vendor/swagger-ui/docs.css", "text/css; charset=utf-8"),
    ],
)
def test_its_files_are_served(client, name, kind):
    reply = client.get(f"/web/{name}")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == kind
    assert reply.content == (web_folder() / name).read_bytes()


def test_a_file_the_browser_has_is_not_sent_again(client):
    first = client.get("/web/vendor/swagger-ui/docs.js")
    assert first.headers["cache-control"] == "no-cache"
    again = client.get("/web/vendor/swagger-ui/docs.js", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_head_is_answered(client):
    reply = client.head("/docs")
    assert (reply.status_code, reply.content) == (200, b"")


@pytest.mark.parametrize(
    "path",
    [
        "/web/",
        "/web/vendor",
        "/web/../pyproject.toml",
        "/web/..%2fpyproject.toml",
        "/web/%2e%2e/README.md",
        "/web//etc/passwd",
        "/web/%2fetc%2fpasswd",
        "/web/vendor/swagger-ui/LICENSE",
        "/web/a%00.js",
        "/web/..%5cpyproject.toml",
        "/web/vendor/../../src/actqa/errors.py",
        "/web/~0123456789abcdef/../../pyproject.toml",
        "/web/~0123456789abcdef/%2e%2e/README.md",
        "/web/~0123456789abcdef",
        "/web/" + "a" * 5000 + ".js",
    ],
)
def test_nothing_else_is_served(client, path):
    target = httpx.URL(client.base_url, raw_path=path.encode())
    assert client.get(target).status_code == 404


def test_pages_may_load_only_what_the_server_has(client):
    for path in ("/", "/docs", "/widget"):
        assert client.get(path).headers["content-security-policy"] == page_policy()


def test_only_the_embedded_page_may_be_framed_and_only_by_those_who_are_named(run_app):
    ours = run_app().get("/embed").headers["content-security-policy"]
    assert ours.endswith("; frame-ancestors 'self'")
    named = run_app(allowed_origins="https://intranet.example").get("/embed").headers["content-security-policy"]
    assert named.endswith("; frame-ancestors 'self' https://intranet.example")
    assert page_policy().endswith("; frame-ancestors 'none'")


def test_scripts_may_be_loaded_by_the_pages_of_others(client):
    for path in ("/widget.js", "/web/widget/define.js", "/web/dom.js"):
        headers = client.get(path).headers
        assert headers["access-control-allow-origin"] == "*"
        assert headers["cross-origin-resource-policy"] == "cross-origin"
        assert headers["content-type"] == "text/javascript; charset=utf-8"


def test_every_reply_carries_the_guarding_headers(client):
    for path in ("/", "/docs", "/web/icon.svg", "/api/health", "/nothing", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["content-security-policy"].startswith("default-src 'none'")


def test_answers_are_not_kept_by_browsers_or_proxies(client):
    assert client.post("/api/ask", json={"question": "q"}).headers["cache-control"] == "no-store"
