"""Question → ranked passages: dense and BM25, fused."""

from actqa.retrieval.rank import Query, Ranked, encoded, rank
from actqa.retrieval.retriever import PassageRetriever

__all__ = ["PassageRetriever", "Query", "Ranked", "encoded", "rank"]
