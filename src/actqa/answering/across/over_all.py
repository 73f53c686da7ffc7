"""Answers a question to several reports, each statement from one of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from actqa.answering.across import members
from actqa.answering.across.catalogue import Catalogues
from actqa.answering.across.choosing import Chooser, content_of
from actqa.answering.across.figures import Found, in_rank, side_by_side, table, worded
from actqa.answering.across.joined import Note, Part, listed
from actqa.answering.across.scope import Scope
from actqa.answering.across.shortlist import shortlist
from actqa.answering.across.subjects import subjects_of
from actqa.answering.across.worded import Several
from actqa.answering.across.words import (
    ASKING,
    CATALOGUE,
    COUNTED,
    FIGURES,
    HOW_MANY_SHOWN,
    LED_BY,
    PLAYS,
    RANKING,
    SAYS,
)
from actqa.answering.across.work import Work
from actqa.answering.answer import Answer
from actqa.answering.asked.history import complete
from actqa.answering.asked.list_words import COUNT_WORDS
from actqa.answering.asked.question import Question
from actqa.answering.asked.words import stem
from actqa.answering.draft import Drafter
from actqa.answering.figures.leaders import SUPERLATIVES
from actqa.answering.refusal import METRIC_NAMES
from actqa.answering.seen.view import Views
from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot

MOST_RANKED = 3
"""In rank that are given where the question does not say how many."""
READ_CLOSELY = 8
"""Reports looked at for what ranks first; a view of a report takes some time to build, facts are there at once."""
MOST_OF_ALL = 20
"""Reports that are given where all are asked for."""
MOST_NAMED = 5
"""Reports that a refusal names."""


class Across:
    """Everything that is asked of more than one report."""

    def __init__(self, encoder: Encoder, drafter: Drafter, views: Views) -> None:
        self._encoder = encoder
        self._drafter = drafter
        self._views = views
        self._catalogues = Catalogues(encoder)

    def scope(self, snapshot: Snapshot, text: str, history: Sequence[str]) -> Scope:
        """The reports that the question is for."""

        def first_of(scope: Scope, text: str, history: Sequence[str]) -> str:
            answer = self.answer(snapshot, scope, text, history)
            return answer.citations[0].report if answer.answered else ""

        return Chooser(snapshot, self._catalogues.of(snapshot), self._encoder, first_of).scope(text, history)

    def answer(self, snapshot: Snapshot, scope: Scope, text: str, history: Sequence[str]) -> Answer:
        """The answer from the reports of the scope."""
        return self.composed(snapshot, scope, text, history).answer()

    def composed(
        self, snapshot: Snapshot, scope: Scope, text: str, history: Sequence[str], *, words: bool = False
    ) -> Several:
        """What they say, and, for its `words`, what a model may write of."""
        work = self._work(snapshot, text, history)
        parts, notes, refusal = _WAYS[scope.kind](work, scope)
        subjects = tuple(subjects_of(work, scope, parts)) if words else ()
        return Several(text, work.question.text, tuple(history), parts, notes, refusal, self._drafter.name, subjects)

    def _work(self, snapshot: Snapshot, text: str, history: Sequence[str]) -> Work:
        briefs = self._catalogues.of(snapshot)
        return Work(snapshot, briefs, self._encoder, self._drafter, self._views, text, complete(text, history))


LED = SUPERLATIVES["largest"]
LESS = re.compile(r"\b(?:smaller|slower|lower)\b")

Said = tuple[Sequence[Part], Sequence[Note], str]
"""Statements, what is said of them together, and what is said where there are none."""


def _refusal(work: Work, what: str) -> str:
    labels = [brief.label for brief in work.briefs.values()]
    return f"{what}; there are reports on {listed(labels, MOST_NAMED)}."


def _none(work: Work, scope: Scope) -> Said:
    about = f" on “{scope.market}”" if scope.market else " on this"
    return (), (), _refusal(work, f"No report is{about}")


def _which(work: Work, scope: Scope) -> Said:
    return (), (), _refusal(work, "Please name the market")


# Over all reports ----------------------------------------------------------------------------------------------------


def _all(work: Work, scope: Scope) -> Said:
    question = work.question
    for fits, way in _OVER_ALL:
        if fits(work):
            return way(work)
    return _mentioned(work) if content_of(question) or question.names else _which(work, scope)


def _catalogue(work: Work) -> Said:
    parts, notes = members.counted(
        members.markets(work.snapshot, [*work.briefs.values()][: members.MOST_SHOWN]),
        work.briefs,
        counts=False,
    )
    everything = [brief.label for brief in work.briefs.values()]
    rest = everything[members.MOST_SHOWN :]
    more = [Note(f"Also {listed(rest, 30)}.", named=tuple(rest), counted=(listed(rest, 30),))] if rest else []
    count = members.count_of(len(everything))
    first = Note(count, first=True, counted=(count,))
    return parts, [first, *notes, *more], _refusal(work, "There are no reports")


def _covered(work: Work) -> Said:
    return members.markets(work.snapshot, work.meant), (), _refusal(work, "No report is on this")


def _ranked(work: Work) -> Said:
    """The figures of all reports in rank; where there are many, of those that would come first."""
    question = work.figure_question(work.terms(()))
    largest = work.question.leader not in {"slowest", "smallest"}
    ids = shortlist(work.briefs, question, READ_CLOSELY, largest=largest)
    parts, notes, refusal = _in_rank(work, question, ids, largest, _how_many(work))
    rest = [Note("The other reports rank lower, or give none.")] if len(ids) < len(work.briefs) else []
    return parts, [*notes, *rest], refusal


def _in_rank(work: Work, question: Question, ids: Sequence[str], largest: bool, most: int) -> Said:
    found = work.figure_of(question, ids)
    by_year = question.metric == "size" and not question.years
    sorted_out = table(found, by_year=by_year)
    parts, notes = in_rank(sorted_out, question.metric, _what(question), largest=largest, most=most)
    silent = [work.briefs[id].label for id in ids if id not in {f.brief.id for f in found}]
    if silent and found:
        notes.append(Note(f"No such figure in {listed(silent)}.", named=tuple(silent), counted=(listed(silent),)))
    return parts, notes, f"No report says this: I looked for {_looked_for(question)}."


def _what(question: Question) -> str:
    named = {"size": "size", "growth": "growth rate", "share": "share", "yoy": "growth", "price": "price"}
    return named.get(question.metric, "figure") + (f" of {' and '.join(question.places)}" if question.places else "")


def _of_what(question: Question) -> str:
    """What a figure is of, where that is not the whole market."""
    of = " ".join((*question.terms, *question.places))
    return f"{_what(replace(question, places=()))} of {of}" if of else ""


def _looked_for(question: Question) -> str:
    where = f" for {' and '.join(question.places)}" if question.places else ""
    terms = f" about “{' '.join(question.terms)}”" if question.terms else ""
    when = f" in {' or '.join(map(str, question.years))}" if question.years else ""
    return f"{METRIC_NAMES[question.metric]}{where}{terms}{when}"


def _how_many(work: Work) -> int:
    said = HOW_MANY_SHOWN.search(work.lower)
    if said:
        return int(said[1]) if said[1].isdigit() else COUNT_WORDS.index(said[1])
    return len(work.briefs) if RANKING.search(work.lower) else MOST_RANKED


def _each(work: Work) -> Said:
    """The figure of every report that states it."""
    question = work.figure_question(work.terms(()))
    ids = shortlist(work.briefs, question, MOST_OF_ALL, largest=True)
    found = work.figure_of(question, ids)
    parts = side_by_side(found, _of_what(question))
    counts = bool(COUNTED.search(work.text.lower()))
    shown_parts, notes = members.counted(parts, work.briefs, counts=counts, most=MOST_OF_ALL)
    silent = [work.briefs[id].label for id in ids if id not in {f.brief.id for f in found}]
    if silent and found:
        notes.append(Note(f"No such figure in {listed(silent)}.", named=tuple(silent), counted=(listed(silent),)))
    return shown_parts, notes, _refusal(work, f"No report gives {_looked_for(question)}")


def _led(work: Work) -> Said:
    """The reports whose own words put the place first."""
    question = replace(work.figure_question(()), metric="", text=f"{' '.join(work.question.places)} leads the market")
    ids = [id for id, brief in work.briefs.items() if set(question.places) <= brief.places]
    found = work.figure_of(question, ids[: members.MOST_SHOWN])
    leading = []
    for it in found:
        first = [m for m in it.matches if LED.search(m.stated.clause) and m.stated.metric != "growth"]
        if first:
            leading.append(Found(it.brief, it.asked, first))
    parts = [worded(it) for it in leading]
    return parts, (), f"No report says this: I looked for what {' and '.join(question.places)} leads."


def _players(work: Work) -> Said:
    """Where a company plays; with its share where that is asked."""
    terms = tuple(t for t in work.question.terms if t not in ASKING)
    stems = frozenset(stem(part) for word in terms for part in {word, *word.split("-")} if part)
    parts = members.players(work.snapshot, work.briefs, stems)
    if work.question.metric in FIGURES and parts:
        ids = list(dict.fromkeys(part.report.id for part in parts))[: members.MOST_SHOWN]
        found = work.figure_of(work.figure_question(terms), ids)
        what = _of_what(work.figure_question(work.question.names or terms))
        parts = [*side_by_side(found, what), *(p for p in parts if p.report.id not in {f.brief.id for f in found})]
    shown_parts, notes = members.counted(parts, work.briefs, counts=bool(COUNTED.search(work.text.lower())))
    named = " ".join(work.question.names or terms)
    return shown_parts, notes, f"No report names “{named}” among the players."


def _placed(work: Work) -> Said:
    parts = members.places(work.snapshot, work.briefs, work.question.places)
    shown_parts, notes = members.counted(parts, work.briefs, counts=bool(COUNTED.search(work.text.lower())))
    return shown_parts, notes, f"No report covers {' and '.join(work.question.places)}."


def _mentioned(work: Work) -> Said:
    words = content_of(work.question)
    parts = members.mentions(work.snapshot, work.briefs, words)
    shown_parts, notes = members.counted(parts, work.briefs, counts=bool(COUNTED.search(work.text.lower())))
    return shown_parts, notes, _refusal(work, f"No report says “{' '.join(words)}”")


def _asks_figure(work: Work) -> bool:
    question = work.question
    return question.metric in FIGURES or (bool(question.years) and not content_of(question))


def _is_led_by(work: Work) -> bool:
    return bool(work.question.places) and bool(LED_BY.search(work.lower)) and work.question.metric in {"", "size"}


_OVER_ALL: tuple[tuple[Callable[[Work], bool], Callable[[Work], Said]], ...] = (
    (lambda it: bool(CATALOGUE.fullmatch(it.text.lower().strip())), _catalogue),
    (lambda it: bool(it.meant) and not it.question.leader, _covered),
    (_is_led_by, _led),
    (lambda it: bool(PLAYS.search(it.lower)) and bool(content_of(it.question)), _players),
    (lambda it: bool(SAYS.search(it.lower)) and bool(content_of(it.question)), _mentioned),
    (lambda it: bool(it.question.leader) or bool(RANKING.search(it.lower)), _ranked),
    (_asks_figure, _each),
    (lambda it: bool(it.question.places) and not content_of(it.question), _placed),
)
"""What tells what is asked of all reports, the surest first; else in which of them its words are said."""


# Named reports -------------------------------------------------------------------------------------------------------


def _compared(work: Work, scope: Scope) -> Said:
    """The same asked of each of the reports."""
    question = work.question
    each = work.compared_question(scope.reports, scope.named)
    if question.metric in FIGURES and question.kind != "list":
        largest = question.leader not in {"slowest", "smallest"} and not LESS.search(work.lower)
        return _in_rank(work, each, scope.reports, largest, len(scope.reports))
    parts = [part for id in scope.reports for part in work.words_of(each, id)]
    return parts, (), "The reports do not say: nothing was found in any of those asked."


_WAYS: dict[str, Callable[[Work, Scope], Said]] = {"all": _all, "compare": _compared, "which": _which, "none": _none}
