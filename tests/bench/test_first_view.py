"""How long the page takes: the words of it, and the bare page beside it. The measuring itself is the browser's."""

import httpx

from actqa.bench.first_view import READY, bare_page, report


def test_medians_and_their_ratio_are_reported() -> None:
    said = report({"with nothing kept": [[300, 100, 200], [50, 40, 90]]}, 39_400)

    assert said.startswith("Before the page can be used it has taken in 39 KB.")
    assert said.endswith("| with nothing kept | 200 | 50 | 4.0 |")


def test_the_bare_page_is_of_the_size_and_sets_the_same_mark() -> None:
    with bare_page(5000) as url:
        assert 'src="bare.js"' in httpx.get(url, trust_env=False).text
        script = httpx.get(f"{url}bare.js", trust_env=False).text

    assert 5000 < len(script) < 5100
    assert script.endswith(f"performance.mark('{READY}');")
