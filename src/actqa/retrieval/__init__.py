"""Question → ranked passages: dense and BM25, fused."""
