"""The bar."""

import io
import sys

from actqa.cli.progress import bar


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_how_far_it_is(monkeypatch, capsys):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with bar() as report:
        report("waiting", 0, 0)
        report("embedding [x]", 3, 7)
    assert "Embedding [x]" in terminal.getvalue()
    assert "3/7" in terminal.getvalue()
    assert capsys.readouterr().out == ""


def test_elsewhere_there_is_none(monkeypatch):
    monkeypatch.setattr(sys, "stderr", elsewhere := io.StringIO())
    with bar() as report:
        assert report is None
    assert elsewhere.getvalue() == ""
