"""One question to several reports in hand: the reports in brief, and the question as it is put to each."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actqa.answering.across.catalogue import Catalogue
from actqa.answering.across.choosing import Chooser, content_of
from actqa.answering.across.figures import Found, found_in
from actqa.answering.across.joined import Part, labelled
from actqa.answering.across.words import COMPARATIVES, FIGURES
from actqa.answering.asked.question import Question, understand
from actqa.answering.asked.words import stem, words
from actqa.answering.draft import Asked, Draft, Drafter
from actqa.answering.seen.view import Views
from actqa.index.encoder import Encoder
from actqa.index.library import Snapshot
from actqa.retrieval import Nearness, encoded, rank

DEPTH = 60
MOST_OF_EACH = 2
"""Statements of one report beside others."""


class Work:
    """One question in hand."""

    def __init__(
        self,
        snapshot: Snapshot,
        briefs: Catalogue,
        encoder: Encoder,
        drafter: Drafter,
        views: Views,
        text: str,
        question: Question,
    ) -> None:
        self.snapshot = snapshot
        self.briefs = briefs
        metric = question.metric or next((m for m, said in COMPARATIVES.items() if re.search(said, text.lower())), "")
        self.question = replace(question, metric=metric, leader=understand(text).leader or question.leader)
        self.lower = f"{text} {question.text}".lower()
        self.text = text
        self.meant = [it.brief for it in Chooser(snapshot, briefs, encoder).meant(text)]
        """Reports whose markets the question names."""
        self._encoder = encoder
        self.drafter = drafter
        self._views = views

    # One report at a time ------------------------------------------------------------------------------------------

    def figure_of(self, question: Question, ids: Sequence[str]) -> list[Found]:
        """What each of the reports states, of those that state anything."""
        found = []
        for id in ids:
            view = self._views.of(self.snapshot.report(id))
            asked = Asked(question, view, Nearness(self.snapshot, self._encoder, question.text, id))
            if it := found_in(self.briefs[id], asked):
                found.append(it)
        return found

    def words_of(self, question: Question, id: str) -> list[Part]:
        """What the report answers to a question for a list or for words."""
        indexed = self.snapshot.report(id)
        label, more = labelled(self.briefs[id].label, indexed)
        drafts = self.drafter.draft(self.put_to(question, id)).drafts[:MOST_OF_EACH]
        return [
            Part(indexed.report, Draft(f"{label}: {d.text}", (*d.evidence, *more), d.figures, d.computed))
            for d in drafts
        ]

    def put_to(self, question: Question, id: str) -> Asked:
        """The question with what the report has on it."""
        view = self._views.of(self.snapshot.report(id))
        return Asked(question, view, Nearness(self.snapshot, self._encoder, question.text, id))

    def nearest(self) -> list[str]:
        """The reports with what comes nearest to the question, best first."""
        query = encoded(self.snapshot, self._encoder, self.question.text)
        return list(dict.fromkeys(hit.report for hit in rank(self.snapshot, query, None, DEPTH)))

    # What is asked -------------------------------------------------------------------------------------------------

    def terms(self, ids: Sequence[str], named: Sequence[str] = ()) -> tuple[str, ...]:
        """What is asked about, besides the markets of these reports."""
        subjects = frozenset(s for id in ids for s in self.briefs[id].subject)
        taken = {*named, *(self.briefs[id].initials for id in ids)}
        return tuple(
            w for w in content_of(self.question) if w not in taken and not {stem(p) for p in w.split("-")} <= subjects
        )

    def figure_question(self, terms: Sequence[str]) -> Question:
        """The question as it is put to one report."""
        asked = self.question
        metric = asked.metric if asked.metric in FIGURES else "size"
        where, when = " and ".join(asked.places), " and ".join(map(str, asked.years))
        parts = (("of", " ".join(terms)), ("in", where), ("in", when))
        text = " ".join((f"What is the {FIGURES[metric]}", *(f"{word} {said}" for word, said in parts if said)))
        return replace(
            understand(f"{text}?"),
            kind="figure",
            terms=tuple(terms),
            stems=frozenset(stem(part) for word in terms for part in {word, *word.split("-")} if part),
            names=(),
            metric=metric,
            topic="",
            operation="",
            leader="",
            unit=asked.unit,
            years=asked.years,
            places=asked.places,
        )

    def compared_question(self, ids: Sequence[str], named: Sequence[str]) -> Question:
        """The question as it is put to each of the reports that it names, without their names."""
        question = self.question
        terms = self.terms(ids, named)
        if question.metric in FIGURES and question.kind != "list":
            return self.figure_question(terms)
        labels = [word for id in ids for word in words(self.briefs[id].label)]
        text = _without(question.text, [*named, *labels])
        if question.topic and not terms:
            text = f"What are the {question.topic}?"
        return replace(question, terms=terms, stems=frozenset(map(stem, terms)), names=(), text=text)


def _without(text: str, named: Sequence[str]) -> str:
    """The question without the markets it compares."""
    for word in named:
        text = re.sub(rf"(?<![\w-]){re.escape(word)}(?![\w-])", " ", text, flags=re.IGNORECASE)
    return " ".join(text.split())
