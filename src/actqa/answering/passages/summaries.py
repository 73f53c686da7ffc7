"""The gist of a report: `Key takeaways?`, `summary`, `tl;dr`: its own takeaways, else size, leader and drivers."""

import re
from dataclasses import replace

from actqa.answering.asked.question import understand
from actqa.answering.asked.words import is_plain, stems, words
from actqa.answering.draft import Asked, Draft, Drafted
from actqa.answering.figures.figures import compose_figures
from actqa.answering.lists.lists import compose_list
from actqa.answering.seen.units import UnitView
from actqa.answering.seen.wording import can_answer

_ASKS = re.compile(
    r"\b(?:(?:key|main|top|major|biggest|core) )?(?:summary|summari[sz]e|takeaways?|take-aways?|gist|bottom line|"
    r"tl;?dr|synopsis|run-?down|nutshell)\b|"
    r"\b(?:key|main|core|central) (?:findings?|points?|messages?|insights?|facts?|highlights?|results?)\b|"
    r"^(?:(?:give|show|tell) (?:me|us) )?(?:the |a |an )?(?:short |quick |brief |market |report )*"
    r"(?:overview|highlights)\b",
    re.IGNORECASE,
)
_AROUND = frozenset("quick short brief executive exec main key report study page paper highlights points three".split())
"""Words that such a question is asked with besides."""
_TITLE = re.compile(
    r"\b(?:take-?aways?|highlights|(?:key|main) (?:findings?|points|insights|messages)|at a glance)\b", re.IGNORECASE
)
MOST = 4
LONGEST = 600
"""Characters of all of it together."""

_MAIN = ("How big is the market?", "What is the CAGR?")
_PARTS = ("How big is the market?", "What share does the largest region have?", "What are the drivers?")
"""What a gist says where the report has none: each is asked by itself."""


def compose_summary(asked: Asked) -> Drafted | None:
    """The first of the report's own takeaways, else the main figure and what comes first; None where neither is
    asked for, or more than that is."""
    question = asked.question
    if not _ASKS.search(question.own) or question.years or question.places or question.names:
        return None
    left = words(_ASKS.sub(" ", question.own))
    if any(not (is_plain(w) or w in _AROUND or stems(w) <= asked.view.subject) for w in left):
        return None
    own = tuple(Draft(unit.text, (unit.unit.content,)) for unit in _own(asked))
    if not own:
        return _made(asked)
    first, conflict = _headline(asked, own)
    said = {draft.text for draft in first}
    return Drafted((*first, *(draft for draft in own if draft.text not in said)), conflict)


def _headline(asked: Asked, own: tuple[Draft, ...]) -> tuple[tuple[Draft, ...], str]:
    """The market's main size and growth and what differs from them, where its takeaways give but another's."""
    asks = (replace(asked, question=understand(text)) for text in _MAIN)
    size, growth = (compose_figures(it) for it in asks)
    if not size.conflict or any(_tells(draft, size.drafts[0]) for draft in own):
        return (), ""
    return (*size.drafts, *growth.drafts[:1]), size.conflict


def _tells(draft: Draft, main: Draft) -> bool:
    """Whether it gives the main draft's figure."""
    return any(figure.text in draft.text for figure in main.figures[:1])


def _own(asked: Asked) -> list[UnitView]:
    """What stands under the report's own title for its takeaways, up to a length that is read at a glance."""
    view = asked.view
    under = [u for u in view.units if _TITLE.search(u.around.rpartition(" › ")[2]) and can_answer(u)]
    first = [u for u in under if u.unit.section == under[0].unit.section][:MOST]
    while first and sum(len(u.text) for u in first) > LONGEST:
        first.pop()
    return first if len(first) > 1 else []


def _made(asked: Asked) -> Drafted | None:
    drafts: list[Draft] = []
    conflict = ""
    for text in _PARTS:
        part = replace(asked, question=understand(text))
        drafted = compose_list(part) if part.question.kind == "list" else compose_figures(part)
        of_size = not drafts and bool(drafted.conflict)
        drafts += drafted.drafts if of_size else drafted.drafts[:1]
        conflict = conflict or (drafted.conflict if of_size else "")
        if of_size:
            break
    return Drafted(tuple(drafts), conflict) if drafts else None
