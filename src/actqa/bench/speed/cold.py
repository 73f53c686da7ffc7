"""A program from its start to its end: a question, and the help."""

import sys
from collections.abc import Sequence

from actqa.bench.speed import bare_ask
from actqa.bench.speed.corpora import write_corpus
from actqa.bench.speed.lines import Line, at_most, medians, seconds
from actqa.bench.speed.programs import ACTQA, Took, run
from actqa.bench.speed.setting import Setting, built

ABOVE = 0.4
HELP = 0.3
MORE = 5
"""Times as many runs as elsewhere at least: these are short."""


def cold(setting: Setting) -> list[Line]:
    """`actqa ask` on an index that is there, beside the script with the same imports."""
    corpus, index = setting.folder / "corpus", setting.folder / "index"
    write_corpus(corpus, 15, 4)
    built(corpus, index, setting.encoder)
    (chroma,) = index.glob("shelves/*")
    bare = (sys.executable, bare_ask.__file__, str(setting.encoder.copy), str(chroma))
    settings = {"corpus": str(corpus), "index": str(index)}
    asked = (*ACTQA, "ask", bare_ask.QUESTION, "--report", "market-0003")
    for program in (bare, asked):
        run(program, settings)
    pairs = [(run(asked, settings), run(bare, settings)) for _ in range(max(setting.runs, MORE))]
    ours, theirs = _middle([pair[0] for pair in pairs]), _middle([pair[1] for pair in pairs])
    return [
        Line("A cold `actqa ask`, 15 reports", seconds(ours.wall), f"bare script {seconds(theirs.wall)}"),
        at_most("… above the bare script", ours.wall - theirs.wall, ABOVE, seconds),
        at_most("… in processor time", ours.processor - theirs.processor, ABOVE, seconds, seconds(theirs.processor)),
    ]


def help_page(setting: Setting) -> list[Line]:
    """`actqa --help`, beside Python alone."""
    programs = ((*ACTQA, "--help"), (sys.executable, "-c", "pass"))
    pairs = [[run(program) for program in programs] for _ in range(max(setting.runs, MORE))]
    ours, theirs = _middle([pair[0] for pair in pairs]), _middle([pair[1] for pair in pairs])
    return [
        at_most("`actqa --help`", ours.wall, HELP, seconds, f"Python alone {seconds(theirs.wall)}"),
        at_most("… in processor time", ours.processor, HELP, seconds, seconds(theirs.processor)),
    ]


def _middle(found: Sequence[Took]) -> Took:
    return Took(*medians([(took.wall, took.processor) for took in found]))
