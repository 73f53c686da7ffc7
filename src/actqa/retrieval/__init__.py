"""Question → ranked passages: dense and BM25, fused.

retriever.py, the same for LangChain, is imported by who asks for it: LangChain takes longer to load than an answer.
"""

from actqa.retrieval.nearness import Nearness
from actqa.retrieval.rank import Query, Ranked, encoded, rank

__all__ = ["Nearness", "Query", "Ranked", "encoded", "rank"]
