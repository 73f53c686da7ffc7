"""Question → ranked passages: dense and BM25, fused."""

from actqa.retrieval.rank import Ranked, rank
from actqa.retrieval.retriever import PassageRetriever

__all__ = ["PassageRetriever", "Ranked", "rank"]
