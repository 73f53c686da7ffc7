"""The files of web/: the chat page at /, the widget's script, frame and example, the API's documentation at /docs, and
everything else under /web/."""

from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from fastapi import FastAPI, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from actqa.serving.headers import page_policy

PAGES = {
    "/": "index.html",
    "/docs": "vendor/swagger-ui/docs.html",
    "/embed": "widget/embed.html",
    "/widget": "widget/example.html",
    "/widget.js": "widget.js",
}
FRAMED = "widget/embed.html"
"""The one page that others may show in a frame."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
"""What may be served; nothing else in the folder can be."""


@cache
def web_folder() -> Path:
    """`actqa/web` of an installed package; `web` of the repository in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "web"
    return installed if installed.is_dir() else package.parents[1] / "web"


SHARED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Scripts hold no secret, and the widget's are loaded by the pages of others."""


def add_pages(app: FastAPI) -> None:
    """Adds the routes; GET and HEAD each."""
    for address, name in PAGES.items():
        app.add_route(address, partial(_send_page, name), include_in_schema=False)
    app.add_route(
        "/web/{path:path}", lambda request: send_file(request, request.path_params["path"]), include_in_schema=False
    )


def _send_page(name: str, request: Request) -> Response:
    return send_file(request, name)


def send_file(request: Request, name: str) -> Response:
    """One file of the web folder, by its path in it. Raises HTTPException 404."""
    path = _find(name)
    if path is None:
        raise HTTPException(404)
    return send_tagged(request, path.read_bytes(), TYPES[path.suffix], _headers(request, name))


def _headers(request: Request, name: str) -> dict[str, str]:
    if name == FRAMED:
        return {"Content-Security-Policy": page_policy(sorted(request.app.state.door.origins))}
    if name.endswith(".html"):
        return {"Content-Security-Policy": page_policy()}
    return SHARED if name.endswith(".js") else {}


def _find(name: str) -> Path | None:
    folder = web_folder().resolve()
    try:
        path = (folder / name).resolve()
        served = path.suffix in TYPES and path.is_relative_to(folder) and path.is_file()
    except (OSError, ValueError):  # too long for a name; a NUL in it
        return None
    return path if served else None


def send_tagged(
    request: Request,
    body: bytes,
    media_type: str,
    headers: dict[str, str] | None = None,
    made_from: bytes | None = None,
) -> Response:
    """The body with an ETag, or 304 where the client has it already; weak, since it may be compressed on the way.

    The tag tells bodies apart, or what they are `made_from` where that makes another body each time.
    """
    tag = f'W/"{sha256(body if made_from is None else made_from).hexdigest()[:32]}"'
    all_headers = {"ETag": tag, "Cache-Control": "no-cache", **(headers or {})}
    if tag in (seen.strip() for seen in request.headers.get("if-none-match", "").split(",")):
        return Response(status_code=304, headers=all_headers)
    return Response(body, media_type=media_type, headers=all_headers)
