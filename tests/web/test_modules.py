"""The modules that count and parse, run in the browser by themselves."""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page
from web.shelf import Shelf

from actqa.serving.joined import join_modules

WEB = Path(__file__).parents[2] / "web"


def run(page: Page, module: str, body: str, argument: Any) -> Any:
    """What `body`, which sees the module as `m` and the argument as `given`, returns."""
    code = f"async (given) => {{ const m = await import('/web/{module}'); {body} }}"
    return page.evaluate(code, argument)


@pytest.fixture(scope="module")
def page(shared_context: BrowserContext, shelf_server: tuple[str, Shelf]) -> Iterator[Page]:
    page = shared_context.new_page()
    page.goto(shelf_server[0])
    yield page
    page.close()


def units(text: str, points: int) -> int:
    """The UTF-16 offset of a code-point offset."""
    return len(text[:points].encode("utf-16-le")) // 2


def test_offsets_are_converted_as_python_counts_them(page: Page) -> None:
    chance = random.Random(7)
    alphabet = "aé中😀𝒜\n "
    texts = ["", "plain", "😀", *("".join(chance.choices(alphabet, k=size)) for size in (3, 1023, 1024, 1025, 5000))]
    for text in texts:
        points = [0, len(text), len(text) + 5, *chance.choices(range(len(text) + 1), k=200)]
        found = run(
            page,
            "text/offsets.js",
            "const c = new m.CodePoints(given.text); return given.points.map((point) => c.units(point));",
            {"text": text, "points": points},
        )
        assert found == [units(text, point) for point in points]


STREAM = (
    "\ufeff: a comment\r\n"
    'event: status\r\ndata: {"text":"Süche 😀"}\r\n\r\n'
    "data: one\rdata:two\rdata\r\r"
    "event: answer\nid: 7\nretry: 5\nunknown: x\ndata:  kept\n\n"
    "event: nothing\n\n"
    "event: unfinished\ndata: lost\n"
)
EVENTS = [
    {"event": "status", "data": '{"text":"Süche 😀"}'},
    {"event": "message", "data": "one\ntwo\n"},
    {"event": "answer", "data": " kept"},
]
READ = """
    const read = async (sizes) => {
        const bytes = new TextEncoder().encode(given.stream);
        let at = 0;
        const body = new ReadableStream({
            pull(controller) {
                if (at >= bytes.length) return controller.close();
                const size = sizes[at % sizes.length];
                controller.enqueue(bytes.slice(at, at + size));
                at += size;
            },
        });
        const found = [];
        for await (const event of m.readEvents(body)) found.push(event);
        return found;
    };
    return Promise.all(given.cuts.map(read));
"""


def test_a_stream_means_the_same_however_it_is_cut(page: Page) -> None:
    cuts = [[1], [2], [3], [7], [1, 5, 2], [1000]]
    assert run(page, "net/sse.js", READ, {"stream": STREAM, "cuts": cuts}) == [EVENTS] * len(cuts)


def test_a_stream_may_end_in_carriage_returns(page: Page) -> None:
    found = run(page, "net/sse.js", READ, {"stream": "data: last\r\r", "cuts": [[1], [100]]})
    assert found == [[{"event": "message", "data": "last"}]] * 2


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("R&amp;D at AT&T", "R&D at AT&T"),
        ("a &lt;b&gt; &#60;c&#x3E; &nosuch; &", "a <b> <c> &nosuch; &"),
        ("1 &lt; 2 < 3 and 4 > 3", "1 < 2 < 3 and 4 > 3"),
        ("<p>One</p><p>two<br/>three</p>", "One two three"),
        ("H<sub>2</sub>O", "H2O"),
        ("a <!-- hidden --> b", "a b"),
        ("**bold** and *slanted*, 5*6*7, 5 * 6 * 7, *note", "bold and slanted, 5*6*7, 5 * 6 * 7, *note"),
        ("see [the table](javascript:alert(1)) [1]", "see the table [1]"),
        ("![chart](https://elsewhere.example/x.png)", "chart"),
    ],
)
def test_raw_text_is_shown_as_a_reader_sees_it(page: Page, raw: str, shown: str) -> None:
    assert run(page, "text/markup.js", "return m.shown(given, 0, given.length);", raw) == shown


def test_runs_know_their_places_and_leave_nothing_out(page: Page) -> None:
    raw = "x A&amp;B <i>c</i> **d** 😀 y"
    found = run(page, "text/markup.js", "return m.runs(given, 2, given.length - 2);", raw)
    encoded = raw.encode("utf-16-le")
    assert [run["shown"] for run in found] == ["A", "&", "B ", "c", " ", "d", " 😀"]
    for one in found:
        piece = encoded[one["start"] * 2 : one["end"] * 2].decode("utf-16-le")
        assert one["shown"] in (piece, "&")


def test_figures_and_citations_are_found_in_a_statement(page: Page) -> None:
    figures = [{"text": "5"}, {"text": "USD 5.5 billion"}, {"text": "5.5"}]
    found = run(
        page,
        "text/segments.js",
        "return m.segments(given.text, given.figures, given.citations);",
        {"text": "From 5 to USD 5.5 billion [2], not 15 [9].", "figures": figures, "citations": [1, 2]},
    )
    assert [(one["kind"], one["text"], one.get("id")) for one in found] == [
        ("words", "From ", None),
        ("figure", "5", None),
        ("words", " to ", None),
        ("figure", "USD 5.5 billion", None),
        ("citation", " [2]", 2),
        ("words", ", not 15 [9].", None),
        ("citation", "", 1),
    ]


def reached_from(start: Path) -> set[Path]:
    """The module and all that it imports, not those that it calls for later."""
    found, to_see = set(), [start]
    while to_see:
        path = to_see.pop()
        if path not in found:
            found.add(path)
            imported = re.findall(r'^(?:im|ex)port (?:[^"(;]* from )?"([^"]+)";', path.read_text(), re.MULTILINE)
            to_see += [(path.parent / name).resolve() for name in imported]
    return found


def test_what_a_first_view_needs_comes_as_one_file_and_nothing_else_in_it() -> None:
    assert re.findall(r'src="web/([^"]+)"', (WEB / "index.html").read_text()) == ["first-paint.js", "app.js"]
    joined = join_modules("app.js", lambda name: (WEB / name).read_text())
    assert set(joined.exports) == {str(path.relative_to(WEB)) for path in reached_from(WEB / "app.js")}
    assert not [name for name in joined.exports if name.startswith(("tables/f", "chart/", "source/blocks", "widget"))]


def test_no_module_is_left_over() -> None:
    later = re.findall(r'import\("([^"]+\.js)"\)', (WEB / "later.js").read_text())
    apart = ["first-paint.js", "widget/define.js", "widget/embed.js", "widget/example.js"]
    starts = [(WEB / name).resolve() for name in ["app.js", *apart, *later]]
    reached = {found for start in starts for found in reached_from(start)}
    there = {path for path in WEB.rglob("*.js") if "vendor" not in path.parts}
    assert reached == there - {WEB / "widget.js"}


def test_nothing_is_put_into_the_page_as_markup() -> None:
    for path in [*WEB.rglob("*.js"), *WEB.rglob("*.html")]:
        if "vendor" in path.parts:
            continue
        text = path.read_text()
        assert not re.search(r"(inner|outer|Adjacent)HTML|document\.write|\beval\(|new Function", text), path
        assert not re.search(r"https?://(?!www\.w3\.org/)", text), path
        assert not re.search(r"<[^>]+\son\w+=|<[^>]+\sstyle=|<style", text), path
