"""Reports that are added and removed over HTTP, and pages of their files, on an index of a test's own."""

import io

import pytest
from fastapi.testclient import TestClient
from index.fakes import HashEncoder, build_now, market, write
from PIL import Image
from reading.formats.made import encrypted_pdf, report_pdf

from actqa.assistant import Assistant
from actqa.serving.app import create_app
from actqa.settings import Settings


class Quick(HashEncoder):
    def prepare(self):
        """There is nothing to prepare."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """A client of an application whose corpus holds a Markdown report."""
    home = tmp_path_factory.mktemp("shelf")
    corpus = write(home / "corpus", tea=market("tea"))
    build_now(home / "index", corpus)
    settings = Settings(
        _env_file=None,
        corpus=corpus,
        index=home / "index",
        state=home / "state",
        api_keys=("all",),
        max_report_bytes=50_000,
    )
    with Assistant(settings) as assistant:
        assistant.__dict__["_encoder"] = Quick()
        key = {"Authorization": "Bearer all"}
        with TestClient(create_app(assistant, settings), base_url="http://127.0.0.1", headers=key) as client:
            client.corpus = corpus
            yield client


def ids(shelf):
    return sorted(report["id"] for report in shelf.get("/api/reports").json())


def upload(shelf, name, data):
    return shelf.post("/api/reports", files={"file": (name, data)})


@pytest.fixture
def cold(shelf):
    """A PDF of three pages, added."""
    reply = upload(shelf, "Cold Storage.pdf", report_pdf(3))
    assert reply.status_code == 201, reply.text
    yield reply.json()
    shelf.delete("/api/reports/cold-storage")


def test_a_file_is_added_and_removed(shelf, cold):
    wanted = {"id": "cold-storage", "title": "Cold Storage Market Report", "source": "Cold Storage.pdf"}
    assert wanted.items() <= cold.items()
    assert (cold["pages"], cold["change"]) == (3, "added")
    assert ids(shelf) == ["cold-storage", "tea"]
    assert upload(shelf, "Cold Storage.pdf", report_pdf(3)).json()["change"] == "unchanged"
    assert upload(shelf, "Cold Storage.pdf", report_pdf(2)).json()["change"] == "changed"
    assert shelf.delete("/api/reports/cold-storage").json() == {"removed": "cold-storage"}
    assert ids(shelf) == ["tea"]
    assert [file.name for file in shelf.corpus.iterdir()] == ["tea.md"]
    assert shelf.delete("/api/reports/cold-storage").status_code == 404


def test_a_file_gets_the_ending_of_its_content_and_no_folder(shelf):
    assert upload(shelf, "../../etc/Cold.html", report_pdf(1)).json()["source"] == "Cold.pdf"
    assert (shelf.corpus / "Cold.pdf").exists()
    assert shelf.delete("/api/reports/cold").status_code == 200


@pytest.mark.parametrize(
    ("name", "data", "status", "message"),
    [
        ("tea.pdf", encrypted_pdf(), 422, "tea.pdf is encrypted"),
        ("tea.png", b"\x89PNG", 422, "tea.png is of a kind that is not read"),
        ("tea.md", b"a" * 400_000, 413, "The file is larger than 50,000 bytes (ACTQA_MAX_REPORT_BYTES)."),
        ("tea.md", b"a" * 60_000, 422, "tea.md is too large: at most 50,000 bytes are read (ACTQA_MAX_REPORT_BYTES)."),
    ],
)
def test_a_bad_file_changes_nothing(shelf, name, data, status, message):
    reply = upload(shelf, name, data)
    assert (reply.status_code, reply.json()["error"]["message"][: len(message)]) == (status, message)
    assert ids(shelf) == ["tea"]
    assert (shelf.corpus / "tea.md").read_text() == market("tea")


def test_adding_and_removing_take_a_key(shelf):
    nobody = {"Authorization": ""}
    assert shelf.post("/api/reports", files={"file": ("a.md", b"# A")}, headers=nobody).status_code == 401
    assert shelf.delete("/api/reports/tea", headers=nobody).status_code == 401


def test_a_page_is_an_image_with_boxes_where_a_quote_stands(shelf, cold):
    text = shelf.get("/api/reports/cold-storage/text").json()["text"]
    start = text.index("The market in region 2 reached USD 102 million")
    span = {"start": start, "end": start + len("The market in region 2 reached USD 102 million")}
    image = shelf.get("/api/reports/cold-storage/pages/2.png", params={"width": 595})
    assert (image.status_code, image.headers["content-type"]) == (200, "image/png")
    page = Image.open(io.BytesIO(image.content)).convert("L")
    assert page.size == (595, 842)
    (box,) = shelf.get("/api/reports/cold-storage/pages/2/boxes", params=span).json()["boxes"]
    assert box["left"] == pytest.approx(60 / 595, abs=0.002)
    assert box["top"] == pytest.approx((230 - 7.8) / 842, abs=0.002)
    framed = page.crop(
        (
            int(box["left"] * 595),
            int(box["top"] * 842),
            int((box["left"] + box["width"]) * 595) + 1,
            int((box["top"] + box["height"]) * 842) + 1,
        )
    )
    assert framed.getextrema()[0] < 60
    assert shelf.get("/api/reports/cold-storage/pages/1/boxes", params=span).json() == {"page": 1, "boxes": []}


def test_pages_that_are_not_there(shelf, cold):
    for address, message in (
        ("/api/reports/cold-storage/pages/4.png", "The report cold-storage has no page 4: it has 3."),
        ("/api/reports/tea/pages/1.png", "The report tea has no page 1: its file has none."),
    ):
        reply = shelf.get(address)
        assert (reply.status_code, reply.json()["error"]["code"]) == (404, "page_not_found")
        assert reply.json()["error"]["message"] == message
    assert shelf.get("/api/reports/none/pages/1.png").status_code == 404
