"""One report of 400 pages, a million characters."""

from itertools import islice

from actqa.bench.questions import WARMING, percentile
from actqa.bench.speed.corpora import questions, write_corpus
from actqa.bench.speed.lines import Line, at_most, medians, milliseconds, seconds
from actqa.bench.speed.programs import serving
from actqa.bench.speed.setting import Setting, built, timed

PAGES = 400
ASKED = 40
INDEXING, QUESTION, REPLY = 60.0, 0.1, 0.5
"""What is still pleasant; seconds."""


def long_report(setting: Setting) -> list[Line]:
    """Indexed, asked, its facts and its text fetched."""
    corpus, index = setting.folder / "corpus", setting.folder / "index"
    (file,) = write_corpus(corpus, 1, PAGES)
    setting.encoder.encode(["warm"] * 40)
    indexing = timed(lambda: built(corpus, index, setting.encoder))
    with serving(corpus, index) as server, server.client() as client:
        first = client.ask(WARMING[0], file.stem)
        for question in WARMING:
            client.ask(question, file.stem)
        asked = [client.ask(question, file.stem) for question in islice(questions(), ASKED)]
        paths = ("facts", "text")
        facts, text = medians([[client.get(f"/api/reports/{file.stem}/{path}") for path in paths] for _ in range(5)])
    size = f"{len(file.read_text('utf-8')):,} characters"
    return [
        at_most(f"A report of {PAGES} pages, {size}: indexing", indexing, INDEXING, seconds),
        Line("… the first question", seconds(first)),
        at_most("… a warm question, median", percentile(asked, 0.5), QUESTION, milliseconds),
        at_most("… its facts", facts, REPLY, milliseconds),
        at_most("… its text", text, REPLY, milliseconds),
    ]
