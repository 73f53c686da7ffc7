"""What the largest few of a kind have together: `Combined share of the two largest regions?`"""

from actqa.answering.asked.list_words import in_words
from actqa.answering.asked.rankings import together_asked
from actqa.answering.draft import Asked
from actqa.answering.figures.operands import IN_DOUBT, Worked, places_of
from actqa.answering.figures.operations import Computed
from actqa.answering.figures.ranked_things import kind_ranked
from actqa.answering.figures.ranking import asking_for, in_their_order, stated_of


def top_together(asked: Asked) -> Worked | None:
    """The sum of the largest of a kind, where no other can be among them; None where that is not sure."""
    ranking = together_asked(asked.question.text)
    if ranking is None:
        return None
    question = asking_for(asked.question, ranking)
    order = in_their_order(question, asked.view, kind_ranked(question, asked.view), ranking)
    if order is None or not order.is_whole or len(order.rows) < ranking.count:
        return None
    stated = stated_of(order, asked.view)
    if len(stated) < ranking.count or any(it.figure.qualifier in IN_DOUBT for it in stated):
        return None
    computed = Computed("sum", tuple(it.figure for it in stated), 0, order.year)
    kind = "smallest" if ranking.last else "largest"
    return Worked(computed, places_of(stated), f"The {kind} {in_words(ranking.count)} together have")
