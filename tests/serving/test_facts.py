"""What a report states, over HTTP."""

import csv
import io

import httpx
import openpyxl
import pytest
from facts.stated import FACTS

from actqa.errors import ReportNotFound
from actqa.facts import ReportFacts
from actqa.facts.export import KINDS

FACTS_OF_TEA = "/api/reports/tea/facts"


@pytest.fixture
def tea(client, monkeypatch):
    """The application over an assistant that knows the facts of one report."""

    def facts(id, among=None):
        if id != "tea":
            raise ReportNotFound(f"There is no report {id}.")
        return FACTS

    monkeypatch.setattr(client.assistant, "facts", facts, raising=False)
    return client


def test_the_facts_go_out_as_they_are(tea):
    reply = tea.get(FACTS_OF_TEA)
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/json")
    assert reply.json() == FACTS.model_dump(mode="json")


def test_csv_is_a_download_of_one_table_with_links_to_this_server(tea):
    reply = tea.get(f"{FACTS_OF_TEA}.csv", params={"what": "forecasts"})
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.headers["content-disposition"] == 'attachment; filename="tea-forecasts.csv"'
    assert reply.content.startswith(b"\xef\xbb\xbfmarket,unit,")
    first, second = csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"), newline=""))
    assert (first["start_value"], second["market"]) == ("5.25", "'=SUM(A1)")
    assert first["link"].startswith(f"{tea.base_url}/#report=tea&start=")


def test_a_workbook_is_a_download_with_a_sheet_per_kind(tea):
    reply = tea.get(f"{FACTS_OF_TEA}.xlsx")
    assert reply.headers["content-type"] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert reply.headers["content-disposition"] == 'attachment; filename="tea-facts.xlsx"'
    assert openpyxl.load_workbook(io.BytesIO(reply.content)).sheetnames == list(KINDS)
    one = tea.get(f"{FACTS_OF_TEA}.xlsx", params={"what": "players"})
    assert openpyxl.load_workbook(io.BytesIO(one.content)).sheetnames == ["players"]


def test_markdown_is_a_download_too(tea):
    reply = tea.get(f"{FACTS_OF_TEA}.md", params={"what": "shares"})
    assert reply.headers["content-type"] == "text/markdown; charset=utf-8"
    assert reply.headers["content-disposition"] == 'attachment; filename="tea-shares.md"'
    assert reply.text.startswith("## Shares\n\n| subject | percent |")


@pytest.mark.parametrize("query", [".csv", ".csv?what=all", ".csv?what=prices", ".xlsx?what=prices", ".md?what="])
def test_a_table_that_is_not_named_or_not_known_is_422(tea, query):
    reply = tea.get(FACTS_OF_TEA + query)
    assert reply.status_code == 422
    assert reply.json()["error"]["code"] == "invalid"
    assert reply.json()["error"]["message"].startswith("what: ")


@pytest.mark.parametrize("ending", ["", ".csv?what=shares", ".xlsx", ".md"])
def test_an_unknown_report_is_404(tea, ending):
    reply = tea.get(f"/api/reports/coffee/facts{ending}")
    assert reply.status_code == 404
    assert reply.json()["error"]["code"] == "report_not_found"


def test_another_ending_is_404(tea):
    assert tea.get(f"{FACTS_OF_TEA}.pdf").status_code == 404


@pytest.mark.parametrize("ending", ["", ".csv?what=shares", ".xlsx", ".md"])
def test_what_the_client_has_is_not_sent_again(tea, ending):
    first = tea.get(FACTS_OF_TEA + ending)
    again = tea.get(FACTS_OF_TEA + ending, headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert first.headers["cache-control"] == "private, no-cache"


def test_each_form_and_table_has_a_tag_of_its_own(tea):
    endings = [".csv?what=shares", ".csv?what=players", ".xlsx", ".xlsx?what=shares", ".md", ".md?what=shares"]
    assert len({tea.get(FACTS_OF_TEA + ending).headers["etag"] for ending in endings}) == len(endings)


@pytest.mark.parametrize("id", ["tea.md", "..%2Ftea.md", "%2Fetc%2Fpasswd.md"])
def test_no_file_is_read_by_its_name(server, id, tmp_path):
    assert httpx.get(f"{server.url}/api/reports/{id}/facts").status_code == 404


def test_the_facts_of_a_real_report_stand_in_its_text(server):
    report = f"{server.url}/api/reports/adoptive-cell-therapy"
    facts = ReportFacts.checked(httpx.get(f"{report}/facts").json(), httpx.get(f"{report}/text").json()["text"])
    assert facts.report.id == "adoptive-cell-therapy"
