"""A report that tries to be more than text, through the real server: it is text in every reply, and of no other type."""

import httpx
import pytest
from conftest import StartServer

ATTACKS = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<svg/onload=alert(1)>",
    "[press](javascript:alert(1))",
    "![picture](https://elsewhere.example/track.png)",
    "<a href='javascript:alert(1)'>press</a>",
    "</script><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
]
REPORT = "# <script>alert(0)</script> Market\n\nThe tea market was valued at USD 5 million in 2024.\n\n" + "".join(
    f"The tea market {attack} will reach USD 7 million by 2030.\n\n## Key Players {attack}\n\n- {attack} Leaf Ltd\n\n"
    for attack in ATTACKS
)


@pytest.fixture(scope="module")
def hostile(start_server: StartServer, tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("hostile")
    (home / "corpus").mkdir()
    (home / "corpus" / "tea.md").write_text(REPORT)
    with httpx.Client(
        base_url=start_server(home / "corpus", home / "index").url, timeout=60, trust_env=False
    ) as client:
        yield client


def check_headers(reply: httpx.Response) -> None:
    """Nothing in it would run, were it opened by itself."""
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert "html" not in reply.headers["content-type"]


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        ("/api/reports", "application/json"),
        ("/api/reports/tea/text", "application/json"),
        ("/api/reports/tea/facts", "application/json"),
        ("/api/reports/tea/facts.csv?what=players", "text/csv"),
        ("/api/reports/tea/facts.md", "text/markdown"),
        ("/api/reports/<script>alert(1)</script>/text", "application/json"),
        ("/api/<script>alert(1)</script>", "application/json"),
    ],
)
def test_it_is_never_sent_as_a_page(hostile, call, kind):
    reply = hostile.get(call)
    assert reply.headers["content-type"].partition(";")[0] == kind
    check_headers(reply)
    if kind != "application/json":
        assert reply.headers["content-disposition"].startswith("attachment;")


@pytest.mark.parametrize("question", ["How large is the tea market in 2030?", "Who are the key players?", ATTACKS[1]])
def test_answers_are_text(hostile, question):
    asked = {"question": question, "report": "tea"}
    answer = hostile.post("/api/ask", json=asked)
    stream = hostile.post("/api/chat", json=asked)
    assert answer.headers["content-type"] == "application/json"
    assert stream.headers["content-type"].partition(";")[0] == "text/event-stream"
    for reply in (answer, stream):
        check_headers(reply)
    text = hostile.get("/api/reports/tea/text").json()["text"]
    for citation in answer.json()["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_page_may_run_only_what_the_server_has_and_load_nothing_from_elsewhere(hostile):
    for page in ("/", "/docs", "/embed"):
        policy = dict(
            part.strip().partition(" ")[::2] for part in hostile.get(page).headers["content-security-policy"].split(";")
        )
        assert policy["default-src"] == "'none'"
        assert (policy["script-src"], policy["style-src"], policy["connect-src"]) == ("'self'", "'self'", "'self'")
        assert "http" not in policy["img-src"]
        assert policy["base-uri"] == "'none'"
        assert "unsafe" not in str(policy)
