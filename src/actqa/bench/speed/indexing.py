"""Indexing, from files to a searchable index, beside the recipe and beside the limit."""

from actqa.bench.speed import limit
from actqa.bench.speed.corpora import write_corpus
from actqa.bench.speed.lines import Line, at_least
from actqa.bench.speed.lines import times as ratio
from actqa.bench.speed.recipe import Recipe
from actqa.bench.speed.setting import Setting, built, in_turn
from actqa.index.parsed import parse

REPORTS, PAGES = 4, 15
OVER_RECIPE, OVER_LIMIT = 2.0, 0.7


def indexing(setting: Setting) -> list[Line]:
    """Characters of source a second. All models are loaded before; each run writes an index of its own."""
    corpus = setting.folder / "corpus"
    files = write_corpus(corpus, REPORTS, PAGES)
    parts = [parse(file.read_bytes(), id=file.stem, name=file.name)[0] for file in files]
    texts = [text for part in parts for text in part.texts]
    characters = sum(len(part.report.text) for part in parts)
    recipe, encoder = Recipe(setting.encoder.folder), setting.encoder
    recipe.index(files[:1], setting.folder / "warm")
    encoder.encode(texts[:100])
    ours, theirs, least = in_turn(
        setting.runs,
        lambda run: built(corpus, setting.folder / f"index-{run}", encoder),
        lambda run: recipe.index(files, setting.folder / f"recipe-{run}"),
        lambda run: limit.index(texts, encoder, setting.folder / f"limit-{run}"),
    )
    speed = f"{characters / ours:,.0f} characters/s"
    return [
        Line(f"Indexing {REPORTS} reports of {PAGES} pages, {len(texts):,} records", speed),
        at_least("… over the recipe", theirs / ours, OVER_RECIPE, ratio, f"{characters / theirs:,.0f} characters/s"),
        at_least("… over the limit", least / ours, OVER_LIMIT, ratio, f"{characters / least:,.0f} characters/s"),
    ]
