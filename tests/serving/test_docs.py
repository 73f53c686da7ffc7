"""The API's description of itself."""

import json

from actqa import Answer

KINDS = {
    "/api/chat": "text/event-stream",
    "/api/reports/{id}/facts.csv": "text/csv",
    "/api/reports/{id}/facts.md": "text/markdown",
    "/api/reports/{id}/facts.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "/api/reports/{id}/pages/{page}.png": "image/png",
}
"""What a call returns where that is not JSON."""
CALLS = {
    "/api/health",
    "/api/reports",
    "/api/reports/{id}",
    "/api/reports/{id}/text",
    "/api/reports/{id}/pages/{page}/boxes",
    "/api/reports/{id}/facts",
    "/api/ask",
    "/api/questions",
    "/api/session",
    "/api/tokens",
    *KINDS,
}


def test_every_call_is_described_with_its_replies_and_errors(client):
    paths = client.get("/openapi.json").json()["paths"]
    assert set(paths) == CALLS
    for path, methods in paths.items():
        for operation in methods.values():
            assert operation["description"], path
            assert "421" in operation["responses"]
            (done,) = {"200", "201", "204"} & set(operation["responses"])
            if done != "204":
                (kind,) = operation["responses"][done]["content"]
                assert kind == KINDS.get(path, "application/json")
            for status, response in operation["responses"].items():
                if status == done:
                    continue
                schema = response["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/ErrorBody"}, (path, status)


def test_the_question_has_an_example_and_the_key_a_scheme(client):
    described = client.get("/openapi.json").json()
    assert described["components"]["schemas"]["Ask"]["examples"][0]["question"] == "What is the market size in 2031?"
    answer = described["paths"]["/api/ask"]["post"]["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {"$ref": "#/components/schemas/Answer"}
    assert Answer.model_validate(answer["example"]).answered
    assert described["paths"]["/api/ask"]["post"]["security"] == [{"HTTPBearer": []}]
    assert "security" not in described["paths"]["/api/health"]["get"]


def test_the_docs_page_works_under_its_policy_and_asks_nobody_else(client, chromium):
    context = chromium.new_context()
    page = context.new_page()
    console, asked = [], []
    page.on("console", lambda message: console.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{client.base_url}/docs")
    page.locator("#operations-questions-ask_api_ask_post").click()
    page.get_by_role("button", name="Try it out").click()
    page.locator("textarea").fill('{"question": "How large?"}')
    page.get_by_role("button", name="Execute").click()
    reply = page.locator(".live-responses-table .response-col_description code").first
    reply.wait_for()
    assert '"answered": true' in reply.inner_text()
    context.close()
    assert [line for line in console if "Content Security Policy" in line] == []
    assert [url for url in asked if not url.startswith((str(client.base_url), "data:"))] == []


def test_the_description_is_json_without_outside_addresses(client):
    text = client.get("/openapi.json").text
    assert json.loads(text)["openapi"].startswith("3.")
    assert "http://" not in text
    assert "https://" not in text
