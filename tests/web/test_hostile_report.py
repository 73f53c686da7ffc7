"""A report, an answer and a title that try to be more than text."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from web.reading import ask, open_citation
from web.shelf import Told, answering, cite

ATTACKS = [
    "<script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">",
    "<svg onload=\"document.title='taken'\"><circle/></svg>",
    "<iframe src='https://elsewhere.example/'></iframe>",
    "<a href='javascript:alert(1)' onclick='alert(1)'>press</a>",
    "[press](javascript:alert(1)) ![chart](https://elsewhere.example/chart.png)",
    "&lt;script&gt;document.title = 'taken'&lt;/script&gt;",
    "<style>body { display: none }</style><link rel=stylesheet href=https://elsewhere.example/x.css>",
    "<form action=https://elsewhere.example/><input name=key></form>",
]


def test_hostile_text_is_shown_as_text(told: Told, open_page: Callable[..., Page]) -> None:
    quote = "Here it ends."
    report = told.hold("market", "# Market <img src=x onerror=alert(1)>\n\n" + "\n\n".join(ATTACKS) + f"\n\n{quote}\n")
    told.answer(answering(cite(report, quote), text=f"{ATTACKS[0]} {ATTACKS[1]} {ATTACKS[3]}"))
    page = open_page()
    ask(page, ATTACKS[1])
    expect(page.locator(".question")).to_have_text([ATTACKS[1]])
    expect(page.locator(".statement")).to_have_text([f"{ATTACKS[0]} {ATTACKS[1]} {ATTACKS[3]}1"])
    open_citation(page)
    sheet = page.locator("actqa-source .sheet")
    expect(sheet).to_contain_text("document.title = 'taken'")
    expect(sheet).to_contain_text("<script>document.title = 'taken'</script>")
    assert (
        page.locator(":is(.stage, actqa-source) :is(script, img, svg, iframe, a, style, link, input, object)").count()
        == 0
    )
    assert page.title() == "All reports · actqa"
