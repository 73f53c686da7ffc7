"""The schema that an LLM and a user read."""

from collections.abc import Iterator

from actqa.facts import ReportFacts


def fields(schema: dict) -> Iterator[tuple[str, str]]:
    for model, part in {"ReportFacts": schema, **schema["$defs"]}.items():
        for name, field in part.get("properties", {}).items():
            of_model = schema["$defs"].get(field.get("$ref", "").rsplit("/", 1)[-1], {})
            yield f"{model}.{name}", field.get("description") or of_model.get("description", "")


def test_every_field_is_described():
    described = dict(fields(ReportFacts.model_json_schema()))
    assert len(described) > 50
    assert [name for name, words in described.items() if not words.endswith(".")] == []
