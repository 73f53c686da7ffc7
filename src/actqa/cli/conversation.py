"""A conversation: what has been asked, the last answer, and what each line that is typed does."""

from collections import deque
from collections.abc import Callable, Mapping
from typing import NamedTuple

from actqa.answering.answer import Answer, Citation
from actqa.assistant import Assistant
from actqa.cli.paper import Paper
from actqa.cli.source import place_of, surroundings
from actqa.errors import ReportNotFound, UsageError
from actqa.reading import Report, Span

REMEMBERED = 10
"""Earlier questions that a question is asked with."""


class Conversation:
    """Takes lines; prints on a paper."""

    def __init__(self, assistant: Assistant, report: str | None, paper: Paper) -> None:
        """Raises what is wrong with the index, and ReportNotFound."""
        self._assistant, self._paper = assistant, paper
        self._asked: deque[str] = deque(maxlen=REMEMBERED)
        self._answer: Answer | None = None
        self.report: str | None = None
        self.ended = False
        self.ids = tuple(it.id for it in assistant.reports())
        self._choose(report or "")

    def take(self, line: str) -> None:
        """A question, or a command. Raises ActqaError where it cannot be done; the conversation can go on."""
        name, _, argument = line.removeprefix(":").partition(" ")
        if name.isdecimal() and not argument:
            self._open(name)
        elif line.startswith(":"):
            if name not in COMMANDS:
                raise UsageError(f"There is no command :{name[:40]}: :help lists them.")
            COMMANDS[name].do(self, argument.strip())
        else:
            self._ask(line)

    def _ask(self, question: str) -> None:
        with self._paper.waiting("" if self._answer else "Loading what finds the answers"):
            answer = self._assistant.ask(question, self.report, tuple(self._asked))
        self._asked.append(question)
        self._answer = answer
        self._paper.write(answer.answer, style="bold", whole=[it.text for it in answer.figures])
        for citation in answer.citations:
            self._paper.write(_named(citation), style="dim", rest="    ")
        if answer.note:
            self._paper.write(answer.note, style="dim")
        self._paper.gap()

    def _show_withheld(self, _: str) -> None:
        withheld = self._answer.withheld if self._answer else ()
        mended = self._answer.mended if self._answer else ()
        for it in withheld:
            self._paper.write(f"“{it.text}”: {it.reason}.", rest="    ")
        for was in mended:
            self._paper.write(f"Mended: “{was.text}”: {was.reason}. It became: “{was.became}”", rest="    ")
        if not withheld and not mended:
            self._paper.write("Nothing of the last answer was withheld.")
        self._paper.gap()

    def _open(self, number: str) -> None:
        citations = self._answer.citations if self._answer else ()
        if not citations:
            raise UsageError("There is no citation to open: ask what the reports say, then open one of the answer.")
        chosen = [it for it in citations if number in ("", str(it.id))]
        if not chosen:
            there = ", ".join(str(it.id) for it in citations)
            raise UsageError(f"There is no citation {number[:40]}: the last answer has {there}.")
        for citation in chosen:
            self._show(citation)

    def _show(self, citation: Citation) -> None:
        self._paper.write(f"[{citation.id}] {place_of(citation)}", style="dim", rest="    ")
        report = self._cited(citation)
        if report:
            for is_quote, text in surroundings(report, Span(citation.start, citation.end)):
                gutter, style = ("  > ", "bold") if is_quote else ("    ", "")
                self._paper.write(text, style=style, first=gutter, rest=gutter)
        else:
            self._paper.write(citation.shown or citation.quote, style="bold", first="  > ", rest="  > ")
            self._paper.write("The report has changed since; this is what it said.", first="    ", rest="    ")
        self._paper.gap()

    def _cited(self, citation: Citation) -> Report | None:
        """The report as it was cited; None where it is another by now."""
        try:
            report = self._assistant.report(citation.report)
        except ReportNotFound:
            return None
        return report if report.revision == citation.revision else None

    def _choose(self, id: str) -> None:
        if id and id not in self.ids:
            self.ids = tuple(it.id for it in self._assistant.reports())
        if id and id not in self.ids:
            raise ReportNotFound(f"There is no report {id[:100]}: the index holds {', '.join(self.ids)}.")
        self.report = id or None

    def _choose_aloud(self, id: str) -> None:
        self._choose(id)
        self._paper.write(f"Asking {self.report or 'all reports'}.")

    def _list(self, _: str) -> None:
        for card in self._assistant.reports():
            self._paper.write(f"{card.id}: {card.title}", first="* " if card.id == self.report else "  ", rest="    ")

    def _forget(self, _: str) -> None:
        self._asked.clear()
        self._answer = None
        self._paper.write("What was asked is forgotten.")

    def _help(self, _: str) -> None:
        for name, command in COMMANDS.items():
            self._paper.write(command.help, first=f"{f':{name} {command.argument}':<12}", rest=" " * 12)
        self._paper.write("Everything else is a question. The up-arrow brings back what was typed before.")

    def _quit(self, _: str) -> None:
        self.ended = True


def _named(citation: Citation) -> str:
    page = f", page {citation.page}" if citation.page else ""
    return f"[{citation.id}] {citation.report}: {' › '.join(citation.path or (citation.section,))}{page}"


class _Command(NamedTuple):
    do: Callable[[Conversation, str], None]
    argument: str
    help: str


COMMANDS: Mapping[str, _Command] = {
    "open": _Command(
        Conversation._open, "N", "open citation N of the last answer, all without N; so does :N, or N alone"
    ),
    "withheld": _Command(Conversation._show_withheld, "", "what of the last answer was withheld, and why"),
    "report": _Command(Conversation._choose_aloud, "ID", "ask only this report; all without ID"),
    "reports": _Command(Conversation._list, "", "list the reports"),
    "new": _Command(Conversation._forget, "", "forget what was asked before"),
    "help": _Command(Conversation._help, "", "list the commands"),
    "quit": _Command(Conversation._quit, "", "end; so do Ctrl-D and Ctrl-C"),
}
