"""The files of web/: the chat page at /, the widget's script, frame and example, the API's documentation at /docs, and
everything else under /web/."""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256

from fastapi import FastAPI, HTTPException
from starlette.requests import Request
from starlette.responses import Response

from actqa.serving.files import Editions, Kept, find, of_edition, split_edition, with_edition
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
EDITED = "index.html"
"""The one page that names the files by their edition; the others are few files, or none of ours."""

SHARED = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""Scripts hold no secret, and the widget's are loaded by the pages of others."""
EDITIONS = Editions()
FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


def add_pages(app: FastAPI) -> None:
    """Adds the routes; GET and HEAD each."""
    for address, name in PAGES.items():
        app.add_route(address, partial(_send_page, name), include_in_schema=False)
    app.add_route("/web/{path:path}", _send_path, include_in_schema=False)


async def _send_page(name: str, request: Request) -> Response:
    kept = _found(find(name))
    page = with_edition(kept, EDITIONS.now()) if name == EDITED else kept
    return _send_kept(request, page, _headers(request, name))


async def _send_path(request: Request) -> Response:
    """A browser may keep what it asked for by the edition there is; of any other it gets what there is now."""
    edition, name = split_edition(request.path_params["path"])
    headers = _headers(request, name)
    if edition is not None and EDITIONS.is_latest(edition):
        return _send_kept(request, _found(of_edition(name, edition)), {**headers, **FOR_GOOD})
    return _send_kept(request, _found(find(name)), headers)


def _found(kept: Kept | None) -> Kept:
    if kept is None:
        raise HTTPException(404)
    return kept


def _send_kept(request: Request, kept: Kept, headers: Mapping[str, str]) -> Response:
    """The file, compressed for who takes it so."""
    all_headers = {"ETag": kept.tag, "Cache-Control": "no-cache", **headers}
    if _has(request, kept.tag):
        return Response(status_code=304, headers=all_headers)
    if kept.compressed is None or "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(kept.body, media_type=kept.media_type, headers=all_headers)
    encoded = {**all_headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(kept.compressed, media_type=kept.media_type, headers=encoded)


def _headers(request: Request, name: str) -> dict[str, str]:
    if name == FRAMED:
        return {"Content-Security-Policy": page_policy(sorted(request.app.state.door.origins))}
    if name.endswith(".html"):
        return {"Content-Security-Policy": page_policy()}
    return SHARED if name.endswith(".js") else {}


def _has(request: Request, tag: str) -> bool:
    """Whether the client has it already."""
    return tag in (seen.strip() for seen in request.headers.get("if-none-match", "").split(","))


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
    if _has(request, tag):
        return Response(status_code=304, headers=all_headers)
    return Response(body, media_type=media_type, headers=all_headers)
