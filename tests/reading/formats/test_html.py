"""What becomes of a web page."""

from actqa.reading.formats.canonical import Limits
from actqa.reading.formats.html import read_html

PAGE = """<!doctype html><html><head><title>Tea Market Report | Acme Research</title><style>p {color: red}</style></head>
<body><header><a href="/">Acme</a><nav><ul><li><a href="/a">Reports</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies.</div>
<main><h1>Tea Market</h1><div class="share-buttons"><a>Tweet</a></div>
<p>The market reached <b>USD 4.1&nbsp;billion</b> in 2024<sup>1</sup>,<br>and grows.</p>
<h2>Key Players</h2><ul><li><a href="/x">Acme Teas</a></li><li>Borealis<ul><li>Borealis Green</li></ul></li></ul>
<div class="market-share"><p>Asia leads.</p></div>
<table><caption>Size by region</caption><thead><tr><th rowspan="2">Region</th><th colspan="2">USD million</th></tr>
<tr><th>2024</th><th>2030</th></tr></thead><tbody><tr><td>Asia<sup>2</sup></td><td>2,100</td><td>3,400</td></tr></tbody></table>
<p hidden>Secret</p></main>
<aside>More reports</aside><footer>© Acme</footer><script>alert(1)</script></body></html>"""


def read(page):
    return read_html(page.encode(), "r.html", Limits()).text


def test_the_main_part_of_a_page_is_kept_and_the_rest_is_not():
    assert read(PAGE) == (
        "# Tea Market\n\nThe market reached USD 4.1 billion in 2024¹,\n\nand grows.\n\n## Key Players\n\n"
        "- Acme Teas\n- Borealis\n  - Borealis Green\n\nAsia leads.\n\nSize by region\n\n"
        "| Region | USD million 2024 | USD million 2030 |\n| --- | --- | --- |\n| Asia² | 2,100 | 3,400 |\n"
    )


def test_a_page_without_a_heading_is_headed_by_its_title():
    page = "<html><title>Tea Market | Acme</title><body><p>It grows.</p></body></html>"
    assert read(page) == "# Tea Market\n\nIt grows.\n"


def test_lists_of_links_around_the_text_are_left_out_but_not_those_in_it():
    links = "<ul><li><a>Home</a></li><li><a>Reports</a></li></ul>"
    players = "<ul><li><a>Acme</a></li><li><a>Borealis</a></li></ul>"
    text = "The market grew as grocers moved online. " * 4
    page = f"<body><div>{links}</div><h1>Tea</h1><h2>Players</h2>{players}<p>{text}</p>{links}</body>"
    assert read(page) == f"# Tea\n\n## Players\n\n- Acme\n- Borealis\n\n{text.strip()}\n"


def test_a_table_that_lays_out_the_page_is_no_table():
    inner = "<table><tr><td>Asia</td><td>45%</td></tr><tr><td>Europe</td><td>20%</td></tr></table>"
    assert read(f"<body><table><tr><td><p>It grows.</p>{inner}</td><td>Left</td></tr></table></body>") == (
        "It grows.\n\n| Asia | 45% |\n| Europe | 20% |\n\nLeft\n"
    )


def test_what_is_nested_deeper_than_any_page_is_given_up():
    deep = "<div>" * 50_000 + "word" + "</div>" * 50_000
    assert read(f"<body><p>It grows.</p>{deep}</body>") == "It grows.\n"


def test_spans_out_of_all_measure_are_cut():
    page = '<table><tr><td colspan="99999" rowspan="99999">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'
    assert len(read(page)) < 2000
